import { slugOf } from "../../src/text/vietnamese.ts";
import { type ChangedFile, changedFiles } from "./changes.ts";
import { GitFailed } from "./git-failure.ts";
import {
  commitAt,
  commitOf,
  commonBase,
  fetchUpstream,
  type Person,
  type Repository,
} from "./repository.ts";
import { gitOnNetwork, type NetworkOptions } from "./run-git.ts";
import {
  fetchBranches,
  forgetTry,
  keepSubmission,
  lookAtSubmissions,
  type Submission,
  sentVersions,
  submissionsOf,
} from "./sent.ts";
import {
  type FileChange,
  filesAt,
  filesIn,
  movesBetween,
  type TreeFile,
  treeOnDisk,
  treeWith,
} from "./trees.ts";
import { waitingConflicts } from "./waiting.ts";

/* Sends articles: a commit of them alone, on top of the newest commit of the server. */

/** What the server has, and what was sent to it, as of one look. */
export type ServerNow = {
  readonly repository: Repository;
  /** The newest commit of the published branch. */
  readonly tip: string;
  /** The newest commits of the server's branches. */
  readonly tips: ReadonlyMap<string, string>;
  readonly submissions: readonly Submission[];
};

/** Fetches, and finds what became of what was sent. Throws `GitFailed`. */
export async function lookAtServer(
  repository: Repository,
  options: NetworkOptions = {},
): Promise<ServerNow> {
  const before = await submissionsOf(repository);
  const tips = await fetchBranches(repository, before, options);
  const tip = await commitAt(repository, repository.upstream);
  if (tip === undefined) throw new GitFailed("empty-server");
  const submissions = await lookAtSubmissions(repository, before, tips);
  return { repository, tip, tips, submissions };
}

/** A content folder beside what the server has. */
export type FolderNow = ServerNow & {
  /** The files of the published branch, by path from the top. */
  readonly theirs: ReadonlyMap<string, TreeFile>;
  readonly files: readonly ChangedFile[];
  /** Old paths by new ones, from the top. */
  readonly moves: ReadonlyMap<string, string>;
};

/** Finds what the writer has changed. Throws `GitFailed`. */
export async function lookAtFolder(
  server: ServerNow,
  options: NetworkOptions = {},
): Promise<FolderNow> {
  const { repository, tip, submissions } = server;
  const commit = await commonBase(repository, tip, options);
  const tree = await treeOnDisk(repository);
  const [base, mine, theirs] = await Promise.all(
    [commit, tree, tip].map((one) => filesIn(repository, one)),
  );
  const sent = await sentVersions(repository, submissions);
  const changed = changedFiles({ base: base!, mine: mine!, theirs: theirs!, sent });
  // What waits for a choice would undo what somebody else has published.
  const waiting = new Set((await waitingConflicts(repository)).map(({ path }) => path));
  const files = changed.map((file) => ({
    ...file,
    isConflict: file.isConflict || waiting.has(file.path),
  }));
  const moves = await movesBetween(repository, commit, tree);
  return { ...server, theirs: theirs!, files, moves };
}

/** What goes to the server together. */
export type Parcel = {
  readonly articles: readonly { readonly path: string; readonly title: string }[];
  readonly files: readonly ChangedFile[];
  /** What was sent of these articles and still waits. */
  readonly waiting?: Submission | undefined;
};

export type Sending = NetworkOptions & {
  readonly by: Person;
  /** Words to the editor; may be empty. */
  readonly note: string;
};

/** Sends articles to be reviewed; returns what the server has now. Throws `GitFailed`. */
export async function sendForReview(
  now: FolderNow,
  parcel: Parcel,
  sending: Sending,
): Promise<Submission> {
  if (parcel.files.some(({ isConflict }) => isConflict)) throw new GitFailed("behind");
  const { waiting } = parcel;
  const tip = waiting && now.tips.get(waiting.branch);
  if (waiting === undefined || tip === undefined) return sendAnew(now, parcel, sending);
  await mustBeOurs(now.repository, waiting, parcel.files, tip);
  const paths = [...new Set([...waiting.paths, ...parcel.files.map(({ path }) => path)])];
  const titles = new Map(
    [...waiting.articles, ...parcel.articles].map((one) => [one.path, one.title]),
  );
  const articles = [...titles].map(([path, title]) => ({ path, title }));
  const whole = { ...waiting, articles, paths };
  return sendTo(now, whole, { parcel, sending, parent: tip, expected: tip });
}

/** Throws `GitFailed` when somebody else has changed on the branch what is to be sent. */
async function mustBeOurs(
  repository: Repository,
  { commit, tried }: Submission,
  files: readonly FileChange[],
  tip: string,
): Promise<void> {
  if (tip === commit || tip === tried || commit === undefined) return;
  const paths = files.map(({ path }) => path);
  const [own, there] = await Promise.all([
    filesAt(repository, commit, paths),
    filesAt(repository, tip, paths),
  ]);
  if (paths.some((path) => own.get(path)?.blob !== there.get(path)?.blob))
    throw new GitFailed("edited-there");
}

