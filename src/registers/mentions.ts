import type { Article } from "../article.ts";

/** Lists the articles that mention each unit besides their own, oldest first, by unit id. */
export function mentionsByUnit(
  articles: readonly Article[],
): ReadonlyMap<string, readonly Article[]> {
  const found = new Map<string, Article[]>();
  for (const article of articles) {
    for (const unit of article.mentions) {
      if (unit === article.unit) continue;
      const own = found.get(unit);
      if (own) own.push(article);
      else found.set(unit, [article]);
    }
  }
  return found;
}
