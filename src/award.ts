import type { Day } from "./day.ts";
import { exactly, formatQuantity, isSameQuantity, type Quantity } from "./quantity.ts";
import { ordinalOf, romanValue } from "./text/ordinals.ts";

export const awardForms = [
  "Giấy khen",
  "Bằng khen",
  "Cờ",
  "Huy hiệu Đảng",
  "Kỷ niệm chương",
  "Biểu dương",
  "Danh hiệu",
  "Huân chương",
  "Giải",
  // The form is not stated in the source.
  "Khen thưởng",
] as const;
export type AwardForm = (typeof awardForms)[number];

/** What only some forms of award have. */
export const formsWith: Readonly<Record<"step" | "early", readonly AwardForm[]>> = {
  step: ["Huy hiệu Đảng"],
  early: ["Huy hiệu Đảng"],
};

/** What a form asks for only beside these forms of award; elsewhere it is very rare. */
export const formsAskedFor: Readonly<
  Record<"name" | "rank" | "occasion" | "posthumous", readonly AwardForm[]>
> = {
  name: awardForms.filter((form) => form !== "Giấy khen" && form !== "Huy hiệu Đảng"),
  rank: ["Huân chương", "Giải", "Cờ", "Danh hiệu", "Khen thưởng"],
  occasion: ["Huy hiệu Đảng", "Kỷ niệm chương", "Khen thưởng"],
  posthumous: ["Bằng khen", "Huy hiệu Đảng", "Kỷ niệm chương", "Huân chương", "Khen thưởng"],
};

export const awardStatuses = [
  "đã trao",
  "công bố quyết định",
  "đã quyết định",
  "đề xuất",
  "thu hồi",
] as const;
export type AwardStatus = (typeof awardStatuses)[number];

/** The ranks of prizes and orders, the highest first. */
export const awardRanks = [
  "Đặc biệt",
  "Xuất sắc",
  "Nhất",
  "Nhì",
  "Ba",
  "Tư",
  "Khuyến khích",
  "A",
  "B",
  "C",
] as const;
export type AwardRank = (typeof awardRanks)[number];

/** Returns the rank that somebody means by another way of saying it: Ba for `hạng III`. */
export function rankMeant(written: string): AwardRank | undefined {
  const word = written.replace(/^(?:hạng|giải)\s+/iu, "");
  const place = romanValue(word.toUpperCase()) ?? ordinalOf(word);
  const byPlace = (["Nhất", "Nhì", "Ba", "Tư"] as const)[(place ?? 0) - 1];
  return byPlace ?? awardRanks.find((rank) => rank.toLowerCase() === word.toLowerCase());
}

/** What is written in place of a number that the source does not give. */
export const unknownCount = "không rõ";
export type AwardCount = Quantity | typeof unknownCount;

/** One line of awards: who gave what to whom, how many, what for. */
export type Award = {
  readonly form: AwardForm;
  /** The award's own name: "Cờ thi đua của Chính phủ", "Chiến sĩ thi đua cơ sở". */
  readonly name?: string;
  readonly rank?: AwardRank;
  readonly status: AwardStatus;
  /** Id of the unit that gives. */
  readonly by: string;
  /** The body of that unit that decided: "Ban Thường vụ Đảng ủy". */
  readonly body?: string;
  /** Id of the unit that proposed it. */
  readonly proposedBy?: string;
  /** Names of those who handed it over. */
  readonly presentedBy: readonly string[];
  /** Kind of recipient: "tổ chức cơ sở đảng", "đảng viên". */
  readonly to: string;
  /** Names, where they are known and may be named. */
  readonly recipients: readonly string[];
  /** How many were given, as far as the source says; 0 only where it says so. */
  readonly count: AwardCount;
  readonly for?: string;
  /** The years that the award is for, both ends included. */
  readonly years?: YearSpan;
  /** How many years running ("5 năm liền"). */
  readonly consecutive?: number;
  /** Years of membership that a Huy hiệu Đảng honours: 30, 40, 45 … or from one to another. */
  readonly step?: Steps;
  /** The day or campaign that it was given on: "đợt 7/11". */
  readonly occasion?: string;
  /** Given to somebody who had died. */
  readonly posthumous?: boolean;
  /** Given before the years of membership were full. */
  readonly early?: boolean;
  /** The decision on the award; where it is withdrawn, still the one that gave it. */
  readonly decision?: Decision;
  /** The decision that withdrew it. */
  readonly revocation?: Decision;
  /** What the source leaves unclear, shown to the reader as a note; never resolved by guessing. */
  readonly doubt?: string;
};

export type YearSpan = { readonly from: number; readonly to: number };
/** One step, whose ends are the same, or all steps from one to another. */
export type Steps = { readonly from: number; readonly to: number };
export type Decision = { readonly number?: string; readonly date?: Day };

/** Returns the number of an award that has an exact one; no total may hold any other. */
export function exactCount({ count }: Pick<Award, "count">): number | undefined {
  return count === unknownCount ? undefined : exactly(count);
}

/** Writes how many for readers: `1.625`, `khoảng 30`, `30–35`, `không rõ`. */
export function formatCount(count: AwardCount): string {
  return count === unknownCount ? unknownCount : formatQuantity(count);
}

/** Returns whether two sources give one number in the same words. */
export function isSameCount(one: AwardCount, other: AwardCount): boolean {
  if (one === unknownCount || other === unknownCount) return one === other;
  return isSameQuantity(one, other);
}

/** Writes steps of membership: `30`, `30–75`. */
export function formatSteps({ from, to }: Steps): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/**
 * Returns what an award is called, without its form where its own name says more: "Huân chương Lao
 * động hạng Ba", "Giải Nhì", "Huy hiệu Đảng 30 năm".
 */
export function awardTitle({ form, name, rank, step }: AwardTitle): string {
  const title = name ?? form;
  const years = step === undefined ? "" : ` ${formatSteps(step)} năm`;
  if (rank === undefined) return title + years;
  if (form !== "Giải") return `${title} hạng ${rank}${years}`;
  return name === undefined ? `Giải ${rank}` : `${name}, giải ${rank}`;
}

export type AwardTitle = Pick<Award, "form" | "name" | "rank" | "step">;

/** Compares ranks, the highest first; what has none comes last. */
export function compareRanks(one: AwardRank | undefined, other: AwardRank | undefined): number {
  return placeOf(one) - placeOf(other);
}

function placeOf(rank: AwardRank | undefined): number {
  return rank === undefined ? awardRanks.length : awardRanks.indexOf(rank);
}
