import * as z from "zod";
import { isArticleFile } from "../../src/content/content-folder.ts";
import type { ReviewRequest } from "./host-api.ts";
import { keep, readKept } from "./kept-values.ts";
import { hasLanded, textIn } from "./merge-file.ts";
import { bytesOf, commitAt, fetchRefs, type Repository, setRef } from "./repository.ts";
import { git, gitOnNetwork, type NetworkOptions } from "./run-git.ts";
import { filesAt, filesIn } from "./trees.ts";

/*
 * What was sent, and what became of it. The list is kept in `.git/ban-tin/`, never in the content.
 */

/** Articles that went to the server together. */
export type Submission = z.infer<typeof submissionSchema>;

const submissionSchema = z.object({
  /** The branch on the server: `bai/hop-chi-bo`; empty for what was published at once. */
  branch: z.string(),
  /** The newest commit of ours that the server has. */
  commit: z.string().optional(),
  /** A commit that was being sent; whether it arrived is not known. */
  tried: z.string().optional(),
  /** The newest commit on the branch, where somebody else has added to it. */
  seen: z.string().optional(),
  articles: z.array(z.object({ path: z.string(), title: z.string() })).readonly(),
  /** Paths from the top of the repository, of all that it changes. */
  paths: z.array(z.string()).readonly(),
  when: z.string(),
  outcome: z.enum(["waiting", "published", "returned"]),
});

const fileName = "da-gui.json";
/** The longest list that is kept; published ones that are older are forgotten. */
const mostKept = 200;

/** Returns what was sent from this folder, the oldest first. */
export async function submissionsOf(repository: Repository): Promise<readonly Submission[]> {
  const read = z.array(submissionSchema).safeParse(await readKept(repository, fileName));
  return read.success ? read.data : [];
}

/** Puts a submission into the list, in place of the one with its branch that waits. */
export async function keepSubmission(
  repository: Repository,
  submission: Submission,
): Promise<void> {
  // A ref each keeps git from throwing the commits away when the branch is gone on the server.
  for (const [kind, commit] of [
    ["gui", submission.tried ?? submission.commit],
    ["xem", submission.seen],
  ] as const)
    if (commit !== undefined) await setRef(repository, `refs/ban-tin/${kind}/${commit}`, commit);
  await replaceSubmission(repository, submission.branch, submission);
}

/** Takes back what `keepSubmission` said of sending a submission that did not arrive. */
export async function forgetTry(
  repository: Repository,
  { branch, commit }: Submission,
): Promise<void> {
  const known = (await submissionsOf(repository)).findLast((one) => one.branch === branch);
  const { tried: _tried, ...rest } = known ?? {};
  const left = commit === undefined ? undefined : ({ ...rest, commit } as Submission);
  await replaceSubmission(repository, branch, left);
}

async function replaceSubmission(
  repository: Repository,
  branch: string,
  by: Submission | undefined,
): Promise<void> {
  const all = await submissionsOf(repository);
  const isIt = (one: Submission) =>
    one.branch !== "" && one.branch === branch && one.outcome !== "published";
  const at = all.findLastIndex(isIt);
  const put = by === undefined ? [] : [by];
  const next = at === -1 ? [...all, ...put] : all.toSpliced(at, 1, ...put);
  const old = next.slice(0, Math.max(0, next.length - mostKept));
  const left = next.filter((one) => one.outcome === "waiting" || !old.includes(one));
  await keep(repository, fileName, left);
}

/**
 * Returns, by path from the top, the versions of files that were sent from here: blob ids, or
 * undefined where the file was deleted. One of them on the server is ours, and no change by
 * somebody else.
 */
export async function sentVersions(
  repository: Repository,
  submissions: readonly Submission[],
): Promise<ReadonlyMap<string, ReadonlySet<string | undefined>>> {
  const versions = new Map<string, Set<string | undefined>>();
  for (const { commit, tried, seen, paths } of submissions)
    for (const one of new Set([commit, tried, seen])) {
      if (one === undefined || (await commitAt(repository, one)) === undefined) continue;
      const files = await filesAt(repository, one, paths);
      for (const path of paths) {
        const of = versions.get(path) ?? new Set();
        versions.set(path, of.add(files.get(path)?.blob));
      }
    }
  return versions;
}

/**
 * Fetches the published branch and those that wait for a review, and returns their newest commits
 * by the names that the server has. Throws `GitFailed`.
 */
export async function fetchBranches(
  repository: Repository,
  submissions: readonly Submission[],
  options: NetworkOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const { branch, remote, upstream } = repository;
  const listed = await gitOnNetwork(repository, ["ls-remote", "--heads", remote], options);
  const tips = new Map(
    [...listed.matchAll(/^([\da-f]+)\trefs\/heads\/(.+)$/gmu)].map(([, commit, name]) => [
      name!,
      commit!,
    ]),
  );
  const waiting = submissions
    .filter((one) => one.outcome !== "published" && one.branch !== "" && tips.has(one.branch))
    .map((one) => `+refs/heads/${one.branch}:refs/remotes/${remote}/${one.branch}`);
  await fetchRefs(repository, [`+refs/heads/${branch}:${upstream}`, ...new Set(waiting)], options);
  return tips;
}

