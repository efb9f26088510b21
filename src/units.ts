import * as z from "zod";
import type { SourceFile } from "./content/source-file.ts";
import { maxLetters, maxTold, maxUnitLevels } from "./limits.ts";
import { missingFile, type Problem, problem } from "./problems/problem.ts";
import { type Nearest, nearestOf } from "./text/nearest.ts";
import { fold, slugOf } from "./text/vietnamese.ts";
import type { Unit } from "./unit.ts";
import { check } from "./yaml/check.ts";
import { listOf, nameText, partialDay, refuse, withoutUndefined } from "./yaml/schema.ts";
import { parseYaml, type YamlTree } from "./yaml/yaml.ts";

/** The units of the site, found by id, name, short name or alias. */
export type UnitIndex = {
  readonly units: readonly Unit[];
  readonly byId: ReadonlyMap<string, Unit>;
  /** Finds the unit that a writer means by a text; spelling without marks will do. */
  readonly find: (written: string) => Unit | undefined;
  /** Returns the id nearest to what was written. */
  readonly suggest: (written: string) => string | undefined;
  /** Returns the unit's own id and the ids of all units above it. */
  readonly lineage: (id: string) => ReadonlySet<string>;
};

const id = z.string().transform((value, context): string => {
  if (value.length <= maxLetters.name && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value)) return value;
  return refuse(context, "bad-unit-id", { value, fixed: slugOf(value) });
});

export const schema = z.array(
  z.strictObject({
    id,
    name: nameText,
    short: nameText.optional(),
    aliases: listOf(nameText).optional(),
    kind: nameText.optional(),
    parent: nameText.optional(),
    doc_code: nameText.optional(),
    valid_from: partialDay.optional(),
    valid_to: partialDay.optional(),
    successors: listOf(nameText).optional(),
  }),
);

/** Reads content/units.yaml. */
export function readUnits(file: SourceFile | undefined): { value: UnitIndex; problems: Problem[] } {
  if (file === undefined) {
    return { value: indexUnits([]), problems: [missingFile("units.yaml")] };
  }
  const tree = parseYaml(file.text, file);
  const { value: rows, problems } = check(schema, tree);
  const units = (rows ?? []).map(
    ({
      aliases = [],
      doc_code: docCode,
      valid_from: validFrom,
      valid_to: validTo,
      successors = [],
      ...unit
    }): Unit =>
      withoutUndefined({ ...unit, aliases, successors, docCode, validFrom, validTo }) as Unit,
  );
  return { value: indexUnits(units), problems: [...problems, ...referenceProblems(units, tree)] };
}

/** Makes the look-ups for a list of units. */
function indexUnits(units: readonly Unit[]): UnitIndex {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byName = new Map<string, Unit>();
  for (const unit of units) {
    for (const name of namesOf(unit)) if (!byName.has(fold(name))) byName.set(fold(name), unit);
  }
  const lineages = new Map<string, ReadonlySet<string>>();
  // Made on first use, because it is needed only where a name is wrong.
  let nearest: Nearest | undefined;
  return {
    units,
    byId,
    find: (written) => byId.get(written) ?? byName.get(fold(written)),
    suggest(written) {
      nearest ??= nearestOf([...byId.keys(), ...units.flatMap(namesOf)]);
      const near = nearest(written);
      return near === undefined ? undefined : (byId.get(near) ?? byName.get(fold(near)))?.id;
    },
    lineage(start) {
      let line = lineages.get(start);
      if (line === undefined) {
        line = new Set([start, ...unitsAbove(start, byId).map(({ id }) => id)]);
        lineages.set(start, line);
      }
      return line;
    },
  };
}

/**
 * Returns the units above one, the nearest first; ends where they would go round in a circle, and
 * above the most levels that there may be.
 */
export function unitsAbove(start: string, byId: ReadonlyMap<string, Unit>): Unit[] {
  const above: Unit[] = [];
  const seen = new Set([start]);
  let next = byId.get(start)?.parent;
  while (next !== undefined && !seen.has(next) && above.length < maxUnitLevels) {
    const unit = byId.get(next);
    if (unit === undefined) break;
    above.push(unit);
    seen.add(next);
    next = unit.parent;
  }
  return above;
}

function namesOf(unit: Unit): string[] {
  return [unit.id, unit.name, ...(unit.short ? [unit.short] : []), ...unit.aliases];
}

function referenceProblems(units: readonly Unit[], tree: YamlTree): Problem[] {
  const index = indexUnits(units);
  const found: Problem[] = [];
  const firstById = new Map<string, number>();
  const firstByName = new Map<string, Unit>();
  for (const [at, unit] of units.entries()) {
    if (firstById.has(unit.id))
      found.push(problem("unit-id-twice", tree.placeOf([at, "id"]), { value: unit.id }));
    firstById.set(unit.id, at);
    for (const name of namesOf(unit)) {
      const other = firstByName.get(fold(name));
      if (other && other.id !== unit.id) {
        found.push(
          problem("unit-name-twice", tree.placeOf([at, "name"]), { value: name, other: other.id }),
        );
      }
      firstByName.set(fold(name), other ?? unit);
    }
    for (const [key, ids] of [
      ["parent", unit.parent === undefined ? [] : [unit.parent]],
      ["successors", unit.successors],
    ] as const) {
      for (const id of ids) {
        if (index.byId.has(id)) continue;
        found.push(
          problem("unknown-unit", tree.placeOf([at, key]), {
            value: id,
            // A word is looked for only where it will be told.
            suggestion: found.length < maxTold ? (index.suggest(id) ?? "") : "",
          }),
        );
      }
    }
    const above = unitsAbove(unit.id, index.byId);
    const ofParent = tree.placeOf([at, "parent"]);
    if (above.at(-1)?.parent === unit.id || unit.parent === unit.id)
      found.push(problem("unit-circle", ofParent, { value: unit.id }));
    else if (above.length === maxUnitLevels) {
      const args = { value: unit.id, most: String(maxUnitLevels) };
      found.push(problem("unit-too-deep", ofParent, args));
    }
  }
  return found;
}
