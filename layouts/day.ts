import { dayNumber, longDay, shortDay } from "../src/day.ts";
import type { Page, PageGroup } from "../src/page.ts";
import type { DayEntry, Site } from "../src/site.ts";
import { archiveUrl, dayUrl } from "../src/urls.ts";
import type { Html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import { type Neighbours, neighbourNav, neighboursIn } from "./parts/neighbours.ts";
import { LIST_SIZE, urlsOfList } from "./parts/paging.ts";
import { sharedOf } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";

/** One day: all that was published on it. */
export function dayPages(site: Site): PageGroup[] {
  const months = site.years.flatMap(({ months }) => months);
  const days = months.flatMap(({ days }) => days);
  let end = 0;
  return months.map(({ month, articles, days: { length } }) => {
    const from = end;
    end += length;
    return {
      name: month,
      texts: articles,
      // A site has thousands of days, and an article changes one of them.
      sources: () => [
        [days[from - 1], days[from + length]].map((one) => one?.day),
        sourcesOf(site).ofList(articles, true),
      ],
      urls: () =>
        days
          .slice(from, from + length)
          .flatMap(({ day, articles }) => urlsOfList(dayUrl(day), articles.length, LIST_SIZE)),
      pages: () => pagesOf(days, from, from + length, site),
    };
  });
}

function pagesOf(days: readonly DayEntry[], from: number, to: number, site: Site): Page[] {
  const shared = sharedOf(site);
  return days.slice(from, to).flatMap(({ day, articles }, at) =>
    listingPages(
      {
        kind: "day",
        url: dayUrl(day),
        title: `Tin ngày ${shortDay(day)}`,
        heading: longDay(day),
        description: `Các bài đăng ngày ${shortDay(day)}.`,
        way: [{ name: "Lưu trữ", url: archiveUrl }, ...shared.wayToDay(day).slice(0, -1)],
        here: `Ngày ${dayNumber(day)}`,
        inside: "day",
        articles,
      },
      shared,
      neighboursIn(days, from + at, ({ day }) => ({
        name: `ngày ${shortDay(day)}`,
        url: dayUrl(day),
      })),
      dayView,
    ),
  );
}

function dayView(props: Listing & Neighbours): Html {
  return listingView(props, { after: neighbourNav(props, "Ngày có tin") });
}
