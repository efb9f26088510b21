import { parseDay } from "../day.ts";
import { bodyOf, type EventKind, eventKinds } from "../event.ts";
import type { PeopleIndex } from "../people.ts";
import { ordinalOf } from "../text/ordinals.ts";
import { isRoman, nameKey } from "../text/vietnamese.ts";
import type { HeadValues } from "../text/yaml-text.ts";

/** Finds the event that was held: `Hội nghị BCH lần thứ Mười một (khóa XIX)`. */
export function occasionIn(text: string): HeadValues | undefined {
  const [, name, ordinal, term] =
    /((?:Hội nghị|Kỳ họp|Đại hội|Phiên họp)[^.;()]{0,90}?)\s+lần thứ\s+(\d{1,3}|\p{Lu}?\p{L}+(?:\s(?:mươi|một|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mốt))*)\s*[,(]?\s*(?:khóa|khoá|nhiệm kỳ)?\s*([IVXLC]+(?![\p{L}\d])|\d{4}\s*[-–]\s*\d{4})?/iu.exec(
      text,
    ) ?? [];
  if (name === undefined || ordinal === undefined) return undefined;
  const number = ordinalOf(ordinal);
  if (number === undefined) return undefined;
  return {
    name: name.trim(),
    kind: kindOf(name),
    body: bodyOf({ name: name.trim() }),
    ordinal: number,
    term: termOf(term),
    ...daysIn(text),
  };
}

/** Returns what sort of event a name begins with. */
function kindOf(name: string): EventKind | undefined {
  const lower = name.trim().toLowerCase();
  return eventKinds.find((kind) => lower.startsWith(kind));
}

function termOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const [, from, to] = /^(\d{4})\D+(\d{4})$/u.exec(written) ?? [];
  if (from !== undefined && to !== undefined) return from < to ? `${from}-${to}` : undefined;
  return isRoman(written.toUpperCase()) ? written.toUpperCase() : undefined;
}

/** Finds the days of an event of several: "trong hai ngày 14 và 15/6/2024". */
function daysIn(text: string): HeadValues {
  const [, first, last, month, year] =
    /(?:từ ngày|các ngày|trong (?:\d+|hai|ba|bốn) ngày,?(?: từ| ngày)?)\s+(\d{1,2})\s*(?:[-–,]|và|đến(?: ngày)?)\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4})/iu.exec(
      text,
    ) ?? [];
  const date = parseDay(`${first}/${month}/${year}`);
  const to = parseDay(`${last}/${month}/${year}`);
  return date !== undefined && to !== undefined && date < to ? { date, to } : {};
}

const person = String.raw`\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){1,4}`;
const introduced = new RegExp(
  String.raw`(?:đồng chí|ông|bà)\s+(${person})\s*[-–,]\s*([^.;]{3,160}?)\s+(chủ trì|phát biểu|dự|tham dự|kết luận|chỉ đạo)`,
  "giu",
);

/**
 * Finds leading people: those whom a text introduces with their posts, and office holders whom it
 * names. Ordinary members are not looked for.
 */
export function peopleIn(text: string, known: PeopleIndex): HeadValues[] {
  const found = new Map<string, HeadValues>();
  for (const [, name = "", posts = "", role = ""] of text.matchAll(introduced)) {
    const post = posts
      .split(/\s*[,;]\s*/u)
      .filter((one) => one !== "" && !/^(?:đã|cùng|và)$/u.test(one));
    if (!found.has(name)) found.set(name, { name, post, role: role.toLowerCase() });
  }
  if (known.people.length === 0) return [...found.values()];
  const keys = new Set([...found.keys()].map(nameKey));
  const named = ` ${nameKey(text.replaceAll(/[\p{P}\s]+/gu, " "))} `;
  for (const { id, name, aliases } of known.people) {
    const isNamed = [name, ...aliases].some((one) => named.includes(` ${nameKey(one)} `));
    if (!isNamed || keys.has(nameKey(name))) continue;
    // Of two with one name the writer has to choose; each is offered by its id.
    found.set(id, known.find(name).length > 1 ? { name, id } : { name });
  }
  return [...found.values()];
}
