import { writePages } from "../../.eleventy.ts";
import type { Output } from "../../src/output/output.ts";
import type { OutputUpdate, Update } from "../../src/output/output-update.ts";
import { PictureBroken } from "../../src/pictures/pictures.ts";
import { sortProblems } from "../../src/problems/problem.ts";
import { noProgress, type Progress } from "../../src/work/progress.ts";
import { timed } from "../../src/work/timings.ts";
import { type CheckResult, type Faulty, type Made, withPictures } from "./make-site.ts";

/** The result of a build. */
export type Built = Faulty | Done;

/** The output is complete: written now, or found up to date. */
export type Done = CheckResult &
  Update & {
    readonly kind: "written" | "unchanged";
    readonly pictures: number;
    /** Number of pictures that were not in the cache. */
    readonly newPictures: number;
  };

type Ready = Extract<Made, { kind: "site" }>;
type WithPictures = Exclude<Awaited<ReturnType<typeof withPictures>>, Faulty>;

/**
 * Writes what has changed of a site: pages, pictures, cards and the search index. Until all of it
 * is ready, the present output stays as it is; when a picture turns out to be damaged, nothing is
 * written at all.
 *
 * @param asked the address of a page; the result says why that page was drawn or was not
 */
export async function writeSite(
  output: Output,
  made: Ready,
  asked?: string,
  progress: Progress = noProgress,
): Promise<Built> {
  const { site } = made;
  const update = await output.update(site.drawnBy, asked);
  // These run while pages are written, and are awaited afterwards. They may fail before that.
  const pictures = withPictures(made);
  pictures.catch(() => {});
  const later = site.laterFiles();
  later.catch(() => {});
  await writePages(update, site, progress);
  const whole = await pictures;
  if (whole.kind === "faulty") {
    // Nothing may go on behind the back of the caller.
    await later.catch(() => {});
    return whole;
  }
  const laterFiles = await later.catch((error: unknown) => {
    if (error instanceof PictureBroken) return error;
    throw error;
  });
  if (laterFiles instanceof PictureBroken) {
    const { problems, articles, drafts, due } = made;
    return {
      kind: "faulty",
      problems: sortProblems([...problems, laterFiles.problem]),
      articles,
      drafts,
      due,
    };
  }
  const files = [...whole.site.files, ...laterFiles];
  await timed("publish", () => update.copy(files));
  return finish(update, whole);
}

/**
 * Moves what was written into the output.
 *
 * @param isWhole false as long as something is still to be added; the next build then looks again
 */
export async function finish(
  update: OutputUpdate,
  { problems, articles, drafts, due, site, origin, newPictures }: WithPictures,
  isWhole = true,
): Promise<Done> {
  const facts = { problems, articles, drafts, due, pictures: site.pictures };
  const done = await update.finish({ ...facts, madeFrom: isWhole ? origin.whole : "" });
  await site.remember();
  return { kind: "written", ...facts, ...done, newPictures };
}
