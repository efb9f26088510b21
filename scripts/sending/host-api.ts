import * as z from "zod";
import type { HostKind } from "../../src/backend.ts";
import { apiOf, type WebRepository } from "./review-link.ts";

/*
 * What the host of a repository knows of a submission: whether somebody asked for it to be
 * published, what came of it, and what was said about it.
 */

/** What a reviewer wrote. */
export type Remark = { readonly by: string; readonly words: string };

export type ReviewRequest = {
  readonly state: "open" | "merged" | "closed";
  /** The page of the request. */
  readonly url: string;
  /** The oldest first. */
  readonly remarks: readonly Remark[];
};

export type HostApi = {
  readonly kind: HostKind;
  /** Address of the API, without the last slash. */
  readonly root: string;
  readonly repo: string;
  readonly token: string;
};

/** Returns how to ask the host of a repository. */
export function hostApi(repository: WebRepository, token: string): HostApi {
  return { kind: repository.kind, token, ...apiOf(repository) };
}

/**
 * Returns the newest request to publish a branch; undefined when there is none. Throws when the
 * host cannot be asked.
 */
export async function reviewOf(
  api: HostApi,
  branch: string,
  signal?: AbortSignal,
): Promise<ReviewRequest | undefined> {
  const ask = (path: string) => askHost(api, path, signal);
  return readers[api.kind](api, branch, ask);
}

type Ask = (path: string) => Promise<unknown>;
type Reader = (api: HostApi, branch: string, ask: Ask) => Promise<ReviewRequest | undefined>;

const readers: Readonly<Record<HostKind, Reader>> = {
  github: async ({ repo }, branch, ask) => {
    const [owner = ""] = repo.split("/");
    const head = encodeURIComponent(`${owner}:${branch}`);
    const found = pulls.parse(
      await ask(`/repos/${repo}/pulls?head=${head}&state=all&sort=created&direction=desc`),
    );
    return pullRequest(found[0], repo, ask, `/repos/${repo}/pulls/${found[0]?.number}/comments`);
  },
  gitea: async ({ repo }, branch, ask) => {
    const found = pulls.parse(await ask(`/repos/${repo}/pulls?state=all&sort=newest&limit=50`));
    return pullRequest(
      found.find(({ head }) => head?.ref === branch),
      repo,
      ask,
    );
  },
  gitlab: async ({ repo }, branch, ask) => {
    const project = `/projects/${encodeURIComponent(repo)}/merge_requests`;
    const wish = `source_branch=${encodeURIComponent(branch)}&order_by=created_at&sort=desc`;
    const [found] = mergeRequests.parse(await ask(`${project}?${wish}`));
    if (found === undefined) return undefined;
    const said = gitlabNotes.parse(await ask(`${project}/${found.iid}/notes?sort=asc`));
    return {
      state: found.state === "merged" ? "merged" : found.state === "opened" ? "open" : "closed",
      url: webAddress(found.web_url),
      remarks: said.flatMap((note) =>
        note.system ? [] : remarkOf(note.author.name ?? note.author.username, note.body),
      ),
    };
  },
};

/** GitHub and Gitea tell of pull requests in the same words. */
async function pullRequest(
  found: z.infer<typeof pulls>[number] | undefined,
  repo: string,
  ask: Ask,
  onLines?: string,
): Promise<ReviewRequest | undefined> {
  if (found === undefined) return undefined;
  const [reviews, comments, lines] = await Promise.all([
    ask(`/repos/${repo}/pulls/${found.number}/reviews`),
    ask(`/repos/${repo}/issues/${found.number}/comments`),
    onLines === undefined ? [] : ask(onLines),
  ]);
  const said = [...notes.parse(reviews), ...notes.parse(comments), ...notes.parse(lines)]
    .map((note) => ({ ...note, at: note.submitted_at ?? note.created_at ?? "" }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const isMerged = found.merged === true || typeof found.merged_at === "string";
  return {
    state: isMerged ? "merged" : found.state === "open" ? "open" : "closed",
    url: webAddress(found.html_url),
    remarks: said.flatMap(({ user, body }) => remarkOf(user?.full_name || user?.login, body)),
  };
}

function remarkOf(by: string | undefined, body: string | null | undefined): Remark[] {
  const words = (body ?? "").trim();
  return words === "" ? [] : [{ by: by ?? "", words }];
}

/** Returns an address that a link may lead to; empty for any other. */
function webAddress(url: string): string {
  return /^https?:\/\//u.test(url) ? url : "";
}

const user = z.object({ login: z.string().optional(), full_name: z.string().optional() });
const pulls = z.array(
  z.object({
    number: z.number(),
    state: z.string(),
    html_url: z.string(),
    merged: z.boolean().optional(),
    merged_at: z.string().nullish(),
    head: z.object({ ref: z.string() }).optional(),
  }),
);
const notes = z.array(
  z.object({
    user: user.nullish(),
    body: z.string().nullish(),
    submitted_at: z.string().nullish(),
    created_at: z.string().nullish(),
  }),
);
const mergeRequests = z.array(
  z.object({ iid: z.number(), state: z.string(), web_url: z.string() }),
);
const gitlabNotes = z.array(
  z.object({
    body: z.string(),
    system: z.boolean().optional(),
    author: z.object({ name: z.string().optional(), username: z.string().optional() }),
  }),
);

/** The time limit of one question, in milliseconds; the list of articles does not wait for it. */
const longestMs = 20_000;

async function askHost(
  { root, token }: HostApi,
  path: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const limit = AbortSignal.timeout(longestMs);
  const response = await fetch(`${root}${path}`, {
    headers: {
      Accept: "application/json",
      Authorization: `Bearer ${token}`,
    },
    // A token is for this host and goes to no other.
    redirect: "error",
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
