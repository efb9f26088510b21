import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Article } from "../article.ts";
import type { AssetFile } from "../assets/assets.ts";
import { CacheDamaged, prune, readSeal, seal } from "../cache/cache.ts";
import { makeFolder } from "../cache/move-into.ts";
import type { Site } from "../site.ts";
import { searchBundleUrl } from "../urls.ts";
import { startThread } from "../work/thread.ts";
import { engineHash } from "./search.ts";
import { type SearchRecord, searchRecord } from "./search-record.ts";

/** What a thread is asked to index. */
export type IndexTask = {
  /** A new folder to write to. */
  readonly folder: string;
  /** Undefined for the program that reads the index, which comes with an index of no pages. */
  readonly records: readonly SearchRecord[] | undefined;
};

/**
 * Makes the search index, or takes it from the cache: a bundle in which nothing changed is not made
 * again. Each worker thread has a Pagefind of its own, which uses one core.
 *
 * @param withEngine whether the program that reads the index is wanted too
 * @param gently takes one core at most, and begins nothing more when this is aborted; it then
 *   throws
 */
export async function makeSearch(
  site: Site,
  cache: string,
  withEngine: boolean,
  gently?: AbortSignal,
): Promise<readonly AssetFile[]> {
  const folderOf = (hash: string) => join(cache, "tim-kiem", hash);
  const wanted: {
    readonly name: string;
    readonly hash: string;
    readonly articles?: readonly Article[];
  }[] = [...(withEngine ? [{ name: engineHash, hash: engineHash }] : []), ...site.search];
  const missing = wanted.filter(({ hash }) => readSeal(folderOf(hash)) === undefined);
  let next = 0;
  const work = async () => {
    const thread = startIndexer();
    try {
      while (next < missing.length) {
        gently?.throwIfAborted();
        const { hash, articles } = missing[next]!;
        next += 1;
        const folder = folderOf(hash);
        const records = articles && (await recordsOf(articles, site));
        const makeIndex = async (beside: string) => {
          await thread.run({ folder: beside, records });
          await seal(beside);
        };
        await makeFolder(folder, makeIndex, () => readSeal(folder) !== undefined);
      }
    } finally {
      await thread.end();
    }
  };
  await Promise.all(Array.from({ length: gently ? 1 : threadsFor(missing.length) }, work));
  await prune(join(cache, "tim-kiem"), new Set(wanted.map(({ hash }) => hash)), 40);
  return wanted.flatMap(({ name, hash }) => filesIn(folderOf(hash), searchBundleUrl(name)));
}

/**
 * Makes the records of some articles, with pauses: for a large month this takes a second, in which
 * nobody else would have a turn.
 */
async function recordsOf(articles: readonly Article[], site: Site): Promise<SearchRecord[]> {
  const records: SearchRecord[] = [];
  for (const article of articles) {
    records.push(searchRecord(article, site));
    if (records.length % 20 === 0) await setImmediate();
  }
  return records;
}

function threadsFor(bundles: number): number {
  return Math.min(2, availableParallelism(), bundles);
}

/**
 * Lists the files of a bundle. Its address stays the same, so that a changed article changes only
 * some of its files: Pagefind names all but one of them after their content, and the browser asks
 * for that one with the bundle's hash.
 */
function filesIn(folder: string, url: string): AssetFile[] {
  const { sums } = readSeal(folder) ?? {};
  // Another build may have pruned the cache meanwhile.
  if (sums === undefined) throw new CacheDamaged(folder);
  return Object.entries(sums).map(([path, sum]) => ({
    url: url + path,
    realPath: join(folder, path),
    hash: `${path} ${sum}`,
    kept: { sum, place: folder },
  }));
}

type Indexer = {
  readonly run: (task: IndexTask) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Starts a worker thread that does one task at a time. */
function startIndexer(): Indexer {
  let settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };
  const worker = startThread(
    new URL("./pagefind-thread.ts", import.meta.url),
    { resourceLimits },
    () => settle?.resolve(),
  );
  worker.on("error", (error: Error) => settle?.reject(error));
  worker.on("exit", (code) =>
    settle?.reject(new Error(`The thread that makes the search index ended with ${code}.`)),
  );
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(task);
      }),
    async end() {
      await worker.terminate();
    },
  };
}
