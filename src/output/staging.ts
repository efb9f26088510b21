import {
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
import { dirname, join, resolve, sep } from "node:path";
import { lock, removeScraps } from "./lock.ts";

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
  const lockPath = `${target}.ban-tin-lock`;
  const unlock = await lock(lockPath);
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
    await removeScraps(lockPath);
    await removeScraps(journal);
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
export function holdsSources(target: string, content: string): boolean {
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
  // A front page shows that it is a site, even where nothing is known of it any more; only a part
  // of a site may have none.
  const isSite = names.includes("index.html") || names.some(isOurs);
  return names.length > 0 && !isSite ? "not-a-site" : undefined;
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
