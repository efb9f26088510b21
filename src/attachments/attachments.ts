import { existsSync } from "node:fs";
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AssetFile } from "../assets/assets.ts";
import { CacheDamaged, prune } from "../cache/cache.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { inProject } from "../cache/project.ts";
import { readSealed, writeSealed } from "../cache/sealed-file.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import type { AttachedFile } from "../content/content-folder.ts";
import type { IdOf } from "../content/content-id.ts";
import { maxAttachmentBytes } from "../limits.ts";
import { fileStart, type Problem, problem } from "../problems/problem.ts";
import { slugOf } from "../text/vietnamese.ts";
import { attachmentUrl } from "../urls.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { findActive } from "./active-content.ts";
import {
  type AttachedText,
  pagesSearched,
  searchedPages,
  sectionsOf,
  type TextSection,
} from "./attached-text.ts";
import type { Attachment } from "./attachment.ts";
import { type PdfReader, withPdfReader } from "./pdf.ts";

/** A hash of what looks at a file: what was found with another one is not believed. */
const recipe = recipeOf(
  ["active-content", "attached-text", "attachments", "pdf", "pdf-thread", "read-pdf"].map((name) =>
    inProject(`src/attachments/${name}.ts`),
  ),
  ["unpdf"],
);

/** How many are read at once: each may take as much memory as all else. */
const atOnce = 2;

export type ReadAttachments = {
  /** By the path of the file in content; without those that have an error. */
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** What there is to search in them, by the same path. */
  readonly texts: ReadonlyMap<string, AttachedText>;
  readonly files: readonly AssetFile[];
  readonly problems: readonly Problem[];
};

/**
 * Looks at files that articles attach, and says where readers will find each. What was found is
 * kept by the content of the file, so a renamed or moved one is not looked at again.
 */
export async function readAttachments(
  found: readonly AttachedFile[],
  idOf: IdOf,
  cache: string,
): Promise<ReadAttachments> {
  const { kept, ...read } = await lookAtAttachments(found, idOf, cache);
  await prune(attachedFolder(cache), kept, 400);
  return read;
}

/** Does the same for a few files of many. */
export async function readSomeAttachments(
  found: readonly AttachedFile[],
  idOf: IdOf,
  cache: string,
): Promise<ReadAttachments> {
  const { kept: _kept, ...read } = await lookAtAttachments(found, idOf, cache);
  return read;
}

async function lookAtAttachments(
  found: readonly AttachedFile[],
  idOf: IdOf,
  cache: string,
): Promise<ReadAttachments & { readonly kept: ReadonlySet<string> }> {
  const attachments = new Map<string, Attachment>();
  const files = new Map<string, AssetFile>();
  const problems: Problem[] = [];
  const kept = new Set<string>();
  const texts = new Map<string, AttachedText>();
  const folder = attachedFolder(cache);
  if (found.length > 0) await mkdir(folder, { recursive: true });
  const lookAt = async ({ path, realPath }: AttachedFile, reader: PdfReader) => {
    const { size } = await stat(realPath);
    // Not even its hash is needed.
    if (size > maxAttachmentBytes)
      return { path, size, looked: { code: "pdf-too-large" } satisfies Looked };
    const hash = hashOfParts([idOf({ path, realPath })]);
    const stem = hashOfParts([recipe, hash]);
    const name = `${stem}.json`;
    const textName = `${stem}-chu.json`;
    kept.add(name).add(textName);
    const place = join(folder, name);
    const textPlace = join(folder, textName);
    const known = readSealed(place) as Looked | undefined;
    if (known !== undefined && ("code" in known || existsSync(textPlace)))
      return { path, realPath, size, hash, textName, looked: known };
    const { looked, pages } = await look(await readFile(realPath), reader);
    // What could not be read in time may be readable when the machine has less to do.
    if (!("code" in looked && looked.code === "pdf-unreadable")) {
      if (!("code" in looked)) await writeSealed(textPlace, pages);
      await writeSealed(place, looked);
    }
    return { path, realPath, size, hash, textName, looked };
  };
  const results = await withPdfReader((reader) =>
    mapBounded(found, atOnce, (one) => lookAt(one, reader)),
  );
  for (const { path, realPath, size, hash, textName, looked } of results) {
    if ("code" in looked || realPath === undefined) {
      problems.push(faultProblem(path, size, looked));
      continue;
    }
    const url = attachmentUrl(hash, slugOf(nameOf(path)) || "tep");
    const { sections, ...facts } = looked;
    attachments.set(path, { url, size, ...facts });
    texts.set(path, { kept: textName, sections });
    files.set(url, { url, realPath, hash: url });
    if (looked.isScan) problems.push(problem("pdf-without-text", fileStart(path), { value: path }));
  }
  return { attachments, texts, files: [...files.values()], problems, kept };
}

