import type { Token } from "markdown-it";
import { withoutAddresses } from "../text/deceptive/addresses.ts";
import { deceptionsIn } from "../text/deceptive/deceptions.ts";
import { isPlain } from "../text/deceptive/plain-letters.ts";
import { type Entity, entitiesIn } from "./entities.ts";

/*
 * Where the letters of a shown text come from. Markdown keeps no offsets within a block, so letters
 * that need a closer look are matched by their order: the third С of a block is its third С in the
 * source, written as it is or as a reference. All work is linear in the size of the body.
 */

/** Where a letter of a shown text is in the source; `reference` if it is written as one. */
export type Origin = { readonly index: number; readonly reference?: Entity };

/** The lines of a block in the source. Cells of a row share theirs, from left to right. */
export type ShownRange = {
  /** Offset in the source. */
  readonly from: number;
  /** Passes over what looks like a reference and is code, which shows it as it is. */
  readonly passCode: (children: readonly Token[]) => void;
  /** Returns where the next text of the block has its letters from, by their offset in it. */
  readonly originsOf: (text: string) => ReadonlyMap<number, Origin>;
  /** Returns whether the source shows a deception as it is, so that it has been told already. */
  readonly isTold: (shown: string) => boolean;
};

type Lines = readonly [number, number] | undefined;

/** Reads the source of a body for its blocks, which are asked for from top to bottom. */
export function newShownSource(body: string): { readonly rangeOf: (lines: Lines) => ShownRange } {
  const words = withoutAddresses(body, "body");
  // References in addresses are not shown.
  const references = entitiesIn(body).filter(
    ({ index, meaning }) => words[index] === "&" && !isPlain(meaning),
  );
  const told = toldIn(body, words);
  const starts = [0];
  for (let at = body.indexOf("\n"); at !== -1; at = body.indexOf("\n", at + 1)) starts.push(at + 1);
  let last: { readonly range: ShownRange; readonly to: number } | undefined;
  return {
    rangeOf(lines) {
      const from = starts[lines?.[0] ?? 0] ?? 0;
      const to = starts[lines?.[1] ?? starts.length] ?? body.length;
      if (last?.range.from === from && last.to === to) return last.range;
      const own = references.slice(firstAt(references, from), firstAt(references, to));
      const toldHere = (shown: string) => {
        const places = told.get(shown) ?? [];
        return (places[firstAt(places, from)]?.index ?? to) < to;
      };
      last = { range: newRange(words, { from, to }, own, toldHere), to };
      return last.range;
    },
  };
}

type Offset = { readonly index: number };

/** Returns where the source shows each deception as it is, in order. */
function toldIn(body: string, words: string): ReadonlyMap<string, readonly Offset[]> {
  const told = new Map<string, Offset[]>();
  for (const { index, length } of deceptionsIn(body, "body", words)) {
    const shown = body.slice(index, index + length);
    const known = told.get(shown);
    if (known === undefined) told.set(shown, [{ index }]);
    else known.push({ index });
  }
  for (const places of told.values()) places.sort((a, b) => a.index - b.index);
  return told;
}

function newRange(
  words: string,
  { from, to }: { readonly from: number; readonly to: number },
  references: readonly Entity[],
  isTold: (shown: string) => boolean,
): ShownRange {
  const source = words.slice(from, to);
  // A code may go on over the end of a line, where it shows a blank.
  const inOneLine = source.replaceAll("\n", " ");
  const inCode = new Set<Entity>();
  let passed = 0;
  let origins: ReadonlyMap<string, Iterator<Origin>> | undefined;
  const nextOf = (places: Iterator<Origin> | undefined): Origin | undefined => {
    for (let one = places?.next(); one && !one.done; one = places?.next()) {
      const { reference } = one.value;
      if (reference === undefined || !inCode.has(reference)) return one.value;
    }
    return undefined;
  };
  return {
    from,
    passCode(children) {
      for (const { type, content } of children) {
        if (type !== "code_inline" || !content.includes("&")) continue;
        const start = inOneLine.indexOf(content, passed);
        // One that is not found, in a quotation of many lines, is not worth a look at all others.
        if (start === -1) return;
        passed = start + content.length;
        const first = firstAt(references, from + start);
        for (const one of references.slice(first, firstAt(references, from + passed)))
          inCode.add(one);
      }
    },
    originsOf(text) {
      origins ??= originsIn(source, from, references);
      const found = new Map<number, Origin>();
      for (const { index, letter } of oddLetters(text)) {
        const origin = nextOf(origins.get(letter));
        if (origin !== undefined) found.set(index, origin);
      }
      return found;
    },
    isTold,
  };
}

/** Returns the places of each letter that needs a closer look, in the order of the source. */
function originsIn(
  source: string,
  from: number,
  references: readonly Entity[],
): ReadonlyMap<string, Iterator<Origin>> {
  const origins = new Map<string, Origin[]>();
  const add = (letter: string, origin: Origin) => {
    const known = origins.get(letter);
    if (known === undefined) origins.set(letter, [origin]);
    else known.push(origin);
  };
  for (const { index, letter } of oddLetters(source)) add(letter, { index: from + index });
  for (const reference of references) {
    for (const { letter } of oddLetters(reference.meaning))
      add(letter, { index: reference.index, reference });
  }
  return new Map(
    [...origins].map(([letter, places]) => [
      letter,
      places.toSorted((a, b) => a.index - b.index).values(),
    ]),
  );
}

function* oddLetters(text: string): Generator<{ readonly index: number; readonly letter: string }> {
  let index = 0;
  for (const letter of text) {
    if (!isPlain(letter)) yield { index, letter };
    index += letter.length;
  }
}

/** Returns the index of the first of some places at or behind an offset, by binary search. */
function firstAt(places: readonly Offset[], offset: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]!.index < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
