import { statSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
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
};

/** Prepares to write a new site. Throws `OutputRefused` before anything is touched. */
export async function openStaging(output: string, content: string): Promise<Staging> {
  const target = resolve(output);
  await guard(target, resolve(content));
  const next = `${target}.new`;
  const old = `${target}.old`;
  const unlock = await lock(`${target}.lock`);
  try {
    // A build was killed between the two renames below: the old site is whole, so it goes back.
    if (!(await exists(target)) && (await exists(old))) await rename(old, target);
    await remove(old);
    await remove(next);
  } catch (error) {
    await unlock();
    throw error;
  }
  return {
    directory: next,
    async publish() {
      if (await exists(target)) await rename(target, old);
      await rename(next, target);
      await remove(old);
      await unlock();
    },
    async discard() {
      await remove(next);
      await unlock();
    },
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
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = await open(path, "wx");
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (attempt > 0 || (await isHeld(path))) throw new OutputRefused("busy");
      await rm(path, { force: true });
    }
  }
}

async function isHeld(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, "utf8").catch(() => ""));
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
