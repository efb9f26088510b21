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

/** What the log has of each article. */
export const columns = [...briefFields, ...placeFields];

/** The values of some articles in one column. */
type Column = readonly unknown[];

/**
 * Some articles side by side, a list for each column. Most builds need a few columns only, so each
 * is read when it is first asked for.
 */
export type Block = { readonly column: (at: number) => Column };

/** Makes a block of columns that are read one by one. */
export function blockOf(read: (at: number) => Column): Block {
  const known: (Column | undefined)[] = columns.map(() => undefined);
  return {
    column(at) {
      known[at] ??= kept(at, read(at));
      return known[at];
    },
  };
}

function kept(at: number, values: Column): Column {
  return values.map(isInterned[at] ? compactInterned : compact);
}

const isInterned = columns.map((column) => internedFields.has(column) || column === "texts");

/**
 * A row of a block. It has no values of its own, which would be millions in memory; so a copy of it
 * is made by `Object.create`.
 */
class Stored {
  readonly block: Block;
  readonly row: number;
  readonly readText: ReadText;

  constructor(block: Block, row: number, readText: ReadText) {
    this.block = block;
    this.row = row;
    this.readText = readText;
  }
}

for (const [at, column] of columns.entries()) {
  Object.defineProperty(Stored.prototype, column, {
    get(this: Stored) {
      return this.block.column(at)[this.row];
    },
  });
}

for (const field of textFields) {
  Object.defineProperty(Stored.prototype, field, {
    get(this: StoredArticle) {
      return this.readText(this)[field];
    },
  });
}

/** Makes the article of a row. */
export function articleOf(block: Block, row: number, readText: ReadText): StoredArticle {
  return new Stored(block, row, readText) as unknown as StoredArticle;
}

/** Makes articles of the parts that are in memory and the places of their texts. */
export function storedArticles(
  rows: readonly (Brief & TextPlace)[],
  readText: ReadText,
): StoredArticle[] {
  const lists = columns.map((column, at) =>
    kept(
      at,
      rows.map((row) => row[column]),
    ),
  );
  const block: Block = { column: (at) => lists[at]! };
  return rows.map((_, row) => articleOf(block, row, readText));
}

/** Returns a value to keep: all empty lists are one copy. */
function compact(value: unknown): unknown {
  // JSON has no undefined in lists, so `null` is a field that is left out.
  if (value === null) return undefined;
  return Array.isArray(value) && value.length === 0 ? none : value;
}

/** Like `compact`; equal texts are one copy too. */
function compactInterned(value: unknown): unknown {
  if (typeof value === "string") return interned(value);
  return Array.isArray(value) && value.length > 0 ? value.map(interned) : compact(value);
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
