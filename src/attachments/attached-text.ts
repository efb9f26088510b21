import { compose } from "../text/compose.ts";

/*
 * The text of an attached file for the search of the site: page by page, and cut into sections, so
 * that a search that is about one page of a long report need not fetch all of it.
 */

/** What is known of the text of a file while the text itself stays in the cache. */
export type AttachedText = {
  /** Name of the file in the cache that has the text: a list of pages. */
  readonly kept: string;
  readonly sections: readonly TextSection[];
};

export type TextSection = {
  /** Its pages, counted from 0; `to` is behind the last. */
  readonly from: number;
  readonly to: number;
  /** In UTF-16 units. */
  readonly length: number;
};

/** How many pages of a file are searched: what it decides or reports is in the first ones. */
export const pagesSearched = 100;
/** In UTF-16 units. As much as a hundred articles say. */
const mostText = 300_000;
/** In UTF-16 units. A section is one result, and has its text in one file of the index. */
const sectionLength = 12_000;
/** Few enough for their words to be about one thing. */
const sectionPages = 8;

/** Returns the text of pages as it is searched: each on one line, up to the limit of all. */
export function searchedPages(texts: readonly string[]): string[] {
  const pages: string[] = [];
  let room = mostText;
  for (const text of texts.slice(0, pagesSearched)) {
    if (room <= 0) break;
    // Lines of a page end anywhere in a sentence.
    const line = compose(text.replaceAll(/[\p{C}\p{Z}\s]+/gu, " ").trim()).slice(0, room);
    room -= line.length;
    pages.push(line);
  }
  return pages;
}

/** Cuts pages into sections. Pages without text are in none at its end. */
export function sectionsOf(pages: readonly string[]): TextSection[] {
  const sections: TextSection[] = [];
  let open: TextSection | undefined;
  for (const [at, { length }] of pages.entries()) {
    if (length === 0) continue;
    const isFull =
      open !== undefined &&
      (at - open.from >= sectionPages || open.length + length > sectionLength);
    if (open === undefined || isFull) {
      if (open) sections.push(open);
      open = { from: at, to: at + 1, length };
    } else open = { from: open.from, to: at + 1, length: open.length + length };
  }
  if (open) sections.push(open);
  return sections;
}
