import type { Day } from "../day.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { PortalSite } from "./portal-file.ts";
import { catalogueName, readCatalogue } from "./published-catalogue.ts";
import { type PublishedRows, type ReadDataset, readDatasets, readNames } from "./published-rows.ts";
import {
  addsUp,
  composed,
  firstIn,
  foundIn,
  isIn,
  oddIn,
  oneLine,
  textsOf,
  wantedOf,
} from "./row-faults.ts";
import { agreementOf } from "./schema-agreement.ts";
import { parsed, placeIn, type SiteCopy } from "./site-copy.ts";

/*
 * The open data of one site as strangers send it → rows that can be shown. Everything is checked
 * here, once: behind it a text is on one screen what it is in the file, and a link leads into the
 * site that it came from.
 */

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

/** In rows of one file; an office with more articles a day than it has hours has none of them. */
const mostRows = 100_000;
/** In rows of all files of a site. */
const mostRowsOfSite = 500_000;
/** The most problems of one site that are told one by one. */
const mostProblems = 50;

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
