import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Cut } from "../cut.ts";
import { fileStart, type Problem, problem } from "../problems/problem.ts";
import { characterProblems, fileNameProblems } from "./characters.ts";
import { findSharedUnits } from "./shared-units.ts";
import { type FoundFile, readText, type SourceFile } from "./source-file.ts";

/** Returns whether a path is that of an article, by its ending in any case. */
export function isArticleFile(path: string): boolean {
  return /\.md$/iu.test(path);
}

/** A picture in content/, found but not read yet. */
export type PictureFile = { readonly path: string; readonly realPath: string };

/** A picture as articles show it: all of it, or a part. */
export type UsedPicture = PictureFile & { readonly cut?: Cut };

/** A PDF in content/, found but not read yet. */
export type AttachedFile = { readonly path: string; readonly realPath: string };

/** The files of a content folder: the articles and pictures found, the data files read. */
export type ContentFolder = {
  /** In order of path. */
  readonly articles: readonly FoundFile[];
  /** The data files by name: `site.yaml`, `units.yaml` … */
  readonly data: ReadonlyMap<string, SourceFile>;
  readonly pictures: ReadonlyMap<string, PictureFile>;
  readonly attachments: ReadonlyMap<string, AttachedFile>;
  /** Drawings (SVG) by path, of which only the logo is used. */
  readonly drawings: ReadonlyMap<string, PictureFile>;
  /** The record of addresses, which may be longer than any text that is read at once. */
  readonly addresses?: FoundFile;
  /** Where the list of units is or should be; undefined when site.yaml names what cannot be one. */
  readonly unitsPath: string | undefined;
  readonly problems: readonly Problem[];
};

const dataFiles = [
  "site.yaml",
  "units.yaml",
  "people.yaml",
  "abbreviations.yaml",
  "norms.yaml",
  "figures.yaml",
] as const;

/** The name of the file in content that holds every address which was published. */
export const addressRecordName = "addresses.txt";

const pictureEnding = /\.(?:jpe?g|png|webp|avif)$/iu;

/**
 * Finds the files of a content folder and reads the data files. Follows no symbolic link: a link
 * could lead out of the folder and publish files that belong to no article. Throws only when the
 * folder itself cannot be read.
 */
export async function openContentFolder(content: string): Promise<ContentFolder> {
  const articles: FoundFile[] = [];
  const dataFound: FoundFile[] = [];
  const pictures = new Map<string, PictureFile>();
  const attachments = new Map<string, AttachedFile>();
  const drawings = new Map<string, PictureFile>();
  const problems: Problem[] = [];
  let addresses: FoundFile | undefined;

  async function walk(realFolder: string, folder: string): Promise<void> {
    const entries = await readdir(realFolder, { withFileTypes: true });
    const names = new Set<string>();
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      // Left by the operating system or by git; nobody means them as content.
      if (entry.name.startsWith(".") || /^(?:thumbs\.db|desktop\.ini|~\$.*)$/iu.test(entry.name))
        continue;
      const name = entry.name.normalize("NFC");
      const path = folder ? `${folder}/${name}` : name;
      const realPath = `${realFolder}${entry.name}`;
      if (names.has(name)) problems.push(problem("file-name-twice", fileStart(path), { name }));
      names.add(name);
      if (!/^[A-Za-z\d._-]+$/u.test(name)) problems.push(...fileNameProblems(path, name));
      // The name on the disk is not UTF-8, so that nothing can be opened by it.
      if (name.includes("\ufffd")) continue;
      if (entry.isSymbolicLink()) problems.push(problem("symbolic-link", fileStart(path)));
      else if (entry.isDirectory()) await walk(`${realPath}${sep}`, path);
      else if (!entry.isFile()) problems.push(problem("unknown-file", fileStart(path), { name }));
      else {
        if (name !== entry.name)
          problems.push(problem("file-name-not-nfc", fileStart(path), { name }));
        if (isArticleFile(name)) articles.push({ path, realPath });
        else if (path === addressRecordName) addresses = { path, realPath };
        else if (isDataFile(path)) dataFound.push({ path, realPath });
        else if (pictureEnding.test(name)) pictures.set(path, { path, realPath });
        else if (/\.pdf$/iu.test(name)) attachments.set(path, { path, realPath });
        else if (/\.svg$/iu.test(name)) drawings.set(path, { path, realPath });
        else {
          const fixed = rightName(name);
          problems.push(
            fixed === undefined
              ? problem("unknown-file", fileStart(path), { name, suggestion: asJpeg(name) })
              : problem("wrong-ending", fileStart(path), { name, fixed }),
          );
        }
      }
    }
  }
  await walk(join(content, sep), "");

  articles.sort((a, b) => (a.path < b.path ? -1 : 1));
  const data = new Map<string, SourceFile>();
  const readData = (name: string, found: FoundFile) => {
    const { file, problems: ofFile } = readText(found);
    problems.push(...ofFile);
    if (file) {
      // Too many, perhaps, to be the arguments of one call.
      for (const found of characterProblems(file)) problems.push(found);
      data.set(name, file);
    }
  };
  for (const found of dataFound) readData(found.path, found);
  const hasOwn = dataFound.some(({ path }) => path === "units.yaml");
  const units = findSharedUnits(content, data.get("site.yaml"), hasOwn);
  problems.push(...units.problems);
  if (units.found) readData("units.yaml", units.found);
  const found = {
    articles,
    data,
    pictures,
    attachments,
    drawings,
    unitsPath: units.path,
    problems,
  };
  return { ...found, ...(addresses ? { addresses } : {}) };
}

/**
 * Returns the right name of a file whose ending is nearly right; Notepad adds `.txt` to every name.
 */
function rightName(name: string): string | undefined {
  const fixed = name
    .replace(/(\.(?:md|ya?ml))\.txt$/iu, "$1")
    .replace(/\.(?:markdown|mdx|mkd)$/iu, ".md")
    .replace(/\.yml$/iu, ".yaml");
  return fixed === name ? undefined : fixed;
}

/** Returns what a photo in HEIC is called as a JPEG; empty for any other file. */
function asJpeg(name: string): string {
  return /\.hei[cf]$/iu.test(name) ? name.replace(/\.hei[cf]$/iu, ".jpg") : "";
}

/** Returns whether a path in content is that of a file which several articles use. */
export function isDataFile(path: string): boolean {
  return (dataFiles as readonly string[]).includes(path) || isBulletinPath(path);
}

/** Returns whether a path in content is that of a bulletin's file, rightly named or not. */
export function isBulletinPath(path: string): boolean {
  return /^bulletins\/[^/]+\.yaml$/u.test(path);
}