function attachedFolder(cache: string): string {
  return join(cache, "tep");
}

/**
 * Returns the text of an attached file, page by page. Throws `CacheDamaged` when it is not what was
 * put there.
 */
export function readAttachedText(kept: string, cache: string): readonly string[] {
  const place = join(attachedFolder(cache), kept);
  const pages = readSealed(place);
  if (pages === undefined) throw new CacheDamaged(place);
  return pages as readonly string[];
}

/** What there is to know of a file by its bytes alone. */
type Looked =
  | (Pick<Attachment, "pages" | "isScan"> & { readonly sections: readonly TextSection[] })
  | Fault;
type Fault =
  | { readonly code: "pdf-active"; readonly name: string }
  | { readonly code: "pdf-too-large" | "pdf-not-pdf" | "pdf-encrypted" | "pdf-unreadable" };

/** How many pages are looked at to see whether there is text. */
const pagesJudged = 20;
/** A page with fewer letters is a picture: a number or a stamp may be all that is written on it. */
const fewLetters = 20;

/** Looks at a file, and returns what is to be searched in it page by page. */
async function look(
  bytes: Buffer,
  reader: PdfReader,
): Promise<{
  readonly looked: Looked;
  readonly pages: readonly string[];
  readonly firstPage: string;
}> {
  const refused = (looked: Fault) => ({ looked, pages: [], firstPage: "" });
  // Readers of PDF accept a few bytes before the mark, above all one of the order of bytes.
  if (!bytes.subarray(0, 1_024).includes("%PDF-")) return refused({ code: "pdf-not-pdf" });
  const found = findActive(bytes);
  if (found?.kind === "encrypted") return refused({ code: "pdf-encrypted" });
  if (found?.kind === "hidden") return refused({ code: "pdf-unreadable" });
  if (found) return refused({ code: "pdf-active", name: found.name });
  const whole = await reader.read(bytes, pagesSearched);
  // A page far behind that takes too long is no reason to refuse a file; only search lacks it.
  const read = whole === "broken" ? await reader.read(bytes, pagesJudged) : whole;
  if (read === "locked") return refused({ code: "pdf-encrypted" });
  if (read === "active") return refused({ code: "pdf-active", name: "JavaScript" });
  if (read === "broken") return refused({ code: "pdf-unreadable" });
  const judged = read.texts.slice(0, pagesJudged);
  const written = judged.filter((text) => (text.match(/\p{L}/gu)?.length ?? 0) >= fewLetters);
  const pages = searchedPages(read.texts);
  const isScan = written.length * 2 < judged.length;
  const looked = { pages: read.pages, isScan, sections: sectionsOf(pages) };
  return { looked, pages, firstPage: read.texts[0] ?? "" };
}

/** What a file that is not in content yet would be there. */
export type NewAttachment = {
  /** Why it may not be published; undefined when it may. */
  readonly fault: Problem | undefined;
  /** The text of its first page, in lines; empty when it could not be read. */
  readonly firstPage: string;
};

/** Looks at a file that somebody wants to attach, as a check would. */
export async function lookAtNew(name: string, bytes: Buffer): Promise<NewAttachment> {
  const isTooLarge = bytes.length > maxAttachmentBytes;
  const { looked, firstPage } = isTooLarge
    ? { looked: { code: "pdf-too-large" } satisfies Fault, firstPage: "" }
    : await withPdfReader((reader) => look(bytes, reader));
  const fault = "code" in looked ? faultProblem(name, bytes.length, looked) : undefined;
  return { fault, firstPage };
}

/** What acts, as writers would call it, in Vietnamese. */
const namesOfActive: Readonly<Record<string, string>> = {
  JavaScript: "đoạn mã JavaScript",
  Launch: "lệnh mở chương trình",
  EmbeddedFile: "tệp khác gắn bên trong",
  EmbeddedFiles: "tệp khác gắn bên trong",
  FileAttachment: "tệp khác gắn bên trong",
  RichMedia: "phim, âm thanh hoặc mô hình chạy được",
  XFA: "biểu mẫu chạy bằng mã (XFA)",
};

function faultProblem(path: string, size: number, fault: Looked): Problem {
  const place = fileStart(path);
  if (!("code" in fault)) throw new Error(`There is no file: ${path}`);
  switch (fault.code) {
    case "pdf-too-large": {
      const most = String(maxAttachmentBytes / 1e6);
      return problem(fault.code, place, { value: path, size: String(Math.ceil(size / 1e6)), most });
    }
    case "pdf-active":
      return problem(fault.code, place, { value: path, name: namesOfActive[fault.name]! });
    default:
      return problem(fault.code, place, { value: path });
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.pdf$/iu, "");
}
