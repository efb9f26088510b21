import { readFile, writeFile } from "node:fs/promises";
import { gitIn } from "../../src/cache/git.ts";
import { makeFile } from "../../src/cache/move-into.ts";
import { openContentFolder } from "../../src/content/content-folder.ts";
import { isOfUnprepared } from "../../src/pictures/picture-warnings.ts";
import { preparePicture } from "../../src/pictures/prepared.ts";
import type { Problem } from "../../src/problems/problem.ts";

/** A picture whose file was written anew, with its bytes before and after. */
export type SlimPicture = { readonly path: string; readonly was: number; readonly is: number };

/**
 * Takes out of the pictures of a content folder what a check warns of: metadata, films, pixels that
 * no page shows. Each file keeps its name and its format, and is replaced as a whole or not at all.
 */
export async function slimPictures(
  content: string,
  problems: readonly Problem[],
): Promise<SlimPicture[]> {
  const paths = new Set(problems.filter(isOfUnprepared).map(({ path }) => path));
  const { pictures } = await openContentFolder(content);
  const slim: SlimPicture[] = [];
  // One after the other: each may take 200 MB of memory.
  for (const path of paths) {
    const { realPath } = pictures.get(path)!;
    const before = await readFile(realPath);
    const { bytes } = (await preparePicture(before, true)) ?? { bytes: before };
    if (before.equals(bytes)) continue;
    await makeFile(realPath, (beside) => writeFile(beside, bytes));
    slim.push({ path, was: before.length, is: bytes.length });
  }
  return slim;
}

/** Returns whether some commit has one of these files, as it was before or as it is. */
export async function areInHistory(content: string, paths: readonly string[]): Promise<boolean> {
  const found = await gitIn(content, ["log", "--all", "-1", "--format=%H", "--", ...paths]).catch(
    () => "",
  );
  return found !== "";
}
