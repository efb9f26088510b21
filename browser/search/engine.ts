import { choiceWord, everyArticle } from "../../src/text/search-text.ts";
import { type Plan, ranked } from "./ranking.ts";

/*
 * Pagefind with the parts of the index that are needed. Nothing is loaded before somebody searches,
 * and older years only after the newer ones have been searched.
 */

/** A part of the index. The search page lists them, newest first. */
export type Bundle = {
  readonly name: string;
  readonly year: number;
  /** Number of articles in it. */
  readonly articles: number;
  /** Hash of all that is in it: what a browser has cached of it under another key is old. */
  readonly key: string;
};

/** The values that a page must have, by the name of the filter. */
export type Filters = Readonly<Record<string, string>>;

export type Found = {
  readonly id: string;
  readonly score: number;
  /** Loads what a result shows of the page. */
  readonly data: () => Promise<Fragment>;
};

/** What the index knows of a page. */
export type Fragment = {
  readonly raw_url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** HTML: the text around the words, which are in `<mark>`; `<` and `>` are escaped. */
  readonly excerpt: string;
  /** The whole text. */
  readonly content: string;
};

type Pagefind = {
  createInstance(options: object): Instance;
};
type Instance = {
  init(): Promise<void>;
  mergeIndex(path: string, options: object): Promise<void>;
  search(
    term: string,
    options: { readonly sort?: Readonly<Record<string, "asc" | "desc">> },
  ): Promise<{ readonly results: readonly Found[] }>;
};

/** An index of some bundles, which are loaded step by step. */
export type Index = {
  /** The bundles that have been loaded, newest first. */
  readonly loaded: readonly Bundle[];
  readonly hasMore: boolean;
  /** Adds the next bundle to the next search; with `many` 1, 2, 4 and then 6 bundles at a time. */
  readonly takeMore: (many: boolean) => void;
  /** Bytes that have been loaded, with Pagefind's program and without. */
  readonly cost: () => { readonly all: number; readonly parts: number };
  /** Finds matching pages, best first; without a plan all that pass the filters, newest first. */
  readonly search: (plan: Plan | undefined, filters: Filters) => Promise<Found[]>;
};

/** How many times a program could not be loaded. */
let failures = 0;

/**
 * Loads Pagefind's program. Many browsers keep a failure for as long as the page is open and do not
 * ask for the same address again, so after one the address is another.
 */
async function loadProgram(url: string): Promise<Pagefind> {
  try {
    return await import(failures === 0 ? url : `${url}?${failures}`);
  } catch (error) {
    failures += 1;
    throw error;
  }
}

/**
 * Opens an index; loads Pagefind's program, and no bundle yet.
 *
 * @param folder address of the folder of all bundles
 * @param engine name of the folder below it that holds the program
 */
