import { writeSite } from "../.eleventy.ts";
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
