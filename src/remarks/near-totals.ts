import { awardForms } from "../award.ts";
import type { Head } from "../front-matter/head.ts";
import { recipientGroupsIn } from "../registers/recipients.ts";
import { lazily, once } from "../work/once.ts";
import {
  type AwardLine,
  type AwardSum,
  awardLines,
  explainedSums,
  likelySums,
} from "./award-sums.ts";
import { amountOf, isOnAwards } from "./stated-totals.ts";
import { hasFigures, hasNumber } from "./title-numbers.ts";

/*
 * A total of awards in the title or the text that the lines of the front matter nearly come to: one
 * of the two was mistyped. Any number may happen to be near some sum, so only one that counts
 * recipients or awards in a sentence on awards is looked at, and only sums of lines that it can
 * count; a sum that the article states itself is no mistake, whatever other number is near it.
 */

/** A number that differs a little from the sum of some lines. */
export type NearTotal = {
  /** As it is written. */
  readonly value: string;
  readonly sum: AwardSum;
  /** Where it is in the text; undefined in the title. */
  readonly offset?: number;
};

const numbers =
  /(?<![\p{L}\d.,/-])\d{1,3}(?:\.\d{3})*(?![\p{L}\d]|[.,/-]\d|\s?[-–/]\s?\d)(?=\s+(\p{L}[^\d.;:()\n]{0,80}))/gu;
/** What comes before a number that is not exact, counts a larger whole, or names something. */
const otherUse =
  /(?:khoảng|gần|hơn|trên|dưới|ít nhất|nhiều nhất|tối đa|tối thiểu|tổng số|trong số|trên số|số|lần|thứ|khóa|năm|ngày|tháng|quý|đợt|chi bộ|tổ|thôn|khu)\s+$/iu;
/** People who are counted for something else than an award. */
const otherDeed = /(?<!\p{L})(?:dự|tham dự|tham gia|có mặt|về dự|được kết nạp|dự thi)(?!\p{L})/iu;

const forms = awardForms.map((form) => [form, form.toLowerCase()] as const);

/** Finds totals in title and text that some lines of awards nearly come to, each number once. */
export function nearTotals(
  title: string,
  body: string,
  awards: NonNullable<Head["awards"]>,
): NearTotal[] {
  const lines = awardLines(awards);
  if (lines.length === 0) return [];
  // Most articles with awards state no number of them.
  const explained = lazily(() => explainedSums(lines));
  const found = new Map<number, NearTotal>();
  const sumsFor = once((subject: string) => likelySums(linesCounted(lines, subject)));
  const isTold = once((sum: number) => states(title, sum) || states(body, sum));
  const look = (text: string, isTitle: boolean) => {
    for (const { sentence, from } of sentencesOf(text)) {
      if (!/\d/u.test(sentence) || !(isOnAwards(sentence) || isHonour.test(sentence))) continue;
      for (const { 0: value, 1: things = "", index } of sentence.matchAll(numbers)) {
        const number = amountOf(value);
        if (explained().has(number) || found.has(number)) continue;
        if (otherUse.test(sentence.slice(0, index)) || otherDeed.test(things)) continue;
        const sum = nearest(number, sumsFor(subjectOf(things)), isTitle);
        if (sum === undefined) continue;
        const rest = String(Math.abs(sum.value - number));
        // "98 tại hội trường, 1 tại nhà" is a sum of its own.
        if (hasNumber(sentence.replace(value, ""), rest)) continue;
        if (isTold(sum.value)) continue;
        found.set(number, { value, sum, ...(isTitle ? {} : { offset: from + index }) });
      }
    }
  };
  look(title, true);
  look(body, false);
  return [...found.values()];
}

const isHonour = /tuyên dương|vinh danh|tôn vinh|(?:trao|đoạt|nhận) (?:\d+ )?giải/iu;

function* sentencesOf(text: string): Generator<{ sentence: string; from: number }> {
  for (const { 0: sentence, index } of text.matchAll(/(?:[^.;!?\n]|\.(?=\d))+/gu))
    yield { sentence, from: index };
}

/** Returns whether a text states a sum; the words of small numbers are in every text. */
function states(text: string, sum: number): boolean {
  return sum <= 10 ? hasFigures(text, String(sum)) : hasNumber(text, String(sum));
}

/** Returns what some words behind a number count: a form of award, or groups of recipients. */
function subjectOf(things: string): string {
  const words = things.toLowerCase();
  const form = forms.find(([, lower]) => words.startsWith(lower))?.[0];
  return form ?? [...recipientGroupsIn(things)].sort().join(" ");
}

/** Returns the lines that such a number can count; words of several groups count all. */
function linesCounted(lines: readonly AwardLine[], subject: string): readonly AwardLine[] {
  if (subject.includes(" ") && !forms.some(([form]) => form === subject)) return lines;
  return lines.filter(({ form, group }) => form === subject || group === subject);
}

function nearest(
  number: number,
  sums: readonly AwardSum[],
  isTitle: boolean,
): AwardSum | undefined {
  return sums
    .filter(({ value }) => Math.abs(value - number) <= reach(value, isTitle))
    .toSorted((a, b) => Math.abs(a.value - number) - Math.abs(b.value - number))[0];
}

/** Returns how far a number may be from the sum that was meant; small ones are often near. */
function reach(sum: number, isTitle: boolean): number {
  if (sum < 10) return isTitle && sum >= 4 ? 1 : 0;
  const few = sum < 30 ? 1 : sum < 100 ? 2 : 3;
  return Math.max(few, Math.floor(sum / 100));
}
