/*
 * What the search index and a query have in common. Both are changed here, the one when the site is
 * built and the other in the reader's browser, so that they always meet.
 */

/**
 * Pagefind drops the marks of letters, so it finds "ủy" for "uy", and ranks what is typed exactly
 * first. But đ is d with a stroke, which Unicode does not count as a mark: "duong" would never find
 * "đường". In the index and in queries ḓ (d with a circumflex below) stands for it: a letter that
 * loses its mark like all others and that Vietnamese has no use for.
 */
export function toIndexed(text: string): string {
  return text.normalize("NFC").replace(/[đð]/gu, "ḓ").replace(/[ĐÐ]/gu, "Ḓ");
}

/** Names of the filters; the search page has a field for each, and a query in an address uses the same. */
/** The year has no word in the index: it says which parts of it to load. */
export const yearFilter = "nam";
export const searchFilters = { unit: "don-vi", tag: "chu-de", awards: "khen-thuong" } as const;

/**
 * A word that stands for a choice, such as a unit. Pagefind has filters of its own, but writes them in
 * another order each time, and a site should be the same bytes whenever it is built. The word has
 * letters only, or else Pagefind would take it apart.
 *
 * @param value an id or a slug
 */
export function choiceWord(name: string, value: string): string {
  const letters = `${name}-${value}`.replace(/[z\d-]/gu, (sign) =>
    sign === "-" ? "zz" : sign === "z" ? "zy" : `z${"abcdefghij"[Number(sign)]}`,
  );
  return `zq${letters}`;
}

/** The choice that every article fits. */
export const everyArticle = choiceWord("moi", "bai");

/** Turns what came out of the index back into what was written. */
export function asWritten(text: string): string {
  return text.replace(/ḓ/gu, "đ").replace(/Ḓ/gu, "Đ");
}

/** Whether a text in the form of the index has marks, as somebody types who means just these letters. */
export function hasMarks(indexed: string): boolean {
  return /\p{M}/u.test(indexed.normalize("NFD"));
}

/**
 * A text with its tone marks as they are and in both usual places: "hòa" and "hoà", "ủy" and "uỷ"
 * are one word. Only at the end of a syllable, for elsewhere there is but one place ("hoàn").
 */
export function toneSpellings(text: string): string[] {
  const apart = text.normalize("NFD");
  const late = apart.replace(earlyTone, swapped).normalize("NFC");
  const early = apart.replace(lateTone, swapped).normalize("NFC");
  return [...new Set([text.normalize("NFC"), late, early])];
}

const tone = "([\u0300\u0301\u0303\u0309\u0323])";
const end = "(?![\\p{L}\\p{M}])";
const earlyTone = new RegExp(`(?:(o)${tone}([ae])|(u)${tone}(y))${end}`, "giu");
const lateTone = new RegExp(`(?:(o)([ae])${tone}|(u)(y)${tone})${end}`, "giu");
/** Of the two halves of a pattern one is empty. */
const swapped = "$1$4$3$6$2$5";
