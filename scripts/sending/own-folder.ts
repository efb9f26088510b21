import { join } from "node:path";
import { gitIn, placeInRepository } from "../../src/cache/git.ts";
import type { Repository } from "./repository.ts";

/** The repository of a content folder, whether it has a server or not. */
export type OwnFolder = Pick<Repository, "top" | "folder" | "kept">;

/** Opens the repository of a content folder; undefined when it is in none. */
export async function openOwnFolder(content: string): Promise<OwnFolder | undefined> {
  const place = await placeInRepository(content);
  if (place === undefined) return undefined;
  const inGit = await gitIn(content, ["rev-parse", "--absolute-git-dir"]).catch(() => undefined);
  if (inGit === undefined) return undefined;
  return { top: place.repository, folder: place.folder, kept: join(inGit.trim(), "ban-tin") };
}

/** Returns the path of a file of content from the top of the repository. */
export function pathFromTop({ folder }: Pick<OwnFolder, "folder">, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

/** Returns the path of a file in content; undefined for one that is elsewhere. */
export function pathInContent(
  { folder }: Pick<OwnFolder, "folder">,
  path: string,
): string | undefined {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
