import type { Period } from "./period.ts";
import { exactly, formatQuantity, isSameQuantity, type Quantity } from "./quantity.ts";
import { fold, formatNumber } from "./text/vietnamese.ts";

/** What came of it, or what it should come to. */
export const figureKinds = ["kết quả", "chỉ tiêu"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A figure that an article states. */
export type Figure = {
  readonly name: string;
  readonly value: Quantity;
  /** Unit of measure as shown: "%", "đảng viên". */
  readonly unit?: string;
  /** "kết quả" where it is left out. */
  readonly kind?: FigureKind;
  readonly period?: Period;
  readonly of?: Whole;
  /** How many a percentage is: 604 of 662. */
  readonly part?: Quantity;
  /** A name that figures of one article share when together they are the whole. */
  readonly partOf?: string;
  /** Id of the unit that the figure is of, where that is not the article's. */
  readonly about?: string;
  /**
   * Whether "hoàn thành tốt" means that grade *or better*. Left out where the source does not say.
   */
  readonly cumulative?: boolean;
};

/** The whole that a figure is a part of: how many, of what, or both. */
export type Whole = { readonly count?: number; readonly text?: string };

/** Reads what a figure is a part of: `662`, `tổ chức cơ sở đảng`, `662 tổ chức cơ sở đảng`. */
export function readWhole(written: string): Whole {
  const [, digits, text] =
    /^((?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,8}))(?:\s+(\p{L}.*))?$/u.exec(written) ?? [];
  if (digits === undefined) return { text: written };
  const count = Number(digits.replaceAll(".", ""));
  return text === undefined ? { count } : { count, text };
}

/** Writes a whole for readers: `1.625 đảng viên`. */
export function formatWhole({ count, text }: Whole): string {
  return [count === undefined ? undefined : formatNumber(count), text]
    .filter((one) => one !== undefined)
    .join(" ");
}

export function isTarget({ kind }: Figure): boolean {
  return kind === "chỉ tiêu";
}

/** Returns whether the value is so many in a hundred. */
export function isPercentage({ unit }: { readonly unit?: string | undefined }): boolean {
  return unit !== undefined && /^(?:%|phan tram)$/u.test(fold(unit));
}

/** Returns half of the last digit that a number is stated with: 0,05 for 91,2. */
export function roundingOf(value: number): number {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

/** Writes a value with its unit of measure: `98,2%`, `khoảng 30 đảng viên`. */
export function formatMeasured(value: Quantity, unit: string | undefined): string {
  const number = formatQuantity(value);
  return unit === undefined ? number : isPercentage({ unit }) ? `${number}%` : `${number} ${unit}`;
}

/**
 * Returns whether two statements of one figure can both be true: the same, or a rough one that the
 * exact one fits, or a percentage that is rounded more in one of them.
 */
export function agree(one: Quantity, other: Quantity, unit: string | undefined): boolean {
  if (isSameQuantity(one, other)) return true;
  const [a, b] = [exactly(one), exactly(other)];
  if (a !== undefined && b !== undefined) {
    const coarser = Math.max(roundingOf(a), roundingOf(b));
    return isPercentage({ unit }) && Math.abs(a - b) <= coarser + tiny;
  }
  if (a !== undefined) return fits(a, other);
  if (b !== undefined) return fits(b, one);
  // Two rough ones hardly ever contradict each other for sure.
  const [lowA, highA] = endsOf(one);
  const [lowB, highB] = endsOf(other);
  return lowA <= highB && lowB <= highA;
}

/** What is left over when decimals are added up in binary. */
export const tiny = 1e-9;

function fits(value: number, rough: Quantity): boolean {
  const [low, high] = endsOf(rough);
  return low <= value && value <= high;
}

/** Returns the least and the most that a rough number can mean; “khoảng” is a tenth either way. */
function endsOf({ value, to, bound }: Quantity): readonly [number, number] {
  if (to !== undefined) return [value, to];
  switch (bound) {
    case "khoảng":
      return [value - Math.abs(value) / 10, value + Math.abs(value) / 10];
    case "gần":
      return [value - Math.abs(value) / 10, value];
    case "hơn":
    case "trên":
    case "ít nhất":
      return [value, Number.POSITIVE_INFINITY];
    case "dưới":
    case "nhiều nhất":
      return [Number.NEGATIVE_INFINITY, value];
    default:
      return [value, value];
  }
}
