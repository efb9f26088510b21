import type { Article } from "../article.ts";
import { append } from "../lists.ts";
import { indexPeople, meantPerson } from "../people.ts";
import type { Official, Post } from "../person.ts";
import { compareCodes, comparePeople } from "../text/vietnamese.ts";
import { lazyFields, once } from "../work/once.ts";
import { standingOf } from "./award-tally.ts";
import { namesWithdrawn, type RegisterEntry } from "./awards.ts";
import type { Received } from "./received.ts";

/** What articles say of the office holders of content/people.yaml; nobody else is in it. */
export type OfficialRegister = {
  /** In order of given names. */
  readonly officials: readonly Official[];
  /** In order of given names. */
  readonly entries: readonly OfficialEntry[];
  readonly byId: ReadonlyMap<string, OfficialEntry>;
  /** Who holds or held an office in each unit, in order of given names. */
  readonly byUnit: ReadonlyMap<string, readonly UnitOfficial[]>;
  /** Returns the one office holder of a name; undefined where there are several, or none. */
  readonly called: (name: string) => Official | undefined;
  /**
   * Returns the office holder whom an award names as a recipient by the id in content/people.yaml.
   * A name is that of many, most of whom hold no office: it proves nothing.
   */
  readonly honoured: (written: string) => Official | undefined;
  /** Returns the name of somebody whom an award gives by id or by name. */
  readonly nameOf: (written: string) => string;
};

export type OfficialEntry = {
  readonly official: Official;
  /** The articles that name the person, oldest first. */
  readonly articles: readonly Article[];
  /** The awards that the person handed over, in the order of the register. */
  readonly presented: readonly RegisterEntry[];
  /** The awards that the person was given, in the same order. */
  readonly received: readonly Received[];
};

export type UnitOfficial = { readonly official: Official; readonly posts: readonly Post[] };

/**
 * Builds the register from articles given oldest first, and from the entries of all awards. Who
 * holds an office is known without either; what they did is gathered when it is asked for.
 */
export function buildOfficials(
  people: readonly Official[],
  articles: readonly Article[],
  awardsOf: () => readonly RegisterEntry[],
): OfficialRegister {
  const index = indexPeople(people);
  const called = once((name: string) => meantPerson(index, { name }));
  const honoured = (written: string) => index.byId.get(written);
  const nameOf = (written: string) => honoured(written)?.name ?? written;
  const inOrder = people.toSorted(
    (a, b) => comparePeople(a.name, b.name) || compareCodes(a.id, b.id),
  );
  const register: OfficialRegister = lazyFields<OfficialRegister>({
    officials: () => inOrder,
    entries() {
      const awards = awardsOf();
      const presented = presentedBy(awards, called);
      const received = receivedBy(awards, honoured);
      const told = toldOf(people, articles);
      return inOrder.map((official) => ({
        official,
        articles: told.get(official.id)!,
        presented: presented.get(official) ?? [],
        received: received.get(official) ?? [],
      }));
    },
    byId: () => new Map(register.entries.map((entry) => [entry.official.id, entry])),
    byUnit() {
      const byUnit = new Map<string, UnitOfficial[]>();
      for (const official of inOrder) {
        for (const [unit, posts] of Map.groupBy(official.posts, ({ unit }) => unit)) {
          if (unit !== undefined) append(byUnit, unit, { official, posts });
        }
      }
      return byUnit;
    },
    called: () => called,
    honoured: () => honoured,
    nameOf: () => nameOf,
  });
  return register;
}

/** Lists by the id of each office holder the articles that name the person. */
function toldOf(
  people: readonly Official[],
  articles: readonly Article[],
): ReadonlyMap<string, readonly Article[]> {
  const told = new Map<string, Article[]>(people.map(({ id }) => [id, []]));
  for (const article of articles) {
    for (const { id } of article.people) {
      const own = id === undefined ? undefined : told.get(id);
      if (own !== undefined && own.at(-1) !== article) own.push(article);
    }
  }
  return told;
}

/** Lists what each office holder handed over; nothing that is only proposed was. */
function presentedBy(
  awards: readonly RegisterEntry[],
  called: OfficialRegister["called"],
): ReadonlyMap<Official, readonly RegisterEntry[]> {
  const found = new Map<Official, RegisterEntry[]>();
  for (const entry of awards) {
    if (standingOf(entry.award) === "proposed") continue;
    for (const official of new Set(entry.award.presentedBy.map(called)))
      if (official !== undefined) append(found, official, entry);
  }
  return found;
}

function receivedBy(
  awards: readonly RegisterEntry[],
  honoured: OfficialRegister["honoured"],
): ReadonlyMap<Official, readonly Received[]> {
  const found = new Map<Official, Received[]>();
  for (const entry of awards) {
    const { award } = entry;
    const named = (names: readonly string[]) => new Set(names.map(honoured));
    for (const official of named(award.recipients))
      if (official !== undefined) append(found, official, { entry, standing: standingOf(award) });
    for (const official of named(namesWithdrawn(entry)))
      if (official !== undefined) append(found, official, { entry, standing: "revoked" });
  }
  return found;
}
