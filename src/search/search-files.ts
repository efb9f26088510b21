import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { AssetFile } from "../assets/assets.ts";
import { readAttachedText } from "../attachments/attachments.ts";
import { CacheDamaged, prune, readSeal, seal } from "../cache/cache.ts";
import { makeFolder } from "../cache/move-into.ts";
import type { SearchPart, Site } from "../site.ts";
import { sectionFile, sectionTextUrl } from "../text/search-text.ts";
import { searchPartUrl } from "../urls.ts";
import { startThread } from "../work/thread.ts";
import { sectionRecord } from "./attached.ts";
import { directoryPieces, directoryRecord } from "./directory.ts";
import { type SearchRecord, searchRecord } from "./search-record.ts";

/**
 * The next records of a part for a thread to index: a part may have thousands, and all their texts
 * at once would be in memory three times.
 */
export type IndexTask = {
  /** A new folder to write to. */
  readonly folder: string;
  readonly records: readonly SearchRecord[];
  /** Given with the last records of a part: how many files the words are cut into. */
  readonly files?: number;
};

/**
 * Makes the search index, or takes it from the cache: a part in which nothing changed is not made
 * again.
 *
 * @param gently takes one core at most, and begins nothing more when this is aborted; it then
 *   throws
 */
export async function makeSearch(
  site: Site,
  cache: string,
  gently?: AbortSignal,
): Promise<readonly AssetFile[]> {
  const folderOf = (hash: string) => join(cache, "tim-kiem", hash);
  const missing = site.search.filter(({ hash }) => readSeal(folderOf(hash)) === undefined);
  let next = 0;
  const work = async () => {
    const thread = startIndexer();
    try {
      while (next < missing.length) {
        gently?.throwIfAborted();
        const part = missing[next]!;
        next += 1;
        const folder = folderOf(part.hash);
        const makeIndex = async (beside: string) => {
          // While the thread indexes some records the next are made.
          let indexed = Promise.resolve();
          for await (const records of recordsOf(part, site, cache)) {
            await indexed;
            indexed = thread.run({ folder: beside, records });
            // If it fails before it is awaited, this alone has nothing to say.
            indexed.catch(() => {});
          }
          await indexed;
          await thread.run({ folder: beside, records: [], files: part.files });
          await seal(beside);
        };
        await makeFolder(folder, makeIndex, () => readSeal(folder) !== undefined);
      }
    } finally {
      await thread.end();
    }
  };
  await Promise.all(Array.from({ length: gently ? 1 : threadsFor(missing.length) }, work));
  await prune(join(cache, "tim-kiem"), new Set(site.search.map(({ hash }) => hash)), 40);
  return site.search.flatMap((part) => filesIn(part, folderOf(part.hash)));
}

/** How many records are handed over at once. */
const recordsAtOnce = 100;

/**
 * Yields the records of a part, some at a time, with pauses: for thousands of articles this takes
 * seconds, in which nobody else would have a turn.
 */
async function* recordsOf(
  part: SearchPart,
  site: Site,
  cache: string,
): AsyncGenerator<readonly SearchRecord[]> {
  let some: SearchRecord[] = [];
  for (const record of eachRecord(part, site, cache)) {
    some.push(record);
    if (some.length % 20 === 0) await setImmediate();
    if (some.length < recordsAtOnce) continue;
    yield some;
    some = [];
  }
  yield some;
}

function* eachRecord(
  { articles, directory, sections = [] }: SearchPart,
  site: Site,
  cache: string,
): Generator<SearchRecord> {
  if (directory !== undefined)
    yield* directoryPieces(site)[directory]!.entries.map(directoryRecord);
  let last: { readonly kept: string; readonly pages: readonly string[] } | undefined;
  for (const section of sections) {
    // The sections of a file are side by side.
    if (last?.kept !== section.kept)
      last = { kept: section.kept, pages: readAttachedText(section.kept, cache) };
    yield sectionRecord(section, last.pages);
  }
  for (const article of articles) yield searchRecord(article, site);
}

function threadsFor(parts: number): number {
  return Math.min(2, availableParallelism(), parts);
}

/**
 * Lists the files of a part. When an article is corrected their addresses stay the same, so a host
 * need not be told of files whose content did not change; a browser asks for them with the hash of
 * the part.
 */
function filesIn({ name, sections = [] }: SearchPart, folder: string): AssetFile[] {
  const { sums } = readSeal(folder) ?? {};
  // Another build may have pruned the cache meanwhile.
  if (sums === undefined) throw new CacheDamaged(folder);
  const url = searchPartUrl(name);
  const texts = new Map(
    sections.map(({ row }, place) => [sectionFile(place), sectionTextUrl(row[4]!)]),
  );
  return Object.entries(sums).map(([path, sum]) => ({
    url: texts.get(path) ?? url + path,
    realPath: join(folder, path),
    hash: `${texts.get(path) ?? path} ${sum}`,
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
  const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };
  const worker = startThread(
    new URL("./search-thread.ts", import.meta.url),
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
