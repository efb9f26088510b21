import type { Article, Whole } from "../article.ts";
import {
  type ArticleText,
  type Brief,
  briefFields,
  internedFields,
  textFields,
} from "./article-fields.ts";
import type { Parsed } from "./parsed.ts";

/** Where the text of an article lies, and what else is kept with it. */
export type TextPlace = Omit<Parsed, "path" | "brief" | "isDraft"> & {
  /** The name of the file of texts, and the byte in it at which this one begins. */
  readonly texts: string;
  readonly offset: number;
};

const placeFields = Object.keys({
  id: true,
  hash: true,
  listHash: true,
  links: true,
  problems: true,
  size: true,
  sum: true,
  texts: true,
  offset: true,
} satisfies Record<keyof TextPlace, true>) as (keyof TextPlace)[];

/**
 * An article whose text is read when it is asked for. There are as many in memory as the site has
 * articles.
 */
export type StoredArticle = Whole<Article> & TextPlace & { readonly readText: ReadText };

/** Reads the text of an article from the disk. */
export type ReadText = (article: StoredArticle) => ArticleText;

/** A row of the log: the values of an article without their names, which would be a third of it. */
export type Cells = readonly unknown[];

const columns = [...briefFields, ...placeFields];
const isInterned = columns.map((column) => internedFields.has(column) || column === "texts");

/**
 * Every instance gets the same fields in the same order, so V8 lays all of them out alike (one
 * hidden class).
 */
class Stored {
  constructor(cells: Cells, readText: ReadText) {
    const fields = this as unknown as Record<string, unknown>;
    for (let at = 0; at < columns.length; at += 1)
      fields[columns[at]!] = compact(cells[at], isInterned[at]!);
    fields.readText = readText;
  }
}

for (const field of textFields) {
  Object.defineProperty(Stored.prototype, field, {
    get(this: StoredArticle) {
      return this.readText(this)[field];
    },
  });
}

/** Makes an article of the part that is in memory and the place of its text. */
export function storedArticle(brief: Brief, place: TextPlace, readText: ReadText): StoredArticle {
  const row = { ...brief, ...place };
  return articleOf(
    columns.map((column) => row[column]),
    readText,
  );
}

/** Makes the row of an article. */
export function cellsOf(article: StoredArticle): Cells {
  return columns.map((column) => article[column]);
}

/** Makes the article of a row. */
export function articleOf(cells: Cells, readText: ReadText): StoredArticle {
  return new Stored(cells, readText) as unknown as StoredArticle;
}

/**
 * Returns a value to keep: all empty lists are one copy, and so are equal texts of an interned
 * field.
 */
function compact(value: unknown, isInterned: boolean): unknown {
  // JSON has no undefined in lists, so `null` is a field that is left out.
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return none;
    return isInterned ? value.map(interned) : value;
  }
  return isInterned ? interned(value as string) : value;
}

/** Most lists of most articles are empty. */
const none: readonly never[] = [];

/** Interns a text: returns its one copy in memory. */
function interned(text: string): string {
  const known = internedTexts.get(text);
  if (known !== undefined) return known;
  internedTexts.set(text, text);
  return text;
}
const internedTexts = new Map<string, string>();
