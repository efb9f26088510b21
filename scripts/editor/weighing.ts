import { isDataFile } from "../../src/content/content-folder.ts";
import { decodeText, type SourceFile } from "../../src/content/source-file.ts";
import { canEditHead, editHead } from "../../src/front-matter/edit-head.ts";
import type { Note } from "../../src/front-matter/editor-api.ts";
import { type ArticleChange, type ChangedFile, isPictureOrPdf } from "../sending/changes.ts";
import { bytesOf, type Repository } from "../sending/repository.ts";
import type { FolderNow } from "../sending/submission.ts";
import { contentPath, type TreeFile } from "../sending/trees.ts";
import { uncheckedBy } from "./articles.ts";
import { attachedTo } from "./attaching.ts";
import type { DeskData, OpenDesk } from "./desk.ts";
import type { Weighed } from "./draft-work.ts";
import type { Drafts } from "./drafts.ts";

/* Checks what is to be sent, before it is. */

/** What checking needs of the editor's server. */
export type WeighingDesk = {
  readonly desk: OpenDesk;
  readonly drafts: Drafts;
  readonly cache: string;
};

/** An article that is to be sent, with its page on the server's site now. */
export type WeighedArticle = Weighed & {
  readonly before?: string;
  /** The page of a draft without its mark. */
  readonly ready?: string;
};

/**
 * Checks articles as parts of the site that the server will have: with its own units and people,
 * and with the shared files that go along, not with what else is in this folder.
 */
export async function weighAll(
  articles: readonly ArticleChange[],
  shared: readonly ChangedFile[],
  now: FolderNow,
  given: WeighingDesk,
  withPages: boolean,
): Promise<WeighedArticle[]> {
  const { repository, theirs } = now;
  const changes = [...articles.flatMap(({ files }) => files), ...shared];
  const after = new Map(theirs);
  for (const { path, file } of changes)
    if (file === undefined) after.delete(path);
    else after.set(path, { ...file, path });
  const [deskBefore, deskAfter] = await Promise.all(
    [theirs, after].map((files) => deskWith(files, given.desk, repository)),
  );
  const known = new Set([...after.keys()].map((path) => inContent(path, repository)));
  const weighed: WeighedArticle[] = [];
  for (const article of articles) {
    const file = fileOf(after, article.path, repository);
    const own = file && (await weigh(article.path, file, deskAfter!, now, given));
    const ready =
      own?.isDraft && withPages
        ? (await weigh(article.path, file!, deskAfter!, now, given, readyText)).page
        : undefined;
    const old = fileOf(theirs, article.movedFrom ?? article.path, repository);
    const earlier =
      old && (withPages || own === undefined)
        ? await weigh(article.movedFrom ?? article.path, old, deskBefore!, now, given)
        : undefined;
    const lost = (own?.linksTo ?? []).filter((path) => !known.has(path));
    weighed.push({
      ...(own ?? { ...nothing, title: earlier?.title ?? "" }),
      notes: [...(own?.notes ?? []), ...lost.map(unsentLink)],
      ...(withPages && earlier?.page !== undefined ? { before: earlier.page } : {}),
      ...(ready === undefined ? {} : { ready }),
    });
  }
  return weighed;
}

const nothing: Weighed = {
  notes: [],
  attached: [],
  title: "",
  isDraft: false,
  linksTo: [],
  left: 0,
};

async function weigh(
  path: string,
  { blob }: TreeFile,
  desk: DeskData,
  { repository }: FolderNow,
  { drafts, cache, desk: open }: WeighingDesk,
  textOf = (text: string) => text,
): Promise<Weighed> {
  const { file } = decodeText(path, await bytesOf(repository, blob));
  const text = textOf(file?.text ?? "");
  const attached = await attachedTo(path, text, open, cache);
  return drafts("weigh", { path, text, attached }, desk).catch((error: unknown) => ({
    ...nothing,
    ...uncheckedBy(error),
  }));
}

/** Returns an article without the mark of a draft, as far as its front matter can be edited. */
export function readyText(text: string): string {
  return canEditHead(text) ? editHead(text, [{ at: ["draft"], value: undefined }]) : text;
}

function unsentLink(path: string): Note {
  const message = `Bài dẫn tới bài ở ${path}, mà bài ấy chưa có trên máy chủ. Xin gửi kèm bài ấy, hoặc bỏ liên kết.`;
  return { code: "link-unsent", severity: "error", count: 1, message, inForm: message, line: 1 };
}

/** Returns whether any of them may not be sent. */
export function hasErrors(weighed: readonly Weighed[]): boolean {
  return weighed.some(({ notes }) => notes.some(({ severity }) => severity === "error"));
}

/** Returns the desk of a site with these files; what is on the disk only is not on it. */
async function deskWith(
  files: ReadonlyMap<string, TreeFile>,
  { data: desk }: OpenDesk,
  repository: Repository,
): Promise<DeskData> {
  const { folder } = desk;
  const paths = new Map([...files].map(([path, file]) => [inContent(path, repository), file]));
  const data = new Map<string, SourceFile>();
  for (const [path, { blob }] of paths) {
    if (!isDataFile(path) || path.includes("/")) continue;
    const { file } = decodeText(path, await bytesOf(repository, blob));
    if (file) data.set(path, file);
  }
  // A list of units that several sites share is outside the folder and is not sent from here.
  const units = folder.data.get("units.yaml");
  if (folder.unitsPath !== "units.yaml" && units) data.set("units.yaml", units);
  // A file that is on the server only has no place on this disk.
  const among = <File>(own: ReadonlyMap<string, File>, isKind: (path: string) => boolean) =>
    new Map(
      [...paths.keys()]
        .filter(isKind)
        .map((path) => [path, own.get(path) ?? ({ path, realPath: "" } as File)]),
    );
  return {
    ...desk,
    folder: {
      ...folder,
      data,
      articles: folder.articles.filter(({ path }) => paths.has(path)),
      pictures: among(folder.pictures, (path) => isPictureOrPdf(path) && !/\.pdf$/iu.test(path)),
      attachments: among(folder.attachments, (path) => /\.pdf$/iu.test(path)),
    },
  };
}

/** Returns the file at a path in content. */
function fileOf(
  files: ReadonlyMap<string, TreeFile>,
  path: string,
  repository: Repository,
): TreeFile | undefined {
  const { folder } = repository;
  const exact = files.get(folder === "" ? path : `${folder}/${path}`);
  if (exact !== undefined) return exact;
  return [...files.values()].find((file) => inContent(file.path, repository) === path);
}

function inContent(path: string, { folder }: Repository): string {
  return contentPath(path, folder);
}
