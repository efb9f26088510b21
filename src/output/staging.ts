import { randomUUID } from "node:crypto";
import {
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";

/*
 * The way an output becomes the next one. What changed is written into a folder beside it and moved
 * in at the end. A list of all moves is written down before the first, as in a write-ahead log: a
 * build that is killed before has changed nothing, and what one that is killed after has left
 * undone, the next one does.
 */

/**
 * Thrown when the output folder may not be written to; `reason` says why, and commands put it into
 * words.
 */
export class OutputRefused extends Error {
  override readonly name = "OutputRefused";
  readonly reason: OutputReason;
  /** The folder, as it was asked for. */
  readonly output: string;
  constructor(reason: OutputReason, output: string) {
    super(`${reason}: ${output}`);
    this.reason = reason;
    this.output = output;
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
  /** The output. */
  readonly target: string;
  /** The folder to write what changed into. */
  readonly directory: string;
  /** Moves it into the output, and deletes what the site no longer has. */
  readonly publish: (changes: Changes) => Promise<void>;
  /** Drops what was written; the output stays as it was. */
  readonly discard: () => Promise<void>;
};

/** Paths in the output; that of a folder ends in `/`. */
export type Changes = { readonly moved: readonly string[]; readonly removed: readonly string[] };

/**
 * Prepares to write an output. Throws `OutputRefused` before anything is touched.
 *
 * @param isOurs returns whether something at the top of the folder was written by an earlier build
 */
export async function openStaging(
  output: string,
  content: string,
  isOurs: (name: string) => boolean = () => false,
): Promise<Staging> {
  const target = resolve(output);
  const refuse = (reason: OutputReason) => new OutputRefused(reason, output);
  if (holdsSources(target, resolve(content))) throw refuse("holds-sources");
  // Nobody gives these names to a folder of their own; what is found under them is deleted.
  const next = `${target}.ban-tin-new`;
  const journal = `${target}.ban-tin-moves`;
  const unlock = await lock(`${target}.ban-tin-lock`);
  if (unlock === undefined) throw refuse("busy");
  let isMoving = false;
  let isOpen = true;
  const discard = async () => {
    if (!isOpen) return;
    // Another build may open the folder as soon as the lock is gone, so nothing is touched
    // afterwards.
    isOpen = false;
    try {
      if (!isMoving) {
        await remove(journal);
        await remove(next);
      }
    } finally {
      await unlock();
    }
  };
  try {
    await removeScraps(target);
    const cutOff = await readJournal(journal);
    if (cutOff) await move(next, target, cutOff);
    await remove(journal);
    await remove(next);
    const strange = await strangeIn(target, isOurs);
    if (strange) throw refuse(strange);
  } catch (error) {
    await unlock();
    throw error;
  }
  return {
    target,
    directory: next,
    async publish(changes) {
      if (changes.moved.length + changes.removed.length > 0) {
        if (await exists(target)) {
          await writeJournal(journal, changes);
          // From here on there is no way back: what fails now, the next build finishes.
          isMoving = true;
          await move(next, target, changes);
          isMoving = false;
        } else await rename(next, target);
      }
      await discard();
    },
    discard,
  };
}

/**
 * Deletes the small files that a build has left beside the output when it was killed while it wrote
 * one.
 */
async function removeScraps(target: string): Promise<void> {
  const scrap = new RegExp(
    `^${RegExp.escape(basename(target))}\\.ban-tin-(?:lock|moves)-(\\d+)(?:-([0-9a-f]{8})-\\d+)?(?:-old)?$`,
    "u",
  );
  for (const name of await readdir(dirname(target))) {
    const [, pid, token] = scrap.exec(name) ?? [];
    if (pid === undefined) continue;
    const isOwn = Number(pid) === process.pid;
    // A build that waits for the lock has one of these for a moment.
    if (isOwn ? token !== self : !isAlive(Number(pid)))
      await rm(join(dirname(target), name), { force: true });
  }
}

async function writeJournal(path: string, changes: Changes): Promise<void> {
  const beside = `${path}-${process.pid}`;
  await writeFile(beside, JSON.stringify(changes));
  await rename(beside, path);
}

async function readJournal(path: string): Promise<Changes | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/**
 * Moves files into the output, and deletes what is to go. It may be done again after it was cut
 * off: what has been moved is no longer there to be moved.
 */
async function move(from: string, to: string, { moved, removed }: Changes): Promise<void> {
  const isPage = (path: string) => path.endsWith(".html");
  const folders = new Set<string>();
  // What pages need is moved before the pages, so that no reader meets one without its stylesheet.
  for (const path of [...moved.filter((one) => !isPage(one)), ...moved.filter(isPage)]) {
    const [source, place] = [join(from, path), join(to, path)];
    const folder = dirname(place);
    if (!folders.has(folder)) {
      await mkdir(folder, { recursive: true }).catch(makeRoomFor(folder, to));
      folders.add(folder);
    }
    await rename(source, place).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return;
      if (error.code !== "EISDIR" && error.code !== "ENOTEMPTY" && error.code !== "EPERM")
        throw error;
      // Somebody put a folder where a page belongs.
      await remove(place);
      await rename(source, place);
    });
  }
  for (const path of removed) {
    const place = join(to, path);
    if (path.endsWith("/")) await rmdir(place).catch(() => {});
    else await rm(place, { force: true });
    await removeEmpty(dirname(place), to);
  }
}

