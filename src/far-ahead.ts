import { type Day, daysBetween, shortDay } from "./day.ts";
import { type Finding, finding } from "./problems/finding.ts";

/** Finds corrections of a day that has not come yet. */
export function correctionsAheadFindings(
  articles: readonly {
    readonly path: string;
    readonly corrections: readonly { readonly date: Day }[];
  }[],
  today: Day,
): Finding[] {
  return articles.flatMap(({ path, corrections }) =>
    corrections.flatMap(({ date }, at) =>
      date > today
        ? finding("correction-ahead", path, ["corrections", at, "date"], { value: shortDay(date) })
        : [],
    ),
  );
}

/** Finds articles that wait for longer than a year; they were most likely given a wrong year. */
export function farAheadFindings(
  articles: readonly { readonly path: string; readonly date: Day; readonly draft: boolean }[],
  today: Day,
): Finding[] {
  return articles
    .filter(({ draft, date }) => !draft && date > today && daysBetween(today, date) > 366)
    .map(({ path, date }) => finding("date-far-ahead", path, ["date"], { value: shortDay(date) }));
}
