import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { blobId } from "../../src/cache/blob-id.ts";
import { zeroSplit } from "../../src/cache/git.ts";
import { bytesAt, isInside, PlaceTaken, replaceFile } from "./folder-files.ts";
import { GitFailed } from "./git-failure.ts";
import { keepBefore } from "./kept-copies.ts";
import { keep, readKept } from "./kept-values.ts";
import { hasLanded, mergeFile, type ThreeFiles, textIn } from "./merge-file.ts";
import { bytesOf, commitAt, commonBase, fetchUpstream, type Repository } from "./repository.ts";
import { git, gitOutput, type NetworkOptions } from "./run-git.ts";
import {
  addWaiting,
  endWaiting,
  type Waiting,
  waitingConflicts,
  waitingSchema,
} from "./waiting.ts";

/*
 * "Cập nhật": brings what others have published into the writer's folder, file by file, and moves
 * the folder's branch to the newest commit of the server. First all is worked out, then written
 * down, then done: a run that was killed is finished by the next.
 */

/** What bringing in did, by paths from the top of the repository. */
export type BroughtIn = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Files that both changed, and that could be merged. */
  readonly merged: readonly string[];
  readonly removed: readonly string[];
  /** Files that wait for a choice; they stay as they are meanwhile. */
  readonly waiting: readonly string[];
};

/** Somebody made commits in this folder that are on no server. */
export class OwnCommits extends Error {
  readonly count: number;

  constructor(count: number) {
    super(`${count} commits that are on no server`);
    this.count = count;
  }
}

type Entry = { readonly mode: string; readonly blob: string };
type Change = {
  readonly path: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
};

/** A file as it is on the disk. */
type OnDisk = {
  readonly bytes: Buffer;
  /** The id of its bytes, and that which git would give it, with its rules for line ends. */
  readonly raw: string;
  readonly blob: string;
};

/** One file to be written or deleted, by the ids of bytes. */
type Write = Readonly<z.infer<typeof writeSchema>>;

const writeSchema = z.object({
  path: z.string().refine(isInside),
  from: z.string().optional(),
  to: z.string().optional(),
  isProgram: z.boolean(),
});

/** All that is to be done, written down before the first of it is. */
type Plan = z.infer<typeof planSchema>;

const planSchema = z.object({
  head: z.string(),
  tip: z.string(),
  writes: z.array(writeSchema),
  /** What a file that somebody changes meanwhile has to wait with. */
  waiting: z.array(waitingSchema),
});

const planName = "cap-nhat.json";

/**
 * Brings in what is new on the server. Throws `GitFailed`, and `OwnCommits` where only somebody who
 * knows git can go on; nothing is changed then.
 *
 * @param sent commits that the writer has sent for review, the newest first
 */
