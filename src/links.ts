import type { SiteLink } from "./body.ts";
import { type Problem, problem } from "./problem.ts";
import { closest } from "./schema.ts";

/** A link in the text of an article that was read. */
export type LinkFrom = SiteLink & {
  /** Whether the article that holds the link is published. */
  readonly isPublished: boolean;
};

/** What links may lead to. */
export type Targets = {
  /** Articles that the site shows, by path. */
  readonly isPublished: (path: string) => boolean;
  /** Article files that exist, shown or not, faulty or not. */
  readonly isFile: (path: string) => boolean;
  /** Addresses of all pages; undefined while some articles are faulty, for then pages are missing. */
  readonly urls: ReadonlySet<string> | undefined;
};

/** Checks every link from an article to the site itself. */
export function linkProblems(links: readonly LinkFrom[], targets: Targets): Problem[] {
  return links.flatMap((link) => {
    const { target, written, place } = link;
    if ("path" in target) {
      if (!targets.isFile(target.path)) return [problem("link-missing", place, { value: written })];
      if (!link.isPublished || targets.isPublished(target.path)) return [];
      return [problem("link-unpublished", place, { value: written })];
    }
    if (targets.urls === undefined || !link.isPublished) return [];
    const url = target.url.replace(/[?#].*$/su, "");
    if (targets.urls.has(url)) return [];
    const suggestion = targets.urls.has(`${url}/`) ? `${url}/` : (closest(url, targets.urls) ?? "");
    return [problem("link-missing", place, { value: written, suggestion })];
  });
}
