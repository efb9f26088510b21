import {
  digits,
  eachWord,
  fileOf,
  goesOn,
  inTitle,
  plainOf,
  spellingOf,
} from "../text/search-text.ts";

/** The texts of one article that a reader may look for. */
export type SearchText = {
  readonly title: string;
  /** What readers see of the article; lines end sentences. */
  readonly body: string;
  /** What its front matter says. It mostly repeats the text, so a word in it counts half. */
  readonly facts: string;
};

/*
 * The steps of the numbers that are sorted below. With 60,000 spellings in a part, which is more
 * than Vietnamese has, they stay below 2^53.
 */
const docSteps = 65_536;
/** What is told of a word in an article: see `inTitle` and `often`. */
const toldSteps = 8;

/**
 * Returns the files of one part of the index, by their number. Each line of a file is one spelling
 * of a word, with the articles that have it; then come the words that follow it somewhere, each
 * with the articles that have the two side by side. So phrases are found without positions, and
 * a word is in one file with all pairs that begin with it:
 *
 *     đường⇥AC⇥mới⇥A⇥sáng⇥C
 *
 * Words and pairs of an article are collected as numbers and sorted once for the whole part, which
 * takes a fraction of the time and memory of a map for each word.
 *
 * @param texts of the articles, oldest first; a posting names one by its place
 * @param files how many files the words are cut into
 */
export function indexPart(texts: readonly SearchText[], files: number): string[] {
  if (texts.length > docSteps) throw new Error(`${texts.length} articles are too many for a part`);
  const vocabulary = newVocabulary();
  const collected = texts.map((text) => pairsOf(text, vocabulary));
  const { spellings, ranks } = vocabulary.sorted();
  return written(sortedPostings(collected, ranks, spellings.length), spellings, files);
}

/** Spellings of words, numbered from 1 as they come. */
type Vocabulary = {
  readonly numberOf: (word: string) => number;
  /** Returns all spellings in order of their letters, and the place of each number in it. */
  readonly sorted: () => { readonly spellings: readonly string[]; readonly ranks: Uint32Array };
};

function newVocabulary(): Vocabulary {
  // As a text has them: "Đảng" and "đảng" are asked for again and again, so each is spelt once.
  const byWord = new Map<string, number>();
  const bySpelling = new Map<string, number>();
  return {
    numberOf(word) {
      const known = byWord.get(word);
      if (known !== undefined) return known;
      const spelling = spellingOf(word);
      let number = bySpelling.get(spelling);
      if (number === undefined) {
        number = bySpelling.size + 1;
        bySpelling.set(spelling, number);
      }
      byWord.set(word, number);
      return number;
    },
    sorted() {
      const entries = [...bySpelling]
        .map(([spelling, number]) => ({ spelling, number, plain: plainOf(spelling) }))
        .sort((a, b) => order(a.plain, b.plain) || order(a.spelling, b.spelling));
      const ranks = new Uint32Array(bySpelling.size + 1);
      for (const [at, { number }] of entries.entries()) ranks[number] = at + 1;
      return { spellings: ["", ...entries.map(({ spelling }) => spelling)], ranks };
    },
  };
}

/** Compares by code units, so that a part has the same bytes on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers of words are below this, so that two of them fit into one number. */
const wordSteps = 2 ** 22;
/** Where a word is, in a sorted list of words. */
const places = { facts: 0, body: 1, title: 2 } as const;
const placeSteps = 4;

/**
 * Returns the words of an article and its pairs of neighbours, sorted: each a number of the first
 * word, the second word (0 for the word alone) and the place.
 */
function pairsOf(text: SearchText, { numberOf }: Vocabulary): Float64Array {
  const found: number[] = [];
  for (const place of ["facts", "body", "title"] as const) {
    let last = 0;
    eachWord(text[place], (word, isBesideLast) => {
      const number = numberOf(word);
      found.push(number * wordSteps * placeSteps + places[place]);
      if (isBesideLast) found.push((last * wordSteps + number) * placeSteps + places[place]);
      last = number;
    });
  }
  return Float64Array.from(found).sort();
}

/**
 * Returns the postings of all articles, sorted by first word, second word and article, as one
 * number each.
 */
