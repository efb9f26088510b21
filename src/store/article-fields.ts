import { type Article, fieldsOf, neededBy } from "../article.ts";
import type { ParsedArticle } from "../parse.ts";

type FieldsFor<Need> = {
  [Field in keyof typeof neededBy]: (typeof neededBy)[Field] extends Need ? Field : never;
}[keyof typeof neededBy];

type BriefField = FieldsFor<"lists" | "many lists">;
type TextField = FieldsFor<"its page">;

/** The part of an article that is in memory while a site is built. */
export type Brief = Pick<Article, BriefField>;

/** The part of an article that lies on the disk until it is asked for. */
export type ArticleText = Pick<Article, TextField>;

const fields = Object.keys(neededBy) as (keyof typeof neededBy)[];
export const briefFields = fields.filter(
  (field): field is BriefField => neededBy[field] !== "its page",
);
export const textFields = fields.filter(
  (field): field is TextField => neededBy[field] === "its page",
);

/** Cuts an article into what stays in memory and what goes to the disk. */
export function halvesOf(article: ParsedArticle): { brief: Brief; text: ArticleText } {
  return { brief: fieldsOf(article, briefFields), text: fieldsOf(article, textFields) };
}

/** The fields whose equal texts are one copy in memory. */
export const internedFields: ReadonlySet<string> = new Set(
  fields.filter((field) => neededBy[field] === "many lists"),
);
