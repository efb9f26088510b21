import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, ranked } from "../../../browser/search/ranking.ts";
import {
  asWritten,
  choiceWord,
  hasMarks,
  toIndexed,
  toneSpellings,
} from "../../../src/text/search-text.ts";
import { fold } from "../../../src/text/vietnamese.ts";

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ..."aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠằẳẵắặĐÐðòỏõóọủỦụ 0123456789-/,.".split(""),
  ),
});

/** Returns a text as Pagefind normalizes it before it compares. */
function normalizedByPagefind(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

describe("the form of the index", () => {
  it("comes to the project's own fold once Pagefind has dropped the marks", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(normalizedByPagefind(toIndexed(text))).toBe(fold(text));
      }),
    );
  });

  it("can be turned back into what was written", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        // Ð (U+00D0) is a mistake for Đ that no article has.
        const written = text.normalize("NFC").replaceAll("Ð", "Đ").replaceAll("ð", "đ");
        expect(asWritten(toIndexed(text))).toBe(written);
      }),
    );
  });

  it.each([
    ["duong", false],
    ["đường", true],
    ["đa", true],
    ["2022", false],
  ])("%s has marks: %s", (text, expected) => {
    expect(hasMarks(toIndexed(text))).toBe(expected);
  });
});

it("a choice is a word of letters only, and no two choices are one word", () => {
  const slug = fc.stringMatching(/^[a-z\d]+(?:-[a-z\d]+)*$/u);
  fc.assert(
    fc.property(slug, slug, (one, other) => {
      expect(choiceWord("don-vi", one)).toMatch(/^[a-z]+$/u);
      expect(choiceWord("don-vi", one) === choiceWord("don-vi", other)).toBe(one === other);
    }),
  );
});

it.each([
  ["hòa", ["hòa", "hoà"]],
  ["hoà", ["hoà", "hòa"]],
  ["ủy ban", ["ủy ban", "uỷ ban"]],
  ["UỶ BAN", ["UỶ BAN", "ỦY BAN"]],
  ["khoẻ, thuý", ["khoẻ, thuý", "khỏe, thúy"]],
  ["hoàn toàn của người", ["hoàn toàn của người"]],
  ["đảng bộ", ["đảng bộ"]],
])("%s is spelt %j", (text, expected) => {
  expect(toneSpellings(text)).toEqual(expected);
});

describe("a plan", () => {
  const plan = (typed: string) =>
    planOf(typed)?.kinds.map(
      ({ exact, questions }) => `${exact ? "=" : "~"} ${asWritten(questions.join(" & "))}`,
    );

  it.each<[string, string[] | undefined]>([
    ["duong", ['~ "duong"']],
    ["đường", ['= "đường"', '~ "đường"']],
    ["dang uy", ['~ "dang uy"', '~ "dang" & "uy"']],
    [
      "hòa giải",
      [
        '= "hòa giải"',
        '= "hoà giải"',
        '= "hòa" & "giải"',
        '= "hoà" & "giải"',
        '~ "hòa giải"',
        '~ "hòa" & "giải"',
      ],
    ],
    ["“đảng ủy”", ['= "đảng ủy"', '= "đảng uỷ"', '~ "đảng ủy"']],
    ["21-KL/TW", ['~ "21-KL/TW"', '~ "21" & "KL" & "TW"']],
    ["  ", undefined],
    ["?! ”", undefined],
  ])("%s", (typed, expected) => {
    expect(plan(typed)).toEqual(expected);
  });
});

it("pages are ranked by kind, then by how much they are about the words, each once", () => {
  const page = (id: string, score: number) => ({ id, score });
  const answers = [
    [[page("phrase", 1)]],
    [
      [page("phrase", 1), page("half", 1), page("weak", 1), page("strong", 1)],
      [page("strong", 1), page("weak", 1), page("phrase", 1)],
    ],
  ];
  const near = [page("weak", 2), page("strong", 9), page("phrase", 5), page("only near", 99)];
  expect(ranked(answers, near).map(({ id }) => id)).toEqual(["phrase", "strong", "weak"]);
});