function sortedPostings(
  collected: readonly Float64Array[],
  ranks: Uint32Array,
  words: number,
): { readonly postings: Float64Array; readonly words: number } {
  const postings = new Float64Array(collected.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const [doc, pairs] of collected.entries()) {
    for (let at = 0; at < pairs.length; ) {
      const pair = Math.floor(pairs[at]! / placeSteps);
      let weight = 0;
      let title = 0;
      for (; at < pairs.length && Math.floor(pairs[at]! / placeSteps) === pair; at += 1) {
        const place = pairs[at]! % placeSteps;
        if (place === places.title) title = inTitle;
        else weight += place === places.body ? 2 : 1;
      }
      const first = ranks[Math.floor(pair / wordSteps)]!;
      const second = ranks[pair % wordSteps]!;
      const key = first * words + second;
      postings[end] = (key * docSteps + doc) * toldSteps + title + often(weight);
      end += 1;
    }
  }
  return { postings: postings.subarray(0, end).sort(), words };
}

/** Returns how often a word is in an article, in four steps. */
function often(weight: number): number {
  if (weight <= 2) return 0;
  if (weight <= 5) return 1;
  return weight <= 10 ? 2 : 3;
}

function written(
  { postings, words }: ReturnType<typeof sortedPostings>,
  spellings: readonly string[],
  files: number,
): string[] {
  const encoder = new TextEncoder();
  const names = spellings.map((spelling) => encoder.encode(spelling));
  const out = Array.from({ length: files }, newBytes);
  let file: Bytes | undefined;
  let lastKey = -1;
  let lastFirst = 0;
  let lastDoc = -1;
  for (const posting of postings) {
    const told = posting % toldSteps;
    const place = Math.floor(posting / toldSteps);
    const doc = place % docSteps;
    const key = Math.floor(place / docSteps);
    if (key !== lastKey) {
      const first = Math.floor(key / words);
      const second = key % words;
      if (first !== lastFirst) {
        file?.put(newline);
        file = out[fileOf(plainOf(spellings[first]!), files)]!;
        file.add(names[first]!);
        lastFirst = first;
      }
      if (second !== 0) {
        file!.put(tab);
        file!.add(names[second]!);
      }
      file!.put(tab);
      lastKey = key;
      lastDoc = -1;
    }
    file!.number((doc - lastDoc - 1) * 2 + (told === 0 ? 0 : 1));
    if (told !== 0) file!.number(told);
    lastDoc = doc;
  }
  file?.put(newline);
  return out.map((bytes) => bytes.text());
}

const tab = 0x09;
const newline = 0x0a;
const digitCodes = Uint8Array.from(digits, (digit) => digit.charCodeAt(0));

/** Returns a list of growing numbers from 0 as a text: the distances, each as `digits`. */
export function numberList(numbers: Iterable<number>): string {
  const bytes = newBytes();
  let last = -1;
  for (const number of numbers) {
    bytes.number(number - last - 1);
    last = number;
  }
  return bytes.text();
}

type Bytes = {
  readonly put: (byte: number) => void;
  readonly add: (bytes: Uint8Array) => void;
  readonly number: (value: number) => void;
  readonly text: () => string;
};

/** A text that grows byte by byte. Joining millions of short strings takes three times as long. */
function newBytes(): Bytes {
  let bytes = new Uint8Array(1_024);
  let end = 0;
  const room = (more: number) => {
    if (end + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, end + more));
    larger.set(bytes.subarray(0, end));
    bytes = larger;
  };
  return {
    put(byte) {
      room(1);
      bytes[end] = byte;
      end += 1;
    },
    add(more) {
      room(more.length);
      bytes.set(more, end);
      end += more.length;
    },
    number(value) {
      room(8);
      let rest = value;
      for (; rest >= goesOn; rest = Math.floor(rest / goesOn)) {
        bytes[end] = digitCodes[(rest % goesOn) + goesOn]!;
        end += 1;
      }
      bytes[end] = digitCodes[rest]!;
      end += 1;
    },
    text: () => new TextDecoder().decode(bytes.subarray(0, end)),
  };
}
