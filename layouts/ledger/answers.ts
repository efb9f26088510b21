import { type AwardForm, awardForms } from "../../src/award.ts";
import { type Standing, standings, type Tally, tallyOf } from "../../src/registers/award-tally.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import {
  groupNames,
  type RecipientGroup,
  recipientGroupOf,
  recipientGroups,
} from "../../src/registers/recipients.ts";
import { type Site, shortUnitName } from "../../src/site.ts";
import { compareText, fold, formatNumber } from "../../src/text/vietnamese.ts";
import { awardFormUrl, awardGiversUrl, awardGiverUrl, awardYearUrl } from "../../src/urls.ts";
import { type Html, html } from "../parts/html.ts";
import type { Link } from "../parts/shared.ts";
import { scrolling } from "../parts/table.ts";
import { cells, has, heads, shortTally, shownIn, signed, tallyPhrase } from "./tally.ts";

/*
 * The small tables above a ledger. Each answers one question, and each figure leads to the lines
 * that it adds up.
 */

/** A sum with a page of its own. */
export type Sum = Link & Tally;

/** Units that gave most, and what the others gave. */
export type Givers = { readonly most: readonly Sum[]; readonly others?: Others };

/** How many others there are, and what they gave together. */
type Others = Tally & { readonly count: number };

/** Sums of each form, and of the newest years in each. */
export type Forms = {
  readonly years: readonly number[];
  readonly rows: readonly (Sum & { readonly ofYears: readonly (Sum | null)[] })[];
};

/** Recipients of one group, and the words that articles have for them. */
export type Recipients = Tally & {
  readonly group: RecipientGroup;
  readonly name: string;
  readonly words: readonly (Tally & { readonly name: string })[];
};

/** As many units and years as fit on one screen beside each other. */
const GIVERS = 7;
const FORM_YEARS = 3;

/** What is counted of an award, in whatever register it is. */
type Summed = Tally & {
  readonly year: number;
  readonly award: Pick<RegisterEntry["award"], "form" | "by" | "to">;
};

type Entries = readonly Summed[];

/** Counts what each unit gave, most first. */
export function giversOf(entries: Entries, site: Site, most = GIVERS): Givers {
  return giverSums(entries, (id) => shortUnitName(id, site), most);
}

/** @param nameOf returns the name of a giver */
export function giverSums(entries: Entries, nameOf: (id: string) => string, most = GIVERS): Givers {
  const givers = [...Map.groupBy(entries, ({ award }) => award.by)]
    .map(([id, own]) => ({
      name: nameOf(id),
      url: awardGiverUrl(id),
      ...tallyOf(own),
    }))
    .sort((a, b) => b.counts.given - a.counts.given || compareText(a.name, b.name));
  const others = givers.slice(most);
  return {
    most: givers.slice(0, most),
    ...(others.length > 0 ? { others: { count: others.length, ...tallyOf(others) } } : {}),
  };
}

/** Counts each form, in the order in which forms are usually listed, and its newest years. */
export function formsOf(entries: Entries): Forms {
  const years = [...new Set(entries.map(({ year }) => year))]
    .sort((a, b) => b - a)
    .slice(0, FORM_YEARS);
  const byForm = formGroups(entries);
  return {
    years,
    rows: byForm.map(([form, own]) => {
      const byYear = Map.groupBy(own, ({ year }) => year);
      const ofYears = years.map((year) => {
        const ofYear = byYear.get(year);
        return ofYear ? sum(String(year), awardFormUrl(form, year), ofYear) : null;
      });
      return { ...sum(form, awardFormUrl(form), own), ofYears };
    }),
  };
}

/** Counts each form of one year, whose pages it leads to. */
export function formsOfYear(entries: Entries, year: number): Sum[] {
  return formGroups(entries).map(([form, own]) => sum(form, awardFormUrl(form, year), own));
}

/** Counts each form; its pages hold more than these entries. */
export function formSums(entries: Entries): Sum[] {
  return formGroups(entries).map(([form, own]) => sum(form, awardFormUrl(form), own));
}

