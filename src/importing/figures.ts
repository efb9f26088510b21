import type { HeadValues } from "../yaml-text.ts";
import { countForm, countOf } from "./numbers.ts";

/** A figure as a text tells it, in the keys of the front matter; for its writer to confirm. */
export type ProposedFigure = HeadValues & { readonly name: string; readonly value: number };

const percent =
  /(?<![\d.,])(\d{1,3}(?:,\d+)?)\s?%\s+(?:số\s+)?([^;.…%\d()]{3,140}?)(?=\s*(?:[;.…()]|,\s*(?:\d|kết nạp|trong đó)|và \d|$))/giu;
const verbs =
  "kết nạp|phát triển|sáp nhập|hợp nhất|nâng cấp|thành lập|giải thể|xác nhận quy hoạch[^\\d;.]{0,40}|tổ chức|mở|chuyển đảng chính thức cho|vận động|ủng hộ";
const counted = new RegExp(
  String.raw`(?<!\p{L})(${verbs})\s+(?:được\s+|mới\s+)?(${countForm})\s+((?:chi, )?[^;.,\d…()]{2,60}?)(?=\s*(?:[;.,…()]|\svà\s|$))`,
  "giu",
);
/** Most figures that are worth offering. */
const most = 20;

/** Finds percentages and counts, each with the year that was named last before it. */
export function figuresIn(text: string, isOnAwards: (clause: string) => boolean): ProposedFigure[] {
  const found: { at: number; figure: ProposedFigure }[] = [];
  const yearAt = (at: number) => [...text.slice(0, at).matchAll(/năm (\d{4})/giu)].at(-1)?.[1];
  const add = (at: number, name: string, value: number, unit?: string) => {
    const year = yearAt(at);
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
  for (const { 1: value = "", 2: name = "", index } of text.matchAll(percent))
    add(index, name.trim().replace(/,$/u, ""), Number(value.replace(",", ".")), "%");
  for (const { 0: all, 1: verb = "", 2: count = "", 3: things = "", index } of text.matchAll(
    counted,
  )) {
    if (isOnAwards(all)) continue;
    add(index, `${verb.trim()} ${things.trim()}`, countOf(count));
  }
  const unique = new Map(found.map((one) => [JSON.stringify(one.figure), one]));
  return [...unique.values()]
    .toSorted((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ figure }) => figure);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
