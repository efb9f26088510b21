import type { YAMLParseError } from "yaml";
import type { MessageCode } from "../problems/messages.ts";
import { type Place, type Problem, problem } from "../problems/problem.ts";

/** A line of YAML as people mean it: indent and list hyphen, key, value. */
const pairForm = /^(\s*(?:-\s+)?)([\p{L}_]+(?: [\p{L}_]+){0,3}):[ \t]+(.*\S)\s*$/u;

type Line = { readonly start: number; readonly text: string };

type Mistake = {
  readonly code: MessageCode;
  /** Offset in the YAML text, in UTF-16 units. */
  readonly position: number;
  readonly args: Readonly<Record<string, string>>;
  /** The line that holds all of the mistake. */
  readonly within?: Line;
};

/**
 * Finds what is likely wrong where a parser stopped. A parser names the place where it could not go
 * on, which is often lines below the mistake: a quotation mark that is never closed fails at the
 * end of the file. So the lines are read as people mean them, mistake by mistake.
 *
 * @param at turns an offset in the YAML text into a place in the file
 * @returns the problem, and the text with the faulty value left out, if the rest can still be read
 */
export function yamlMistake(
  error: Pick<YAMLParseError, "code" | "pos" | "message">,
  text: string,
  at: (position: number) => Place,
): { problem: Problem; rest?: string } {
  const [position] = error.pos;
  const here = lineAt(text, position);
  const found =
    oddIndent(here) ??
    openQuote(text, position) ??
    unknownEscape(error, here) ??
    missingSpace(here) ??
    unquotedColon(here) ??
    hash(here) ??
    firstCharacter(here) ??
    unevenIndent(text, here) ??
    textLines(text, here) ??
    openBracket(error, text, position);
  if (found === undefined)
    return { problem: problem("yaml-syntax", at(position), { line: here.text.trim() }) };
  return {
    problem: problem(found.code, at(found.position), found.args),
    ...(found.within && { rest: withoutValue(text, found.within) }),
  };
}

/** Returns the text with an empty value in one line; its length stays, and so does every offset. */
function withoutValue(text: string, { start, text: line }: Line): string {
  const kept = /^\s*(?:-\s+)*[\p{L}_]*/u.exec(line)![0];
  const emptied = `${kept}${kept.trimEnd() === kept ? ":" : '""'}`;
  const end = start + line.length;
  return text.slice(0, start) + emptied.padEnd(line.length).slice(0, line.length) + text.slice(end);
}

/** Finds tabs, and the no-break spaces that a word processor puts at the start of a line. */
function oddIndent({ start, text }: Line) {
  return /^ *[\t\u00a0\u3000]/u.test(text) ? mistake("yaml-tab", start, {}) : undefined;
}

