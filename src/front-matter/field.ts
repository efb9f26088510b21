/**
 * A field of a form, as plain data: what editors of articles show, ours and those of others. This
 * file imports nothing, so that a browser can load it too.
 */
export type Field = {
  readonly key: string;
  /** The name of the field in Vietnamese. */
  readonly label: string;
  /** A sentence of help; empty when the label says all. */
  readonly help: string;
  /** What one item of a list is called: "khen thưởng". */
  readonly one: string;
  readonly isRequired: boolean;
  /** The values of another field of the same group that this one belongs to; left out for all. */
  readonly onlyWhere?: { readonly key: string; readonly values: readonly string[] };
  readonly input: Input;
};

export type Input =
  | { readonly kind: SimpleKind }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "list"; readonly item: Input }
  | {
      readonly kind: "group";
      readonly fields: readonly Field[];
      /** The key of the field that is meant when the group is written as a text alone. */
      readonly short?: string;
    };

export type SimpleKind =
  /** Text on one line, and text that may need several. */
  | "line"
  | "prose"
  /** `2024-01-31` or `31/1/2024` */
  | "day"
  /** A day, or as much as is known of one: `2024-01`, `1/2024`, `2024`. */
  | "partialDay"
  /** A whole number of at least 1. */
  | "whole"
  /** A number with "." before its decimals. */
  | "decimal"
  /** A number, or one that is stated roughly: `khoảng 30`, `30-35`. */
  | "quantity"
  | "year"
  /** `2021` or `2017-2021` */
  | "years"
  | "yesNo"
  /** A unit of units.yaml. */
  | "unit"
  /** A topic, preferably one that is in use. */
  | "tag"
  /** The name of a figure, preferably one of figures.yaml. */
  | "series"
  /** A picture beside the article. */
  | "picture"
  /** The part of a picture to show, and the point of it that stays in sight. */
  | "crop"
  | "focus"
  /** A PDF beside the article. */
  | "pdf"
  /** An address on the web. */
  | "address";

/**
 * What a form holds: texts as they are typed. A list is always a list and a group a group, even
 * where the article has a short form; anything empty means that there is no value.
 */
export type FormValue = string | readonly FormValue[] | FormValues;
export type FormValues = { readonly [key: string]: FormValue };

/**
 * Key that tells which item of the file a group in a list is, from 0. A row without it is new, so
 * an added row is never taken for another that was deleted.
 */
export const rowKey = "#";
/** Key that marks something that no form can show; it stays as it is in the file. */
export const lockedKey = "!";

export function isLocked(value: FormValue | undefined): boolean {
  return typeof value === "object" && lockedKey in value;
}

/** True for a text, list or group that holds nothing. */
export function isEmptyValue(value: FormValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return Object.entries(value).every(([key, one]) => key === rowKey || isEmptyValue(one));
}
