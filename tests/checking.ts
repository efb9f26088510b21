import { type Compiled, type CompiledSite, check, compile } from "../scripts/compile.ts";
import { idsBy } from "../src/content/content-id.ts";
import { openSource } from "../src/content/source.ts";
import type { Day } from "../src/day.ts";
import { type Content, type FoundContent, loadContent } from "../src/load.ts";

/*
 * Content folders looked at in this process alone. The folders of tests are in no repository, which
 * is known here without a process of git that says so; that would take longer than all the rest.
 */

type Options = { readonly today?: string; readonly cache?: string; readonly drafts?: boolean };

/** What a build finds wrong in a folder. */
export async function checkFolder(content: string, options: Options = {}): Promise<Compiled> {
  return check(optionsFor(content, options), await foundIn(content));
}

/** The site of a folder that is in order. */
export async function compileFolder(
  content: string,
  options: Options = {},
): Promise<Compiled & { readonly site: CompiledSite }> {
  const { site, ...compiled } = await compile(
    optionsFor(content, options),
    undefined,
    await foundIn(content),
  );
  if (site === undefined) throw new Error(JSON.stringify(compiled.problems));
  return { ...compiled, site };
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
  return { source: await openSource(content), idOf: idsBy(new Map()) };
}
