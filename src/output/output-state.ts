import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileMark } from "../cache/file-mark.ts";
import { readSealedParts, writeSealedParts } from "../cache/sealed-file.ts";
import { shortHash } from "../cache/short-hash.ts";
import type { Problem } from "../problems/problem.ts";
import { lazily } from "../work/once.ts";

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
  /** What came of the build. */
  readonly built: BuiltFacts;
  /** How many files there are. */
  readonly count: number;
  readonly written: () => Written;
};

/** What a build left in an output. */
export type Written = {
  /** By path. */
  readonly files: ReadonlyMap<string, WrittenFile>;
  /** By name. */
  readonly groups: ReadonlyMap<string, WrittenGroup>;
  readonly folders: Folders;
};

/**
 * When something was last put into a folder or taken out of it (mtime, ms), by path; "" for the
 * output itself.
 */
type Folders = ReadonlyMap<string, number>;

/** What tells whether a file is as a build left it. */
export type KnownFiles = {
  readonly files: ReadonlyMap<string, Pick<WrittenFile, "size" | "mtimeMs">>;
  readonly folders: Folders;
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

/*
 * The parts of the file that a state is kept in. There are files by the hundred thousand, and most
 * builds need only some of what is known of them, so that is in columns: one list of all paths, one
 * of all sizes …
 */
type Head = Pick<OutputState, "code" | "built" | "count"> & { readonly format: string };
type Columns = readonly [
  paths: readonly string[],
  sizes: readonly number[],
  times: readonly number[],
  /** 0 for a file whose key is the sum. */
  keys: readonly (string | 0)[],
  sums: readonly string[],
];
/** Name, key, and where the files of each begin and end in the list of all. */
type Groups = readonly (readonly [string, string, number, number])[];

/** Must change when what is written changes its shape. */
const format = "4";

/** Returns where the state of an output is kept. Several outputs may share a cache. */
export function statePath(cache: string, output: string): string {
  return join(cache, "trang", `${shortHash(resolve(output))}.json`);
}

/** The state that this program wrote last: a preview builds the same site over and over. */
let last: { readonly path: string; readonly mark: string; readonly state: OutputState } | undefined;

/** Reads the state of an output; undefined when there is none that can be believed. */
export function readState(path: string): OutputState | undefined {
  if (last?.path === path && last.mark === fileMark(path)) return last.state;
  const { head, columns, groups, folders } = partsOf(path) ?? {};
  if (head === undefined) return undefined;
  const { code, built, count } = head;
  const written = lazily((): Written => {
    const [paths, sizes, times, keys, sums] = columns!.map((column) =>
      column(),
    ) as never as Columns;
    return {
      files: new Map(
        paths.map((path, at) => {
          const sum = sums[at]!;
          return [path, { key: keys[at] || sum, sum, size: sizes[at]!, mtimeMs: times[at]! }];
        }),
      ),
      groups: new Map(
        (groups!() as Groups).map(([name, key, from, to]) => [
          name,
          { key, paths: paths.slice(from, to) },
        ]),
      ),
      folders: new Map(folders!() as readonly [string, number][]),
    };
  });
  return { code, built, count, written };
}

/** Reads what there is to know for a look at an output, and no more. */
export function readKnownFiles(path: string): KnownFiles | undefined {
  const { columns, folders } = partsOf(path) ?? {};
  if (columns === undefined) return undefined;
  const [paths, sizes, times] = columns.slice(0, 3).map((column) => column()) as never as Columns;
  return {
    files: new Map(paths.map((path, at) => [path, { size: sizes[at]!, mtimeMs: times[at]! }])),
    folders: new Map(folders!() as readonly [string, number][]),
  };
}

function partsOf(path: string) {
  const [first, ...parts] = readSealedParts(path) ?? [];
  const head = first?.() as Head | undefined;
  if (head?.format !== format) return undefined;
  return { head, columns: parts.slice(0, 5), groups: parts[5]!, folders: parts[6]! };
}

const monthMs = 30 * 86_400_000;

/** Writes the state of an output, and deletes states that have not been written for a month. */
export async function saveState(
  path: string,
  { code, built, ...written }: Pick<OutputState, "code" | "built"> & Written,
): Promise<void> {
  const { files, groups, folders } = written;
  const all = [...files.values()];
  const paths = [...files.keys()];
  const places = new Map(paths.map((path, at) => [path, at]));
  const head: Head = { format, code, built, count: files.size };
  const columns: Columns = [
    paths,
    all.map(({ size }) => size),
    all.map(({ mtimeMs }) => mtimeMs),
    all.map(({ key, sum }) => (key === sum ? 0 : key)),
    all.map(({ sum }) => sum),
  ];
  const ranges: Groups = [...groups].flatMap(([name, { key, paths }]) => {
    const from = places.get(paths[0] ?? "") ?? 0;
    const isWhole = paths.every((path, at) => places.get(path) === from + at);
    return isWhole ? [[name, key, from, from + paths.length] as const] : [];
  });
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await writeSealedParts(path, [head, ...columns, ranges, [...folders]]);
  const state = { code, built, count: files.size, written: () => written };
  last = { path, mark: fileMark(path) ?? "", state };
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > monthMs)
      await rm(join(folder, name), { force: true });
  }
}
