import { writeSite } from "../.eleventy.ts";
import { CacheDamaged } from "../src/cache.ts";
import { noProgress, type Progress } from "../src/progress.ts";
import { type BuildOptions, type Built, startBuild } from "./building.ts";

/**
 * Builds a site from a content folder, and writes of it what has changed. While a problem is an error
 * nothing is written and the site that is there stays; `site` of the answer is then undefined. Throws
 * `OutputRefused` when the output folder may not be written to.
 */
export async function buildSite(
  options: BuildOptions,
  progress: Progress = noProgress,
): Promise<Built> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await buildOnce(options, progress);
    } catch (error) {
      if (!(error instanceof CacheDamaged) || attempt === 5) throw error;
    }
  }
}

async function buildOnce(options: BuildOptions, progress: Progress): Promise<Built> {
  const building = await startBuild(options, progress);
  if (!("finish" in building)) return building;
  try {
    await writeSite(building, progress);
    return await building.finish();
  } catch (error) {
    await building.giveUp();
    throw error;
  }
}