export async function openIndex(
  folder: string,
  engine: string,
  bundles: readonly Bundle[],
): Promise<Index> {
  fetchOnce(folder);
  const pagefind = await loadProgram(`${folder}${engine}/pagefind.js`);
  // `exactDiacritics` cannot be changed in an instance that has loaded bundles, so there are two.
  const openReader = (exactDiacritics: boolean, own: readonly Bundle[] = bundles): Reader => {
    const options = { ...common, exactDiacritics };
    const basePath = `${folder}${engine}/`;
    const instance = pagefind.createInstance({ ...options, basePath, noWorker: true });
    let count = 0;
    return {
      async with(wanted) {
        await instance.init();
        const next = own.slice(count, wanted);
        count = Math.max(count, wanted);
        await Promise.all(
          next.map(({ name, key }) =>
            instance.mergeIndex(`${folder}${name}/`, {
              ...options,
              metaCacheTag: key,
              language: "vi",
            }),
          ),
        );
        return instance;
      },
    };
  };
  const folded = openReader(false);
  let exact: Reader | undefined;
  // Results of merged indexes come in the order of their scores, which know no days. So to have the
  // newest first, each bundle is searched by itself.
  const apart: Reader[] = [];
  const newestOf = async (bundle: number, words: readonly string[]): Promise<readonly Found[]> => {
    apart[bundle] ??= openReader(false, bundles.slice(bundle, bundle + 1));
    const reader = await apart[bundle].with(1);
    const answers = await Promise.all(
      words.map((word) => reader.search(`"${word}"`, { sort: { day: "desc" } })),
    );
    const [first, ...others] = answers.map(({ results }) => results);
    const sets = others.map((some) => new Set(some.map(({ id }) => id)));
    return (first ?? []).filter(({ id }) => sets.every((ids) => ids.has(id)));
  };
  let count = 0;
  let step = 1;
  return {
    get loaded() {
      return bundles.slice(0, count);
    },
    get hasMore() {
      return count < bundles.length;
    },
    takeMore(many) {
      count = Math.min(count + step, bundles.length);
      // A search for something rare needs all bundles in the end, and should not wait for one after
      // the other.
      step = many ? Math.min(step * 2, 6) : 1;
    },
    cost() {
      const program = loadedBytes(`${folder}${engine}/`);
      return { all: loadedBytes(folder) + programBytes, parts: loadedBytes(folder) - program };
    },
    async search(plan, filters) {
      const chosen = Object.entries(filters).map(([name, value]) => choiceWord(name, value));
      if (plan === undefined) {
        const newest = bundles
          .slice(0, count)
          .map((_, bundle) => newestOf(bundle, [everyArticle, ...chosen]));
        return (await Promise.all(newest)).flat();
      }
      const all = await folded.with(count);
      const ask = async (reader: Instance, question: string) =>
        (await reader.search(question, {})).results;
      const passed = await Promise.all(chosen.map((word) => ask(all, `"${word}"`)));
      const answers: (readonly Found[])[][] = [];
      for (const { exact: isExact, questions, isLastResort } of plan.kinds) {
        if (isLastResort && answers.some((some) => some.every((found) => found.length > 0))) break;
        if (isExact) exact ??= openReader(true);
        const reader = isExact && exact ? await exact.with(count) : all;
        const found = await Promise.all(questions.map((question) => ask(reader, question)));
        answers.push([...found, ...passed]);
      }
      return ranked(answers, await ask(all, plan.near));
    },
  };
}

type Reader = { readonly with: (bundles: number) => Promise<Instance> };

/** The program's folder is named by a hash of its content, so its file list may be cached too. */
const common = { metaCacheTag: "1", excerptLength: 32 };

/**
 * Makes `fetch` load each file of the index once, because both readers need the same files and not
 * every host lets a browser cache them.
 */
function fetchOnce(folder: string): void {
  if (known.size > 0) return;
  const fetchAnew = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = new URL(String(input), window.location.href).href;
    if (!address.startsWith(folder)) return fetchAnew(input, init);
    let answer = known.get(address);
    if (answer === undefined) {
      answer = fetchAnew(input, init);
      known.set(address, answer);
      answer
        .then(async (response) => {
          if (!response.ok) throw new Error(response.statusText);
          // Pagefind's files are compressed already, so this is what was transferred.
          sizes.set(address, (await response.clone().arrayBuffer()).byteLength);
        })
        // A failed request may be tried again.
        .catch(() => known.delete(address));
    }
    return (await answer).clone();
  };
}

const known = new Map<string, Promise<Response>>();

/**
 * Bytes by address. The browser's own list of what it loaded (Resource Timing) ends at 250 entries,
 * and in old browsers it has no sizes.
 */
const sizes = new Map<string, number>();
/** About the compressed size of the program, which is imported and cannot be measured here. */
const programBytes = 13_000;

function loadedBytes(below: string): number {
  return [...sizes].reduce(
    (sum, [address, size]) => sum + (address.startsWith(below) ? size : 0),
    0,
  );
}
