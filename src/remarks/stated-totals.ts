import { awardForms } from "../award.ts";
import type { Remark } from "../problems/remark.ts";

/*
 * Sentences that tell a total of awards and its parts: "khen thưởng 33 tập thể, cá nhân, gồm 2 chi
 * bộ và 31 đảng viên". The register believes the front matter, and a writer copies one from the
 * other.
 */

/** Digits with dots between thousands; no decimals, no days. */
const count = String.raw`\d{1,3}(?:\.\d{3})*(?![\d/]|[.,]\d)`;
/** What is counted: words up to the next number or mark. */
const things = String.raw`[^\d.;:,()\n]{1,60}?`;
/**
 * A total and its parts. Only "gồm" says that nothing else is part of it; "trong đó" does not. The
 * list must come to an end.
 */
const listed = new RegExp(
  String.raw`(?<![\d.,/])(${count})\s(?:${things}|${things},${things})[,:(]?\s*\(?(?:bao )?gồm(?: có)?:?\s((?:${count}\s${things}(?:,\s|;\s|\svà\s|,\svà\s))+${count}\s${things})(?=[.;)\n]|$)`,
  "gu",
);
const numbers = new RegExp(String.raw`(?<![\d.,/])${count}`, "gu");
/** All parts are of one kind, so a number after one of these words is something else. */
const otherMeasure = /(?:năm|tháng|ngày|lần thứ|khóa|số|đợt|thứ|quý|Điều|nghìn|triệu|tỷ)\s*$/u;
const money = /\d\s*(?:nghìn|triệu|tỷ|đồng|%)/u;

const forms = awardForms.map((form) => form.toLowerCase());

/**
 * Finds the sentences on awards whose parts do not add up to the total.
 *
 * @param from where in the text to begin
 */
export function statedTotals(text: string, from: number): Remark[] {
  // Nearly every article lacks the word.
  if (!text.includes("gồm", from)) return [];
  return [...text.slice(from).matchAll(listed)].flatMap(
    ({ 0: all, 1: total = "", 2: parts = "", index }) => {
      const sentence = sentenceAround(text, from + index, all.length);
      if (!isOnAwards(sentence) || money.test(all)) return [];
      if (otherMeasure.test(text.slice(Math.max(from, from + index - 16), from + index))) return [];
      const values = [...parts.matchAll(numbers)]
        .filter(({ index: at }) => !otherMeasure.test(parts.slice(0, at)))
        .map(([written]) => amountOf(written));
      const sum = values.reduce((sum, value) => sum + value, 0);
      if (values.length < 2 || sum === amountOf(total)) return [];
      const args = { total, sum: String(sum), parts: values.join(" + ") };
      return [{ code: "award-parts-differ" as const, offset: from + index, args }];
    },
  );
}

/** Returns whether a sentence tells of awards. */
export function isOnAwards(sentence: string): boolean {
  const text = sentence.toLowerCase();
  return forms.some((form) => text.includes(form)) || /khen|(?:tặng|trao) thưởng/u.test(text);
}

function sentenceAround(text: string, at: number, length: number): string {
  const start = Math.max(text.lastIndexOf(". ", at), text.lastIndexOf("\n", at)) + 1;
  return text.slice(start, at + length);
}

/** Reads a number with dots between thousands. */
export function amountOf(written: string): number {
  return Number(written.replaceAll(".", ""));
}
