/**
 * A field of a form, as plain data: what editors of articles show, be it ours or another's. It imports
 * nothing, so that a browser can know it too.
 */
export type Field = {
  readonly key: string;
  /** What it is called in Vietnamese. */
  readonly label: string;
  /** A sentence for whoever fills it in; empty where the name says all. */
  readonly help: string;
  /** What one item of a list is called: "khen thưởng". */
  readonly one: string;
  readonly isRequired: boolean;
  readonly input: Input;
};

export type Input =
  | { readonly kind: SimpleKind }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "list"; readonly item: Input }
  | {
      readonly kind: "group";
      readonly fields: readonly Field[];
      /** The key of the one field that a text alone may stand for. */
      readonly short?: string;
    };

export type SimpleKind =
  /** Text on one line, and text that may need several. */
  | "line"
  | "prose"
  /** `2024-01-31` or `31/1/2024` */
  | "day"
  /** A whole number of at least 1. */
  | "whole"
  /** A number with "." before its decimals. */
  | "decimal"
  | "year"
  /** `2021` or `2017-2021` */
  | "years"
  | "yesNo"
  /** A unit of units.yaml. */
  | "unit"
  /** A topic; best one that is there. */
  | "tag"
  /** A picture beside the article. */
  | "picture"
  /** An address on the web. */
  | "address";

/**
 * What a form holds: texts as they are typed. A list is always a list and a group a group, whichever
 * short form the article has; what is empty stands for nothing.
 */
export type FormValue = string | readonly FormValue[] | FormValues;
export type FormValues = { readonly [key: string]: FormValue };

/**
 * In a group that is an item of a list: which item of the file it is, from 0. A row without it is new.
 * So a row that is added is never taken for another that was taken away.
 */
export const rowKey = "#";
/** In a group that stands for something that no form can show; it stays as it is in the file. */
export const lockedKey = "!";

export function isLocked(value: FormValue | undefined): boolean {
  return typeof value === "object" && lockedKey in value;
}

/** True for what stands for nothing, be it a text, a list or a group. */
export function isEmptyValue(value: FormValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return Object.entries(value).every(([key, one]) => key === rowKey || isEmptyValue(one));
}
