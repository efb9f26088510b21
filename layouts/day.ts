import { dayNumber, longDay, shortDay } from "../src/day.ts";
import type { Page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { archiveUrl, dayUrl } from "../src/urls.ts";
import type { Html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import { type Neighbours, neighbourNav, neighboursIn } from "./parts/neighbours.ts";
import { sharedOf } from "./parts/shared.ts";

/** One day: all that was published on it. */
export function dayPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const days = site.years.flatMap(({ months }) => months.flatMap(({ days }) => days));
  return days.flatMap(({ day, articles }, index) =>
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
      neighboursIn(days, index, ({ day }) => ({ name: `ngày ${shortDay(day)}`, url: dayUrl(day) })),
      dayView,
    ),
  );
}

function dayView(props: Listing & Neighbours): Html {
  return listingView(props, { after: neighbourNav(props, "Ngày có tin") });
}
