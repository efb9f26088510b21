import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText, fold, slugOf } from "../../../src/text/vietnamese.ts";

const letters = [
  ..."aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ",
  ..."bcdđghklmnpqrstvx",
];
const vietnameseLetter = fc.constantFrom(
  ...letters,
  ...letters.map((letter) => letter.toUpperCase()),
);
const syllable = fc.string({ unit: vietnameseLetter, minLength: 1, maxLength: 7 });
const vietnamese = fc
  .array(syllable, { minLength: 1, maxLength: 8 })
  .map((words) => words.join(" "));
const anyText = fc.oneof(
  vietnamese,
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
);

describe("slugOf", () => {
  it("is nothing but lower-case ASCII words with single hyphens between them", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(slugOf(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/u);
      }),
    );
  });

  it("is never empty for Vietnamese", () => {
    fc.assert(fc.property(vietnamese, (text) => slugOf(text) !== ""));
  });

  it("of a slug is that slug", () => {
    fc.assert(fc.property(anyText, (text) => slugOf(slugOf(text)) === slugOf(text)));
  });

  it("keeps as many words as were written", () => {
    fc.assert(
      fc.property(vietnamese, (text) => slugOf(text).split("-").length === text.split(" ").length),
    );
  });

  it("does not see case, composition of characters, or space and punctuation around and between", () => {
    fc.assert(
      fc.property(vietnamese, fc.constantFrom("  ", " – ", ", ", "…", "/"), (text, between) => {
        const slug = slugOf(text);
        expect(slugOf(text.toUpperCase())).toBe(slug);
        expect(slugOf(text.normalize("NFD"))).toBe(slug);
        expect(slugOf(`${between}${text.replaceAll(" ", between)}${between}`)).toBe(slug);
      }),
    );
  });

  it.each([
    ["Đảng ủy Khối các cơ quan tỉnh", "dang-uy-khoi-cac-co-quan-tinh"],
    ["Ðảng uỷ", "dang-uy"],
    ["Kết luận số 21-KL/TW", "ket-luan-so-21-kl-tw"],
    ["98,2 % hoàn thành tốt", "98-2-hoan-thanh-tot"],
    ["日本", ""],
    ["///", ""],
  ])("of %s is %s", (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});

describe("fold", () => {
  it("of a folded text is that text", () => {
    fc.assert(fc.property(vietnamese, (text) => fold(fold(text)) === fold(text)));
  });

  it("leaves only ASCII of Vietnamese", () => {
    fc.assert(fc.property(vietnamese, (text) => /^[ -~]*$/u.test(fold(text))));
  });

  it("joins, so that the parts of a text can be found in it", () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, (before, after) => {
        expect(fold(`${before} ${after}`)).toBe(`${fold(before)} ${fold(after)}`);
      }),
    );
  });

  it.each([
    ["hòa", "hoà"],
    ["ủy ban", "uỷ ban"],
    ["Thủy", "Thuỷ"],
    ["đường", "Ðường"],
  ])("holds %s and %s for the same", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
});

describe("compareText", () => {
  it("is an order: the same from both sides, and equal only for the same text", () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(-Math.sign(compareText(b, a)) + 0);
        expect(compareText(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it("puts numbers by value and đ after d", () => {
    expect(["Khóa 10", "Khóa 9", "đoàn", "dân", "em"].toSorted(compareText)).toEqual([
      "dân",
      "đoàn",
      "em",
      "Khóa 9",
      "Khóa 10",
    ]);
  });
});
