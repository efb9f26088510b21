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