/** Finds a quotation mark that is not closed on its line, or closed too early by one inside. */
function openQuote(text: string, until: number) {
  for (const { start, text: line } of linesUntil(text, until)) {
    const match = /^(\s*(?:-\s+)*(?:[\p{L}_]+:\s+)?)(["'])(.*)$/u.exec(line);
    if (!match) continue;
    const [, before, quote, rest] = match as unknown as [string, string, string, string];
    const close = closingQuote(rest, quote);
    const after = close === -1 ? "" : rest.slice(close + 1).trim();
    if (close !== -1 && (after === "" || after.startsWith("#"))) continue;
    if (close === -1 && goesOn(text.slice(start + line.length), quote)) continue;
    const whole = `${quote}${rest}`.trim();
    const isClosed = whole.length > 1 && whole.endsWith(quote);
    const inner = isClosed ? whole.slice(1, -1) : close === -1 ? whole.slice(1) : whole;
    const fixed = `${before.trim()} "${inner.replaceAll(/"([^"]*)"/gu, "“$1”").replaceAll('"', "”")}"`;
    const code = close === -1 ? "yaml-quote-open" : "yaml-quote-inside";
    const within = { start, text: line };
    return mistake(code, start + before.length, { value: whole, fixed: fixed.trim() }, within);
  }
  return undefined;
}

/** Finds a backslash that means nothing in quotation marks, such as those of `C:\\Users`. */
function unknownEscape({ code, pos }: Pick<YAMLParseError, "code" | "pos">, here: Line) {
  if (code !== "BAD_DQ_ESCAPE") return undefined;
  const [position] = pos;
  const value = here.text.slice(position - here.start, position - here.start + 2);
  return mistake("yaml-escape", position, { value }, here);
}

/**
 * True when a quoted text goes on in the next lines. Where it swallows a key, its closing mark was
 * forgotten.
 */
function goesOn(later: string, quote: string): boolean {
  const close = closingQuote(later, quote);
  if (close === -1 || /\n\s*(?:-\s+)?[\p{L}_]+:/u.test(later.slice(0, close))) return false;
  return /^[ \t]*(?:\n|$)/u.test(later.slice(close + 1));
}

/**
 * Returns where a quoted text ends, counted from behind its first mark; -1 when it does not end.
 */
function closingQuote(rest: string, quote: string): number {
  for (let index = 0; index < rest.length; index += 1) {
    if (quote === '"' && rest[index] === "\\") index += 1;
    else if (rest[index] === quote) {
      if (quote === '"' || rest[index + 1] !== quote) return index;
      index += 1;
    }
  }
  return -1;
}

/**
 * Finds a key without a colon and a blank: `title:Hội nghị`, `title= Hội nghị`, `title： Hội nghị`.
 */
function missingSpace(here: Line) {
  const { start, text } = here;
  const match = /^(\s*(?:-\s+)?)([\p{L}_]+)(?::(?![ \t])|\s*[=：])[\s\u00a0]*(.+)$/u.exec(text);
  if (!match) return undefined;
  const [, before, key, value] = match as unknown as [string, string, string, string];
  const args = { line: text.trim(), key, value: value.trim() };
  return mistake("yaml-no-space", start + before.length, args, here);
}

function unquotedColon(here: Line) {
  const { start, text } = here;
  const pair = pairForm.exec(text);
  if (!pair?.[3]?.includes(": ") || /^["'[{|>]/u.test(pair[3])) return undefined;
  const [, before, key, value] = pair as unknown as [string, string, string, string];
  const args = { key, value: value.replaceAll('"', '\\"') };
  return mistake("yaml-colon", start + before.length, args, here);
}

function hash(here: Line) {
  const { start, text } = here;
  if (!text.includes(" #") || !/[[{]/u.test(text)) return undefined;
  return mistake("yaml-hash", start + text.indexOf(" #") + 1, { line: text.trim() }, here);
}

function firstCharacter(here: Line) {
  const { start, text } = here;
  const pair = pairForm.exec(text);
  // A list may begin a value, but then nothing may follow it.
  if (!pair || !/^(?:[@`%&*!|>]|\[[^[\]]*\]\s*[^\s#\]]|\{[^{}]*\}\s*[^\s#}])/u.test(pair[3]!))
    return undefined;
  const [, before, key, value] = pair as unknown as [string, string, string, string];
  const args = { key, value: value.replaceAll('"', '\\"'), character: value[0]! };
  return mistake("yaml-first-character", start + before.length, args, here);
}

/** Finds a line that is indented more or less than its neighbours of the same group. */
function unevenIndent(text: string, here: Line) {
  const lines = [...linesUntil(text, text.length)].filter((line) => line.text.trim() !== "");
  const at = lines.findIndex(({ start }) => start === here.start);
  return oddAfter(lines, at - 1) ?? oddAfter(lines, at);
}

/** Finds the line after a given one, if its key is where no key of its group can be. */
function oddAfter(lines: readonly Line[], at: number) {
  const above = pairForm.exec(lines[at]?.text ?? "");
  const odd = lines[at + 1];
  const key = /^(\s*(?:-\s+)?)[\p{L}_]+:/u.exec(odd?.text ?? "");
  if (!above || !odd || !key) return undefined;
  const own = key[1]!.length;
  const aboves = above[1]!.length;
  const isTooDeep = own > aboves && !/^[|>]/u.test(above[3]!);
  const isBetween =
    own < aboves && !lines.slice(0, at).some(({ text }) => text.search(/[^\s-]/u) === own);
  if (!isTooDeep && !isBetween) return undefined;
  return mistake("yaml-indent", odd.start + own, {
    line: odd.text.trim(),
    sibling: `${above[2]}: ${above[3]}`,
    spaces: String(aboves),
  });
}

/** Finds a text that goes on in lines of its own, which no `|` has announced. */
function textLines(text: string, here: Line) {
  const own = here.text.trim();
  if (own.includes(":") || !/^[\p{L}\d“]/u.test(own) || !own.includes(" ")) return undefined;
  const above = [...linesUntil(text, here.start)].slice(0, -1);
  for (const line of above.reverse()) {
    const [, before, key, value] = /^(\s*(?:-\s+)?)([a-z_]+):(.*)$/u.exec(line.text) ?? [];
    if (key === undefined) {
      if (/^\s*-\s/u.test(line.text)) return undefined;
      continue;
    }
    if (/^\s*["'[{]/u.test(value!)) return undefined;
    return mistake("text-without-bar", line.start + before!.length, { key });
  }
  return undefined;
}

function openBracket({ message }: { message: string }, text: string, until: number) {
  if (!message.startsWith("Flow ")) return undefined;
  const open: number[] = [];
  for (const match of text.slice(0, until).matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/gu)) {
    if (/^[[{]/u.test(match[0])) open.push(match.index);
    else if (/^[\]}]/u.test(match[0])) open.pop();
  }
  const position = open.at(-1);
  if (position === undefined) return undefined;
  const character = text[position]!;
  const closing = character === "[" ? "]" : "}";
  const within = lineAt(text, position);
  const args = { character, closing, line: within.text.trim() };
  return mistake("yaml-bracket-open", position, args, within);
}

function mistake(
  code: MessageCode,
  position: number,
  args: Readonly<Record<string, string>>,
  within?: Line,
): Mistake {
  return { code, position, args, ...(within && { within }) };
}

function lineAt(text: string, position: number): Line {
  const start = text.lastIndexOf("\n", position - 1) + 1;
  const end = text.indexOf("\n", position);
  return { start, text: text.slice(start, end === -1 ? undefined : end) };
}

/** Yields the lines up to and including the one at a position. */
function* linesUntil(text: string, until: number): Generator<Line> {
  for (let start = 0; start <= until; ) {
    const line = lineAt(text, start);
    yield line;
    start += line.text.length + 1;
  }
}
