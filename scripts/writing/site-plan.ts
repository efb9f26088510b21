import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Day, yearOf } from "../../src/day.ts";
import { addressKey } from "../../src/importing/address-key.ts";
import { isPublic, type WordPressPost } from "../../src/importing/wordpress-fields.ts";
import type { WordPressSite } from "../../src/importing/wordpress-site.ts";
import { takenBy } from "./creating.ts";

/*
 * What is to be done with each post of a whole site, decided before any text is read: links between
 * posts need to know where the others will be.
 */

/** Why a post does not become a draft. */
export type LeftBehind = "private" | "password" | "trash" | "other-type";

export type PlannedPost = {
  readonly post: WordPressPost;
} & (
  | { readonly kind: "new"; readonly folder: string }
  /** An article that is there already, most likely from an import before. */
  | { readonly kind: "known"; readonly path: string }
  | { readonly kind: "left"; readonly why: LeftBehind }
);

export type SitePlan = {
  readonly posts: readonly PlannedPost[];
  /** The path below content of each article, by the keys of the addresses that it had. */
  readonly paths: ReadonlyMap<string, string>;
};

/** Decides what becomes of the posts of a site, in their order. */
export function planSite(
  site: Pick<WordPressSite, "posts" | "hosts">,
  content: string,
  types: readonly string[],
  today: Day,
): SitePlan {
  const known = knownSources(content);
  const used = new Set<string>();
  const paths = new Map<string, string>();
  const posts = site.posts.map((post): PlannedPost => {
    const why = leftBehind(post, types);
    if (why !== undefined) return { post, kind: "left", why };
    const key = sourceKey(post);
    const path = key === undefined ? undefined : known.byKey.get(key);
    const planned: PlannedPost =
      path === undefined
        ? placeOf(post, key, content, used, known, today)
        : { post, kind: "known", path };
    const article =
      planned.kind === "new"
        ? join(planned.folder, "index.md")
        : (planned as { path: string }).path;
    const shown = relative(content, article).replaceAll("\\", "/");
    for (const address of addressesOf(post, site.hosts)) paths.set(address, shown);
    return planned;
  });
  return { posts, paths };
}

function leftBehind(post: WordPressPost, types: readonly string[]): LeftBehind | undefined {
  if (!types.includes(post.type)) return "other-type";
  if (post.status === "trash" || post.status === "auto-draft" || post.status === "inherit")
    return "trash";
  if (post.status === "private") return "private";
  return post.hasPassword ? "password" : undefined;
}

function sourceKey({ link }: WordPressPost): string | undefined {
  return /^https?:/iu.test(link) ? addressKey(link) : undefined;
}

/** Returns the keys of all addresses that lead to a post. */
function addressesOf(post: WordPressPost, hosts: readonly string[]): string[] {
  const key = sourceKey(post);
  const short = post.id === "" ? [] : hosts.map((host) => `${host}?p=${post.id}`);
  return key === undefined ? short : [key, ...short];
}

/**
 * Finds the folder of a new article. Articles of one export with the same name get numbers in their
 * order, so that they get the same numbers when it is imported again.
 */
function placeOf(
  post: WordPressPost,
  key: string | undefined,
  content: string,
  used: Set<string>,
  known: Known,
  today: Day,
): PlannedPost {
  const first = join(content, String(yearOf(post.date ?? today)), post.slug);
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? first : `${first}-${number}`;
    if (used.has(folder)) continue;
    const taken = takenBy(folder);
    const path = taken === undefined || taken.endsWith(".md") ? taken : join(taken, "index.md");
    const other = path === undefined ? undefined : known.byPath.get(path);
    // An article that came from another address is another one, whatever its name.
    if (other !== undefined && key !== undefined && other !== key) continue;
    used.add(folder);
    return path === undefined ? { post, kind: "new", folder } : { post, kind: "known", path };
  }
}

type Known = {
  /** The path of each article by the key of its source. */
  readonly byKey: ReadonlyMap<string, string>;
  readonly byPath: ReadonlyMap<string, string>;
};

/** Reads from which addresses the articles in a content folder came. */
function knownSources(content: string): Known {
  const byKey = new Map<string, string>();
  const byPath = new Map<string, string>();
  const names = readdirSync(content, { recursive: true, encoding: "utf8" });
  for (const name of names) {
    if (!name.endsWith(".md")) continue;
    const path = join(content, name);
    const text = textOf(path);
    const head = text.slice(0, Math.max(0, text.indexOf("\n---", 3)));
    const [, address] =
      /^source:.*?(?:\n[ \t].*?)*?\burl:\s*["']?(https?:\/\/[^\s"'}]+)/mu.exec(head) ?? [];
    if (address === undefined) continue;
    const key = addressKey(address);
    byKey.set(key, path);
    byPath.set(path, key);
  }
  return { byKey, byPath };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Returns whether a planned post becomes an article that readers see at once. */
export function comesPublished({ post }: PlannedPost, isAsked: boolean): boolean {
  return isAsked && isPublic(post.status);
}
