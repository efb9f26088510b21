import type { Repository } from "./repository.ts";
import { git, gitOnNetwork, type NetworkOptions, type SignIn, silentEnv } from "./run-git.ts";

/*
 * Who the office's server is told to be. A password is in memory until the preview ends, unless the
 * writer has git's own store keep it; no file of ours ever has it.
 */

/** Asks the server whether it lets somebody in. Throws `GitFailed`. */
export async function trySignIn(repository: Repository, options: NetworkOptions): Promise<void> {
  await gitOnNetwork(repository, ["ls-remote", "--heads", repository.remote], options);
}

/**
 * Has git's own store keep a password; false where this machine has no store.
 */
export async function storeSignIn(repository: Repository, signIn: SignIn): Promise<boolean> {
  const server = await storeFor(repository);
  if (server === undefined) return false;
  const { user: username, password } = signIn;
  const input = lines({ ...server, username, password });
  await git(repository, ["credential", "approve"], { input, env: silentEnv() });
  return true;
}

/** Returns what git's own store keeps for the server. The store asks nobody anything. */
export async function storedSignIn(repository: Repository): Promise<SignIn | undefined> {
  const server = await storeFor(repository);
  if (server === undefined) return undefined;
  const asked = { input: lines(server), env: silentEnv() };
  const printed = await git(repository, ["credential", "fill"], asked).catch(() => "");
  const [, user] = /^username=(.*)$/mu.exec(printed) ?? [];
  const [, password] = /^password=(.*)$/mu.exec(printed) ?? [];
  return user === undefined || password === undefined ? undefined : { user, password };
}

/** Returns the server as a store knows it; undefined without a store, or for ssh and folders. */
async function storeFor(repository: Repository): Promise<Record<string, string> | undefined> {
  const url = URL.parse(repository.address);
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  const asked = ["config", "--get-urlmatch", "credential.helper", repository.address];
  const helper = await git(repository, asked).catch(() => "");
  if (helper.trim() === "") return undefined;
  return { protocol: url.protocol.slice(0, -1), host: url.host, path: url.pathname.slice(1) };
}

function lines(fields: Readonly<Record<string, string>>): string {
  const all = Object.entries(fields).map(([key, value]) => `${key}=${value}\n`);
  return `${all.join("")}\n`;
}
