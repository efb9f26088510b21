import { attachedBy } from "../../src/article.ts";
import { blobId } from "../../src/cache/blob-id.ts";
import { type ContentFolder, isArticleFile, isDataFile } from "../../src/content/content-folder.ts";
import { decodeText, readText, type SourceFile } from "../../src/content/source-file.ts";
import { readPictureKey } from "../../src/cut.ts";
import { canEditHead, editHead } from "../../src/front-matter/edit-head.ts";
import type { Note } from "../../src/front-matter/editor-api.ts";
import type {
  Sendable,
  SendFile,
  SendPlan,
  SendResult,
  SendWish,
  SentNow,
  SharedFile,
} from "../../src/front-matter/sending-api.ts";
import { compose } from "../../src/text/compose.ts";
import {
  type ArticleChange,
  type ChangedFile,
  changesByArticle,
  isPictureOrPdf,
  type NamingArticle,
} from "../sending/changes.ts";
import { GitFailed } from "../sending/git-failure.ts";
import {
  bytesOf,
  contentPath,
  filesAt,
  type NetworkOptions,
  openRepository,
  personOf,
  type Repository,
  setPerson,
  sizesOf,
  type TreeFile,
} from "../sending/repository.ts";
import { readServerAddress } from "../sending/review-link.ts";
import type { Submission } from "../sending/sent.ts";
import {
  type FolderNow,
  lookAtFolder,
  lookAtServer,
  type Parcel,
  publishNow,
  type Sending,
  sendForReview,
} from "../sending/submission.ts";
import { readTextFile } from "../writing/text-file.ts";
import { uncheckedBy } from "./articles.ts";
import { attachedTo } from "./attaching.ts";
import type { DeskData, OpenDesk } from "./desk.ts";
import type { Weighed } from "./draft-work.ts";
import type { Drafts } from "./drafts.ts";
import { failed, failureOf, linkOf } from "./sending-words.ts";

/*
 * What the editor does to send articles: finds what can be sent, checks it as a part of the site
 * that the server has, and sends it.
 */

/** All that sending needs of the editor's server. */
export type SendingDesk = {
  readonly desk: OpenDesk;
  readonly drafts: Drafts;
  readonly content: string;
  readonly cache: string;
  readonly network: NetworkOptions;
};

/**
 * Finds what can be sent: everything, or one article with its pages before and after.
 *
 * @param only path of the one article; undefined for everything
 */
export async function sendPlan(given: SendingDesk, only: string | undefined): Promise<SendPlan> {
  const { content, network, desk } = given;
  let repository: Repository | undefined;
  try {
    repository = await openRepository(content);
    const now = await lookAtFolder(await lookAtServer(repository, network), network);
    const { articles, shared } = await changesIn(now, given);
    const wanted = only === undefined ? articles : articles.filter(({ path }) => path === only);
    const usable = shared.filter(({ isConflict }) => !isConflict);
    const plain = await weighAll(wanted, [], now, given, only !== undefined);
    const whole = hasErrors(plain)
      ? await weighAll(wanted, usable, now, given, only !== undefined)
      : plain;
    const isNeeded = hasErrors(plain) && !hasErrors(whole);
    const sizes = await sizesOf(
      repository,
      blobsOf([...wanted.flatMap((one) => one.files), ...shared]),
    );
    return {
      articles: await Promise.all(
        wanted.map((one, at) => sendable(one, (isNeeded ? whole : plain)[at]!, now, sizes)),
      ),
      shared: shared.map(
        (one): SharedFile => ({
          path: inContent(one.path, repository!),
          change: one.change,
          bytes: sizes.get(one.file?.blob ?? "") ?? 0,
          isConflict: one.isConflict,
          isNeeded: isNeeded && !one.isConflict,
        }),
      ),
      server: readServerAddress(repository.address)?.host ?? "",
      mayPublish: desk.settings.publishDirectly === true,
    };
  } catch (error) {
    return { failure: failureOf(error, repository?.address) };
  }
}

