import type { Article } from "./article.ts";
import type { SiteLink } from "./body/links.ts";
import { maxTold } from "./limits.ts";
import type { MessageCode } from "./problems/messages.ts";
import { type Problem, problem } from "./problems/problem.ts";
import { type Nearest, nearestOf } from "./text/nearest.ts";

/** What holds a link: an article, or a file beside them that is read on a day. */
type Source = Pick<Article, "path" | "date">;

/** A link in a text that was read. */
export type LinkFrom = SiteLink & {
  /** What holds the link; undefined when it is faulty. */
  readonly from: Source | undefined;
};

/** What links may lead to. */
export type Targets = {
  /** Returns whether the site shows what holds a link. */
  readonly isShown: (from: Source) => boolean;
  /**
   * Returns whether it shows the article of a file on the day on which the one that links to it
   * comes out.
   */
  readonly isShownTo: (from: Source, path: string) => boolean;
  /** Returns whether an article file exists, shown or not, faulty or not. */
  readonly isFile: (path: string) => boolean;
  /**
   * Returns the addresses of all pages, found when first wanted; undefined while some articles are
   * faulty, because then pages are missing.
   */
  readonly urls: (() => ReadonlySet<string>) | undefined;
};

/** Codes of the problems of links that show only when all pages are known. */
export const linkCodes = [
  "link-missing",
  "link-unpublished",
] as const satisfies readonly MessageCode[];

/** Checks every link from an article to the site itself. */
export function linkProblems(links: readonly LinkFrom[], targets: Targets): Problem[] {
  let nearest: Nearest | undefined;
  /** How many addresses were looked for, by the file that names them. */
  const missing = new Map<string, number>();
  return links.flatMap(({ target, written, place, from }) => {
    if (target.kind === "article" && !targets.isFile(target.path))
      return [problem("link-missing", place, { value: written })];
    // Nobody can follow a link of an article that is not there.
    if (from === undefined || !targets.isShown(from)) return [];
    if (target.kind === "article") {
      if (targets.isShownTo(from, target.path)) return [];
      return [problem("link-unpublished", place, { value: written })];
    }
    if (targets.urls === undefined) return [];
    const urls = targets.urls();
    const url = target.url.replace(/[?#].*$/su, "");
    if (urls.has(url)) return [];
    if (urls.has(`${url}/`))
      return [problem("link-missing", place, { value: written, suggestion: `${url}/` })];
    nearest ??= nearestOf(urls);
    const number = (missing.get(place.path) ?? 0) + 1;
    missing.set(place.path, number);
    // An address is looked for only where it will be told.
    const suggestion = number > maxTold ? "" : (nearest(url) ?? "");
    return [problem("link-missing", place, { value: written, suggestion })];
  });
}
