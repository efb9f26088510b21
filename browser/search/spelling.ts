import { eachWord, plainOf, spellingOf } from "../../src/text/search-text.ts";
import type { Word, Words } from "./query.ts";
import type { Search } from "./reading.ts";
import { writtenByKeys } from "./typing.ts";

/**
 * Returns what was probably meant by a query that finds no article with all its words; undefined
 * when nothing better is known. Quotation marks and signs stay as they were typed.
 *
 * @param titleWords the words of all titles, each as it is usually spelt, the commonest first
 */
export async function meantBy(
  typed: string,
  { words, pairs }: Words,
  search: Pick<Search, "isKnown" | "followers">,
  titleWords: readonly string[],
): Promise<string | undefined> {
  const usual = new Map(titleWords.map((one): [string, string] => [plainOf(one), one]));
  const meant = new Map<string, string>();
  const last = words.length - 1;
  for (const [at, word] of words.entries()) {
    const isKnown = search.isKnown(at) || usual.has(word.plain);
    // A last word that is known may still be meant for another: "khuyến họ", "hiến mua".
    if (isKnown && (at < last || meant.size > 0)) continue;
    const before = pairs.find(({ second }) => second === at)?.first;
    const followers = plainFirst(
      before === undefined ? [] : byCount(await search.followers(before)),
    );
    // It is beside the word before somewhere, only not where the reader looks.
    if (followers.has(word.plain)) continue;
    const found = isKnown
      ? nearest(word.plain, followers, 1)
      : likely(word, followers, usual, at === last);
    if (found !== undefined) meant.set(word.marked ?? word.plain, found);
  }
  return meant.size === 0 ? undefined : replaceWords(typed, meant);
}

function byCount(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([spelling]) => spelling);
}

/** Returns spellings by their letters without marks; the first of those that are alike. */
function plainFirst(spellings: readonly string[]): ReadonlyMap<string, string> {
  const byPlain = new Map<string, string>();
  for (const spelling of spellings) {
    const plain = plainOf(spelling);
    if (!byPlain.has(plain)) byPlain.set(plain, spelling);
  }
  return byPlain;
}

/** Words by their letters without marks, the commonest first. */
type Spellings = ReadonlyMap<string, string>;

/**
 * Finds what a word that nobody wrote should be: first what its keys write, then a word that
 * follows the one before it somewhere, then a word of titles.
 */
function likely(
  word: Word,
  followers: Spellings,
  titles: Spellings,
  isLast: boolean,
): string | undefined {
  const { plain, marked } = word;
  if (/^\d/u.test(plain)) return likelyNumber(marked ?? plain);
  const written = marked === undefined ? writtenByKeys(plain) : undefined;
  if (written !== undefined) {
    const usual = followers.get(plainOf(written)) ?? titles.get(plainOf(written));
    if (usual !== undefined) return isHalfMarked(written) ? usual : written;
  }
  // Only the last word can be one that is not finished.
  return (
    nearest(plain, followers, isLast ? 1 : undefined) ??
    nearest(plain, titles, isLast ? 2 : undefined) ??
    written ??
    likelyNumber(marked ?? plain)
  );
}

/** Reads "21KL" as "21 KL", "NQ18" as "NQ 18", and "1625" as "1.625", as it is printed. */
function likelyNumber(word: string): string | undefined {
  if (/^[1-9]\d{3,}$/u.test(word)) return word.replace(/\B(?=(?:\d{3})+$)/gu, ".");
  if (!/^(?:\d+\p{L}+|\p{L}+\d+)$/u.test(word)) return undefined;
  return word.replace(/\d+/u, " $& ").trim().toUpperCase();
}

/** Puts other words into a text, by their spelling. */
function replaceWords(text: string, others: ReadonlyMap<string, string>): string {
  let replaced = "";
  let end = 0;
  eachWord(text, (word, _isBesideLast, from) => {
    const other = others.get(spellingOf(word));
    if (other === undefined) return;
    replaced += text.slice(end, from) + other;
    end = from + word.length;
  });
  return replaced + text.slice(end);
}

/** Returns whether a syllable lacks the mark that these vowels always have: "thuỏng", "viẹc". */
function isHalfMarked(syllable: string): boolean {
  const withoutTone = syllable.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, "");
  return /uo(?!\p{M})|[iy]e(?!\p{M})/u.test(withoutTone);
}

/**
 * Finds the commonest word that begins so, otherwise one that is one slip of the finger away.
 *
 * @param shortest letters that a beginning has at least; undefined when the word is finished
 */
function nearest(plain: string, known: Spellings, shortest?: number): string | undefined {
  const mayBegin = shortest !== undefined && plain.length >= shortest;
  const whole = mayBegin ? beginningSo(plain, known) : undefined;
  // Nearly every word is one slip away from one of two letters.
  if (whole !== undefined || plain.length < 3) return whole;
  for (const [one, spelling] of known) if (isOneSlip(plain, one)) return spelling;
  return undefined;
}

/** Finds the commonest word that begins so and goes on. */
function beginningSo(plain: string, known: Spellings): string | undefined {
  for (const [one, spelling] of known)
    if (one.length > plain.length && one.startsWith(plain)) return spelling;
  return undefined;
}

/**
 * Returns whether two words differ in one letter that is wrong, missing or too many, or in two
 * neighbours that changed places (a Damerau–Levenshtein distance of one).
 */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
