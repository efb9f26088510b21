import type { Article } from "./article.ts";
import { type Day, shortDay } from "./day.ts";
import { type Finding, finding } from "./problems/finding.ts";

type Approved = Pick<Article, "path" | "date" | "draft" | "approval">;

/**
 * Reports articles that nobody has approved where an office wants that of all from some day on.
 * Drafts are not approved yet; what is older was published under another rule.
 */
export function approvalFindings(articles: readonly Approved[], from: Day | undefined): Finding[] {
  if (from === undefined) return [];
  return articles
    .filter(({ draft, date, approval }) => !draft && date >= from && approval === undefined)
    .map(({ path }) => finding("approval-missing", path, ["author"], { value: shortDay(from) }));
}
