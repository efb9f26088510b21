import { dayNumber, longDay, shortDay } from "../src/day.ts";
import type { Page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { archiveUrl, dayUrl } from "../src/urls.ts";
import { listingPages, listingView } from "./parts/listing.ts";
import { sharedOf } from "./parts/shared.ts";

/** One day: all that was published on it. */
export function dayPages(site: Site): Page[] {
  const shared = sharedOf(site);
  return site.years.flatMap(({ months }) =>
    months.flatMap(({ days }) =>
      days.flatMap(({ day, articles }) =>
        listingPages(
          {
            kind: "day",
            url: dayUrl(day),
            title: `Tin ngày ${shortDay(day)}`,
            heading: longDay(day),
            description: `Các bài đăng ngày ${shortDay(day)}.`,
            way: [{ name: "Lưu trữ", url: archiveUrl }, ...shared.wayToDay(day).slice(0, -1)],
            here: `Ngày ${dayNumber(day)}`,
            byMonth: false,
            articles,
          },
          shared,
          {},
          listingView,
        ),
      ),
    ),
  );
}
