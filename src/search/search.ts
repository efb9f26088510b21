import type { Article } from "../article.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { inProject } from "../cache/project.ts";
import { hashOfParts, shortHash } from "../cache/short-hash.ts";
import { type SearchBundle, type Site, unitName } from "../site.ts";

const recipe = recipeOf(
  [
    "src/search/search-record.ts",
    "src/award.ts",
    "src/event.ts",
    "src/quantity.ts",
    "src/text/document-number.ts",
    "src/text/search-text.ts",
    "src/text/escape-html.ts",
    "src/text/vietnamese.ts",
    "src/day.ts",
    "src/pictures/picture.ts",
    "src/urls.ts",
    "src/search/pagefind-thread.ts",
    "src/assets/browser-script.ts",
  ].map(inProject),
  ["pagefind", "rolldown"],
);

/** The name of the folder of the program that reads all bundles. */
export const engineHash = shortHash(recipe);

/**
 * A year with more articles is indexed month by month, because the time that Pagefind takes grows
 * faster than the number of pages.
 */
const maxInYear = 2_000;

/**
 * Cuts the articles into bundles, newest first: a bundle for each month of the newest year, one for
 * each year before. So a new article makes only one small bundle anew, and a search for recent news
 * loads little.
 */
export function searchBundles(site: Site): SearchBundle[] {
  const newest = site.years.at(-1)?.year;
  const bundles = site.years.flatMap(({ year, articles, months }) =>
    year === newest || articles.length > maxInYear
      ? months.map(({ month, articles }) => ({ name: month, year, articles }))
      : [{ name: String(year), year, articles }],
  );
  return bundles
    .reverse()
    .map((bundle) => ({ ...bundle, hash: bundleHash(bundle.articles, site) }));
}

/** Returns a hash of all that the records are made from, so that no text has to be read for it. */
function bundleHash(articles: readonly Article[], site: Site): string {
  const made = articles.map((article) => {
    const { hash, tags, unit, date, event, mentions, figures, awards, pictures: shown } = article;
    const givers = awards.flatMap(({ by, proposedBy, decision }) => {
      const ids = proposedBy === undefined ? [by] : [by, proposedBy];
      return ids.map((id) => unitName(id, site, decision?.date ?? date));
    });
    const people = awards.flatMap(({ recipients, presentedBy }) =>
      [...recipients, ...presentedBy].map((name) => site.officials.honoured(name)?.name),
    );
    const others = [event?.unit, ...mentions, ...figures.map(({ about }) => about)];
    const told = others.map((id) => id && unitName(id, site, date));
    const names = [unitName(unit, site, date), ...told, ...givers];
    const bases = shown.map((file) => site.pictures.get(file)?.base);
    return JSON.stringify([hash, tags, names, people, bases]);
  });
  return hashOfParts([recipe, ...made]);
}
