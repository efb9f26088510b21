import { keyOf } from "../src/cache/key.ts";
import {
  type Catalogue,
  catalogueId,
  catalogueOf,
  catalogueSchema,
} from "../src/data/catalogue.ts";
import { csvText } from "../src/data/csv.ts";
import { type DataTable, datasets, dataTables } from "../src/data/datasets.ts";
import { type DataRow, type Dataset, rowsSchema, schemaDocument } from "../src/data/open-data.ts";
import { latePage, type Page, type PageGroup, page } from "../src/page.ts";
import type { Settings } from "../src/settings.ts";
import type { Site } from "../src/site.ts";
import { dataCatalogueUrl, dataFileUrl, dataSchemaUrl, dataUrl } from "../src/urls.ts";
import { lazily } from "../src/work/once.ts";
import { ledgerRows } from "./ledger/ledger.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type DataProps, dataView, type TableLinks } from "./parts/data-view.ts";
import { sharedOf } from "./parts/shared.ts";
import { awardsFrom, documentsFrom, sourcesOf } from "./parts/sources.ts";

/** The open data: its page, the catalogue, the schemas, and each table as JSON and as CSV. */
export function dataPages(site: Site): (Page | PageGroup)[] {
  const { settings } = site;
  const shared = sharedOf(site);
  const tables = dataTables(site, {
    // An article does not know whether readers may learn who approved it.
    ofArticle: (article) => `${shared.madeFrom(article)} ${settings.showApprover ?? false}`,
    ofEntry: ledgerRows(shared),
    listed: sourcesOf(site).listed,
    ofMonth: sourcesOf(site).ofMonth,
    awards: () => awardsFrom(site),
    documents: () => documentsFrom(site),
  });
  return pagesOfData({ settings, chrome: shared.chrome, datasets, tables });
}

/** What a site or a portal shares as open data. */
type SharedData = {
  readonly settings: Settings;
  readonly chrome: Chrome;
  readonly datasets: readonly Dataset[];
  readonly tables: readonly DataTable[];
};

export function pagesOfData(data: SharedData): (Page | PageGroup)[] {
  const { settings, datasets, tables } = data;
  const catalogue = catalogueOf(settings, tables, datasets);
  const schemas = [
    { id: catalogueId, schema: catalogueSchema },
    ...datasets.map((one) => ({ id: one.id, schema: rowsSchema(one) })),
  ];
  return [
    page("data", dataUrl, propsOf(data, catalogue), dataView),
    page("data file", dataCatalogueUrl, catalogue, jsonView),
    ...schemas.map(({ id, schema }) => {
      const url = dataSchemaUrl(id);
      return page("data file", url, schemaDocument(settings.origin + url, schema), jsonView);
    }),
    ...tables.map(groupOf),
  ];
}

/** The files of a table. */
function groupOf({ dataset, year, texts, madeFrom, rows, sources }: DataTable): PageGroup {
  const columns = Object.keys(dataset.row.shape);
  const json = dataFileUrl(dataset.id, "json", year);
  const csv = dataFileUrl(dataset.id, "csv", year);
  return {
    name: `${dataset.id} ${year ?? ""}`,
    texts,
    ...(sources ? { sources } : {}),
    urls: () => [json, csv],
    pages: () => {
      // Both files of a table are drawn one after the other. The rows of all would be too much.
      const [known, made] = [lazily(() => ({ key: keyOf(madeFrom()) })), lazily(rows)];
      return [
        latePage("data file", json, known, made, rowsView),
        latePage("data file", csv, known, () => ({ columns, rows: made() }), csvView),
      ];
    },
  };
}

function propsOf({ chrome, datasets, tables }: SharedData, catalogue: Catalogue): DataProps {
  const byYear = Map.groupBy(tables, ({ year }) => year);
  const years = [...byYear.keys()].filter((year) => year !== undefined);
  const yearly = datasets.filter((one) =>
    tables.some(({ dataset, year }) => dataset === one && year !== undefined),
  );
  return {
    chrome,
    terms: catalogue.terms,
    catalogue: dataCatalogueUrl,
    catalogueSchema: dataSchemaUrl(catalogueId),
    yearly: yearly.map(({ title }) => title),
    years: years
      .sort((a, b) => b - a)
      .map((year) => {
        const ofYear = new Map(byYear.get(year)?.map((table) => [table.dataset, table]));
        return { year, cells: yearly.map((one) => linksTo(ofYear.get(one))) };
      }),
    whole: (byYear.get(undefined) ?? []).map((table) => ({
      title: table.dataset.title,
      links: linksTo(table),
    })),
    datasets: catalogue.datasets.map(({ id, title, description, columns }) => ({
      id,
      title,
      description,
      columns,
      schema: dataSchemaUrl(id),
    })),
  };
}

function linksTo(table: DataTable | undefined): TableLinks | undefined {
  if (table === undefined) return undefined;
  const { dataset, year, count } = table;
  return {
    rows: count,
    csv: dataFileUrl(dataset.id, "csv", year),
    json: dataFileUrl(dataset.id, "json", year),
  };
}

function jsonView(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Writes one row a line, so that two versions of a file can be compared line by line. */
function rowsView(rows: readonly DataRow[]): string {
  return rows.length === 0
    ? "[]\n"
    : `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

function csvView({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}): string {
  return csvText(columns, rows);
}
