import { join } from "node:path";
import { type GitOptions, gitBytes } from "../../src/cache/git.ts";
import { gitFailed } from "./git-failure.ts";

/* How git is run for a writer: without hooks, without questions, and with its failures as codes. */

/** Where git is run. */
export type GitPlace = {
  /** The top folder on the disk. */
  readonly top: string;
  /** Our own folder in `.git`, where states and copies are kept. */
  readonly kept: string;
};

/**
 * The variables by which a program that starts us (a hook of git) would lead git elsewhere, and one
 * that has git take every path as it is: `:a.md` and `[a].md` are names of files here.
 */
export const plainEnv = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_LITERAL_PATHSPECS: "1",
} as const;

/** Runs git in a repository, without its hooks, and returns what it prints. Throws `GitFailed`. */
export async function git(
  repository: GitPlace,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await gitOutput(repository, args, options)).toString("utf8");
}

/** Runs git as `git` does, and returns the bytes that it prints. Throws `GitFailed`. */
export async function gitOutput(
  { top, kept }: GitPlace,
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
  repository: GitPlace & { readonly address: string },
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
 * Returns the variables by which git signs in. Git adds the header where it asks the server's own
 * address, and takes it along where the server itself leads on from there. Other people on the
 * machine cannot see variables, as they could arguments.
 */
function signInEnv(address: string, signIn: SignIn | undefined): Record<string, string> {
  const url = URL.parse(address);
  if (signIn === undefined || !/^https?:$/u.test(url?.protocol ?? "")) return {};
  const basic = Buffer.from(`${signIn.user}:${signIn.password}`).toString("base64");
  // After those that the office has set in the same way: its proxy, or folders that are safe.
  const known = Number(process.env.GIT_CONFIG_COUNT ?? 0) || 0;
  return {
    GIT_CONFIG_COUNT: String(known + 1),
    [`GIT_CONFIG_KEY_${known}`]: `http.${url!.origin}/.extraHeader`,
    [`GIT_CONFIG_VALUE_${known}`]: `Authorization: Basic ${basic}`,
  };
}
