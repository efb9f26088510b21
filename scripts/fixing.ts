import { randomBytes } from "node:crypto";
import { lstat, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Fix, fixArticle, fixText } from "../src/fix.ts";
import { openSource } from "../src/source.ts";

/** The fixes of one file. */
export type FixedFile = { readonly path: string; readonly fixes: readonly Fix[] };

/**
 * Puts all files of a content folder into normal form. A file is exchanged as a whole or stays as it
 * was; one that is no text or too large for an article is not touched.
 *
 * @param tags how tags should be spelt, by how they are, for each path
 */
export async function fixContent(
  content: string,
  tags: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<FixedFile[]> {
  const { articles, data } = await openSource(content);
  const fixed: FixedFile[] = [];
  for (const { path, realPath } of articles) {
    const tagOf = (tag: string) => tags.get(path)?.get(tag) ?? tag;
    const fixes = await fixFile(realPath, (text) => fixArticle(text, tagOf));
    if (fixes.length > 0) fixed.push({ path, fixes });
  }
  for (const path of data.keys()) {
    const fixes = await fixFile(join(content, path), fixText);
    if (fixes.length > 0) fixed.push({ path, fixes });
  }
  return fixed;
}

const maxBytes = 1_000_000;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

async function fixFile(
  realPath: string,
  fix: (text: string) => { text: string; fixes: readonly Fix[] },
): Promise<readonly Fix[]> {
  const { size, mode } = await lstat(realPath);
  if (size > maxBytes) return [];
  let raw: string;
  try {
    raw = utf8.decode(await readFile(realPath));
  } catch {
    return [];
  }
  const mark = raw.startsWith("\ufeff") ? "\ufeff" : "";
  const text = raw.slice(mark.length);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const { text: fixed, fixes } = fix(text.replaceAll("\r\n", "\n"));
  if (fixes.length === 0) return [];
  const whole = mark + fixed.replaceAll("\n", lineEnd);
  const beside = `${realPath}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeFile(beside, whole, { mode, flag: "wx" });
    await rename(beside, realPath);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return fixes;
}
