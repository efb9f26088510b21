import { dayNumber, daysInMonth, monthNumber } from "../src/day.ts";
import type { Page, PageGroup } from "../src/page.ts";
import type { MonthEntry, Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { archiveUrl, dayUrl, monthUrl, yearUrl } from "../src/urls.ts";
import { type MonthGrid, monthCalendar, weeksOf } from "./parts/calendar.ts";
import { type Html, html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import { type Neighbours, neighbourNav, neighboursIn } from "./parts/neighbours.ts";
import { LIST_SIZE, urlsOfList } from "./parts/paging.ts";
import { sharedOf } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";

/** One month: a calendar of its days, then its articles, newest first. */
export function monthPages(site: Site): PageGroup[] {
  const months = site.years.flatMap(({ months }) => months);
  return months.map((entry, index) => {
    const { month, articles } = entry;
    const neighbours = neighboursIn(months, index, ({ month }) => ({
      name: `tháng ${monthNumber(month)}/${month.slice(0, 4)}`,
      url: monthUrl(month),
    }));
    return {
      name: month,
      texts: [],
      sources: () => [neighbours, sourcesOf(site).ofList(articles)],
      urls: () => urlsOfList(monthUrl(month), articles.length, LIST_SIZE),
      pages: () => pagesOf(entry, neighbours, site),
    };
  });
}

function pagesOf(entry: MonthEntry, neighbours: Neighbours, site: Site): Page[] {
  const { month, articles } = entry;
  const number = monthNumber(month);
  const year = Number(month.slice(0, 4));
  return listingPages(
    {
      kind: "month",
      url: monthUrl(month),
      title: `Tin tháng ${number} năm ${year}`,
      heading: `Tháng ${number} năm ${year}`,
      description: `Các bài đăng trong tháng ${number} năm ${year}.`,
      way: [
        { name: "Lưu trữ", url: archiveUrl },
        { name: String(year), url: yearUrl(year) },
      ],
      here: `Tháng ${number}`,
      inside: "month",
      articles,
    },
    sharedOf(site),
    { total: articles.length, grid: gridOf(entry, year, number), ...neighbours },
    monthView,
  );
}

function gridOf({ days }: MonthEntry, year: number, month: number): MonthGrid {
  const entries = new Map(days.map((entry) => [dayNumber(entry.day), entry]));
  return {
    name: `Lịch tháng ${month} năm ${year}`,
    weeks: weeksOf(year, month, daysInMonth(year, month), (number) => {
      const entry = entries.get(number);
      return entry ? { number, url: dayUrl(entry.day), count: entry.articles.length } : { number };
    }),
  };
}

type Overview = Neighbours & { readonly total: number; readonly grid: MonthGrid };

function monthView(props: Listing & Partial<Overview>): Html {
  const { total, grid } = props;
  return listingView(props, {
    intro:
      total !== undefined && html`<p class="intro">${formatNumber(total)} bài trong tháng.</p>`,
    facts: grid && monthCalendar(grid),
    beside: true,
    after: neighbourNav(props, "Tháng"),
  });
}
