import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gitFailed } from "./git-failure.ts";
import type { GitPlace } from "./run-git.ts";

/* States that last from one start of the preview to the next, in our own folder in `.git`. */

/** Reads a value that was kept in our folder; undefined when there is none or it cannot be read. */
export async function readKept({ kept }: Pick<GitPlace, "kept">, name: string): Promise<unknown> {
  const text = await readFile(join(kept, name), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Half written by a machine that was switched off: better none than a wrong one.
    return undefined;
  }
}

/** Keeps a value in our folder: all of it, or what was there before. Throws `GitFailed`. */
export async function keep(
  { kept }: Pick<GitPlace, "kept">,
  name: string,
  value: unknown,
): Promise<void> {
  const place = join(kept, name);
  const fresh = `${place}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(dirname(place), { recursive: true });
    await writeFile(fresh, JSON.stringify(value, undefined, 2), { flush: true });
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { force: true });
    throw gitFailed(error);
  }
}
