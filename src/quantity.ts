import { formatNumber } from "./text/vietnamese.ts";

/**
 * Words for a number that is not exact, as sources use them. What a source says roughly is kept and
 * shown as it was said, never rounded to a number.
 */
export const bounds = ["khoảng", "gần", "hơn", "trên", "dưới", "ít nhất", "nhiều nhất"] as const;
export type Bound = (typeof bounds)[number];

/** A number as a source states it: exactly, roughly, or between two ends. */
export type Quantity = {
  /** The number, or the lower end of a range. */
  readonly value: number;
  /** The upper end of a range, which is part of it. */
  readonly to?: number;
  /** How the number is meant, if not exactly. A range has none. */
  readonly bound?: Bound;
};

/** Returns the number of an exact quantity; undefined for any other, which no total may hold. */
export function exactly({ value, to, bound }: Quantity): number | undefined {
  return to === undefined && bound === undefined ? value : undefined;
}

/** Writes a quantity for readers: `1.625`, `khoảng 98,2`, `30–35`. */
export function formatQuantity({ value, to, bound }: Quantity): string {
  const range =
    to === undefined ? formatNumber(value) : `${formatNumber(value)}–${formatNumber(to)}`;
  return bound === undefined ? range : `${bound} ${range}`;
}

/** Returns whether a number may be what a quantity states; "khoảng" and "gần" reach a fifth. */
export function mayMean({ value, to, bound }: Quantity, number: number): boolean {
  if (to !== undefined) return value <= number && number <= to;
  switch (bound) {
    case "khoảng":
      return Math.abs(number - value) * 5 <= value;
    case "gần":
      return number < value && (value - number) * 5 <= value;
    case "hơn":
    case "trên":
      return number > value;
    case "dưới":
      return number < value;
    case "ít nhất":
      return number >= value;
    case "nhiều nhất":
      return number <= value;
    default:
      return number === value;
  }
}

/** Returns whether two quantities are stated alike. */
export function isSameQuantity(one: Quantity, other: Quantity): boolean {
  return one.value === other.value && one.to === other.to && one.bound === other.bound;
}
