import { attachedBy } from "../../src/article.ts";
import { blobId } from "../../src/cache/blob-id.ts";
import { type ContentFolder, isArticleFile } from "../../src/content/content-folder.ts";
import { folderOf } from "../../src/content/folder-of.ts";
import { readText } from "../../src/content/source-file.ts";
import { readPictureKey } from "../../src/cut.ts";
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
import { openRepository, personOf, type Repository, setPerson } from "../sending/repository.ts";
import { readServerAddress } from "../sending/review-link.ts";
import type { NetworkOptions } from "../sending/run-git.ts";
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
import { contentPath, filesAt, sizesOf } from "../sending/trees.ts";
import { readTextFile } from "../writing/text-file.ts";
import type { OpenDesk } from "./desk.ts";
import { failed, failureOf, linkOf } from "./sending-words.ts";
import {
  hasErrors,
  readyText,
  type WeighedArticle,
  type WeighingDesk,
  weighAll,
} from "./weighing.ts";

/*
 * What the editor does to send articles: finds what can be sent, checks it as a part of the site
 * that the server has, and sends it.
 */

/** All that sending needs of the editor's server. */
export type SendingDesk = WeighingDesk & {
  readonly content: string;
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

/**
 * Returns the files that each article names. One that cannot be read may name any file beside it
 * whose name is in its text.
 */
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

async function sendable(
  article: ArticleChange,
  weighed: WeighedArticle,
  now: FolderNow,
  sizes: ReadonlyMap<string, number>,
): Promise<Sendable> {
  const { path, kind, movedFrom, files } = article;
  const { notes, title, isDraft, left, page, before, ready } = weighed;
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
    ...(ready === undefined ? {} : { afterReady: ready }),
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
    const text = file && readyText(file.text);
    if (file && text !== undefined && text !== file.text) await file.write(text);
  }
}

function versionOf({ files }: ArticleChange): string {
  const all = files.map(({ path, file }) => `${path}\0${file?.blob ?? ""}`);
  return blobId(Buffer.from(all.toSorted().join("\n")));
}

function blobsOf(files: readonly ChangedFile[]): string[] {
  return [...new Set(files.flatMap(({ file }) => (file === undefined ? [] : file.blob)))];
}

function inContent(path: string, { folder }: Repository): string {
  return contentPath(path, folder);
}
