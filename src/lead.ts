import type { Article } from "./article.ts";
import { type Day, shortDay } from "./day.ts";
import { type Finding, finding } from "./problems/finding.ts";
import { compareCodes } from "./text/vietnamese.ts";

type Leading = Pick<Article, "path" | "date" | "leadUntil" | "draft">;

/**
 * Returns the article that an editor wants to lead the home page on a day: the newest of them.
 *
 * @param articles oldest first
 */
export function pinnedLead<One extends Pick<Article, "leadUntil">>(
  articles: readonly One[],
  today: Day,
): One | undefined {
  return articles.findLast(({ leadUntil }) => leadUntil !== undefined && leadUntil >= today);
}

/**
 * Reports articles that are to lead the home page when a newer one is to do so too; not those whose
 * time is over.
 */
export function leadFindings(articles: readonly Leading[], today: Day): Finding[] {
  const leading = articles
    .flatMap(({ path, date, leadUntil, draft }) =>
      leadUntil !== undefined && leadUntil >= today && !draft ? [{ path, date, leadUntil }] : [],
    )
    .sort((a, b) => compareCodes(a.date, b.date) || compareCodes(a.path, b.path));
  return leading.flatMap(({ path, leadUntil }, at) => {
    const next = leading[at + 1];
    if (next === undefined || next.date > leadUntil) return [];
    const args = { value: shortDay(leadUntil), date: shortDay(next.date), other: next.path };
    return finding("lead-twice", path, ["lead_until"], args);
  });
}
