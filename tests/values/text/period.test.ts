import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparePeriods,
  isNext,
  monthsIn,
  type Period,
  periodIn,
  periodName,
  readPeriod,
  rhythmOf,
} from "../../../src/period.ts";
import { fold } from "../../../src/text/vietnamese.ts";

/** Every period that has a name: the first and last months of a year, quarters, years, spans. */
const periods: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 1930, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.nat(3))
  .map(([year, count, kind]) => {
    const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
    if (kind === 0) return { from: month(1), to: month(count) };
    if (kind === 1) return { from: month(13 - count), to: month(12) };
    if (kind === 2) return { from: month(count), to: month(count) };
    return { from: month(1), to: `${year + (count % 9)}-12` };
  });

describe("the name of a period", () => {
  it("is read as that period, with a hyphen, without marks and in any case", () => {
    fc.assert(
      fc.property(periods, (period) => {
        const name = periodName(period);
        for (const written of [name, name.replace("–", "-"), fold(name), name.toUpperCase()])
          expect(readPeriod(written)).toEqual(period);
      }),
    );
  });

  it.each([
    ["quý 1/2022", "quý I/2022"],
    ["Quý IV năm 2022", "quý IV/2022"],
    ["Q3/2022", "quý III/2022"],
    ["quy ii 2022", "quý II/2022"],
    ["thang 3/2022", "tháng 3/2022"],
    ["Tháng 11 năm 2022", "tháng 11/2022"],
    ["T3/2022", "tháng 3/2022"],
    ["6 tháng đầu năm 2022", "6 tháng đầu năm 2022"],
    ["sáu tháng đầu năm 2022", "6 tháng đầu năm 2022"],
    ["nửa đầu năm 2022", "6 tháng đầu năm 2022"],
    ["6 thang cuoi nam 2022", "6 tháng cuối năm 2022"],
    ["9 tháng đầu năm 2022", "9 tháng đầu năm 2022"],
    ["3 tháng đầu năm 2022", "quý I/2022"],
    ["12 tháng đầu năm 2022", "2022"],
    ["năm 2022", "2022"],
    ["2020-2025", "2020–2025"],
    ["nhiệm kỳ 2020 – 2025", "2020–2025"],
    ["giai đoạn 2020 đến 2025", "2020–2025"],
  ])("%j is %s", (written, name) => {
    const period = readPeriod(written);
    expect(period && periodName(period)).toBe(name);
  });

  it.each([
    "",
    "quý V/2022",
    "quý 0/2022",
    "tháng 13/2022",
    "13 tháng đầu năm 2022",
    "2025-2020",
    "2022-2022",
    "22",
    "1899",
    "hôm qua",
    "quý I",
    "6 tháng đầu năm",
  ])("%j is none", (written) => {
    expect(readPeriod(written)).toBeUndefined();
  });

  it.each([
    ["trong quý II năm 2023", "quý II/2023"],
    ["hết năm 2023", "2023"],
    ["6 tháng đầu năm nay", ""],
    ["nhiệm kỳ XIX (2020-2025)", "2020-2025"],
    ["cả năm 2024.", "2024"],
    ["6 tháng 2024", "6 tháng đầu năm 2024"],
    ["trong chín tháng năm 2024", "9 tháng đầu năm 2024"],
    ["12 tháng 2024", "2024"],
    ["trong 6 tháng cuối năm 2024", "6 tháng cuối năm 2024"],
    ["đến tháng 3. 2024", "tháng 3/2024"],
    // The year alone would say something else.
    ["quý 5/2024", ""],
    ["Tháng 13/2024", ""],
    ["T13/2024", ""],
    ["quý I-II/2024", ""],
    ["quý I và quý II/2024", ""],
    ["3 quý đầu năm 2024", ""],
    ["13 tháng đầu năm 2024", ""],
    ["13 tháng 2024", ""],
    ["đầu năm 2024", ""],
    ["nửa năm 2024", ""],
    ["3/2024", ""],
    ["II/2024", ""],
    ["5/3/2024", ""],
    ["từ tháng 3 đến tháng 5/2024", ""],
    ["tháng 3/2024 - 4/2025", ""],
    ["năm 2023 và 2024", ""],
  ])("is found in %j", (text, name) => {
    expect(periodIn(text)).toBe(name);
  });
});

describe("the order of periods", () => {
  it("is that of their ends, then of their lengths", () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const order = Math.sign(comparePeriods(a, b));
        expect(order).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        if (a.to !== b.to) expect(order).toBe(a.to < b.to ? -1 : 1);
        else expect(order).toBe(Math.sign(monthsIn(a) - monthsIn(b)));
      }),
    );
  });

  it.each([
    ["2021", "2022", true],
    ["2021", "2023", false],
    ["quý IV/2021", "quý I/2022", true],
    ["quý I/2022", "quý III/2022", false],
    ["tháng 12/2021", "tháng 1/2022", true],
    ["6 tháng đầu năm 2021", "6 tháng đầu năm 2022", true],
    ["6 tháng đầu năm 2021", "6 tháng đầu năm 2023", false],
    ["2015-2020", "2020-2025", true],
    ["2010-2015", "2020-2025", false],
  ])("%s, then %s: nothing missing is %s", (first, second, expected) => {
    const [a, b] = [readPeriod(first)!, readPeriod(second)!];
    expect(rhythmOf(a)).toBe(rhythmOf(b));
    expect(isNext(a, b)).toBe(expected);
  });

  it("compares nothing that has another length or another beginning", () => {
    const names = ["2022", "quý I/2022", "tháng 1/2022", "6 tháng đầu năm 2022"];
    const more = ["6 tháng cuối năm 2022", "9 tháng đầu năm 2022", "2020-2025"];
    const rhythms = [...names, ...more].map((name) => rhythmOf(readPeriod(name)!));
    expect(new Set(rhythms).size).toBe(rhythms.length);
  });
});
