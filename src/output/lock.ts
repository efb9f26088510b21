import { randomUUID } from "node:crypto";
import {
  constants,
  copyFile,
  link,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/*
 * A lock is a file that names the process which holds it. It needs nothing that a file system may
 * lack, and a process that is killed holds nothing.
 */

/**
 * Names this process among all that had its id, and how many locks it has asked for: two locks in
 * one process need files of their own, too.
 */
const self = randomUUID().slice(0, 8);
let locks = 0;

/**
 * The locks that this process holds or is taking. A file that names this process, and is none of
 * these, was left by one that had the same id: in a container every run may get the same.
 */
const own = new Set<string>();

/** Releases a lock. */
export type Unlock = () => Promise<void>;

/**
 * Takes the lock that lets only one process at a time write a folder (a mutex), and returns how to
 * release it. A lock whose process is gone counts for nothing. Returns undefined when another
 * process holds it, or this one does.
 *
 * @param path a file beside or in that folder; it holds the id of the process
 */
export async function lock(path: string): Promise<Unlock | undefined> {
  await makeFolder(dirname(path));
  const place = join(await realpath(dirname(path)), basename(path));
  if (own.has(place)) return undefined;
  own.add(place);
  try {
    if (await tryToTake(path))
      return async () => {
        await rm(path, { force: true });
        own.delete(place);
      };
  } catch (error) {
    own.delete(place);
    throw error;
  }
  own.delete(place);
  return undefined;
}

/** Takes a lock that this process does not hold; returns false when another process holds it. */
async function tryToTake(path: string): Promise<boolean> {
  locks += 1;
  const named = `${path}-${process.pid}-${self}-${locks}`;
  await writeFile(named, String(process.pid));
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await link(named, path).catch(copyInstead(named, path));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if (attempt > 0 || !(await takeAway(path))) return false;
      }
    }
  } finally {
    await rm(named, { force: true });
  }
}

/**
 * Deletes the small files that a process has left beside a file when it was killed while it wrote
 * that one or waited for the lock of that name.
 */
export async function removeScraps(path: string): Promise<void> {
  const scrap = new RegExp(
    `^${RegExp.escape(basename(path))}-(\\d+)(?:-([0-9a-f]{8})-\\d+)?(?:-old)?$`,
    "u",
  );
  for (const name of await readdir(dirname(path))) {
    const [, pid, token] = scrap.exec(name) ?? [];
    if (pid === undefined) continue;
    const isOwn = Number(pid) === process.pid;
    // A process that waits for the lock has one of these for a moment.
    if (isOwn ? token !== self : !isAlive(Number(pid)))
      await rm(join(dirname(path), name), { force: true });
  }
}

/**
 * Returns a handler that makes the lock a copy where the file system has no links (exFAT, some
 * shares). A link comes into being whole, so nobody sees a lock that does not say yet whose it is.
 */
function copyInstead(named: string, path: string) {
  return (error: NodeJS.ErrnoException): Promise<void> => {
    if (error.code === "EEXIST") throw error;
    return copyFile(named, path, constants.COPYFILE_EXCL);
  };
}

/**
 * Deletes a lock whose process is gone; returns false when another process holds it. This process
 * holds none that it asks for.
 */
async function takeAway(path: string): Promise<boolean> {
  const holder = await readFile(path, "utf8").catch(() => "");
  if (isOther(Number(holder))) return false;
  const aside = `${path}-${process.pid}-${self}-${locks}-old`;
  try {
    await rename(path, aside);
  } catch {
    // Another process took it first; the next attempt shows whose turn it is.
    return true;
  }
  const taken = await readFile(aside, "utf8").catch(() => "");
  // It may have been the fresh lock of a process that took the stale one a moment before.
  if (taken !== holder && isOther(Number(taken))) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

/** Returns true for a process that runs and is not this one. */
function isOther(pid: number): boolean {
  return pid !== process.pid && isAlive(pid);
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
