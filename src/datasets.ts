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
  readonly rows: readonly DataRow[];
};

/**
 * All rows of a site, oldest first. A year has files of its own, so that a new article rewrites its
 * year and no other; a year without a row has none.
 */
export function dataTables(site: Site): readonly DataTable[] {
  return [
    ...site.years.map(({ year, articles }) => ({
      dataset: articleDataset,
      year,
      rows: articles.map((article) => articleRow(article, site)),
    })),
    ...site.register.years.map(({ year, entries }) => ({
      dataset: awardDataset,
      year,
      rows: entries.map((entry) => awardRow(entry, site)),
    })),
    ...site.years
      .map(({ year, articles }) => ({
        dataset: figureDataset,
        year,
        rows: articles.flatMap((article) =>
          article.figures.map((figure) => figureRow(figure, article, site)),
        ),
      }))
      .filter(({ rows }) => rows.length > 0),
    { dataset: unitDataset, rows: site.units.map(({ unit }) => unitRow(unit, site)) },
  ];
}
