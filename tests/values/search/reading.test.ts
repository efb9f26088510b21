import { expect, it } from "vitest";
import { newIndexReader, type Part } from "../../../browser/search/part.ts";
import { readWords } from "../../../browser/search/query.ts";
import { newSearch } from "../../../browser/search/reading.ts";
import { indexPart } from "../../../src/search/index-part.ts";

/* How much of the index of a large site a search reads. */

const parts = Array.from(
  { length: 40 },
  (_, at): Part => ({
    name: String(at),
    key: "k",
    size: 200,
    files: 1,
    since: "2024-01-01",
    years: [[2024 - at, 0]],
  }),
);
const texts = Array.from({ length: 200 }, (_, at) => ({
  title: at % 100 === 0 ? "Đảng ủy họp" : "Bài thử",
  body: "Đảng ủy xã bàn việc.",
  facts: "",
}));
const [text] = indexPart(texts, 1);
const old = indexPart([...texts.slice(1), { title: "", body: "quạnh hiu", facts: "" }], 1)[0]!;
/** A file costs about 20 kB, as on a site with tens of thousands of articles. */
const filler = "\n".repeat(50_000);

function searchFor(typed: string, year = "") {
  const reader = newIndexReader("", async (url) => (url.startsWith("39/") ? old : text!) + filler);
  const query = { typed, words: readWords(typed), year, filters: {}, isByDay: false };
  const search = newSearch(reader, parts, query);
  const until = (wanted: number) =>
    search.until(
      wanted,
      async () => {},
      () => false,
    );
  return { search, until };
}

it("a page of results costs a part or a few, the next as well", async () => {
  const { search, until } = searchFor("đảng ủy xã");
  await until(8);
  const first = 40 - search.unread().length;
  expect(first).toBeLessThan(8);
  search.settle(8);
  const seen = search.best(8);
  await until(16);
  expect(40 - search.unread().length).toBeLessThan(first * 2 + 8);
  expect(search.best(8)).toEqual(seen);
});

it("nothing is read behind results that nothing older can surpass", async () => {
  const { search, until } = searchFor("đảng ủy họp");
  await until(2);
  expect(search.unread()).toHaveLength(39);
});

it("a word that only old articles have is found by one who goes on", async () => {
  const { search, until } = searchFor("quạnh hiu");
  await until(8);
  expect(search.found()).toEqual([]);
  expect(search.unread().length).toBeGreaterThan(30);
  await until(8);
  expect(search.found()).toHaveLength(1);
});

it("a year is read to its end at once, and no other", async () => {
  const { search, until } = searchFor("quạnh hiu", "1985");
  await until(8);
  expect(search.found()).toHaveLength(1);
  expect(search.unread()).toEqual([]);
});
