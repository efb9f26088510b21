import type { Day } from "./day.ts";
import { maxUnitLevels } from "./limits.ts";
import { append } from "./lists.ts";
import type { Place } from "./problems/problem.ts";
import { type Nearest, nearestNameOf } from "./text/nearest.ts";
import { fold } from "./text/vietnamese.ts";
import { dayAfter, firstDay, namesOf, type Unit, unitOn } from "./unit.ts";
import { once, onceFor } from "./work/once.ts";

/** The units of the site, found by id, name, short name or alias. */
export type UnitIndex = {
  readonly units: readonly Unit[];
  readonly byId: ReadonlyMap<string, Unit>;
  /** All who have or had a name, by the name folded, in the order of the units. */
  readonly namings: ReadonlyMap<string, readonly Naming[]>;
  /**
   * Finds the unit that a writer means by a text; spelling without marks and former names will do.
   *
   * @param day the day of the article, which decides when units had one name one after the other
   */
  readonly find: (written: string, day?: Day) => Unit | undefined;
  /** Returns the id nearest to what was written. */
  readonly suggest: (written: string) => string | undefined;
  /**
   * Returns the unit's own id and the ids of all units above it, on a day or now. Equal lines are
   * one set.
   */
  readonly lineage: (id: string, day?: Day) => ReadonlySet<string>;
  /** The articles that units.yaml names, and where it does. */
  readonly articles: readonly { readonly path: string; readonly place: Place }[];
};

/** A time in which a unit has a name: that of an era, or all the time that the unit exists. */
export type Naming = {
  readonly name: string;
  readonly unit: Unit;
  /** The first day; undefined when it is not known. */
  readonly from: Day | undefined;
  /** The first day on which the name belongs to the unit no more. */
  readonly until: Day | undefined;
};

/** Makes the look-ups for a list of units. */
export function indexUnits(
  units: readonly Unit[],
  articles: UnitIndex["articles"] = [],
): UnitIndex {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byName = new Map<string, Naming[]>();
  for (const unit of units) {
    for (const naming of namingsOf(unit)) {
      const key = fold(naming.name);
      append(byName, key, naming);
    }
  }
  const lineages = new Map<string, ReadonlySet<string>>();
  const lineOf = (start: string, day?: Day) => {
    const ids = [start, ...unitsAbove(start, byId, day).map(({ id }) => id)];
    const key = ids.join(" ");
    const known = lineages.get(key);
    if (known !== undefined) return known;
    const line = new Set(ids);
    lineages.set(key, line);
    return line;
  };
  /** The line of a unit that is the same on all days, because no unit in it has ever changed. */
  const steadyLine = once((start: string) => {
    const line = lineOf(start);
    const isSteady = line.values().every((id) => (byId.get(id)?.eras.length ?? 1) === 1);
    return { line: isSteady ? line : undefined };
  });
  // Made on first use, because it is needed only where a name is wrong.
  let nearest: Nearest | undefined;
  const named = (written: string, day?: Day) => {
    const namings = byName.get(fold(written)) ?? [];
    // Without a day, or when no unit had the name then, the one that has it now is meant.
    const borne = day === undefined ? undefined : namings.find((one) => isAt(one, day));
    return (borne ?? namings.find(({ until }) => until === undefined) ?? namings[0])?.unit;
  };
  const find = (written: string, day?: Day) => byId.get(written) ?? named(written, day);
  return {
    units,
    byId,
    namings: byName,
    articles,
    find,
    suggest(written) {
      nearest ??= nearestNameOf([...byId.keys(), ...units.flatMap(namesOf)]);
      const near = nearest(written);
      return near === undefined ? undefined : find(near)?.id;
    },
    lineage: (start, day) => steadyLine(start).line ?? lineOf(start, day),
  };
}

/** Returns each name of a unit with the times in which it had it. */
export const namingsOf = onceFor((unit: Unit): readonly Naming[] => {
  const { validFrom, validTo, eras } = unit;
  const begin = validFrom === undefined ? undefined : firstDay(validFrom);
  const end = validTo === undefined ? undefined : dayAfter(validTo);
  const always = [unit.id, ...unit.aliases].map((name) => ({
    name,
    unit,
    from: begin,
    until: end,
  }));
  const ofEras = eras.flatMap(({ name, short, from }, at) => {
    const next = eras[at + 1]?.from;
    const time = {
      unit,
      from: from === undefined ? begin : firstDay(from),
      until: next === undefined ? end : firstDay(next),
    };
    return short === undefined
      ? [{ name, ...time }]
      : [
          { name, ...time },
          { name: short, ...time },
        ];
  });
  return [...always, ...ofEras];
});

/** Returns whether a name belonged to its unit on a day. */
export function isAt({ from, until }: Naming, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/**
 * Returns the units that an ended one has become: its heirs, and theirs where they have ended too.
 * None for a unit that is still there.
 *
 * @param isEnded returns whether a unit is there no more
 */
export function presentHeirs<Known extends Unit>(
  unit: Known,
  byId: { readonly get: (id: string) => Known | undefined },
  isEnded: (unit: Known) => boolean,
): Known[] {
  const heirs: Known[] = [];
  const seen = new Set([unit.id]);
  const queue = isEnded(unit) ? [...unit.successors] : [];
  for (const id of queue) {
    const heir = seen.has(id) ? undefined : byId.get(id);
    if (heir === undefined) continue;
    seen.add(id);
    if (isEnded(heir)) queue.push(...heir.successors);
    else heirs.push(heir);
  }
  return heirs;
}

/**
 * Returns the units above one, the nearest first; ends where they would go round in a circle, and
 * above the most levels that there may be.
 *
 * @param day the day of the tree; left out for the tree of now
 */
export function unitsAbove(start: string, byId: ReadonlyMap<string, Unit>, day?: Day): Unit[] {
  const above: Unit[] = [];
  const seen = new Set([start]);
  const parentOf = (unit: Unit) => (day === undefined ? unit : unitOn(unit, day)).parent;
  let unit = byId.get(start);
  while (unit !== undefined && above.length < maxUnitLevels) {
    const next: string | undefined = parentOf(unit);
    if (next === undefined || seen.has(next)) break;
    unit = byId.get(next);
    if (unit === undefined) break;
    above.push(unit);
    seen.add(next);
  }
  return above;
}