/** Sends articles. What has reached the server before something failed is told too. */
export async function sendArticles(
  wish: SendWish,
  given: SendingDesk,
  /** Lets nobody else write into the folder meanwhile. */
  alone: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Promise<SendResult> {
  const sent: SentNow[] = [];
  let repository: Repository | undefined;
  try {
    repository = await openRepository(given.content);
    if (wish.by !== undefined) await setPerson(repository, wish.by);
    const by = await personOf(repository);
    if (by === undefined) throw new GitFailed("name-missing");
    const server = await lookAtServer(repository, given.network);
    let now = await lookAtFolder(server, given.network);
    let all = await changesIn(now, given);
    const seen = new Map(wish.articles.map(({ path, version }) => [path, version]));
    const isAsSeen = (one: ArticleChange) => seen.get(one.path) === versionOf(one);
    if (seen.size !== all.articles.filter(isAsSeen).length)
      return { failure: failed("changed-since"), sent };
    if (wish.ready.length > 0) {
      await alone(() => makeReady(wish.ready, given));
      now = await lookAtFolder(server, given.network);
      all = await changesIn(now, given);
    }
    const articles = all.articles.filter(({ path }) => seen.has(path));
    const shared = all.shared.filter(({ path }) =>
      wish.shared.includes(inContent(path, now.repository)),
    );
    if (articles.length + shared.length === 0) return { failure: failed("nothing"), sent };
    const weighed = await weighAll(articles, shared, now, given, false);
    if (hasErrors(weighed)) return { failure: failed("errors"), sent };
    const isDirect = wish.isDirect && given.desk.settings.publishDirectly === true;
    const sending: Sending = { ...given.network, by, note: wish.note };
    const titles = articles.map(({ path }, at) => ({ path, title: weighed[at]!.title || path }));
    for (const parcel of parcelsOf(articles, titles, shared, now, isDirect)) {
      const send = isDirect ? publishNow : sendForReview;
      const { branch } = await send(now, parcel, sending);
      const link = isDirect ? undefined : linkOf(repository, given.desk.settings, branch);
      sent.push({
        titles: parcel.articles.map(({ title }) => title),
        branch,
        isUpdate: parcel.waiting !== undefined,
        isPublished: isDirect,
        ...(link === undefined ? {} : { link }),
      });
    }
    return { sent };
  } catch (error) {
    return { failure: failureOf(error, repository?.address), sent };
  }
}

/** Finds what the writer has changed, article by article. */
async function changesIn(now: FolderNow, { desk }: SendingDesk) {
  const { repository, files, moves } = now;
  const { folder } = repository;
  const moved = [...moves]
    .filter(([to]) => isArticleFile(to))
    .map(([to, from]) => [inContent(to, repository), inContent(from, repository)] as const);
  return changesByArticle(files, await namingArticles(desk), new Map(moved), folder);
}

/** Returns what each article names; of those that cannot be read, what their text may name. */
async function namingArticles(desk: OpenDesk): Promise<NamingArticle[]> {
  const read = new Map((await desk.articles()).map((one) => [one.path, one]));
  const { articles, pictures, attachments } = desk.folder;
  const files = Map.groupBy([...pictures.keys(), ...attachments.keys()], folderOf);
  return articles.map((found) => {
    const article = read.get(found.path);
    if (article !== undefined) {
      const shown = article.pictures.map((key) => readPictureKey(key).file);
      return { path: found.path, names: [...new Set([...shown, ...attachedBy(article)])] };
    }
    const beside = files.get(folderOf(found.path)) ?? [];
    const text = beside.length === 0 ? "" : textIn(found);
    const names = beside.filter((path) => text.includes(path.slice(folderOf(path).length)));
    return { path: found.path, names };
  });
}

function textIn(found: ContentFolder["articles"][number]): string {
  try {
    return readText(found).file?.text ?? "";
  } catch {
    // It is gone since the walk through the folder.
    return "";
  }
}

/**
 * Checks articles as parts of the site that the server will have: with its own units and people,
 * and with the shared files that go along, not with what else is in this folder.
 */
async function weighAll(
  articles: readonly ArticleChange[],
  shared: readonly ChangedFile[],
  now: FolderNow,
  given: SendingDesk,
  withPages: boolean,
): Promise<(Weighed & { readonly before?: string })[]> {
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
  const weighed: (Weighed & { readonly before?: string })[] = [];
  for (const article of articles) {
    const file = fileOf(after, article.path, repository);
    const own = file && (await weigh(article.path, file, deskAfter!, now, given));
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
  { drafts, cache, desk: open }: SendingDesk,
): Promise<Weighed> {
  const { file } = decodeText(path, await bytesOf(repository, blob));
  const text = file?.text ?? "";
  const attached = await attachedTo(path, text, open, cache);
  return drafts("weigh", { path, text, attached }, desk).catch((error: unknown) => ({
    ...nothing,
    ...uncheckedBy(error),
  }));
}

function unsentLink(path: string): Note {
  const message = `Bài dẫn tới bài ở ${path}, mà bài ấy chưa có trên máy chủ. Xin gửi kèm bài ấy, hoặc bỏ liên kết.`;
  return { code: "link-unsent", severity: "error", count: 1, message, inForm: message, line: 1 };
}

function hasErrors(weighed: readonly Weighed[]): boolean {
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

async function sendable(
  article: ArticleChange,
  weighed: Weighed & { readonly before?: string },
  now: FolderNow,
  sizes: ReadonlyMap<string, number>,
): Promise<Sendable> {
  const { path, kind, movedFrom, files } = article;
  const { notes, title, isDraft, left, page, before } = weighed;
  return {
    path,
    title: title || path,
    kind,
    ...(movedFrom === undefined ? {} : { movedFrom }),
    files: files.map((file) => sendFile(file, sizes)),
    notes,
    left,
    isDraft,
    isConflict: files.some(({ isConflict }) => isConflict),
    isSent: await isSent(article, now),
    version: versionOf(article),
    ...(before === undefined ? {} : { before }),
    ...(page === undefined ? {} : { after: page }),
  };
}

function sendFile(
  { path, file, change }: ChangedFile,
  sizes: ReadonlyMap<string, number>,
): SendFile {
  const kind = isArticleFile(path)
    ? "article"
    : /\.pdf$/iu.test(path)
      ? "pdf"
      : isPictureOrPdf(path)
        ? "picture"
        : "other";
  const name = compose(path.slice(folderOf(path).length));
  return { name, kind, change, bytes: sizes.get(file?.blob ?? "") ?? 0 };
}

/** Returns whether an article was sent as it is now, and waits. */
async function isSent({ path, files }: ArticleChange, now: FolderNow): Promise<boolean> {
  const waiting = waitingFor(path, now);
  if (waiting?.commit === undefined) return false;
  const paths = files.map((file) => file.path);
  const there = await filesAt(now.repository, waiting.commit, paths);
  return files.every((one) => one.file?.blob === there.get(one.path)?.blob);
}

/** Returns the newest submission that has an article and still waits. */
function waitingFor(path: string, { submissions }: FolderNow): Submission | undefined {
  return submissions.findLast(
    ({ outcome, branch, articles }) =>
      outcome === "waiting" && branch !== "" && articles.some((one) => one.path === path),
  );
}

/**
 * Puts articles together that go to one place: those of a submission that waits update it, and all
 * others make a new one.
 */
function parcelsOf(
  articles: readonly ArticleChange[],
  titles: readonly { readonly path: string; readonly title: string }[],
  shared: readonly ChangedFile[],
  now: FolderNow,
  isDirect: boolean,
): Parcel[] {
  const groups = Map.groupBy(articles, ({ path }) =>
    isDirect ? undefined : waitingFor(path, now),
  );
  if (groups.size === 0) groups.set(undefined, []);
  return [...groups].map(([waiting, own], at) => {
    const paths = new Set(own.map(({ path }) => path));
    const files = [...own.flatMap((one) => one.files), ...(at === 0 ? shared : [])];
    return {
      articles: titles.filter(({ path }) => paths.has(path)),
      files: [...new Map(files.map((file) => [file.path, file])).values()],
      waiting,
    };
  });
}

/** Takes the mark of a draft out of articles. */
async function makeReady(paths: readonly string[], { desk }: SendingDesk): Promise<void> {
  for (const found of desk.folder.articles.filter(({ path }) => paths.includes(path))) {
    const file = await readTextFile(found.realPath);
    if (file && canEditHead(file.text))
      await file.write(editHead(file.text, [{ at: ["draft"], value: undefined }]));
  }
}

function versionOf({ files }: ArticleChange): string {
  const all = files.map(({ path, file }) => `${path}\0${file?.blob ?? ""}`);
  return blobId(Buffer.from(all.toSorted().join("\n")));
}

function blobsOf(files: readonly ChangedFile[]): string[] {
  return [...new Set(files.flatMap(({ file }) => (file === undefined ? [] : file.blob)))];
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

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
