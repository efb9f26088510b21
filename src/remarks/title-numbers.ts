import type { Head } from "../front-matter/head.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";
import { awardLines, isSumOfSome } from "./award-sums.ts";
import { amountOf } from "./stated-totals.ts";

/*
 * A number that is in the title and nowhere else is mostly left over from the draft, or mistyped.
 */

/** Whole numbers and those with a comma; not days, document numbers, years or parts of names. */
const numbers =
  /(?<![\p{L}\d.,/-])\d{1,3}(?:\.\d{3})*(?:,\d+)?(?![\p{L}\d]|[.,/-]\d|\s?[-–/]\s?[\p{L}\d])/gu;
/** What comes before a number that names something instead of counting it. */
const name =
  /(?:số|lần|thứ|khóa|khoá|năm|ngày|tháng|quý|đợt|kỳ|tổ|điều|lớp|nhiệm kỳ|chi bộ|khu|thôn|phường|quận|xóm|phố|vòng|bài|phần|kỷ niệm)\s+$/iu;
const ones = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/**
 * Returns the first number of a title that neither the text nor the front matter has; undefined
 * when all is well.
 */
export function lonelyNumber(
  title: string,
  body: string,
  head: YamlValue,
  awards: NonNullable<Head["awards"]>,
): string | undefined {
  if (!/\d/u.test(title)) return undefined;
  let elsewhere: string | undefined;
  for (const { 0: written, index } of title.matchAll(numbers)) {
    if (name.test(title.slice(0, index))) continue;
    elsewhere ??= `${body}\n${valuesOf(head).join("\n")}`;
    if (hasNumber(elsewhere, written) || isSumOfSome(awardLines(awards), amountOf(written)))
      continue;
    return written;
  }
  return undefined;
}

/** Returns whether a text has a number, with dots or without, in figures or in words. */
export function hasNumber(text: string, written: string): boolean {
  if (hasFigures(text, written)) return true;
  const value = amountOf(written);
  const lower = text.toLowerCase();
  return value < 100 && inWords(value).some((words) => lower.includes(words));
}

/** Returns whether a text has a number in figures, with dots or without. */
export function hasFigures(text: string, written: string): boolean {
  const plain = written.replaceAll(".", "");
  const dotted = plain.replaceAll(/(?<=\d)(?=(?:\d{3})+(?:,|$))/gu, ".");
  const forms = [plain, dotted, plain.replace(",", ".")].map((form) => RegExp.escape(form));
  // A leading zero makes no other number: "07 đồng chí".
  return new RegExp(`(?<![\\d.,])0?(?:${forms.join("|")})(?![\\d]|[.,]\\d)`, "u").test(text);
}

/** Returns the ways to say a number below 100. */
function inWords(value: number): string[] {
  const [ten, one] = [Math.floor(value / 10), value % 10];
  if (ten === 0) return value === 0 ? ["không"] : [ones[value]!];
  const tens = ten === 1 ? "mười" : `${ones[ten]} mươi`;
  if (one === 0) return [tens];
  const ends = [
    ones[one]!,
    ...(one === 1 && ten > 1 ? ["mốt"] : []),
    ...(one === 4 && ten > 1 ? ["tư"] : []),
    ...(one === 5 ? ["lăm", "nhăm"] : []),
  ];
  return ends.map((end) => `${tens} ${end}`);
}

/** Returns all that is written in the front matter but the title, and how long its lists are. */
function valuesOf(value: YamlValue, key = ""): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value))
    return [String(value.length), ...value.flatMap((item) => valuesOf(item))];
  return Object.entries(value).flatMap(([name, inner]) =>
    key === "" && name === "title" ? [] : valuesOf(inner as YamlValue, name),
  );
}
