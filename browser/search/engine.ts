import { choiceWord, everyArticle } from "../../src/text/search-text.ts";
import { type Plan, ranked } from "./ranking.ts";

/*
 * Pagefind with the parts of the index that are needed: nothing is loaded before somebody searches,
 * and older years not before the newer ones have been looked through.
 */

/** A part of the index, as the search page lists them, newest first. */
export type Bundle = {
  readonly name: string;
  readonly year: number;
  /** How many articles are in it. */
  readonly articles: number;
  /** Made from all that is in it: what a browser keeps of it under another key is old. */
  readonly key: string;
};

/** Values that a page must have, by filter. */
export type Filters = Readonly<Record<string, string>>;

export type Found = {
  readonly id: string;
  readonly score: number;
  /** Loads what is shown of the page. */
  readonly data: () => Promise<Fragment>;
};

/** What the index knows of a page. */
export type Fragment = {
  readonly raw_url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Text around the words, which stand in `<mark>`; `<` and `>` are escaped. */
  readonly excerpt: string;
  /** All of the text. */
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

/** An index of some bundles, of which more and more are loaded. */
export type Index = {
  /** Bundles that have been loaded, newest first. */
  readonly loaded: readonly Bundle[];
  readonly hasMore: boolean;
  /** Lets the next bundle take part in the next search, or several of them: more each time. */
  readonly takeMore: (many: boolean) => void;
  /** How much has been loaded, in bytes, with the program and without. */
  readonly cost: () => { readonly all: number; readonly parts: number };
  /** All pages that answer, best first. Without a plan all pages that pass the filters, newest first. */
  readonly search: (plan: Plan | undefined, filters: Filters) => Promise<Found[]>;
};

/**
 * Opens an index.
 *
 * @param folder address of the folder of all bundles
 * @param engine the one that holds the program itself
 */
export async function openIndex(
  folder: string,
  engine: string,
  bundles: readonly Bundle[],
): Promise<Index> {
  fetchOnce(folder);
  const pagefind = (await import(`${folder}${engine}/pagefind.js`)) as Pagefind;
  // Whether marks count cannot be changed in an instance that has loaded bundles, so there are two.
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
  // Merged answers come in order of scores, which do not know of days. So for the newest first each
  // part is asked by itself.
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
      // Who looks for something rare needs all of it in the end, and should not wait for one after the other.
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

/** The program is named after its content, so even its list of files may come from a cache. */
const common = { metaCacheTag: "1", excerptLength: 32 };

/** The two readers need the same files, and not every host lets a browser keep them: each is fetched once. */
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
          // Pagefind's files are packed already: this is what comes over the line.
          sizes.set(address, (await response.clone().arrayBuffer()).byteLength);
        })
        // What failed may be tried again.
        .catch(() => known.delete(address));
    }
    return (await answer).clone();
  };
}

const known = new Map<string, Promise<Response>>();

/** Bytes by address. The browser's own list of what it loaded ends at 250, and old ones tell no sizes. */
const sizes = new Map<string, number>();
/** The program comes by import, which nobody can count; packed it is about as large as this. */
const programBytes = 13_000;

function loadedBytes(below: string): number {
  return [...sizes].reduce(
    (sum, [address, size]) => sum + (address.startsWith(below) ? size : 0),
    0,
  );
}
