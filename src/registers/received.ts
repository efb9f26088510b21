import type { Day } from "../day.ts";
import { nameKey } from "../text/vietnamese.ts";
import type { Unit } from "../unit.ts";
import { isAt, type Naming, namingsOf } from "../unit-index.ts";
import { type RegisterEntry, type Standing, standingOf } from "./awards.ts";

/** An award that a unit received, alone or as one of several. */
export type Received = { readonly entry: RegisterEntry; readonly standing: Standing };

/** Returns the day on which an award was decided, as far as is known. */
export function awardDay({ award, article }: Pick<RegisterEntry, "award" | "article">): Day {
  return award.decision?.date ?? article.date;
}

/**
 * Finds what units received, by the id of the unit: entries whose recipients name it by a name that
 * it had on the day, with every mark in place.
 */
export function awardsReceived(
  entries: readonly RegisterEntry[],
  units: readonly Unit[],
): ReadonlyMap<string, readonly Received[]> {
  const namings = new Map<string, Naming[]>();
  for (const unit of units) {
    for (const naming of namingsOf(unit)) {
      // An id is no name that an award is given to.
      if (naming.name === unit.id) continue;
      const key = nameKey(naming.name);
      const known = namings.get(key);
      if (known) known.push(naming);
      else namings.set(key, [naming]);
    }
  }
  const received = new Map<string, Received[]>();
  for (const entry of entries) {
    const { award, withdrawn } = entry;
    const day = awardDay(entry);
    const standing = standingOf(award);
    const told = new Set<string>();
    const add = (name: string, standing: Standing) => {
      const id = namings.get(nameKey(name))?.find((naming) => isAt(naming, day))?.unit.id;
      if (id === undefined || told.has(id)) return;
      told.add(id);
      const list = received.get(id);
      if (list) list.push({ entry, standing });
      else received.set(id, [{ entry, standing }]);
    };
    for (const name of award.recipients) add(name, standing);
    for (const name of withdrawn) add(name, "revoked");
    add(award.to, standing);
  }
  return received;
}
