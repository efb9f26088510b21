import { join } from "node:path";
import * as z from "zod";
import { isArticleFile } from "../../src/content/content-folder.ts";
import { articleDifferences, shownConflicts } from "../../src/front-matter/differences.ts";
import type { Draft } from "../../src/front-matter/editor-api.ts";
import type {
  ArticleLife,
  Choices,
  Joined,
  ShownVersion,
  Updated,
  UpdateNews,
} from "../../src/front-matter/life-api.ts";
import { mergeArticle } from "../../src/front-matter/merge-article.ts";
import { folderName } from "../../src/front-matter/new-article.ts";
import type { Options } from "../cli/options.ts";
import { type BroughtIn, bringIn, newsOf, OwnCommits } from "../sending/bringing-in.ts";
import { choose, conflictAt, titleOf } from "../sending/choosing.ts";
import { bytesAt } from "../sending/folder-files.ts";
import { GitFailed } from "../sending/git-failure.ts";
import { textIn } from "../sending/merge-file.ts";
import { openOwnFolder, pathFromTop, pathInContent } from "../sending/own-folder.ts";
import { bytesOf, fetchUpstream, openRepository, type Repository } from "../sending/repository.ts";
import { git } from "../sending/run-git.ts";
import { submissionsOf } from "../sending/sent.ts";
import { moveSaves, versionsOf, versionText } from "../sending/versions.ts";
import { waitingConflicts } from "../sending/waiting.ts";
import { draftText, fileAt } from "./articles.ts";
import type { OpenDesk } from "./desk.ts";
import type { Drafts } from "./drafts.ts";
import { EditRefused } from "./edit-refused.ts";
import { forgetDraft, keepDraft, keptDraft } from "./kept-drafts.ts";
import { duplicateArticle, isRecorded, linksTo, moveArticle, slugIn } from "./moving.ts";
import { deletedArticles, ownFiles, removeArticle, takeBack } from "./removing.ts";
import { type Answers, understood } from "./request.ts";
import type { Account } from "./sending-server.ts";
import { failureOf } from "./sending-words.ts";

/*
 * The requests of the editor's page about the life of articles: what others published, conflicts,
 * earlier versions, and articles that are deleted, moved or copied.
 */

