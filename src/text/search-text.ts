/*
 * The words of a text as the search index knows them. The index is made when the site is built, a
 * query is read in the reader's browser; both use what is here, so the two always meet.
 */

/** Name of the filter by year, which has no list in the index: it says which parts to load. */
export const yearFilter = "nam";
/** Names of the other filters: of the fields on the search page, and in the address of a search. */
export const searchFilters = { unit: "don-vi", tag: "chu-de", awards: "khen-thuong" } as const;

/** What the address of the search page asks for when another address leads nowhere. */
export const lostQuery = "dia-chi";

/** Returns the words of the last part of an address: `…/2024/03/05/hop-chi-bo/` → `hop chi bo`. */
export function wordsOfAddress(address: string): string {
  const [, part = ""] = /([^/?#]+)\/?(?:[?#].*)?$/u.exec(address) ?? [];
  // It reads what is escaped, and never fails.
  const written = new URLSearchParams(`a=${part}`).get("a") ?? "";
  return written.replace(/\.\w+$|[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The longest word that is indexed, in UTF-16 units: what is longer is an address or a code. */
const longestWord = 40;

/** What stands between two words that are not side by side. */
const breaks = /[.,;:!?…()[\]{}–—|\n]/u;

/**
 * Calls `visit` for each word of a text as it is written.
 *
 * @param visit `isBesideLast` is true when no punctuation parts the word from the one before.
 *   "98,2", "1.625" and "21-KL/TW" are words side by side. `from` is where the word begins.
 */
export function eachWord(
  text: string,
  visit: (word: string, isBesideLast: boolean, from: number) => void,
): void {
  let end = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (roleAt(text, at) !== begins) continue;
    const from = at;
    do at += 1;
    while (at < text.length && roleAt(text, at) !== outside);
    const word = text.slice(from, at);
    visit(
      word.length > longestWord ? beginningOf(word) : word,
      end !== -1 && areBeside(text, end, from),
      from,
    );
    end = at;
  }
}

/*
 * What a letter can do in a word. A word begins with a letter or digit; marks alone are none: an
 * emoji is followed by one (U+FE0F) that says it is in colour.
 */
const outside = 1;
const goesOnIn = 2;
const begins = 3;
/** The roles of UTF-16 units that were met; a text has few different ones, and asking is slow. */
const roles = new Uint8Array(0x1_0000);

function roleAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = roles[unit]!;
  if (known !== 0) return known;
  // Half of a letter has the role of the whole, which the other half decides too.
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && at > 0;
  const letter = String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at)!);
  if (isSecondHalf && letter.length === 1) return outside;
  const role = /[\p{L}\p{N}]/u.test(letter) ? begins : /\p{M}/u.test(letter) ? goesOnIn : outside;
  if (unit < 0xd800 || unit > 0xdfff) roles[unit] = role;
  return role;
}

/** Returns the first letters of a long word, none of them cut in half. */
function beginningOf(word: string): string {
  return word.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/u, "");
}

function areBeside(text: string, from: number, to: number): boolean {
  if (to - from === 1) {
    const sign = text.charCodeAt(from);
    if (sign === space || sign === hyphen || sign === slash) return true;
    if (sign === comma || sign === stop)
      return isDigit(text.charCodeAt(from - 1)) && isDigit(text.charCodeAt(to));
  }
  return !breaks.test(text.slice(from, to));
}

const space = 0x20;
const comma = 0x2c;
const hyphen = 0x2d;
const stop = 0x2e;
const slash = 0x2f;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Returns a word as it is spelt in the index: NFC, lower case, and its tone mark where older
 * spelling puts it ("hoà" is "hòa", "uỷ" is "ủy"). Only at the end of a syllable, because elsewhere
 * there is only one place ("hoàn").
 */
export function spellingOf(word: string): string {
  return word
    .replace(/[ðÐ]/gu, "đ")
    .toLowerCase()
    .normalize("NFD")
    .replace(lateTone, "$1$3$2$4$6$5")
    .normalize("NFC");
}

/**
 * Groups of a match: of the two halves one is always empty. In "quý" the "u" belongs to the
 * consonant, so its tone mark has one place only.
 */
const lateTone =
  /(?:(o)([ae])([\u0300\u0301\u0303\u0309\u0323])|((?:^|[^q])u)(y)([\u0300\u0301\u0303\u0309\u0323]))$/u;

/**
 * Returns a spelling without its marks: "đường" and "dương" are both "duong". The same as `fold`,
 * which a browser need not load.
 */
export function plainOf(spelling: string): string {
  return spelling.replace(/đ/gu, "d").normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * Returns the number of the file of a part that has a word and all pairs that begin with it (FNV-1a
 * of its letters).
 *
 * @param files how many files the part has
 */
export function fileOf(plain: string, files: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at += 1)
    hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
  // The low bits of a short word hardly differ, so the high ones are mixed in.
  return ((hash ^ (hash >>> 15)) >>> 0) % files;
}

/** The digits of numbers in the index, as in source maps: five bits each, the lowest first. */
export const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Set in every digit of a number but the last. */
export const goesOn = 32;

/** How many articles are in one file of titles. */
export const titlesInFile = 32;

/**
 * What a part of the index knows of an article, to be shown: address, title, unit, picture. Of a
 * section of an attached file: address of the page of the document, its name, unit, nothing, and
 * what is to be known of the file.
 */
export type TitleRow = readonly [
  url: string,
  title: string,
  unit: string,
  picture: string,
  file?: FileRow,
];

/** What a search calls a document, which it shows below other pages of a name. */
export const documentHit = "Văn bản";

/** What is suggested while somebody types; the other names are not shown. */
export type Suggestion = readonly [
  url: string,
  name: string,
  kind: string,
  ...otherNames: readonly string[],
];

/** Returns the words of a text without their marks. */
export function plainWords(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(plainOf(spellingOf(word))));
  return words;
}

/** Address and name of an attached file, and the number of the first page of a section, from 1. */
export type FileRow = readonly [url: string, name: string, firstPage: number];

/**
 * Returns the address of the text of a section, a list of pages. It follows from the file alone, so
 * that files that come later change nothing of it.
 */
export function sectionTextUrl([url, , firstPage]: FileRow): string {
  return `/tim-kiem/muc-luc/chu/${url.split("/")[2]}-${firstPage}.json`;
}

/** Returns the name under which a part in the cache has the text of its section at a place. */
export function sectionFile(place: number): string {
  return `trang-${place}.json`;
}

/**
 * What the articles of a part can be narrowed down to: lists of articles, each number the distance
 * to the one before.
 */
export type Choices = {
  readonly [name in (typeof searchFilters)[keyof typeof searchFilters]]: Readonly<
    Record<string, string>
  >;
};

/** What was told of a word in an article, in one digit. */
export const inTitle = 4;
