import { readFileSync } from "node:fs";
import { blobId } from "../cache/blob-id.ts";
import { gitIn, zeroSplit } from "../cache/git.ts";
import type { FoundFile } from "./source-file.ts";

/** Returns the git blob id of a file: as git knows it, otherwise from its bytes. */
export type IdOf = (file: FoundFile) => string;

/**
 * Makes the look-up of ids for a content folder; no id is worked out twice.
 *
 * @param git the ids that git knows, by path in the folder
 */
export function idsBy(git: ReadonlyMap<string, string>): IdOf {
  const read = new Map<string, string>();
  return ({ path, realPath }) => {
    let id = git.get(path) ?? read.get(path);
    if (id === undefined) {
      id = blobId(readFileSync(realPath));
      read.set(path, id);
    }
    return id;
  };
}

/**
 * Returns the blob ids of the files below a folder that git knows and sees unchanged, by their
 * paths in the folder. A file that is not among them has to be read to know what is in it. Times
 * prove nothing: a fresh checkout has new ones. Empty when there is no git, or the folder is in no
 * repository.
 */
export async function gitIds(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const [listed, modified] = await Promise.all([
      gitIn(folder, ["ls-files", "-s", "-v", "-z"]),
      gitIn(folder, ["ls-files", "-m", "-z"]),
    ]);
    const ids = new Map<string, string>();
    for (const entry of zeroSplit(listed)) {
      // H: in the index, and compared with the disk. Git may have been told not to look at others.
      const found = /^H 100\d{3} (?<id>[0-9a-f]{40}) 0\t(?<path>.+)$/su.exec(entry)?.groups;
      if (found) ids.set(found.path!, found.id!);
    }
    for (const path of zeroSplit(modified)) ids.delete(path);
    return ids;
  } catch {
    return new Map();
  }
}
