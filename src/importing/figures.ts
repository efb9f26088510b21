import { isPercentage } from "../figure.ts";
import { maxFigureText } from "../limits.ts";
import { periodName, readPeriod, yearOfPeriod } from "../period.ts";
import { bounds } from "../quantity.ts";
import { noSeries, type SeriesIndex } from "../series.ts";
import type { HeadValues } from "../text/yaml-text.ts";
import { countForm, countOf } from "./numbers.ts";
import { sentenceAround } from "./sentences.ts";

/** A figure as a text tells it, in the keys of the front matter, for the writer to confirm. */
export type ProposedFigure = HeadValues & {
  readonly name: string;
  /** A number, or as the text has it: `khoảng 30`, `30-35`. */
  readonly value: number | string;
};

const percent =
  /(?<![\d.,])(\d{1,3}(?:,\d+)?)\s?%\s+(?:số\s+)?([^;.…%\d()]{3,140}?)(?=\s*(?:[;.…()]|,\s*(?:\d|kết nạp|trong đó)|và \d|$)|\s(?:trong\s)?(?:năm\s\d|quý\s[IV\d]|(?:\d+|sáu|chín)\stháng\s))/giu;
/** "Tỷ lệ chi bộ họp đủ đạt 98,2%", or a row of a table with one figure: the name is before it. */
const rate = new RegExp(
  String.raw`(?<!\p{L})(t[ỷỉ] lệ\s[^;:.,…%\d()\n]{3,140}?)(?:\s*:\s*|\n(?=[^\n]*%\s*(?:$|\n(?!\d)))|,?\s+(?:(?:ước )?đạt|là|chiếm|bằng|(?:tăng )?lên|(?:giảm )?(?:xuống )?còn)\s+)((?:${bounds.join("|")})\s+|\d{1,3}(?:,\d+)?\s?%?\s?(?:[-–]|đến)\s?)?(\d{1,3}(?:,\d+)?)\s?%`,
  "giu",
);
const verbs =
  "kết nạp|phát triển|sáp nhập|hợp nhất|nâng cấp|thành lập|giải thể|xác nhận quy hoạch[^\\d;.]{0,40}|tổ chức|mở|chuyển đảng chính thức cho|vận động|ủng hộ";
const counted = new RegExp(
  String.raw`(?<!\p{L})(${verbs})\s+(?:được\s+|mới\s+)?((?:${bounds.join("|")})\s+|\d[\d.]*\s?(?:[-–]|đến)\s?)?(${countForm})\s+((?:chi, )?[^;.,\d…()]{2,60}?)(?=\s*(?:[;.,…()]|\svà\s|$)|\s(?:trong\s)?(?:năm\s\d|quý\s[IV\d]|(?:\d+|sáu|chín)\stháng\s))`,
  "giu",
);
/** At most this many figures are worth offering. */
const mostFigures = 20;

/**
 * Finds percentages and counts, each with its time where the text tells it, and under the name of
 * its series where there is one.
 *
 * @param paragraphs the first one is the lead; the lines of a list are one paragraph
 * @param isOnAwards true for a clause about awards, whose counts are not figures
 */
export function figuresIn(
  paragraphs: readonly string[],
  isOnAwards: (clause: string) => boolean,
  series: SeriesIndex = noSeries,
): ProposedFigure[] {
  const ofLead = whensIn(leadTime.exec(paragraphs[0] ?? "")?.[0] ?? "").at(-1);
  const unique = new Map<string, ProposedFigure>();
  for (const paragraph of withIntroductions(paragraphs)) {
    // The rest would be cut off.
    if (unique.size >= mostFigures) break;
    const text = paragraph.slice(0, maxFigureText);
    for (const found of figuresOf(text, ofLead, isOnAwards)) {
      const figure = inSeries(found, series);
      const key = JSON.stringify(figure);
      if (!unique.has(key)) unique.set(key, figure);
    }
  }
  return [...unique.values()].slice(0, mostFigures);
}

/** Joins an introduction such as "Năm 2021 đạt kết quả sau:" with the list below it. */
function withIntroductions(paragraphs: readonly string[]): string[] {
  const joined: string[] = [];
  for (const paragraph of paragraphs) {
    if (joined.at(-1)?.endsWith(":") && joined.at(-1)!.length < maxFigureText)
      joined.push(`${joined.pop()}\n${paragraph}`);
    else joined.push(paragraph);
  }
  return joined;
}

/** Gives a figure the name and the unit of measure that its series has. */
function inSeries(figure: ProposedFigure, series: SeriesIndex): ProposedFigure {
  const own = series.find(figure.name) ?? series.near(figure.name);
  const unit = figure.unit as string | undefined;
  if (own === undefined || isPercentage({ unit }) !== isPercentage(own)) return figure;
  return { ...figure, name: own.name, unit: unit ?? own.unit };
}

