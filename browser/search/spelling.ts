import { eachWord, plainOf, spellingOf } from "../../src/text/search-text.ts";
import { readWords, type Word, type Words } from "./query.ts";
import type { Neighbours, Search } from "./reading.ts";
import { syllablesIn, writtenByKeys } from "./typing.ts";

type Known = Pick<Search, "isKnown" | "neighbours">;

/**
 * Returns what was probably meant by a query that finds no article with all its words; undefined
 * when nothing better is known. Quotation marks and signs stay as they were typed. Where no marks
 * were typed, it has those that articles have.
 *
 * @param titleWords the words of all titles, each as it is usually spelt, the commonest first
 */
export async function meantBy(
  typed: string,
  query: Words,
  search: Known,
  titleWords: readonly string[],
): Promise<string | undefined> {
  const { words, pairs } = query;
  const usual = new Map(titleWords.map((one): [string, string] => [plainOf(one), one]));
  const meant = new Map<string, string>();
  const last = words.length - 1;
  for (const [at, word] of words.entries()) {
    const isKnown = search.isKnown(at) || usual.has(word.plain);
    // A last word that is known may still be meant for another: "khuyến họ", "hiến mua".
    if (isKnown && (at < last || meant.size > 0)) continue;
    const before = pairs.find(({ second }) => second === at)?.first;
    const followers = plainFirst(
      before === undefined ? [] : await followersOf(words[before]!, search),
    );
    // It is beside the word before somewhere, only not where the reader looks.
    if (followers.has(word.plain)) continue;
    const found = isKnown
      ? nearest(word.plain, followers, 1)
      : (likelyKeys(word, followers, usual) ??
        (await parted(word, search)) ??
        likely(word, followers, usual, at === last));
    if (found !== undefined) meant.set(word.marked ?? word.plain, found);
  }
  if (meant.size === 0) return undefined;
  const text = replaceWords(typed, meant);
  const hasMarks = words.some(({ marked }) => marked !== undefined);
  return hasMarks ? text : await withMarks(text, search, usual);
}

/** Lists the spellings of what follows a word somewhere, the commonest first. */
async function followersOf({ plain, marked }: Word, search: Known): Promise<string[]> {
  const all = await search.neighbours(plain);
  const asTyped = all.filter(({ first }) => first === marked);
  const counts = new Map<string, number>();
  for (const { second, count } of asTyped.length > 0 ? asTyped : all)
    counts.set(second, (counts.get(second) ?? 0) + count);
  return [...counts].sort(([, a], [, b]) => b - a).map(([spelling]) => spelling);
}

/** Most ways to part a word that are tried: each costs the reader files of the index. */
const mostTried = 4;

/** Parts a word that was typed without blanks, where its syllables are side by side somewhere. */
async function parted({ plain, marked }: Word, search: Known): Promise<string | undefined> {
  for (const syllables of syllablesIn(plain).slice(0, mostTried)) {
    const beside = await pairsOf(syllables, search);
    if (beside.some((pair) => pair === undefined)) continue;
    if (marked === undefined) return syllables.join(" ");
    const ends = syllables.map((_, at) => syllables.slice(0, at + 1).join("").length);
    return ends.map((end, at) => marked.slice(ends[at - 1] ?? 0, end)).join(" ");
  }
  return undefined;
}

/** Returns for each word but the first how it is commonly spelt together with the one before. */
function pairsOf(
  words: readonly string[],
  search: Known,
): Promise<readonly (Neighbours | undefined)[]> {
  return Promise.all(
    words.slice(1).map(async (word, at) => {
      const all = await search.neighbours(words[at]!);
      const own = all.filter(({ second }) => plainOf(second) === word);
      return own.sort((a, b) => b.count - a.count)[0];
    }),
  );
}

/** Puts the marks that articles have on words that were typed without any. */
async function withMarks(text: string, search: Known, usual: Spellings): Promise<string> {
  const { words, pairs } = readWords(text)!;
  const marked = new Map<string, string>();
  const beside = await Promise.all(
    pairs.map(({ first, second }) => pairsOf([words[first]!.plain, words[second]!.plain], search)),
  );
  for (const [own] of beside)
    if (own !== undefined)
      for (const spelling of [own.first, own.second])
        if (!marked.has(plainOf(spelling))) marked.set(plainOf(spelling), spelling);
  for (const { plain } of words)
    if (!marked.has(plain) && usual.has(plain)) marked.set(plain, usual.get(plain)!);
  // A word without marks stays as it was typed, in capitals too.
  return replaceWords(text, new Map([...marked].filter(([plain, spelling]) => plain !== spelling)));
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

/** Finds what the keys of a word write that nobody wrote, as far as it is known. */
function likelyKeys(
  { plain, marked }: Word,
  followers: Spellings,
  titles: Spellings,
): string | undefined {
  const written = marked === undefined ? writtenByKeys(plain) : undefined;
  if (written === undefined) return undefined;
  const usual = followers.get(plainOf(written)) ?? titles.get(plainOf(written));
  if (usual === undefined) return undefined;
  return isHalfMarked(written) ? usual : written;
}

/**
 * Finds what a word that nobody wrote should be: a word that follows the one before it somewhere,
 * then a word of titles.
 */
function likely(
  word: Word,
  followers: Spellings,
  titles: Spellings,
  isLast: boolean,
): string | undefined {
  const { plain, marked } = word;
  if (/^\d/u.test(plain)) return likelyNumber(marked ?? plain);
  // Only the last word can be one that is not finished.
  return (
    nearest(plain, followers, isLast ? 1 : undefined) ??
    nearest(plain, titles, isLast ? 2 : undefined) ??
    (marked === undefined ? writtenByKeys(plain) : undefined) ??
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
