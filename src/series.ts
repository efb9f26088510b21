import * as z from "zod";
import type { SourceFile } from "./content/source-file.ts";
import { maxLetters } from "./limits.ts";
import { type Problem, problem, type YamlPath } from "./problems/problem.ts";
import { fold, slugOf } from "./text/vietnamese.ts";
import { check } from "./yaml/check.ts";
import {
  listOf,
  nameText,
  oneOf,
  refuse,
  text,
  textUpTo,
  withoutUndefined,
  yesOrNo,
} from "./yaml/schema.ts";
import { parseYaml, type YamlTree } from "./yaml/yaml.ts";

/** Which way a figure should go; readers are told when it does not. */
const directions = ["tăng", "giảm"] as const;

/** Figures that are followed through time under one name, from content/figures.yaml. */
export type Series = {
  /** Part of the address of its page. */
  readonly id: string;
  readonly name: string;
  /** What articles call it besides. */
  readonly aliases: readonly string[];
  /** Unit of measure. */
  readonly unit?: string;
  readonly better?: (typeof directions)[number];
  /**
   * Whether years may be added up: what came about in each of them may ("new members"), what there
   * was at the end of each may not ("members").
   */
  readonly sum?: boolean;
  /** How it is counted, for readers. */
  readonly note?: string;
};

/** The series of the site, found by the names that figures have in articles. */
export type SeriesIndex = {
  /** In the order of the file. */
  readonly all: readonly Series[];
  /** Finds the series that a name belongs to, whatever its case and marks. */
  readonly find: (name: string) => Series | undefined;
  /** Finds the series that a name which belongs to none is likely to mean. */
  readonly near: (name: string) => Series | undefined;
};

const id = z.string().transform((value, context): string => {
  if (value.length <= maxLetters.name && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value)) return value;
  return refuse(context, "bad-series-id", { value, fixed: slugOf(value) });
});

const schema = z.array(
  z.strictObject({
    id,
    name: nameText,
    aliases: listOf(nameText).optional(),
    unit: text.optional(),
    better: oneOf(directions).optional(),
    sum: yesOrNo.optional(),
    note: textUpTo(maxLetters.paragraph).optional(),
  }),
);

/** Reads content/figures.yaml; a site without the file has no series but those of equal names. */
export function readSeries(file: SourceFile | undefined): {
  value: SeriesIndex;
  problems: Problem[];
} {
  if (file === undefined) return { value: noSeries, problems: [] };
  const tree = parseYaml(file.text, file);
  const { value: rows = [], problems } = check(schema, tree);
  const all = rows.map(
    ({ aliases = [], ...series }) => withoutUndefined({ ...series, aliases }) as Series,
  );
  return { value: indexSeries(all), problems: [...problems, ...nameProblems(all, tree)] };
}

/** Makes the look-ups for a list of series. */
export function indexSeries(all: readonly Series[]): SeriesIndex {
  const bySlug = new Map<string, Series>();
  const byBag = new Map<string, Series>();
  const names: { readonly syllables: readonly string[]; readonly series: Series }[] = [];
  for (const series of all) {
    for (const name of namesOf(series)) {
      const slug = slugOf(name);
      if (!bySlug.has(slug)) bySlug.set(slug, series);
      const syllables = mainSyllables(name);
      const bag = bagOf(syllables);
      if (!byBag.has(bag)) byBag.set(bag, series);
      names.push({ syllables, series });
    }
  }
  const known = new Map<string, Series | undefined>();
  return {
    all,
    find: (name) => bySlug.get(slugOf(name)),
    near(name) {
      if (known.has(name)) return known.get(name);
      const syllables = mainSyllables(name);
      const found =
        byBag.get(bagOf(syllables)) ??
        names.find((one) => isMistyped(syllables, one.syllables))?.series;
      known.set(name, found);
      return found;
    },
  };
}

export const noSeries: SeriesIndex = indexSeries([]);

/** Returns whether a name is written as figures.yaml has it. */
export function isSpelt(name: string, series: Series): boolean {
  return series.name === name || series.aliases.includes(name);
}

/** Its id is no name: that may be the slug of a shorter name which other figures have. */
function namesOf({ name, aliases }: Series): string[] {
  return [name, ...aliases];
}

/** Words that say nothing of what is counted, and when it was. */
const fillers =
  /(?<![a-z0-9])(?:so luong|tong so|so|ty le|da|duoc|cac|trong (?:(?:\d+|hai|ba|bon|sau|chin) thang|nam|quy [iv\d]+)|(?:\d+|sau|chin) thang (?:dau|cuoi) nam|nam \d{4}|quy [iv\d]+|thang \d+)(?![a-z0-9])/gu;

function mainSyllables(name: string): string[] {
  return fold(name)
    .replaceAll(fillers, " ")
    .split(/[^a-z0-9%]+/u)
    .filter((syllable) => syllable !== "");
}

/** "Kết nạp đảng viên mới" and "Đảng viên mới được kết nạp" have the same words. */
function bagOf(syllables: readonly string[]): string {
  return syllables.toSorted().join(" ");
}

/** Returns whether texts differ by a letter in at most two of their syllables, but in no number. */
function isMistyped(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length || one.length < 3) return false;
  const wrong = one.flatMap((syllable, at) =>
    syllable === other[at] ? [] : [[syllable, other[at]!] as const],
  );
  return wrong.length <= 2 && wrong.every(([a, b]) => differByLetter(a, b));
}

function differByLetter(a: string, b: string): boolean {
  if (/\d|^[ivx]+$/u.test(a + b) || Math.abs(a.length - b.length) > 1) return false;
  // Short syllables differ by a letter because they are other words.
  if (Math.max(a.length, b.length) < 4) return false;
  const start = [...a].findIndex((letter, at) => letter !== b[at]);
  if (start === -1) return true;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  // One letter too many, one too few, another one, or two that changed places.
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}

function nameProblems(all: readonly Series[], tree: YamlTree): Problem[] {
  const found: Problem[] = [];
  const ids = new Set<string>();
  const owners = new Map<string, NameOf>();
  for (const [at, series] of all.entries()) {
    if (ids.has(series.id))
      found.push(problem("series-id-twice", tree.placeOf([at, "id"]), { value: series.id }));
    ids.add(series.id);
    for (const own of writtenNames(series, at)) {
      const slug = slugOf(own.name);
      const other = owners.get(slug);
      owners.set(slug, other ?? own);
      if (other === undefined || other.id === series.id) continue;
      // A name that is only an alias is the likelier mistake.
      const [kept, wrong] = other.isAlias && !own.isAlias ? [own, other] : [other, own];
      const args = {
        value: wrong.name,
        id: wrong.id,
        other: kept.id,
        line: String(tree.placeOf(kept.path).line),
      };
      found.push(problem("series-name-twice", tree.placeOf(wrong.path), args));
    }
  }
  return found;
}

/** A name of a series, and where it is written. */
type NameOf = {
  readonly name: string;
  readonly id: string;
  readonly path: YamlPath;
  readonly isAlias: boolean;
};

function writtenNames({ id, name, aliases }: Series, at: number): NameOf[] {
  return [
    { name, id, path: [at, "name"], isAlias: false },
    ...aliases.map((alias, index): NameOf => {
      return { name: alias, id, path: [at, "aliases", index], isAlias: true };
    }),
  ];
}
