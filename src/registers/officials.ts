import type { Article } from "../article.ts";
import type { Official, Post } from "../person.ts";
import { compareCodes, comparePeople } from "../text/vietnamese.ts";

/** What articles say of the office holders of content/people.yaml; nobody else is in it. */
export type OfficialRegister = {
  /** In order of given names. */
  readonly entries: readonly OfficialEntry[];
  readonly byId: ReadonlyMap<string, OfficialEntry>;
  /** Who holds or held an office in each unit, in order of given names. */
  readonly byUnit: ReadonlyMap<string, readonly UnitOfficial[]>;
};

export type OfficialEntry = {
  readonly official: Official;
  /** The articles that name the person, oldest first. */
  readonly articles: readonly Article[];
};

export type UnitOfficial = { readonly official: Official; readonly posts: readonly Post[] };

/** Builds the register from articles given oldest first. */
export function buildOfficials(
  people: readonly Official[],
  articles: readonly Article[],
): OfficialRegister {
  const told = new Map<string, Article[]>(people.map(({ id }) => [id, []]));
  for (const article of articles) {
    for (const { id } of article.people) {
      const own = id === undefined ? undefined : told.get(id);
      if (own !== undefined && own.at(-1) !== article) own.push(article);
    }
  }
  const entries = people
    .toSorted((a, b) => comparePeople(a.name, b.name) || compareCodes(a.id, b.id))
    .map((official) => ({ official, articles: told.get(official.id)! }));
  const byUnit = new Map<string, UnitOfficial[]>();
  for (const { official } of entries) {
    for (const [unit, posts] of Map.groupBy(official.posts, ({ unit }) => unit)) {
      if (unit === undefined) continue;
      const own = byUnit.get(unit);
      if (own) own.push({ official, posts });
      else byUnit.set(unit, [{ official, posts }]);
    }
  }
  return { entries, byId: new Map(entries.map((entry) => [entry.official.id, entry])), byUnit };
}
