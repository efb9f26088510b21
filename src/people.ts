import { distance } from "fastest-levenshtein";
import * as z from "zod";
import type { SourceFile } from "./content/source-file.ts";
import { maxLetters, maxTold } from "./limits.ts";
import { append } from "./lists.ts";
import type { Official, Post } from "./person.ts";
import { type Problem, problem } from "./problems/problem.ts";
import { bareName } from "./text/form-of-address.ts";
import { type Nearest, nearestNameOf } from "./text/nearest.ts";
import { fold, nameKey, slugOf } from "./text/vietnamese.ts";
import type { UnitIndex } from "./unit-index.ts";
import { unknownUnit } from "./unknown-unit.ts";
import { check } from "./yaml/check.ts";
import {
  listOf,
  nameText,
  partialDay,
  partialEnd,
  refuse,
  unitName,
  withoutUndefined,
} from "./yaml/schema.ts";
import { parseYaml, type YamlTree } from "./yaml/yaml.ts";

/** The office holders of content/people.yaml, found by id or name. */
export type PeopleIndex = {
  /** In the order of the file. */
  readonly people: readonly Official[];
  readonly byId: ReadonlyMap<string, Official>;
  /** Returns everybody whom a text may mean: one by id, otherwise all of that name. */
  readonly find: (written: string) => readonly Official[];
  /** Returns the one whose name a text misses by a mark or a letter. */
  readonly nearMiss: (written: string) => Official | undefined;
  /** Returns the id nearest to what was written. */
  readonly suggest: (written: string) => string | undefined;
};

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

const id = z.string().transform((value, context): string => {
  if (value.length <= maxLetters.name && idForm.test(value)) return value;
  return refuse(context, "bad-person-id", { value, fixed: slugOf(value) });
});

export const peopleSchema = z.array(
  z.strictObject({
    id,
    name: nameText,
    aliases: listOf(nameText).optional(),
    posts: listOf(
      z.strictObject({
        post: nameText,
        unit: unitName.optional(),
        body: nameText.optional(),
        from: partialDay.optional(),
        to: partialEnd.optional(),
      }),
    ).optional(),
  }),
);

type Row = z.output<typeof peopleSchema>[number];

/** Returns whether a text in place of a name can only be meant as an id. */
export function looksLikeId(written: string): boolean {
  return written.includes("-") && idForm.test(written);
}

/** Reads content/people.yaml; a site without the file knows no office holder. */
export function readPeople(
  file: SourceFile | undefined,
  units: UnitIndex,
): { value: PeopleIndex; problems: Problem[] } {
  if (file === undefined) return { value: indexPeople([]), problems: [] };
  const tree = parseYaml(file.text, file);
  const { value: rows = [], problems } = check(peopleSchema, tree);
  const people = rows.map(({ aliases = [], posts = [], ...person }): Official => {
    const held = posts.map(({ unit, ...post }): Post => {
      const found = unit === undefined ? undefined : units.find(unit)?.id;
      return withoutUndefined({ ...post, unit: found }) as Post;
    });
    return { ...person, aliases, posts: held };
  });
  return {
    value: indexPeople(people),
    problems: [...problems, ...peopleProblems(rows, units, tree)],
  };
}

/** Returns the office holder whom an article means; undefined for anybody else, and in doubt. */
export function meantPerson(
  { find, byId }: PeopleIndex,
  { id, name }: { readonly id?: string | undefined; readonly name?: string | undefined },
): Official | undefined {
  if (id !== undefined) return byId.get(id);
  const meant = name === undefined ? [] : find(name);
  return meant.length === 1 ? meant[0] : undefined;
}

/** Makes the look-ups for a list of people. */
export function indexPeople(people: readonly Official[]): PeopleIndex {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byName = new Map<string, Official[]>();
  for (const person of people) {
    for (const key of new Set(namesOf(person).map(nameKey))) {
      append(byName, key, person);
    }
  }
  // Made on first use: most names are right, or of nobody in the file.
  let nearest: Nearest | undefined;
  let nearestId: Nearest | undefined;
  return {
    people,
    byId,
    find(written) {
      const one = byId.get(written);
      if (one !== undefined) return [one];
      return byName.get(nameKey(written)) ?? byName.get(nameKey(bareName(written).name)) ?? [];
    },
    nearMiss(written) {
      nearest ??= nearestNameOf(people.flatMap(namesOf));
      const name = bareName(written).name;
      const near = nearest(name);
      if (near === undefined || !isNearMiss(name, near)) return undefined;
      const meant = byName.get(nameKey(near)) ?? [];
      return meant.length === 1 ? meant[0] : undefined;
    },
    suggest(written) {
      nearestId ??= nearestNameOf(byId.keys());
      return nearestId(written);
    },
  };
}

/** Returns whether a text is one of somebody's names in content/people.yaml. */
export function isCalled(official: Official, written: string): boolean {
  const keys = [written, bareName(written).name].map(nameKey);
  return namesOf(official).some((name) => keys.includes(nameKey(name)));
}

/** True for two names that differ in marks only, or in one letter of three syllables or more. */
function isNearMiss(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  return a === b || (a.split(/\s+/u).length >= 3 && distance(a, b) === 1);
}

function namesOf({ name, aliases }: Official): string[] {
  return [name, ...aliases];
}

function peopleProblems(rows: readonly Row[], units: UnitIndex, tree: YamlTree): Problem[] {
  const found: Problem[] = aliasProblems(rows, tree);
  const ids = new Set<string>();
  for (const [at, { id, name, posts = [] }] of rows.entries()) {
    if (ids.has(id))
      found.push(problem("person-id-twice", tree.placeOf([at, "id"]), { value: id }));
    ids.add(id);
    if (posts.length === 0)
      found.push(problem("person-no-post", tree.placeOf([at]), { value: name }));
    for (const [index, { unit, from, to }] of posts.entries()) {
      if (unit !== undefined && units.find(unit) === undefined) {
        const place = tree.placeOf([at, "posts", index, "unit"]);
        // A word is looked for only where it will be told.
        const suggest = found.length < maxTold ? units.suggest : () => undefined;
        const named = { key: "unit", place, hasBody: true, list: "posts" };
        found.push(unknownUnit(unit, named, { ...units, suggest }));
      }
      if (from !== undefined && to !== undefined && endsEarly(from, to))
        found.push(
          problem("ends-before-start", tree.placeOf([at, "posts", index, "to"]), { from, to }),
        );
    }
  }
  return found;
}

/** Finds other names of one that are the name or the id of somebody else. */
function aliasProblems(rows: readonly Row[], tree: YamlTree): Problem[] {
  const owners = new Map(
    rows.flatMap(({ id, name }) => [[id, id] as const, [nameKey(name), id] as const]),
  );
  return rows.flatMap(({ id, aliases = [] }, at) =>
    aliases.flatMap((value, index) => {
      const other = owners.get(nameKey(value));
      if (other === undefined || other === id) return [];
      const place = tree.placeOf([at, "aliases", index]);
      return [problem("person-alias-taken", place, { value, id, other })];
    }),
  );
}

/** Returns whether a time is over before it begins; a year or a month counts as a whole. */
function endsEarly(from: string, to: string): boolean {
  const common = Math.min(from.length, to.length);
  return to.slice(0, common) < from.slice(0, common);
}
