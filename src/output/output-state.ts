import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileMark } from "../cache/file-mark.ts";
import { readSealedBytes, writeSealedBytes } from "../cache/sealed-file.ts";
import { shortHash } from "../cache/short-hash.ts";
import type { Problem } from "../problems/problem.ts";
import type { PathTable } from "./path-table.ts";
import { fileTable, folderTable } from "./written-files.ts";

/** A group of pages as the last build left it: its files are in rows one after the other. */
export type WrittenGroup = { readonly key: string; readonly from: number; readonly to: number };

/** What is known of an output. It is believed only as far as sizes and times still agree. */
export type OutputState = {
  /** A hash of the code that drew it, and of what that does to every page. */
  readonly code: string;
  /** What came of the build. */
  readonly built: BuiltFacts;
  readonly files: PathTable;
  /** By name. */
  readonly groups: ReadonlyMap<string, WrittenGroup>;
  readonly folders: PathTable;
};

export type BuiltFacts = {
  /** A hash of all that the site was made from; empty as long as something is still to be added. */
  readonly madeFrom: string;
  readonly problems: readonly Problem[];
  readonly articles: number;
  readonly drafts: number;
  readonly due: number;
  readonly pages: number;
  readonly pictures: number;
};

/** The state of an output of which nothing is known: whatever is there is foreign. */
export const noState: Pick<OutputState, "files" | "groups" | "folders"> = {
  files: fileTable([]),
  groups: new Map(),
  folders: folderTable([["", Number.NaN]]),
};

/** The part of a state that is kept as JSON. */
type Head = Pick<OutputState, "code" | "built"> & {
  readonly format: string;
  readonly groups: readonly (readonly [string, WrittenGroup])[];
  readonly files: number;
  readonly folders: number;
};

/** Must change when what is written changes its shape. */
const format = "5";

/** Returns where the state of an output is kept. Several outputs may share a cache. */
export function statePath(cache: string, output: string): string {
  return join(cache, "trang", `${shortHash(resolve(output))}.bin`);
}

/** The state that this program wrote last: a preview builds the same site over and over. */
let last: { readonly path: string; readonly mark: string; readonly state: OutputState } | undefined;

/** Reads the state of an output; undefined when there is none that can be believed. */
export function readState(path: string): OutputState | undefined {
  if (last?.path === path && last.mark === fileMark(path)) return last.state;
  const { value, columns = [] } = readSealedBytes(path) ?? {};
  const head = value as Head | undefined;
  if (head?.format !== format) return undefined;
  const [filePaths, fileRows, folderPaths, folderRows] = columns as Columns;
  const { code, built, groups, files, folders } = head;
  return {
    code,
    built,
    files: { count: files, paths: filePaths, rows: fileRows },
    groups: new Map(groups),
    folders: { count: folders, paths: folderPaths, rows: folderRows },
  };
}

type Columns = readonly [Buffer, Buffer, Buffer, Buffer];

const monthMs = 30 * 86_400_000;

/** Writes the state of an output, and deletes states that have not been written for a month. */
export async function saveState(path: string, state: OutputState): Promise<void> {
  const { code, built, files, groups, folders } = state;
  const counts = { files: files.count, folders: folders.count };
  const value: Head = { format, code, built, groups: [...groups], ...counts };
  const columns: Columns = [files.paths, files.rows, folders.paths, folders.rows];
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await writeSealedBytes(path, { value, columns });
  last = { path, mark: fileMark(path) ?? "", state };
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > monthMs)
      await rm(join(folder, name), { force: true });
  }
}
