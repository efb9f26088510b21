import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chart, chart, scaleOf, ticksOf } from "../../../layouts/parts/chart.ts";
import { readPeriod } from "../../../src/period.ts";
import type { Quantity } from "../../../src/quantity.ts";

const numbers = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true });

describe("the scale of a chart", () => {
  it("keeps the order of values and comes out at both ends", () => {
    fc.assert(
      fc.property(fc.uniqueArray(numbers, { minLength: 2, maxLength: 8 }), (values) => {
        const inOrder = values.toSorted((a, b) => a - b);
        const scale = scaleOf([inOrder[0]!, inOrder.at(-1)!], [200, 10]);
        const places = inOrder.map(scale);
        expect([places[0], places.at(-1)]).toEqual([200, 10]);
        for (const [at, place] of places.entries())
          if (at > 0) expect(place).toBeLessThanOrEqual(places[at - 1]!);
      }),
    );
  });

  it("has few round ticks, between which every value lies", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(1_000_000), (a, more) => {
        const ticks = ticksOf(a / 100, (a + more) / 100);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks[0]!).toBeLessThanOrEqual(a / 100);
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual((a + more) / 100);
        for (const [at, tick] of ticks.entries())
          if (at > 0) expect(tick).toBeGreaterThan(ticks[at - 1]!);
      }),
    );
  });

  it.each([
    [64, 144, [0, 50, 100, 150]],
    [37, 47, [0, 20, 40, 60]],
    [96.4, 98.2, [96, 96.5, 97, 97.5, 98, 98.5]],
    [5, 5, [4, 6, 8, 10]],
    [0, 0, [0, 0.5, 1]],
    [-3, 4, [-4, -2, 0, 2, 4]],
  ])("from %d to %d has ticks", (least, most, ticks) => {
    expect(ticksOf(least, most)).toEqual(ticks);
  });
});

/** A chart of one unit: each point is a period and what is told of it. */
function drawn(
  points: readonly (readonly [period: string, result?: Quantity | undefined, target?: Quantity])[],
  others: readonly Quantity[] = [],
): string {
  const given: Chart = {
    title: "Hội viên theo năm",
    caption: "Tính bằng người.",
    lines: [
      {
        name: "Chi bộ Một",
        points: points.map(([name, result, target]) => ({
          period: readPeriod(name)!,
          ...(result ? { result } : {}),
          ...(target ? { target } : {}),
          others,
        })),
      },
    ],
  };
  return String(chart(given)).split("<figcaption>")[0]!;
}

const count = (text: string, part: string) => text.split(part).length - 1;
const n = (value: number): Quantity => ({ value });

describe("a chart", () => {
  it("joins what follows and breaks its line where a period is missing", () => {
    const whole = drawn([
      ["2020", n(1)],
      ["2021", n(2)],
      ["2022", n(3)],
    ]);
    expect(count(whole, 'class="trace"')).toBe(1);
    const broken = drawn([
      ["2019", n(1)],
      ["2020", n(1)],
      ["2022", n(2)],
      ["2023", n(3)],
    ]);
    expect(count(broken, 'class="trace"')).toBe(2);
  });

  it("has an open mark for a rough value, a bar for a range, an arrow for more than", () => {
    const text = drawn([
      ["2020", n(10)],
      ["2021", { value: 10, bound: "khoảng" }],
      ["2022", { value: 10, to: 12 }],
      ["2023", { value: 10, bound: "trên" }],
    ]);
    expect(count(text, 'class="full"')).toBe(1);
    expect(count(text, 'class="open"')).toBe(3);
    expect(count(text, 'class="spread"')).toBe(2);
  });

  it("shows a target by a bar, joined to its result where there is one", () => {
    const text = drawn([
      ["2020", n(9), n(10)],
      ["2021", undefined, n(12)],
    ]);
    expect([count(text, 'class="target"'), count(text, 'class="dots"')]).toEqual([2, 1]);
  });

  it("shows what another article says instead", () => {
    expect(count(drawn([["2020", n(9)]], [n(8)]), 'class="spread"')).toBe(1);
  });

  it("names a year once below its quarters", () => {
    const text = drawn([
      ["quý III/2023", n(1)],
      ["quý IV/2023", n(1)],
      ["quý I/2024", n(2)],
    ]);
    for (const label of [">III<", ">IV<", ">I<", ">2023<", ">2024<"])
      expect(count(text, label)).toBe(1);
  });

  it("has neither style nor script, and a name for those who do not see it", () => {
    const text = drawn([["2020", n(9)]]);
    expect(text).not.toMatch(/ style=|<script|<style| on[a-z]+=/u);
    expect(text).toContain('role="img" aria-label="Hội viên theo năm"');
  });
});
