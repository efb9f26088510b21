import * as z from "zod";
import { awardForms, formatCount } from "../award.ts";
import type { DataTable } from "../data/datasets.ts";
import type { DataRow, Dataset } from "../data/open-data.ts";
import { yearOf } from "../day.ts";
import { runs } from "../text/runs.ts";
import type { JoinedAward } from "./joined-award.ts";
import type { Portal } from "./portal.ts";
import { readDatasets } from "./published-rows.ts";

/*
 * The open data of a portal: what it has put together, with the site that each row comes from.
 */

const site = z
  .string()
  .describe("Mã của trang mà dòng này lấy từ đó, như trong bộ dữ liệu Các trang.");
const unitKey = z.string().describe("Mã đơn vị trong bộ dữ liệu Đơn vị của cổng này.");
const { title, url, date, tags, summary } = readDatasets.articles.row.shape;

const articleDataset = {
  id: "bai-viet",
  title: "Bài viết",
  description: "Mỗi dòng là một bài của một trang, xếp từ cũ đến mới, mỗi năm một tệp.",
  row: z.strictObject({
    site,
    url,
    title,
    date,
    unit_key: unitKey,
    unit_name: z.string().describe("Tên đơn vị của bài, như vào ngày của bài."),
    tags,
    summary,
  }),
} as const satisfies Dataset;

const award = readDatasets.awards.row.shape;

const awardDataset = {
  id: "khen-thuong",
  title: "Khen thưởng",
  description:
    "Mỗi dòng là một lượt khen thưởng, mỗi năm một tệp. Lượt mà nhiều trang cùng đưa chỉ có một dòng, nên cộng các dòng lại thì bằng số tổng trên trang Khen thưởng.",
  row: z.strictObject({
    site: z.string().describe("Mã của trang mà số và chữ của dòng này lấy từ đó."),
    sites: z.array(z.string()).readonly().describe("Mã của mọi trang đưa lượt này."),
    article_urls: z.array(z.url()).readonly().describe("Địa chỉ bài mới nhất của từng trang."),
    site_counts: z.array(z.string()).readonly().describe("Số lượng như từng trang nêu."),
    year: z.int().describe("Năm của bài đầu tiên đưa tin."),
    form: z.enum(awardForms).describe("Hình thức."),
    name: award.name,
    rank: award.rank,
    given: award.given,
    proposed: award.proposed,
    revoked: award.revoked,
    is_count_clear: z
      .boolean()
      .describe(
        "Số có rõ không. Sai thì còn phần chưa rõ, không cộng vào số nào, hoặc các trang nêu số khác nhau.",
      ),
    doubt: z
      .enum(["differs", "mixed"])
      .nullable()
      .describe("differs là các trang nêu số khác nhau; mixed là chưa ghép được từng dòng."),
    giver_key: unitKey,
    giver_name: z.string().describe("Tên đơn vị khen."),
    to: award.to,
    recipients: award.recipients,
    for: award.for,
    decision_number: award.decision_number,
    decision_date: award.decision_date,
  }),
} as const satisfies Dataset;

const figure = readDatasets.figures.row.shape;

const figureDataset = {
  id: "so-lieu",
  title: "Số liệu",
  description: "Mỗi dòng là một số liệu trong một bài của một trang, tất cả trong một tệp.",
  row: z.strictObject({
    site,
    article_url: figure.article_url,
    article_date: figure.article_date,
    unit_key: unitKey,
    unit_name: z.string().describe("Tên đơn vị mà số liệu nói về."),
    name: figure.name,
    value: figure.value,
    value_text: figure.value_text,
    value_unit: figure.value_unit,
    kind: figure.kind,
    period: figure.period,
    of: figure.of,
  }),
} as const satisfies Dataset;

const unitDataset = {
  id: "don-vi",
  title: "Đơn vị",
  description: "Mỗi dòng là một đơn vị, với những trang có đơn vị ấy.",
  row: z.strictObject({
    key: z.string().describe("Mã đơn vị trong cổng này."),
    name: z.string().describe("Tên đơn vị."),
    sites: z.array(z.string()).readonly().describe("Mã của những trang có đơn vị ấy."),
    ids: z.array(z.string()).readonly().describe("Mã đơn vị ở từng trang."),
    urls: z.array(z.url()).readonly().describe("Địa chỉ trang của đơn vị ở từng trang."),
    is_by_name: z
      .boolean()
      .describe("Các trang chỉ được xếp cạnh nhau vì đơn vị cùng tên, chưa chắc là một (đúng)."),
  }),
} as const satisfies Dataset;

