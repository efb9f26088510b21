import type { PartialDay } from "../day.ts";

/** Numbers begin anew with each term, which is five years. */
const TERM = 5;

/** Returns the newest of what was issued by a day and at most a term before it; equals stay. */
export function newestBefore<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => PartialDay,
  day: PartialDay,
): Item[] {
  const open = items.filter((item) => isWithinTerm(dateOf(item), day));
  const newest = open.map(dateOf).reduce((a, b) => (a > b ? a : b), "");
  return open.filter((item) => dateOf(item) === newest);
}

/** Returns whether a date is not after a day, and at most a term before it. */
export function isWithinTerm(date: PartialDay, day: PartialDay): boolean {
  return date <= day && yearIn(day) - yearIn(date) <= TERM;
}

export function yearIn(date: PartialDay): number {
  return Number(date.slice(0, 4));
}
