import { eachWord, plainOf, spellingOf } from "../../src/text/search-text.ts";
import type { Words } from "./query.ts";

/** A piece of a text; `isFound` when it is one of the words that were searched for. */
export type Piece = { readonly text: string; readonly isFound: boolean };

/** Words in an excerpt. */
const excerptLength = 34;
/** Words before the first one that was found, so that it is read in its sentence. */
const before = 8;

/** Cuts a text into what was searched for and the rest: with its marks, where they were typed. */
export function piecesOf(text: string, { words }: Words): Piece[] {
  const meant = new Set(words.map(({ plain, marked }) => marked ?? plain));
  const pieces: Piece[] = [];
  let end = 0;
  eachWord(text, (word, _isBesideLast, from) => {
    const spelling = spellingOf(word);
    if (!meant.has(spelling) && !meant.has(plainOf(spelling))) return;
    pieces.push({ text: text.slice(end, from), isFound: false }, { text: word, isFound: true });
    end = from + word.length;
  });
  pieces.push({ text: text.slice(end), isFound: false });
  return pieces.filter((piece) => piece.text !== "");
}

/** A passage of a text. */
export type Excerpt = {
  readonly text: string;
  /** Place of its block among all blocks. */
  readonly block: number;
  /** How many of the words are in it. */
  readonly count: number;
};

/**
 * Returns the passage that says most about the words, of all blocks of a text; undefined when none
 * has any of them.
 */
export function excerptOf(blocks: readonly string[], query: Words): Excerpt | undefined {
  const places = new Map(query.words.map(({ plain }, at) => [plain, at]));
  let best: (Excerpt & { readonly score: number }) | undefined;
  for (const [block, text] of blocks.entries()) {
    const found = passageOf(text, places);
    if (found !== undefined && found.score > (best?.score ?? 0)) best = { ...found, block };
  }
  return best;
}

/** Finds the window of a block in which most of the words are, side by side if possible. */
function passageOf(
  block: string,
  places: ReadonlyMap<string, number>,
): { readonly text: string; readonly score: number; readonly count: number } | undefined {
  const words: { readonly from: number; readonly to: number; readonly place?: number }[] = [];
  eachWord(block, (word, _isBesideLast, from) => {
    const to = from + word.length;
    const place = places.get(plainOf(spellingOf(word)));
    words.push({ from, to, ...(place === undefined ? {} : { place }) });
  });
  let best: { readonly at: number; readonly score: number; readonly count: number } | undefined;
  for (const [at, { place }] of words.entries()) {
    if (place === undefined) continue;
    const window = words.slice(at, at + excerptLength - before);
    const seen = new Set(window.map((word) => word.place));
    seen.delete(undefined);
    const beside = window.filter(
      (word, one) =>
        one > 0 && word.place !== undefined && word.place - 1 === window[one - 1]!.place,
    ).length;
    const score = seen.size * 3 + Math.min(beside, seen.size);
    if (score > (best?.score ?? 0)) best = { at, score, count: seen.size };
  }
  if (best === undefined) return undefined;
  const first = Math.max(0, Math.min(best.at - before, words.length - excerptLength));
  const last = Math.min(words.length, first + excerptLength) - 1;
  const from = first === 0 ? 0 : words[first]!.from;
  const to = last === words.length - 1 ? block.length : words[last]!.to;
  const text = block.slice(from, to).trim();
  return {
    text: `${first === 0 ? "" : "… "}${text}${last === words.length - 1 ? "" : " …"}`,
    score: best.score,
    count: best.count,
  };
}