/**
 * Returns a handler for the error that something is in the way of a folder and is no folder itself.
 * It deletes that, and makes the folder.
 */
function makeRoomFor(folder: string, site: string) {
  return async (error: NodeJS.ErrnoException): Promise<void> => {
    if (error.code !== "EEXIST" && error.code !== "ENOTDIR") throw error;
    for (let above = folder; above.length > site.length; above = dirname(above)) {
      const found = await lstat(above).catch(() => undefined);
      if (found && !found.isDirectory()) await remove(above);
    }
    await mkdir(folder, { recursive: true });
  };
}

/** Deletes a folder that holds nothing any more, and those above it. */
async function removeEmpty(folder: string, site: string): Promise<void> {
  for (let above = folder; above.length > site.length; above = dirname(above)) {
    try {
      await rmdir(above);
    } catch {
      return;
    }
  }
}

/** Returns true for a folder that holds the content or the program, or is inside the content. */
function holdsSources(target: string, content: string): boolean {
  const holds = (folder: string, inner: string) =>
    inner === folder || inner.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
  return holds(target, content) || holds(content, target) || holds(target, process.cwd());
}

/**
 * Returns why a folder may not be written to, unless it is empty or has a site of ours. Asked after
 * moves that were cut off are finished, because before that a site may lack its front page.
 */
async function strangeIn(
  target: string,
  isOurs: (name: string) => boolean,
): Promise<OutputReason | undefined> {
  let names: string[];
  try {
    names = await readdir(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR") return "not-a-site";
    throw error;
  }
  if (names.includes(".git") || names.includes("package.json")) return "holds-sources";
  // Where nothing is known of it any more, a front page shows that it is a site.
  const isSite = names.some((name) => name === "index.html" || isOurs(name));
  return names.length > 0 && !isSite ? "not-a-site" : undefined;
}

/**
 * Names this process among all that had its id, and how many locks it has asked for: two builds in
 * one process need files of their own, too.
 */
const self = randomUUID().slice(0, 8);
let locks = 0;

/**
 * Takes the lock that lets only one build at a time write an output (a mutex), and returns how to
 * release it. A lock whose process is gone counts for nothing. Returns undefined when another build
 * holds it.
 */
async function lock(path: string): Promise<(() => Promise<void>) | undefined> {
  await mkdir(dirname(path), { recursive: true });
  locks += 1;
  const own = `${path}-${process.pid}-${self}-${locks}`;
  await writeFile(own, String(process.pid));
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await link(own, path).catch(copyInstead(own, path));
        return () => rm(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if (attempt > 0 || !(await takeAway(path))) return undefined;
      }
    }
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Returns a handler that makes the lock a copy where the file system has no links (exFAT, some
 * shares). A link comes into being whole, so nobody sees a lock that does not say yet whose it is.
 */
function copyInstead(own: string, path: string) {
  return (error: NodeJS.ErrnoException): Promise<void> => {
    if (error.code === "EEXIST") throw error;
    return copyFile(own, path, constants.COPYFILE_EXCL);
  };
}

/** Deletes a lock whose process is gone; returns false when the lock is held. */
async function takeAway(path: string): Promise<boolean> {
  const holder = await readFile(path, "utf8").catch(() => "");
  if (isAlive(Number(holder))) return false;
  const aside = `${path}-${process.pid}-${self}-${locks}-old`;
  try {
    await rename(path, aside);
  } catch {
    // Another build took it first; the next attempt shows whose turn it is.
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
