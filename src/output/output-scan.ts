import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { mayStartThreads, startThread } from "../work/thread.ts";
import { type Changed, type Look, lookAtShares } from "./look-at-shares.ts";
import type { OutputState } from "./output-state.ts";
import { pathOf, rowsByPath } from "./path-table.ts";

/** How an output differs from what the last build left. */
export type OutputScan = {
  /** Rows of files that are gone or were changed. */
  readonly damaged: readonly number[];
  /** Paths that no build wrote; a folder ends in `/` and comes after what it holds. */
  readonly foreign: readonly string[];
  /** Paths of folders that something was put into or taken out of. */
  readonly folders: readonly string[];
};

/**
 * Begins to look at every file of an output, but not into it, beside other work. Returns how to
 * finish that: then the calling thread takes its shares too.
 */
export function beginScan(
  directory: string,
  { files, folders }: Pick<OutputState, "files" | "folders">,
): () => Promise<OutputScan> {
  const look: Look = { directory, files, folders, next: new Int32Array(new SharedArrayBuffer(4)) };
  const damaged: number[] = [];
  const changed: number[] = [];
  const add = (share: Changed) => {
    damaged.push(...share.files);
    changed.push(...share.folders);
  };
  const threads = Promise.all(
    Array.from({ length: threadsFor(files.count) }, () => takeShares(look, add)),
  );
  // A thread may fail while articles are read; a build learns of that when it waits for the scan.
  threads.catch(() => {});
  return async () => {
    for (const share of lookAtShares(look)) {
      add(share);
      await setImmediate();
    }
    await threads;
    const paths = changed.map((row) => pathOf(folders, row));
    return { damaged, foreign: foreignIn(directory, paths, files, folders), folders: paths };
  };
}

/** Lists what no build put into some folders of an output. */
function foreignIn(
  directory: string,
  changed: readonly string[],
  files: OutputState["files"],
  folders: OutputState["folders"],
): string[] {
  const foreign: string[] = [];
  const list = (folder: string) => {
    for (const entry of readdirSync(join(directory, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (!rowsByPath(files).has(path)) foreign.push(path);
      } else if (!rowsByPath(folders).has(path)) {
        list(path);
        foreign.push(`${path}/`);
      }
    }
  };
  for (const folder of changed) list(folder);
  return foreign;
}

/**
 * Returns how many threads to start, beside the calling one. Few files are looked at faster than a
 * thread is started.
 */
function threadsFor(files: number): number {
  return files < 4_000 || !mayStartThreads() ? 0 : Math.min(3, availableParallelism() - 1);
}

function takeShares(workerData: Look, accept: (share: Changed) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const module = new URL("./output-scan-thread.ts", import.meta.url);
    const thread = startThread(module, { workerData }, accept);
    thread.on("error", reject);
    thread.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`A thread that looks at the site ended with ${code}.`)),
    );
  });
}
