import type { Day } from "./day.ts";
import { knownBody } from "./event.ts";
import { type Place, type Problem, problem } from "./problems/problem.ts";
import type { UnitIndex } from "./unit-index.ts";

/** Where a unit is named: its key, and whether a body of the unit has a key beside it. */
export type NamedAt = {
  readonly key: string;
  readonly place: Place;
  readonly day?: Day | undefined;
  /** True where the key `body` may be added. */
  readonly hasBody?: boolean;
  /** The list of which each item names a unit of its own; left out for a part of an article. */
  readonly list?: string;
};

/**
 * Returns what is wrong with a text that names no unit: it names several, or a body of one, or
 * nothing that is known.
 */
export function unknownUnit(written: string, at: NamedAt, units: UnitIndex): Problem {
  const { key, place } = at;
  const several = unitsIn(written, at, units);
  const [first, ...others] = several;
  if (first !== undefined && others.length > 0) {
    const rest = key === "mentions" || at.list !== undefined ? "" : others.join(", ");
    const args = { key, value: written, fixed: first, others: rest, list: at.list ?? "" };
    return problem("units-joined", place, args);
  }
  const ofUnit = bodyOfUnit(written, at, units);
  if (ofUnit !== undefined) {
    const body = at.hasBody ? ofUnit.body : "";
    return problem("unit-with-body", place, { key, value: written, unit: ofUnit.unit, body });
  }
  const suggestion = units.suggest(written) ?? "";
  return problem("unknown-unit", place, { value: written, suggestion });
}

/** Returns the units that a text joins by commas or "và"; none unless all of them are known. */
function unitsIn(written: string, { day }: NamedAt, units: UnitIndex): readonly string[] {
  const parts = written
    .split(/[,;]|\s(?:và|&)\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.every((part) => units.find(part, day) !== undefined) ? parts : [];
}

/** Parts the name of a body from that of its unit: "Ban Thường vụ Đảng ủy X". */
function bodyOfUnit(
  written: string,
  { day }: NamedAt,
  units: UnitIndex,
): { readonly body: string; readonly unit: string } | undefined {
  const body = knownBody(written);
  if (body === undefined) return undefined;
  const words = written.split(/\s+/u);
  for (let count = 1; count < words.length; count += 1) {
    const unit = units.find(words.slice(count).join(" "), day);
    if (unit !== undefined) return { body, unit: unit.id };
  }
  return undefined;
}
