import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { makeFile } from "../../src/cache/move-into.ts";
import { addressRecordName } from "../../src/content/content-folder.ts";
import { placeAt } from "../../src/problems/problem.ts";
import { type NameFinder, type NamePlace, withoutName } from "../../src/text/name-places.ts";
import { Refused } from "../cli/refused.ts";

/*
 * Takes the name of a person out of a content folder, and looks for it in what was built.
 */

type Kind = NamePlace["kind"];

/** A place in the content where the name is: in the text of a file, or in its path. */
export type FoundName = {
  readonly path: string;
  /** From 1; undefined for the path itself. */
  readonly line: number | undefined;
  /** The line, cut to what surrounds the name. */
  readonly excerpt: string;
  readonly kind: Kind;
};

const textEnding = /\.(?:md|ya?ml|txt)$/iu;
/** How many characters of a line are shown on each side of a name. */
const around = 40;

/** Finds every place of a name in the texts and the paths of a content folder. */
export async function namesInContent(content: string, find: NameFinder): Promise<FoundName[]> {
  const found: FoundName[] = [];
  for (const path of await filesIn(content)) {
    for (const { kind } of find(path.replaceAll("/", " / ")))
      found.push({ path, line: undefined, excerpt: path, kind });
    if (!textEnding.test(path)) continue;
    const text = await readFile(join(content, path), "utf8");
    for (const { index, text: name, kind } of find(text)) {
      const excerpt = excerptAt(text, index, name.length);
      found.push({ path, line: placeAt(path, text, index).line, excerpt, kind });
    }
  }
  return found;
}

/** Returns the line or lines of a name, cut to what is near it. */
function excerptAt(text: string, index: number, length: number): string {
  const end = index + length;
  const lineEnd = text.indexOf("\n", end);
  const from = Math.max(text.lastIndexOf("\n", index) + 1, index - around);
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, end + around);
  return text.slice(from, to).replaceAll(/\s+/gu, " ").trim();
}

/** What was changed in a content folder. */
export type Redacted = { readonly files: number; readonly renamed: number };

/**
 * Puts other words in place of a name in all texts and paths of a content folder. Published
 * addresses with the name are forgotten: nobody may be led to them any more. Throws `Refused`
 * before anything is changed when a new file name is taken.
 */
export async function redactContent(
  content: string,
  find: NameFinder,
  words: string,
  kinds: ReadonlySet<Kind>,
): Promise<Redacted> {
  const renames = await renamesIn(content, (name) => withoutName(name, find, words, kinds, true));
  const isMeant = ({ kind }: NamePlace) => kinds.has(kind);
  let files = 0;
  for (const path of await filesIn(content)) {
    if (!textEnding.test(path)) continue;
    const place = join(content, path);
    const before = await readFile(place, "utf8");
    const after =
      path === addressRecordName
        ? before.replaceAll(/^.*(?:\n|$)/gmu, (line) => (find(line).some(isMeant) ? "" : line))
        : withoutName(before, find, words, kinds);
    if (after === before) continue;
    await makeFile(place, (beside) => writeFile(beside, after, { flag: "wx" }));
    files += 1;
  }
  for (const { folder, from, to } of renames) await rename(join(folder, from), join(folder, to));
  return { files, renamed: renames.length };
}

type Rename = { readonly folder: string; readonly from: string; readonly to: string };

/**
 * Lists what gets another name, the things in a folder before the folder itself, so that each path
 * still leads there. Throws `Refused` when a new name is taken.
 */
async function renamesIn(folder: string, renamed: (name: string) => string): Promise<Rename[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const taken = new Set(entries.map(({ name }) => name));
  const found: Rename[] = [];
  for (const entry of entries) {
    const { name: from } = entry;
    if (from.startsWith(".")) continue;
    if (entry.isDirectory()) found.push(...(await renamesIn(join(folder, from), renamed)));
    const to = renamed(from);
    if (to === from) continue;
    if (taken.has(to))
      throw new Refused(
        `Chưa thay chỗ nào: “${join(folder, from)}” sẽ trùng tên với “${to}”. Xin đổi tên một trong hai trước, hoặc chọn chữ khác bằng --with.`,
      );
    taken.add(to);
    found.push({ folder, from, to });
  }
  return found;
}

/** A built file that still has a name. */
export type BuiltName = { readonly path: string; readonly kind: Kind };

/**
 * Looks for a name in every file of a folder: in its path, its text, and what is packed into it,
 * as in books and in the search index.
 */
export async function namesInOutput(output: string, find: NameFinder): Promise<BuiltName[]> {
  const found: BuiltName[] = [];
  for (const path of await filesIn(output, true)) {
    const texts = [path.replaceAll("/", " / "), ...textsOf(await readFile(join(output, path)))];
    const kinds = new Set(texts.flatMap((text) => find(text).map(({ kind }) => kind)));
    for (const kind of kinds) found.push({ path, kind });
  }
  return found;
}

const utf8 = new TextDecoder();

function textsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textsOf(gunzipSync(bytes));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03)
    return Object.entries(unzipSync(bytes)).flatMap(([name, inner]) => [name, ...textsOf(inner)]);
  return [utf8.decode(bytes)];
}

/** Lists the files of a folder by their paths in it; those of git and of systems only if asked. */
async function filesIn(folder: string, isAll = false): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, "/").length))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => isAll || !path.split("/").some((step) => step.startsWith(".")))
    .toSorted();
}
