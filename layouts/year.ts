import { monthNumber } from "../src/day.ts";
import type { Page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { archiveUrl, monthUrl, yearUrl } from "../src/urls.ts";
import type { Counted } from "./parts/facts.ts";
import { type Html, html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import {
  fullestMonth,
  monthCells,
  type YearOfMonths,
  yearOfMonths,
} from "./parts/months-of-year.ts";
import { type Neighbours, neighbourNav, neighboursIn } from "./parts/neighbours.ts";
import { isOnePage } from "./parts/paging.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

type Overview = Neighbours & {
  readonly total: number;
  readonly counts: YearOfMonths;
  /** The months that have articles, in their order, where the page does not show all of them. */
  readonly months: readonly Month[];
};

/** A month with its newest article. */
type Month = Counted & { readonly newest: Link };

/** One year: its months with their counts, then its articles, newest first. */
export function yearPages(site: Site): Page[] {
  const shared = sharedOf(site);
  return site.years.flatMap((entry, index) => {
    const { year, articles, months } = entry;
    const overview: Overview = {
      total: articles.length,
      counts: yearOfMonths(entry),
      months: (isOnePage(articles.length) ? [] : months).map(({ month, articles }) => ({
        name: `Tháng ${monthNumber(month)}`,
        url: monthUrl(month),
        count: articles.length,
        newest: { name: articles.at(-1)!.title, url: articles.at(-1)!.url },
      })),
      ...neighboursIn(site.years, index, ({ year }) => ({
        name: `năm ${year}`,
        url: yearUrl(year),
      })),
    };
    return listingPages(
      {
        kind: "year",
        url: yearUrl(year),
        title: `Tin năm ${year}`,
        heading: `Năm ${year}`,
        description: `Các bài đăng trong năm ${year}, xếp theo tháng.`,
        way: [{ name: "Lưu trữ", url: archiveUrl }],
        here: String(year),
        inside: "year",
        articles,
      },
      shared,
      overview,
      yearView,
    );
  });
}

function yearView(props: Listing & Partial<Overview>): Html {
  const { total, counts, months = [] } = props;
  return listingView(props, {
    intro:
      total !== undefined &&
      html`<p class="intro">${formatNumber(total)} bài trong năm${months.length > 0 && "; dưới mỗi tháng là tin mới nhất của tháng đó"}.</p>`,
    facts:
      counts &&
      html`<nav class="months" aria-label="Các tháng trong năm">${
        months.length === 0
          ? monthCells(counts, fullestMonth([counts]))
          : html`<ul class="newest">${months.map(
              ({ name, url, count, newest }) =>
                html`<li><p><a href="${url}"><b>${name}</b> <span class="count">(${formatNumber(count)})</span></a></p>
          <p><a href="${newest.url}">${newest.name}</a></p></li>`,
            )}</ul>`
      }</nav>`,
    after: neighbourNav(props, "Năm"),
  });
}
