import { mending } from "../src/cache/cache.ts";
import { type FoundContent, findContent } from "../src/content/found-content.ts";
import { originOf } from "../src/origin.ts";
import { openOutput } from "../src/output/output.ts";
import { noProgress, type Progress } from "../src/work/progress.ts";
import { reportText } from "./cli/report.ts";
import { isCommand, paintFor, progressLine, run } from "./cli/terminal.ts";
import { asBuilt } from "./site/as-built.ts";
import { doneText, notBuiltText, writeProfile } from "./site/build-report.ts";
import type { MakeOptions } from "./site/make-site.ts";
import type { Built, Done } from "./site/write-site.ts";

export type BuildOptions = MakeOptions & {
  /** The folder of the site. */
  readonly output: string;
  /** The address of a page; the result says why that page was drawn or was not. */
  readonly why?: string | undefined;
};

/**
 * Builds a site from a content folder, and writes what has changed. If any problem is an error,
 * nothing is written and the present site stays. Throws `OutputRefused` when the output may not be
 * written to.
 */
export function build(options: BuildOptions, progress: Progress = noProgress): Promise<Built> {
  return mending(async () => {
    await using output = await openOutput(options);
    const content = await findContent(options.content);
    const origin = originOf(content, options);
    if (await output.isAsBuilt(origin.whole)) {
      const built = asBuilt(output, options.why);
      await describeIfPart(built, content, options);
      return built;
    }

    // Loading these takes longer than to see that nothing has changed in a small site.
    const { makeSite } = await import("./site/make-site.ts");
    const { writeSite } = await import("./site/write-site.ts");
    const made = await makeSite(content, options, origin, progress);
    if (made.kind === "faulty") return made;
    const built = await writeSite(output, made, options.why, progress);
    if (built.kind !== "faulty") await describeIfPart(built, content, options);
    return built;
  });
}

/** Writes down beside a part of a site what `join` needs to know of it. */
async function describeIfPart(
  built: Done,
  content: FoundContent,
  { output, shard, today, drafts, ...options }: BuildOptions,
): Promise<void> {
  if (shard === undefined) return;
  const { describePart } = await import("./joining/part.ts");
  const origin = originOf(content, { ...options, today, drafts });
  const { problems, articles, drafts: waiting, due, pages, pictures } = built;
  const facts = { problems, articles, drafts: waiting, due, pages, pictures };
  const part = { shard, origin, today, drafts, built: facts };
  await describePart(output, part, built.kind === "written");
}

if (isCommand(import.meta)) {
  await run("build", async (options) => {
    const started = performance.now();
    const { progress, end } = progressLine(options.lang);
    const built = await build(options, progress).finally(end);
    const printing = { ...options, paint: paintFor(process.stderr) };
    process.stderr.write(reportText(built.problems, printing));
    if (built.kind === "faulty") {
      process.stderr.write(notBuiltText(built, options.lang));
      return 1;
    }
    process.stdout.write(doneText(built, options, performance.now() - started));
    if (options.profile !== undefined) await writeProfile(options.profile, started, built);
    return 0;
  });
}
