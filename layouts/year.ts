import type { Page, PageGroup } from "../src/page.ts";
import type { Site, YearEntry } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { archiveUrl, yearUrl } from "../src/urls.ts";
import { type Html, html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import {
  fullestMonth,
  monthCells,
  type YearOfMonths,
  yearOfMonths,
} from "./parts/months-of-year.ts";
import { type Neighbours, neighbourNav, neighboursIn } from "./parts/neighbours.ts";
import { LIST_SIZE, urlsOfList } from "./parts/paging.ts";
import { sharedOf } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";

type Overview = Neighbours & {
  readonly total: number;
  readonly counts: YearOfMonths;
};

/** One year: its months with their counts, then its articles, newest first. */
export function yearPages(site: Site): PageGroup[] {
  return site.years.map((entry, index) => {
    const overview: Overview = {
      total: entry.articles.length,
      counts: yearOfMonths(entry),
      ...neighboursIn(site.years, index, ({ year }) => ({
        name: `năm ${year}`,
        url: yearUrl(year),
      })),
    };
    return {
      name: String(entry.year),
      texts: [],
      sources: () => [overview, sourcesOf(site).ofList(entry.articles)],
      urls: () => urlsOfList(yearUrl(entry.year), entry.articles.length, LIST_SIZE),
      pages: () => pagesOf(entry, overview, site),
    };
  });
}

function pagesOf({ year, articles }: YearEntry, overview: Overview, site: Site): Page[] {
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
    sharedOf(site),
    overview,
    yearView,
  );
}

function yearView(props: Listing & Partial<Overview>): Html {
  const { total, counts } = props;
  return listingView(props, {
    intro:
      total !== undefined &&
      html`<p class="intro">${formatNumber(total)} bài trong năm; dưới mỗi tháng (T1 là tháng 1) là số bài của tháng đó.</p>`,
    facts:
      counts &&
      html`<nav class="months" aria-label="Các tháng trong năm">${monthCells(counts, fullestMonth([counts]))}</nav>`,
    after: neighbourNav(props, "Năm"),
  });
}
