import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMarked, type MarkKind, toggleMark } from "../../../browser/editor/marking.ts";
import { edited } from "../../../browser/editor/text-edit.ts";
import { readMarkdown } from "../../../src/body/markdown.ts";

/** Bold and italic in the form editor: `‹` and `›` are the ends of the selection. */

function toggled(marked: string, kind: MarkKind): string | undefined {
  const [before = "", chosen = "", after = ""] = marked.split(/[‹›]/u);
  const from = before.length;
  return shown(before + chosen + after, from, from + chosen.length, kind);
}

function shown(text: string, from: number, to: number, kind: MarkKind): string | undefined {
  const done = toggleMark(text, from, to, kind);
  if (done === undefined) return undefined;
  const now = edited(text, done.changes);
  return `${now.slice(0, done.from)}‹${now.slice(done.from, done.to)}›${now.slice(done.to)}`;
}

describe("what is marked already", () => {
  it.each([
    ["một **chữ‹› đậm** hai", true, false],
    ["một **‹›chữ** hai", true, false],
    ["một **chữ‹›** hai", true, false],
    ["một **chữ** ‹›hai", false, false],
    ["‹**chữ** *nghiêng*›", false, false],
    ["‹**chữ *nghiêng* đậm**›", true, false],
    ["**chữ *‹nghiêng›* đậm**", true, true],
    ["‹**một**\n\n- **hai** ›", true, false],
    ["`**‹chữ›**`", false, false],
    ["‹›", false, false],
  ])("in %j is bold: %s, italic: %s", (marked, isStrong, isEmphasis) => {
    const [before = "", chosen = "", after = ""] = marked.split(/[‹›]/u);
    const text = before + chosen + after;
    const range = [before.length, before.length + chosen.length] as const;
    expect(isMarked(text, ...range, "strong")).toBe(isStrong);
    expect(isMarked(text, ...range, "emphasis")).toBe(isEmphasis);
  });
});

describe("bold", () => {
  const rows: readonly [string, string, string | undefined][] = [
    ["a word", "một ‹chữ› hai", "một **‹chữ›** hai"],
    ["a selection that ends in a blank", "một ‹chữ ›hai", "một **‹chữ›** hai"],
    ["one that begins with a blank", "một‹ chữ› hai", "một **‹chữ›** hai"],
    ["several paragraphs", "‹một\n\n- hai ›", "**‹một**\n\n- **hai›** "],
    ["a heading", "‹## Đề mục›", "## **‹Đề mục›**"],
    ["a quotation of two lines", "> ‹một\n> hai›", "> **‹một\n> hai›**"],
    ["quotation marks in a word", "a‹“b c”›d", "a“**‹b c›**”d"],
    ["quotation marks that stand alone", "a ‹“b c”› d", "a **‹“b c”›** d"],
    ["a sign between letters", "a‹,›b", undefined],
    ["what is bold", "một **‹chữ›** hai", "một ‹chữ› hai"],
    ["what is bold, with its marks", "một ‹**chữ**› hai", "một ‹chữ› hai"],
    ["a part of what is bold", "**a ‹b c› d**", "**a** ‹b c› **d**"],
    ["letters within a bold word", "**ch‹ữ›**", "**ch**‹ữ›"],
    ["what is bold in part", "‹**a** b› c", "**‹a b›** c"],
    ["what is beside a bold word", "**a** ‹b› c", "**a ‹b›** c"],
    ["what is written with other marks", "__‹a› b__", "‹a› **b**"],
    ["half of a link", "a ‹b [c› d](https://x.vn) e", "a **‹b [c d](https://x.vn)›** e"],
    ["a link beside a letter", "a‹[c](https://x.vn)›", "a[**‹c›**](https://x.vn)"],
    ["what is italic", "*‹a b›* c", "***‹a b›*** c"],
    ["what is bold and italic", "***‹a b›*** c", "*‹a b›* c"],
    ["a part of what is italic", "*a ‹b›* c", "*a **‹b›*** c"],
    ["the reference of a note", "a‹[^1] b›", "a[^1] **‹b›**"],
    ["a note", "[^1]: ‹Chú›", "[^1]: **‹Chú›**"],
    ["the cells of a table", "| ‹a | b› |\n|---|---|", "| **‹a** | **b›** |\n|---|---|"],
    ["a program", "    ‹a b›", undefined],
    ["letters of two parts", "‹ha\u0323\u0302i› b", "**‹ha\u0323\u0302i›** b"],
    ["half of a letter that is two code units", "a ‹\ud83d›\ude00 b", "a **‹😀›** b"],
    ["the word that the caret is in", "một ch‹›ữ hai", "một **ch‹›ữ** hai"],
    ["what is typed next", "một ‹›", "một **‹chữ đậm›**"],
    ["what is typed next, twice", "một **chữ‹›**", "một **chữ**‹›"],
    ["what is typed next, after a blank", "một **chữ ‹›**", "một **chữ** ‹›"],
  ];
  it.each(rows)("%s", (_, before, after) => {
    expect(toggled(before, "strong")).toBe(after);
  });
});

