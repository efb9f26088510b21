import type { Where } from "./deception.ts";

/*
 * Letters and digits in a form that Unicode keeps for old standards and for mathematics: full-width
 * (Ａ), mathematical (𝐀), circled (Ⓐ), joined (ﬁ). They look like letters, and no search finds them.
 */

/** Any of them. */
const styled =
  /[\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u1e9a\u1e9b\u2100-\u2102\u2105-\u2108\u210a-\u2113\u2115\u2118-\u211d\u2120\u2121\u2124\u2128\u212c-\u2134\u2139\u213b-\u2140\u2145-\u2149\u2160-\u2188\u249c-\u24e9\ua7f2-\ua7f4\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}\u{1ccd6}-\u{1ccf9}\u{1f110}-\u{1f189}\u{1f1e6}-\u{1f1ff}\u{1fbf0}-\u{1fbf9}]/u;
const wide = /[\uff01-\uff5e]/u;
const enclosed = /[\u249c-\u24e9\u{1f110}-\u{1f189}]/u;
/** One that is made of several is not found by its letters: ⅩⅢ. */
const numerals = /^[\u2160-\u2182]$/u;
const symbols = /^(?:[\u2100-\u2149\u{1d400}-\u{1d7ff}]\p{M}?\p{No}?|\d*[ℓ℮])$/u;
/** Signs that are letters only by their place in Unicode. */
const signs = /^\d*(?:[mkcd]?ℓ|℅|℠|℡)$/u;
const eastAsian = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\u3000-\u303f]/u;
/** Squared and circled letters have no decomposition when they are white on black. */
const negative = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;

/**
 * Returns a word in plain letters; undefined when it has no styled ones, or only such as belong
 * there: a numeral (Ⅱ), a single symbol of a formula, a single circled letter, full width among
 * Chinese characters.
 *
 * @param before the character before the word
 * @param after the character after it
 */
export function plainForm(
  word: string,
  before: string,
  after: string,
  where: Where,
): string | undefined {
  if (!styled.test(word) || numerals.test(word) || signs.test(word)) return undefined;
  if (where === "body" && symbols.test(word)) return undefined;
  if (enclosed.test(word) && [...word].length === 1 && where === "body") return undefined;
  if (
    eastAsian.test(before + word + after) &&
    [...word].every((one) => !styled.test(one) || wide.test(one))
  )
    return undefined;
  return word
    .replaceAll(negative, (one) => String.fromCodePoint(0x41 + indexOf(one.codePointAt(0)!)))
    .normalize("NFKC");
}

const bold = /[\u210a-\u2113\u211b-\u211d\u212c-\u2131\u{1d400}-\u{1d7ff}]/u;

/** Returns whether a word is in the bold, slanted or script letters of mathematics. */
export function isBold(word: string): boolean {
  return bold.test(word);
}

export function isStyled(letter: string): boolean {
  return styled.test(letter);
}

/** Returns the place in the alphabet of a letter in white on black. */
function indexOf(code: number): number {
  const start = [0x1_f1_e6, 0x1_f1_70, 0x1_f1_50].find((first) => code >= first)!;
  return code - start;
}

/** Signs of East Asian text, and small ones, in place of ours. */
export const wideSigns =
  /[\u2024\u3001\u3002\ufe50-\ufe6b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff61\uff64]+/gu;

/** Returns signs in the form of our own. */
export function narrowSigns(signs: string): string {
  return signs.normalize("NFKC").replaceAll("。", ".").replaceAll("、", ",");
}

/** True for a text with Chinese, Japanese or Korean in it. */
export function isEastAsian(text: string): boolean {
  return /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(text);
}
