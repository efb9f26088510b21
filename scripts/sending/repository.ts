import { stat } from "node:fs/promises";
import { join } from "node:path";
import { gitIn, placeInRepository } from "../../src/cache/git.ts";
import { compose } from "../../src/text/compose.ts";
import { GitFailed, gitFailed, withoutPassword } from "./git-failure.ts";
import {
  type GitPlace,
  git,
  gitOnNetwork,
  gitOutput,
  type NetworkOptions,
  plainEnv,
} from "./run-git.ts";

/*
 * The git repository that a content folder is in, and its server. Nothing here changes HEAD, the
 * index or a file of the folder: trees are made by an index of our own, and commits of them by
 * `commit-tree`, which runs no hook.
 */

export type Repository = GitPlace & {
  /** Path of the content folder in it, with forward slashes; empty when it is the top itself. */
  readonly folder: string;
  /** The name of the server among git's remotes: `origin`. */
  readonly remote: string;
  /** The branch that is published, as the server calls it: `main`. */
  readonly branch: string;
  /** The ref that holds the newest known commit of it: `refs/remotes/origin/main`. */
  readonly upstream: string;
  /** The server's address as git will use it for sending, without name and password. */
  readonly address: string;
};

/**
 * Opens the repository of a content folder. Throws `GitFailed` when there is none, it has no
 * server, it names what it holds by SHA-256, or somebody has left it in the middle of something.
 */
