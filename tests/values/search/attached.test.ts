import { expect, it } from "vitest";
import { searchedPages, sectionsOf } from "../../../src/attachments/attached-text.ts";

/* How the text of an attached file is cut for the search. */

it("a page is one line, so words on both sides of a line end are side by side", () => {
  expect(searchedPages(["Chi bộ\nbốn  tốt\u0000\n", ""])).toEqual(["Chi bộ bốn tốt", ""]);
});

it("letters and their marks are one, as in all texts", () => {
  expect(searchedPages(["Quyết định".normalize("NFD")])).toEqual(["Quyết định"]);
});

it.each([
  ["a decision is one section", [3_000, 1_000], [[0, 2]]],
  [
    "a section ends before it is too long",
    [7_000, 7_000, 4_000],
    [
      [0, 1],
      [1, 3],
    ],
  ],
  [
    "a section has at most eight pages",
    Array.from({ length: 10 }, () => 100),
    [
      [0, 8],
      [8, 10],
    ],
  ],
  ["pages without text are passed over", [0, 100, 0, 100, 0], [[1, 4]]],
  ["a scan has none", [0, 0], []],
] as const)("%s", (_name, lengths, expected) => {
  const sections = sectionsOf(lengths.map((length) => "a".repeat(length)));
  expect(sections.map(({ from, to }) => [from, to])).toEqual(expected);
});

it("of a report of 300 pages no more is searched than of a hundred articles", () => {
  const pages = searchedPages(Array.from({ length: 300 }, () => "chữ ".repeat(1_000)));
  expect(pages.length).toBeLessThanOrEqual(100);
  expect(pages.join("").length).toBeLessThanOrEqual(300_000);
  expect(sectionsOf(pages).length).toBeLessThanOrEqual(40);
});
