import { writePages } from "../../.eleventy.ts";
import { mending } from "../../src/cache/cache.ts";
import { findContent } from "../../src/load.ts";
import { openOutput } from "../../src/output/output.ts";
import type { BuildOptions } from "../build.ts";
import { type MadeSite, madeFrom, makeSite } from "../site/make-site.ts";
import { asBuilt, type Built, finish, type SiteToWrite } from "../site/write-site.ts";

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
    const from = madeFrom(content, options);
    if (await output.isAsBuilt(from)) return { built: asBuilt(output) };
    const made = await makeSite(content, options);
    if (made.kind === "faulty") return { built: made };
    await onMade(made.site);
    const update = await output.update(made.site.drawnBy);
    await writePages(update, made.site);
    await update.copy(made.site.files);
    update.keep("files");
    // The site is not complete yet, so the next build must not take it for up to date.
    const built = await finish(update, { ...made, madeFrom: "" });
    return { built, rest: restOf({ ...made, madeFrom: from }, options) };
  });
}

function restOf(made: SiteToWrite, options: BuildOptions): Rest {
  return {
    async make(signal) {
      const { site } = made;
      const later = await site.laterFiles(signal);
      return () =>
        mending(async () => {
          await using output = await openOutput(options);
          const update = await output.update(site.drawnBy);
          update.keep("pages");
          await update.copy([...site.files, ...later]);
          await finish(update, made);
        });
    },
  };
}
