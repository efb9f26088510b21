import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startThread } from "../work/thread.ts";
import { type KnownFiles, type OutputState, readKnownFiles } from "./output-state.ts";

/** How an output differs from what the last build left. */
export type OutputScan = {
  /** Paths of files that are gone or were changed. */
  readonly damaged: readonly string[];
  /** Paths that no build wrote; a folder ends in `/` and comes after what it holds. */
  readonly foreign: readonly string[];
  /** Paths of folders that something was put into or taken out of. */
  readonly folders: readonly string[];
};

/**
 * Looks at every file of an output, but not into it: anyone who changes a file changes its time or
 * size. A folder whose time is as it was holds what it held, so few need to be listed.
 */
function scanOutput(directory: string, { files, folders }: KnownFiles): OutputScan {
  const damaged: string[] = [];
  for (const [path, { size, mtimeMs }] of files) {
    const found = lstatSync(join(directory, path), { throwIfNoEntry: false });
    if (!found?.isFile() || found.size !== size || found.mtimeMs !== mtimeMs) damaged.push(path);
  }
  const foreign: string[] = [];
  const known = new Set([""]);
  for (const path of files.keys()) {
    for (const folder of foldersOf(path)) {
      if (known.has(folder)) break;
      known.add(folder);
    }
  }
  const list = (folder: string) => {
    for (const entry of readdirSync(join(directory, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (!files.has(path)) foreign.push(path);
      } else if (!known.has(path)) {
        list(path);
        foreign.push(`${path}/`);
      }
    }
  };
  const changed = [...known].filter((folder) => {
    const found = lstatSync(join(directory, folder), { throwIfNoEntry: false });
    return found?.isDirectory() && found.mtimeMs !== folders.get(folder);
  });
  for (const folder of changed) list(folder);
  return { damaged, foreign, folders: changed };
}

/** Yields the folders that hold a file, from its own upwards, without the output itself. */
export function* foldersOf(path: string): Generator<string> {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    yield path.slice(0, at);
}

const nothing: KnownFiles = { files: new Map(), folders: new Map() };

/** Fewer files than this are looked at faster than a worker thread is started. */
const few = 4_000;

/** Looks at an output, on a worker thread where there is much to look at. */
export function scanBeside(
  directory: string,
  state: OutputState | undefined,
  statePath: string,
): Promise<OutputScan> {
  if (state === undefined) return Promise.resolve(scanOutput(directory, nothing));
  if (state.count < few) return Promise.resolve(scanOutput(directory, state.written()));
  return new Promise((resolve, reject) => {
    const workerData: ScanTask = { directory, statePath };
    const thread = startThread(
      new URL("./output-scan-thread.ts", import.meta.url),
      { workerData },
      resolve,
    );
    thread.on("error", reject);
    thread.on("exit", (code) =>
      reject(new Error(`The thread that looks at the site ended with ${code}.`)),
    );
  });
}

export type ScanTask = { readonly directory: string; readonly statePath: string };

/**
 * Does the work of the thread. Another build may have written the state anew meanwhile; then
 * nothing is believed.
 */
export function scanTask({ directory, statePath }: ScanTask): OutputScan {
  return scanOutput(directory, readKnownFiles(statePath) ?? nothing);
}
