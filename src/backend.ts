import * as z from "zod";
import { oneOf, refuse, text, withoutUndefined } from "./yaml/schema.ts";

/** Where the editor in `/admin/` reads and keeps articles: the office's own repository. */
export type Backend = {
  readonly name: HostKind;
  /** `owner/name`; on GitLab there may be groups in between. */
  readonly repo: string;
  readonly branch: string;
  /**
   * The host that people sign in at, and the address of the API; without them, those of the public
   * service.
   */
  readonly baseUrl?: string;
  readonly apiRoot?: string;
  /** The id by which the host knows the editor, for signing in by name and password. */
  readonly appId?: string;
};

const names = ["github", "gitlab", "gitea"] as const;

/** The programs that hosts of repositories run: Forgejo is `gitea`. */
export type HostKind = (typeof names)[number];

/** Where an editor looks at what writers send, when the repository's address does not tell it. */
export type ReviewPlace = {
  readonly host: HostKind;
  /** The page of the repository, without the last slash. */
  readonly url: string;
};

/** `owner/name`, as the address bar shows it. */
const repoForm = /^[\w.-]+(?:\/[\w.-]+)+$/u;

const repo = z
  .string()
  .transform((value, context): string =>
    repoForm.test(value)
      ? value
      : refuse(context, value === "" ? "empty-value" : "bad-value", { value }),
  );

/**
 * An address that goes into the content policy, so its host may hold nothing with a meaning there.
 */
const address = z.string().transform((value, context): string => {
  const read = URL.parse(value);
  const isPlain =
    read?.protocol === "https:" &&
    /^[a-z\d.-]+(?::\d+)?$/u.test(read.host) &&
    `${read.username}${read.search}${read.hash}` === "";
  return isPlain ? read.href.replace(/\/$/u, "") : refuse(context, "bad-web-address", { value });
});

/** The group `web_editor` of site.yaml. */
export const backendSchema = z
  .strictObject({
    backend: oneOf(names),
    repo,
    branch: text.optional(),
    base_url: address.optional(),
    api_root: address.optional(),
    app_id: text.optional(),
  })
  .transform(
    ({
      backend: name,
      repo,
      branch = "main",
      base_url: baseUrl,
      api_root: apiRoot,
      app_id: appId,
    }) => withoutUndefined({ name, repo, branch, baseUrl, apiRoot, appId }) as Backend,
  );

/** The group `review` of site.yaml. */
export const reviewSchema: z.ZodType<ReviewPlace> = z.strictObject({
  host: oneOf(names),
  url: address,
});

const publicService = {
  github: { baseUrl: "https://github.com", apiRoot: "https://api.github.com" },
  gitlab: { baseUrl: "https://gitlab.com", apiRoot: "https://gitlab.com/api/v4" },
  gitea: { baseUrl: "https://gitea.com", apiRoot: "https://gitea.com/api/v1" },
} as const;

/** Returns the addresses of the public service that runs a program. */
export function publicAddresses(kind: HostKind): {
  readonly baseUrl: string;
  readonly apiRoot: string;
} {
  return publicService[kind];
}

/**
 * Returns whether people can sign in through a window of the host. GitHub asks for a small service
 * of the office's own in between; without one the editor would ask a company that the office knows
 * nothing of.
 */
export function hasSignIn({ name, baseUrl, appId }: Backend): boolean {
  return name === "github" ? baseUrl !== undefined : appId !== undefined;
}

/** Returns the hosts that the editor asks, as a content policy names them. */
export function backendOrigins(backend: Backend): readonly string[] {
  const { name, apiRoot, baseUrl } = backend;
  const known = publicService[name];
  const api = new URL(apiRoot ?? known.apiRoot).origin;
  // GitHub's window hands its key over itself; the others are asked for it.
  const asks = name !== "github" && hasSignIn(backend);
  return [...new Set([api, ...(asks ? [new URL(baseUrl ?? known.baseUrl).origin] : [])])];
}
