import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFile } from "../../src/cache/move-into.ts";
import { addressRecordName } from "../../src/content/content-folder.ts";
import { placeAt } from "../../src/problems/problem.ts";
import {
  type NameFinder,
  type NamePlace,
  type Replacement,
  type ShortNameFinder,
  withoutName,
} from "../../src/text/name-places.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import { mapBounded } from "../../src/work/map-bounded.ts";
import { Refused } from "../cli/refused.ts";
import { isUtf8, textsWithin } from "./texts-within.ts";

/*
 * Takes the name of a person out of a content folder, and looks for it in what was built.
 */

type Kind = NamePlace["kind"];

/** A place in the content where the name is. */
export type FoundName = {
  readonly path: string;
  /** `within` is what no text editor shows, as what a camera writes beside a picture. */
  readonly where: "path" | "text" | "within";
  /** From 1; undefined except in a text. */
  readonly line: number | undefined;
  /** The line, cut to what surrounds the name. */
  readonly excerpt: string;
  /** The name as it is written. */
  readonly name: string;
  readonly kind: Kind;
};

const textEnding = /\.(?:md|ya?ml|txt)$/iu;
/** How many characters of a line are shown on each side of a name. */
const around = 40;
/** How many files are read at once. */
const atOnce = 8;

/** Finds every place of a name in the files and the paths of a content folder. */
export async function namesInContent(content: string, find: NameFinder): Promise<FoundName[]> {
  const found = await mapBounded(await filesIn(content), atOnce, async (path) => {
    const inPath = find(path.replaceAll("/", " / ")).map(({ kind, text: name }) => ({
      ...{ path, where: "path" as const, line: undefined, excerpt: path, name, kind },
    }));
    const bytes = await readFile(join(content, path));
    return [...inPath, ...(await namesInFile(path, bytes, find))];
  });
  return found.flat();
}

async function namesInFile(
  path: string,
  bytes: Uint8Array,
  find: NameFinder,
): Promise<FoundName[]> {
  if (isText(path, bytes)) return placesIn(path, new TextDecoder().decode(bytes), find);
  const places = (await textsWithin(path, bytes)).flatMap(find);
  // The name may be in several blocks that say the same, and in each is one too many.
  return [...new Map(places.map((one) => [one.kind, one])).values()].map(
    ({ kind, text: name }) => ({
      ...{ path, where: "within", line: undefined, excerpt: path, name, kind },
    }),
  );
}

function placesIn(path: string, text: string, find: NameFinder): FoundName[] {
  return find(text).map(({ index, text: name, kind }) => ({
    ...{ path, where: "text", name, kind },
    line: placeAt(path, text, index).line,
    excerpt: excerptAt(text, index, name.length),
  }));
}

/** Returns whether a file is a text that can be changed; in another encoding it would be lost. */
function isText(path: string, bytes: Uint8Array): boolean {
  return textEnding.test(path) && isUtf8(bytes);
}

/** Finds what may be a short form of a name, in files that have the whole name. */
export async function shortNamesIn(
  content: string,
  paths: Iterable<string>,
  find: ShortNameFinder,
): Promise<FoundName[]> {
  const found = await mapBounded([...paths], atOnce, async (path) => {
    const bytes = await readFile(join(content, path));
    if (!isText(path, bytes)) return [];
    const asFinder: NameFinder = (text) =>
      find(text).map((place) => ({ ...place, kind: "unclear" }));
    return placesIn(path, new TextDecoder().decode(bytes), asFinder);
  });
  return found.flat();
}

/**
 * Returns what to put in place of a name. Where the same is in the content for somebody else
 * already, it gets a number: two files cannot have one name, and two people whose names are hidden
 * alike would be one in every register. Words without brackets are taken as they are, because they
 * may be in any sentence.
 */
export async function replacementFor(content: string, words: string): Promise<Replacement> {
  const paths = await filesIn(content);
  const texts = await mapBounded(paths, atOnce, async (path) =>
    textEnding.test(path) ? readFile(join(content, path), "utf8") : "",
  );
  const [, inside] = /^(\(.*)\)$/su.exec(words) ?? [];
  const slug = slugOf(words);
  const forms = [slug, ...(inside === undefined ? [] : [inside])].map(RegExp.escape);
  const form = new RegExp(`(?:${forms.join("|")})(?:[- ](\\d+))?`, "gu");
  const taken = new Set<number>();
  for (const text of [...paths, ...texts])
    for (const [, number = "1"] of text.matchAll(form)) taken.add(Number(number));
  let number = 1;
  while (taken.has(number)) number += 1;
  if (number === 1) return { words, slug };
  return {
    words: inside === undefined ? words : `${inside} ${number})`,
    slug: `${slug}-${number}`,
  };
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
  put: Replacement,
  kinds: ReadonlySet<Kind>,
): Promise<Redacted> {
  const renames = await renamesIn(content, (name) => withoutName(name, find, put, kinds, true));
  const isMeant = ({ kind }: NamePlace) => kinds.has(kind);
  let files = 0;
  for (const path of await filesIn(content)) {
    const place = join(content, path);
    const bytes = textEnding.test(path) ? await readFile(place) : undefined;
    if (bytes === undefined || !isUtf8(bytes)) continue;
    // Otherwise a mark of the order of bytes would be lost.
    const before = bytes.toString("utf8");
    const after =
      path === addressRecordName
        ? before.replaceAll(/^.*(?:\n|$)/gmu, (line) => (find(line).some(isMeant) ? "" : line))
        : withoutName(before, find, put, kinds);
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
 * Looks for a name in every file of a folder: in its path, its text, and what is packed into it or
 * written beside a picture.
 */
export async function namesInOutput(output: string, find: NameFinder): Promise<BuiltName[]> {
  const found: BuiltName[] = [];
  for (const path of await filesIn(output, true)) {
    const bytes = await readFile(join(output, path));
    const texts = [path.replaceAll("/", " / "), ...(await textsWithin(path, bytes))];
    const kinds = new Set(texts.flatMap((text) => find(text).map(({ kind }) => kind)));
    for (const kind of kinds) found.push({ path, kind });
  }
  return found;
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
