import { plainOf } from "../../src/text/search-text.ts";
import type { Word } from "./query.ts";
import { writtenByKeys } from "./typing.ts";

/**
 * Returns what was probably meant by a query that finds nothing, word by word; undefined when
 * nothing better is known.
 *
 * @param known the words of all titles, each as it is usually spelt, the commonest first
 */
export function meantBy(words: readonly Word[], known: readonly string[]): string | undefined {
  const byPlain = new Map(known.map((spelling): [string, string] => [plainOf(spelling), spelling]));
  const meant = words.map((word) => {
    const typed = word.marked ?? word.plain;
    if (byPlain.has(word.plain)) return typed;
    const written = word.marked === undefined ? writtenByKeys(word.plain) : undefined;
    const usual = written === undefined ? undefined : byPlain.get(plainOf(written));
    if (written !== undefined && usual !== undefined)
      return isHalfMarked(written) ? usual : written;
    return nearest(word.plain, byPlain) ?? typed;
  });
  return meant.some((word, at) => word !== (words[at]!.marked ?? words[at]!.plain))
    ? meant.join(" ")
    : undefined;
}

/** Returns whether a syllable lacks the mark that these vowels always have: "thuỏng", "viẹc". */
function isHalfMarked(syllable: string): boolean {
  const withoutTone = syllable.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, "");
  return /uo(?!\p{M})|[iy]e(?!\p{M})/u.test(withoutTone);
}

/** Finds the commonest word that begins so, otherwise one that is one slip of the finger away. */
function nearest(plain: string, byPlain: ReadonlyMap<string, string>): string | undefined {
  if (plain.length < 2) return undefined;
  for (const [one, spelling] of byPlain) if (one.startsWith(plain)) return spelling;
  for (const [one, spelling] of byPlain) if (isOneSlip(plain, one)) return spelling;
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
