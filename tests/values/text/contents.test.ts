import { describe, expect, it } from "vitest";
import { contents, contentsOf } from "../../../layouts/parts/contents.ts";
import { readingMinutes } from "../../../src/text/reading-time.ts";
import { countSyllables } from "../../../src/text/vietnamese.ts";

/** Makes headings from their levels: `2 3 3 2`. */
const headings = (levels: string) =>
  levels
    .split(" ")
    .filter((level) => level !== "")
    .map((level, at) => ({ level: Number(level), title: `Đề mục ${at}`, anchor: `muc-${at}` }));

/** The levels of the headings of a text, its syllables, and the places of those that are listed. */
const rows: readonly (readonly [levels: string, syllables: number, listed: string])[] = [
  ["2 2 2", 600, "0 1 2"],
  ["2 2 2", 599, ""],
  ["2 2", 6_000, ""],
  ["2 3 3", 600, "0 1 2"],
  ["2 3 4 4 3", 600, "0 1 4"],
  ["2 4 4 4", 600, ""],
  ["2 3 3 3 2 3 3 3 2 3", 600, "0 1 2 3 4 5 6 7 8 9"],
  ["2 3 3 3 2 3 3 3 2 3 3", 600, "0 4 8"],
  ["2 3 3 3 3 3 3 3 3 3 3 2", 600, ""],
  ["", 6_000, ""],
];

describe("contents of an article", () => {
  it.each(rows)("of headings %s in %i syllables", (levels, syllables, listed) => {
    const anchors = contentsOf(headings(levels), syllables).map(({ anchor }) => anchor.slice(4));
    expect(anchors.join(" ")).toBe(listed);
  });

  it("are drawn as a list within a list", () => {
    const drawn = String(contents(headings("2 3 3 2")));
    expect(drawn.replaceAll(/ (?:href|class|aria-labelledby|id)="[^"]*"/gu, "")).toBe(
      "<nav><h2>Nội dung</h2><details><summary>Nội dung (4 mục)</summary><ol>" +
        "<li><a>Đề mục 0</a><ol><li><a>Đề mục 1</a></li><li><a>Đề mục 2</a></li></ol></li>" +
        "<li><a>Đề mục 3</a></li></ol></details></nav>",
    );
  });
});

describe("the time that an article takes", () => {
  it.each([
    [0, undefined],
    [249, undefined],
    [250, 1],
    [374, 1],
    [375, 2],
    [1_000, 4],
  ])("of %i syllables", (syllables, minutes) => {
    expect(readingMinutes(syllables)).toBe(minutes);
  });
});

describe("syllables", () => {
  it.each([
    ["", 0],
    ["  \n ", 0],
    ["Hội nghị Ban Chấp hành", 5],
    ["Ủy ban, Đảng ủy; “ấm” (áo)", 6],
    ["98,2% – 1.625 đảng viên…", 4],
    ["21-KL/TW ngày\u00a014/1/2022", 3],
    ["– · * | ↩ “”", 0],
    ["Hội nghị".normalize("NFD"), 2],
  ])("of “%s”", (text, count) => {
    expect(countSyllables(text)).toBe(count);
  });
});