/**
 * Returns what became of submissions, and keeps it.
 *
 * @param tips the newest commits of the server's branches
 */
export async function lookAtSubmissions(
  repository: Repository,
  submissions: readonly Submission[],
  tips: ReadonlyMap<string, string>,
): Promise<readonly Submission[]> {
  const looked: Submission[] = [];
  for (const submission of submissions) {
    const next = await looking(repository, submission, tips);
    if (next === undefined) await forgetTry(repository, submission);
    else if (JSON.stringify(next) !== JSON.stringify(submission))
      await keepSubmission(repository, next);
    looked.push(...(next === undefined ? [] : [next]));
  }
  return looked;
}

/** Returns what became of a submission; undefined for one that never arrived. */
async function looking(
  repository: Repository,
  submission: Submission,
  tips: ReadonlyMap<string, string>,
): Promise<Submission | undefined> {
  if (submission.outcome === "published" || submission.branch === "") return submission;
  const { tried, commit: before, ...rest } = submission;
  const tip = tips.get(submission.branch);
  const hasArrived =
    tried !== undefined &&
    (tip === tried ||
      (tip !== undefined && (await isIn(repository, tried, tip))) ||
      (await isIn(repository, tried, repository.upstream)));
  const commit = hasArrived ? tried : before;
  if (commit === undefined) return undefined;
  const isOurs = tip === undefined || tip === commit;
  const known: Submission = { ...rest, commit, ...(isOurs ? {} : { seen: tip }) };
  if (await isPublished(repository, known)) return { ...known, outcome: "published" };
  if (tip !== undefined) return { ...known, outcome: "waiting" };
  return { ...known, outcome: (await isTakenOver(repository, known)) ? "published" : "returned" };
}

/**
 * Returns whether the published branch has most of what a submission wrote. The editor may have
 * changed it, published it and deleted its branch before anybody here has looked.
 */
async function isTakenOver(
  repository: Repository,
  { commit, paths }: Submission,
): Promise<boolean> {
  if (commit === undefined || (await commitAt(repository, commit)) === undefined) return false;
  const { upstream } = repository;
  const base = (await git(repository, ["merge-base", commit, upstream]).catch(() => "")).trim();
  if (base === "") return false;
  const [before, sent, published] = await Promise.all(
    [base, commit, upstream].map((one) => filesAt(repository, one, paths)),
  );
  const landed: boolean[] = [];
  // Pictures may have been left out; the text says whether the article is there.
  for (const path of paths.filter(isArticleFile)) {
    const [was, ours, now] = await Promise.all(
      [before!, sent!, published!].map(async (files) => {
        const blob = files.get(path)?.blob;
        return blob === undefined ? undefined : textIn(await bytesOf(repository, blob));
      }),
    );
    landed.push(
      ours === undefined || now === undefined
        ? ours === now
        : ours === now || hasLanded(was ?? "", ours, now),
    );
  }
  return landed.length > 0 && landed.every(Boolean);
}

/** Returns whether a commit is in the history of another. */
async function isIn(repository: Repository, commit: string, of: string): Promise<boolean> {
  return git(repository, ["merge-base", "--is-ancestor", commit, of]).then(
    () => true,
    () => false,
  );
}

/**
 * Returns whether the published branch has what was sent, as a merge, as one commit of several, or
 * changed on the way by the editor; also when somebody has changed it since.
 */
async function isPublished(repository: Repository, submission: Submission): Promise<boolean> {
  const { upstream } = repository;
  const published = await filesIn(repository, upstream);
  for (const commit of [submission.commit, submission.seen]) {
    if (commit === undefined || (await commitAt(repository, commit)) === undefined) continue;
    if (await isIn(repository, commit, upstream)) return true;
    const sent = await filesAt(repository, commit, submission.paths);
    const wanted = submission.paths.filter(
      (path) => sent.get(path)?.blob !== published.get(path)?.blob,
    );
    if (wanted.length === 0) return true;
    const were = await Promise.all(
      wanted.map((path) => wasIn(repository, commit, path, sent.get(path)?.blob)),
    );
    if (were.every(Boolean)) return true;
  }
  return false;
}

/** Returns whether the published branch has had a version of a file since a commit was made. */
async function wasIn(
  repository: Repository,
  commit: string,
  path: string,
  blob: string | undefined,
): Promise<boolean> {
  if (blob === undefined) return false;
  const range = [`--find-object=${blob}`, `${commit}..${repository.upstream}`];
  const wish = ["log", "--max-count=1", "--format=%H", "--no-renames", ...range];
  return (await git(repository, [...wish, "--", path])).trim() !== "";
}

/** Returns the state of a submission in the words of the editor's page. */
export function stateOf(
  { outcome }: Pick<Submission, "outcome">,
  request: ReviewRequest | undefined,
): "waiting" | "remarks" | "published" | "returned" {
  if (outcome === "published" || request?.state === "merged") return "published";
  if (outcome === "returned" || request?.state === "closed") return "returned";
  return (request?.remarks.length ?? 0) > 0 ? "remarks" : "waiting";
}
