import { commitOf, type Repository, setRef } from "./repository.ts";
import { git } from "./run-git.ts";
import { type FileChange, treeWith } from "./trees.ts";

/*
 * Files as they were before an update, as commits of our own that no branch leads to. Git cleans up
 * what no ref leads to, so each has one.
 */

/** Where the refs of these commits are. */
export const beforeUpdates = "refs/ban-tin/truoc-cap-nhat/";
/** How many of them are kept. */
const most = 20;

/** Who makes commits that never leave this machine. */
export const ownPerson = { name: "Máy này", email: "ban-tin@localhost" } as const;

/** Keeps files as they are now, beside the rest of a commit; without any, keeps nothing. */
export async function keepBefore(
  repository: Repository,
  commit: string,
  files: readonly FileChange[],
): Promise<void> {
  if (files.length === 0) return;
  const tree = await treeWith(repository, commit, files);
  const message = "Trước khi cập nhật\n";
  const kept = await commitOf(repository, tree, { parents: [commit], message, by: ownPerson });
  const time = new Date().toISOString().replaceAll(/[:.]/gu, "-");
  await setRef(repository, `${beforeUpdates}${time}-${kept.slice(0, 7)}`, kept);
  const refs = (await git(repository, ["for-each-ref", "--format=%(refname)", beforeUpdates]))
    .split("\n")
    .filter(Boolean)
    .toSorted();
  for (const old of refs.slice(0, -most)) await setRef(repository, old, undefined);
}
