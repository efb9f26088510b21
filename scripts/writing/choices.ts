import type { Day } from "../../src/day.ts";
import { fold } from "../../src/text/vietnamese.ts";
import { existsOn, namesOf, type Unit } from "../../src/unit.ts";

/**
 * Finds units that an article may be of by a few words of a name, with marks or without, in any
 * order. Those with a name that begins with the words come first; among equals, those that exist on
 * the day.
 */
export function matchingUnits(units: readonly Unit[], typed: string, day: Day): Unit[] {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const scored = units.flatMap((unit) => {
    if (unit.outside) return [];
    const names = namesOf(unit).map(fold);
    if (!names.some((name) => words.every((word) => name.includes(word)))) return [];
    const begins = names.some((name) => name.startsWith(words.join(" ")));
    return [{ unit, score: (begins ? 2 : 0) + (existsOn(unit, day) ? 1 : 0) }];
  });
  return scored.toSorted((a, b) => b.score - a.score).map(({ unit }) => unit);
}
