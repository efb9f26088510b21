import { type Filters, type Found, matches } from "./matching.ts";
import type { IndexReader, Part } from "./part.ts";
import type { Words } from "./query.ts";

/** A search, as the form and the address say it. */
export type Query = {
  readonly typed: string;
  readonly words: Words | undefined;
  readonly year: string;
  /** Everything but the words and the year, by the name of its filter. */
  readonly filters: Filters;
  /** Whether the newest comes first, and not what fits best. */
  readonly isByDay: boolean;
};

/** A search that reads part after part, newest first. */
export type Search = {
  /**
   * Reads until enough is found, all is read, or the reader has paid enough for a first answer.
   * Calls `step` after each part.
   */
  readonly until: (
    wanted: number,
    step: () => Promise<unknown>,
    isOver: () => boolean,
  ) => Promise<void>;
  /** Returns everything found so far, best first, behind what was settled. */
  readonly found: () => readonly Found[];
  /** Returns the best results so far. */
  readonly best: (count: number) => readonly Found[];
  /** Keeps the first results where they are: what older parts add comes below them. */
  readonly settle: (count: number) => void;
  /** Returns whether an article has every word, with whatever marks. */
  readonly hasWhole: () => boolean;
  /** Returns whether an article has every word, as far as one can be sure that it is meant. */
  readonly hasSure: () => boolean;
  readonly unread: () => readonly Part[];
  /** Returns the last part that was read, the oldest of them. */
  readonly lastRead: () => Part | undefined;
  /** Returns whether a word of the query, by its place in it, is in any part that was read. */
  readonly isKnown: (word: number) => boolean;
  /** Returns what follows a word, given without marks, in the parts that were read. */
  readonly neighbours: (plain: string) => Promise<readonly Neighbours[]>;
};

/** Two words side by side, as they are spelt, and about how often they are. */
export type Neighbours = {
  readonly first: string;
  readonly second: string;
  readonly count: number;
};

/** How much a search may read before the reader asks to go on. */
export type Limits = {
  /** Bytes of index files that it may cost the reader for each page of results. */
  readonly costBytes: number;
  /** What has at most this many entries is searched as a whole, because that costs little. */
  readonly smallSize: number;
};
const ofArticles: Limits = { costBytes: 40_000, smallSize: 1_000 };

/** @param parts of the articles, or of attached files; newest first */
export function newSearch(
  reader: IndexReader,
  parts: readonly Part[],
  { words, filters, year, isByDay }: Query,
  { costBytes, smallSize }: Limits = ofArticles,
): Search {
  const own =
    year === "" ? parts : parts.filter((one) => one.years.some(([y]) => String(y) === year));
  const isSmall = parts.reduce((sum, { size }) => sum + size, 0) <= smallSize;
  const ages = new Map(own.map((part, age) => [part, age]));
  const known = new Set<number>();
  let settled: readonly Found[] = [];
  let all: Found[] = [];
  let readCount = 0;
  let asked = 0;
  const order = (a: Found, b: Found) =>
    (isByDay ? 0 : b.score - a.score) || ages.get(a.part)! - ages.get(b.part)! || b.place - a.place;
  const hasSure = () => all.some(({ isSure }) => isSure);
  /** Sorting tens of thousands takes a telephone a while, and is asked for several times. */
  let sorted: readonly Found[] | undefined;
  const found = () => {
    sorted ??= inOrder();
    return sorted;
  };
  const inOrder = () => {
    const kept = new Set(settled);
    // When nothing fits for sure, what has a word less may be what was meant.
    const most = all.reduce((count, one) => Math.max(count, one.count), 0);
    const fewest = hasSure() ? most : most - 1;
    const rest = all.filter((one) => one.count >= fewest && !kept.has(one));
    return [...settled, ...rest.sort(order)];
  };
  const wholeCount = () => all.filter(({ isWhole }) => isWhole).length;
  /** Whether no older part can have anything that belongs above what was found. */
  const isEnough = (wanted: number) =>
    all.filter(({ isWhole, isBest }) => isWhole && (isByDay || isBest)).length >= wanted;
  return {
    found,
    best: (count) => found().slice(0, count),
    settle(count) {
      settled = found().slice(0, count);
      sorted = undefined;
    },
    hasWhole: () => all.some(({ isWhole }) => isWhole),
    hasSure,
    unread: () => own.slice(readCount),
    lastRead: () => own[readCount - 1],
    isKnown: (word) => known.has(word),
    async neighbours(plain) {
      const read = own.slice(0, readCount);
      const lines = (await Promise.all(read.map((part) => reader.linesOf(part, plain)))).flat();
      const all = new Map<string, Neighbours>();
      for (const { spelling: first, next } of lines)
        for (let at = 0; at + 1 < next.length; at += 2) {
          const second = next[at]!;
          const pair = `${first} ${second}`;
          const count = (all.get(pair)?.count ?? 0) + next[at + 1]!.length;
          all.set(pair, { first, second, count });
        }
      return [...all.values()];
    },
    async until(wanted, step, isOver) {
      const before = reader.bytes();
      // A reader who asks to go on wants to know, so all may be read where little is found; in
      // growing steps, because a search for something rare should not wait for one part after the
      // other.
      asked += 1;
      const mayReadAll = () => isSmall || ((asked > 1 || year !== "") && wholeCount() < wanted);
      for (let count = 1; readCount < own.length; count = Math.min(count * 2, 6)) {
        if (isEnough(wanted)) return;
        if (!mayReadAll() && reader.bytes() - before > costBytes) return;
        const next = own.slice(readCount, readCount + count);
        const answers = await Promise.all(
          next.map((one) => matches(reader, one, words, filters, year)),
        );
        if (isOver()) return;
        for (const answer of answers) {
          all = all.concat(answer.found);
          for (const word of answer.known) known.add(word);
        }
        readCount += next.length;
        sorted = undefined;
        await step();
        if (isOver()) return;
      }
    },
  };
}
