import { inTitle, plainOf } from "../../src/text/search-text.ts";
import { eachNumber, eachPosting, type IndexReader, type Part, type WordLine } from "./part.ts";
import type { Words } from "./query.ts";

/** The values that an article must have, by the name of the filter. */
export type Filters = Readonly<Record<string, string>>;

export type Found = {
  readonly part: Part;
  /** Number of the article in the part: a higher one is newer. */
  readonly place: number;
  readonly score: number;
  /** How many words of the query it has: at least half. */
  readonly count: number;
  /** Whether it has every word. */
  readonly isWhole: boolean;
  /**
   * Whether every word is spelt in it as typed, or beside the word that it was typed beside. A word
   * typed without marks may have any.
   */
  readonly isSure: boolean;
  /** Whether none can fit better: its title has all words, spelt as typed and side by side. */
  readonly isBest: boolean;
};

/** What one part of the index has for a query. */
export type Matches = {
  readonly found: readonly Found[];
  /** Words of the query, by their places in it, that are anywhere in the part. */
  readonly known: readonly number[];
};

/*
 * What counts how much. Marks as typed count most: anyone who types them means these letters. Then
 * come words side by side, then words in the title, then how often they are used.
 */
const weights = {
  word: 1,
  marks: 4,
  pair: 4,
  pairMarks: 1,
  title: 2,
  /** For a word of the title that has other marks: "máu" is not what "Mẫu" means. */
  titleUnlike: 0.5,
  titlePair: 2,
  often: 0.2,
};

/** Finds the articles of a part that match; without words all that pass the filters. */
export async function matches(
  reader: IndexReader,
  part: Part,
  query: Words | undefined,
  filters: Filters,
  year: string,
): Promise<Matches> {
  const allowed = await allowedIn(reader, part, filters, year);
  if (query === undefined) {
    const all = Array.from({ length: part.size }, (_, place) => place);
    const found = all
      .filter((place) => allowed === undefined || allowed[place] === 1)
      .map(
        (place): Found => ({
          part,
          place,
          score: 0,
          count: 0,
          isWhole: true,
          isSure: true,
          isBest: true,
        }),
      );
    return { found, known: [] };
  }
  const lines = await Promise.all(query.words.map(({ plain }) => reader.linesOf(part, plain)));
  const scores = new Float32Array(part.size);
  const counts = new Uint8Array(part.size);
  /** A bit for each word. */
  const sure = new Int32Array(part.size);
  for (const [at, { marked }] of query.words.entries()) {
    const told = newTold(part.size);
    for (const { spelling, list } of lines[at]!) told.add(list, spelling === marked);
    told.each((place, isTitle, often, isMarked) => {
      const isLike = isMarked || marked === undefined;
      counts[place]! += 1;
      if (isLike) sure[place]! |= 1 << at;
      scores[place]! +=
        weights.word +
        (isTitle ? (isLike ? weights.title : weights.titleUnlike) : 0) +
        often * weights.often +
        (isMarked ? weights.marks : 0);
    });
  }
  const required = new Uint16Array(part.size);
  const quoted = query.pairs.filter(({ isRequired }) => isRequired).length;
  for (const { first, second, isRequired } of query.pairs) {
    const told = toldOfPair(part, lines[first]!, query.words[first]!, query.words[second]!);
    told.each((place, isTitle, _often, isMarked) => {
      if (isRequired) required[place]! += 1;
      sure[place]! |= (1 << first) | (1 << second);
      scores[place]! +=
        weights.pair + (isTitle ? weights.titlePair : 0) + (isMarked ? weights.pairMarks : 0);
    });
  }
  const all = query.words.length;
  const allSure = query.words.reduce((bits, _, at) => bits | (1 << at), 0);
  const fewest = all >= 3 ? Math.ceil(all / 2) : all;
  const best = bestScore(query);
  const found: Found[] = [];
  for (let place = 0; place < part.size; place += 1) {
    const count = counts[place]!;
    if (count < fewest || required[place]! < quoted || allowed?.[place] === 0) continue;
    const isWhole = count === all;
    // A single word has no neighbour that could make it sure.
    const isSure = isWhole && (all === 1 || sure[place] === allSure);
    const score = scores[place]!;
    found.push({ part, place, score, count, isWhole, isSure, isBest: score >= best });
  }
  const known = lines.flatMap((own, at) => (own.length > 0 ? [at] : []));
  return { found, known };
}

