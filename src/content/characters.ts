import type { MessageCode } from "../problems/messages.ts";
import { type Problem, placeAt, problem } from "../problems/problem.ts";
import { legacyText } from "../text/legacy-text.ts";

/**
 * Characters that no writer means: they come along when text is pasted from Word, Zalo or a PDF,
 * cannot be seen, and keep search from finding the word.
 */

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: this file finds them.
// Everything that needs a closer look, in one fast pass: most articles hold none of it.
const suspect =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u00d0\u00f0\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ue000-\uf8ff\ufffd-\uffff]/;

const invisible =
  /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd-\uffff]/gu;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: see above
const wrongD = /[Ðð]\p{L}*/gu;

/** The five tone marks as combining characters: grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const vowelRun = /(?:[aeiouyAEIOUY]\p{M}*)+/gu;
const word = /[\p{L}\p{M}]+/gu;

/** At most this many problems are reported of one file: rubbish should not fill the screen. */
const mostProblems = 50;

/**
 * Finds invisible and control characters, `Ð` (U+00D0) in place of `Đ`, and two tone marks on one
 * syllable.
 */
export function characterProblems(file: {
  readonly path: string;
  readonly text: string;
}): Problem[] {
  const { path, text } = file;
  const found: Problem[] = [];
  const report = (code: MessageCode, offset: number, args: Record<string, string>) => {
    if (found.length >= mostProblems) return;
    found.push(problem(code, placeAt(path, text, offset), args));
  };
  if (suspect.test(text)) {
    // In the old font TCVN3 the soft hyphen is the letter ư, and Ð is é: such lines have a message
    // of their own.
    const isLegacy = newLegacyLines(text);
    for (const { index, 0: character } of text.matchAll(invisible)) {
      if (isLegacy(index)) continue;
      report("invisible-character", index, {
        code: codePoint(character),
        around: wordAround(text, index),
      });
    }
    for (const { index, 0: character } of text.matchAll(control)) {
      report("control-character", index, { code: codePoint(character) });
    }
    for (const { index, 0: written } of text.matchAll(wrongD)) {
      if (isLegacy(index)) continue;
      report("wrong-d", index, {
        value: written,
        fixed: written.replaceAll("Ð", "Đ").replaceAll("ð", "đ"),
      });
    }
  }
  for (const { index, value } of doubleTones(text)) report("double-tone", index, { value });
  return found;
}

/**
 * Makes a function that returns whether the line at an offset was typed for an old font. It
 * memoizes, so each line is looked at once.
 */
function newLegacyLines(text: string): (offset: number) => boolean {
  const known = new Map<number, boolean>();
  return (offset) => {
    const start = text.lastIndexOf("\n", offset) + 1;
    let isLegacy = known.get(start);
    if (isLegacy === undefined) {
      const end = text.indexOf("\n", offset);
      isLegacy = legacyText(text.slice(start, end === -1 ? undefined : end)) !== undefined;
      known.set(start, isLegacy);
    }
    return isLegacy;
  };
}

/**
 * Returns a line as it should be: composed, without invisible characters, and with Đ for the
 * foreign Ð.
 */
export function fixCharacters(line: string): string {
  const composed = line.normalize("NFC");
  if (!suspect.test(composed)) return composed;
  // In an old font these are letters.
  if (legacyText(composed) !== undefined) return composed;
  return composed
    .replaceAll(invisible, "")
    .replaceAll(wrongD, (word) => word.replaceAll("Ð", "Đ").replaceAll("ð", "đ"));
}

// In NFC only two toned letters side by side (hòà), or a letter with a mark that did not compose
// (ạ́), can hold two tones on one syllable; both are rare enough to look closely. Every letter of
// every article is looked up here, so this is a table: a regular expression would be among the
// slowest steps of reading.
const kinds = new Uint8Array(0x1_00_00);
const isVowel = 1;
const isToned = 2;
const isMark = 4;
for (const vowel of "aăâeêioôơuưy") {
  for (const letter of [vowel, vowel.toUpperCase()]) {
    kinds[letter.charCodeAt(0)] = isVowel;
    for (const tone of "\u0300\u0301\u0303\u0309\u0323")
      kinds[(letter + tone).normalize("NFC").charCodeAt(0)] = isVowel | isToned;
  }
}
for (let mark = 0x03_00; mark <= 0x03_6f; mark += 1) kinds[mark] = isMark;

/** False when certainly no syllable has two tones. */
function mayHaveTwoTones(text: string): boolean {
  let lastToned = -3;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)]!;
    if (kind === isMark) return true;
    if ((kind & isToned) === 0) continue;
    const between = kinds[text.charCodeAt(at - 1)]! & isVowel;
    if (lastToned === at - 1 || (lastToned === at - 2 && between)) return true;
    lastToned = at;
  }
  return false;
}

function doubleTones(text: string): { index: number; value: string }[] {
  if (!mayHaveTwoTones(text)) return [];
  const found: { index: number; value: string }[] = [];
  for (const { index, 0: value } of text.matchAll(word)) {
    if (!mayHaveTwoTones(value)) continue;
    const runs = value.normalize("NFD").match(vowelRun) ?? [];
    if (runs.some((run) => (run.match(tones)?.length ?? 0) > 1)) found.push({ index, value });
  }
  return found;
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Returns the visible word on both sides of an offset, so that the writer can find the place. */
function wordAround(text: string, offset: number): string {
  const before = /\S*$/u.exec(text.slice(Math.max(0, offset - 24), offset))?.[0] ?? "";
  const after = /^\S*/u.exec(text.slice(offset + 1, offset + 24))?.[0] ?? "";
  return before + after;
}
