import { type Article, attachedBy } from "../../src/article.ts";
import { keyOf } from "../../src/cache/key.ts";
import type { FigureSeries } from "../../src/registers/figures.ts";
import { isAhead } from "../../src/registers/sessions.ts";
import { linkedUrl, type Site } from "../../src/site.ts";
import { lazily, once, onceFor } from "../../src/work/once.ts";
import { decisionsBehind, documentsBehind } from "./documents-behind.ts";
import { type Shared, sharedOf } from "./shared.ts";

/*
 * What groups of pages follow from (`PageGroup.sources`), besides what every group does: the data
 * files, and so the names of units on any day. All of it is cheap to find and short to hash: each
 * build asks every group, and makes the pages of few.
 */

/** What groups of pages follow from. */
export type Sources = {
  /** Returns what lists and registers show of an article. */
  readonly listed: (article: Article) => string;
  /**
   * Returns a hash of what is shown of the articles of a month (`2024-03`) themselves, with their
   * texts: their files, where their links lead.
   */
  readonly ofMonth: (month: string) => string;
  /** Returns what registers know of the documents and figures that an article tells of. */
  readonly known: (article: Article) => unknown;
  /** Returns what a list of articles shows, with leads and pictures where they are few. */
  readonly ofList: (articles: readonly Article[], areCards?: boolean) => unknown;
};

/** Returns what groups of pages of a site follow from. */
export const sourcesOf = onceFor(makeSources);

function makeSources(site: Site): Sources {
  const shared = sharedOf(site);
  const listed = listedBy(shared);
  const byMonth = lazily(
    () =>
      new Map(
        site.years.flatMap(({ months }) =>
          months.map(({ month, articles }) => [month, articles] as const),
        ),
      ),
  );
  const inFull = (article: Article) => {
    const { hash, tags, pictures, documents, linksTo } = article;
    return [
      hash,
      shared.waits(article),
      // One spelling of a tag holds for all articles.
      tags,
      // Most articles have none of these.
      pictures.length > 0 && pictures.map((key) => site.pictures.get(key)),
      documents.length > 0 && attachedBy(article).map((file) => site.attachments.get(file)),
      linksTo.length > 0 && linksTo.map((path) => linkedUrl({ path, fragment: "#" }, site)),
    ];
  };
  return {
    listed,
    ofMonth: once((month: string) => keyOf(byMonth().get(month)?.map(inFull))),
    known: (article) => {
      const { documents, cites, awards } = article;
      return [
        // Of most articles there is nothing to know.
        documents.length + cites.length + awards.length > 0 && documentsBehind(article, site),
        article.figures.length > 0 &&
          article.figures.map((figure) => {
            const { id, name, hasPage } = site.seriesOf(figure) ?? {};
            return [id, name, hasPage];
          }),
      ];
    },
    // No part has a blank, and one long text is hashed sooner than many short ones.
    ofList: (articles, areCards = false) =>
      areCards ? articles.map(shared.cardFrom) : articles.map(listed).join(" "),
  };
}

function listedBy({ waits }: Shared): Sources["listed"] {
  return (article) => {
    const why = waits(article);
    return why === undefined ? article.listHash : `${article.listHash}-${why}`;
  };
}

/** Returns what the register of awards follows from: every article that tells of one. */
export const awardsFrom = onceFor((site: Site): { readonly key: string } => ({
  key: keyOf(
    site.articles
      .filter(({ awards }) => awards.length > 0)
      .map((article) => [sourcesOf(site).listed(article), decisionsBehind(article, site)]),
  ),
}));

/**
 * Returns what the register of documents follows from: every article that lists one, or tells of
 * awards, and those on changes of units.
 */
export const documentsFrom = onceFor((site: Site): { readonly key: string } => {
  const { listed, ofList } = sourcesOf(site);
  const ofUnits = site.units.flatMap(({ unit }) =>
    unit.changes.map(({ article = "" }) => site.articleByPath.get(article)),
  );
  const naming = site.articles.filter(
    ({ documents, awards }) => documents.length + awards.length > 0,
  );
  return {
    key: keyOf([
      ofList(naming),
      naming.flatMap(attachedBy).map((file) => site.attachments.get(file)),
      ofUnits.map((article) => article && listed(article)),
    ]),
  };
});

/** Returns what lists of sessions follow from: articles that tell of one, and which are ahead. */
export const sessionsFrom = onceFor((site: Site): { readonly key: string } => {
  const telling = site.articles.filter(({ event }) => event !== undefined);
  const ahead = site.sessions.sessions.filter((one) => isAhead(one, site.today));
  return {
    key: keyOf([sourcesOf(site).ofList(telling), ahead.map(({ address }) => address)]),
  };
});

/** Returns the articles that tell of each series of figures, oldest first. */
export const tellersOfSeries = onceFor((site: Site): ReadonlyMap<FigureSeries, Article[]> => {
  const found = new Map<FigureSeries, Article[]>();
  for (const article of site.articles)
    for (const figure of article.figures) {
      const series = site.figures.seriesOf(figure);
      if (series === undefined) continue;
      const own = found.get(series);
      if (own === undefined) found.set(series, [article]);
      else if (own.at(-1) !== article) own.push(article);
    }
  return found;
});
