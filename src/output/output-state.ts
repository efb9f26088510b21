import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileMark } from "../cache/file-mark.ts";
import { readSealed, writeSealed } from "../cache/sealed-file.ts";
import { shortHash } from "../cache/short-hash.ts";
import type { Problem } from "../problems/problem.ts";

/** A file of the output as the last build left it. */
export type WrittenFile = {
  /** A hash of what it was made from; for a page, its page key. */
  readonly key: string;
  /** A hash of its bytes. */
  readonly sum: string;
  readonly size: number;
  mtimeMs: number;
};

/** A group of pages as the last build left it. */
export type WrittenGroup = {
  readonly key: string;
  /** The files of its pages. */
  readonly paths: string[];
};

/** What is known of an output. It is believed only as far as sizes and times still agree. */
export type OutputState = {
  /** A hash of the code that drew it, and of what that does to every page. */
  readonly code: string;
  /** By path. */
  readonly files: ReadonlyMap<string, WrittenFile>;
  /** By name. */
  readonly groups: ReadonlyMap<string, WrittenGroup>;
  /**
   * When something was last put into a folder or taken out of it (mtime, ms), by path; "" for the
   * output itself.
   */
  readonly folders: ReadonlyMap<string, number>;
  /** What came of the build. */
  readonly built: BuiltFacts;
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

type Stored = Pick<OutputState, "code" | "built"> & {
  readonly format: string;
  readonly files: readonly (readonly [string, string, string, number, number])[];
  /** Name, key, and where the files of each begin and end in the list of all. */
  readonly groups: readonly (readonly [string, string, number, number])[];
  readonly folders: readonly (readonly [string, number])[];
};

/** Must change when what is written changes its shape. */
const format = "3";

/** Returns where the state of an output is kept. Several outputs may share a cache. */
export function statePath(cache: string, output: string): string {
  return join(cache, "trang", `${shortHash(resolve(output))}.json`);
}

/** The state that this program wrote last: a preview builds the same site over and over. */
let last: { readonly path: string; readonly mark: string; readonly state: OutputState } | undefined;

/** Reads the state of an output; undefined when there is none that can be believed. */
export function readState(path: string): OutputState | undefined {
  if (last?.path === path && last.mark === fileMark(path)) return last.state;
  const stored = readSealed(path) as Stored | undefined;
  if (stored?.format !== format) return undefined;
  const { code, built, folders } = stored;
  const files = stored.files.map(([path, key, sum, size, mtimeMs]): [string, WrittenFile] => [
    path,
    { key, sum, size, mtimeMs },
  ]);
  const paths = stored.files.map(([path]) => path);
  const groups = stored.groups.map(([name, key, from, to]): [string, WrittenGroup] => [
    name,
    { key, paths: paths.slice(from, to) },
  ]);
  return {
    code,
    built,
    files: new Map(files),
    groups: new Map(groups),
    folders: new Map(folders),
  };
}

const monthMs = 30 * 86_400_000;

/** Writes the state of an output, and deletes states that have not been written for a month. */
export async function saveState(path: string, state: OutputState): Promise<void> {
  const { code, built, files, groups, folders } = state;
  const places = new Map([...files.keys()].map((path, at) => [path, at]));
  const stored: Stored = {
    format,
    code,
    built,
    files: [...files].map(([path, { key, sum, size, mtimeMs }]) => [path, key, sum, size, mtimeMs]),
    groups: [...groups].flatMap(([name, { key, paths }]) => {
      const from = places.get(paths[0] ?? "") ?? 0;
      const isWhole = paths.every((path, at) => places.get(path) === from + at);
      return isWhole ? [[name, key, from, from + paths.length] as const] : [];
    }),
    folders: [...folders],
  };
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await writeSealed(path, stored);
  last = { path, mark: fileMark(path) ?? "", state };
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > monthMs)
      await rm(join(folder, name), { force: true });
  }
}
