import { realpathSync } from "node:fs";
import { join } from "node:path";
import { openContentFolder } from "../../src/content/content-folder.ts";
import { type Fix, fixArticle, fixText } from "../../src/front-matter/fix.ts";
import { readTextFile } from "./text-file.ts";

/** The fixes of one file. */
export type FixedFile = { readonly path: string; readonly fixes: readonly Fix[] };

/**
 * Puts all files of a content folder into normal form, and returns what was fixed. Each file is
 * replaced as a whole or stays as it was. One that is not text, or too large for an article, is not
 * touched.
 *
 * @param tags by path: how tags should be spelt, by how they are spelt
 */
export async function fixContent(
  content: string,
  tags: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<FixedFile[]> {
  const { articles, data } = await openContentFolder(content);
  const fixed: FixedFile[] = [];
  for (const { path, realPath } of articles) {
    const tagOf = (tag: string) => tags.get(path)?.get(tag) ?? tag;
    const fixes = await fixFile(realPath, (text) => fixArticle(text, tagOf));
    if (fixes.length > 0) fixed.push({ path, fixes });
  }
  // A list of units that several sites share lies outside the content folder, by its real place.
  const folder = realpathSync(content);
  for (const { path } of data.values()) {
    const fixes = await fixFile(join(folder, path), fixText);
    if (fixes.length > 0) fixed.push({ path, fixes });
  }
  return fixed;
}

async function fixFile(
  realPath: string,
  fix: (text: string) => { text: string; fixes: readonly Fix[] },
): Promise<readonly Fix[]> {
  const file = await readTextFile(realPath);
  if (file === undefined) return [];
  const { text, fixes } = fix(file.text);
  if (fixes.length > 0) await file.write(text);
  return fixes;
}
