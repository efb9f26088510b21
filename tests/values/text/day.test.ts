import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayAt,
  dayNumber,
  dayStart,
  daysInMonth,
  longDay,
  mailDate,
  monthNumber,
  parseDay,
  shortDay,
  yearOf,
} from "../../../src/day.ts";

const millisecondsOfDay = 86_400_000;
const firstDay = Date.UTC(1900, 0, 1);
/** Every day from 1900 to 2099, as year, month and day. */
const civilDay = fc.integer({ min: 0, max: 73_048 }).map((count) => {
  const date = new Date(firstDay + count * millisecondsOfDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});
const twoDigits = (value: number) => String(value).padStart(2, "0");

describe("parseDay", () => {
  it("reads a day alike, however it is written", () => {
    fc.assert(
      fc.property(civilDay, fc.constantFrom("/", "-", "."), ({ year, month, day }, between) => {
        const iso = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
        expect(parseDay(iso)).toBe(iso);
        expect(parseDay(`${year}-${month}-${day}`)).toBe(iso);
        expect(parseDay([day, month, year].join(between))).toBe(iso);
        expect(parseDay([twoDigits(day), twoDigits(month), year].join(between))).toBe(iso);
      }),
    );
  });

  it("refuses what is not in the calendar", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 40 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(parseDay(`${day}/${month}/${year}`) !== undefined).toBe(exists);
        },
      ),
    );
  });

  it("reads nothing into any other text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/^\d+[-/.]\d+[-/.]\d+$/u.test(text));
        expect(parseDay(text)).toBeUndefined();
      }),
    );
  });

  it.each([
    "30/2/2022",
    "29/2/2023",
    "31/4/2022",
    "2022-13-01",
    "14/1/22",
    "14/1",
    "2022",
    "",
    "hôm qua",
  ])("refuses %s", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

describe("a Day", () => {
  it("is read again from the form in which people see it", () => {
    fc.assert(
      fc.property(civilDay, ({ year, month, day }) => {
        const value = parseDay(`${day}/${month}/${year}`)!;
        expect(parseDay(shortDay(value))).toBe(value);
        expect([yearOf(value), monthNumber(value), dayNumber(value)]).toEqual([year, month, day]);
        expect(longDay(value)).toMatch(
          new RegExp(`^(?:Thứ \\p{L}+|Chủ Nhật), ngày ${day} tháng ${month} năm ${year}$`, "iu"),
        );
      }),
    );
  });

  it("has the day of the week that the calendar has", () => {
    const calendar = new Intl.DateTimeFormat("vi", { weekday: "long", timeZone: "UTC" });
    fc.assert(
      fc.property(civilDay, ({ year, month, day }) => {
        const name = calendar.format(Date.UTC(year, month - 1, day));
        expect(longDay(parseDay(`${day}/${month}/${year}`)!).startsWith(`${name}, `)).toBe(true);
      }),
    );
  });

  it("sorts by time when it is sorted as text", () => {
    fc.assert(
      fc.property(civilDay, civilDay, (a, b) => {
        const [first, second] = [a, b].map(
          ({ year, month, day }) => parseDay(`${day}/${month}/${year}`)!,
        );
        const difference =
          Date.UTC(a.year, a.month - 1, a.day) - Date.UTC(b.year, b.month - 1, b.day);
        expect(Math.sign(difference)).toBe(first! < second! ? -1 : first! > second! ? 1 : 0);
      }),
    );
  });

  it("comes back after some days there and back", () => {
    fc.assert(
      fc.property(civilDay, fc.integer({ min: -400, max: 400 }), ({ year, month, day }, count) => {
        const value = parseDay(`${day}/${month}/${year}`)!;
        expect(addDays(addDays(value, count), -count)).toBe(value);
      }),
    );
  });

  it("begins in RSS when it begins in other feeds", () => {
    fc.assert(
      fc.property(civilDay, ({ year, month, day }) => {
        const value = parseDay(`${day}/${month}/${year}`)!;
        const start = DateTime.fromISO(dayStart(value), { setZone: true, locale: "en" });
        expect(mailDate(value)).toBe(start.toRFC2822());
      }),
    );
  });

  it("holds its own first and last moment, in Viet Nam, whatever the machine's zone", () => {
    fc.assert(
      fc.property(civilDay, ({ year, month, day }) => {
        // The offset of Viet Nam changed several times before 1976; articles are from after that.
        fc.pre(year > 1976);
        const value = parseDay(`${day}/${month}/${year}`)!;
        expect(dayAt(dayStart(value))).toBe(value);
        expect(dayAt(`${value}T23:59:59+07:00`)).toBe(value);
        expect(dayAt(`${value}T16:59:59Z`)).toBe(value);
        expect(dayAt(`${value}T17:00:00Z`)).toBe(addDays(value, 1));
      }),
    );
  });
});

it("daysInMonth knows leap years", () => {
  expect([2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28]);
});
