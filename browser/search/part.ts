import {
  type Choices,
  digits,
  fileOf,
  goesOn,
  plainOf,
  type TitleRow,
  titlesInFile,
} from "../../src/text/search-text.ts";

/** A part of the index. The search page lists them, newest first. */
export type Part = {
  readonly name: string;
  /** Hash of all that is in it: what a browser has cached of it under another key is old. */
  readonly key: string;
  /** How many articles it has; they are numbered from 0, oldest first. */
  readonly size: number;
  readonly files: number;
  /** Day of its first article. */
  readonly since: string;
  /** The years of its articles, and the number of the first article of each. */
  readonly years: readonly (readonly [year: number, first: number])[];
};

/** The lines of a part that are about one word: one for each spelling. */
export type WordLine = {
  readonly spelling: string;
  readonly list: string;
  /** The words that follow it somewhere: spelling, list, spelling, list … */
  readonly next: readonly string[];
};

/** Reads files of the index, each once. */
export type IndexReader = {
  readonly linesOf: (part: Part, plain: string) => Promise<readonly WordLine[]>;
  readonly row: (part: Part, place: number) => Promise<TitleRow>;
  readonly choices: (part: Part) => Promise<Choices>;
  /** About how many bytes have come over the line. */
  readonly bytes: () => number;
};

/** How much smaller a host makes a file of the index. */
const compression = 0.4;

/** A file of the index that is not there: a newer index has taken its place. */
export class IndexReplaced extends Error {}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (response.status === 404) throw new IndexReplaced(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/**
 * @param folder address of the folder of all parts
 * @param get returns the text of a file
 */
export function newIndexReader(
  folder: string,
  get: (url: string) => Promise<string> = fetchText,
): IndexReader {
  const known = new Map<string, Promise<string>>();
  let bytes = 0;
  const load = (part: Part, name: string): Promise<string> => {
    const url = `${folder}${part.name}/${name}?${part.key}`;
    let text = known.get(url);
    if (text === undefined) {
      text = get(url).then((loaded) => {
        bytes += loaded.length * compression;
        return loaded;
      });
      known.set(url, text);
      // A failed request may be tried again.
      text.catch(() => known.delete(url));
    }
    return text;
  };
  return {
    async linesOf(part, plain) {
      const text = await load(part, `${fileOf(plain, part.files)}.txt`);
      return text.split("\n").flatMap((line): WordLine | readonly WordLine[] => {
        const end = line.indexOf("\t");
        const spelling = line.slice(0, end);
        if (end === -1 || plainOf(spelling) !== plain) return [];
        const [list = "", ...next] = line.slice(end + 1).split("\t");
        return { spelling, list, next };
      });
    },
    async row(part, place) {
      const text = await load(part, `bai-${Math.floor(place / titlesInFile)}.json`);
      return (JSON.parse(text) as TitleRow[])[place % titlesInFile]!;
    },
    async choices(part) {
      return JSON.parse(await load(part, "loc.json")) as Choices;
    },
    bytes: () => bytes,
  };
}

const digitValues = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]));

/** Calls `visit` for each number of a list of distances. */
export function eachNumber(list: string, visit: (number: number) => void): void {
  let last = -1;
  for (let at = 0; at < list.length; ) {
    const [step, end] = numberAt(list, at);
    at = end;
    last += step + 1;
    visit(last);
  }
}

/** Calls `visit` for each article of a list of postings, with what is told of the word there. */
export function eachPosting(list: string, visit: (place: number, told: number) => void): void {
  let last = -1;
  for (let at = 0; at < list.length; ) {
    const [value, end] = numberAt(list, at);
    at = end;
    last += Math.floor(value / 2) + 1;
    let told = 0;
    if (value % 2 === 1) [told, at] = numberAt(list, at);
    visit(last, told);
  }
}

function numberAt(list: string, from: number): [value: number, end: number] {
  let value = 0;
  let scale = 1;
  for (let at = from; ; at += 1) {
    // A file that was cut off on the way ends in the middle of a number.
    const digit = digitValues.get(list.charCodeAt(at)) ?? 0;
    value += (digit % goesOn) * scale;
    scale *= goesOn;
    if (digit < goesOn) return [value, at + 1];
  }
}
