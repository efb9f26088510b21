import type { Unit } from "../../src/unit.ts";
import type { UnitIndex } from "../../src/unit-index.ts";
import { WrongUse } from "../cli/option.ts";

/* What `new` and `import` make of the words of a command line, and what they say back. */

/** Finds the unit that `--unit` names. Throws `WrongUse`, with the likely unit. */
export function unitGiven(written: string, units: UnitIndex): Unit {
  const unit = units.find(written);
  if (unit !== undefined) return unit;
  const near = units.suggest(written);
  const hint = near === undefined ? "" : ` Có phải ý bạn là “${near}”?`;
  throw new WrongUse(`Không có đơn vị “${written}” trong units.yaml.${hint}`);
}

/** Returns a path as it is printed, with forward slashes on every system. */
export function shown(path: string): string {
  return path.replaceAll("\\", "/");
}
