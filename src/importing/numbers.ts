const words: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

const ones = "một|hai|ba|bốn|sáu|bảy|tám|chín";
/**
 * A count in figures, with dots between thousands, or in words up to 99. "Năm" alone is a year more
 * often than five.
 */
export const countForm = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d+|(?:mười|(?:${ones}|năm)\smươi)(?:\s(?:${ones}|mốt|tư|lăm))?(?!\p{L})|(?:${ones})(?!\p{L}))`;

/** Reads a count in one of the forms of `countForm`. */
export function countOf(written: string): number {
  return /^\p{L}/u.test(written)
    ? (ordinalOf(written) ?? Number.NaN)
    : Number(written.replaceAll(".", ""));
}

const ordinals: Readonly<Record<string, number>> = { nhất: 1, nhì: 2, tư: 4, ...words };

/**
 * Reads an ordinal as it is written behind "thứ": `11`, `Mười một`, `hai mươi`; words up to 99.
 * Undefined for any other text.
 */
export function ordinalOf(written: string): number | undefined {
  if (/^\d{1,3}$/u.test(written)) return Number(written);
  const parts = written
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => (word === "mốt" ? "một" : word === "lăm" ? "năm" : word));
  if (parts.length === 1) return ordinals[parts[0]!];
  const [first, second = "", third] = parts;
  if (first === "mười") return 10 + (ordinals[second] ?? Number.NaN) || undefined;
  if (second !== "mươi") return undefined;
  return (
    (ordinals[first!] ?? 0) * 10 + (third === undefined ? 0 : (ordinals[third] ?? 0)) || undefined
  );
}
