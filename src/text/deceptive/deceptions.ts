import { codePoint, type Deception, shown, type Where } from "./deception.ts";
import { withoutEmoji } from "./emoji.ts";
import { misreadPhrases } from "./foreign-phrases.ts";
import { invisibleIn } from "./invisible.ts";
import { hasTwoTones, isBlank, isOdd, kindsIn } from "./plain-letters.ts";
import { isEastAsian, narrowSigns, wideSigns } from "./styled.ts";
import { turnedLines } from "./turned-lines.ts";
import { doubleTones, foreignDs } from "./vietnamese-letters.ts";
import { deceptiveWords } from "./words.ts";

/*
 * What readers cannot see, or take for something else. The rule follows the security mechanisms of
 * Unicode (UTS #39) and what UTS #55 says of source code; docs/decisions/0027 has the reasons.
 */

/**
 * Finds what deceives in a text. Most texts are done after one look at each letter.
 *
 * @param words the text with blanks in place of what is not to be read as words
 */
export function* deceptionsIn(text: string, where: Where, words = text): Generator<Deception> {
  const kinds = kindsIn(text);
  if (kinds & (where === "body" ? isOdd : isOdd | isBlank)) {
    yield* invisibleIn(text);
    yield* unreadable(text);
    const misread = withoutEmoji(words);
    yield* foreignDs(misread);
    yield* deceptiveWords(misread, where);
    yield* misreadPhrases(misread, where);
    yield* wideSignsIn(misread, where);
    yield* oddBlanks(misread, where);
    yield* oddHyphens(misread);
    yield* turnedLines(misread, where);
  }
  if (kinds & hasTwoTones) yield* doubleTones(words);
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: this file finds them.
/** Runs of control characters, letters of private use and code points that are none. */
const control =
  /[[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Co}\p{Cn}\p{Cs}\ufffc\ufffd]--[\p{Default_Ignorable_Code_Point}\p{Extended_Pictographic}]]+/gv;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: see above

function* unreadable(text: string): Generator<Deception> {
  for (const { 0: run, index } of text.matchAll(control)) {
    const args = { code: codePoint(run) };
    yield { code: "control-character", index, length: run.length, args };
  }
}

/** Signs that Markdown, or YAML in the front matter, does not read as anything but themselves. */
const harmless = { body: /^[.,:;!?()%+/=-]+$/u, elsewhere: /^[.;?()%+/=]+$/u };

function* wideSignsIn(text: string, where: Where): Generator<Deception> {
  for (const { 0: run, index } of text.matchAll(wideSigns)) {
    if (isEastAsian(nearby(text, index, run.length))) continue;
    const narrow = narrowSigns(run);
    const isHarmless = harmless[where === "body" ? "body" : "elsewhere"].test(narrow);
    const fixed = isHarmless ? narrow : undefined;
    const args = { value: run, letter: [...run][0]!, code: codePoint(run), suggestion: narrow };
    yield { code: "styled-letters", index, length: run.length, args, fixed };
  }
}

/**
 * Blanks other than the space bar's. Typography has some that keep a number and its unit together;
 * a name has no use for them, and two names with different blanks would look the same.
 */
const inNames = /[\p{Zs}--\u0020]+/gv;
const inLines = /[\p{Zs}--[\u0020\u00a0\u2002\u2003\u2009\u200a\u202f]]+/gv;
/** In a body also the one that is as wide as a digit, which sets numbers below one another. */
const inBodies = /[\p{Zs}--[\u0020\u00a0\u2002\u2003\u2007\u2009\u200a\u202f]]+/gv;
const oddBlank = { name: inNames, line: inLines, body: inBodies } as const;

function* oddBlanks(text: string, where: Where): Generator<Deception> {
  for (const { 0: run, index } of text.matchAll(oddBlank[where])) {
    const around = nearby(text, index, run.length);
    // At the start of a line it is an indent, which YAML has messages for.
    if (where !== "body" && /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, index - 40), index)))
      continue;
    // The blank of Chinese and Japanese is as wide as a letter of them.
    if (where !== "name" && /^\u3000+$/u.test(run) && /[\p{sc=Han}\p{sc=Kana}]/u.test(around))
      continue;
    const value = shown(wordsAround(text, index, run.length));
    yield {
      code: "odd-blank",
      index,
      length: run.length,
      args: { code: codePoint(run), value },
      fixed: " ",
    };
  }
}

/** Hyphens of Word's within a word or a number, where a search knows only the plain one. */
const oddHyphen = /(?<=[\p{L}\p{M}\p{N}])[\u2010\u2011](?=[\p{L}\p{N}])/gu;

function* oddHyphens(text: string): Generator<Deception> {
  for (const { 0: hyphen, index } of text.matchAll(oddHyphen)) {
    const value = wordsAround(text, index, 1).replace(" ", hyphen);
    const args = {
      code: codePoint(hyphen),
      value,
      suggestion: value.replaceAll(/[\u2010\u2011]/gu, "-"),
    };
    yield { code: "odd-hyphen", index, length: 1, args, fixed: "-" };
  }
}

/** Returns what is around a place in its line, at most so much as a line on a screen. */
function nearby(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - 40), index);
  const after = text.slice(index + length, index + length + 40);
  const run = text.slice(index, index + length);
  return before.slice(before.lastIndexOf("\n") + 1) + run + after.replace(/\n[\s\S]*$/u, "");
}

/** Returns the words before and behind a blank, with a plain one between them. */
function wordsAround(text: string, index: number, length: number): string {
  const before = /\S*$/u.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? "";
  const after = /^\S*/u.exec(text.slice(index + length, index + length + 40))?.[0] ?? "";
  return `${before} ${after}`.trim();
}
