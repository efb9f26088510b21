import { describe, expect, it } from "vitest";
import { newIndexReader, type Part } from "../../../browser/search/part.ts";
import { readWords } from "../../../browser/search/query.ts";
import { newSearch, type Search } from "../../../browser/search/reading.ts";
import { meantBy } from "../../../browser/search/spelling.ts";
import { commonWords } from "../../../layouts/search.ts";
import { indexPart } from "../../../src/search/index-part.ts";
import { news } from "./news.ts";
import { queries } from "./queries.ts";

/* Anyone who looks for an article finds it among the first three, however they type. */

/** Two parts, newest first. */
const pieces = [news.slice(news.length / 2), news.slice(0, news.length / 2)];
const parts = pieces.map(
  ({ length }, at): Part => ({
    name: String(at),
    key: "k",
    size: length,
    files: 8,
    since: "2024-01-01",
    years: [],
  }),
);
const files = new Map(
  pieces.flatMap((piece, at) => {
    const texts = piece.map(([, title, body]) => ({ title, body, facts: "" }));
    return indexPart(texts, 8).map((text, file): [string, string] => [`${at}/${file}.txt?k`, text]);
  }),
);
const reader = newIndexReader("", async (url) => files.get(url) ?? Promise.reject(new Error(url)));
const titleWords = commonWords(news.map(([, title]) => title));

async function firstThree(typed: string): Promise<string[]> {
  let search = await searchFor(typed);
  if (!search.hasWhole()) {
    const meant = await meantBy(typed, readWords(typed)!, search, titleWords);
    const other = meant === undefined ? undefined : await searchFor(meant);
    if (other?.hasWhole()) search = other;
  }
  return search.best(3).map(({ part, place }) => pieces[parts.indexOf(part)]![place]![0]);
}

async function searchFor(typed: string): Promise<Search> {
  const query = { typed, words: readWords(typed), year: "", filters: {}, isByDay: false };
  const search = newSearch(reader, parts, query);
  await search.until(
    8,
    async () => {},
    () => false,
  );
  return search;
}

describe.each(Object.entries(queries))("%s", (_kind, rows) => {
  it.each(rows)("%s", async (typed, key) => {
    expect(await firstThree(typed)).toContain(key);
  });
});
