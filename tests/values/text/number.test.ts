import fc from "fast-check";
import { expect, it } from "vitest";
import { formatNumber } from "../../../src/text/vietnamese.ts";

const whole = fc.integer({ min: -999_999_999, max: 999_999_999 });
/** Figures as articles give them: at most three places after the comma. */
const figure = fc
  .tuple(whole, fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]) => digits / 10 ** places);

/** Reads a number back as a Vietnamese reader does. */
function read(text: string): number {
  return Number(text.replace("−", "-").replaceAll(".", "").replace(",", "."));
}

it("is read back as the number that was written", () => {
  fc.assert(fc.property(figure, (value) => read(formatNumber(value)) === value));
});

it("has a dot before every three digits of the whole part, a comma before the rest, and nothing else", () => {
  fc.assert(
    fc.property(figure, (value) => {
      expect(formatNumber(value)).toMatch(/^−?\d{1,3}(?:\.\d{3})*(?:,\d+)?$/u);
    }),
  );
});

it.each([
  [98.2, "98,2"],
  [1625, "1.625"],
  [1_000_000.5, "1.000.000,5"],
  [-12.5, "−12,5"],
  [0, "0"],
])("%d is written %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
