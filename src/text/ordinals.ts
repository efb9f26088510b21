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
    .map((word) => (word === "mốt" ? "một" : word === "lăm" || word === "nhăm" ? "năm" : word));
  if (parts.length === 1) return ordinals[parts[0]!];
  const [first, second = "", third] = parts;
  if (first === "mười") return 10 + (ordinals[second] ?? Number.NaN) || undefined;
  if (second !== "mươi") return undefined;
  return (
    (ordinals[first!] ?? 0) * 10 + (third === undefined ? 0 : (ordinals[third] ?? 0)) || undefined
  );
}

/** Writes a whole number from 1 to 99 in Roman numerals. */
export function romanOf(number: number): string {
  const tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
  const ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
  return `${tens[Math.floor(number / 10)]}${ones[number % 10]}`;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Reads a Roman numeral below 400; undefined for any other text. */
export function romanValue(written: string): number | undefined {
  const isOne = /^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(written);
  if (!isOne || written === "") return undefined;
  const values = [...written].map((digit) => romanDigits[digit]!);
  return values.reduce((sum, one, at) => sum + (one < (values[at + 1] ?? 0) ? -one : one), 0);
}
