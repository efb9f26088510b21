import { gitIn, placeInRepository, zeroSplit } from "../../src/cache/git.ts";
import { slugOf } from "../../src/text/vietnamese.ts";

/** The commits that put a name into the texts of a folder or took it out. */
export type NameHistory = {
  readonly commits: number;
  /** Day of the oldest and of the newest, as `2024-03-05`. */
  readonly from: string;
  readonly to: string;
};

/**
 * Looks for a name in all branches of the repository that a content folder is in; undefined where
 * there is no repository, or the name is in none of its commits.
 */
export async function historyOfName(
  content: string,
  name: string,
): Promise<NameHistory | undefined> {
  const place = await placeInRepository(content);
  if (place === undefined) return undefined;
  const words = (text: string) =>
    text.replaceAll(/[^\p{L}\p{M}\p{N}\s]/gu, ".").replaceAll(/\s+/gu, "[[:space:]]+");
  // Git compares bytes, so each case is written out.
  const forms = [name, name.toUpperCase(), name.normalize("NFD")].map(words);
  // Pictures are left out: they are large, and git would unpack every one.
  const texts = ["md", "yaml", "yml", "txt"].map((ending) => `*.${ending}`);
  const printed = await gitIn(content, [
    ...["log", "--all", "-z", "--format=%cs", "--extended-regexp", "--pickaxe-regex"],
    ...[`-S${[...forms, slugOf(name)].join("|")}`, "--", ...texts],
  ]).catch(() => "");
  const days = zeroSplit(printed).toSorted();
  if (days.length === 0) return undefined;
  return { commits: days.length, from: days[0]!, to: days.at(-1)! };
}