function formGroups(entries: Entries): [AwardForm, Summed[]][] {
  return [...Map.groupBy(entries, ({ award }) => award.form)].sort(
    ([a], [b]) => awardForms.indexOf(a) - awardForms.indexOf(b),
  );
}

/** Counts each year, newest first. */
export function yearsOf<Entry extends Summed>(
  entries: readonly Entry[],
  urlOf: (year: number) => string = awardYearUrl,
  yearOf: (entry: Entry) => number | undefined = ({ year }) => year,
): Sum[] {
  return [...Map.groupBy(entries, yearOf)]
    .flatMap(([year, own]) => (year === undefined ? [] : [{ year, own }]))
    .sort((a, b) => b.year - a.year)
    .map(({ year, own }) => sum(String(year), urlOf(year), own));
}

/** Counts the groups of recipients and, inside each, the words that articles use. */
export function recipientsOf(entries: Entries): Recipients[] {
  const groups = Map.groupBy(entries, ({ award }) => recipientGroupOf(award.to));
  return recipientGroups.flatMap((group) => {
    const own = groups.get(group);
    if (own === undefined) return [];
    const words = [...Map.groupBy(own, ({ award }) => fold(award.to)).values()]
      .map((same) => ({ name: same[0]!.award.to, ...tallyOf(same) }))
      .sort((a, b) => b.counts.given - a.counts.given || compareText(a.name, b.name));
    return [{ group, name: groupNames[group], ...tallyOf(own), words }];
  });
}

function sum(name: string, url: string, entries: Entries): Sum {
  return { name, url, ...tallyOf(entries) };
}

/** A table of sums under a heading of its own. */
export function sumTable(
  id: string,
  heading: string,
  first: string,
  rows: readonly Sum[],
  { before = false, more = false }: Around = {},
): Html | false {
  if (rows.length === 0) return false;
  const shown = shownIn(rows);
  return section(
    id,
    heading,
    html`<thead><tr><th scope="col">${first}</th>${heads(shown)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr><th scope="row"><a href="${row.url}">${row.name}</a></th>${cells(row, shown)}</tr>`,
    )}</tbody>
    ${foot(rows, cells(tallyOf(rows), shown))}`,
    { before, more },
  );
}

/** What is around a table of sums. */
type Around = {
  readonly before?: Html | false;
  readonly more?: Html | false;
};

/** Draws the sum of rows that add up, so that anyone can check them. */
function foot(rows: readonly unknown[], sums: Html): Html | false {
  return rows.length > 1 && html`<tfoot><tr><th scope="row">Cộng</th>${sums}</tr></tfoot>`;
}

/**
 * The years as a table with a bar below each row, as wide as the table: the chart and its figures
 * are one.
 */
export function yearTable(rows: readonly Sum[], more: Html | false): Html | false {
  if (rows.length === 0) return false;
  const most = Math.max(1, ...rows.map(({ counts }) => counts.given + counts.proposed));
  const shown = shownIn(rows);
  const open = rows.length > MANY_YEARS ? rows.slice(0, OPEN_YEARS) : rows;
  const older = rows.slice(open.length);
  const head = html`<thead><tr><th scope="col">Năm</th>${heads(shown)}</tr></thead>`;
  const line = (row: Sum) =>
    html`<tr><th scope="row"><a href="${row.url}">${row.name}</a></th>${cells(row, shown)}</tr>
      <tr class="bar" aria-hidden="true"><td colspan="${shown.length + 1}">${bar(row, most)}</td></tr>`;
  return section(
    "theo-nam",
    "Theo năm",
    html`${head}
    <tbody>${open.map(line)}${older.length > 0 && html`<tr><th scope="row">${spanOf(older)}</th>${cells(tallyOf(older), shown)}</tr>`}</tbody>
    ${foot(rows, cells(tallyOf(rows), shown))}`,
    {
      more: html`${
        older.length > 0 &&
        html`<details class="folded"><summary>Từng năm ${spanOf(older)}</summary>
          <table class="sums chart"><caption class="unseen">Từng năm ${spanOf(older)}, số lượt</caption>${head}<tbody>${older.map(line)}</tbody></table></details>`
      }${more}`,
    },
    "chart",
  );
}

/** With more years than this, those after the newest are one row, and folded below the table. */
const MANY_YEARS = 12;
const OPEN_YEARS = 8;

/** Names years that are in order, newest first: "1985–2016". */
function spanOf(years: readonly Sum[]): string {
  return `${years.at(-1)!.name}–${years[0]!.name}`;
}

/** A bar of what is proposed that is thinner than this, in percent, looks like dirt. */
const THINNEST = 2;

/** Draws one bar in percent of the longest. */
function bar({ counts }: Tally, most: number): Html {
  const width = (count: number) => Math.round((count / most) * 1000) / 10;
  const [given, proposed] = [width(counts.given), width(counts.proposed)];
  return html`<svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="given" width="${given}" height="20"/>${proposed >= THINNEST && html`<rect class="proposed" x="${given + 1}" y="6" width="${proposed - 1}" height="8"/>`}</svg>`;
}

/** The forms by years; every figure leads to the page of its form and year. */
export function formTable({ years, rows }: Forms, more: Html | false): Html | false {
  if (rows.length === 0) return false;
  return section(
    "theo-hinh-thuc",
    "Theo hình thức",
    html`<thead><tr><th scope="col">Hình thức</th>${years.map((year) => html`<th scope="col" class="num">${year}</th>`)}<th scope="col" class="num">Tất\u00a0cả</th></tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr>
        <th scope="row"><a href="${row.url}">${row.name}</a></th>
        ${row.ofYears.map((one) => html`<td class="num">${one ? html`<a href="${one.url}">${mainFigure(one)}<span class="unseen">: ${row.name} năm ${one.name}</span></a>` : "–"}</td>`)}
        <td class="num ${mainStanding(row)}">${mainFigure(row)}</td>
        </tr>`,
    )}</tbody>
    ${foot(
      rows,
      html`${years.map((year, at) => html`<td class="num"><a href="${awardYearUrl(year)}">${shortTally(tallyOf(rows.flatMap(({ ofYears }) => ofYears[at] ?? [])), "given")}<span class="unseen">: đã khen năm ${year}</span></a></td>`)}<td class="num given">${shortTally(tallyOf(rows), "given")}</td>`,
    )}`,
    { more },
  );
}

