import { monthNumber, monthOf, yearOf } from "../../src/day.ts";
import { runs } from "../../src/text/runs.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import type { Counted } from "./facts.ts";
import { type Html, html } from "./html.ts";
import { type Teaser, teaser } from "./teaser.ts";

/**
 * Articles, newest first, under a heading for each month or year; the date is in a column of its
 * own.
 */
export function teaserList(items: readonly Teaser[], level: 2 | 3 = 2): Html {
  if (items.length === 0) return html`<p class="empty">Chưa có bài nào.</p>`;
  return html`${periodsOf(items).map(
    (
      period,
    ) => html`<section class="period"${period.year !== undefined && html` id="${yearAnchor(period.year)}"`}>
      ${
        level === 2
          ? html`<h2 class="period-name">${period.name}</h2>`
          : html`<h3 class="period-name">${period.name}</h3>`
      }
      ${plainList(period.items, level === 2 ? 3 : 4)}
    </section>`,
  )}`;
}

/**
 * Articles without headings, for a list that lies within one month or is short.
 *
 * @param year the year that the page says already; lines of other years say theirs
 */
export function plainList(items: readonly Teaser[], level: 2 | 3 | 4 = 2, year?: number): Html {
  return html`<ol class="rows">${items.map((item) => html`<li>${teaser(item, "row", level, year)}</li>`)}</ol>`;
}

/** The id of the list of years. */
export const YEARS_ID = "cac-nam";

/**
 * Articles of each year folded up below its name, so that a long list is seen at a glance.
 *
 * @param years all years of a list that is longer than its page, with how many articles each has
 * @param older address of the page that goes on where this one ends
 */
export function yearsToUnfold(
  items: readonly Teaser[],
  years: readonly Counted[] = [],
  older?: string,
): Html {
  const byName = new Map(years.map((year) => [year.name, year]));
  const here = runs(items, ({ day }) => String(yearOf(day)));
  const shown = new Set(here.map(([year]) => year));
  return html`<div id="${YEARS_ID}">${here.map(([year, own]) => {
    const { count } = byName.get(year) ?? { count: own.length };
    const left = count - own.length;
    return html`<details class="folded" id="${yearAnchor(Number(year))}"${here.length === 1 && html` open`}><summary><h3 class="period-name">Năm ${year}</h3> ${bracketed(count)}</summary>${plainList(own, 4)}${left > 0 && html`<p class="note">Còn ${formatNumber(left)} bài của năm này ở ${older === undefined ? "trang cũ hơn" : html`<a href="${older}">trang cũ hơn</a>`}.</p>`}</details>`;
  })}${years
    .filter(({ name }) => !shown.has(name))
    .map(
      ({ name, url, count }) =>
        html`<p class="folded"><a href="${url}">Năm ${name}</a> ${bracketed(count)}</p>`,
    )}</div>`;
}

function bracketed(count: number): Html {
  return html`<span class="count">(${formatNumber(count)} bài)</span>`;
}

/** A few articles with what makes each worth reading, where a date needs no column of its own. */
export function cardList(items: readonly Teaser[]): Html {
  return html`<ol>${items.map((item) => html`<li>${teaser(item, "card")}</li>`)}</ol>`;
}

/** Returns the id of the place in a list where the articles of a year begin. */
export function yearAnchor(year: number): string {
  return `nam-${year}`;
}

/** Returns whether the articles of one year are parted by months, as `teaserList` would do it. */
export function isPartedByMonth(items: readonly Teaser[]): boolean {
  return runs(items, ({ day }) => monthOf(day)).length * ENOUGH_FOR_A_MONTH <= items.length;
}

type Period = {
  readonly name: string;
  /** The year that begins here. */
  readonly year?: number;
  readonly items: readonly Teaser[];
};

/** With fewer articles a month than this, a heading over each month would be more than they are. */
const ENOUGH_FOR_A_MONTH = 4;

/** Cuts a list into years, and those that have many articles a month into months. */
function periodsOf(items: readonly Teaser[]): Period[] {
  return runs(items, ({ day }) => yearOf(day)).flatMap(([year, ofYear]): Period[] => {
    if (!isPartedByMonth(ofYear)) return [{ name: `Năm ${year}`, year, items: ofYear }];
    return runs(ofYear, ({ day }) => monthNumber(day)).map(([month, ofMonth], at) => ({
      name: `Tháng ${month} năm ${year}`,
      ...(at === 0 ? { year } : {}),
      items: ofMonth,
    }));
  });
}
