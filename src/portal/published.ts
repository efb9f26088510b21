import * as z from "zod";
import type { Day } from "../day.ts";
import { maxLetters } from "../limits.ts";
import { type Place, type Problem, problem } from "../problems/problem.ts";
import { compose, stackedMarks } from "../text/compose.ts";
import { shown } from "../text/deceptive/deception.ts";
import { deceptionsIn } from "../text/deceptive/deceptions.ts";
import { dataCatalogueUrl, dataSchemaUrl, dataUrl } from "../urls.ts";
import type { PortalSite } from "./portal-file.ts";
import {
  type PublishedRows,
  type ReadDataset,
  type ReadName,
  readDatasets,
  readNames,
} from "./published-rows.ts";
import { agreementOf } from "./schema-agreement.ts";

/*
 * The open data of one site as strangers send it → rows that can be shown. Everything is checked
 * here, once: behind it a text is on one screen what it is in the file, and a link leads into the
 * site that it came from.
 */

/** The open data of a site, file by file, wherever it lies. */
export type SiteCopy = {
  /** Returns the text of a file by its name below `/du-lieu/`; undefined when there is none. */
  readonly text: (name: string) => string | undefined;
  /** When it was fetched, in ISO 8601; undefined for a folder. */
  readonly readAt?: string;
  /** Since when, and why, the site could not be read any more. */
  readonly failed?: { readonly at: string; readonly why: string };
  /** The program and the content that the site says it is made from. */
  readonly release?: { readonly program: string; readonly commit?: string };
};

/** A site as a portal shows it. */
export type Published = {
  readonly site: PortalSite;
  /** Where it is served, without the last slash. */
  readonly base: string;
  /** The office that owns it, as it says itself. */
  readonly publisher: string;
  readonly copy: Omit<SiteCopy, "text">;
  readonly rows: PublishedRows;
  /** Columns that only a newer version of the program has, and that are left out. */
  readonly newColumns: readonly string[];
  /** How many rows are left out: those told of among the problems, and those of later days. */
  readonly leftOut: number;
  /** Warnings only; with an error there is no such value. */
  readonly problems: readonly Problem[];
};

/** In UTF-16 units. A year of a large site takes ten million. */
export const mostLetters = 50_000_000;
/** In rows of one file; an office with more articles a day than it has hours has none of them. */
const mostRows = 100_000;
/** In rows of all files of a site. */
const mostRowsOfSite = 500_000;
/** The most problems of one site that are told one by one. */
const mostProblems = 50;

const address = z.string().max(maxLetters.address);
const catalogueSchema = z.object({
  name: z.string().max(maxLetters.line),
  publisher: z.string().max(maxLetters.line),
  url: address,
  datasets: z
    .array(
      z.object({
        id: z.string().max(100),
        files: z.array(z.object({ url: address, format: z.string(), rows: z.int() })).max(2_000),
      }),
    )
    .max(200),
});

export const catalogueName = dataCatalogueUrl.slice(dataUrl.length);

/** The files of a site's open data that a portal reads, as its catalogue lists them. */
export type PublishedFiles = {
  readonly base: string;
  readonly publisher: string;
  readonly schemas: Readonly<Record<ReadName, string>>;
  readonly files: Readonly<Record<ReadName, readonly string[]>>;
};

/** Reads the catalogue of a site: which files there are to read. */
export function readCatalogue(
  site: PortalSite,
  text: string | undefined,
): { readonly value?: PublishedFiles; readonly problems: readonly Problem[] } {
  const faulty = (code: Problem["code"], args: Readonly<Record<string, string>>) => ({
    problems: [problem(code, placeIn(site, catalogueName), { site: site.name, ...args })],
  });
  const { success, data } = catalogueSchema.safeParse(parsed(text));
  if (!success) return faulty("portal-data-unreadable", { file: catalogueName });
  const base = baseOf(data.url);
  if (base === undefined || (site.url !== undefined && site.url !== base))
    return faulty("portal-data-other-site", {
      value: oneLine(data.url),
      wanted: site.url ?? "https://…",
    });
  const publisher = compose(data.publisher);
  if (oddIn(publisher) !== undefined)
    return faulty("portal-data-unreadable", { file: catalogueName });
  const start = base + dataUrl;
  const filesOf = (id: string) =>
    data.datasets
      .filter((one) => one.id === id)
      .flatMap(({ files }) => files.filter(({ format }) => format === "json"))
      .map(({ url }) => (url.startsWith(start) ? url.slice(start.length) : ""));
  const entries = readNames.map((name) => {
    const { id } = readDatasets[name].dataset;
    return { name, id, files: [...new Set(filesOf(id))] };
  });
  for (const { id, files } of entries) {
    const isKnown = (file: string) => file === `${id}.json` || yearFile(id).test(file);
    const strange = files.find((file) => !isKnown(file));
    if (strange !== undefined)
      return faulty("portal-data-unreadable", { file: oneLine(strange) || id });
  }
  return {
    value: {
      base,
      publisher,
      schemas: recordOf(({ id }) => dataSchemaUrl(id).slice(dataUrl.length)),
      files: recordOf(({ files }) => files),
    },
    problems: [],
  };

  function recordOf<Value>(make: (entry: (typeof entries)[number]) => Value) {
    return Object.fromEntries(entries.map((one) => [one.name, make(one)])) as Record<
      ReadName,
      Value
    >;
  }
}

