import { type Html, html } from "./html.ts";

/** A month on a wall calendar; days with articles are links. */
export type MonthGrid = {
  readonly name: string;
  /** Weeks from Monday to Sunday; null outside the month. */
  readonly weeks: readonly (readonly (GridDay | null)[])[];
};

export type GridDay = {
  readonly number: number;
  readonly url?: string;
  readonly count?: number;
};

const weekdays = [
  ["T2", "Thứ Hai"],
  ["T3", "Thứ Ba"],
  ["T4", "Thứ Tư"],
  ["T5", "Thứ Năm"],
  ["T6", "Thứ Sáu"],
  ["T7", "Thứ Bảy"],
  ["CN", "Chủ nhật"],
] as const;

/** Lays the days of a month (1 to 12) out in weeks. */
export function weeksOf(
  year: number,
  month: number,
  days: number,
  dayOf: (number: number) => GridDay,
): (GridDay | null)[][] {
  const blank = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  return Array.from({ length: Math.ceil((blank + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => {
      const number = week * 7 + column - blank + 1;
      return number < 1 || number > days ? null : dayOf(number);
    }),
  );
}

/** The calendar of one month as a table. */
export function monthCalendar({ name, weeks }: MonthGrid): Html {
  return html`<table class="calendar">
    <caption>${name}</caption>
    <thead><tr>${weekdays.map(([short, long]) => html`<th scope="col"><abbr title="${long}">${short}</abbr></th>`)}</tr></thead>
    <tbody>${weeks.map((week) => html`<tr>${week.map(cell)}</tr>`)}</tbody>
  </table>`;
}

function cell(day: GridDay | null): Html {
  if (day === null) return html`<td></td>`;
  if (day.url === undefined) return html`<td>${day.number}</td>`;
  return html`<td><a href="${day.url}">${day.number}<span class="unseen">: ${day.count} bài</span></a></td>`;
}
