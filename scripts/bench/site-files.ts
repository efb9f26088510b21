import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** The files of a built site: when each was written, and its size, by path. */
export type SiteFiles = ReadonlyMap<string, string>;

export async function siteFiles(folder: string): Promise<SiteFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeNs, size } = await lstat(path, { bigint: true });
    found.set(path.slice(folder.length + 1).replaceAll("\\", "/"), `${mtimeNs} ${size}`);
  }
  return found;
}

/** How many files a build wrote or removed. */
export function filesTouched(before: SiteFiles, after: SiteFiles): number {
  const written = after
    .entries()
    .reduce((n, [path, is]) => n + (before.get(path) === is ? 0 : 1), 0);
  return written + before.keys().reduce((n, path) => n + (after.has(path) ? 0 : 1), 0);
}

/**
 * The addresses that everybody must have made: articles, topics, units, authors, archives. Older pages
 * of lists are left out, for we count them from the oldest and the others from the newest.
 */
export function addressesIn(files: SiteFiles): Set<string> {
  const wanted =
    /^(?:\d{4}\/(?:\d\d\/(?:\d\d\/(?:[a-z0-9-]+\/)?)?)?|(?:chu-de|don-vi|tac-gia)\/[a-z0-9-]+\/)index\.html$/u;
  return new Set(
    [...files.keys()]
      .filter((path) => wanted.test(path))
      .map((path) => `/${path.slice(0, -"index.html".length)}`),
  );
}

/** Says what one site lacks of another, or has besides; undefined when they are the same. */
export function differenceText(
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): string | undefined {
  const some = (set: ReadonlySet<string>) => `${set.size} (${[...set].slice(0, 3).join(", ")} …)`;
  const missing = ours.difference(theirs);
  const extra = theirs.difference(ours);
  const parts = [
    missing.size > 0 && `lacks ${some(missing)}`,
    extra.size > 0 && `has besides ${some(extra)}`,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join("; ");
}