function yearFile(id: string): RegExp {
  return new RegExp(String.raw`^${id}/\d{4}\.json$`, "u");
}

/** Returns where a site is served whose catalogue has an address. */
function baseOf(catalogue: string): string | undefined {
  const url = URL.parse(catalogue);
  if (url === null || url.href !== catalogue || !/^https?:$/u.test(url.protocol)) return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  return catalogue.endsWith(dataCatalogueUrl)
    ? catalogue.slice(0, -dataCatalogueUrl.length)
    : undefined;
}

/**
 * Reads the open data of a site. A dataset with a fault in its form is refused, and with it the
 * site; a row that leads elsewhere or deceives is left out alone.
 *
 * @param today rows of later days are not shown yet
 */
export function readPublished(
  site: PortalSite,
  copy: SiteCopy,
  today: Day,
): { readonly value?: Published; readonly problems: readonly Problem[] } {
  const catalogue = readCatalogue(site, copy.text(catalogueName));
  if (catalogue.value === undefined) return { problems: catalogue.problems };
  const { base, publisher, schemas, files } = catalogue.value;
  const problems: Problem[] = [];
  const newColumns = new Set<string>();
  const context: Reading = { site, base, today, told: problems, leftOut: 0, rows: 0 };
  const read = readNames.map((name) => {
    const { dataset } = readDatasets[name];
    const agreement = agreementOf(parsed(copy.text(schemas[name])), readDatasets[name]);
    const place = placeIn(site, schemas[name]);
    if (agreement === undefined) {
      const args = { site: site.name, file: schemas[name] };
      return [problem("portal-data-unreadable", place, args)];
    }
    for (const column of agreement.unknown) newColumns.add(`${dataset.id}: ${oneLine(column)}`);
    // A file of another kind differs in every column.
    for (const { column, found, wanted } of agreement.disagreements.slice(0, 1)) {
      const args = { site: site.name, dataset: dataset.title, column, found, wanted };
      return [problem("portal-data-column", place, args)];
    }
    const rows: unknown[] = [];
    for (const file of files[name]) {
      const faults = readFile(file, copy.text(file), readDatasets[name], rows, context);
      if (faults.length > 0) return faults;
    }
    return { name, rows };
  });
  const faults = read.flatMap((one) => (Array.isArray(one) ? one : []));
  if (faults.length > 0) return { problems: faults.slice(0, mostProblems) };
  const { text: _, ...facts } = copy;
  const rows = Object.fromEntries(
    read.map((one) => [(one as { name: string }).name, (one as { rows: unknown }).rows]),
  ) as unknown as PublishedRows;
  return {
    value: {
      site,
      base,
      publisher,
      copy: facts,
      rows,
      newColumns: [...newColumns].slice(0, mostProblems),
      leftOut: context.leftOut,
      problems,
    },
    problems,
  };
}

type Reading = {
  readonly site: PortalSite;
  readonly base: string;
  readonly today: Day;
  /** Where warnings go. */
  readonly told: Problem[];
  leftOut: number;
  rows: number;
};

