import { ordinalOf } from "../text/ordinals.ts";

const ones = "một|hai|ba|bốn|sáu|bảy|tám|chín";
/**
 * A count in figures, with dots between thousands, or in words up to 99. "Năm" alone is a year more
 * often than five.
 */
export const countForm = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d+|(?:mười|(?:${ones}|năm)\smươi)(?:\s(?:${ones}|mốt|tư|lăm))?(?!\p{L})|(?:${ones})(?!\p{L}))`;

/**
 * No count begins here: "Hai" in "Chi bộ Hai" is a name, because a count is written small within a
 * sentence.
 */
export const inName = String.raw`(?<=\p{L},?\s+)(?=(?-i:\p{Lu}))`;

/** Reads a count in one of the forms of `countForm`. */
export function countOf(written: string): number {
  return /^\p{L}/u.test(written)
    ? (ordinalOf(written) ?? Number.NaN)
    : Number(written.replaceAll(".", ""));
}