const siteDataset = {
  id: "nguon",
  title: "Các trang",
  description: "Mỗi dòng là một trang mà cổng đọc.",
  row: z.strictObject({
    site: z.string().describe("Mã của trang trong cổng này."),
    name: z.string().describe("Tên trang."),
    url: z.url().describe("Địa chỉ trang."),
    publisher: z.string().describe("Cơ quan chủ quản, như trang ấy ghi."),
    read_at: z.string().nullable().describe("Lúc đọc dữ liệu; trống nếu lấy từ thư mục."),
    failed_at: z.string().nullable().describe("Từ lúc nào không đọc lại được; trống nếu vẫn đọc."),
    program: z.string().nullable().describe("Phiên bản chương trình dựng trang ấy, nếu có ghi."),
    commit: z.string().nullable().describe("Mã commit của nội dung trang ấy, nếu có ghi."),
    articles: z.int().describe("Số bài."),
    awards: z.int().describe("Số dòng khen thưởng."),
    figures: z.int().describe("Số dòng số liệu."),
    units: z.int().describe("Số đơn vị."),
    left_out: z.int().describe("Số dòng bị bỏ ra."),
  }),
} as const satisfies Dataset;

export const portalDatasets: readonly Dataset[] = [
  articleDataset,
  awardDataset,
  figureDataset,
  unitDataset,
  siteDataset,
];

/** Returns all rows of a portal. */
export function portalTables(portal: Portal): readonly DataTable[] {
  const table = (dataset: Dataset, rows: () => readonly DataRow[], count: number): DataTable => ({
    dataset,
    count,
    // A portal has no texts of articles.
    texts: [],
    madeFrom: rows,
    rows,
  });
  const { articles, awards, units, sites } = portal;
  const ofArticles = runs(articles, ({ day }) => yearOf(day)).map(([year, own]) => ({
    ...table(articleDataset, () => own.map(articleRow), own.length),
    year,
  }));
  const ofAwards = [...Map.groupBy(awards.entries, ({ year }) => year)]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) => ({ ...table(awardDataset, () => own.map(awardRow), own.length), year }));
  const figures = sites.reduce((sum, { rows }) => sum + rows.figures.length, 0);
  return [
    ...ofArticles,
    ...ofAwards,
    table(figureDataset, () => figureRows(portal), figures),
    table(unitDataset, () => unitRows(portal), units.units.length),
    table(siteDataset, () => siteRows(portal), sites.length),
  ];
}

function articleRow(article: Portal["articles"][number]): DataRow {
  const { unit, unitName, day, ...rest } = article;
  return {
    site: rest.site,
    url: rest.url,
    title: rest.title,
    date: day,
    unit_key: unit.key,
    unit_name: unitName,
    tags: rest.tags,
    summary: rest.summary,
  };
}

function awardRow({ award, giver, sources, counts, unclear, year, doubt }: JoinedAward): DataRow {
  return {
    site: sources[0]!.site,
    sites: sources.map((one) => one.site),
    article_urls: sources.map((one) => one.url),
    site_counts: sources.map(({ count }) => formatCount(count)),
    year,
    form: award.form,
    name: award.name ?? null,
    rank: award.rank ?? null,
    ...counts,
    is_count_clear:
      doubt?.kind !== "differs" && unclear.given + unclear.proposed + unclear.revoked === 0,
    doubt: doubt?.kind ?? null,
    giver_key: giver.key,
    giver_name: giver.name,
    to: award.to,
    recipients: award.recipients,
    for: award.for ?? null,
    decision_number: award.decision?.number ?? null,
    decision_date: award.decision?.date ?? null,
  };
}

function figureRows({ sites, units }: Portal): DataRow[] {
  return sites.flatMap(({ site: { id }, rows }) =>
    rows.figures.map((row) => ({
      site: id,
      article_url: row.article_url,
      article_date: row.article_date,
      unit_key: units.told(id, row.about_id, row.about_name).unit.key,
      unit_name: row.about_name,
      name: row.name,
      value: row.value,
      value_text: row.value_text,
      value_unit: row.value_unit,
      kind: row.kind,
      period: row.period,
      of: row.of,
    })),
  );
}

function unitRows({ units }: Portal): DataRow[] {
  return units.units.map(({ key, name, tellers, isByName }) => ({
    key,
    name,
    sites: tellers.map((one) => one.site),
    ids: tellers.map(({ id }) => id),
    urls: tellers.map((one) => one.url),
    is_by_name: isByName,
  }));
}

function siteRows({ sites }: Portal): DataRow[] {
  return sites.map(({ site: { id, name }, base, publisher, copy, rows, leftOut }) => ({
    site: id,
    name,
    url: `${base}/`,
    publisher,
    read_at: copy.readAt ?? null,
    failed_at: copy.failed?.at ?? null,
    program: copy.release?.program ?? null,
    commit: copy.release?.commit ?? null,
    articles: rows.articles.length,
    awards: rows.awards.length,
    figures: rows.figures.length,
    units: rows.units.length,
    left_out: leftOut,
  }));
}
