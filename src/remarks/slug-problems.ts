import { type Place, type Problem, problem } from "../problems/problem.ts";
import { slugOf } from "../text/vietnamese.ts";

/**
 * ASCII characters, so bytes as well. A file system takes names of at most 255 bytes, and a page's
 * file is in a folder of this name.
 */
const maxSlug = 200;

/** Finds what keeps a name from becoming part of an address. */
export function slugProblems(name: string, placeOf: () => Place): Problem[] {
  const { length } = slugOf(name);
  if (length === 0) return [problem("empty-slug", placeOf(), { value: name })];
  if (length <= maxSlug) return [];
  const args = {
    value: `${name.slice(0, 40)}…`,
    size: String(length),
    most: String(maxSlug),
  };
  return [problem("slug-too-long", placeOf(), args)];
}
