import type { Day } from "./day.ts";

/**
 * A Party organisation, from content/units.yaml. Units are dated: they are founded, merged, wound
 * up.
 */
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  readonly aliases: readonly string[];
  /** Free text, such as "đảng bộ cơ sở"; content/norms.yaml says which kinds may give what. */
  readonly kind?: string;
  readonly parent?: string;
  /** The unit's mark in document numbers: "ĐUK". */
  readonly docCode?: string;
  /** `2010`, `2010-07` or `2010-07-01`: often only the year is known. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successors: readonly string[];
};

/**
 * Returns whether a unit existed on a day. Bounds may be a year, a month or a day; each counts as a
 * whole.
 */
export function existsOn({ validFrom: from, validTo: to }: Unit, day: Day): boolean {
  return (
    (from === undefined || day.slice(0, from.length) >= from) &&
    (to === undefined || day.slice(0, to.length) <= to)
  );
}
