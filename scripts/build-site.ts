import { writePages } from "../.eleventy.ts";
import { CacheDamaged } from "../src/cache/cache.ts";
import { noProgress, type Progress } from "../src/cache/progress.ts";
import { timed } from "../src/cache/timings.ts";
import type { AssetFile } from "../src/pictures/assets.ts";
import {
  type Building,
  type BuildOptions,
  type Built,
  type Drawable,
  startBuild,
} from "./building.ts";

/**
 * Builds a site from a content folder, and writes of it what has changed. While a problem is an error
 * nothing is written and the site that is there stays; `site` of the answer is then undefined. Throws
 * `OutputRefused` when the output folder may not be written to.
 */
export async function buildSite(
  options: BuildOptions,
  progress: Progress = noProgress,
): Promise<Built> {
  return trying(
    () => startBuild(options, progress),
    (building) => writeAll(building, progress),
  );
}

/** What is not made when the pages are: cards and the search index. */
export type Rest = {
  /** Makes it without haste, unless it is aborted, and answers what adds it to the site. */
  readonly make: (signal: AbortSignal) => Promise<() => Promise<void>>;
};

/**
 * The same for whoever waits for a page: pages and pictures first. Until the rest is added, that of before stays.
 *
 * @param onCompiled is waited for as soon as pages can be drawn
 */
export async function buildPages(
  options: BuildOptions,
  onCompiled: (compiled: Drawable) => Promise<void>,
): Promise<{ built: Built; rest: Rest | undefined }> {
  let rest: Rest | undefined;
  const built = await trying(
    () => startBuild(options, noProgress, onCompiled),
    async (building) => {
      await writePages(building);
      await building.update.copy(building.site.files);
      building.update.keep("files");
      const pages = await building.finish(false);
      rest = {
        async make(signal) {
          const later = await building.site.laterFiles(signal);
          return () => addRest(building, later);
        },
      };
      return pages;
    },
  );
  return { built, rest };
}

async function writeAll(building: Building, progress: Progress): Promise<Built> {
  const { site, update } = building;
  // Beside the pages; it may fail while they are written, and whoever waits for it then learns of it.
  const making = site.laterFiles();
  making.catch(() => {});
  await writePages(building, progress);
  const later = await making;
  await timed("publish", () => update.copy([...site.files, ...later]));
  return building.finish();
}

async function addRest({ site, goOn }: Building, later: readonly AssetFile[]): Promise<void> {
  await trying(goOn, async (building) => {
    building.update.keep("pages");
    await building.update.copy([...site.files, ...later]);
    return building.finish();
  });
}

/** Begins anew when something in the cache was damaged, and leaves the site as it was when all fails. */
async function trying(
  start: () => Promise<Building | Built>,
  write: (building: Building) => Promise<Built>,
): Promise<Built> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const building = await start();
      if (!("finish" in building)) return building;
      return await write(building).catch(async (error: unknown) => {
        await building.giveUp();
        throw error;
      });
    } catch (error) {
      if (!(error instanceof CacheDamaged) || attempt === 5) throw error;
    }
  }
}
