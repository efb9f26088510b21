import { lstatSync, readFileSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { makeFile } from "../../src/cache/move-into.ts";
import { readSealed, writeSealed } from "../../src/cache/sealed-file.ts";
import { shortHash } from "../../src/cache/short-hash.ts";
import type { PortalSite } from "../../src/portal/portal-file.ts";
import { mostLetters, type SiteCopy } from "../../src/portal/site-copy.ts";
import { readRelease, releaseFile } from "../publishing/release.ts";
import type { Validators } from "./download.ts";

/*
 * The open data of other sites on this machine. What was fetched lies in `.cache/cong/ID/`, each
 * file named by a hash of its bytes, and `nguon.json` there says which of them are the last good
 * copy. It is moved in whole, so that a killed fetch leaves the copy before.
 */

/** A file of a copy, and what its host said of it. */
export type KeptFile = Validators & { readonly hash: string };

/** The last good copy of a site, and whether it could be read again since. */
export type KeptSite = {
  readonly url: string;
  /** ISO 8601; undefined as long as it was never read. */
  readonly readAt?: string | undefined;
  readonly failed?: { readonly at: string; readonly why: string } | undefined;
  /** By their names below `/du-lieu/`, and `release.json`. */
  readonly files: Readonly<Record<string, KeptFile>>;
};

const keptSchema = z.object({
  url: z.string(),
  readAt: z.string().optional(),
  failed: z.object({ at: z.string(), why: z.string() }).optional(),
  files: z.record(
    z.string(),
    z.object({
      hash: z.string().regex(/^[\da-z_-]+$/iu),
      etag: z.string().optional(),
      lastModified: z.string().optional(),
    }),
  ),
});

function folderOf(cache: string, { id }: PortalSite): string {
  return join(cache, "cong", id);
}

/** Returns what is kept of a site; undefined when nothing is, or it is of another address. */
export function keptSite(cache: string, site: PortalSite): KeptSite | undefined {
  const kept = keptSchema.safeParse(readSealed(join(folderOf(cache, site), "nguon.json"))).data;
  return kept?.url === site.url ? (kept as KeptSite) : undefined;
}

/** Returns the bytes of a kept file; undefined when they are not what was put there. */
export function keptBytes(cache: string, site: PortalSite, hash: string): Buffer | undefined {
  try {
    const bytes = readFileSync(join(folderOf(cache, site), hash));
    return shortHash(bytes) === hash ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the bytes of a file, and returns the hash by which it is found. */
export async function keepBytes(cache: string, site: PortalSite, bytes: Buffer): Promise<string> {
  const hash = shortHash(bytes);
  if (keptBytes(cache, site, hash) !== undefined) return hash;
  const path = join(folderOf(cache, site), hash);
  await mkdir(dirname(path), { recursive: true });
  await makeFile(path, (beside) => writeFile(beside, bytes));
  return hash;
}

/** Writes down what the last good copy of a site is, and deletes files that are not of it. */
export async function keepSite(cache: string, site: PortalSite, kept: KeptSite): Promise<void> {
  const folder = folderOf(cache, site);
  await mkdir(folder, { recursive: true });
  await writeSealed(join(folder, "nguon.json"), kept);
  const known = new Set(["nguon.json", ...Object.values(kept.files).map(({ hash }) => hash)]);
  for (const name of await readdir(folder))
    if (!known.has(name)) await rm(join(folder, name), { recursive: true, force: true });
}

/** A copy that remembers what was read of it. */
export type OpenedCopy = SiteCopy & {
  /** Identifies all that was read so far. */
  readonly read: () => readonly string[];
};

/**
 * Opens the last good copy of a site, or the folder that portal.yaml names; undefined when there is
 * none.
 *
 * @param content the folder of the portal
 */
export function openCopy(site: PortalSite, content: string, cache: string): OpenedCopy | undefined {
  if (site.data !== undefined) return folderCopy(join(content, site.data));
  const kept = keptSite(cache, site);
  if (kept?.readAt === undefined) return undefined;
  const { readAt, failed } = kept;
  const copy = remembering((name) => {
    const file = Object.hasOwn(kept.files, name) ? kept.files[name] : undefined;
    return file && keptBytes(cache, site, file.hash)?.toString();
  });
  return withRelease({ ...copy, readAt, ...(failed ? { failed } : {}) }, releaseFile);
}

/** Opens a folder of open data as a build has written it. */
function folderCopy(folder: string): OpenedCopy | undefined {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const copy = remembering((name) => {
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found?.isFile() && found.size <= 4 * mostLetters
      ? readFileSync(path, "utf8")
      : undefined;
  });
  return withRelease(copy, join("..", releaseFile));
}

function remembering(read: SiteCopy["text"]): OpenedCopy {
  const hashes = new Map<string, string>();
  return {
    text(name) {
      const text = read(name);
      hashes.set(name, text === undefined ? "" : shortHash(text));
      return text;
    },
    read: () => [...hashes].sort().flat(),
  };
}

function withRelease(copy: OpenedCopy, name: string): OpenedCopy {
  const facts = readRelease(copy.text(name));
  if (facts === undefined) return copy;
  const { program, content } = facts;
  const release = {
    program: `${program.name} ${program.version}`,
    ...(content === undefined ? {} : { commit: content.commit }),
  };
  return { ...copy, release };
}
