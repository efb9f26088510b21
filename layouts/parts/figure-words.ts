import { isPercentage, roundingOf } from "../../src/figure.ts";
import { type Period, periodName } from "../../src/period.ts";
import { exactly, mayMean, type Quantity } from "../../src/quantity.ts";
import type { Series } from "../../src/series.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";

/*
 * Sentences that compare figures. Only exact numbers are compared: what a source says roughly has
 * no difference from anything.
 */

type Measured = {
  readonly value: Quantity;
  readonly measure: string | undefined;
  /** Whether the measure is said; not where a heading above says it for the whole table. */
  readonly isSaid?: boolean;
};

/** Returns how far a result is from the one before: "tăng 12 so với 2021". */
export function changeText(measured: Measured, before: Quantity, of: Period): string {
  const [now, then] = [exactly(measured.value), exactly(before)];
  const name = periodName(of);
  if (now === undefined || then === undefined) return "";
  const change = difference(now, then);
  if (change === 0) return `bằng ${name}`;
  const way = change > 0 ? "tăng" : "giảm";
  return `${way} ${amount(Math.abs(change), measured)} so với ${name}`;
}

/**
 * Returns how far a result is from its target: "vượt 3", "thiếu 3"; empty where it is unclear.
 * Where the target says itself which way is right ("dưới 10"), whether it is met: "đạt", "chưa
 * đạt".
 */
export function targetText(measured: Measured, target: Quantity, better: Series["better"]): string {
  const now = exactly(measured.value);
  if (now === undefined) return "";
  const change = difference(now, target.value);
  const far = amount(Math.abs(change), measured);
  const aim = exactly(target);
  if (aim !== undefined) {
    if (change === 0) return "bằng chỉ tiêu";
    const [above, below] = aimWords[better ?? "none"];
    return `${change > 0 ? above : below} ${far}`;
  }
  // What is meant roughly is neither met nor missed by a number near it.
  if (target.bound === "khoảng" || target.bound === "gần") return "";
  if (mayMean(target, now)) return "đạt";
  // Beyond a range on the good side is more than was aimed at.
  if (target.to !== undefined) return better === (change < 0 ? "tăng" : "giảm") ? "chưa đạt" : "";
  if (change === 0) return "chưa đạt";
  return `chưa đạt, ${change > 0 ? "cao hơn" : "thiếu"} ${far}`;
}

/** What it is called to be above a target and below it; less is better for some figures. */
const aimWords = {
  tăng: ["vượt", "thiếu"],
  giảm: ["cao hơn", "đạt, thấp hơn"],
  none: ["cao hơn", "thấp hơn"],
} as const;

/** A difference of percentages is not a percentage. */
function amount(value: number, { measure, isSaid = false }: Measured): string {
  if (isPercentage({ unit: measure })) return `${formatNumber(value)} điểm %`;
  return isSaid && measure !== undefined
    ? `${formatNumber(value)} ${measure}`
    : formatNumber(value);
}

/** Subtracts decimals without what binary fractions leave over. */
function difference(a: number, b: number): number {
  const digits = -Math.log10(2 * Math.min(roundingOf(a), roundingOf(b)));
  return Number((a - b).toFixed(Math.round(digits)));
}
