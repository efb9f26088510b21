import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AssetFile } from "../assets/assets.ts";
import { prune } from "../cache/cache.ts";
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
import type { Attachment } from "./attachment.ts";
import { pdfText } from "./pdf.ts";

/** A hash of what looks at a file: what was found with another one is not believed. */
const recipe = recipeOf(
  ["active-content", "attachments", "pdf", "pdf-thread", "read-pdf"].map((name) =>
    inProject(`src/attachments/${name}.ts`),
  ),
  ["unpdf"],
);

/** How many are read at once: each may take as much memory as all else. */
const atOnce = 2;

export type ReadAttachments = {
  /** By the path of the file in content; without those that have an error. */
  readonly attachments: ReadonlyMap<string, Attachment>;
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
  const attachments = new Map<string, Attachment>();
  const files = new Map<string, AssetFile>();
  const problems: Problem[] = [];
  const kept = new Set<string>();
  const folder = join(cache, "tep");
  if (found.length > 0) await mkdir(folder, { recursive: true });
  const results = await mapBounded(found, atOnce, async ({ path, realPath }) => {
    const { size } = await stat(realPath);
    // Not even its hash is needed.
    if (size > maxAttachmentBytes)
      return { path, size, looked: { code: "pdf-too-large" } satisfies Looked };
    const hash = hashOfParts([idOf({ path, realPath })]);
    const name = `${hashOfParts([recipe, hash])}.json`;
    kept.add(name);
    const place = join(folder, name);
    const known = readSealed(place) as Looked | undefined;
    const looked = known ?? (await look(await readFile(realPath)));
    // What could not be read in time may be readable when the machine has less to do.
    if (known === undefined && !("code" in looked && looked.code === "pdf-unreadable"))
      await writeSealed(place, looked);
    return { path, realPath, size, hash, looked };
  });
  for (const { path, realPath, size, hash, looked } of results) {
    if ("code" in looked || realPath === undefined) {
      problems.push(faultProblem(path, size, looked));
      continue;
    }
    const url = attachmentUrl(hash, slugOf(nameOf(path)) || "tep");
    attachments.set(path, { url, size, ...looked });
    files.set(url, { url, realPath, hash: url });
    if (looked.isScan) problems.push(problem("pdf-without-text", fileStart(path), { value: path }));
  }
  await prune(folder, kept, 200);
  return { attachments, files: [...files.values()], problems };
}

/** What there is to know of a file by its bytes alone. */
type Looked = Pick<Attachment, "pages" | "isScan"> | Fault;
type Fault =
  | { readonly code: "pdf-active"; readonly name: string }
  | { readonly code: "pdf-too-large" | "pdf-not-pdf" | "pdf-encrypted" | "pdf-unreadable" };

/** How many pages are read to see whether there is text. */
const pagesRead = 20;
/** A page with fewer letters is a picture: a number or a stamp may be all that is written on it. */
const fewLetters = 20;

async function look(bytes: Buffer): Promise<Looked> {
  // Readers of PDF accept a few bytes before the mark, above all one of the order of bytes.
  if (!bytes.subarray(0, 1_024).includes("%PDF-")) return { code: "pdf-not-pdf" };
  const found = findActive(bytes);
  if (found?.kind === "encrypted") return { code: "pdf-encrypted" };
  if (found?.kind === "hidden") return { code: "pdf-unreadable" };
  if (found) return { code: "pdf-active", name: found.name };
  const read = await pdfText(bytes, pagesRead);
  if (read === "locked") return { code: "pdf-encrypted" };
  if (read === "active") return { code: "pdf-active", name: "JavaScript" };
  if (read === "broken") return { code: "pdf-unreadable" };
  const written = read.texts.filter((text) => (text.match(/\p{L}/gu)?.length ?? 0) >= fewLetters);
  return { pages: read.pages, isScan: written.length * 2 < read.texts.length };
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
