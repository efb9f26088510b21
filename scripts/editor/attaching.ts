import { readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Attachment, attachmentFacts } from "../../src/attachments/attachment.ts";
import { lookAtNew, readSomeAttachments } from "../../src/attachments/attachments.ts";
import { documentInText } from "../../src/attachments/document-in-text.ts";
import type { AttachedFile } from "../../src/content/content-folder.ts";
import { idsBy } from "../../src/content/content-id.ts";
import { folderOf } from "../../src/content/folder-of.ts";
import type { FoundFile } from "../../src/content/source-file.ts";
import type { AddedPdf, AttachedPdf } from "../../src/front-matter/editor-api.ts";
import { formReportOf, type Problem } from "../../src/problems/problem.ts";
import { compose } from "../../src/text/compose.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import type { OpenDesk } from "./desk.ts";
import { EditRefused } from "./edit-refused.ts";

/* What the editor does with PDFs beside an article. */

/** The PDFs that a draft names, as they are on the disk now; plain data, for another thread. */
export type Attached = {
  /** By path in content, with the address at which the editor shows the file. */
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly problems: readonly Problem[];
};

/**
 * Puts a PDF beside an article. The same bytes under the same name are written once, and no other
 * file is overwritten. Throws `EditRefused` for what a check would refuse.
 */
export async function addPdf(article: FoundFile, name: string, bytes: Buffer): Promise<AddedPdf> {
  const { fault, firstPage } = await lookAtNew(name, bytes);
  if (fault !== undefined) {
    const { message, hint } = formReportOf(fault, "");
    throw new EditRefused(400, `${message} ${hint}`.trim());
  }
  const stem = slugOf(name.replace(/\.[^.]*$/u, "")).slice(0, 60) || "van-ban";
  for (let number = 1; ; number += 1) {
    const fresh = `${stem}${number === 1 ? "" : `-${number}`}.pdf`;
    const place = join(dirname(article.realPath), fresh);
    try {
      await writeFile(place, bytes, { flag: "wx" });
      return { name: fresh, document: documentInText(firstPage) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const isSame = await readFile(place).then(
        (other) => Buffer.compare(other, bytes) === 0,
        // A folder, or a link that leads nowhere.
        () => false,
      );
      if (isSame) return { name: fresh, document: documentInText(firstPage) };
    }
  }
}

/** Returns the names of the PDFs beside an article. */
export function pdfsBeside(path: string, { folder }: OpenDesk): string[] {
  const own = folderOf(path);
  return [...folder.attachments.keys()]
    .filter((one) => folderOf(one) === own)
    .map((one) => one.slice(own.length));
}

type Known = { readonly state: string; readonly attached: Attached };
/** What was found last in each file; a draft is checked at every pause in typing. */
const known = new Map<string, Known>();

/**
 * Looks at the PDFs beside an article that a draft may name: those whose names are anywhere in it.
 *
 * @param written the draft, as text
 */
export async function attachedTo(
  path: string,
  written: string,
  desk: OpenDesk,
  cache: string,
): Promise<Attached> {
  const text = compose(written);
  const attachments = new Map<string, Attachment>();
  const problems: Problem[] = [];
  for (const name of pdfsBeside(path, desk)) {
    if (!text.includes(compose(name))) continue;
    const file = desk.folder.attachments.get(folderOf(path) + name)!;
    const found = await lookAt(file, cache);
    for (const [one, attachment] of found?.attachments ?? [])
      attachments.set(one, { ...attachment, url: desk.pdfUrl(one) });
    problems.push(...(found?.problems ?? []));
  }
  return { attachments, problems };
}

async function lookAt(file: AttachedFile, cache: string): Promise<Attached | undefined> {
  try {
    const { mtimeMs, size } = await stat(file.realPath);
    const state = `${mtimeMs} ${size}`;
    const before = known.get(file.realPath);
    if (before?.state === state) return before.attached;
    const { attachments, problems } = await readSomeAttachments([file], idsBy(new Map()), cache);
    const attached = { attachments, problems };
    known.set(file.realPath, { state, attached });
    return attached;
  } catch {
    // It was deleted a moment ago; the next build tells.
    return undefined;
  }
}

/** Returns the files as the page in the browser shows them. */
export function attachedPdfs({ attachments }: Attached): AttachedPdf[] {
  return [...attachments].map(([path, attachment]) => ({
    name: path.slice(folderOf(path).length),
    facts: attachmentFacts(attachment),
  }));
}
