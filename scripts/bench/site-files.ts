import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** The files of a built site: time of writing and size of each, by path. */
export type SiteFiles = ReadonlyMap<string, string>;

/** Lists the files of a built site; none for a folder that is not there. */
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

/** Returns how many files a build wrote or removed. */
export function filesTouched(before: SiteFiles, after: SiteFiles): number {
  const written = after
    .entries()
    .reduce((n, [path, is]) => n + (before.get(path) === is ? 0 : 1), 0);
  return written + before.keys().reduce((n, path) => n + (after.has(path) ? 0 : 1), 0);
}

/**
 * Returns the addresses that every generator must have made: articles, topics, units, authors,
 * archives. Further pages of lists are left out, because we number them from the oldest and the
 * others from the newest.
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

/** Says which addresses a site lacks or has beyond ours; undefined when they are the same. */
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
