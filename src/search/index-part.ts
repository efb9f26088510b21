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

/**
 * Returns the files of one part of the index, by their number. Each line of a file is one spelling
 * of a word, with the articles that have it; then come the words that follow it somewhere, each
 * with the articles that have the two side by side. So phrases are found without positions, and
 * a word is in one file with all pairs that begin with it:
 *
 *     đường⇥AC⇥mới⇥A⇥sáng⇥C
 *
 * Words and pairs of all articles are collected as numbers, put into buckets by their first word (a
 * counting sort) and sorted there. This takes a fraction of the time and memory of a map for each
 * word.
 *
 * @param texts of the articles, oldest first; a posting names one by its place
 * @param files how many files the words are cut into
 */
export function indexPart(texts: readonly SearchText[], files: number): string[] {
  const index = newIndex();
  for (const text of texts) index.add(text);
  return index.files(files);
}

/** A part of the index that is being made. */
export type Index = {
  /** Takes in the texts of the next article, of which only numbers are kept. */
  readonly add: (text: SearchText) => void;
  /** Returns what `indexPart` does. */
  readonly files: (count: number) => string[];
};

/** Begins a part, whose texts need not be in memory all at once. */
export function newIndex(): Index {
  const vocabulary = newVocabulary();
  const articles: Uint32Array[] = [];
  return {
    add(text) {
      if (articles.length === docSteps) throw new Error("These are too many articles for a part.");
      articles.push(wordsOf(text, vocabulary));
    },
    files(count) {
      const { spellings, ranks } = vocabulary.sorted();
      return written(postingsOf(articles, ranks, spellings.length), spellings, count);
    },
  };
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

/** Where a word is, in the order in which postings are sorted. */
const places = { facts: 0, body: 1, title: 2 } as const;
const placeSteps = 4;
/** Most articles in a part. With four million words, postings stay far below 2^53. */
const docSteps = 65_536;

/**
 * Returns the words of an article in their order: each a number of the word, its place, and whether
 * it is beside the one before.
 */
function wordsOf(text: SearchText, { numberOf }: Vocabulary): Uint32Array {
  const found: number[] = [];
  for (const place of ["facts", "body", "title"] as const)
    eachWord(text[place], (word, isBesideLast) => {
      found.push((numberOf(word) * placeSteps + places[place]) * 2 + (isBesideLast ? 1 : 0));
    });
  return Uint32Array.from(found);
}

/** Words and pairs by their first word, each of them once for every time that an article has it. */
type Postings = {
  /** Where the postings of each word begin, by its rank. */
  readonly starts: Uint32Array;
  /** A number each of the second word (0 for the word alone), the article and the place. */
  readonly all: Float64Array;
};

function postingsOf(articles: readonly Uint32Array[], ranks: Uint32Array, words: number): Postings {
  /** Calls `visit` for each word and each pair, article by article. */
  const each = (visit: (first: number, second: number, doc: number, place: number) => void) => {
    for (const [doc, own] of articles.entries()) {
      let last = 0;
      for (const word of own) {
        const rank = ranks[Math.floor(word / (placeSteps * 2))]!;
        const place = (word >>> 1) % placeSteps;
        visit(rank, 0, doc, place);
        if (word % 2 === 1) visit(last, rank, doc, place);
        last = rank;
      }
    }
  };
  const starts = new Uint32Array(words + 1);
  each((first) => {
    starts[first + 1]! += 1;
  });
  for (let word = 1; word <= words; word += 1) starts[word]! += starts[word - 1]!;
  const all = new Float64Array(starts[words]!);
  const next = starts.slice();
  each((first, second, doc, place) => {
    all[next[first]!] = (second * docSteps + doc) * placeSteps + place;
    next[first]! += 1;
  });
  for (let word = 1; word < words; word += 1) all.subarray(starts[word], starts[word + 1]).sort();
  return { starts, all };
}

/** Returns how often a word is in an article, in four steps. */
function often(weight: number): number {
  if (weight <= 2) return 0;
  if (weight <= 5) return 1;
  return weight <= 10 ? 2 : 3;
}

function written({ starts, all }: Postings, spellings: readonly string[], files: number): string[] {
  const encoder = new TextEncoder();
  const names = spellings.map((spelling) => encoder.encode(spelling));
  const out = Array.from({ length: files }, newBytes);
  for (let first = 1; first < spellings.length; first += 1) {
    const file = out[fileOf(plainOf(spellings[first]!), files)]!;
    file.add(names[first]!);
    const end = starts[first + 1]!;
    let lastSecond = -1;
    let lastDoc = -1;
    for (let at = starts[first]!; at < end; ) {
      const pair = Math.floor(all[at]! / placeSteps);
      let weight = 0;
      let title = 0;
      for (; at < end && Math.floor(all[at]! / placeSteps) === pair; at += 1) {
        const place = all[at]! % placeSteps;
        if (place === places.title) title = inTitle;
        else weight += place === places.body ? 2 : 1;
      }
      const second = Math.floor(pair / docSteps);
      const doc = pair % docSteps;
      if (second !== lastSecond) {
        if (second !== 0) {
          file.put(tab);
          file.add(names[second]!);
        }
        file.put(tab);
        lastSecond = second;
        lastDoc = -1;
      }
      const told = title + often(weight);
      file.number((doc - lastDoc - 1) * 2 + (told === 0 ? 0 : 1));
      if (told !== 0) file.number(told);
      lastDoc = doc;
    }
    file.put(newline);
  }
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
