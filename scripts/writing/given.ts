import type { Day } from "../../src/day.ts";
import { folderName } from "../../src/front-matter/new-article.ts";
import type { Finds } from "../../src/importing/draft.ts";
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

/** Returns a call of npm as it is to be typed for a content folder. */
export function callFor(content: string, call: string): string {
  if (content === "content") return call;
  const path = shown(content);
  return `${call} -- --content ${/\s/u.test(path) ? `"${path}"` : path}`;
}

/** What the options of an import say of its articles. */
export type Said = {
  readonly title: string | undefined;
  readonly date: Day | undefined;
  readonly unit: Unit | undefined;
  readonly authors: readonly string[];
};

/** Puts what was said in the place of what was found. */
export function withSaid(finds: Finds, said: Said): Finds {
  const { title = finds.title, date = finds.date, unit = finds.unit } = said;
  return {
    ...finds,
    title,
    date,
    unit,
    authors: said.authors.length > 0 ? said.authors.map((name) => ({ name })) : finds.authors,
    slug: finds.slug || folderName(title ?? ""),
  };
}
