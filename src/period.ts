import { fold } from "./text/vietnamese.ts";

/**
 * A stretch of whole months that a figure is about: a year, a quarter, the first six months of a
 * year, a term of office. Text order of months is time order.
 */
export type Period = {
  /** The first month, `2022-01`. */
  readonly from: string;
  /** The last month, which is part of it. */
  readonly to: string;
};

const quarters = ["I", "II", "III", "IV"] as const;

/** Makes the period of a whole year. */
export function yearPeriod(year: number): Period {
  return { from: monthText(year, 1), to: monthText(year, 12) };
}

/** Returns how many months a period has. */
export function monthsIn({ from, to }: Period): number {
  return monthCount(to) - monthCount(from) + 1;
}

/** Returns the number of months from the beginning of year 0 to a month, for measuring time. */
export function monthCount(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** Returns the year that a period lies in; undefined when it lies in several. */
export function yearOfPeriod({ from, to }: Period): number | undefined {
  return from.slice(0, 4) === to.slice(0, 4) ? Number(from.slice(0, 4)) : undefined;
}

/**
 * Returns what people call a period: `2022`, `quý I/2022`, `tháng 3/2022`, `6 tháng đầu năm 2022`,
 * `2020–2025`. The reader below understands every name, with a hyphen as with the dash.
 */
export function periodName(period: Period): string {
  const [first, last] = [Number(period.from.slice(5)), Number(period.to.slice(5))];
  const year = yearOfPeriod(period);
  if (year === undefined) return `${period.from.slice(0, 4)}–${period.to.slice(0, 4)}`;
  const months = last - first + 1;
  if (months === 12) return String(year);
  if (months === 1) return `tháng ${first}/${year}`;
  if (months === 3 && last % 3 === 0) return `quý ${quarters[last / 3 - 1]}/${year}`;
  return `${months} tháng ${first === 1 ? "đầu" : "cuối"} năm ${year}`;
}

/** Orders periods by their end; of two with the same end the shorter comes first. */
export function comparePeriods(a: Period, b: Period): number {
  return monthCount(a.to) - monthCount(b.to) || monthsIn(a) - monthsIn(b);
}

/**
 * Returns what a period has in common with those that it can be compared with: months follow
 * months, quarters quarters, years years; the first six months of a year follow those of the year
 * before.
 */
export function rhythmOf(period: Period): string {
  const months = monthsIn(period);
  if (months > 12) return "nhiều năm";
  if (months === 12 || months === 1) return String(months);
  const first = Number(period.from.slice(5));
  return months === 3 && first % 3 === 1 ? "3" : `${months} từ ${first}`;
}

/** Returns whether nothing of a rhythm is missing between two periods of it. */
export function isNext(earlier: Period, later: Period): boolean {
  const gap = monthCount(later.from) - monthCount(earlier.to) - 1;
  const rhythm = rhythmOf(earlier);
  // A term of office begins in the year in which the one before ends.
  if (rhythm === "nhiều năm") return gap <= 0;
  return gap <= (/^\d+$/u.test(rhythm) ? 0 : 12 - monthsIn(earlier));
}

/**
 * Reads a period as people write it; undefined for anything else. Marks, case and the word “năm”
 * may be missing, a number of a quarter may be Roman or Arabic.
 */
export function readPeriod(text: string): Period | undefined {
  const key = fold(text).replaceAll(/\s+/gu, " ").replaceAll("–", "-").trim();
  const [, one] = /^(?:nam )?(\d{4})$/u.exec(key) ?? [];
  if (one !== undefined) return within(Number(one), 1, 12);
  const [, from, to] =
    /^(?:nhiem ky |giai doan |tu )?(?:nam )?(\d{4}) ?(?:-|den|toi) ?(?:nam )?(\d{4})$/u.exec(key) ??
    [];
  if (from !== undefined) {
    const [begin, end] = [within(Number(from), 1, 12), within(Number(to), 1, 12)];
    return begin && end && from < to! ? { from: begin.from, to: end.to } : undefined;
  }
  const [, quarter, ofQuarter] =
    /^q(?:uy)? ?(i{1,3}|iv|[1-4]) ?(?:[/,-]|nam)? ?(?:nam )?(\d{4})$/u.exec(key) ?? [];
  if (quarter !== undefined) {
    const number = Number(quarter) || quarters.indexOf(quarter.toUpperCase() as "I") + 1;
    return within(Number(ofQuarter), number * 3 - 2, number * 3);
  }
  const [, month, ofMonth] =
    /^(?:thang|t) ?(\d{1,2}) ?(?:[/,-]|nam)? ?(?:nam )?(\d{4})$/u.exec(key) ?? [];
  if (month !== undefined) return within(Number(ofMonth), Number(month), Number(month));
  const [, count, end, year] =
    /^(\d{1,2}|nua|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:thang )?(dau|cuoi) (?:nam )?(\d{4})$/u.exec(
      key,
    ) ?? [];
  if (count === undefined) return undefined;
  const months = Number(count) || words[count] || 0;
  return end === "dau" ? within(Number(year), 1, months) : within(Number(year), 13 - months, 12);
}

/** Numbers of months in words, folded. */
const words: Readonly<Record<string, number>> = {
  nua: 6,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};

/** Returns some months of a year; undefined where there are no such months. */
function within(year: number, first: number, last: number): Period | undefined {
  if (year < 1930 || year > 2100 || first < 1 || last > 12 || first > last) return undefined;
  return { from: monthText(year, first), to: monthText(year, last) };
}

function monthText(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Words for a part of a year, folded; also a number or a Roman one before the year: "3/2024". */
const partOfYear =
  /(?<![a-z])(?:q|quy|t|thang|tuan|ngay|hoc ky|nua|dau|giua|cuoi)(?![a-z])|(?<![a-z\d])(?:\d{1,2}|[ivx]+) ?[/.-] ?\d{4}(?!\d)/u;

/**
 * Returns the period that a text nearly names, as it should be written; empty when there is none.
 * Where the text means a part of a year, the year would say something else.
 */
export function periodIn(text: string): string {
  const key = fold(text).replaceAll(/\s+/gu, " ").replaceAll("–", "-").trim();
  const found = partOfYear.test(key) ? partIn(key) : yearsIn(key);
  return found === undefined ? "" : periodName(found).replace("–", "-");
}

function partIn(key: string): Period | undefined {
  const [, months, year] =
    /^(?:trong )?(\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) thang[ ,/.-]*(?:nam )?(\d{4})$/u.exec(
      key,
    ) ?? [];
  if (months !== undefined && months !== "1") return readPeriod(`${months} thang dau nam ${year}`);
  // "Từ tháng 3 đến tháng 5/2024" is neither of the two.
  if (countOf(key, /(?<!\d)\d{4}(?!\d)/gu) > 1) return undefined;
  if (countOf(key, /(?<![a-z])(?:q|quy|t|thang)(?![a-z])/gu) > 1) return undefined;
  const [, part = ""] =
    /((?:(?<![a-z])q(?:uy)? ?(?:i{1,3}|iv|[1-4])|thang ?\d{1,2}|(?<!\d)(?:\d{1,2}|nua|sau|chin) (?:thang )?(?:dau|cuoi))[ ,/.-]*(?:nam )?\d{4})(?!\d)/u.exec(
      key,
    ) ?? [];
  return readPeriod(part.replaceAll(/[.,]/gu, " "));
}

function yearsIn(key: string): Period | undefined {
  const [years, ...more] = key.match(/(?<!\d)\d{4}(?: ?- ?\d{4})?(?!\d)/gu) ?? [];
  return years === undefined || more.length > 0 ? undefined : readPeriod(years);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
