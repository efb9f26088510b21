import { type Day, type PartialDay, parseDay } from "../day.ts";

/* The days that people mean by texts which are none, for advice on what to write. */

/** In UTF-16 units: nobody needs more for a date, and patterns take long on runs of blanks. */
const longest = 100;

/**
 * Returns the day that a text names in a way of its own (`ngày 5 tháng 3 năm 2023`, `2023/03/05`),
 * as it should be written; empty when there is none.
 */
export function dayIn(text: string): string {
  if (text.length > longest) return "";
  const [, y, m, d] = /(\d{4})[/.](\d{1,2})[/.](\d{1,2})/u.exec(text) ?? [];
  if (y !== undefined) return parseDay(`${d}/${m}/${y}`) ?? "";
  const [, day, month, year] =
    /(\d{1,2})\s*(?:[-/.]|tháng)\s*(\d{1,2})\s*(?:[-/.]|,?\s*năm)\s*(\d{4})/u.exec(text) ?? [];
  const written = `${Number(day)}/${Number(month)}/${year}`;
  return day !== undefined && parseDay(written) !== undefined ? written : "";
}

/** Between the parts of a date, and between two: `14/1/2025 – 15/1/2025`, `14 và 15/1/2025`. */
const inDate = String.raw`\s*(?:[-/.]|,?\s*tháng|,?\s*năm)\s*`;
const between = String.raw`\s*(?:[-–—,&]|đến|tới|và)\s*(?:hết\s+)?(?:ngày\s+)?`;
const isoSpan = new RegExp(
  String.raw`(\d{4}-\d{1,2}-\d{1,2})${between}(\d{4}-\d{1,2}-\d{1,2})`,
  "u",
);
const span = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:${inDate}(\d{1,2})(?:${inDate}(\d{4}))?)?${between}(\d{1,2})${inDate}(\d{1,2})${inDate}(\d{4})(?!\d)`,
  "u",
);

/** Returns the first and the last day of a text that names both: `14-15/1/2025`. */
export function spanIn(text: string): { readonly from: Day; readonly to: Day } | undefined {
  if (text.length > longest) return undefined;
  const [, first, last] = isoSpan.exec(text) ?? [];
  if (first !== undefined) return inOrder(parseDay(first), parseDay(last!));
  const [, fromDay, fromMonth, fromYear, day, month, year] = span.exec(text) ?? [];
  if (day === undefined) return undefined;
  const from = parseDay(`${fromDay}/${fromMonth ?? month}/${fromYear ?? year}`);
  return inOrder(from, parseDay(`${day}/${month}/${year}`));
}

function inOrder(from: Day | undefined, to: Day | undefined) {
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}

/** Returns the year, month or day that a text names: `2010-07` for `tháng 7/2010`; or nothing. */
export function partialDayIn(text: string): PartialDay {
  if (text.length > longest) return "";
  const day = dayIn(text);
  if (day !== "") return parseDay(day) ?? "";
  const [, month, year] =
    /^(?:tháng\s*)?(\d{1,2})\s*(?:[-/.]|,?\s*năm)\s*(\d{4})$/iu.exec(text) ?? [];
  if (Number(month) >= 1 && Number(month) <= 12) return `${year}-${month!.padStart(2, "0")}`;
  const [, isoYear, isoMonth] = /^(\d{4})[-/.](\d{1,2})$/u.exec(text) ?? [];
  if (Number(isoMonth) >= 1 && Number(isoMonth) <= 12)
    return `${isoYear}-${isoMonth!.padStart(2, "0")}`;
  return /^năm\s*(\d{4})$/iu.exec(text)?.[1] ?? "";
}
