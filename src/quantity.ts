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

/** Returns whether two quantities are stated alike. */
export function isSameQuantity(one: Quantity, other: Quantity): boolean {
  return one.value === other.value && one.to === other.to && one.bound === other.bound;
}
