import { type Abbreviations, readAbbreviations } from "./abbreviations.ts";
import type { SourceFile } from "./content/source-file.ts";
import { type Norm, readNorms } from "./norms.ts";
import { type PeopleIndex, readPeople } from "./people.ts";
import type { Problem } from "./problems/problem.ts";
import { readSeries, type SeriesIndex } from "./series.ts";
import { fold } from "./text/vietnamese.ts";
import type { UnitIndex } from "./unit-index.ts";
import { readUnits } from "./units.ts";

/** What an article is checked against. */
export type Reference = {
  readonly units: UnitIndex;
  readonly people: PeopleIndex;
  readonly abbreviations: Abbreviations;
  readonly norms: readonly Norm[];
  readonly series: SeriesIndex;
  /** Paths of the pictures in content. */
  readonly pictures: ReadonlySet<string>;
  /** Returns the picture in the same folder whose name differs by case, marks or ending only. */
  readonly pictureLike: (path: string) => string | undefined;
  /** Paths of the PDFs in content. */
  readonly attachments: ReadonlySet<string>;
  readonly attachmentLike: (path: string) => string | undefined;
};

/** What a reference is made from; plain data, so that it can be handed to another thread. */
export type ReferenceData = {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly pictures: ReadonlySet<string>;
  /** Left out where no article with a PDF is read. */
  readonly attachments?: ReadonlySet<string>;
};

/** Reads the data files that articles refer to. */
export function readReference({ files, pictures, attachments = none }: ReferenceData): {
  reference: Reference;
  problems: Problem[];
} {
  const { units, people, abbreviations, norms, series } = readFiles(files);
  return {
    reference: {
      units: units.value,
      people: people.value,
      abbreviations: abbreviations.value,
      norms: norms.value,
      series: series.value,
      pictures,
      pictureLike: likeAmong(pictures),
      attachments,
      attachmentLike: likeAmong(attachments),
    },
    problems: [units, people, abbreviations, norms, series].flatMap(({ problems }) => problems),
  };
}

const none: ReadonlySet<string> = new Set();

/** Returns how to find the path among some that differs from another by case, marks or ending. */
function likeAmong(paths: ReadonlySet<string>): (path: string) => string | undefined {
  // Made on first use, because it is needed only where a name is wrong.
  let byStem: ReadonlyMap<string, string> | undefined;
  return (path) => {
    byStem ??= new Map([...paths].map((one) => [stemOf(one), one]));
    return byStem.get(stemOf(path));
  };
}

const names = [
  "units.yaml",
  "people.yaml",
  "abbreviations.yaml",
  "norms.yaml",
  "figures.yaml",
] as const;
type Read = ReturnType<typeof readAnew>;
let last: { readonly texts: readonly (string | undefined)[]; readonly read: Read } | undefined;

/**
 * Reads the data files, or returns what was read of the same texts the last time: a build needs
 * them more than once, and a preview with every save.
 */
function readFiles(files: ReferenceData["files"]): Read {
  const texts = names.map((name) => files.get(name)?.text);
  if (!last?.texts.every((text, at) => text === texts[at])) last = { texts, read: readAnew(files) };
  return last.read;
}

function readAnew(files: ReferenceData["files"]) {
  const units = readUnits(files.get("units.yaml"));
  const people = readPeople(files.get("people.yaml"), units.value);
  const abbreviations = readAbbreviations(files.get("abbreviations.yaml"), units.value);
  const norms = readNorms(files.get("norms.yaml"));
  const series = readSeries(files.get("figures.yaml"));
  return { units, people, abbreviations, norms, series };
}

function stemOf(path: string): string {
  return fold(path).replace(/\.[^./]*$/u, "");
}
