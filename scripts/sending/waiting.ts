import * as z from "zod";
import { keep, readKept } from "./kept-values.ts";
import type { Repository } from "./repository.ts";

/*
 * Files that the writer and somebody else changed, and of which the writer has yet to choose. They
 * stay as the writer has them.
 */

export type Waiting = Readonly<z.infer<typeof waitingSchema>>;

export const waitingSchema = z.object({
  /** Path from the top of the repository. */
  path: z.string(),
  /** The git blob id of what both began with, and of theirs; undefined where there is no file. */
  base: z.string().optional(),
  theirs: z.string().optional(),
  /** Who changed it, and on what day. */
  by: z.string(),
  day: z.string(),
});

const listName = "cho-chon.json";

/** Returns what waits for a choice, in order of path. */
export async function waitingConflicts(
  repository: Pick<Repository, "kept">,
): Promise<readonly Waiting[]> {
  return z.array(waitingSchema).safeParse(await readKept(repository, listName)).data ?? [];
}

/** Adds files that wait; each takes the place of what waited at its path. */
export async function addWaiting(
  repository: Pick<Repository, "kept">,
  fresh: readonly Waiting[],
): Promise<void> {
  if (fresh.length === 0) return;
  const known = await waitingConflicts(repository);
  const all = new Map([...known, ...fresh].map((one) => [one.path, one]));
  const sorted = [...all.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  await keep(repository, listName, sorted);
}

/** Takes a file from the list. */
export async function endWaiting(
  repository: Pick<Repository, "kept">,
  path: string,
): Promise<void> {
  const known = await waitingConflicts(repository);
  const left = known.filter((one) => one.path !== path);
  if (left.length < known.length) await keep(repository, listName, left);
}
