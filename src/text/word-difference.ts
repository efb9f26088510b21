import { matched } from "./three-way.ts";

/** A part of a text, and whether the other text has it too. */
export type WordPart = { readonly words: string; readonly isOther: boolean };

/**
 * Compares two texts by their words. Returns the parts of each; those that the other has not are
 * marked, with the blanks between them.
 */
export function wordDifference(a: string, b: string): readonly [WordPart[], WordPart[]] {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const pairs = matched(left, right);
  const inRight = new Set(pairs);
  return [partsOf(left, (at) => pairs[at] === undefined), partsOf(right, (at) => !inRight.has(at))];
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function partsOf(words: readonly string[], isOther: (at: number) => boolean): WordPart[] {
  const parts: { words: string; isOther: boolean }[] = [];
  for (const [at, word] of words.entries()) {
    const isBetween = word.trim() === "" && at > 0 && at + 1 < words.length;
    const marked = isBetween ? isOther(at - 1) && isOther(at + 1) : isOther(at);
    const last = parts.at(-1);
    if (last?.isOther === marked) last.words += word;
    else parts.push({ words: word, isOther: marked });
  }
  return parts;
}
