import { execFile } from "node:child_process";
import { mkdir, realpath } from "node:fs/promises";
import { join, relative } from "node:path";

/** How git is run, besides where and with what arguments. */
export type GitOptions = {
  readonly input?: string | Uint8Array;
  /** Variables to set; undefined takes one away that this process has. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends git when it is aborted. */
  readonly signal?: AbortSignal;
};

/** Why git failed, and what it printed. */
export type GitError = Error & {
  /** The exit code, or the name of a system error: `ENOENT` when git is not installed. */
  readonly code?: number | string;
  readonly stdout?: Buffer;
  readonly stderr?: Buffer;
};

/**
 * Runs git in a folder and returns what it prints. Rejects with a `GitError` when git fails or is
 * not installed.
 */
export async function gitIn(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await gitBytes(folder, args, options)).toString("utf8");
}

/** Runs git as `gitIn` does, and returns the bytes that it prints. */
export function gitBytes(
  folder: string,
  args: readonly string[],
  { input, env = {}, signal }: GitOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      // The settings of a repository may name a program for git to run; this keeps it from running.
      ["-c", "core.fsmonitor=false", ...args],
      {
        cwd: folder,
        // No lock where git only looks, and messages in English, which a program can read.
        env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C", ...env },
        maxBuffer: 2 ** 30,
        encoding: "buffer",
        ...(signal ? { signal } : {}),
      },
      (error, stdout, stderr) =>
        error ? reject(Object.assign(error, { stdout, stderr })) : resolve(stdout),
    );
    child.stdin?.on("error", () => {});
    child.stdin?.end(input ?? "");
  });
}

/** Splits what git prints with `-z` into its parts. */
export function zeroSplit(text: string): string[] {
  return text.split("\0").filter((part) => part !== "");
}

/**
 * Returns the repository that a folder is in, and the path of the folder within it; undefined when
 * it is in none.
 */
export async function placeInRepository(
  folder: string,
): Promise<{ readonly repository: string; readonly folder: string } | undefined> {
  const top = await gitIn(folder, ["rev-parse", "--show-toplevel"]).catch(() => undefined);
  if (top === undefined) return undefined;
  const repository = top.trim();
  const path = relative(await realpath(repository), await realpath(folder));
  return { repository, folder: path.replaceAll("\\", "/") };
}

/**
 * Writes the files of a folder of a repository, as they are in a commit or as they are staged, into
 * another folder, and the lists of units that several sites may share. The repository, its index
 * and its files stay as they are. The copy has a folder `.git` with nothing in it, which says where
 * the repository ends.
 *
 * @param folder path of the folder within the repository, empty for all of it
 * @param commit undefined for what is staged
 * @param beside paths of other folders of the repository to write too
 */
export async function checkOut(
  repository: string,
  folder: string,
  commit: string | undefined,
  into: string,
  beside: readonly string[] = [],
): Promise<void> {
  const prefix = `${into.replaceAll("\\", "/")}/`;
  await mkdir(join(into, ".git"), { recursive: true });
  const env = commit === undefined ? {} : { GIT_INDEX_FILE: `${prefix}.index` };
  if (commit !== undefined) await gitIn(repository, ["read-tree", commit], { env });
  const scope = folder === "" ? [] : ["--", folder, ...beside, ":(glob)**/units.yaml"];
  const listed = zeroSplit(await gitIn(repository, ["ls-files", "-s", "-z", ...scope], { env }));
  // Symbolic links would be made as links, and could lead out of the folder.
  const paths = listed.flatMap((entry) => /^100\d{3} [0-9a-f]+ 0\t(.+)$/su.exec(entry)?.[1] ?? []);
  await gitIn(repository, ["checkout-index", "-z", "--stdin", `--prefix=${prefix}`], {
    env,
    input: paths.map((path) => `${path}\0`).join(""),
  });
}
