import { lstatSync } from "node:fs";
import { join } from "node:path";
import { type PathTable, pathsOf, type Rows } from "./path-table.ts";
import { folderTable, joinedFolders } from "./written-files.ts";

/**
 * Returns the folders of an output after a build; looks only at those with a change in them.
 *
 * @param changed folders that something was put into or taken out of before the build
 * @param paths files that the build made or deleted
 */
export function foldersAfter(
  target: string,
  before: PathTable,
  changed: readonly string[],
  paths: readonly string[],
): PathTable {
  const touched = new Set<string>();
  for (const path of paths) {
    for (const folder of foldersOf(path)) {
      if (touched.has(folder)) break;
      touched.add(folder);
    }
  }
  for (const folder of ["", ...changed]) touched.add(folder);
  const parts: Rows[] = [];
  let from = 0;
  pathsOf(before).forEach((path, row) => {
    if (!touched.has(path)) return;
    parts.push({ table: before, from, to: row });
    from = row + 1;
  });
  const found = [...touched].flatMap((path): [string, number][] => {
    const folder = lstatSync(join(target, path), { throwIfNoEntry: false });
    return folder?.isDirectory() || path === "" ? [[path, folder!.mtimeMs]] : [];
  });
  const looked = folderTable(found);
  parts.push({ table: before, from, to: before.count });
  parts.push({ table: looked, from: 0, to: looked.count });
  return joinedFolders(parts);
}

/** Yields the folders that hold a file, from its own upwards, without the output itself. */
function* foldersOf(path: string): Generator<string> {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    yield path.slice(0, at);
}
