import { monthNumber } from "../../src/day.ts";
import type { YearEntry } from "../../src/site.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { monthUrl, yearUrl } from "../../src/urls.ts";
import type { Counted } from "./facts.ts";
import { type Html, html } from "./html.ts";

/** One year of the archive: how many articles it has, and each of its twelve months. */
export type YearOfMonths = Counted & {
  /** From January on; null for a month without articles. */
  readonly months: readonly (Counted | null)[];
};

/** Counts the articles of a year by month. */
export function yearOfMonths({ year, articles, months }: YearEntry): YearOfMonths {
  const counts = new Map(
    months.map(({ month, articles }) => [monthNumber(month), { month, count: articles.length }]),
  );
  return {
    name: String(year),
    url: yearUrl(year),
    count: articles.length,
    months: Array.from({ length: 12 }, (_, index) => {
      const entry = counts.get(index + 1);
      return entry
        ? { name: `Tháng ${index + 1}/${year}`, url: monthUrl(entry.month), count: entry.count }
        : null;
    }),
  };
}

/** Returns how many articles the fullest month of some years has. */
export function fullestMonth(years: readonly YearOfMonths[]): number {
  return Math.max(1, ...years.flatMap(({ months }) => months.map((month) => month?.count ?? 0)));
}

/**
 * The twelve months of a year on one line, or on two where it is narrow.
 *
 * @param most how many articles the fullest month of the page has
 */
export function monthCells({ months }: YearOfMonths, most: number): Html {
  return html`<ol class="counts">${months.map((month, index) => cell(month, index + 1, most))}</ol>`;
}

/** The fuller the month, the warmer its cell: four shades. */
function cell(month: Counted | null, number: number, most: number): Html {
  if (month === null)
    return html`<li><span><small>T${number}</small><span class="unseen">: không có bài</span></span></li>`;
  const { name, url, count } = month;
  return html`<li class="warm-${Math.ceil((count / most) * 4)}"><a href="${url}"><small aria-hidden="true">T${number}</small><span class="unseen">${name}: </span>${formatNumber(count)}<span class="unseen"> bài</span></a></li>`;
}
