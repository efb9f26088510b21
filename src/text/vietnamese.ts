import { onceForName } from "../work/once.ts";
import { stackedMarks } from "./compose.ts";

/**
 * The rules of Vietnamese text that every part shares: one way to fold, one way to sort, one way to
 * write a number. Regular expressions here name Unicode letters; `[a-z]` would shred the language.
 */

/**
 * Returns the key under which two spellings count as the same: NFC, lower case, đ → d *before*
 * marks are dropped (đ has no decomposition, so dropping marks alone leaves it), also for the
 * look-alike Ð (U+00D0); then every mark goes. `hòa` and `hoà`, `ủy` and `uỷ`, `Đường` and `duong`
 * fold alike.
 */
export const fold = onceForName((text): string => {
  // Marks are dropped anyway, and a pile of them takes minutes to be put into order.
  const light = stackedMarks(text) === -1 ? text : text.replaceAll(/\p{M}/gu, "");
  return light
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[đð]/gu, "d")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
});

/**
 * Returns a key that tells people's names apart: Hùng is not Hưng, but `Hòa` and `Hoà`, one tone
 * mark in two places, are one spelling. Neither case nor spaces matter.
 */
export const nameKey = onceForName((name): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .split(/\s+/u)
    .filter((syllable) => syllable !== "")
    .map((syllable) => syllable.replaceAll(tone, "") + (syllable.match(tone)?.join("") ?? ""))
    .join(" "),
);

const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** True when two sentences differ only in case, marks, and blanks and punctuation at their ends. */
export function saysSame(a: string, b: string): boolean {
  // Folding is expensive, and most pairs differ in length by more than their punctuation.
  return Math.abs(a.length - b.length) < 10 && bare(a) === bare(b);
}

function bare(text: string): string {
  return fold(text)
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[\p{P}\s]+|(?<![\p{P}\s])[\p{P}\s]+$/gu, "");
}

/**
 * Returns the last part of an address: the folded text in ASCII letters and digits, with one hyphen
 * for anything else. Empty for a text without Latin letters or digits (`日本`, `///`); the caller
 * makes that a problem.
 */
export function slugOf(text: string): string {
  // Names of files are mostly as they should be, and no two are the same.
  return slugForm.test(text) ? text : newSlug(text);
}

const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const newSlug = onceForName((text): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, ""),
);

const collator = new Intl.Collator("vi", { numeric: true });

/**
 * Compares in Vietnamese alphabetical order, numbers in a text by value (Khóa 9 before Khóa 10).
 */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b) || compareCodes(a, b);
}

/** The order of ids, paths and days, which is that of their UTF-16 units. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares names of people: by given name, which is the last word, then by the whole name. */
export function comparePeople(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || compareText(a, b);
}

/** Returns the last word of a name, which is what people are called by. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? name;
}

/** Returns the letter under which a name is in an index: of the given name, without its tone. */
export function indexLetter(name: string): string {
  const letters = givenName(name).normalize("NFD").replaceAll(tone, "").normalize("NFC");
  return [...letters][0]?.toLocaleUpperCase("vi") ?? "";
}

/** Returns a text that begins with a capital letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

const numberFormat = new Intl.NumberFormat("vi", { maximumFractionDigits: 9 });

/**
 * Writes a number as `1.625` or `98,2`: "." between thousands, "," before at most nine decimals.
 */
export function formatNumber(value: number): string {
  return numberFormat.format(value).replace("-", "−");
}

/**
 * Counts the syllables of a text: in Vietnamese each is written by itself between spaces, and a
 * number counts as one. A loop, not a regular expression, because it sees every letter of the site.
 */
export function countSyllables(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) inside = false;
    else if (!inside && isLetterOrDigit(code)) {
      inside = true;
      count += 1;
    }
  }
  return count;
}

/**
 * True for the letters of all alphabets, and for some signs among them, which are hardly ever
 * alone.
 */
function isLetterOrDigit(code: number): boolean {
  if (code >= 0xc0) return code < 0x2000 || code > 0x2bff;
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

const roman = /^[IVXLCDM]+$/u;

/** True for a Roman numeral in capitals, as terms of office are written (XIX). */
export function isRoman(text: string): boolean {
  return roman.test(text);
}
