import { eachWord, plainOf, spellingOf } from "../../src/text/search-text.ts";

/** What somebody typed, as the index knows it. */
export type Words = {
  /** Each once, as typed first. */
  readonly words: readonly Word[];
  /** Words that were typed side by side, by their places in `words`. */
  readonly pairs: readonly Pair[];
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

const quoted = /["“”]([^"“”]+)["“”]/gu;

/** Reads a query; undefined when there is no letter or digit to search for. */
export function readWords(typed: string): Words | undefined {
  const words: Word[] = [];
  const pairs: Pair[] = [];
  const add = (text: string, isRequired: boolean) => {
    let last = -1;
    eachWord(text, (written, isBesideLast) => {
      const spelling = spellingOf(written);
      const plain = plainOf(spelling);
      let place = words.findIndex((word) => (word.marked ?? word.plain) === spelling);
      if (place === -1) {
        place = words.length;
        words.push({ plain, marked: plain === spelling ? undefined : spelling });
      }
      if (isBesideLast && last !== -1 && last !== place)
        pairs.push({ first: last, second: place, isRequired });
      last = place;
    });
  };
  const phrases: string[] = [];
  const rest = typed.replace(quoted, (_whole, phrase: string) => {
    phrases.push(phrase);
    return "\n";
  });
  for (const phrase of phrases) add(phrase, true);
  add(rest, false);
  return words.length === 0 ? undefined : { words, pairs };
}