type Given = {
  readonly options: Pick<Options, "content" | "cache">;
  readonly desk: () => Promise<OpenDesk>;
  readonly openAnew: () => Promise<OpenDesk>;
  readonly drafts: Drafts;
  readonly account: Account;
  /** Runs some work while nobody else writes into the folder. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly draftWish: z.ZodType<Draft>;
};

/** The server is asked at most this often without somebody's wish. */
const pauseMs = 5 * 60_000;

/** Makes the answers to these requests, by method and the last part of the address. */
export function lifeAnswers({
  options,
  desk,
  openAnew,
  drafts,
  account,
  alone,
  draftWish,
}: Given): Answers {
  const { content, cache } = options;
  let lastLook = Number.NEGATIVE_INFINITY;
  const choicesWish: z.ZodType<Choices> = z.record(z.string(), z.enum(["mine", "theirs", "both"]));
  const chooseWish = z.strictObject({ choices: choicesWish, version: z.string() });
  const joinWish = z.strictObject({ draft: draftWish, base: z.string(), choices: choicesWish });
  const slugWish = z.strictObject({ slug: z.string() });
  /** Does some work on the content, one after the other, and looks at the folder again. */
  const changing = <Result>(work: () => Promise<Result>) =>
    alone(async () => {
      try {
        return await inWords(work, content);
      } finally {
        await openAnew();
      }
    });

  return {
    "GET tin-moi": async () => {
      const repository = await openRepository(content).catch(() => undefined);
      if (repository === undefined) return noNews;
      const isDue = performance.now() - lastLook > pauseMs;
      if (isDue) {
        lastLook = performance.now();
        // Without a network nothing is said, because nobody has asked.
        await account.inTurn(() => fetchUpstream(repository, account)).catch(() => {});
      }
      return newsIn(repository).catch(() => noNews);
    },
    "POST cap-nhat": () =>
      account.inTurn(() =>
        changing(async () => {
          const repository = await openRepository(content);
          const told = await bringIn(repository, await sentCommits(repository), account);
          lastLook = performance.now();
          return updatedInWords(told, repository);
        }),
      ),
    "GET cho-chon": ({ path }) =>
      inWords(async () => conflictAt(await openRepository(content), path), content),
    "POST chon": async ({ path, json }) => {
      const { choices, version } = understood(chooseWish, await json());
      await changing(async () => choose(await openRepository(content), path, choices, version));
      return {};
    },
    "POST gop": async ({ path, json }) => {
      const { draft, base, choices } = understood(joinWish, await json());
      const now = await openAnew();
      const { file } = await fileAt(path, now);
      const mine = await draftText(draft, base, now, drafts);
      const { text, conflicts } = mergeArticle({ base, mine, theirs: file.text }, choices);
      const differences = shownConflicts(conflicts);
      return { text, version: file.version, differences } satisfies Joined;
    },
    "GET cac-ban": async ({ path }) => {
      const own = await openOwnFolder(content);
      await fileAt(path, await desk());
      return own === undefined ? [] : versionsOf(own, path, await sentFrom(content));
    },
    "GET ban-cu": async ({ path, name }) => {
      const own = await openOwnFolder(content);
      const { file } = await fileAt(path, await desk());
      const text = own && (await versionText(own, path, name, await sentFrom(content)));
      if (text === undefined) throw new EditRefused(404, "Không còn bản này.");
      const attached = { attachments: new Map(), problems: [] };
      const given = { path, draft: { text }, before: file.text, attached };
      const { page } = await drafts("check", given, (await desk()).data);
      const differences = articleDifferences(file.text, text);
      return { text, differences, ...(page ? { page } : {}) } satisfies ShownVersion;
    },
    "GET giu": async ({ path }) => ({
      kept: await keptDraft(await ownPlace(content, cache, "dang-viet"), path),
    }),
    "POST giu": async ({ path, bytes }) => {
      const written = (await bytes()).toString("utf8");
      await keepDraft(await ownPlace(content, cache, "dang-viet"), path, written);
      return {};
    },
    "POST bo": async ({ path }) => {
      await forgetDraft(await ownPlace(content, cache, "dang-viet"), path);
      return {};
    },
    "GET doi-bai": async ({ path }) => lifeOf(path, content, await openAnew()),
    "POST xoa": async ({ path }) => {
      await changing(async () => {
        const now = await openAnew();
        await fileAt(path, now);
        if (await isPublished(path, content, now))
          throw new EditRefused(409, "Bài này đã được đăng nên không xóa hẳn. Xin rút bài.");
        await removeArticle(path, content, await binOf(content, cache), now);
      });
      return {};
    },
    "GET da-xoa": async () => deletedArticles(await binOf(content, cache)),
    "POST lay-lai": async ({ name }) => ({
      path: await changing(async () => takeBack(name, content, await binOf(content, cache))),
    }),
    "POST doi-ten": async ({ path, json }) => {
      const { slug } = understood(slugWish, await json());
      return changing(async () => {
        const now = await openAnew();
        await fileAt(path, now);
        const isKnown = await isPublished(path, content, now);
        const to = await moveArticle(path, slug, isKnown, content, now);
        const own = await openOwnFolder(content);
        if (own !== undefined) await moveSaves(own, path, to);
        return { path: to };
      });
    },
    "POST nhan-doi": ({ path }) =>
      changing(async () => {
        const now = await openAnew();
        return { path: await duplicateArticle(path, now.today, content, now) };
      }),
  };
}

const noNews: UpdateNews = { hasServer: false, added: 0, changed: 0, others: 0, waiting: [] };

async function newsIn(repository: Repository): Promise<UpdateNews> {
  const { added, changed } = await newsOf(repository);
  const isArticle = (path: string) =>
    isArticleFile(path) && pathInContent(repository, path) !== undefined;
  const counts = {
    added: added.filter(isArticle).length,
    changed: changed.filter(isArticle).length,
  };
  const others = added.length + changed.length - counts.added - counts.changed;
  const waiting = [];
  for (const { path, theirs, by, day } of await waitingConflicts(repository)) {
    const bytes = await bytesAt(repository, path);
    const told = bytes ?? (theirs === undefined ? undefined : await bytesOf(repository, theirs));
    waiting.push({ path, title: titleOf(path, textIn(told)), by, day });
  }
  return { hasServer: true, ...counts, others, waiting };
}

function updatedInWords(told: BroughtIn, { folder }: Repository): Updated {
  const count = (paths: readonly string[]) => {
    const articles = paths.filter(
      (path) => isArticleFile(path) && pathInContent({ folder }, path) !== undefined,
    ).length;
    return { articles, others: paths.length - articles };
  };
  const [added, changed, merged, removed] = [
    told.added,
    told.changed,
    told.merged,
    told.removed,
  ].map(count);
  const others = added!.others + changed!.others + merged!.others + removed!.others;
  const parts = [
    ...(added!.articles > 0 ? [`${added!.articles} bài mới`] : []),
    ...(changed!.articles > 0 ? [`${changed!.articles} bài được sửa`] : []),
    ...(merged!.articles > 0 ? [`${merged!.articles} bài ghép với chỗ đang sửa ở máy này`] : []),
    ...(removed!.articles > 0 ? [`${removed!.articles} bài bị gỡ`] : []),
    ...(others > 0 ? [`${others} tệp khác`] : []),
  ];
  const waiting = told.waiting.length;
  if (parts.length === 0 && waiting === 0)
    return { lines: ["Thư mục này đã có mọi thứ mới nhất trên máy chủ."] };
  return {
    lines: [
      ...(parts.length > 0 ? [`Đã cập nhật: ${parts.join(", ")}.`] : []),
      ...(waiting > 0
        ? [`${waiting} tệp cả hai bên cùng sửa: tệp ở máy này giữ nguyên, xin chọn ở đầu trang.`]
        : []),
    ],
  };
}

async function lifeOf(path: string, content: string, desk: OpenDesk): Promise<ArticleLife> {
  const { file } = await fileAt(path, desk);
  const article = (await desk.articles()).find((one) => one.path === path);
  const own = await openOwnFolder(content);
  const title = article?.title ?? "";
  return {
    isPublished: await isPublished(path, content, desk),
    slug: slugIn(path),
    slugOfTitle: folderName(title) || slugIn(path),
    address: article?.url ?? "",
    files: (await ownFiles(path, desk)).map((one) => one.slice(one.lastIndexOf("/") + 1)),
    linkedFrom: await linksTo(path, desk),
    hasVersions: own !== undefined && file.text !== "",
  };
}

/**
 * Returns whether readers may know an article: the server has it, or its address is recorded. Where
 * what the server has cannot be told, what was committed counts.
 */
async function isPublished(path: string, content: string, desk: OpenDesk): Promise<boolean> {
  if (isRecorded(path, desk)) return true;
  const own = await openOwnFolder(content);
  if (own === undefined) return false;
  const commit = await openRepository(content).then(
    ({ upstream }) => upstream,
    (error: unknown) =>
      error instanceof GitFailed && error.code === "no-server" ? undefined : "HEAD",
  );
  if (commit === undefined) return false;
  return git(own, ["cat-file", "-e", `${commit}:${pathFromTop(own, path)}`]).then(
    () => true,
    () => false,
  );
}

/** Returns a folder for what is kept of articles: in the repository's own, or in the cache. */
async function ownPlace(content: string, cache: string, name: string): Promise<string> {
  const own = await openOwnFolder(content);
  return join(own?.kept ?? cache, name);
}

/** Returns the folder that keeps deleted articles. */
function binOf(content: string, cache: string): Promise<string> {
  return ownPlace(content, cache, "thung-rac");
}

async function sentFrom(content: string): Promise<readonly string[]> {
  const repository = await openRepository(content).catch(() => undefined);
  return repository === undefined ? [] : sentCommits(repository);
}

/** Returns the commits that were sent for review from here, the newest first. */
async function sentCommits(repository: Repository): Promise<string[]> {
  const submissions = await submissionsOf(repository);
  return submissions
    .toReversed()
    .flatMap(({ commit, tried }) => [commit, tried].filter((one) => one !== undefined));
}

/** The failures after which the dialog for sending asks who the writer is. */
const asksForSignIn: ReadonlySet<string> = new Set(["not-signed-in", "not-found"]);

async function inWords<Result>(work: () => Promise<Result>, content: string): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OwnCommits)
      throw new EditRefused(
        422,
        `Trong thư mục này có ${error.count} lần ghi bằng git chưa lên máy chủ, nên chương trình không tự cập nhật. Xin nhờ người đã ghi (hoặc người phụ trách kỹ thuật) đưa lên máy chủ bằng git, rồi bấm lại. Chưa có gì bị đổi.`,
      );
    if (!(error instanceof GitFailed)) throw error;
    const repository = await openRepository(content).catch(() => undefined);
    const { what, todo: usual, asks } = failureOf(error, repository?.address);
    const todo =
      asks === "sign-in" && asksForSignIn.has(error.code)
        ? "Xin bấm “Gửi nhiều bài” để đăng nhập, rồi thử lại."
        : usual;
    throw new EditRefused(422, `${what} ${todo}`);
  }
}
