import type { Article } from "../article.ts";
import type { ParsedArticle } from "../parse.ts";

/**
 * Where each field of an article is while a site is built. What lists, indexes and registers need of
 * every article is in memory; what only its own page, feeds, open data and search need lies on the
 * disk until it is asked for. Of a field that is "interned", equal texts are one copy in memory:
 * thousands of articles have the same unit, day and tags.
 *
 * This is the one list: what is kept in memory, the rows of the log and the getters that read from the
 * disk follow from it. A field that is missing here is a type error.
 */
const places = {
  path: "memory",
  url: "memory",
  title: "memory",
  date: "interned",
  authors: "memory",
  unit: "interned",
  tags: "interned",
  awards: "memory",
  documents: "memory",
  figures: "memory",
  corrections: "memory",
  draft: "memory",
  pictures: "memory",
  linksTo: "memory",
  lead: "disk",
  summary: "disk",
  source: "disk",
  images: "disk",
  event: "disk",
  people: "disk",
  body: "disk",
  headings: "disk",
  syllables: "disk",
} as const satisfies Record<keyof ParsedArticle, "memory" | "interned" | "disk">;

type FieldsIn<Place> = {
  [Field in keyof typeof places]: (typeof places)[Field] extends Place ? Field : never;
}[keyof typeof places];

type BriefField = FieldsIn<"memory" | "interned">;
type TextField = FieldsIn<"disk">;

/** The part of an article that is in memory while a site is built. */
export type Brief = Pick<Article, BriefField>;

/** The part of an article that lies on the disk until it is asked for. */
export type ArticleText = Pick<Article, TextField>;

const fields = Object.keys(places) as (keyof typeof places)[];
export const briefFields = fields.filter((field): field is BriefField => places[field] !== "disk");
export const textFields = fields.filter((field): field is TextField => places[field] === "disk");

/** Cuts an article into what stays in memory and what goes to the disk. */
export function halvesOf(article: ParsedArticle): { brief: Brief; text: ArticleText } {
  return { brief: picked(article, briefFields), text: picked(article, textFields) };
}

function picked<Whole extends object, Field extends keyof Whole>(
  whole: Whole,
  fields: readonly Field[],
): Pick<Whole, Field> {
  return Object.fromEntries(
    fields.filter((field) => field in whole).map((field) => [field, whole[field]]),
  ) as Pick<Whole, Field>;
}

/** Fields of which equal texts are one copy in memory. */
export const internedFields: ReadonlySet<string> = new Set(
  fields.filter((field) => places[field] === "interned"),
);
