import { readFileSync } from "node:fs";
import { blobId } from "../cache/blob-id.ts";
import { gitIn } from "../cache/git.ts";
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
    return idsIn(await gitIn(folder, ["ls-files", "-s", "-m", "-v", "-z"]));
  } catch {
    return new Map();
  }
}

/**
 * Reads what git lists: `H 100644 ID 0<tab>PATH` for a file in the index, and once more with a C
 * when it differs on the disk. There may be a hundred thousand, so no regular expression takes them
 * apart.
 */
function idsIn(listed: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  let at = 0;
  for (let end = listed.indexOf("\0"); end !== -1; end = listed.indexOf("\0", at)) {
    const path = listed.slice(at + idEnd + 3, end);
    // Git may have been told not to look at a file; then it has another letter than H.
    if (listed.startsWith("H 100", at) && listed.startsWith(" 0\t", at + idEnd))
      ids.set(path, listed.slice(at + idStart, at + idEnd));
    else if (listed.startsWith("C", at)) ids.delete(path);
    at = end + 1;
  }
  return ids;
}

/** Where the 40 digits of an id begin and end in an entry. */
const [idStart, idEnd] = [9, 49];
