import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative } from "node:path";
import type { Day } from "../../src/day.ts";
import { readWordPressSite, type WordPressSite } from "../../src/importing/wordpress-site.ts";
import type { ReferenceData } from "../../src/reference.ts";
import { mayStartThreads, startThread } from "../../src/work/thread.ts";
import type { Said } from "./given.ts";
import { planSite, type SitePlan } from "./site-plan.ts";
import {
  exportPieces,
  importShare,
  inMarkdown,
  type PostResult,
  type SiteWork,
} from "./site-share.ts";

/** An export of a whole site, and what an import of it is told. */
export type SiteWish = {
  readonly file: string;
  readonly content: string;
  readonly uploads: string | undefined;
  /** Which kinds of posts are wanted: `post`, `page`, or what extensions call theirs. */
  readonly types: readonly string[];
  readonly isPublished: boolean;
  readonly said: Said;
  readonly data: ReferenceData;
  readonly today: Day;
};

/** All that an import of a site did. */
export type SiteImport = {
  readonly site: WordPressSite;
  readonly plan: SitePlan;
  /** In the order of the export. */
  readonly results: readonly PostResult[];
};

/**
 * Makes drafts of the posts of a WordPress site. The file is read twice, piece by piece, because it
 * may be larger than the memory: once for what the posts refer to, once for their texts.
 */
export async function importSite(wish: SiteWish): Promise<SiteImport> {
  const { file, content, uploads, types, isPublished, said, data, today } = wish;
  const site = await readWordPressSite(exportPieces(file));
  const plan = planSite(site, content, types, today);
  const count = plan.posts.filter(({ kind }) => kind === "new").length;
  const threads = threadsFor(count);
  const { posts: _posts, comments: _comments, sticky: _sticky, ...references } = site;
  const work: SiteWork = {
    file,
    content,
    uploads,
    site: references,
    posts: plan.posts,
    paths: plan.paths,
    data,
    said,
    isPublished,
    shares: threads + 1,
  };
  const results: PostResult[] = [];
  const accept = (result: PostResult) => {
    results.push(result);
  };
  const others = Array.from({ length: threads }, (_, at) => shareInThread(work, at + 1, accept));
  if (count > 0) await Promise.all([importShare(work, 0, accept), ...others]);
  const sorted = results.toSorted((a, b) => a.index - b.index);
  return {
    site,
    plan,
    results: isPublished ? withoutLinksToDrafts(sorted, plan, content) : sorted,
  };
}

/**
 * Gives links from published articles to drafts the address of the old site again: readers would
 * find nothing, and the site could not be built.
 */
function withoutLinksToDrafts(
  results: readonly PostResult[],
  { posts }: SitePlan,
  content: string,
): PostResult[] {
  const below = (path: string) => relative(content, path).replaceAll("\\", "/");
  const live = new Set(
    results.flatMap(({ path, isPublished }) => (isPublished ? [below(path)] : [])),
  );
  for (const one of posts)
    if (one.kind === "known" && !/^draft:\s*true/mu.test(readFileSync(one.path, "utf8")))
      live.add(below(one.path));
  return results.map((result) => {
    const dead = result.isPublished ? result.ownLinks.filter(({ path }) => !live.has(path)) : [];
    if (dead.length === 0) return result;
    let text = readFileSync(result.path, "utf8");
    for (const { written, address } of dead)
      text = text.replaceAll(`](${written})`, `](${inMarkdown(address)})`);
    writeFileSync(result.path, text);
    return {
      ...result,
      ownLinks: result.ownLinks.filter((link) => !dead.includes(link)),
      deadLinks: [...result.deadLinks, ...dead.map(({ address }) => address)],
    };
  });
}

/** A thread takes a second and 100 MB to get going, which must be worth it. */
const postsForThread = 200;

function threadsFor(posts: number): number {
  if (!mayStartThreads()) return 0;
  return Math.max(0, Math.min(2, availableParallelism() - 1, Math.floor(posts / postsForThread)));
}

function shareInThread(
  work: SiteWork,
  share: number,
  accept: (result: PostResult) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = startThread<PostResult>(
      new URL("./site-thread.ts", import.meta.url),
      { workerData: { work, share } },
      accept,
    );
    thread.on("error", reject);
    thread.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread of the import ended with ${code}`));
    });
  });
}
