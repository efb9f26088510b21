import type { Article } from "./article.ts";
import { type Day, shortDay } from "./day.ts";
import { type Finding, finding } from "./problems/finding.ts";

/**
 * Reports withdrawals that cannot be: of a day to come, of a day before the article's own, and in
 * favour of the same article.
 */
export function withdrawalFindings(
  articles: readonly Pick<Article, "path" | "date" | "withdrawn">[],
  today: Day,
): Finding[] {
  return articles.flatMap(({ path, date, withdrawn }) => {
    if (withdrawn === undefined) return [];
    const found: Finding[] = [];
    const add = (code: Finding["code"], key: string, args?: Finding["args"]) =>
      found.push(finding(code, path, ["withdrawn", key], args));
    const value = shortDay(withdrawn.date);
    if (withdrawn.date < date)
      add("withdrawn-before-article", "date", { value, date: shortDay(date) });
    else if (withdrawn.date > today) add("withdrawn-in-future", "date", { value });
    if (withdrawn.replacedBy === path) add("withdrawn-for-itself", "replaced_by");
    return found;
  });
}
