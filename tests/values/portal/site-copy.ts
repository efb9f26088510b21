import type { Dataset } from "../../../src/data/open-data.ts";
import { rowsSchema, schemaDocument } from "../../../src/data/open-data.ts";
import type { Day } from "../../../src/day.ts";
import type { PortalSite } from "../../../src/portal/portal-file.ts";
import { type Published, readPublished } from "../../../src/portal/published.ts";
import {
  type PublishedArticle,
  type PublishedAward,
  type PublishedFigure,
  type PublishedUnit,
  type ReadName,
  readDatasets,
} from "../../../src/portal/published-rows.ts";
import type { SiteCopy } from "../../../src/portal/site-copy.ts";

/* The open data of a made-up site, as it would lie in its folder `du-lieu`. */

export const today = "2024-06-30" as Day;

/** The rows of a site; what is left out is as below. */
export type Rows = {
  readonly articles?: readonly Partial<PublishedArticle>[];
  readonly awards?: readonly Partial<PublishedAward>[];
  readonly figures?: readonly Partial<PublishedFigure>[];
  readonly units?: readonly Partial<PublishedUnit>[];
};

export function siteNamed(id: string): PortalSite {
  const place = { path: "portal.yaml", line: 1, column: 1 };
  return { id, name: `Trang ${id}`, url: `https://${id}.example`, place };
}

const usual = (base: string) => ({
  articles: {
    url: `${base}/2024/03/05/bai/`,
    title: "Bài thử",
    date: "2024-03-05",
    unit_id: "khoi",
    unit_name: "Đảng ủy Khối Mẫu",
    tags: [],
    summary: "Tóm tắt.",
    draft: false,
  } satisfies PublishedArticle,
  awards: {
    year: 2024,
    article_url: `${base}/2024/03/05/bai/`,
    article_date: "2024-03-05",
    earlier_urls: [],
    form: "Giấy khen",
    step: null,
    status: "đã trao",
    standing: "given",
    given: 11,
    proposed: 0,
    revoked: 0,
    giver_id: "khoi",
    giver_name: "Đảng ủy Khối Mẫu",
    body: null,
    to: "đảng viên",
    count: 11,
    recipients: [],
    for: null,
    year_from: null,
    year_to: null,
    consecutive: null,
    decision_number: "12-QĐ/ĐUK",
    decision_date: "2024-03-01",
    doubt: null,
    draft: false,
    name: null,
    rank: null,
    occasion: null,
    step_to: null,
    count_text: "11",
    is_count_exact: true,
    posthumous: false,
    early: false,
    revocation_counts: [],
  } satisfies PublishedAward,
  figures: {
    article_url: `${base}/2024/03/05/bai/`,
    article_date: "2024-03-05",
    name: "Đảng viên mới",
    value: 12,
    value_unit: "đảng viên",
    value_text: "12",
    kind: "kết quả",
    period: "2023",
    period_to: "2023-12",
    of: null,
    about_id: "khoi",
    about_name: "Đảng ủy Khối Mẫu",
    draft: false,
  } satisfies PublishedFigure,
  units: {
    id: "khoi",
    url: `${base}/don-vi/khoi/`,
    name: "Đảng ủy Khối Mẫu",
    short_name: null,
    aliases: [],
    parent_id: null,
    valid_to: null,
  } satisfies PublishedUnit,
});

/** The files of a site by their names below `/du-lieu/`. */
export type Texts = Record<string, string>;

/** Returns the files of a site. */
export function textsOf(rows: Rows, base: string, publisher = "Cơ quan khác"): Texts {
  const texts: Texts = {};
  const files = (["articles", "awards", "figures", "units"] as const).map((name: ReadName) => {
    const { dataset }: { readonly dataset: Dataset } = readDatasets[name];
    const own = (rows[name] ?? []).map((row) => ({ ...usual(base)[name], ...row }));
    const schema = schemaDocument(`${base}/${dataset.id}`, rowsSchema(dataset));
    texts[`${dataset.id}.schema.json`] = JSON.stringify(schema);
    texts[`${dataset.id}.json`] = JSON.stringify(own);
    const url = `${base}/du-lieu/${dataset.id}.json`;
    return { id: dataset.id, files: [{ url, format: "json", rows: own.length }] };
  });
  const url = `${base}/du-lieu/danh-muc.json`;
  texts["danh-muc.json"] = JSON.stringify({ name: "Trang", publisher, url, datasets: files });
  return texts;
}

export function copyOf(texts: Texts): SiteCopy {
  return { text: (name) => texts[name] };
}

/** Reads a site that has these rows; throws where it cannot be read. */
export function publishedSite(id: string, rows: Rows, publisher?: string): Published {
  const site = siteNamed(id);
  const { value, problems } = readPublished(
    site,
    copyOf(textsOf(rows, site.url!, publisher)),
    today,
  );
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}
