import type { Day } from "./day.ts";

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

export const awardStatuses = [
  "đã trao",
  "công bố quyết định",
  "đã quyết định",
  "đề xuất",
  "thu hồi",
] as const;
export type AwardStatus = (typeof awardStatuses)[number];

/** One line of awards: who gave what to whom, how many, what for. */
export type Award = {
  readonly form: AwardForm;
  readonly status: AwardStatus;
  /** Id of the unit that gives. */
  readonly by: string;
  /** The body of that unit that decided: "Ban Thường vụ Đảng ủy". */
  readonly body?: string;
  /** Kind of recipient: "tổ chức cơ sở đảng", "đảng viên". */
  readonly to: string;
  /** Names, where they are known and may be named. */
  readonly recipients: readonly string[];
  /** How many were given, a whole number of at least 1. */
  readonly count: number;
  readonly for?: string;
  /** The years that the award is for, both ends included. */
  readonly years?: { readonly from: number; readonly to: number };
  /** How many years running ("5 năm liền"). */
  readonly consecutive?: number;
  /** Years of membership that a Huy hiệu Đảng honours: 30, 40, 45 … */
  readonly step?: number;
  readonly decision?: { readonly number?: string; readonly date?: Day };
  /** What the source leaves unclear, shown to the reader as a note; never resolved by guessing. */
  readonly doubt?: string;
};
