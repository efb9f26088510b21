import { describe, expect, it } from "vitest";
import {
  joinedNext,
  joinedParagraph,
  type LineKind,
  lineKindAt,
  newLine,
  newParagraph,
  toggleLines,
} from "../../../browser/editor/line-marks.ts";
import { edited, type TextEdit } from "../../../browser/editor/text-edit.ts";

/** Keys and buttons for whole lines: `‹` and `›` are the ends of the selection. */

type Work = (text: string, from: number, to: number) => TextEdit | undefined;

function done(work: Work, marked: string): string | undefined {
  const [before = "", chosen = "", after = ""] = marked.split(/[‹›]/u);
  const text = before + chosen + after;
  const edit = work(text, before.length, before.length + chosen.length);
  if (edit === undefined) return undefined;
  const now = edited(text, edit.changes);
  return `${now.slice(0, edit.from)}‹${now.slice(edit.from, edit.to)}›${now.slice(edit.to)}`;
}

describe("a button for lines", () => {
  const rows: readonly [string, LineKind, string, string][] = [
    ["makes a heading", "heading", "a\n\nb‹›\n\nc", "a\n\n## b‹›\n\nc"],
    ["takes it back", "heading", "## b‹›", "b‹›"],
    ["takes a smaller heading back too", "heading", "### b‹›", "b‹›"],
    ["parts a heading from the lines beside it", "heading", "a\nb‹›\nc", "a\n\n## b‹›\n\nc"],
    ["makes a list of paragraphs", "bullets", "‹a\n\nb›", "‹- a\n- b›"],
    ["parts a list from the text beside it", "bullets", "a\n‹b›\nc", "a\n\n‹- b›\n\nc"],
    ["goes on with a list", "bullets", "- a\nb‹›", "- a\n- b‹›"],
    ["makes paragraphs of a list again", "bullets", "‹- a\n- b›", "‹a\n\nb›"],
    ["numbers", "numbers", "‹- a\n- b›", "‹1. a\n2. b›"],
    ["quotes all lines", "quote", "‹a\n\nb›", "‹> a\n>\n> b›"],
    ["begins a list in an empty line", "bullets", "a\n\n‹›", "a\n\n- ‹›"],
    ["leaves the line after the selection", "heading", "‹a\n›b", "‹## a›\n\nb"],
  ];
  it.each(rows)("%s", (_, kind, before, after) => {
    expect(done((text, from, to) => toggleLines(text, from, to, kind), before)).toBe(after);
  });
});

describe("the kind of the selected lines", () => {
  const rows: readonly [string, LineKind | undefined][] = [
    ["a‹›", undefined],
    ["a\n\n## b‹›\n\nc", "heading"],
    ["‹›## b", "heading"],
    ["- a\n‹- b\n›c", "bullets"],
    ["‹1. a\n2. b›", "numbers"],
    ["‹- a\n\n- b›", "bullets"],
    ["‹- a\n1. b›", undefined],
    ["‹a\n\n- b›", undefined],
    ["> a‹›", "quote"],
    ["‹›", undefined],
    ["\n‹›", undefined],
  ];
  it.each(rows)("of %j is %s", (marked, kind) => {
    const [before = "", chosen = "", after = ""] = marked.split(/[‹›]/u);
    const text = before + chosen + after;
    expect(lineKindAt(text, before.length, before.length + chosen.length)).toBe(kind);
  });
});

describe("Enter", () => {
  const rows: readonly [string, string, string][] = [
    ["begins a paragraph", "a‹›", "a\n\n‹›"],
    ["parts a paragraph", "a‹› b", "a\n\n‹›b"],
    ["replaces what is selected", "a‹ b›c", "a\n\n‹›c"],
    ["in an empty line is one line", "a\n\n‹›", "a\n\n\n‹›"],
    ["goes on with a list", "- a‹›", "- a\n- ‹›"],
    ["counts on", "9. a‹›", "9. a\n10. ‹›"],
    ["ends a list in an empty item", "- a\n- ‹›", "- a\n\n‹›"],
    ["goes on with a quotation", "> a‹›", "> a\n>\n> ‹›"],
    ["keeps a table together", "| a |‹›", "| a |\n‹›"],
  ];
  it.each(rows)("%s", (_, before, after) => {
    expect(done(newParagraph, before)).toBe(after);
  });

  it("with Shift breaks the line", () => {
    expect(done(newLine, "a‹›b")).toBe("a\\\n‹›b");
  });
});

it.each([
  ["at the end of a paragraph", "a‹›\n\nb", "a‹›b"],
  ["within one", "a‹›b\n\nc", undefined],
  ["before a list", "a‹›\n\n- b", undefined],
])("Delete joins paragraphs %s", (_, before, after) => {
  expect(done((text, from) => joinedNext(text, from), before)).toBe(after);
});

it.each([
  ["at the start of a paragraph", "a\n\n‹›b", "a‹›b"],
  ["within one", "a\n\nb‹›", undefined],
  ["at the start of a list", "a\n\n‹›- b", undefined],
  ["at the start of a note", "a\n\n‹›[^1]: b", undefined],
  ["at the start of the text", "‹›b", undefined],
])("Backspace joins paragraphs %s", (_, before, after) => {
  expect(done((text, from) => joinedParagraph(text, from), before)).toBe(after);
});
