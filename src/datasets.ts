import { articleDataset, articleRow } from "./article-row.ts";
import { awardDataset, awardRow } from "./award-row.ts";
import { figureDataset, figureRow } from "./figure-row.ts";
import type { DataRow, Dataset } from "./open-data.ts";
import type { Site } from "./site.ts";
import { unitDataset, unitRow } from "./unit-row.ts";

/** In the order in which the page and the catalogue show them. */
export const datasets: readonly Dataset[] = [
  articleDataset,
  awardDataset,
  figureDataset,
  unitDataset,
];

/** The rows of one pair of files, JSON and CSV. */
export type DataTable = {
  readonly dataset: Dataset;
  /** Left out where one pair of files holds all. */
  readonly year?: number;
  /** How many rows it has. */
  readonly count: number;
  /** All that the rows are made from, or keys of it. */
  readonly sources: unknown;
  readonly rows: () => readonly DataRow[];
};

/**
 * All rows of a site, oldest first. A year has files of its own, so that a new article rewrites its
 * year and no other; a year without a row has none.
 */
export function dataTables(site: Site): readonly DataTable[] {
  const nameOf = (id: string) => site.unitById.get(id)?.unit.name;
  const { origin } = site.settings;
  const ofArticles = site.years.map(({ year, articles }) => ({
    dataset: articleDataset,
    year,
    count: articles.length,
    sources: [
      origin,
      articles.map(({ key, tags, unit, pictures }) => [
        key,
        tags,
        nameOf(unit),
        pictures.map((file) => site.pictures.get(file)),
      ]),
    ],
    rows: () => articles.map((article) => articleRow(article, site)),
  }));
  const ofAwards = site.register.years.map(({ year, entries }) => ({
    dataset: awardDataset,
    year,
    count: entries.length,
    sources: [
      origin,
      entries.map(({ award, counts, withdrawn, article, earlier }) => [
        [award, counts, withdrawn, nameOf(award.by)],
        [article, ...earlier].map(({ key }) => key),
      ]),
    ],
    rows: () => entries.map((entry) => awardRow(entry, site)),
  }));
  const ofFigures = site.years.map(({ year, articles }) => ({
    dataset: figureDataset,
    year,
    count: articles.reduce((sum, { figures }) => sum + figures.length, 0),
    sources: [
      origin,
      articles
        .filter(({ figures }) => figures.length > 0)
        .map(({ key, unit }) => [key, nameOf(unit)]),
    ],
    rows: () =>
      articles.flatMap((article) =>
        article.figures.map((figure) => figureRow(figure, article, site)),
      ),
  }));
  const units = site.units.map(({ unit }) => unitRow(unit, site));
  return [
    ...ofArticles,
    ...ofAwards,
    ...ofFigures.filter(({ count }) => count > 0),
    { dataset: unitDataset, count: units.length, sources: units, rows: () => units },
  ];
}
