import type { Article } from "../article.ts";
import { yearOf } from "../day.ts";
import type { RegisterEntry } from "../registers/awards.ts";
import { type Site, unitName } from "../site.ts";
import { runs } from "../text/runs.ts";
import { articleDataset, articleRow } from "./article-row.ts";
import { awardDataset, awardRow } from "./award-row.ts";
import { documentDataset, documentRow } from "./document-row.ts";
import { figureDataset, figureRow } from "./figure-row.ts";
import { officialDataset, officialRows } from "./official-row.ts";
import type { DataRow, Dataset } from "./open-data.ts";
import { sessionDataset, sessionRow } from "./session-row.ts";
import { unitDataset, unitRow } from "./unit-row.ts";

/** All datasets, in the order in which the page and the catalogue show them. */
export const datasets: readonly Dataset[] = [
  articleDataset,
  awardDataset,
  figureDataset,
  documentDataset,
  sessionDataset,
  unitDataset,
  officialDataset,
];

/** The rows of one pair of files, JSON and CSV. */
export type DataTable = {
  readonly dataset: Dataset;
  /** Left out where one pair of files holds the rows of all years. */
  readonly year?: number;
  /** How many rows it has. */
  readonly count: number;
  /** The articles of whose texts the rows show anything. */
  readonly texts: readonly Article[];
  /** Returns all that the rows are made from, or hashes of it. */
  readonly madeFrom: () => unknown;
  /** Returns what they follow from besides the data files, where that is less work to find. */
  readonly sources?: () => unknown;
  readonly rows: () => readonly DataRow[];
};

/** What pages know of the things that rows are made from. */
export type MadeFrom = {
  /** Returns a hash of all that a row is made from; memoized, because pages need the same. */
  readonly ofArticle: (article: Article) => string;
  readonly ofEntry: (entry: RegisterEntry) => object;
  /** Returns what registers show of an article. */
  readonly listed: (article: Article) => string;
  /** Returns a hash of what is shown of the articles of a month themselves. */
  readonly ofMonth: (month: string) => string;
  /** Return what the registers follow from. */
  readonly awards: () => unknown;
  readonly documents: () => unknown;
};

/**
 * Returns all rows of a site, oldest first. A year has files of its own, so that a new article
 * rewrites only those of its year; a year without a row has none.
 */
export function dataTables(site: Site, madeFrom: MadeFrom): readonly DataTable[] {
  const { origin } = site.settings;
  const ofArticles = site.years.map(({ year, months, articles }) => ({
    dataset: articleDataset,
    year,
    count: articles.length,
    texts: articles,
    madeFrom: () => [origin, articles.map(madeFrom.ofArticle)],
    sources: () => months.map(({ month }) => madeFrom.ofMonth(month)),
    rows: () => articles.map((article) => articleRow(article, site)),
  }));
  const ofAwards = site.register.years.map(({ year, entries }) => ({
    dataset: awardDataset,
    year,
    count: entries.length,
    texts: entries.map(({ article }) => article),
    madeFrom: () => [origin, entries.map((entry) => [madeFrom.ofEntry(entry), entry.article.hash])],
    sources: madeFrom.awards,
    rows: () => entries.map((entry) => awardRow(entry, site)),
  }));
  const ofFigures = site.years.map(({ year, articles }) => {
    const telling = articles.filter(({ figures }) => figures.length > 0);
    return {
      dataset: figureDataset,
      year,
      count: telling.reduce((sum, { figures }) => sum + figures.length, 0),
      texts: telling,
      madeFrom: () => [origin, telling.map(madeFrom.ofArticle)],
      sources: () =>
        telling.map((article) => [
          madeFrom.listed(article),
          article.figures.map((figure) => site.seriesOf(figure)?.id),
        ]),
      rows: () =>
        telling.flatMap((article) =>
          article.figures.map((figure) => figureRow(figure, article, site)),
        ),
    };
  });
  const documents = () => site.documents.entries.map((entry) => documentRow(entry, site));
  const sessionYears = runs(site.sessions.sessions, ({ from }) => yearOf(from));
  const ofSessions = sessionYears.map(([year, sessions]) => ({
    dataset: sessionDataset,
    year,
    count: sessions.length,
    texts: sessions.flatMap(({ articles }) => articles),
    madeFrom: () => [
      origin,
      sessions.map(({ address, unit, from, articles }) => [
        address,
        unitName(unit, site, from),
        from,
        articles.map(({ hash }) => hash),
      ]),
    ],
    sources: () => sessions.map(({ articles }) => articles.map(({ hash }) => hash)),
    rows: () => sessions.map((session) => sessionRow(session, site)),
  }));
  const officials = site.officials.officials.flatMap((official) => officialRows(official, site));
  const units = () => site.units.map(({ unit }) => unitRow(unit, site));
  return [
    ...ofArticles,
    ...ofAwards,
    ...ofFigures.filter(({ count }) => count > 0),
    {
      dataset: documentDataset,
      count: site.documents.entries.length,
      texts: [],
      madeFrom: documents,
      sources: madeFrom.documents,
      rows: documents,
    },
    ...ofSessions,
    {
      dataset: unitDataset,
      count: site.units.length,
      texts: [],
      madeFrom: units,
      sources: units,
      rows: units,
    },
    {
      dataset: officialDataset,
      count: officials.length,
      texts: [],
      madeFrom: () => officials,
      sources: () => officials,
      rows: () => officials,
    },
  ];
}
