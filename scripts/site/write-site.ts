import { writePages } from "../../.eleventy.ts";
import { noProgress, type Progress } from "../../src/cache/progress.ts";
import { timed } from "../../src/cache/timings.ts";
import type { Output } from "../../src/output/output.ts";
import { type OutputUpdate, type Update, unchanged } from "../../src/output/output-update.ts";
import type { Checked, Faulty, Made } from "./make-site.ts";

/** What a build came to. */
export type Built = Faulty | Done;

/** The site is there: written now, or found to be as it should be. */
export type Done = Checked &
  Update & {
    readonly kind: "written" | "unchanged";
    readonly pictures: number;
    /** How many pictures were not in the cache. */
    readonly newPictures: number;
  };

/** A site that was made, and what it was made from. */
export type SiteToWrite = Extract<Made, { kind: "site" }> & { readonly madeFrom: string };

/**
 * Writes of a site what has changed: pages, then pictures, cards and the search index. Until all of it
 * is in place, the site that is there stays as it was.
 *
 * @param asked the address of a page of which somebody wants to know why it is drawn
 */
export async function writeSite(
  output: Output,
  made: SiteToWrite,
  asked?: string,
  progress: Progress = noProgress,
): Promise<Done> {
  const { site } = made;
  const update = await output.update(site.drawnBy, asked);
  // Beside the pages; it may fail while they are written, and is waited for afterwards.
  const later = site.laterFiles();
  later.catch(() => {});
  await writePages(update, site, progress);
  const files = [...site.files, ...(await later)];
  await timed("publish", () => update.copy(files));
  return finish(update, made);
}

/** Puts what was written in place. */
export async function finish(update: OutputUpdate, made: SiteToWrite): Promise<Done> {
  const { problems, articles, drafts, due, site, madeFrom } = made;
  const facts = { problems, articles, drafts, due, pictures: site.pictures.all };
  const done = await update.finish({ ...facts, madeFrom });
  return { kind: "written", ...facts, ...done, newPictures: site.pictures.made };
}

/** The site of an output in which nothing has to be done. */
export function asBuilt({ known }: Output, asked?: string): Done {
  const { madeFrom: _, ...facts } = known!.built;
  return { kind: "unchanged", ...facts, ...unchanged(known!, asked), newPictures: 0 };
}
