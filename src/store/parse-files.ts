import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { type FoundFile, readText } from "../content/source-file.ts";
import { parseArticle } from "../parse.ts";
import { type Reference, type ReferenceData, readReference } from "../reference.ts";
import type { Progress } from "../work/progress.ts";
import { mayStartThreads, startThread } from "../work/thread.ts";
import { type ParsedShare, parsedShare } from "./parsed.ts";

/**
 * Reads and parses many files, on several cores where it pays. What comes out of a file does not
 * depend on how many threads took part; the shares come in any order.
 */
export async function parseFiles(
  files: readonly FoundFile[],
  data: ReferenceData,
  accept: (share: ParsedShare) => void,
  progress: Progress,
): Promise<void> {
  let done = 0;
  const onShare = (share: ParsedShare) => {
    accept(share);
    done += share.rows.length;
    progress("read", done, files.length);
  };
  // The index at which the next share of the work begins; every thread takes from it.
  const shared: Work = { files, data, next: new Int32Array(new SharedArrayBuffer(4)) };
  const count = threadsFor(files.length);
  const threads = Promise.all(Array.from({ length: count }, () => takeShares(shared, onShare)));
  // A thread may fail while this one is at work; the failure is dealt with at the end.
  threads.catch(() => {});
  const { reference } = readReference(data);
  for (const some of shares(shared)) {
    // A substring keeps the whole text in memory; a copy lets the source go.
    onShare(structuredClone(parseShare(some, reference)));
    if (count > 0) await setImmediate();
  }
  await threads;
}

/** What the worker threads have in common. */
export type Work = {
  readonly files: readonly FoundFile[];
  readonly data: ReferenceData;
  readonly next: Int32Array<SharedArrayBuffer>;
};

/** Files in a share. */
const shareSize = 40;

/** Yields the shares of the work that fall to the calling thread. */
export function* shares({ files, next }: Work): Generator<readonly FoundFile[]> {
  for (;;) {
    const from = Atomics.add(next, 0, shareSize);
    if (from >= files.length) return;
    yield files.slice(from, from + shareSize);
  }
}

/** Reads and parses some files on the calling thread. */
export function parseShare(some: readonly FoundFile[], reference: Reference): ParsedShare {
  return parsedShare(
    some.map((found) => {
      const { path } = found;
      const { id, file, problems } = readText(found);
      if (file === undefined)
        return { path, id, article: undefined, isDraft: false, links: [], problems };
      const result = parseArticle(file, reference);
      return { path, id, ...result, problems: [...problems, ...result.problems] };
    }),
  );
}

/**
 * Returns how many threads to start. One takes a third of a second and 80 MB to get going, which
 * must be worth it.
 */
function threadsFor(files: number): number {
  if (!mayStartThreads()) return 0;
  return Math.min(3, availableParallelism() - 1, Math.floor(files / 1_500));
}

function takeShares(work: Work, accept: (share: ParsedShare) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };
    const options = { workerData: work, resourceLimits };
    const thread = startThread(new URL("./parse-thread.ts", import.meta.url), options, accept);
    thread.on("error", reject);
    thread.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`A thread that reads articles ended with ${code}.`)),
    );
  });
}