/** Returns the score of an article whose title is what was typed. */
function bestScore({ words, pairs }: Words): number {
  const isMarked = (at: number) => words[at]!.marked !== undefined;
  const ofWords = words.map(
    (_, at) => weights.word + weights.title + (isMarked(at) ? weights.marks : 0),
  );
  const ofPairs = pairs.map(
    ({ first, second }) =>
      weights.pair +
      weights.titlePair +
      (isMarked(first) || isMarked(second) ? weights.pairMarks : 0),
  );
  return [...ofWords, ...ofPairs].reduce((sum, score) => sum + score, 0);
}

function toldOfPair(
  part: Part,
  lines: readonly WordLine[],
  first: Words["words"][number],
  second: Words["words"][number],
): Told {
  const told = newTold(part.size);
  for (const { spelling, next } of lines)
    for (let at = 0; at + 1 < next.length; at += 2) {
      const beside = next[at]!;
      if (beside !== second.marked && plainOf(beside) !== second.plain) continue;
      const isMarked =
        (first.marked === undefined || spelling === first.marked) &&
        (second.marked === undefined || beside === second.marked);
      told.add(next[at + 1]!, isMarked && (first.marked ?? second.marked) !== undefined);
    }
  return told;
}

/** What is told of one word in each article of a part, whatever its spelling there. */
type Told = {
  readonly add: (list: string, isMarked: boolean) => void;
  readonly each: (
    visit: (place: number, isTitle: boolean, often: number, isMarked: boolean) => void,
  ) => void;
};

const isThere = 8;
const isMarkedThere = 16;

function newTold(size: number): Told {
  const told = new Uint8Array(size);
  return {
    add(list, isMarked) {
      eachPosting(list, (place, own) => {
        // A file that was cut off on the way may name more articles than there are.
        if (place >= size) return;
        const before = told[place]!;
        const often = Math.max(before % inTitle, own % inTitle);
        const title = Math.max(before & inTitle, own & inTitle);
        told[place] =
          isThere | often | title | (before & isMarkedThere) | (isMarked ? isMarkedThere : 0);
      });
    },
    each(visit) {
      for (let place = 0; place < size; place += 1) {
        const own = told[place]!;
        if (own !== 0)
          visit(place, (own & inTitle) !== 0, own % inTitle, (own & isMarkedThere) !== 0);
      }
    },
  };
}

/** Returns 1 for each article that passes the filters; undefined when there is none to pass. */
async function allowedIn(
  reader: IndexReader,
  part: Part,
  filters: Filters,
  year: string,
): Promise<Uint8Array | undefined> {
  const asked = Object.entries(filters);
  if (asked.length === 0 && year === "") return undefined;
  const passed = new Uint8Array(part.size);
  const choices = asked.length === 0 ? undefined : await reader.choices(part);
  for (const [name, value] of asked) {
    const lists = choices?.[name as keyof typeof choices] as Record<string, string> | undefined;
    const list = new Map(Object.entries(lists ?? {})).get(value) ?? "";
    eachNumber(list, (place) => {
      if (place < part.size) passed[place]! += 1;
    });
  }
  const [from, to] = rangeOf(part, year);
  return passed.map((count, place) =>
    count === asked.length && place >= from && place < to ? 1 : 0,
  );
}

/** Returns the articles of one year: the first, and the one behind the last. */
function rangeOf({ years, size }: Part, year: string): [from: number, to: number] {
  if (year === "") return [0, size];
  const at = years.findIndex(([one]) => String(one) === year);
  return at === -1 ? [0, 0] : [years[at]![1], years[at + 1]?.[1] ?? size];
}
