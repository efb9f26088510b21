import * as z from "zod";
import { articleDataset } from "../data/article-row.ts";
import { awardDataset } from "../data/award-row.ts";
import { figureDataset } from "../data/figure-row.ts";
import type { Dataset } from "../data/open-data.ts";
import { unitDataset } from "../data/unit-row.ts";

/*
 * The datasets of a site that a portal reads, with the columns that it needs of them. The cells are
 * those that this program writes itself, so there is one description of each. A site of another
 * version may have more columns; one that lacks a column of these cannot be read.
 */

const articles = z.object({
  ...articleDataset.row.pick({
    url: true,
    title: true,
    date: true,
    unit_id: true,
    unit_name: true,
    tags: true,
    summary: true,
    draft: true,
  }).shape,
});

const awards = z.object({
  ...awardDataset.row.pick({
    year: true,
    article_url: true,
    article_date: true,
    earlier_urls: true,
    form: true,
    step: true,
    status: true,
    standing: true,
    given: true,
    proposed: true,
    revoked: true,
    giver_id: true,
    giver_name: true,
    body: true,
    to: true,
    count: true,
    recipients: true,
    for: true,
    year_from: true,
    year_to: true,
    consecutive: true,
    decision_number: true,
    decision_date: true,
    doubt: true,
    draft: true,
    name: true,
    rank: true,
    occasion: true,
    step_to: true,
    count_text: true,
    is_count_exact: true,
    posthumous: true,
    early: true,
    revocation_counts: true,
  }).shape,
});

const figures = z.object({
  ...figureDataset.row.pick({
    article_url: true,
    article_date: true,
    name: true,
    value: true,
    value_unit: true,
    value_text: true,
    kind: true,
    period: true,
    period_to: true,
    of: true,
    about_id: true,
    about_name: true,
    draft: true,
  }).shape,
});

const units = z.object({
  ...unitDataset.row.pick({
    id: true,
    url: true,
    name: true,
    short_name: true,
    aliases: true,
    parent_id: true,
    valid_to: true,
  }).shape,
});

export type PublishedArticle = z.infer<typeof articles>;
export type PublishedAward = z.infer<typeof awards>;
export type PublishedFigure = z.infer<typeof figures>;
export type PublishedUnit = z.infer<typeof units>;

/** A dataset as a portal reads it. */
export type ReadDataset<Row> = {
  readonly dataset: Dataset;
  /** The columns that are read; others are left out. */
  readonly row: z.ZodType<Row> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  /** Columns with addresses of pages of the site. */
  readonly links: readonly string[];
};

export const readDatasets = {
  articles: { dataset: articleDataset, row: articles, links: ["url"] },
  awards: { dataset: awardDataset, row: awards, links: ["article_url", "earlier_urls"] },
  figures: { dataset: figureDataset, row: figures, links: ["article_url"] },
  units: { dataset: unitDataset, row: units, links: ["url"] },
} as const satisfies Readonly<Record<string, ReadDataset<unknown>>>;

export type ReadName = keyof typeof readDatasets;
export const readNames = Object.keys(readDatasets) as ReadName[];

/** The rows of a site, dataset by dataset, as a portal reads them. */
export type PublishedRows = {
  readonly [Name in ReadName]: readonly z.infer<(typeof readDatasets)[Name]["row"]>[];
};
