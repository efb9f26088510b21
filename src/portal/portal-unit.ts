import { shortHash } from "../cache/short-hash.ts";
import { append } from "../lists.ts";
import { compareText, nameKey, slugOf } from "../text/vietnamese.ts";
import { namesOf, type Unit } from "../unit.ts";
import type { Published } from "./published.ts";

/** A unit of which several sites may tell. */
export type PortalUnit = {
  /** The last part of its addresses. */
  readonly key: string;
  readonly name: string;
  /** In the order of the ids of the sites. */
  readonly tellers: readonly UnitTeller[];
  /** Whether sites were put together by the name alone, because they share no list of units. */
  readonly isByName: boolean;
};

/** A site that has a page of a unit. */
export type UnitTeller = {
  readonly site: string;
  readonly id: string;
  readonly url: string;
  /** Whether the portal's own list of units says which unit it is. */
  readonly isListed: boolean;
};

/** Who gave an award, or what a figure is of, as one site says it. */
export type UnitTold = { readonly unit: PortalUnit; readonly isListed: boolean };

export type PortalUnits = {
  /** In alphabetical order. */
  readonly units: readonly PortalUnit[];
  /** Finds the unit that a site means by an id; by its name, where the site lists no such unit. */
  readonly told: (site: string, id: string, name: string) => UnitTold;
};

/**
 * Puts the units of all sites together. A unit is the one that the portal's own list has by its id,
 * when its name and the unit above it agree with the list. Any other is put beside those of other
 * sites that are called exactly the same, and is said to be so: nobody knows more. Spelling without
 * marks is not the same name here.
 */
export function unitsOver(published: readonly Published[], listed: readonly Unit[]): PortalUnits {
  const byId = new Map(listed.map((unit) => [unit.id, unit]));
  const byName = uniqueNames(listed);
  const tellers = new Map<string, UnitTeller[]>();
  const names = new Map<string, string>();
  const groupOf = new Map<string, { readonly group: string; readonly isListed: boolean }>();
  const groupNamed = (name: string) => {
    const known = byName.get(nameKey(name));
    return known === undefined ? `name ${nameKey(name)}` : `id ${known}`;
  };
  for (const { site, rows } of published) {
    for (const { id, url, name, parent_id: parent } of rows.units) {
      const unit = byId.get(id);
      const isListed = unit !== undefined && agrees(unit, name, parent);
      const group = isListed ? `id ${id}` : groupNamed(name);
      const listedName = group.startsWith("id ") ? byId.get(group.slice(3))?.name : undefined;
      if (!names.has(group)) names.set(group, listedName ?? name);
      append(tellers, group, { site: site.id, id, url, isListed });
      groupOf.set(`${site.id} ${id}`, { group, isListed });
    }
  }
  const keys = new Map<string, string[]>();
  const made = new Map<string, PortalUnit>();
  const add = (group: string, name: string, own: readonly UnitTeller[]) => {
    const sites = new Set(own.map(({ site }) => site));
    const isByName = sites.size > 1 && own.some(({ isListed }) => !isListed);
    const key = group.startsWith("id ") ? group.slice(3) : slugOf(name) || "don-vi";
    append(keys, key, group);
    made.set(group, { key, name, tellers: own, isByName });
  };
  for (const [group, own] of tellers) add(group, names.get(group)!, own);
  const elsewhere = new Map<string, PortalUnit>();
  // Two names that share an address both get more of one, so that none takes the other's place.
  const unclashed = new Map(
    [...made].map(([group, unit]) => {
      const isAlone = keys.get(unit.key)!.length === 1 || group.startsWith("id ");
      return [
        group,
        isAlone ? unit : { ...unit, key: `${unit.key}-${shortHash(group).slice(0, 6)}` },
      ];
    }),
  );
  return {
    units: [...unclashed.values()].sort((a, b) => compareText(a.name, b.name)),
    told(site, id, name) {
      const known = groupOf.get(`${site} ${id}`);
      if (known) return { unit: unclashed.get(known.group)!, isListed: known.isListed };
      const group = groupNamed(name);
      const unit = unclashed.get(group) ?? elsewhere.get(group) ?? unknown(name, group);
      elsewhere.set(group, unit);
      return { unit, isListed: false };
    },
  };
}

/** Makes a unit of which no site has a page. */
function unknown(name: string, group: string): PortalUnit {
  const key = `${slugOf(name) || "don-vi"}-${shortHash(group).slice(0, 6)}`;
  return { key, name, tellers: [], isByName: false };
}

/** Returns whether what a site says of a unit is what the list says. */
function agrees(unit: Unit, name: string, parent: string | null): boolean {
  const parents = [unit.parent, ...unit.eras.map((era) => era.parent)];
  return (
    namesOf(unit).some((one) => nameKey(one) === nameKey(name)) &&
    (parent === null || parents.includes(parent))
  );
}

/** Returns the units of the list whose name no other unit there has. */
function uniqueNames(listed: readonly Unit[]): ReadonlyMap<string, string> {
  const found = Map.groupBy(listed, ({ name }) => nameKey(name));
  return new Map(
    [...found].flatMap(([key, [unit, ...others]]) =>
      unit !== undefined && others.length === 0 ? [[key, unit.id] as const] : [],
    ),
  );
}
