import { writePages } from "../../.eleventy.ts";
import type { AssetFile } from "../../src/assets/assets.ts";
import { mending } from "../../src/cache/cache.ts";
import { findContent } from "../../src/content/found-content.ts";
import { originOf } from "../../src/origin.ts";
import { openOutput } from "../../src/output/output.ts";
import type { BuildOptions } from "../build.ts";
import { asBuilt } from "../site/as-built.ts";
import { type MadeSite, makeSite, withPictures } from "../site/make-site.ts";
import { type Built, finish } from "../site/write-site.ts";

/** The parts of a site that are made after its pages: cards and the search index. */
export type Rest = {
  /**
   * Makes them without haste, and returns a function that adds them to the output. Rejects soon
   * after the signal is aborted.
   */
  readonly make: (signal: AbortSignal) => Promise<() => Promise<void>>;
};

/**
 * Builds a site for somebody who waits for a page: pages and pictures first. The old cards and
 * search index stay until `rest` has added the new ones.
 *
 * @param onMade is called and awaited as soon as pages can be drawn
 */
export function buildPages(
  wanted: BuildOptions,
  onMade: (site: MadeSite) => Promise<void>,
): Promise<{ built: Built; rest?: Rest }> {
  const options = { ...wanted, isPreview: true };
  return mending(async () => {
    await using output = await openOutput(options);
    const content = await findContent(options.content);
    const origin = originOf(content, options);
    if (await output.isAsBuilt(origin.whole)) return { built: asBuilt(output) };
    const drawable = await makeSite(content, options, origin);
    const made = drawable.kind === "site" ? await withPictures(drawable) : drawable;
    if (made.kind === "faulty") return { built: made };
    await onMade(made.site);
    const update = await output.update(made.site.drawnBy);
    await writePages(update, made.site);
    await update.copy(made.site.files);
    update.keep("files");
    const built = await finish(update, made, false);
    return { built, rest: restOf(made, options) };
  });
}

function restOf(made: Parameters<typeof finish>[1], options: BuildOptions): Rest {
  const { site } = made;
  return {
    async make(signal) {
      let later: readonly AssetFile[] | undefined = await site.laterFiles(signal);
      return () =>
        mending(async () => {
          // What turned out to be damaged is gone from the cache, and made again.
          later ??= await site.laterFiles(signal);
          const files = [...site.files, ...later];
          later = undefined;
          await using output = await openOutput(options);
          const update = await output.update(site.drawnBy);
          update.keep("pages");
          await update.copy(files);
          await finish(update, made);
        });
    },
  };
}
