/*
 * What the code of an office may import, as `ban-tin/layouts`. All of it is a promise: taking
 * something away, or changing what it means, is a new version.
 */

export { type Html, html } from "./office/office-html.ts";
export type { OwnFile, OwnPage, OwnPages } from "./office/own-pages.ts";
export type { OfficeArticle, OfficeSite, OfficeUnit } from "./office/site-facts.ts";
export type { ArticleFoot, HomeBlock } from "./office/views.ts";
export type { Link } from "./parts/shared.ts";
