import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, inject, it } from "vitest";
import type { Catalogue } from "../../../src/data/catalogue.ts";
import type { DataRow } from "../../../src/data/open-data.ts";
import { readBuiltSite } from "../../built-site.ts";
import { asCells, faultsBySchema, readCsv } from "../../data-reading.ts";
import { deadEnds, readPage } from "./page-reading.ts";

const site = readBuiltSite(inject("builtSite"));
const home = `${site.host}${site.basePath}/`;

/** Reads a file of the site by its full address. */
function read(url: string): string {
  expect(url.startsWith(home)).toBe(true);
  return readFileSync(join(site.directory, url.slice(home.length)), "utf8");
}

const catalogue = JSON.parse(read(`${home}du-lieu/danh-muc.json`)) as Catalogue;
const tables = catalogue.datasets.flatMap((dataset) =>
  dataset.files
    .filter(({ format }) => format === "json")
    .map(({ url, year, rows }) => ({ id: dataset.id, dataset, url, year, count: rows })),
);
const rowsOf = (url: string) => JSON.parse(read(url)) as DataRow[];

describe("the catalogue", () => {
  it("fits its schema", () => {
    expect(faultsBySchema(JSON.parse(read(catalogue.schema)), catalogue)).toEqual([]);
  });

  it("lists every file of the open data, and none that is not there", () => {
    const listed = [
      catalogue.url,
      catalogue.schema,
      ...catalogue.datasets.flatMap(({ schema, files }) => [
        schema,
        ...files.map(({ url }) => url),
      ]),
    ].map((url) => url.slice(home.length));
    const there = site.files.filter(
      (file) => file.startsWith("du-lieu/") && file !== "du-lieu/index.html",
    );
    expect(listed.toSorted()).toEqual(there);
  });
});

describe.each(tables)("$id $year", ({ dataset, url, year, count }) => {
  it("fits its schema, and the catalogue's count and columns", () => {
    const rows = rowsOf(url);
    expect(faultsBySchema(JSON.parse(read(dataset.schema)), rows)).toEqual([]);
    expect(rows.length).toBe(count);
    expect(Object.keys(rows[0]!)).toEqual(dataset.columns.map(({ key }) => key));
  });

  it("would not fit with a cell too few, too many or of another type", () => {
    const schema = JSON.parse(read(dataset.schema)) as object;
    const [row = {}] = rowsOf(url);
    const [first = "", ...others] = Object.entries(row);
    for (const wrong of [
      Object.fromEntries(others),
      { ...row, more: 1 },
      { ...row, [first[0]!]: { value: first[1] } },
    ])
      expect(faultsBySchema(schema, [wrong])).not.toEqual([]);
  });

  it("says the same in CSV", () => {
    const csv = dataset.files.find((file) => file.format === "csv" && file.year === year)!;
    const text = read(csv.url);
    expect(text.startsWith("\uFEFF")).toBe(true);
    const { columns, rows } = readCsv(text);
    expect(columns).toEqual(dataset.columns.map(({ key }) => key));
    expect(rows).toEqual(rowsOf(url).map(asCells));
  });

  it("names no address of the site that leads nowhere", () => {
    const deadEnd = deadEnds(site, []);
    const addresses = rowsOf(url)
      .flatMap((row) => Object.values(row).flat())
      .filter((value) => typeof value === "string" && value.startsWith(home));
    expect(addresses.flatMap((address) => deadEnd(String(address), "/") ?? [])).toEqual([]);
  });
});

describe("sums over awards", () => {
  const years = tables.filter(({ id }) => id === "khen-thuong");
  it.each([
    { address: "khen-thuong/", urls: years.map(({ url }) => url) },
    ...years.map(({ url, year }) => ({ address: `khen-thuong/${year}/`, urls: [url] })),
  ])("are the totals of /$address", ({ address, urls }) => {
    const rows = urls.flatMap(rowsOf);
    const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0);
    const sums = ["given", "proposed", "revoked"].map(sum);
    expect(sums[0]).toBeGreaterThan(0);
    expect(totalsOf(read(`${home}${address}index.html`))).toEqual(sums);
    expect(sum("count")).toBe(sums.reduce((a, b) => a + b));
  });
});

it("every file is linked from the page", () => {
  const page = site.pages.find(({ url }) => url === "/du-lieu/")!;
  const linked = new Set(readPage(page).addresses);
  const files = site.files.filter((file) => /^du-lieu\/.*\.(?:json|csv)$/u.test(file));
  const missing = files.filter((file) => !linked.has(`${site.basePath}/${file}`));
  expect(missing).toEqual([]);
});

/** Returns the sums that stand at the top of a page of the register; what is not there is 0. */
function totalsOf(html: string): number[] {
  const text = DomUtils.textContent(parseDocument(html).children).replaceAll(/\s+/gu, " ");
  const said = /Tất cả: ([^;]*?)\.(?!\d)/u.exec(text)?.[1] ?? "";
  return ["đã khen", "đề xuất", "thu hồi"].map((words) => {
    const written = new RegExp(`${words} ([\\d.]+)`, "u").exec(said)?.[1] ?? "0";
    return Number(written.replaceAll(".", ""));
  });
}
