import { createHash } from "node:crypto";
import type { Article } from "./article.ts";
import { searchRecord } from "./search-record.ts";
import type { SearchBundle, Site } from "./site.ts";

/** Change this when pagefind.ts or the version of Pagefind makes other files from the same records. */
const recipe = "pagefind 1.5.2, 4";

/** Name of the folder of the program that reads all bundles. */
export const engineKey = createHash("sha256").update(recipe).digest("hex").slice(0, 20);

/** Above this a year is indexed month by month: the time that Pagefind takes grows faster than the number of pages. */
const maxInYear = 2_000;

/**
 * Cuts the articles into bundles, newest first: a bundle for each month of the newest year, one for
 * each year before. So a new article makes one small bundle anew and a search for recent news loads little.
 */
export function searchBundles(site: Site): SearchBundle[] {
  const newest = site.years.at(-1)?.year;
  const bundles = site.years.flatMap(({ year, articles, months }) =>
    year === newest || articles.length > maxInYear
      ? months.map(({ month, articles }) => ({ name: month, year, articles }))
      : [{ name: String(year), year, articles }],
  );
  return bundles.reverse().map((bundle) => ({ ...bundle, key: keyOf(bundle.articles, site) }));
}

function keyOf(articles: readonly Article[], site: Site): string {
  const hash = createHash("sha256").update(recipe);
  for (const article of articles) {
    const { url, content } = searchRecord(article, site);
    hash.update(`${url}\0${content}\0`);
  }
  return hash.digest("hex").slice(0, 20);
}
