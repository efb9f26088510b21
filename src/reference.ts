import { type Abbreviations, readAbbreviations } from "./abbreviations.ts";
import { type Norm, readNorms } from "./norms.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./source.ts";
import { readUnits, type UnitIndex } from "./units.ts";

/** What an article is read against. */
export type Reference = {
  readonly units: UnitIndex;
  readonly abbreviations: Abbreviations;
  readonly norms: readonly Norm[];
  /** Paths of the pictures in content. */
  readonly pictures: ReadonlySet<string>;
};

/** What a reference is made from; plain data, so that it can be handed to another thread. */
export type ReferenceData = {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly pictures: ReadonlySet<string>;
};

/** Reads the data files that articles refer to. */
export function readReference({ files, pictures }: ReferenceData): {
  reference: Reference;
  problems: Problem[];
} {
  const units = readUnits(files.get("units.yaml"));
  const abbreviations = readAbbreviations(files.get("abbreviations.yaml"), units.value);
  const norms = readNorms(files.get("norms.yaml"));
  return {
    reference: {
      units: units.value,
      abbreviations: abbreviations.value,
      norms: norms.value,
      pictures,
    },
    problems: [...units.problems, ...abbreviations.problems, ...norms.problems],
  };
}
