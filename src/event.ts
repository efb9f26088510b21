import type { Day } from "./day.ts";
import { fold } from "./text/vietnamese.ts";

/** What sort of gathering an event is. */
export const eventKinds = [
  "đại hội",
  "hội nghị",
  "phiên họp",
  "lễ",
  "hội thảo",
  "tọa đàm",
  "tập huấn",
  "hội thi",
  "sinh hoạt",
  "làm việc",
  "khác",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The meeting or ceremony that an article tells of. */
export type OfficialEvent = {
  readonly name: string;
  readonly kind?: EventKind;
  /** Who met: "Ban Chấp hành". Says no unit that `unit` says already. */
  readonly body?: string;
  /** Id of the unit that met; left out where it is the unit of the article. */
  readonly unit?: string;
  /** Which one of the term: 11 for "lần thứ mười một". */
  readonly ordinal?: number;
  /** Roman (XIX) or the years of it (2025-2030). */
  readonly term?: string;
  readonly place?: string;
  /** The first day. */
  readonly date?: Day;
  /** The last day, where there are several. */
  readonly to?: Day;
  readonly agenda: readonly string[];
};

const shortBodies: Readonly<Record<string, string>> = {
  BCH: "Ban Chấp hành",
  BTV: "Ban Thường vụ",
  UBKT: "Ủy ban Kiểm tra",
};

/** Writes out the short form with which the name of a body begins. */
export function longBody(written: string): string {
  return written.replace(/^(?:BCH|BTV|UBKT)(?!\p{L})/u, (short) => shortBodies[short]!);
}

/** The body that all members, or those whom they sent, make up. */
const congress = "Đại hội";

/** True for the name of that body, however it is spelt. */
export function isCongress(body: string): boolean {
  return fold(body) === fold(congress);
}

const gathering = /^(?:hoi nghi|ky hop|phien hop|cuoc hop|hop) /u;
const metBody: readonly (readonly [start: RegExp, body: string])[] = [
  [/^(?:ban chap hanh|bch)(?!\p{L})/u, "Ban Chấp hành"],
  [/^(?:ban thuong vu|btv)(?!\p{L})/u, "Ban Thường vụ"],
  [/^(?:uy ban kiem tra|ubkt)(?!\p{L})/u, "Ủy ban Kiểm tra"],
];
const congressName = /^dai hoi (?:dai bieu |toan the )?(?:dang bo|chi bo|dang vien)(?!\p{L})/u;

/**
 * Returns who met at an event: what the writer says, otherwise what the name of the event begins
 * with. Undefined where neither says it: a conference *on* a committee is not one of it.
 */
export function bodyOf({ body, name }: Pick<OfficialEvent, "body" | "name">): string | undefined {
  if (body !== undefined) return body;
  const folded = fold(name);
  if (congressName.test(folded)) return congress;
  const [start] = gathering.exec(folded) ?? [];
  if (start === undefined) return undefined;
  return metBody.find(([form]) => form.test(folded.slice(start.length)))?.[1];
}

/** Returns the body that a text begins with, as the site calls it; undefined for any other. */
export function knownBody(written: string): string | undefined {
  const folded = fold(written);
  if (/^dai hoi(?!\p{L})/u.test(folded)) return congress;
  return metBody.find(([form]) => form.test(folded))?.[1];
}

/** Returns whether a role is that of the person who leads an event. */
export function isChair(role: string): boolean {
  return /^(?:dong )?(?:chu tri|chu toa|dieu hanh)(?!\p{L})/u.test(fold(role));
}