/** Reads one file into a list of rows; returns the faults for which its dataset is refused. */
function readFile(
  file: string,
  text: string | undefined,
  { dataset, row: schema, links }: ReadDataset<unknown>,
  rows: unknown[],
  reading: Reading,
): Problem[] {
  const { site, base, today } = reading;
  const list = parsed(text);
  const unreadable = () => [
    problem("portal-data-unreadable", placeIn(site, file), { site: site.name, file }),
  ];
  if (!Array.isArray(list) || list.length > mostRows) return unreadable();
  reading.rows += list.length;
  if (reading.rows > mostRowsOfSite) return unreadable();
  const leaveOut = (code: Problem["code"], at: number, args: Readonly<Record<string, string>>) => {
    reading.leftOut += 1;
    if (reading.told.length >= mostProblems) return;
    const named = { site: site.name, dataset: dataset.title, row: String(at + 1), ...args };
    reading.told.push(problem(code, placeIn(site, file, at), named));
  };
  for (const [at, written] of list.entries()) {
    const { success, data, error } = schema.safeParse(written);
    if (!success) {
      const [issue] = error.issues;
      const column = String(issue?.path[0] ?? "");
      return [
        problem("portal-data-cell", placeIn(site, file, at), {
          site: site.name,
          dataset: dataset.title,
          row: String(at + 1),
          column,
          found: foundIn(written, issue?.path ?? []),
          wanted: wantedOf(issue),
        }),
      ];
    }
    const row = composed(data) as Readonly<Record<string, unknown>>;
    const away = firstIn(links, (column) => textsOf(row[column]).find((url) => !isIn(base, url)));
    const odd = firstIn(Object.keys(row), (column) => {
      for (const text of textsOf(row[column])) {
        const found = oddIn(text);
        if (found !== undefined) return found;
      }
      return undefined;
    });
    if (away !== undefined)
      leaveOut("portal-data-link", at, { column: away.column, value: oneLine(away.found), base });
    else if (odd !== undefined)
      leaveOut("portal-data-character", at, { column: odd.column, ...odd.found });
    else if (!addsUp(row)) leaveOut("portal-data-sum", at, {});
    else if (row.draft === true || String(row.date ?? row.article_date ?? "") > today)
      reading.leftOut += 1;
    else rows.push(row);
  }
  return [];
}

/** A file of a site has one row a line, after the line that begins the list. */
function placeIn({ id, data }: PortalSite, file: string, row = -1): Place {
  return { path: `${data ?? id}/${file}`, line: row + 2, column: 1 };
}

function parsed(text: string | undefined): unknown {
  if (text === undefined || text.length > mostLetters) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Brings the texts of a row into the one form that names are compared in. */
function composed(row: unknown): unknown {
  if (typeof row === "string") return compose(row);
  if (Array.isArray(row)) return row.map(composed);
  if (typeof row !== "object" || row === null) return row;
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, composed(value)]));
}

function firstIn<Found>(
  columns: readonly string[],
  find: (column: string) => Found | undefined,
): { readonly column: string; readonly found: Found } | undefined {
  for (const column of columns) {
    const found = find(column);
    if (found !== undefined) return { column, found };
  }
  return undefined;
}

function textsOf(cell: unknown): readonly string[] {
  if (typeof cell === "string") return [cell];
  return Array.isArray(cell) ? cell.filter((item) => typeof item === "string") : [];
}

/**
 * Returns whether an address is one of a page of a site, written as browsers read it: nothing in it
 * leads out again.
 */
function isIn(base: string, written: string): boolean {
  return written.startsWith(`${base}/`) && URL.parse(written)?.href === written;
}

const unseen: ReadonlySet<string> = new Set(["invisible-character", "control-character"]);

/** Returns what is in a text that no reader sees, or that is longer than any text may be. */
function oddIn(text: string): { readonly value: string; readonly code: string } | undefined {
  if (text.length > longest || stackedMarks(text) !== -1)
    return { value: oneLine(text.slice(0, 40)), code: "…" };
  for (const { code, args } of deceptionsIn(text, "body"))
    if (unseen.has(code)) return { value: oneLine(shown(text)), code: args.code ?? "" };
  return undefined;
}

/** In UTF-16 units; a summary is the longest text of a row. */
const longest = 5_000;

/** Returns the numbers of a row as they should be: none below zero, and the parts are the whole. */
function addsUp(row: Readonly<Record<string, unknown>>): boolean {
  if (!("given" in row)) return true;
  const { given, proposed, revoked, count } = row as Record<string, number | null>;
  const parts = [given, proposed, revoked].map(Number);
  if (parts.some((part) => part < 0)) return false;
  // A withdrawal of nobody knows how many leaves no sum.
  const isVague = (row.revocation_counts as readonly string[]).includes("");
  return count === null || isVague || parts.reduce((sum, part) => sum + part, 0) === count;
}

/** Returns the cell that was found instead, as JSON, cut where it is long. */
function foundIn(row: unknown, path: readonly PropertyKey[]): string {
  let cell = row;
  for (const step of path) {
    if (typeof cell !== "object" || cell === null || !Object.hasOwn(cell, step)) return "";
    cell = (cell as Record<PropertyKey, unknown>)[step];
  }
  return oneLine((JSON.stringify(cell) ?? "").slice(0, 60));
}

function wantedOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case "invalid_type":
      return issue.expected;
    case "invalid_value":
      return issue.values.map(String).join(", ");
    case "invalid_format":
      return issue.format;
    default:
      return issue?.code ?? "";
  }
}

/** Makes a stranger's text safe to print and to show. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
