import { randomBytes } from "node:crypto";
import { copyFile, mkdir, rm, stat, utimes } from "node:fs/promises";
import { join, resolve } from "node:path";
import { zeroSplit } from "../../src/cache/git.ts";
import { compose } from "../../src/text/compose.ts";
import { GitFailed, gitFailed } from "./git-failure.ts";
import type { Repository } from "./repository.ts";
import { git } from "./run-git.ts";

/* Trees of git: what is in them, and how they are made by an index of our own. */

/** A file of a tree. */
export type TreeFile = {
  /** Path from the top of the repository. */
  readonly path: string;
  readonly mode: string;
  /** Its git blob id. */
  readonly blob: string;
};

/** Returns the plain files of a commit or tree in the content folder, by path from the top. */
export function filesIn(
  repository: Repository,
  tree: string,
): Promise<ReadonlyMap<string, TreeFile>> {
  const { folder } = repository;
  return listed(repository, ["-r"], [tree, ...(folder === "" ? [] : [`${folder}/`])]);
}

/** Returns some files of a commit or tree, as far as it has them, by path from the top. */
export async function filesAt(
  repository: Repository,
  tree: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, TreeFile>> {
  // A command takes only so many arguments.
  const parts = Array.from({ length: Math.ceil(paths.length / 400) }, (_, at) =>
    listed(repository, [], [tree, ...paths.slice(at * 400, (at + 1) * 400)]),
  );
  return new Map((await Promise.all(parts)).flatMap((part) => [...part]));
}

async function listed(
  repository: Repository,
  wish: readonly string[],
  places: readonly string[],
): Promise<ReadonlyMap<string, TreeFile>> {
  // The name of a file may begin with a hyphen.
  const args = ["ls-tree", "-z", "--full-tree", ...wish, "--", ...places];
  const entries = zeroSplit(await git(repository, args));
  return new Map(
    entries.flatMap((entry) => {
      // Links and other repositories are no content.
      const found = /^(?<mode>100\d{3}) blob (?<blob>[\da-f]+)\t(?<path>.+)$/su.exec(entry)?.groups;
      if (found === undefined) return [];
      const { path = "", mode = "", blob = "" } = found;
      return [[path, { path, mode, blob }] as const];
    }),
  );
}

/** Returns a path from the top of a repository as the program knows it: in content, and in NFC. */
export function contentPath(path: string, folder: Repository["folder"]): string {
  return compose(path.slice(folder === "" ? 0 : folder.length + 1));
}

/** Returns how many bytes blobs have. */
export async function sizesOf(
  repository: Repository,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const printed = await git(repository, ["cat-file", "--batch-check=%(objectname) %(objectsize)"], {
    input: blobs.map((blob) => `${blob}\n`).join(""),
  });
  return new Map(
    [...printed.matchAll(/^([\da-f]+) (\d+)$/gmu)].map(([, blob, size]) => [blob!, Number(size)]),
  );
}

/** Returns the articles and files that were moved between two trees: old paths by new ones. */
export async function movesBetween(
  { folder, ...repository }: Repository,
  before: string,
  after: string,
): Promise<ReadonlyMap<string, string>> {
  const scope = folder === "" ? [] : ["--", folder];
  const wish = ["diff-tree", "-r", "-z", "--name-status", "--find-renames", "--diff-filter=R"];
  const parts = zeroSplit(await git(repository, [...wish, before, after, ...scope]));
  const moves = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) moves.set(parts[at + 2]!, parts[at + 1]!);
  return moves;
}

/**
 * Makes a tree of the content folder as it is on the disk now, beside what HEAD has elsewhere, and
 * returns its id. Files are read as `git add` reads them: by the same rules for line ends and for
 * what is left out. Throws `GitFailed`: `changed-meanwhile` when a file changes while it is read.
 */
export async function treeOnDisk(repository: Repository): Promise<string> {
  const { folder, top } = repository;
  return withIndex(repository, async (env, index) => {
    const own = (await git(repository, ["rev-parse", "--git-path", "index"])).trim();
    const place = resolve(top, own);
    const known = await stat(place).catch(() => undefined);
    if (known === undefined) await git(repository, ["read-tree", "HEAD"], { env });
    else {
      // The index knows which files need not be read again.
      await copyFile(place, index);
      // It trusts no file that was written as late as itself, so the copy must not look younger.
      const seconds = Math.floor(known.mtimeMs / 1000);
      await utimes(index, seconds, seconds);
    }
    const unmerged = await git(repository, ["ls-files", "--unmerged", "-z"], { env });
    if (unmerged !== "") throw new GitFailed("unfinished");
    await git(repository, ["add", "--all", "--", folder || "."], { env });
    return (await git(repository, ["write-tree"], { env })).trim();
  });
}

/** A change to one file: another content, or undefined where it is deleted. */
export type FileChange = {
  readonly path: string;
  readonly file: Pick<TreeFile, "mode" | "blob"> | undefined;
};

/** Returns the tree of a commit with some files changed. */
export async function treeWith(
  repository: Repository,
  commit: string,
  changes: readonly FileChange[],
): Promise<string> {
  return withIndex(repository, async (env) => {
    await git(repository, ["read-tree", commit], { env });
    const none = "0".repeat(40);
    // Deletions first: a file may take the place of a folder.
    const lines = changes
      .toSorted((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined))
      .map(({ path, file }) =>
        file === undefined ? `0 ${none}\t${path}\0` : `${file.mode} ${file.blob}\t${path}\0`,
      );
    await git(repository, ["update-index", "-z", "--index-info"], { env, input: lines.join("") });
    return (await git(repository, ["write-tree"], { env })).trim();
  });
}

/** Runs some work with an index of our own, which is deleted afterwards. */
async function withIndex<Result>(
  { kept }: Repository,
  work: (env: { readonly GIT_INDEX_FILE: string }, index: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(kept, { recursive: true }).catch((error: unknown) => {
    throw gitFailed(error);
  });
  const index = join(kept, `chi-muc-${randomBytes(6).toString("hex")}`);
  try {
    return await work({ GIT_INDEX_FILE: index }, index);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : gitFailed(error);
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}
