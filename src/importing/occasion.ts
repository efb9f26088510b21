import { ordinalOf } from "../text/ordinals.ts";
import { isRoman } from "../text/vietnamese.ts";
import type { HeadValues } from "../text/yaml-text.ts";

/** Finds the event that was held: `Hội nghị BCH lần thứ Mười một (khóa XIX)`. */
export function occasionIn(text: string): HeadValues | undefined {
  const [, name, ordinal, term] =
    /((?:Hội nghị|Kỳ họp|Đại hội|Phiên họp)[^.;()]{0,90}?)\s+lần thứ\s+(\d{1,3}|\p{Lu}?\p{L}+(?:\s(?:mươi|một|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mốt))*)\s*[,(]?\s*(?:khóa|khoá|nhiệm kỳ)?\s*([IVXLC]+)?/iu.exec(
      text,
    ) ?? [];
  if (name === undefined || ordinal === undefined) return undefined;
  const number = ordinalOf(ordinal);
  if (number === undefined) return undefined;
  return {
    name: name.trim(),
    ordinal: number,
    term: term !== undefined && isRoman(term.toUpperCase()) ? term.toUpperCase() : undefined,
  };
}

const person = String.raw`\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){1,4}`;
const introduced = new RegExp(
  String.raw`(?:đồng chí|ông|bà)\s+(${person})\s*[-–,]\s*([^.;]{3,160}?)\s+(chủ trì|phát biểu|dự|tham dự|kết luận|chỉ đạo)`,
  "giu",
);

/**
 * Finds leading people whom a text introduces with their posts; ordinary members are not looked
 * for.
 */
export function peopleIn(text: string): HeadValues[] {
  const found = new Map<string, HeadValues>();
  for (const [, name = "", posts = "", role = ""] of text.matchAll(introduced)) {
    const post = posts
      .split(/\s*[,;]\s*/u)
      .filter((one) => one !== "" && !/^(?:đã|cùng|và)$/u.test(one));
    if (!found.has(name)) found.set(name, { name, post, role: role.toLowerCase() });
  }
  return [...found.values()];
}
