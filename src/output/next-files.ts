import { urlOfOutput } from "../urls.ts";
import type { OutputState, WrittenGroup } from "./output-state.ts";
import { pathOf, pathsIn, type Rows, rowsByPath } from "./path-table.ts";
import { fileAt, fileTable, isCopied, joinedFiles, type WrittenFile } from "./written-files.ts";

/**
 * The files of an output as it is going to be. A file that stays as it was is a mark at its row in
 * the state of the last build; only others are objects.
 */
export type NextFiles = {
  /** Returns the file that the last build left at a path. */
  readonly known: (path: string) => WrittenFile | undefined;
  /** Whether a file is gone, or no longer as the last build left it. */
  readonly isBroken: (path: string) => boolean;
  /** Throws when it is settled already that there will be a file at a path. */
  readonly expectNew: (path: string) => void;
  /** Whether it is settled already that there will be a file at a path. */
  readonly has: (path: string) => boolean;
  /** Keeps the known file of a path. */
  readonly keep: (path: string) => void;
  readonly set: (path: string, file: WrittenFile) => void;
  /**
   * Keeps a group as the last build left it, if it had that key then and no file of it is broken.
   * Returns the paths of its files, or undefined. Throws when one of them is settled already.
   */
  readonly keepGroup: (name: string, key: string) => readonly string[] | undefined;
  /** Begins a group anew. */
  readonly beginGroup: (name: string, key: string) => void;
  /** Takes note of the path of a file in a group that was begun. */
  readonly addToGroup: (name: string, path: string) => void;
  /** Keeps all pages or all copied files that the last build left and that are not settled yet. */
  readonly keepAll: (what: "files" | "pages") => void;
  readonly finish: () => FinishedFiles;
};

export type FinishedFiles = Pick<OutputState, "files" | "groups"> & {
  /** Paths of files that the last build left there or changed. */
  readonly made: Iterable<string>;
  /** Paths of known files that the output no longer has. */
  readonly gone: readonly string[];
};

/** A group whose pages are made anew. */
type BegunGroup = { readonly key: string; readonly paths: string[] };

/** What becomes of a known file; `placed`: it is in the new state already. */
const [goes, stays, replaced, placed] = [0, 1, 2, 3];

/** @param damaged rows of files that are no longer as the last build left them */
export function nextFiles(
  last: Pick<OutputState, "files" | "groups">,
  damaged: readonly number[],
): NextFiles {
  const { files } = last;
  const rowOf = (path: string) => rowsByPath(files).get(path);
  const broken = new Uint8Array(files.count);
  for (const row of damaged) broken[row] = 1;
  const fates = new Uint8Array(files.count);
  const made = new Map<string, WrittenFile>();
  const groups = new Map<string, WrittenGroup | BegunGroup>();
  const has = (path: string) => made.has(path) || fates[rowOf(path) ?? files.count] === stays;
  const isWhole = ({ from, to }: WrittenGroup) =>
    fates.subarray(from, to).every((fate) => fate === stays);

  return {
    known(path) {
      const row = rowOf(path);
      return row === undefined ? undefined : fileAt(files, row);
    },
    isBroken: (path) => broken[rowOf(path) ?? files.count] === 1,
    expectNew(path) {
      if (has(path)) throw twice(path);
    },
    has,
    keep(path) {
      fates[rowOf(path)!] = stays;
    },
    set(path, file) {
      made.set(path, file);
      const row = rowOf(path);
      if (row !== undefined) fates[row] = replaced;
    },
    keepGroup(name, key) {
      const group = last.groups.get(name);
      if (group?.key !== key || broken.subarray(group.from, group.to).includes(1)) return undefined;
      const settled = fates.subarray(group.from, group.to).findIndex((fate) => fate !== goes);
      if (settled !== -1) throw twice(pathOf(files, group.from + settled));
      fates.fill(stays, group.from, group.to);
      groups.set(name, group);
      return pathsIn(files, group.from, group.to);
    },
    beginGroup(name, key) {
      groups.set(name, { key, paths: [] });
    },
    addToGroup(name, path) {
      const group = groups.get(name);
      if (group && "paths" in group) group.paths.push(path);
    },
    keepAll(what) {
      for (let row = 0; row < files.count; row += 1)
        if (fates[row] === goes && !broken[row] && isCopied(files, row) === (what === "files"))
          fates[row] = stays;
      if (what === "pages") for (const [name, group] of last.groups) groups.set(name, group);
    },
    finish() {
      const gone = rowsWith(fates, goes).map((row) => pathOf(files, row));
      const loose = new Map(made);
      const parts: Rows[] = [];
      const ranges = new Map<string, WrittenGroup>();
      let count = 0;
      const add = (part: Rows, name?: string, key = "") => {
        const from = count;
        count += part.to - part.from;
        parts.push(part);
        if (name !== undefined) ranges.set(name, { key, from, to: count });
      };
      const addAll = (some: Iterable<[string, WrittenFile]>, name?: string, key?: string) => {
        const table = fileTable([...some]);
        add({ table, from: 0, to: table.count }, name, key);
      };
      const take = (path: string): [string, WrittenFile] => {
        const file = made.get(path);
        loose.delete(path);
        if (file) return [path, file];
        const row = rowOf(path)!;
        fates[row] = placed;
        return [path, fileAt(files, row)];
      };
      for (const [name, group] of groups) {
        if ("paths" in group) addAll(group.paths.map(take), name, group.key);
        else if (isWhole(group)) {
          add({ table: files, from: group.from, to: group.to }, name, group.key);
          fates.fill(placed, group.from, group.to);
        }
      }
      for (let from = fates.indexOf(stays); from !== -1; ) {
        let to = from + 1;
        while (fates[to] === stays) to += 1;
        add({ table: files, from, to });
        from = fates.indexOf(stays, to);
      }
      addAll(loose);
      return { files: joinedFiles(parts), groups: ranges, made: made.keys(), gone };
    },
  };
}

function twice(path: string): Error {
  return new Error(`Two pages have the address ${urlOfOutput(path)}.`);
}

function rowsWith(fates: Uint8Array, fate: number): number[] {
  const rows: number[] = [];
  for (let row = fates.indexOf(fate); row !== -1; row = fates.indexOf(fate, row + 1))
    rows.push(row);
  return rows;
}
