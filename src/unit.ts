import { addDays, type Day, daysInMonth, shortDay } from "./day.ts";

/**
 * A Party organisation, or another body that gives awards and issues documents, from
 * content/units.yaml. Units are dated: they are founded, renamed, merged, wound up. The facts among
 * its fields are those of now; of a unit that has ended, those of its end.
 */
export type Unit = UnitFacts & {
  readonly id: string;
  readonly aliases: readonly string[];
  /** `2010`, `2010-07` or `2010-07-01`: often only the year is known. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Ids of the units that carry on its work since it ended. */
  readonly successors: readonly string[];
  /** Ids of the units that were split off from it while it went on. */
  readonly offshoots: readonly string[];
  /**
   * Whether it is no Party organisation (a committee of the state, a newspaper), so that it is in
   * no tree.
   */
  readonly outside?: true;
  /** The times in which all facts stay the same, oldest first; one for most units. */
  readonly eras: readonly Era[];
  /** What happened to it, as far as content/units.yaml says so; oldest first. */
  readonly changes: readonly UnitChange[];
};

/** What may change in the life of a unit. */
export type UnitFacts = {
  readonly name: string;
  readonly short?: string;
  /** Free text, such as "đảng bộ cơ sở"; content/norms.yaml says which kinds may give what. */
  readonly kind?: string;
  readonly parent?: string;
  /** The unit's mark in document numbers: "ĐUK". */
  readonly docCode?: string;
};

/** A time in which the facts of a unit stay the same; it holds until the next one begins. */
export type Era = UnitFacts & {
  /** A year, a month or a day; the first era has none. */
  readonly from?: string;
};

export const changeKinds = [
  "thành lập",
  "đổi tên",
  "nâng cấp",
  "chuyển về",
  "sáp nhập",
  "hợp nhất",
  "chia tách",
  "kết thúc",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** An event in the life of a unit. */
export type UnitChange = {
  readonly kind: ChangeKind;
  /** From when it holds: a year, a month or a day. */
  readonly date: string;
  readonly decision?: { readonly number?: string; readonly date?: Day };
  /** Path in content of the article that tells of it. */
  readonly article?: string;
  /** Ids of the units that this one became. */
  readonly into: readonly string[];
  /** Ids of the units that this one came from, or took in. */
  readonly from: readonly string[];
  readonly note?: string;
};

type OfChange = {
  readonly kind: string;
  readonly into?: readonly string[] | undefined;
  readonly from?: readonly string[] | undefined;
};

/** Returns whether a unit ends by a change: all of it goes into others, or into none. */
export function isEnd({ kind, into = [] }: OfChange, id: string): boolean {
  if (kind === "kết thúc") return true;
  const isParting = kind === "sáp nhập" || kind === "hợp nhất" || kind === "chia tách";
  return isParting && into.length > 0 && !into.includes(id);
}

/** Returns whether a unit begins by a change: it was not there before. */
export function isBeginning({ kind, from = [] }: OfChange): boolean {
  if (kind === "thành lập") return true;
  return (kind === "hợp nhất" || kind === "chia tách") && from.length > 0;
}

/** Returns the first day of a year, a month or a day. */
export function firstDay(date: string): Day {
  return `${date}${"-01-01".slice(date.length - 4)}`.slice(0, 10) as Day;
}

/** Returns the last day of a year, a month or a day. */
export function lastDay(date: string): Day {
  if (date.length === 4) return `${date}-12-31` as Day;
  if (date.length === 10) return date as Day;
  const [year, month] = date.split("-").map(Number);
  return `${date}-${daysInMonth(year!, month!)}` as Day;
}

/** Returns the day after a year, a month or a day. */
export function dayAfter(date: string): Day {
  return addDays(lastDay(date), 1);
}

/** Returns whether two dates may mean one day: 2010-07 is in 2010. */
export function mayBeSame(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/**
 * Returns when a unit ends that is something else from a date on: the day before it, or the same
 * year or month where no day is known.
 */
export function endBefore(date: string): string {
  return date.length === 10 ? addDays(date as Day, -1) : date;
}

/**
 * Returns whether a unit existed on a day. Bounds may be a year, a month or a day; each counts as a
 * whole.
 */
export function existsOn(
  { validFrom: from, validTo: to }: Pick<Unit, "validFrom" | "validTo">,
  day: Day,
): boolean {
  return (
    (from === undefined || day.slice(0, from.length) >= from) &&
    (to === undefined || day.slice(0, to.length) <= to)
  );
}

/** Returns whether a unit has ended before a day. */
export function hasEnded({ validTo }: Pick<Unit, "validTo">, day: Day): boolean {
  return validTo !== undefined && day.slice(0, validTo.length) > validTo;
}

/** Returns the facts of a unit as they were on a day. */
export function unitOn({ eras }: Pick<Unit, "eras">, day: Day): Era {
  if (eras.length === 1) return eras[0]!;
  return eras[eraAt(eras, day)]!;
}

/** Finds the era of a day by binary search: a list may hold thousands of them. */
function eraAt(eras: readonly Era[], day: Day): number {
  let low = 0;
  let high = eras.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (firstDay(eras[middle]!.from!) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns a unit with the facts of a day; of a unit that ended earlier, those of its end. */
export function unitAsOf(unit: Unit, day: Day): Unit {
  if (unit.eras.length === 1) return unit;
  const { validTo } = unit;
  const at = validTo !== undefined && hasEnded(unit, day) ? lastDay(validTo) : day;
  const { from: _from, ...facts } = unitOn(unit, at);
  const { name: _n, short: _s, kind: _k, parent: _p, docCode: _d, ...rest } = unit;
  return { ...rest, ...facts };
}

/** Returns what a unit is called, by any of its names on a day or at any time, with aliases. */
export function namesOf(unit: Unit): string[] {
  const names = unit.eras.flatMap(({ name, short }) =>
    short === undefined ? [name] : [name, short],
  );
  return [...new Set([unit.id, ...names, ...unit.aliases])];
}

/**
 * Returns a date that may be only a year or a month, as people write it: 2025, 2/2025, 15/2/2025.
 */
export function partialDayText(date: string): string {
  if (date.length === 10) return shortDay(date as Day);
  return date
    .split("-")
    .reverse()
    .map((part) => String(Number(part)))
    .join("/");
}

/** Returns from when to when a unit exists, for a message: `1/7/2023 – …`. */
export function timeOf({ validFrom, validTo }: Pick<Unit, "validFrom" | "validTo">): string {
  const text = (date: string | undefined) => (date === undefined ? "…" : partialDayText(date));
  return `${text(validFrom)} – ${text(validTo)}`;
}
