/*
 * The letters that the search index and a query have in common. The index is converted here when
 * the site is built, a query in the reader's browser, so that the two always meet.
 */

/**
 * Converts a text into the letters of the index. Pagefind drops the marks of letters, so it finds
 * "ủy" for "uy", and ranks what is typed exactly first. But đ is d with a stroke, which Unicode
 * does not count as a mark: "duong" would never find "đường". So ḓ (d with a circumflex below)
 * takes its place in the index and in queries: a letter that loses its mark like all others and
 * that Vietnamese has no use for.
 */
export function toIndexed(text: string): string {
  return text.normalize("NFC").replace(/[đð]/gu, "ḓ").replace(/[ĐÐ]/gu, "Ḓ");
}

/** Name of the filter by year, which has no word in the index: it says which parts to load. */
export const yearFilter = "nam";
/** Names of the other filters: of the fields on the search page, and in the address of a search. */
export const searchFilters = { unit: "don-vi", tag: "chu-de", awards: "khen-thuong" } as const;

/**
 * Returns the word that marks a choice in the index, such as a unit. Pagefind has filters of its
 * own, but writes them in another order each time, and a site should be the same bytes whenever it
 * is built. The word has letters only, otherwise Pagefind would split it.
 *
 * @param value an id or a slug
 */
export function choiceWord(name: string, value: string): string {
  const letters = `${name}-${value}`.replace(/[z\d-]/gu, (sign) =>
    sign === "-" ? "zz" : sign === "z" ? "zy" : `z${"abcdefghij"[Number(sign)]}`,
  );
  return `zq${letters}`;
}

/** The word that every article has. */
export const everyArticle = choiceWord("moi", "bai");

/** Turns a text from the index back into what was written. */
export function asWritten(text: string): string {
  return text.replace(/ḓ/gu, "đ").replace(/Ḓ/gu, "Đ");
}

/**
 * True when a text in the letters of the index has marks: anyone who types them means exactly these
 * letters.
 */
export function hasMarks(indexed: string): boolean {
  return /\p{M}/u.test(indexed.normalize("NFD"));
}

/**
 * Returns a text as it is and with its tone marks in both usual places: "hòa" and "hoà", "ủy" and
 * "uỷ" are one word. Only at the end of a syllable, because elsewhere there is only one place
 * ("hoàn").
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
/** The groups of a match in the other order. One of the two halves of a pattern is always empty. */
const swapped = "$1$4$3$6$2$5";
