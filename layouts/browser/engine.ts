import { choiceWord, everyArticle } from "../../src/search-text.ts";
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
  /** Name of its folder. */
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
  const openReader = (exactDiacritics: boolean): Reader => {
    const options = { ...common, exactDiacritics };
    const basePath = `${folder}${engine}/`;
    const instance = pagefind.createInstance({ ...options, basePath, noWorker: true });
    let count = 0;
    return {
      async with(wanted) {
        await instance.init();
        const next = bundles.slice(count, wanted);
        count = Math.max(count, wanted);
        await Promise.all(
          next.map(({ key }) =>
            instance.mergeIndex(`${folder}${key}/`, { ...options, language: "vi" }),
          ),
        );
        return instance;
      },
    };
  };
  const folded = openReader(false);
  let exact: Reader | undefined;
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
    async search(plan, filters) {
      const all = await folded.with(count);
      const ask = async (reader: Instance, question: string, sort?: { day: "desc" }) =>
        (await reader.search(question, sort ? { sort } : {})).results;
      const chosen = Object.entries(filters).map(([name, value]) => choiceWord(name, value));
      const passed = await Promise.all(
        (plan === undefined ? [everyArticle, ...chosen] : chosen).map((word) =>
          ask(all, `"${word}"`, { day: "desc" }),
        ),
      );
      if (plan === undefined) return ranked([passed], []);
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

/** Every folder is named after its content, so even its list of files may come from a cache. */
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
      // What failed may be tried again.
      answer.then(
        ({ ok }) => ok || known.delete(address),
        () => known.delete(address),
      );
    }
    return (await answer).clone();
  };
}

const known = new Map<string, Promise<Response>>();
