import * as z from "zod";
import type { SourceFile } from "./content/source-file.ts";
import type { Day } from "./day.ts";
import { maxTold } from "./limits.ts";
import { append } from "./lists.ts";
import { type Problem, problem } from "./problems/problem.ts";
import type { UnitIndex } from "./unit-index.ts";
import { onceFor } from "./work/once.ts";
import { check } from "./yaml/check.ts";
import { listOf, text } from "./yaml/schema.ts";
import { parseYaml } from "./yaml/yaml.ts";

/** What short forms mean in the articles of each unit. */
export type Abbreviations = {
  /** Matches any short form that is a word of its own. */
  readonly pattern: RegExp;
  /**
   * Returns what short forms mean in an article of a unit, given by its id. The day is that of the
   * article, because the units above change.
   */
  readonly meaningsIn: (unit: string, day?: Day) => Meanings;
};

/** Returns the meaning of a short form; undefined if in doubt. */
export type Meanings = (short: string) => string | undefined;

export const schema = z.array(
  z.strictObject({ short: text, long: text, scope: listOf(text).optional() }),
);

/** Reads content/abbreviations.yaml; a site without the file explains nothing. */
export function readAbbreviations(
  file: SourceFile | undefined,
  units: UnitIndex,
): { value: Abbreviations; problems: Problem[] } {
  const none: Abbreviations = { pattern: /(?!)/gu, meaningsIn: () => () => undefined };
  if (file === undefined) return { value: none, problems: [] };
  const tree = parseYaml(file.text, file);
  const { value: rows, problems } = check(schema, tree);
  if (rows === undefined || rows.length === 0) return { value: none, problems: [...problems] };

  const scopeProblems: Problem[] = [];
  const byShort = new Map<string, { long: string; scope: readonly string[] | undefined }[]>();
  for (const [index, row] of rows.entries()) {
    for (const id of row.scope ?? []) {
      if (!units.byId.has(id)) {
        scopeProblems.push(
          problem("unknown-unit", tree.placeOf([index, "scope"]), {
            value: id,
            suggestion: scopeProblems.length < maxTold ? (units.suggest(id) ?? "") : "",
          }),
        );
      }
    }
    append(byShort, row.short, { long: row.long, scope: row.scope });
  }
  const shorts = [...byShort.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((short) => RegExp.escape(short));
  return {
    value: {
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${shorts.join("|")})(?![\\p{L}\\p{N}])`, "gu"),
      meaningsIn: memoized(units, (short, lineage) => {
        const meanings = byShort.get(short) ?? [];
        // A meaning for the unit or one above it wins over one for all. Two meanings of equal right
        // explain nothing, because a wrong explanation is worse than none.
        const scoped = meanings.filter(({ scope }) => scope?.some((id) => lineage.has(id)));
        const chosen =
          scoped.length > 0 ? scoped : meanings.filter(({ scope }) => scope === undefined);
        return chosen.length === 1 ? chosen[0]!.long : undefined;
      }),
    },
    problems: [...problems, ...scopeProblems],
  };
}

/**
 * Remembers what a short form means to a unit and those above it: a text may hold it 10,000 times.
 */
function memoized(
  units: UnitIndex,
  longOf: (short: string, lineage: ReadonlySet<string>) => string | undefined,
): Abbreviations["meaningsIn"] {
  const ofLineage = onceFor((lineage: ReadonlySet<string>): Meanings => {
    const known = new Map<string, string | undefined>();
    return (short) => {
      if (!known.has(short)) known.set(short, longOf(short, lineage));
      return known.get(short);
    };
  });
  return (unit, day) => ofLineage(units.lineage(unit, day));
}