export async function bringIn(
  repository: Repository,
  sent: readonly string[],
  options: NetworkOptions = {},
): Promise<BroughtIn> {
  await finishBringingIn(repository);
  const tip = await fetchUpstream(repository, options);
  const head = await commitAt(repository, "HEAD");
  const base = await commonBase(repository, tip, options);
  if (head === undefined) throw new GitFailed("unrelated");
  if (head !== base) throw new OwnCommits(await countOf(repository, `${base}..${head}`));
  const told: Record<keyof BroughtIn, string[]> = {
    ...{ added: [], changed: [], merged: [], removed: [], waiting: [] },
  };
  if (head === tip) return told;
  const changes = await changesOf(repository, base, tip);
  const before = new Map<string, OnDisk | undefined>();
  for (const { path } of changes) before.set(path, await onDisk(repository, path));
  const known = new Map((await waitingConflicts(repository)).map((one) => [one.path, one]));
  const writes: Write[] = [];
  const waiting: Waiting[] = [];
  const ifTouched: Waiting[] = [];
  for (const change of changes) {
    const { path, after } = change;
    const mine = before.get(path);
    const begun = known.has(path)
      ? known.get(path)!.base
      : await baseOf(repository, change, sent, { base, tip });
    if (mine?.blob === after?.blob) continue;
    const wait = async (): Promise<Waiting> => ({
      ...{ path, base: begun, theirs: after?.blob, ...(await lastBy(repository, tip, path)) },
    });
    const files = await filesOf(repository, tip, path, { base: begun, mine, after });
    const { bytes, choice } = mergeFile(path, files);
    if (choice !== "none") {
      waiting.push(await wait());
      told.waiting.push(path);
      continue;
    }
    const to = bytes && blobId(bytes);
    if (to === mine?.raw) continue;
    if (bytes !== undefined)
      await git(repository, ["hash-object", "-w", "--stdin"], { input: bytes });
    writes.push({ path, from: mine?.raw, to, isProgram: after?.mode === "100755" });
    ifTouched.push(await wait());
    if (mine === undefined) told.added.push(path);
    else if (bytes === undefined) told.removed.push(path);
    else told[mine.blob === begun ? "changed" : "merged"].push(path);
  }
  for (const { path, from } of writes)
    if ((await rawOf(repository, path)) !== from) throw new GitFailed("changed-meanwhile");
  const touched = writes.flatMap(({ path }) => {
    const mine = before.get(path);
    return mine === undefined ? [] : [{ path, file: { mode: "100644", blob: mine.blob } }];
  });
  await keepBefore(repository, head, touched);
  await addWaiting(repository, waiting);
  for (const { path } of changes)
    if (!told.waiting.includes(path)) await endWaiting(repository, path);
  await keep(repository, planName, { head, tip, writes, waiting: ifTouched } satisfies Plan);
  const left = await finishBringingIn(repository);
  return { ...told, waiting: [...told.waiting, ...left] };
}

/**
 * Finishes what a run that was killed has left undone.
 *
 * @returns paths that somebody changed meanwhile, which wait for a choice
 */
async function finishBringingIn(repository: Repository): Promise<readonly string[]> {
  const plan = planSchema.safeParse(await readKept(repository, planName)).data;
  if (plan === undefined) return [];
  const left: Waiting[] = [];
  // Deletions first: a file may take the place of a folder.
  const writes = plan.writes.toSorted(
    (a, b) => Number(a.to !== undefined) - Number(b.to !== undefined),
  );
  for (const write of writes) {
    const now = await rawOf(repository, write.path);
    if (now === write.to) continue;
    const isDone = now === write.from && (await couldWrite(repository, write));
    if (!isDone) left.push(...plan.waiting.filter(({ path }) => path === write.path));
  }
  await addWaiting(repository, left);
  if ((await commitAt(repository, "HEAD")) === plan.head) {
    // The index first: with the files, it then differs from HEAD by what was published, which
    // nobody undoes by mistake.
    await git(repository, ["read-tree", plan.tip]);
    await git(repository, ["update-index", "-q", "--refresh"]).catch(() => {});
    await git(repository, ["update-ref", "-m", "ban-tin: cập nhật", "HEAD", plan.tip, plan.head]);
  }
  await rm(join(repository.kept, planName), { force: true });
  return left.map(({ path }) => path);
}

/** What is new on the server and not here yet, as of the last time somebody asked it. */
export type News = { readonly added: readonly string[]; readonly changed: readonly string[] };

/** Returns what the newest known commit of the server has that this folder has not. */
export async function newsOf(repository: Repository): Promise<News> {
  const tip = await commitAt(repository, repository.upstream);
  if (tip === undefined) return { added: [], changed: [] };
  const base = await commonBase(repository, tip);
  const changes = await changesOf(repository, base, tip);
  const added = changes.filter(({ before }) => before === undefined);
  const changed = changes.filter(({ before }) => before !== undefined);
  return { added: added.map(({ path }) => path), changed: changed.map(({ path }) => path) };
}

async function countOf(repository: Repository, range: string): Promise<number> {
  return Number(await git(repository, ["rev-list", "--count", range]));
}

/** Returns the plain files that differ between two commits. */
async function changesOf(repository: Repository, base: string, tip: string): Promise<Change[]> {
  const args = ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", base, tip];
  const parts = zeroSplit(await git(repository, args));
  const changes: Change[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [before = "", after = "", was = "", is = ""] = parts[at]!.slice(1).split(" ");
    const path = parts[at + 1]!;
    const entry = (mode: string, blob: string): Entry | undefined =>
      /^0+$/u.test(mode) ? undefined : { mode, blob };
    const change = { path, before: entry(before, was), after: entry(after, is) };
    // Links and other repositories are no content, and a path from outside must not lead anywhere.
    const isPlain = [change.before, change.after].every(
      (one) => !one || one.mode.startsWith("100"),
    );
    if (isPlain && isInside(path)) changes.push(change);
  }
  return changes;
}

