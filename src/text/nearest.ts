import { distance } from "fastest-levenshtein";
import { append } from "../lists.ts";
import { fold } from "./vietnamese.ts";

/** Returns the likeliest of some words for what was written; undefined when none is near. */
export type Nearest = (written: string) => string | undefined;

type Candidate = { readonly word: string; readonly key: string };

/**
 * Returns the likeliest of some words for what was written; undefined when none is near: within a
 * Levenshtein distance of 2 letters, or of a third of the letters written.
 */
export function closest(written: string, words: Iterable<string>): string | undefined {
  return nearestOf(words)(written);
}

/**
 * Makes the search for the likeliest of some words, which may be 20,000 and asked for as often:
 * most of them are passed over by their length and letters.
 */
export function nearestOf(words: Iterable<string>): Nearest {
  const candidates = [...words].map((word): Candidate => ({ word, key: fold(word) }));
  const alike = alikeOf(candidates);
  const phrases = phrasesOf(candidates);
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (known.has(written)) return known.get(written);
    const key = fold(written);
    const found = alike(key) ?? phrases(key);
    known.set(written, found);
    return found;
  };
}

/**
 * Makes the search for the likeliest of the names of units or people. Letters are misspelt, but a
 * number says which one is meant: "chi bộ số 3" is not a misspelt "chi bộ số 1".
 */
export function nearestNameOf(names: Iterable<string>): Nearest {
  const byNumbers = new Map<string, string[]>();
  for (const name of names) append(byNumbers, numbersIn(name), name);
  const searches = new Map<string, Nearest>();
  return (written) => {
    const numbers = numbersIn(written);
    let search = searches.get(numbers);
    if (search === undefined) {
      // A name without a number may only have left it out.
      const some = numbers === "" ? [...byNumbers.values()].flat() : byNumbers.get(numbers);
      search = nearestOf(some ?? []);
      searches.set(numbers, search);
    }
    return search(written);
  };
}

function numbersIn(text: string): string {
  return (text.match(/\d+/gu) ?? []).map(Number).join(" ");
}

/** Nobody misspells a longer text; what is compared grows with the square of its length. */
const longest = 300;

/** Makes the search for the word at the least Levenshtein distance. */
function alikeOf(candidates: readonly Candidate[]): Nearest {
  // What tells at a glance that a word is far: its length, and a bit for each letter in it.
  const lengths = Int32Array.from(candidates, ({ key }) => key.length);
  const letters = Int32Array.from(candidates, ({ key }) => lettersOf(key));
  return (key) => {
    if (key.length > longest) return undefined;
    const own = lettersOf(key);
    let best: string | undefined;
    let bestDistance = Math.max(2, Math.floor(key.length / 3)) + 1;
    for (let at = 0; at < lengths.length; at += 1) {
      // Each letter more, and each letter that the other lacks, costs an edit.
      if (Math.abs(lengths[at]! - key.length) >= bestDistance) continue;
      if (bits(own & ~letters[at]!) >= bestDistance) continue;
      if (bits(letters[at]! & ~own) >= bestDistance) continue;
      const one = candidates[at]!;
      const apart = distance(key, one.key);
      if (apart >= bestDistance) continue;
      best = one.word;
      bestDistance = apart;
    }
    return best;
  };
}

/**
 * Makes the search for the one word that holds what was written, or is held by it, as a whole:
 * "trao" is too far from "đã trao" for its length, and yet leaves no doubt.
 */
function phrasesOf(candidates: readonly Candidate[]): Nearest {
  const byAny = new Map<string, Candidate[]>();
  const byFirst = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const steps = one.key.split(" ");
    for (const step of new Set(steps)) append(byAny, step, one);
    append(byFirst, steps[0]!, one);
  }
  return (key) => {
    const steps = key.split(" ");
    const found = new Set<Candidate>();
    const look = (some: readonly Candidate[] = [], fits: (one: Candidate) => boolean) => {
      for (const one of some) {
        if (found.size > 1) return;
        if (fits(one)) found.add(one);
      }
    };
    look(byAny.get(steps[0]!), (one) => holds(one.key, key));
    for (const step of new Set(steps)) look(byFirst.get(step), (one) => holds(key, one.key));
    return found.size === 1 ? [...found][0]!.word : undefined;
  };
}

function holds(text: string, part: string): boolean {
  return ` ${text} `.includes(` ${part} `);
}

function lettersOf(key: string): number {
  let letters = 0;
  for (let at = 0; at < key.length; at += 1) letters |= 1 << (key.charCodeAt(at) & 31);
  return letters;
}

/** Returns the number of bits that are set. */
function bits(value: number): number {
  let rest = value >>> 0;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
