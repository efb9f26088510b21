import { type Day, parseDay } from "../day.ts";

/** Who wrote an article, as far as its last lines tell. */
export type Byline = {
  readonly authors: readonly { readonly name: string; readonly role?: "tin" | "ảnh" | "video" }[];
  /** "Theo Báo Mẫu": where the text comes from. */
  readonly source?: string;
};

const name = String.raw`\p{Lu}[\p{L}.]*(?:\s+\p{Lu}[\p{L}.]*){1,4}`;
const names = new RegExp(`^${name}(?:\\s*(?:[,;&–-]|và)\\s*${name})*$`, "u");
const labelled =
  /^(?:(Tin,? (?:và )?ảnh|Bài,? (?:và )?ảnh|Tin,? bài|Tin|Bài|Bài viết|Tác giả|Người viết|Thực hiện)|(Ảnh)|(Video|Clip)|(Theo|Nguồn))(?:\s*:\s*|(?<=Theo|ảnh)\s+)(.+)$/iu;

/** A last line with a numeral is a heading with nothing below it; V. may be short for a name. */
const numbered = /^(?!V\.)[IVX]+\s?[.)/:]\s/u;

/**
 * Reads a last line such as `Liên Linh`, `Tin, ảnh: A - B` or `Theo Báo Mẫu`; undefined for any
 * other line.
 */
export function bylineOf(line: string): Byline | undefined {
  const text = line
    .replace(/[.()*_]+$/u, "")
    .replace(/^[(*_]+/u, "")
    .trim();
  if (text.length > 90 || numbered.test(text)) return undefined;
  const [, , photo, video, from, rest] = labelled.exec(text) ?? [];
  if (rest !== undefined) {
    if (from !== undefined)
      return /^\p{Lu}/u.test(rest) ? { authors: [], source: rest } : undefined;
    if (!names.test(rest) && !/^\p{Lu}[\p{L}\d.]*(?:\s\p{L}+){0,4}$/u.test(rest)) return undefined;
    const role = photo === undefined ? (video === undefined ? undefined : "video") : "ảnh";
    return {
      authors: split(rest).map((one) => (role === undefined ? { name: one } : { name: one, role })),
    };
  }
  return names.test(text) ? { authors: split(text).map((one) => ({ name: one })) } : undefined;
}

function split(text: string): string[] {
  return text
    .split(/\s*(?:[,;&]|\s[–-]\s|\svà\s)\s*/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

const opening =
  "Ngày|Sáng|Chiều|Tối|Trưa|Hôm|Vừa qua|Mới đây|Nhân|Trong|Thực hiện|Được|Từ|Tại|Với|Để|Nhằm|Vào";
/**
 * The source at the beginning of a text: `PhuthoPortal - Ngày 14/1/2022, …`, `(Báo Mẫu) – Sáng …`.
 */
const dateline = new RegExp(
  String.raw`^\(?(\p{Lu}[\p{L}\d.]*(?:\s[\p{L}\d.]+){0,4})\)?\s*[-–—:]\s*(?=(?:${opening})(?!\p{L}))`,
  "u",
);

/** Takes the name of the source off the beginning of a text. */
export function sourceOf(text: string): { readonly source?: string; readonly rest: string } {
  const found = dateline.exec(text);
  if (found === null) return { rest: text };
  return { source: found[1]!, rest: text.slice(found[0].length) };
}

/** Finds the first whole date in a text; one without a year does not count. */
export function dateIn(text: string): Day | undefined {
  for (const [, day, month, year] of text.matchAll(
    /(?<![\d/])(\d{1,2})\s*(?:[/.-]|\s*tháng\s*)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm\s*)\s*(\d{4})(?![\d/])/giu,
  )) {
    const found = parseDay(`${day}/${month}/${year}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
