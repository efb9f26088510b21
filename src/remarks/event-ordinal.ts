import { ordinalOf, romanValue } from "../text/ordinals.ts";

/*
 * An event's name often says which one it is: "Hội nghị lần thứ mười một, khóa XIX". A writer who
 * copies the front matter of the last meeting changes one of the two and forgets the other.
 */

const ones = "nhất|nhì|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín";
/** In words up to 99. "Năm" behind "mươi" is a year: "lần thứ hai mươi năm 2023". */
const inWords = String.raw`mười(?:\s(?:${ones.replace("năm|", "")}|lăm))?|(?:${ones})\smươi(?:\s(?:mốt|hai|ba|tư|bốn|lăm|nhăm|sáu|bảy|tám|chín))?|${ones}`;
const ordinal = new RegExp(
  String.raw`(?<!\p{L})(?:lần(?:\s+thứ)?|(?:kỳ|phiên)\s+họp\s+thứ)\s+(\d{1,3}|[IVXLC]+|(?:${inWords}))(?![\p{L}\d]|[.,/]\d)`,
  "iu",
);
/** What comes before the ordinal of something else that the event is about. */
const about =
  /(?<!\p{L})(?:nghị quyết|kết luận|chỉ thị|văn kiện|triển khai|thực hiện|quán triệt|học tập|sơ kết|tổng kết|kỷ niệm|chào mừng|hướng tới|chuẩn bị|góp ý)(?!\p{L})/iu;

/**
 * Returns the term in an event's name, in the form of another: the Roman numeral of "khóa XIX", the
 * years of "nhiệm kỳ 2020-2025". Undefined when it has none in that form, or one that may be of
 * something else.
 */
export function termIn(name: string, form: string): string | undefined {
  const found = /\d/u.test(form)
    ? /(?<!\p{L})nhiệm kỳ\s+(\d{4})\s*[-–]\s*(\d{4})/iu.exec(name)
    : /(?<!\p{L})kh(?:óa|oá)\s+([IVXLC]+)(?!\p{L})/iu.exec(name);
  if (found === null || about.test(name.slice(0, found.index))) return undefined;
  const [, first = "", last] = found;
  return last === undefined ? first.toUpperCase() : `${first}-${last}`;
}

/**
 * Returns the ordinal in an event's name; undefined when it has none, or one that may be of
 * something else.
 */
export function ordinalIn(name: string): number | undefined {
  const found = ordinal.exec(name);
  if (found === null || about.test(name.slice(0, found.index))) return undefined;
  const [, written = ""] = found;
  if (/^[IVXLC]+$/u.test(written)) return romanValue(written);
  return ordinalOf(written);
}
