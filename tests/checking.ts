import { type CheckResult, check, type Made, makeSite } from "../scripts/site/make-site.ts";
import { noAssets } from "../src/assets/assets.ts";
import { openContentFolder } from "../src/content/content-folder.ts";
import { idsBy } from "../src/content/content-id.ts";
import type { FoundContent } from "../src/content/found-content.ts";
import type { Day } from "../src/day.ts";
import { type Content, loadContent } from "../src/load.ts";
import { indexSite, type Site } from "../src/site.ts";

/*
 * Checks content folders in this process alone. The folders of tests are in no repository; to start
 * a process of git that says so would take longer than all the rest.
 */

type Options = { readonly today?: string; readonly cache?: string; readonly drafts?: boolean };

/** Returns what a build finds wrong in a folder. */
export async function checkFolder(content: string, options: Options = {}): Promise<CheckResult> {
  return check(optionsFor(content, options), await foundIn(content));
}

/** Makes the site of a content folder without writing it. Throws when the content has an error. */
export async function madeSite(
  content: string,
  options: Options = {},
): Promise<Extract<Made, { kind: "site" }>> {
  const made = await makeSite(await foundIn(content), optionsFor(content, options));
  if (made.kind === "faulty") throw new Error(JSON.stringify(made.problems, null, 2));
  return made;
}

export async function loadFolder(content: string, options: Options = {}): Promise<Content> {
  return loadContent(optionsFor(content, options), undefined, await foundIn(content));
}

function optionsFor(
  content: string,
  { today = "2024-06-30", cache = `${content}/.cache`, drafts = false }: Options,
) {
  return { content, cache, drafts, today: today as Day };
}

async function foundIn(content: string): Promise<FoundContent> {
  return { ...(await openContentFolder(content)), idOf: idsBy(new Map()) };
}

/** Puts the content into a site as a build does, with the pictures that a test gives it. */
export function siteOf(content: Content, pictures: Site["pictures"] = new Map()): Site {
  return indexSite({
    ...content,
    settings: content.settings!,
    articles: content.published,
    withdrawn: content.withdrawn,
    pictures,
    attachments: new Map(),
    assets: noAssets,
    withOpenMonths: content.drafts,
  }).site;
}
