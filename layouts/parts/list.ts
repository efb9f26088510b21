import { monthNumber, monthOf, yearOf } from "../../src/day.ts";
import { runs } from "../../src/text/runs.ts";
import { type Html, html } from "./html.ts";
import { type Teaser, teaser } from "./teaser.ts";

/**
 * Articles, newest first, under a heading for each month or year; the date is in a column of its
 * own.
 */
export function teaserList(items: readonly Teaser[], level: 2 | 3 = 2): Html {
  if (items.length === 0) return html`<p class="empty">Chưa có bài nào.</p>`;
  return html`${periodsOf(items).map(
    (period) => html`<section class="period">
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

type Period = { readonly name: string; readonly items: readonly Teaser[] };

/**
 * Cuts a list into months, or into years when it has few articles a month: a heading over each
 * single line would only be noise.
 */
function periodsOf(items: readonly Teaser[]): Period[] {
  const months = runs(items, ({ day }) => monthOf(day)).map(([, items]) => ({
    name: `Tháng ${monthNumber(items[0]!.day)} năm ${yearOf(items[0]!.day)}`,
    items,
  }));
  if (months.length * 2 <= items.length) return months;
  return runs(items, ({ day }) => yearOf(day)).map(([year, items]) => ({
    name: `Năm ${year}`,
    items,
  }));
}
