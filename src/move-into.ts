import { rename, rm } from "node:fs/promises";

/**
 * Moves a finished folder to its place in the cache, whole. Another build may have put the same
 * there meanwhile: then that stays, if it is whole itself.
 */
export async function moveInto(
  finished: string,
  folder: string,
  isWhole: () => Promise<boolean> = async () => true,
): Promise<void> {
  try {
    await rename(finished, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "EPERM") throw error;
    if (!(await isWhole())) {
      await rm(folder, { recursive: true, force: true });
      await rename(finished, folder);
    } else await rm(finished, { recursive: true, force: true });
  }
}
