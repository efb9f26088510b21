import { type Day, daysBetween } from "../day.ts";
import { append } from "../lists.ts";
import { nameKey } from "../text/vietnamese.ts";
import { existsOn, type Unit } from "../unit.ts";
import { isAt, type Naming, namingsOf } from "../unit-index.ts";
import { once } from "../work/once.ts";

/** Returns the id of the unit that an award of a day names as a recipient, if it is one. */
export type UnitOfRecipient = (name: string, day: Day) => string | undefined;

/**
 * Makes the one look-up of units among recipients: by a name that a unit had on the day, with every
 * mark in place. People go on writing the name of before for months, so a former name does too,
 * when no unit has it on the day. Most names are not those of a unit at all.
 */
export function unitsByName(units: readonly Unit[]): UnitOfRecipient {
  const namings = new Map<string, Naming[]>();
  for (const unit of units) {
    for (const naming of namingsOf(unit)) {
      // An id is no name that an award is given to.
      if (naming.name === unit.id) continue;
      const key = nameKey(naming.name);
      append(namings, key, naming);
    }
  }
  const called = once((name: string) => namings.get(nameKey(name)));
  return (name, day) => {
    const borne = called(name) ?? [];
    return borne.find((naming) => isAt(naming, day))?.unit.id ?? formerly(borne, day);
  };
}

/** In days. A body that bears a name years after a unit gave it up is another one. */
const longestHabit = 366;

/**
 * Returns the one unit that had a name not long before a day, and is still there under another one.
 */
function formerly(borne: readonly Naming[], day: Day): string | undefined {
  const former = borne.filter(
    ({ unit, until }) =>
      until !== undefined &&
      until <= day &&
      daysBetween(until, day) < longestHabit &&
      existsOn(unit, day),
  );
  const ids = new Set(former.map(({ unit }) => unit.id));
  return ids.size === 1 ? former[0]!.unit.id : undefined;
}
