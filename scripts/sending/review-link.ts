import {
  type Backend,
  type HostKind,
  publicAddresses,
  type ReviewPlace,
} from "../../src/backend.ts";

/** A repository on the web, as far as its address tells. */
export type WebRepository = {
  readonly kind: HostKind;
  /** The page of the repository, without the last slash. */
  readonly url: string;
};

/** What git's address of a server says. */
type ServerAddress = {
  readonly host: string;
  /** Where the host's pages are: `https://git.example.vn:8443`. */
  readonly web: string;
  /** `owner/name`, with groups in between on some hosts, without `.git`. */
  readonly repo: string;
};

/** Reads git's address of a server; undefined for a folder of this machine. */
export function readServerAddress(address: string): ServerAddress | undefined {
  const scp = /^(?:[^@/:\s]+@)?(?<host>\[[\da-f:]+\]|[^/:\s]{2,}):(?!\/\/)(?<path>.+)$/iu.exec(
    address,
  );
  const url = scp ? undefined : URL.parse(address);
  if (!scp && !/^(?:https?|ssh|git|git\+ssh|ssh\+git):$/u.test(url?.protocol ?? ""))
    return undefined;
  const named = (scp?.groups?.host ?? url!.hostname).toLowerCase();
  const host = sshHosts.get(named) ?? named;
  const path = scp?.groups?.path ?? url!.pathname;
  const repo = path
    .replaceAll(/^\/+|\/+$/gu, "")
    .replace(/\.git$/u, "")
    .replaceAll(/\/{2,}/gu, "/");
  // A port of ssh says nothing about the pages.
  const isWeb = url !== undefined && /^https?:$/u.test(url?.protocol ?? "");
  const web = isWeb ? `${url!.protocol}//${url!.host}` : `https://${host}`;
  return host === "" || repo === "" ? undefined : { host, web, repo };
}

/** The names that public hosts have for ssh through port 443. */
const sshHosts: ReadonlyMap<string, string> = new Map([
  ["ssh.github.com", "github.com"],
  ["altssh.gitlab.com", "gitlab.com"],
]);

/**
 * Finds the page of the repository at which submissions are looked at: as site.yaml says, otherwise
 * by the server's address. Undefined when the host's program is unknown.
 */
export function webRepository(
  address: string,
  review: ReviewPlace | undefined,
  backend: Backend | undefined,
): WebRepository | undefined {
  if (review) return { kind: review.host, url: review.url };
  const server = readServerAddress(address);
  if (server === undefined) return undefined;
  const { host, web, repo } = server;
  if (backend && backend.repo.toLowerCase() === repo.toLowerCase())
    return { kind: backend.name, url: `${webOf(backend, web)}/${repo}` };
  const kind = kindOf(host);
  return kind && { kind, url: `${web}/${repo}` };
}

/** Returns whether the pages of a repository are on the very server that git sends it to. */
export function isOnServer({ url }: WebRepository, address: string): boolean {
  const web = readServerAddress(address)?.web;
  return web !== undefined && new URL(url).origin === new URL(web).origin;
}

/** On GitHub the address for signing in is that of a service in between. */
function webOf({ name, baseUrl }: Backend, web: string): string {
  return (name === "github" ? undefined : baseUrl) ?? web;
}

function kindOf(host: string): HostKind | undefined {
  return kinds.find(([pattern]) => pattern.test(host))?.[1];
}

const kinds: readonly (readonly [RegExp, HostKind])[] = [
  [/^(?:www\.)?github\.com$|(?:^|\.)ghe\.com$|^github\./u, "github"],
  [/^(?:www\.)?gitlab\.com$|^gitlab[.-]/u, "gitlab"],
  [/^(?:codeberg\.org|gitea\.com)$|^(?:gitea|forgejo|codeberg)[.-]/u, "gitea"],
];

/** Returns the page at which an editor reviews a branch, and asks for it to be published. */
export function reviewLink({ kind, url }: WebRepository, base: string, branch: string): string {
  const into = pathOf(base);
  const from = pathOf(branch);
  if (kind === "github") return `${url}/compare/${into}...${from}?expand=1`;
  if (kind === "gitea") return `${url}/compare/${into}...${from}`;
  const wish = new URLSearchParams([
    ["merge_request[source_branch]", branch],
    ["merge_request[target_branch]", base],
  ]);
  return `${url}/-/merge_requests/new?${wish}`;
}

function pathOf(branch: string): string {
  return branch.split("/").map(encodeURIComponent).join("/");
}

/** Returns the address of the host's API, and the repository as the API calls it. */
export function apiOf({ kind, url }: WebRepository): {
  readonly root: string;
  readonly repo: string;
} {
  const { origin, pathname } = new URL(url);
  const repo = pathname.replaceAll(/^\/+|\/+$/gu, "");
  const known = publicAddresses(kind);
  if (origin === known.baseUrl) return { root: known.apiRoot, repo };
  const paths: Readonly<Record<HostKind, string>> = {
    github: "/api/v3",
    gitlab: "/api/v4",
    gitea: "/api/v1",
  };
  return { root: `${origin}${paths[kind]}`, repo };
}
