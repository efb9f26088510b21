import { shortDay } from "../day.ts";
import type { Head } from "../front-matter/head.ts";
import { isCalled, looksLikeId, meantPerson, type PeopleIndex } from "../people.ts";
import { isHeldOn, isSamePost, postsOn } from "../person.ts";
import { type Place, type Problem, problem } from "../problems/problem.ts";
import type { YamlTree } from "../yaml/yaml.ts";

/** Finds what is wrong or doubtful about the people of an article, beside content/people.yaml. */
export function peopleProblems(
  head: YamlTree,
  { people = [], awards = [], date }: Partial<Head>,
  known: PeopleIndex,
): Problem[] {
  const ofPresenters = awards.flatMap(({ presented_by: presenters = [] }, index) =>
    presenters.flatMap((name, at) =>
      presenterProblems(name, head.placeOf(["awards", index, "presented_by", at]), known),
    ),
  );
  const ofPeople = people.flatMap((written, index): Problem[] => {
    const path = ["people", index];
    const { id, name, post = [] } = written;
    const unknown = (value: string, key: string) =>
      unknownPerson(value, head.placeOf([...path, key]), known);
    const official = meantPerson(known, written);
    if (official === undefined) {
      if (id !== undefined) return [unknown(id, "id")];
      if (name === undefined) return [problem("person-no-name", head.placeOf(path))];
      const place = head.placeOf([...path, "name"]);
      const several = known.find(name);
      if (several.length > 0) {
        const ids = several.map((one) => one.id).join(", ");
        return [problem("person-ambiguous", place, { value: name, ids })];
      }
      if (looksLikeId(name)) return [unknown(name, "name")];
      const near = known.nearMiss(name);
      // Somebody with quite another post is another person.
      const isOther = post.length > 0 && !near?.posts.some((one) => isOneOf(post, one.post));
      if (near === undefined || isOther) return [];
      return [problem("person-look-alike", place, { value: name, other: near.name })];
    }
    if (id !== undefined && name !== undefined && name !== id && !isCalled(official, name)) {
      const args = { id, name: official.name, value: name };
      return [problem("person-id-name", head.placeOf([...path, "name"]), args)];
    }
    if (date === undefined || post.length === 0) return [];
    const held = postsOn(official, date);
    const former = post.find(
      (one) =>
        official.posts.some((other) => isSamePost(one, other.post)) &&
        !official.posts.some((other) => isSamePost(one, other.post) && isHeldOn(other, date)),
    );
    const isNone = held.length > 0 && !held.some((one) => isOneOf(post, one.post));
    const wrong = former ?? (isNone ? post.join(", ") : undefined);
    if (wrong === undefined) return [];
    return [
      problem("person-post-differs", head.placeOf([...path, "post"]), {
        value: wrong,
        name: official.name,
        day: shortDay(date),
        held: held.map((one) => one.post).join(", ") || "—",
      }),
    ];
  });
  return [...ofPeople, ...ofPresenters];
}

/** Finds a presenter whose name does not say which office holder is meant. */
function presenterProblems(name: string, place: Place, known: PeopleIndex): Problem[] {
  const meant = known.find(name);
  if (meant.length > 1) {
    const ids = meant.map(({ id }) => id).join(", ");
    return [problem("person-ambiguous", place, { value: name, ids, suggestion: ids })];
  }
  const near = meant.length === 1 || looksLikeId(name) ? undefined : known.nearMiss(name);
  if (near === undefined) return [];
  return [problem("person-look-alike", place, { value: name, other: near.name })];
}

/** Finds ids that no office holder has, among those who were given awards or handed them over. */
export function awardPeopleProblems(
  head: YamlTree,
  { awards = [] }: Partial<Head>,
  known: PeopleIndex,
): Problem[] {
  return awards.flatMap(({ recipients = [], presented_by: presenters = [] }, index) =>
    Object.entries({ recipients, presented_by: presenters }).flatMap(([key, names]) =>
      names.flatMap((name, at) =>
        looksLikeId(name) && !known.byId.has(name)
          ? [unknownPerson(name, head.placeOf(["awards", index, key, at]), known)]
          : [],
      ),
    ),
  );
}

function unknownPerson(value: string, place: Place, known: PeopleIndex): Problem {
  return problem("unknown-person", place, { value, suggestion: known.suggest(value) ?? "" });
}

function isOneOf(posts: readonly string[], post: string): boolean {
  return posts.some((one) => isSamePost(one, post));
}
