import { randomUUID } from "node:crypto";
import { rename, rm, stat } from "node:fs/promises";

/**
 * Moves a finished folder to its place in the cache, whole. Another build may have put the same
 * there meanwhile: then that stays, if it is whole itself.
 */
export async function moveInto(
  finished: string,
  folder: string,
  isWhole: () => Promise<boolean>,
): Promise<void> {
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
    if (await isWhole()) {
      await rm(finished, { recursive: true, force: true });
      return;
    }
    // What lies there is put aside under a name that nobody else has, for another build may do the same.
    const aside = `${folder}.${randomUUID()}`;
    await rename(folder, aside).catch(() => {});
    await rm(aside, { recursive: true, force: true });
  }
}
