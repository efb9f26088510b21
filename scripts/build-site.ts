import { writeSite } from "../.eleventy.ts";
import type { Options } from "../src/options.ts";
import { openStaging } from "../src/output.ts";
import { noProgress, type Progress } from "../src/progress.ts";
import { type Compiled, type CompileOptions, compile } from "./compile.ts";

export type BuildOptions = CompileOptions & Pick<Options, "output">;

/**
 * Builds a site from a content folder. While a problem is an error nothing is written and the site
 * that is there stays; `site` of the answer is then undefined. Throws `OutputRefused` when the
 * output folder may not be written to.
 */
export async function buildSite(
  options: BuildOptions,
  progress: Progress = noProgress,
): Promise<Compiled> {
  // Taken before anything is read, so that a second build says at once that it has to wait.
  const staging = await openStaging(options.output, options.content);
  const compiled = await compile(options, progress).catch(staging.giveUp);
  if (compiled.site === undefined) await staging.discard();
  else await writeSite(compiled.site, staging, progress);
  return compiled;
}
