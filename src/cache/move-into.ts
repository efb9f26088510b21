import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/*
 * Files and folders of the cache are made beside their places, under names that nobody else has,
 * and moved in when they are whole: a killed build leaves nothing half made, and two builds at once
 * do not meet.
 */

/**
 * Makes a file whole or not at all: `make` writes it to a path beside its place, and it is moved
 * in.
 */
export async function makeFile(
  path: string,
  make: (beside: string) => Promise<unknown>,
): Promise<void> {
  const beside = besideOf(path);
  try {
    await make(beside);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

/**
 * Makes a folder whole or not at all: `make` fills an empty folder beside its place, and that is
 * moved in. When another build has put the same folder there meanwhile, that one stays if it is
 * whole.
 */
export async function makeFolder(
  folder: string,
  make: (beside: string) => Promise<unknown>,
  isWhole: () => boolean,
): Promise<void> {
  const beside = besideOf(folder);
  await mkdir(beside, { recursive: true });
  try {
    await make(beside);
    await moveInto(beside, folder, isWhole);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * Returns a path beside another. The leading dot keeps it apart from all that has been finished,
 * and `prune` recognizes the rest of the name.
 */
function besideOf(path: string): string {
  return join(dirname(path), `.${randomUUID()}`);
}

async function moveInto(finished: string, folder: string, isWhole: () => boolean): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(finished, folder);
      return;
    } catch (error) {
      const isTaken = await stat(folder).then(
        () => true,
        () => false,
      );
      if (!isTaken || attempt === 5) throw error;
    }
    if (isWhole()) return;
    // Another build may be putting the damaged folder aside too.
    const aside = besideOf(folder);
    await rename(folder, aside).catch(() => {});
    await rm(aside, { recursive: true, force: true });
  }
}
