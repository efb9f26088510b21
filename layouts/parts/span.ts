import { type Day, dayNumber, monthNumber, monthOf, shortDay, yearOf } from "../../src/day.ts";

/**
 * Returns what a stretch of time is called, as short as it can be: "tháng 3 – tháng 5/2023", "ngày
 * 3 – 15/5/2023".
 */
export function spanText(first: Day | undefined, last: Day | undefined): string {
  if (first === undefined || last === undefined) return "";
  if (first === last) return `ngày ${shortDay(first)}`;
  if (monthOf(first) === monthOf(last)) return `ngày ${dayNumber(first)} – ${shortDay(last)}`;
  if (yearOf(first) === yearOf(last)) return `tháng ${monthNumber(first)} – ${monthText(last)}`;
  return `${monthText(first)} – ${monthText(last)}`;
}

/** Returns what a stretch that is still growing is called: "từ tháng 3/2023". */
export function sinceText(first: Day | undefined): string {
  return first === undefined ? "" : `từ ${monthText(first)}`;
}

/** `tháng 3/2023` */
function monthText(day: Day): string {
  return `tháng ${monthNumber(day)}/${yearOf(day)}`;
}