/**
 * Returns the content that both began with: what was sent for review, if the server has taken it
 * over, and otherwise what the folder had before.
 */
async function baseOf(
  repository: Repository,
  { path, before, after }: Change,
  sent: readonly string[],
  { base, tip }: { readonly base: string; readonly tip: string },
): Promise<string | undefined> {
  if (sent.length === 0 || after === undefined) return before?.blob;
  const args = ["log", "--format=", "--raw", "--no-abbrev", "--no-renames", `${base}..${tip}`];
  const past = await git(repository, [...args, "--", path]);
  const inPast = new Set([...past.matchAll(/[0-9a-f]{40}/gu)].map(([blob]) => blob));
  const textOf = async (blob: string) => textIn(await bytesOf(repository, blob)) ?? "";
  for (const commit of sent) {
    const blob = await blobAt(repository, commit, path);
    if (blob === undefined || blob === before?.blob) continue;
    if (inPast.has(blob)) return blob;
    const [was, ours, now] = await Promise.all([
      before === undefined ? "" : textOf(before.blob),
      textOf(blob),
      textOf(after.blob),
    ]);
    if (hasLanded(was, ours, now)) return blob;
  }
  return before?.blob;
}

async function blobAt(
  repository: Repository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  return git(repository, ["rev-parse", "--quiet", "--verify", `${commit}:${path}`]).then(
    (printed) => printed.trim(),
    () => undefined,
  );
}

async function filesOf(
  repository: Repository,
  tip: string,
  path: string,
  given: {
    readonly base: string | undefined;
    readonly mine: OnDisk | undefined;
    readonly after: Entry | undefined;
  },
): Promise<ThreeFiles> {
  const { base, mine, after } = given;
  const theirs = after && (await checkedOut(repository, `${tip}:${path}`));
  // Line ends of the disk are no change.
  if (base !== undefined && mine?.blob === base)
    return { base: mine.bytes, mine: mine.bytes, theirs };
  if (base !== undefined && after?.blob === base)
    return { base: theirs, mine: mine?.bytes, theirs };
  const begun = base === undefined ? undefined : await bytesOf(repository, base);
  return { base: begun, mine: mine?.bytes, theirs };
}

/** Returns a file of a commit as git would write it to the disk. */
async function checkedOut(repository: Repository, name: string): Promise<Buffer> {
  return gitOutput(repository, ["cat-file", "--filters", name]);
}

async function lastBy(
  repository: Repository,
  tip: string,
  path: string,
): Promise<{ readonly by: string; readonly day: string }> {
  const args = ["log", "-1", "--format=%an%n%as", tip, "--", path];
  const [by = "", day = ""] = (await git(repository, args)).split("\n");
  return { by, day };
}

async function onDisk(repository: Repository, path: string): Promise<OnDisk | undefined> {
  const bytes = await bytesAt(repository, path);
  if (bytes === undefined) return undefined;
  const args = ["hash-object", "-w", "--stdin", "--path", path];
  const blob = (await git(repository, args, { input: bytes })).trim();
  return { bytes, raw: blobId(bytes), blob };
}

async function rawOf(repository: Repository, path: string): Promise<string | undefined> {
  const bytes = await bytesAt(repository, path);
  return bytes && blobId(bytes);
}

/**
 * Writes or deletes a file as it was planned; returns false where its place is taken. A file that
 * could be written at no time must not keep all others from coming.
 */
async function couldWrite(
  repository: Repository,
  { path, to, isProgram }: Write,
): Promise<boolean> {
  const bytes = to === undefined ? undefined : await bytesOf(repository, to);
  try {
    await replaceFile(repository, path, bytes, isProgram);
    return true;
  } catch (error) {
    if (error instanceof PlaceTaken) return false;
    throw error;
  }
}
