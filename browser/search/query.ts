import { eachWord, plainOf, spellingOf } from "../../src/text/search-text.ts";

/** What somebody typed, as the index knows it. */
export type Words = {
  /** Each once, as typed first. */
  readonly words: readonly Word[];
  /** Words that were typed side by side, by their places in `words`. */
  readonly pairs: readonly Pair[];
  /** Whether more words were typed than are searched for. */
  readonly isCut: boolean;
};

export type Word = {
  readonly plain: string;
  /** With marks. Undefined when none were typed: then all marks are meant alike. */
  readonly marked: string | undefined;
};

export type Pair = {
  readonly first: number;
  readonly second: number;
  /** Whether an article must have them side by side, because they were in quotation marks. */
  readonly isRequired: boolean;
};

/** Most words that are searched for: each costs the reader a file of every part of the index. */
export const mostWords = 32;

/** Signs that nobody sees, which come along with a text that was copied, also inside of words. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const quoted = /["“”]([^"“”]+)["“”]/gu;

/** Reads a query; undefined when there is no letter or digit to search for. */
export function readWords(typed: string): Words | undefined {
  const words: Word[] = [];
  const places = new Map<string, number>();
  const pairs = new Map<string, Pair>();
  let isCut = false;
  const add = (text: string, isRequired: boolean) => {
    let last = -1;
    eachWord(text, (written, isBesideLast) => {
      const spelling = spellingOf(written);
      const place = places.get(spelling) ?? words.length;
      if (place === mostWords) {
        isCut = true;
        last = -1;
        return;
      }
      if (place === words.length) {
        const plain = plainOf(spelling);
        places.set(spelling, place);
        words.push({ plain, marked: plain === spelling ? undefined : spelling });
      }
      const pair = `${last} ${place}`;
      if (isBesideLast && last !== -1 && last !== place && !pairs.has(pair))
        pairs.set(pair, { first: last, second: place, isRequired });
      last = place;
    });
  };
  const phrases: string[] = [];
  const rest = typed.replace(unseen, "").replace(quoted, (_whole, phrase: string) => {
    phrases.push(phrase);
    return "\n";
  });
  for (const phrase of phrases) add(phrase, true);
  add(rest, false);
  return words.length === 0 ? undefined : { words, pairs: [...pairs.values()], isCut };
}