describe("italic", () => {
  const rows: readonly [string, string, string | undefined][] = [
    ["a selection that ends in a blank", "một ‹chữ ›hai", "một *‹chữ›* hai"],
    ["over bold words", "‹**a** b›", "*‹**a** b›*"],
    ["what is italic", "một *‹chữ›* hai", "một ‹chữ› hai"],
  ];
  it.each(rows)("%s", (_, before, after) => {
    expect(toggled(before, "emphasis")).toBe(after);
  });
});

/** The letters that readers see, each with what it is: bold, italic, both or neither. */
function lettersOf(
  text: string,
): readonly { letter: string; strong: boolean; emphasis: boolean }[] {
  let [strong, emphasis] = [0, 0];
  return readMarkdown(text).tokens.flatMap(({ children }) =>
    (children ?? []).flatMap(({ type, tag, nesting, content }) => {
      if (tag === "strong") strong += nesting;
      if (tag === "em") emphasis += nesting;
      const letters = type === "softbreak" ? [] : [...content].filter((one) => one.trim() !== "");
      return letters.map((letter) => ({ letter, strong: strong > 0, emphasis: emphasis > 0 }));
    }),
  );
}

const piece = fc.constantFrom(
  ..."chữ|đậm|Đảng bộ|a|b| | |, |.|“|”|(|)|: |–|\n|\n\n|\n\n- |\n\n> |\n\n## |**chữ**|*nghiêng*|".split(
    "|",
  ),
  "***cả hai***",
  "**đậm *và* nghiêng**",
  "[nơi khác](https://thu.example/a_b)",
  "[**đậm**](https://thu.example)",
  "chữ[^1] ",
  "`mã`",
  "\\*",
  "★",
  "* ",
  "_gạch_",
  "\u0323\u0302",
);

const anyText = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.nat(), fc.nat())
  .map(([pieces, one, other]) => {
    const text = pieces.join("");
    const ends = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b);
    return { text, from: ends[0]!, to: ends[1]! };
  });

it.each(["strong", "emphasis"] as const)(
  "never prints a mark, never moves a letter, and is taken back by doing it again: %s",
  (kind) => {
    const other = kind === "strong" ? "emphasis" : "strong";
    fc.assert(
      fc.property(anyText, ({ text, from, to }) => {
        const done = from < to ? toggleMark(text, from, to, kind) : undefined;
        if (done === undefined) return;
        const now = edited(text, done.changes);
        const [before, after] = [lettersOf(text), lettersOf(now)];
        expect(after.map(({ letter }) => letter).join("")).toBe(
          before.map(({ letter }) => letter).join(""),
        );
        expect(after.map((one) => one[other])).toEqual(before.map((one) => one[other]));
        const isOn = after.some((one, at) => one[kind] && !before[at]![kind]);
        const isOff = after.some((one, at) => !one[kind] && before[at]![kind]);
        expect([isOn, isOff]).not.toEqual([true, true]);
        const again = toggleMark(now, done.from, done.to, kind);
        if (isOn && again)
          expect(
            lettersOf(edited(now, again.changes)).filter((one) => one[kind]).length,
          ).toBeLessThan(after.filter((one) => one[kind]).length);
      }),
      { numRuns: 1000 },
    );
  },
);
