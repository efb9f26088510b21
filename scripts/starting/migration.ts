import { spawnSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkOut, gitIn, placeInRepository } from "../../src/cache/git.ts";
import { officeFolder } from "../../src/office-code.ts";

/** A copy of the content as it is committed, for a new version to mend there first. */
export type ContentCopy = {
  /** The folder that stands for the repository. */
  readonly root: string;
  /** The path of the content from there. */
  readonly content: string;
};

/** Copies what is committed of the content into a folder, with what belongs to it. */
export async function copyContent(content: string, root: string): Promise<ContentCopy> {
  const place = await placeInRepository(content);
  if (place === undefined) throw new Error(`${content} is in no repository.`);
  await mkdir(root);
  const code = officeFolder(content) ? [join(dirname(place.folder), "layouts")] : [];
  await checkOut(place.repository, place.folder, "HEAD", root, code);
  return { root, content: place.folder || "." };
}

/** Lists the files, from the content folder, that differ in the copy. */
export async function mendedFiles(content: string, copy: ContentCopy): Promise<string[]> {
  const mended = join(copy.root, copy.content);
  const entries = await readdir(mended, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:md|yaml)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(mended.length + 1))
    .sort();
  const isMended = await Promise.all(
    paths.map(async (path) => {
      const [a, b] = await Promise.all([
        readFile(join(content, path)),
        readFile(join(mended, path)),
      ]);
      return !a.equals(b);
    }),
  );
  return paths.filter((_, at) => isMended[at]);
}

/** Shows line by line how files would change, as git does. */
export function mendingText(
  content: string,
  copy: ContentCopy,
  paths: readonly string[],
  isTerminal: boolean,
): string {
  const mended = join(copy.root, copy.content);
  const texts = paths.map((path) => {
    const files = [join(content, path), join(mended, path)];
    const colour = isTerminal ? "always" : "never";
    const args = ["diff", "--no-index", "--no-ext-diff", `--color=${colour}`, "--", ...files];
    return spawnSync("git", args, { encoding: "utf8" }).stdout;
  });
  // Git leaves out the first slash of a path.
  return texts.join("").replaceAll(`${copy.root.replaceAll("\\", "/").replace(/^\//u, "")}/`, "");
}

/**
 * Returns whether somebody has changed the content since it was committed. The copy is of what was
 * committed, and an upgrade takes minutes, in which a writer may have saved an article.
 */
export async function hasEdits(content: string): Promise<boolean> {
  return (await gitIn(content, ["status", "--porcelain", "--", "."])).trim() !== "";
}

/** Takes files from the copy. */
export async function takeMended(
  content: string,
  copy: ContentCopy,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths)
    await copyFile(join(copy.root, copy.content, path), join(content, path));
}
