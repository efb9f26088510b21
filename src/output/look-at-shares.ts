import { lstatSync } from "node:fs";
import { type PathTable, pathsIn } from "./path-table.ts";
import { fileTimeAt, folderTimeAt, sizeAt } from "./written-files.ts";

/** What the threads that look at an output have in common. */
export type Look = {
  readonly directory: string;
  readonly files: PathTable;
  readonly folders: PathTable;
  /** At which of all files and folders the next share begins; every thread takes from it. */
  readonly next: Int32Array<SharedArrayBuffer>;
};

/** Rows of files and of folders that are not as a build left them. */
export type Changed = { readonly files: readonly number[]; readonly folders: readonly number[] };

/** Files or folders in a share. */
const shareSize = 1_000;

/** Looks at the shares that fall to the calling thread, and yields what has changed in each. */
export function* lookAtShares(look: Look): Generator<Changed> {
  const { files, folders, next } = look;
  for (;;) {
    const from = Atomics.add(next, 0, shareSize);
    if (from >= files.count + folders.count) return;
    const to = from + shareSize;
    yield {
      files: changedFiles(look, from, Math.min(to, files.count)),
      folders: changedFolders(
        look,
        Math.max(from - files.count, 0),
        Math.min(to - files.count, folders.count),
      ),
    };
  }
}

const ifThere = { throwIfNoEntry: false } as const;

/** Anyone who changes a file changes its time or size. */
function changedFiles({ directory, files }: Look, from: number, to: number): number[] {
  const changed: number[] = [];
  let row = from;
  for (const path of pathsIn(files, from, to)) {
    const found = lstatSync(`${directory}/${path}`, ifThere);
    const { rows } = files;
    if (
      !found?.isFile() ||
      found.size !== sizeAt(rows, row) ||
      found.mtimeMs !== fileTimeAt(rows, row)
    )
      changed.push(row);
    row += 1;
  }
  return changed;
}

/** A folder whose time is as it was holds what it held. */
function changedFolders({ directory, folders }: Look, from: number, to: number): number[] {
  const changed: number[] = [];
  let row = from;
  for (const path of pathsIn(folders, from, to)) {
    const found = lstatSync(path === "" ? directory : `${directory}/${path}`, ifThere);
    if (found?.isDirectory() && found.mtimeMs !== folderTimeAt(folders.rows, row))
      changed.push(row);
    row += 1;
  }
  return changed;
}