/** How many were given; without any, how many were proposed or withdrawn. */
function mainFigure(one: Tally): Html {
  const standing = mainStanding(one);
  return signed(shortTally(one, standing), standing);
}

function mainStanding(one: Tally): Standing {
  return standings.find((standing) => has(one, standing)) ?? "given";
}

export function giverTable({ most, others }: Givers, more: Html | false): Html | false {
  const name = others && `${formatNumber(others.count)} cấp khác`;
  const rows = [...most, ...(others && name ? [{ ...others, name, url: awardGiversUrl }] : [])];
  return sumTable("theo-don-vi", "Theo cấp khen thưởng", "Cấp khen thưởng", rows, { more });
}

/** Who received: a few groups, and in each the words of the articles, folded away. */
export function recipientsPart(groups: readonly Recipients[]): Html | false {
  return (
    groups.length > 0 &&
    html`<section class="part recipients" aria-labelledby="doi-tuong"><h2 id="doi-tuong">Theo đối tượng</h2>
    ${groups.map((group) => wordsOf(group, html`<b>${group.name}</b>: `))}
    </section>`
  );
}

/** What one group adds up to, with the words of the articles folded away. */
export function wordsOf({ words, ...tally }: Recipients, before: Html | false = false): Html {
  return html`<details><summary>${before}${tallyPhrase(tally)}</summary>
    <ul class="names">${words.map((word) => html`<li>${word.name}: ${tallyPhrase(word)}</li>`)}</ul></details>`;
}

function section(
  id: string,
  heading: string,
  rows: Html,
  { before = false, more = false }: Around = {},
  kind = "",
): Html {
  return html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
    ${before}${scrolling(
      heading,
      html`<table class="sums ${kind}"><caption class="unseen">${heading}, số lượt</caption>${rows}</table>`,
    )}${more}</section>`;
}
