import { randomBytes } from "node:crypto";
import { copyFile, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  type GitOptions,
  gitBytes,
  gitIn,
  placeInRepository,
  zeroSplit,
} from "../../src/cache/git.ts";
import { compose } from "../../src/text/compose.ts";
import { GitFailed, gitFailed, withoutPassword } from "./git-failure.ts";

/*
 * The git repository that a content folder is in, and its server. Nothing here changes HEAD, the
 * index or a file of the folder: trees are made by an index of our own, and commits of them by
 * `commit-tree`, which runs no hook.
 */

export type Repository = {
  /** The top folder on the disk. */
  readonly top: string;
  /** Path of the content folder in it, with forward slashes; empty when it is the top itself. */
  readonly folder: string;
  /** Our own folder in `.git`, where states and copies are kept. */
  readonly kept: string;
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
 * server, or somebody has left it in the middle of something.
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
  const [head, inGit, listed] = await Promise.all([
    ask("symbolic-ref", "--quiet", "HEAD"),
    ask("rev-parse", "--absolute-git-dir"),
    ask("remote"),
  ]);
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
 * The variables by which a program that starts us (a hook of git) would lead git elsewhere, and one
 * that has git take every path as it is: `:a.md` and `[a].md` are names of files here.
 */
const plainEnv = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_LITERAL_PATHSPECS: "1",
} as const;

/** Runs git in a repository, without its hooks, and returns what it prints. Throws `GitFailed`. */
export async function git(
  repository: Pick<Repository, "top" | "kept">,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await gitOutput(repository, args, options)).toString("utf8");
}

/** Runs git as `git` does, and returns the bytes that it prints. Throws `GitFailed`. */
export async function gitOutput(
  { top, kept }: Pick<Repository, "top" | "kept">,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const env = { ...plainEnv, ...options.env };
  return gitBytes(top, [...withoutHooks(kept), ...args], { ...options, env }).catch(
    (error: unknown) => {
      throw gitFailed(error);
    },
  );
}

function withoutHooks(kept: string): readonly string[] {
  return ["-c", `core.hooksPath=${join(kept, "khong-moc")}`];
}

/** Who the server is told to be, for as long as the preview runs. */
export type SignIn = { readonly user: string; readonly password: string };

export type NetworkOptions = {
  readonly signIn?: SignIn | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Runs a command of git that talks to the server. It can ask nobody anything, gives up on a line
 * that stays silent for minutes, and can be stopped.
 */
export function gitOnNetwork(
  repository: Repository,
  args: readonly string[],
  { signIn, signal }: NetworkOptions = {},
): Promise<string> {
  return git(repository, [...networkSettings, ...args], {
    env: { ...silentEnv(), ...signInEnv(repository.address, signIn) },
    ...(signal ? { signal } : {}),
  });
}

/** Slow is fine; a line on which nothing at all comes for two minutes is dead. */
const networkSettings = ["-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=120"] as const;

/** The variables that keep git, ssh and the helpers for passwords from asking. */
export function silentEnv(): Record<string, string> {
  const { GIT_SSH_COMMAND, GIT_SSH } = process.env;
  const isOwn = GIT_SSH_COMMAND !== undefined || GIT_SSH !== undefined;
  return {
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    SSH_ASKPASS_REQUIRE: "never",
    GCM_INTERACTIVE: "never",
    ...(isOwn
      ? {}
      : {
          GIT_SSH_COMMAND:
            "ssh -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=30 -o ServerAliveCountMax=4",
        }),
  };
}

/**
 * Returns the variables by which git signs in. They go to the server's own address and to no other,
 * and other people on the machine cannot see them, as they could arguments.
 */
function signInEnv(address: string, signIn: SignIn | undefined): Record<string, string> {
  const url = URL.parse(address);
  if (signIn === undefined || !/^https?:$/u.test(url?.protocol ?? "")) return {};
  const basic = Buffer.from(`${signIn.user}:${signIn.password}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${url!.origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

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

/** Reads a value that was kept in our folder; undefined when there is none or it cannot be read. */
export async function readKept({ kept }: Pick<Repository, "kept">, name: string): Promise<unknown> {
  const text = await readFile(join(kept, name), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Half written by a machine that was switched off: better none than a wrong one.
    return undefined;
  }
}

/** Keeps a value in our folder: all of it, or what was there before. Throws `GitFailed`. */
export async function keep(
  { kept }: Pick<Repository, "kept">,
  name: string,
  value: unknown,
): Promise<void> {
  const place = join(kept, name);
  const fresh = `${place}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(dirname(place), { recursive: true });
    await writeFile(fresh, JSON.stringify(value, undefined, 2), { flush: true });
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { force: true });
    throw gitFailed(error);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