export async function openRepository(content: string): Promise<Repository> {
  await gitIn(content, ["rev-parse", "--show-toplevel"], { env: plainEnv }).catch(
    (error: unknown) => {
      throw gitFailed(error);
    },
  );
  const place = await placeInRepository(content);
  if (place === undefined) throw new GitFailed("no-repository");
  const { repository: top, folder } = place;
  const ask = (...args: string[]) =>
    gitIn(top, args, { env: plainEnv }).then(
      (printed) => printed.trim(),
      () => "",
    );
  const [head, inGit, listed, hashes] = await Promise.all([
    ask("symbolic-ref", "--quiet", "HEAD"),
    ask("rev-parse", "--absolute-git-dir"),
    ask("remote"),
    ask("rev-parse", "--show-object-format"),
  ]);
  // What was sent and what the server has are compared by ids of blobs that are our own SHA-1.
  if (hashes === "sha256") throw new GitFailed("other-hashes");
  if (head === "") throw new GitFailed("detached");
  for (const left of unfinishedWork)
    if (await isThere(join(inGit, left))) throw new GitFailed("unfinished");
  const own = head.replace(/^refs\/heads\//u, "");
  // One that begins with a hyphen would be an option of git.
  const remotes = listed.split("\n").filter((name) => name !== "" && !name.startsWith("-"));
  const [set, merge] = await Promise.all([
    ask("config", `branch.${own}.remote`),
    ask("config", `branch.${own}.merge`),
  ]);
  const remote = [set, "origin", ...remotes].find((name) => remotes.includes(name));
  if (remote === undefined) throw new GitFailed("no-server");
  const merged = set === remote ? merge : "";
  const [known, address] = await Promise.all([
    ask("symbolic-ref", "--quiet", `refs/remotes/${remote}/HEAD`),
    ask("remote", "get-url", "--push", remote),
  ]);
  const branch =
    merged.replace(/^refs\/heads\//u, "") || known.replace(`refs/remotes/${remote}/`, "") || own;
  return {
    top,
    folder,
    kept: join(inGit, "ban-tin"),
    remote,
    branch,
    upstream: `refs/remotes/${remote}/${branch}`,
    address: withoutPassword(address),
  };
}

/** What git leaves in its folder while somebody is in the middle of something. */
const unfinishedWork = [
  "MERGE_HEAD",
  "CHERRY_PICK_HEAD",
  "REVERT_HEAD",
  "rebase-merge",
  "rebase-apply",
] as const;

/**
 * Fetches the newest commit of the published branch, and returns it. Throws `GitFailed`: `offline`
 * when there is no network.
 */
export async function fetchUpstream(
  repository: Repository,
  options: NetworkOptions = {},
): Promise<string> {
  const { branch, upstream } = repository;
  await fetchRefs(repository, [`+refs/heads/${branch}:${upstream}`], options);
  const tip = await commitAt(repository, upstream);
  if (tip === undefined) throw new GitFailed("empty-server");
  return tip;
}

/** Fetches some refs of the server, and nothing else. */
export async function fetchRefs(
  repository: Repository,
  refs: readonly string[],
  options: NetworkOptions = {},
): Promise<void> {
  const quietly = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
  await gitOnNetwork(
    repository,
    ["fetch", ...quietly, "--no-auto-maintenance", repository.remote, ...refs],
    options,
  );
}

/** Returns the commit that a name means; undefined when there is none. */
export async function commitAt(repository: Repository, name: string): Promise<string | undefined> {
  const asked = ["rev-parse", "--quiet", "--verify", `${name}^{commit}`];
  return git(repository, asked).then(
    (printed) => printed.trim(),
    () => undefined,
  );
}

/**
 * Returns the newest commit that the folder and the server have in common: what was changed since
 * then here is the writer's. A clone without its past gets it. Throws `GitFailed`.
 */
export async function commonBase(
  repository: Repository,
  tip: string,
  options: NetworkOptions = {},
): Promise<string> {
  const find = () =>
    git(repository, ["merge-base", "HEAD", tip]).then(
      (printed) => printed.trim(),
      () => undefined,
    );
  const found = await find();
  if (found !== undefined) return found;
  const isShallow = (await git(repository, ["rev-parse", "--is-shallow-repository"])).trim();
  if (isShallow === "true") {
    const { remote, branch, upstream } = repository;
    const past = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--unshallow", remote];
    await gitOnNetwork(repository, [...past, `+refs/heads/${branch}:${upstream}`], options);
    const now = await find();
    if (now !== undefined) return now;
  }
  throw new GitFailed("unrelated");
}

/** Who signs a commit. */
export type Person = { readonly name: string; readonly email: string };

/** Returns the name that this repository signs with; undefined when it has none. */
export async function personOf(repository: Repository): Promise<Person | undefined> {
  const ask = (key: string) =>
    git(repository, ["config", key]).then(
      (printed) => compose(printed).trim(),
      () => "",
    );
  const name = process.env.GIT_AUTHOR_NAME?.trim() || (await ask("user.name"));
  const email = process.env.GIT_AUTHOR_EMAIL?.trim() || (await ask("user.email"));
  return name === "" ? undefined : { name, email };
}

/** Has this repository sign with a name from now on; others on the machine keep theirs. */
export async function setPerson(repository: Repository, { name, email }: Person): Promise<void> {
  await git(repository, ["config", "--local", "--", "user.name", name]);
  if (email !== "") await git(repository, ["config", "--local", "--", "user.email", email]);
}

/** Makes a commit of a tree and returns it. No ref leads to it yet. */
export async function commitOf(
  repository: Repository,
  tree: string,
  {
    parents,
    message,
    by,
  }: {
    readonly parents: readonly string[];
    readonly message: string;
    readonly by: Person;
  },
): Promise<string> {
  const env = {
    GIT_AUTHOR_NAME: by.name,
    GIT_AUTHOR_EMAIL: by.email,
    GIT_COMMITTER_NAME: by.name,
    GIT_COMMITTER_EMAIL: by.email,
  };
  const of = parents.flatMap((parent) => ["-p", parent]);
  const args = ["-c", "i18n.commitEncoding=UTF-8", "commit-tree", "--no-gpg-sign", tree, ...of];
  return (await git(repository, args, { env, input: message })).trim();
}

/** Points a ref at a commit, or deletes it. */
export async function setRef(
  repository: Repository,
  ref: string,
  commit: string | undefined,
): Promise<void> {
  const to = commit === undefined ? ["-d", ref] : [ref, commit];
  await git(repository, ["update-ref", ...to]);
}

/** Returns the bytes of a blob. */
export async function bytesOf(repository: Repository, blob: string): Promise<Buffer> {
  return gitOutput(repository, ["cat-file", "blob", blob]);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