async function sendAnew(now: FolderNow, parcel: Parcel, sending: Sending): Promise<Submission> {
  const { tip } = now;
  const stem = `bai/${
    slugOf(parcel.articles[0]?.title ?? "")
      .slice(0, 60)
      .replace(/-+$/u, "") || "tep-dung-chung"
  }`;
  // Two writers may choose the same name at the same time; the server takes the first.
  for (let number = 1; ; number += 1) {
    const branch = number === 1 ? stem : `${stem}-${number}`;
    if (now.tips.has(branch)) continue;
    const submission: Submission = {
      branch,
      articles: parcel.articles,
      paths: parcel.files.map(({ path }) => path),
      when: "",
      outcome: "waiting",
    };
    try {
      return await sendTo(now, submission, { parcel, sending, parent: tip, expected: "" });
    } catch (error) {
      const isTaken = error instanceof GitFailed && error.code === "behind";
      if (!isTaken || number > mostNames) throw error;
    }
  }
}

/** How many names are tried; after as many, something else must be wrong. */
const mostNames = 50;

async function sendTo(
  { repository }: FolderNow,
  submission: Submission,
  given: {
    readonly parcel: Parcel;
    readonly sending: Sending;
    readonly parent: string;
    /** What the branch must be at on the server; empty for one that must not exist. */
    readonly expected: string;
  },
): Promise<Submission> {
  const { parcel, sending, parent, expected } = given;
  const { branch } = submission;
  const commit = await commitFor(repository, parcel, sending, parent);
  const trying = { ...submission, tried: commit, when: new Date().toISOString() };
  // Written before: if this process ends now, the next one asks the server whether it arrived.
  await keepSubmission(repository, { ...trying, outcome: "waiting" });
  await push(repository, commit, branch, expected, sending).catch(async (error: unknown) => {
    if (isRefused(error)) await forgetTry(repository, submission);
    throw error;
  });
  const { tried: _tried, seen: _seen, ...rest } = trying;
  const sent: Submission = { ...rest, commit, outcome: "waiting" };
  await keepSubmission(repository, sent);
  return sent;
}

/** Returns whether the server has surely not taken what was sent. */
function isRefused(error: unknown): boolean {
  const sure = ["behind", "rejected", "not-signed-in", "not-allowed", "not-found", "too-large"];
  return error instanceof GitFailed && sure.includes(error.code);
}

/** Publishes articles at once, without a review. Throws `GitFailed`. */
export async function publishNow(
  now: FolderNow,
  parcel: Parcel,
  sending: Sending,
): Promise<Submission> {
  if (parcel.files.some(({ isConflict }) => isConflict)) throw new GitFailed("behind");
  const { repository } = now;
  const paths = parcel.files.map(({ path }) => path);
  const known = await filesAt(repository, now.tip, paths);
  let { tip } = now;
  for (let attempt = 1; ; attempt += 1) {
    const commit = await commitFor(repository, parcel, sending, tip);
    try {
      await push(repository, commit, repository.branch, tip, sending);
    } catch (error) {
      if (!(error instanceof GitFailed) || error.code !== "behind" || attempt === 5) throw error;
      // Somebody was faster; unless it was with the same files, ours goes on top.
      tip = await fetchUpstream(repository, sending);
      const there = await filesAt(repository, tip, paths);
      if (paths.some((path) => known.get(path)?.blob !== there.get(path)?.blob)) throw error;
      continue;
    }
    const { articles } = parcel;
    const when = new Date().toISOString();
    const sent = { branch: "", commit, articles, paths, when, outcome: "published" } as const;
    await keepSubmission(repository, sent);
    return sent;
  }
}

async function commitFor(
  repository: Repository,
  { articles, files }: Parcel,
  { by, note }: Sending,
  parent: string,
): Promise<string> {
  const tree = await treeWith(repository, parent, files);
  const [first, ...others] = articles.map(({ title }) => title.replaceAll(/\s+/gu, " "));
  const title =
    first === undefined
      ? "Sửa tệp dùng chung"
      : others.length === 0
        ? first
        : `${first} và ${others.length} bài khác`;
  const rest = [others.map((one) => `- ${one}`).join("\n"), note.trim()].filter(Boolean);
  const message = `${[title, ...rest].join("\n\n")}\n`;
  return commitOf(repository, tree, { parents: [parent], message, by });
}

/** @param expected what the branch must be at on the server, which git compares and sets at once */
async function push(
  repository: Repository,
  commit: string,
  branch: string,
  expected: string,
  options: NetworkOptions,
): Promise<void> {
  const ref = `refs/heads/${branch}`;
  const plain = ["--porcelain", "--no-verify", "--no-signed", "--no-follow-tags"];
  const lease = `--force-with-lease=${ref}:${expected}`;
  await gitOnNetwork(
    repository,
    ["push", ...plain, "--recurse-submodules=no", lease, repository.remote, `${commit}:${ref}`],
    options,
  );
}
