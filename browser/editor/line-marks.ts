import { noteStart } from "./markdown-syntax.ts";
import type { TextEdit } from "./text-edit.ts";

/* Headings, lists and quotations: marks at the beginning of lines. */

export type LineKind = "heading" | "bullets" | "numbers" | "quote";

const lineMark: Readonly<Record<LineKind, RegExp>> = {
  heading: /^#{1,6}[ \t]+/u,
  bullets: /^[-*+][ \t]+/u,
  numbers: /^\d{1,9}[.)][ \t]+/u,
  quote: /^>[ \t]?/u,
};
const kinds = Object.keys(lineMark) as LineKind[];

/**
 * Makes the selected lines a heading, a list or a quotation, or takes that back where all of them
 * are so already. Empty lines are put where Markdown would otherwise join the lines with others.
 */
export function toggleLines(text: string, from: number, to: number, kind: LineKind): TextEdit {
  const { start, end, lines, filled } = linesAt(text, from, to);
  const isOff = lineKindAt(text, from, to) === kind;
  const bare = (filled.length > 0 ? filled : [""]).map(unmarked);
  const isList = kind === "bullets" || kind === "numbers";
  const marked = bare.map((line, at) => (isOff ? "" : markFor(kind, at)) + line);
  const isKept = kind === "quote" && !isOff;
  const written = isKept
    ? lines.map((line) => `> ${line}`.trimEnd())
    : marked.flatMap((line, at) => (at === 0 || (isList && !isOff) ? [line] : ["", line]));
  // Beside a list of the same kind the lines become its next items.
  const isApart = (line: string | undefined) =>
    line !== undefined && line.trim() !== "" && (isOff || !isList || kindOf(line) !== kind);
  const before = isApart(lineBefore(text, start)) ? "\n" : "";
  const after = isApart(lineAfter(text, end)) ? "\n" : "";
  const insert = `${before}${written.join("\n")}${after}`;
  const place = start + before.length;
  const chosen = written.join("\n").length;
  return {
    changes: [{ from: start, to: end, insert }],
    from: from === to ? place + chosen : place,
    to: place + chosen,
  };
}

/** Returns what all of the selected lines are; undefined for plain or different ones. */
export function lineKindAt(text: string, from: number, to: number): LineKind | undefined {
  const [first, ...others] = linesAt(text, from, to).filled.map(kindOf);
  return others.every((kind) => kind === first) ? first : undefined;
}

/** The lines that a selection is in, as a whole, and those of them that are not empty. */
function linesAt(text: string, from: number, to: number) {
  const start = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
  // A selection that ends at the start of a line does not mean that line.
  const last = to > from && text[to - 1] === "\n" ? to - 1 : to;
  const found = text.indexOf("\n", last);
  const end = found === -1 ? text.length : found;
  const lines = text.slice(start, end).split("\n");
  return { start, end, lines, filled: lines.filter((line) => line.trim() !== "") };
}

function kindOf(line: string): LineKind | undefined {
  return kinds.find((kind) => lineMark[kind].test(line));
}

function unmarked(line: string): string {
  const kind = kindOf(line.trimStart());
  return kind === undefined ? line : line.trimStart().replace(lineMark[kind], "");
}

function markFor(kind: LineKind, at: number): string {
  return { heading: "## ", bullets: "- ", numbers: `${at + 1}. `, quote: "> " }[kind];
}

function lineBefore(text: string, start: number): string | undefined {
  return start === 0 ? undefined : text.slice(text.lastIndexOf("\n", start - 2) + 1, start - 1);
}

function lineAfter(text: string, end: number): string | undefined {
  if (end === text.length) return undefined;
  const next = text.indexOf("\n", end + 1);
  return text.slice(end + 1, next === -1 ? text.length : next);
}

/**
 * Begins a new paragraph, as Enter does in Word: Markdown wants an empty line before it. In a list
 * it begins the next item, and ends the list in an empty one.
 */
export function newParagraph(text: string, from: number, to: number): TextEdit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const before = text.slice(start, from);
  const rest = /^[^\n]*/u.exec(text.slice(to))![0];
  const [item = "", indent = "", sign = "", gap = ""] =
    /^([ \t]*)([-*+>]|\d{1,9}[.)])([ \t]+|(?=$))/u.exec(before) ?? [];
  if (item !== "" && before === item && rest.trim() === "") {
    const apart = (lineBefore(text, start) ?? "").trim() === "" ? "" : "\n";
    return put(start, to, apart);
  }
  if (item !== "") {
    const mark = indent + nextSign(sign) + (gap || " ");
    return put(from, to + blanksAt(rest), sign === ">" ? `\n${indent}>\n${mark}` : `\n${mark}`);
  }
  const isCell = /^\s*\|/u.test(before);
  const isIndented = /^(?: {4}|\t)/u.test(before);
  if (before.trim() === "" || isCell || isIndented) return put(from, to, "\n");
  return put(from, to + blanksAt(rest), "\n\n");
}

function nextSign(sign: string): string {
  const number = Number.parseInt(sign, 10);
  return Number.isNaN(number) ? sign : `${number + 1}${sign.at(-1)}`;
}

function blanksAt(text: string): number {
  return /^[ \t]*/u.exec(text)![0].length;
}

/** Begins a new line within the paragraph, as Shift+Enter does in Word. */
export function newLine(_text: string, from: number, to: number): TextEdit {
  return put(from, to, "\\\n");
}

/**
 * Joins a paragraph with the one above it, as Backspace does in Word; undefined anywhere but at the
 * start of a paragraph.
 */
export function joinedParagraph(text: string, at: number): TextEdit | undefined {
  const gap = /\S([ \t]*\n[ \t]*\n)$/u.exec(text.slice(0, at))?.[1];
  const rest = text.slice(at);
  if (gap === undefined || /^\s/u.test(rest) || kindOf(rest) || noteStart.test(rest))
    return undefined;
  return put(at - gap.length, at, "");
}

/** Joins a paragraph with the one below it, as Delete does in Word at the end of a paragraph. */
export function joinedNext(text: string, at: number): TextEdit | undefined {
  const gap = /^[ \t]*\n[ \t]*\n(?=\S)/u.exec(text.slice(at))?.[0];
  return gap === undefined ? undefined : joinedParagraph(text, at + gap.length);
}

/**
 * True for the empty line that parts two paragraphs. To a writer it is the space between them: what
 * is typed into it would join them.
 */
export function isGap(text: string, at: number): boolean {
  return /\S[ \t]*\n[ \t]*$/u.test(text.slice(0, at)) && /^[ \t]*\n[ \t]*\S/u.test(text.slice(at));
}

function put(from: number, to: number, insert: string): TextEdit {
  const place = from + insert.length;
  return { changes: [{ from, to, insert }], from: place, to: place };
}
