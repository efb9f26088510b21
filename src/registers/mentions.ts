import type { Article } from "../article.ts";
import { append } from "../lists.ts";

/** Lists the articles that mention each unit besides their own, oldest first, by unit id. */
export function mentionsByUnit(
  articles: readonly Article[],
): ReadonlyMap<string, readonly Article[]> {
  const found = new Map<string, Article[]>();
  for (const article of articles) {
    for (const unit of article.mentions) {
      if (unit === article.unit) continue;
      append(found, unit, article);
    }
  }
  return found;
}
