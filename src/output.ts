import { statSync } from "node:fs";
import {
  constants,
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";

/**
 * The way a new site takes the place of the old one. It is written into a folder beside it, checked
 * there, and moved into place by renaming, so that a build that is killed, runs out of disk or finds
 * a fault leaves the last good site untouched.
 */

/** The output folder may not be written to; `reason` says why and what to do, for people. */
export class OutputRefused extends Error {
  readonly reason: OutputReason;
  constructor(reason: OutputReason) {
    super(reason);
    this.reason = reason;
  }
}

export type OutputReason =
  /** It holds the content or the program, or lies inside the content. */
  | "holds-sources"
  /** There are files in it that no build made. */
  | "not-a-site"
  /** Another build is writing it. */
  | "busy";

export type Staging = {
  /** The folder to write the new site into. */
  readonly directory: string;
  /** Puts the new site in the place of the old one. */
  readonly publish: () => Promise<void>;
  /** Drops what was written; the old site stays. */
  readonly discard: () => Promise<void>;
  /** The same because of an error, which it throws on. */
  readonly giveUp: (error: unknown) => Promise<never>;
};

/** Prepares to write a new site. Throws `OutputRefused` before anything is touched. */
export async function openStaging(output: string, content: string): Promise<Staging> {
  const target = resolve(output);
  await guard(target, resolve(content));
  // Names that nobody gives to a folder of his own: what is found under them is removed.
  const next = `${target}.ban-tin-new`;
  const old = `${target}.ban-tin-old`;
  const unlock = await lock(`${target}.ban-tin-lock`);
  const discard = async () => {
    await remove(next);
    await unlock();
  };
  const giveUp = async (error: unknown): Promise<never> => {
    await discard();
    throw error;
  };
  try {
    // A build was killed between the two renames below: the old site is whole, so it goes back.
    if (!(await exists(target)) && (await exists(old))) await rename(old, target);
    await remove(old);
    await remove(next);
  } catch (error) {
    return giveUp(error);
  }
  return {
    directory: next,
    async publish() {
      const hadSite = await exists(target);
      if (hadSite) await rename(target, old);
      try {
        await rename(next, target);
      } catch (error) {
        if (hadSite) await rename(old, target);
        throw error;
      }
      await remove(old);
      await unlock();
    },
    discard,
    giveUp,
  };
}

/**
 * Names the files that are missing or shorter than what was written, as on a disk that is full.
 *
 * @param sizes size in bytes by path
 */
export function damagedFiles(directory: string, sizes: ReadonlyMap<string, number>): string[] {
  return [...sizes].flatMap(([path, size]) =>
    statSync(join(directory, path), { throwIfNoEntry: false })?.size === size ? [] : [path],
  );
}

async function guard(target: string, content: string): Promise<void> {
  const holds = (folder: string, inner: string) =>
    inner === folder || inner.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
  if (holds(target, content) || holds(content, target) || holds(target, process.cwd())) {
    throw new OutputRefused("holds-sources");
  }
  const names = await readdir(target).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error.code === "ENOTDIR" ? new OutputRefused("not-a-site") : error;
  });
  if (names.includes(".git") || names.includes("package.json"))
    throw new OutputRefused("holds-sources");
  if (names.length > 0 && !names.includes("index.html")) throw new OutputRefused("not-a-site");
}

/** Lets one build at a time write a site. A lock whose process is gone counts for nothing. */
async function lock(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true });
  const own = `${path}-${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await link(own, path).catch(copyInstead(own, path));
        return () => rm(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if (attempt > 0 || !(await takeAway(path))) throw new OutputRefused("busy");
      }
    }
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * A link comes into being whole, so nobody sees a lock that does not say yet whose it is. Where the
 * file system has no links (exFAT, some shares), a copy must do.
 */
function copyInstead(own: string, path: string) {
  return (error: NodeJS.ErrnoException): Promise<void> => {
    if (error.code === "EEXIST") throw error;
    return copyFile(own, path, constants.COPYFILE_EXCL);
  };
}

/** Takes a lock away whose process is gone; false when it is held. */
async function takeAway(path: string): Promise<boolean> {
  const holder = await readFile(path, "utf8").catch(() => "");
  if (isAlive(Number(holder))) return false;
  const aside = `${path}-${process.pid}-old`;
  try {
    await rename(path, aside);
  } catch {
    // Another build took it first; whose turn it is, the next attempt shows.
    return true;
  }
  const taken = await readFile(aside, "utf8").catch(() => "");
  // It may have been the fresh lock of a build that took the stale one a moment before.
  if (taken !== holder && isAlive(Number(taken))) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 });
}
