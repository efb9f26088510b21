import { DateTime } from "luxon";

declare const dayBrand: unique symbol;

/**
 * A civil date, `YYYY-MM-DD`: no time, no zone. Text order is time order.
 * Only this file makes one, so every Day is a date that exists.
 */
export type Day = string & { readonly [dayBrand]: true };

/**
 * A year, a month or a day, as far as it is known: `2022`, `2022-03`, `2022-03-15`. Text order is
 * the order of their beginnings.
 */
export type PartialDay = string;

/**
 * The zone in which "today" is decided: an article dated the 15th appears when the 15th begins in
 * Viet Nam.
 */
const ZONE = "Asia/Ho_Chi_Minh";

const isoForm = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const vietnameseForm = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * Reads a date as a writer writes it: `2022-01-14`, or day first as in Viet Nam: `14/1/2022`.
 * Returns undefined for any other form and for days that do not exist (30/2/2022).
 * JavaScript's own Date parser is never used: it reads 5/1/2022 as the first of May.
 */
export function parseDay(text: string): Day | undefined {
  const iso = isoForm.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = vietnameseForm.exec(text);
  if (local) return dayOf(Number(local[3]), Number(local[2]), Number(local[1]));
  return undefined;
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as Day;
}

/** Returns how many days a month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Returns the civil date in Viet Nam at an instant given in ISO 8601; undefined for any other text.
 */
export function dayAt(iso: string): Day | undefined {
  const instant = DateTime.fromISO(iso, { zone: ZONE });
  return instant.isValid ? (instant.toISODate() as Day) : undefined;
}

/** Returns the time of the day in Viet Nam at an instant in ISO 8601, such as `18:05`. */
export function clockAt(iso: string): string {
  return DateTime.fromISO(iso, { zone: ZONE }).toFormat("HH:mm");
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Returns the month of a day: `2022-01`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** Returns the number of a month, or of the month that a day is in: 1 to 12. */
export function monthNumber(monthOrDay: string): number {
  return Number(monthOrDay.slice(5, 7));
}

/** Returns the day of the month, 1 to 31. */
export function dayNumber(day: Day): number {
  return Number(day.slice(8, 10));
}

/** Returns a day in the form people write: `14/1/2022`. */
export function shortDay(day: Day): string {
  return `${dayNumber(day)}/${monthNumber(day)}/${yearOf(day)}`;
}

/** Returns a date as people write it, as far as it is known: 2025, 2/2025, 15/2/2025. */
export function partialDayText(date: PartialDay): string {
  return date
    .split("-")
    .reverse()
    .map((part) => String(Number(part)))
    .join("/");
}

/** Returns such a date as a sentence says it: "ngày 15/2/2025", "tháng 2/2025", "năm 2025". */
export function partialDayWords(date: PartialDay): string {
  const unit = { 4: "năm", 7: "tháng" }[date.length] ?? "ngày";
  return `${unit} ${partialDayText(date)}`;
}

const weekDays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
/** 1 January 1970 was a Thursday. */
const dayOfEpoch = 4;

const longDays = new Map<Day, string>();

/**
 * Returns `Thứ Sáu, ngày 14 tháng 1 năm 2022`. Memoized, because a site has far fewer days than
 * pages that show them.
 */
export function longDay(day: Day): string {
  let text = longDays.get(day);
  if (text === undefined) {
    const name = weekDays[(((dayCount(day) + dayOfEpoch) % 7) + 7) % 7]!;
    text = `${name}, ngày ${dayNumber(day)} tháng ${monthNumber(day)} năm ${yearOf(day)}`;
    longDays.set(day, text);
  }
  return text;
}

/** Returns the day of the week as a sentence has it: `thứ Sáu`. */
export function weekDay(day: Day): string {
  const [name = ""] = longDay(day).split(",", 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/**
 * Returns the instant a day begins in Viet Nam, for feeds and sitemaps:
 * `2022-01-14T00:00:00+07:00`.
 */
export function dayStart(day: Day): string {
  return `${day}T00:00:00+07:00`;
}

/**
 * Returns the instant a day begins in Viet Nam as mail and RSS write it (RFC 5322):
 * `Fri, 14 Jan 2022 00:00:00 +0700`.
 */
export function mailDate(day: Day): string {
  return new Date(day).toUTCString().replace("GMT", "+0700");
}

const dayMs = 86_400_000;

/** Returns the day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date((dayCount(day) + count) * dayMs).toISOString().slice(0, 10) as Day;
}

/** Returns how many days are between two days, whichever comes first. */
export function daysBetween(a: Day, b: Day): number {
  return Math.abs(dayCount(a) - dayCount(b));
}

/** Returns the number of days since 1 January 1970, for comparing one day with many others. */
export function dayCount(day: Day): number {
  return Date.parse(day) / dayMs;
}
