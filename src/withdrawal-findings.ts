import type { Article } from "./article.ts";
import { type Day, shortDay } from "./day.ts";
import { type Finding, finding } from "./problems/finding.ts";

/**
 * Reports withdrawals that cannot be: of a day to come, of a day before the article's own, of a
 * draft, which has no address for a notice, and in favour of the same article or of one that
 * readers cannot open.
 */
export function withdrawalFindings(
  articles: readonly Pick<Article, "path" | "date" | "draft" | "withdrawn">[],
  today: Day,
): Finding[] {
  const hidden = new Set(
    articles.flatMap(({ path, draft, withdrawn }) => (draft || withdrawn ? [path] : [])),
  );
  return articles.flatMap(({ path, date, draft, withdrawn }) => {
    if (withdrawn === undefined) return [];
    const found: Finding[] = [];
    const add = (code: Finding["code"], key: string, args?: Finding["args"]) =>
      found.push(finding(code, path, ["withdrawn", key], args));
    const value = shortDay(withdrawn.date);
    if (withdrawn.date < date)
      add("withdrawn-before-article", "date", { value, date: shortDay(date) });
    else if (withdrawn.date > today) add("withdrawn-in-future", "date", { value });
    if (draft) found.push(finding("withdrawn-draft", path, ["draft"]));
    const { replacedBy = "" } = withdrawn;
    if (replacedBy === path) add("withdrawn-for-itself", "replaced_by");
    else if (hidden.has(replacedBy))
      add("withdrawn-for-hidden", "replaced_by", { file: replacedBy });
    return found;
  });
}