/** When a figure is of: `{ year: 2021 }`, `{ period: "quý I/2022" }`. */
type When = { readonly year?: number; readonly period?: string };

function figuresOf(
  text: string,
  ofLead: When | undefined,
  isOnAwards: (clause: string) => boolean,
): ProposedFigure[] {
  const found: { at: number; figure: ProposedFigure }[] = [];
  const add = (at: number, all: string, name: string, value: number | string, unit?: string) => {
    const { year, period } = whenOf(text, at, at + all.length) ?? ofLead ?? {};
    found.push({ at, figure: { name: capital(name), value, unit, year, period } });
  };
  const percentOf = (written: string) => Number(written.replace(",", "."));
  const rates = [...text.matchAll(rate)];
  for (const { 0: all, 1: name = "", 2: before = "", 3: value = "", index } of rates)
    add(index, all, name.trim(), asStated(before, percentOf(value), percentOf), "%");
  for (const { 0: all, 1: value = "", 2: name = "", index } of text.matchAll(percent)) {
    // "Tỷ lệ chi bộ họp đủ đạt 98% trong năm": what follows is no name.
    if (rates.some((one) => one.index < index && index < one.index + one[0].length)) continue;
    const stated = asStated(text.slice(0, index), percentOf(value), percentOf);
    add(index, all, name.trim().replace(/,$/u, ""), stated, "%");
  }
  for (const {
    0: all,
    1: verb = "",
    2: bound,
    3: count = "",
    4: things = "",
    index,
  } of text.matchAll(counted)) {
    if (isOnAwards(all)) continue;
    const stated = asStated(bound ?? "", countOf(count), countOf);
    add(index, all, `${verb.trim()} ${things.trim()}`, stated);
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ figure }) => figure);
}

const boundBefore = new RegExp(String.raw`(?<!\p{L})(${bounds.join("|")})\s+$`, "iu");
const lowBefore = /(?<![\d.,/])(\d[\d.,]*)%?\s?(?:[-–]|đến)\s?$/iu;

/** Returns a number with the word or the lower end that is before it: `khoảng 30`, `30-35`. */
function asStated(
  before: string,
  value: number,
  read: (written: string) => number,
): number | string {
  const low = lowBefore.exec(before)?.[1];
  if (low !== undefined && read(low) < value) return `${read(low)}-${value}`;
  const bound = boundBefore.exec(before)?.[1];
  return bound === undefined ? value : `${bound.toLowerCase()} ${value}`;
}

/**
 * A year, or a part of one, but not of a whole date, which is when people met, and not one that
 * others are compared with.
 */
const whenForm =
  /(?<!\d\s+tháng\s+\d{1,2},?\s+|(?:so với|hơn|bằng|cùng kỳ|kỳ|với)\s+)(?:(?:quý\s+(?:I{1,3}|IV|[1-4])|(?<!ngày\s+\d{1,2}\s+)tháng\s+\d{1,2})(?:\/|,?\s+năm\s+)\d{4}|(?:(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+tháng|nửa)\s+(?:đầu|cuối)\s+năm\s+\d{4}|năm\s+\d{4})(?!\d)/giu;
/** A lead that begins with a time tells the time that the article is about. */
const leadTime =
  /^(?:(?:trong|cả|nửa|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|\d{1,2}) tháng|quý [IV\d]+|đầu|cuối|của)\s+){0,4}(?:năm \d{4}|quý (?:I{1,3}|IV|[1-4])\/\d{4})\s*,/iu;

/** Returns every time that a text names, in order. */
function whensIn(text: string): When[] {
  return text
    .matchAll(whenForm)
    .flatMap(([written]): When[] => {
      const period = readPeriod(written.replaceAll(/,?\s+/gu, " "));
      if (period === undefined) return [];
      const isYear = period.from.endsWith("-01") && period.to.endsWith("-12");
      return [isYear ? { year: yearOfPeriod(period)! } : { period: periodName(period) }];
    })
    .toArray();
}

/**
 * Finds the time of a figure: in its sentence the last one before it, or the one that follows at
 * once; otherwise the last one before it in its paragraph. Another paragraph may be about another
 * time.
 */
function whenOf(text: string, from: number, to: number): When | undefined {
  const sentence = sentenceAround(text, from);
  const last = (start: number) => whensIn(text.slice(start, from)).at(-1);
  const [follows = ""] = /^[^,;\n]*/u.exec(text.slice(to, sentence.to)) ?? [];
  return last(sentence.from) ?? whensIn(follows)[0] ?? last(0);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
