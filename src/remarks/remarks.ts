import type { MessageCode } from "../problems/messages.ts";
import type { Remark } from "../problems/remark.ts";
import { leftOutForm, leftOutIn } from "../text/left-out.ts";
import { once } from "../work/once.ts";
import { birthYear, numberBehindBirth, withoutYear } from "./birth-years.ts";
import { legacyRemarks } from "./legacy-remarks.ts";
import { statedTotals } from "./stated-totals.ts";

/** At most this many remarks of one kind: a pasted price list should not fill the screen. */
const mostOfAKind = 10;

/** Nine figures of a telephone or an identity card, or the eight of a party card. */
const longNumber = /\d(?:[ .-]?\d){8}|\d(?:[ .]?\d){7}/u;

/**
 * What a writer forgot to fill in, and what does not belong on a public page. Every text is looked
 * through for every form, so the expensive ones have a cheap part that no match of them is without.
 */
export const forms: readonly (readonly [
  code: MessageCode,
  form: RegExp,
  shown: (text: string) => string,
  part?: RegExp,
])[] = [
  ["template-left", /\{\{\s*[\w.]+\s*\}\}|\{[a-z_]{2,20}\}|\$\{[\w.]+\}|<%.{0,40}?%>/gu, asWritten],
  [
    "placeholder-left",
    /\b(?:TODO|TBD|FIXME)\b|\b[lL]orem ipsum\b|(?<![\p{L}\d])[xX]?x{1,8}x(?![\p{L}\d])|\?{3,}|(?<![\n_])_{4,}|(?<!\.)\.{5,}|…{2,}|\[(?:[đĐ]iền|[nN]hập|[gG]hi|[cC]hèn|[bB]ổ sung|[vV]iết)\s[^\][\n]{1,60}\](?!\()|\((?:điền|nhập|chèn|bổ sung sau)[^()\n]{0,60}\)/gu,
    asWritten,
  ],
  ["import-left-out", leftOutForm, (mark) => leftOutIn(mark)[0] ?? mark],
  // Mobile numbers belong to people; those of offices begin with 02 or 1.
  [
    "phone-number",
    /(?<![\p{L}\d.,/+-])(?:\+84[ .-]?|0)[35789](?:[ .-]?\d){8}(?!\d|[.,/]\d)/gu,
    masked,
    longNumber,
  ],
  // The first three figures name the province of birth (circular 59/2021/TT-BCA): 001 to 096.
  [
    "citizen-id",
    /(?<![\p{L}\d.,/+-])0\d{2}[ .]?\d{3}[ .]?\d{6}(?!\d|[.,/]\d)/gu,
    masked,
    longNumber,
  ],
  // The older cards have nine figures, which only the words before them tell.
  [
    "citizen-id",
    /(?<=(?:CMND|CMTND|chứng minh nhân dân|chứng minh thư)[^\d\n]{0,24})\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/])/giu,
    masked,
    longNumber,
  ],
  ["birth-year", birthYear, withoutYear, numberBehindBirth],
  [
    "party-card-number",
    /(?<=(?:thẻ đảng|thẻ đảng viên|số thẻ|số TĐV)[^\d\n]{0,24})\d{2}[ .]?\d{3}[ .]?\d{3}(?![\d/])/giu,
    masked,
    longNumber,
  ],
];

/**
 * Looks through the text of an article's file, except for comments in the front matter, which are
 * its writer's own.
 */
export function remarksOn(text: string, bodyOffset: number): Remark[] {
  const found: Remark[] = [];
  const has = once((form: RegExp) => text.search(form) !== -1);
  for (const [code, form, shown, part = form] of forms) {
    if (!has(part)) continue;
    let count = 0;
    for (const { 0: value, index } of text.matchAll(form)) {
      if (index < bodyOffset && isInComment(text, index)) continue;
      found.push({ code, offset: index, args: { value: shown(value) } });
      count += 1;
      if (count === mostOfAKind) break;
    }
  }
  return [...found, ...legacyRemarks(text), ...statedTotals(text, bodyOffset)];
}

function isInComment(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return /^\s*#|\s#/u.test(line);
}

function asWritten(text: string): string {
  return text;
}

/**
 * Hides most digits of a number. Reports are read by many and kept in logs, so they do not repeat
 * what should not be public.
 */
function masked(text: string): string {
  const digits = text.replaceAll(/\D/gu, "");
  return `${digits.slice(0, 3)}…${digits.slice(-2)}`;
}
