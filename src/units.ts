import type { SourceFile } from "./content/source-file.ts";
import { missingFile, type Problem } from "./problems/problem.ts";
import { unitsOf, unitsSchema } from "./unit-file.ts";
import { indexUnits, type UnitIndex } from "./unit-index.ts";
import { unitsProblems } from "./unit-problems.ts";
import { check } from "./yaml/check.ts";
import { parseYaml } from "./yaml/yaml.ts";

/** Reads content/units.yaml. */
export function readUnits(file: SourceFile | undefined): { value: UnitIndex; problems: Problem[] } {
  if (file === undefined) {
    return { value: indexUnits([]), problems: [missingFile("units.yaml")] };
  }
  const tree = parseYaml(file.text, file);
  const { value: rows = [], problems } = check(unitsSchema, tree);
  const articles = rows.flatMap(({ changes = [] }, at) =>
    changes.flatMap(({ article }, index) =>
      article === undefined
        ? []
        : [{ path: article, place: tree.placeOf([at, "changes", index, "article"]) }],
    ),
  );
  const index = indexUnits(unitsOf(rows), articles);
  return { value: index, problems: [...problems, ...unitsProblems(rows, index, tree)] };
}
