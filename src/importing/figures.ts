import { maxFigureText } from "../limits.ts";
import type { HeadValues } from "../text/yaml-text.ts";
import { countForm, countOf } from "./numbers.ts";
import { sentenceAround } from "./sentences.ts";

/** A figure as a text tells it, in the keys of the front matter, for the writer to confirm. */
export type ProposedFigure = HeadValues & { readonly name: string; readonly value: number };

const percent =
  /(?<![\d.,])(\d{1,3}(?:,\d+)?)\s?%\s+(?:số\s+)?([^;.…%\d()]{3,140}?)(?=\s*(?:[;.…()]|,\s*(?:\d|kết nạp|trong đó)|và \d|$)|\s(?:trong\s)?năm\s\d)/giu;
const verbs =
  "kết nạp|phát triển|sáp nhập|hợp nhất|nâng cấp|thành lập|giải thể|xác nhận quy hoạch[^\\d;.]{0,40}|tổ chức|mở|chuyển đảng chính thức cho|vận động|ủng hộ";
const counted = new RegExp(
  String.raw`(?<!\p{L})(${verbs})\s+(?:được\s+|mới\s+)?(${countForm})\s+((?:chi, )?[^;.,\d…()]{2,60}?)(?=\s*(?:[;.,…()]|\svà\s|$)|\s(?:trong\s)?năm\s\d)`,
  "giu",
);
/** At most this many figures are worth offering. */
const mostFigures = 20;

/**
 * Finds percentages and counts, each with its year where the text tells it.
 *
 * @param paragraphs the first one is the lead; the lines of a list are one paragraph
 * @param isOnAwards true for a clause about awards, whose counts are not figures
 */
export function figuresIn(
  paragraphs: readonly string[],
  isOnAwards: (clause: string) => boolean,
): ProposedFigure[] {
  const ofLead = leadYear.exec(paragraphs[0] ?? "")?.[1];
  const unique = new Map<string, ProposedFigure>();
  for (const paragraph of withIntroductions(paragraphs)) {
    // The rest would be cut off.
    if (unique.size >= mostFigures) break;
    for (const figure of figuresOf(paragraph.slice(0, maxFigureText), ofLead, isOnAwards)) {
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

function figuresOf(
  text: string,
  ofLead: string | undefined,
  isOnAwards: (clause: string) => boolean,
): ProposedFigure[] {
  const found: { at: number; figure: ProposedFigure }[] = [];
  const add = (at: number, all: string, name: string, value: number, unit?: string) => {
    const year = yearOf(text, at, at + all.length) ?? ofLead;
    found.push({
      at,
      figure: {
        name: capital(name),
        value,
        unit,
        year: year === undefined ? undefined : Number(year),
      },
    });
  };
  for (const { 0: all, 1: value = "", 2: name = "", index } of text.matchAll(percent))
    add(index, all, name.trim().replace(/,$/u, ""), Number(value.replace(",", ".")), "%");
  for (const { 0: all, 1: verb = "", 2: count = "", 3: things = "", index } of text.matchAll(
    counted,
  )) {
    if (isOnAwards(all)) continue;
    add(index, all, `${verb.trim()} ${things.trim()}`, countOf(count));
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ figure }) => figure);
}

/**
 * A year, but not of a whole date, which is when people met, and not one that others are compared
 * with.
 */
const yearForm =
  /(?<!\d\s+tháng\s+\d{1,2},?\s+|(?:so với|hơn|bằng|cùng kỳ|kỳ|với)\s+)năm (\d{4})(?!\d)/giu;
/** A lead that begins with a year tells the year that the article is about. */
const leadYear =
  /^(?:(?:trong|cả|nửa|sáu tháng|chín tháng|\d tháng|quý [IV\d]+|đầu|cuối|của)\s+){0,4}năm (\d{4})\s*,/iu;

/**
 * Finds the year of a figure: in its sentence the last year before it, or the one that follows at
 * once; otherwise the last one before it in its paragraph. Another paragraph may be about another
 * year.
 */
function yearOf(text: string, from: number, to: number): string | undefined {
  const sentence = sentenceAround(text, from);
  const last = (start: number) => [...text.slice(start, from).matchAll(yearForm)].at(-1)?.[1];
  const [follows = ""] = /^[^,;\n]*/u.exec(text.slice(to, sentence.to)) ?? [];
  return last(sentence.from) ?? [...follows.matchAll(yearForm)][0]?.[1] ?? last(0);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
