import { LayoutFault } from "../../src/layout-fault.ts";
import type { OfficeCode, OfficeModule } from "../../src/office-code.ts";
import type { Site } from "../../src/site.ts";
import { onceFor } from "../../src/work/once.ts";
import { type MadePage, madePages } from "./own-pages.ts";
import { officeSite } from "./site-facts.ts";
import { type ArticleFoot, guarded, type HomeBlock, type OfficeViews, viewNames } from "./views.ts";

/** What the code of an office brings to a site. */
export type OfficeLayouts = {
  readonly pagesOf: (site: Site) => readonly MadePage[];
  readonly views: OfficeViews;
};

/** A site with no code of its own. */
export const noOfficeLayouts: OfficeLayouts = { pagesOf: () => [], views: {} };

/** Returns what the modules of an office bring to a site. Throws `LayoutFault`. */
export function officeLayouts(
  { folder }: OfficeCode,
  modules: readonly OfficeModule[],
): OfficeLayouts {
  const functions = modules.map(({ name, path, value }) => {
    if (typeof value !== "function") throw new LayoutFault("no-function", "", path);
    return { name, path, value: value as (facts: never) => unknown };
  });
  const viewOf = (wanted: keyof OfficeViews) => {
    const found = functions.find(({ name }) => name === wanted);
    return found && guarded(found.value, found.path, folder);
  };
  const articleFoot = viewOf("article-foot") as ArticleFoot | undefined;
  const homeBlock = viewOf("home-block") as HomeBlock | undefined;
  const kinds = functions.filter(({ name }) => !viewNames.has(name));
  return {
    views: {
      ...(articleFoot ? { "article-foot": articleFoot } : {}),
      ...(homeBlock ? { "home-block": homeBlock } : {}),
    },
    // Pages are asked for several times in one build.
    pagesOf: onceFor((site: Site) => {
      const facts = officeSite(site);
      return kinds.flatMap(({ value, path }) =>
        madePages(value as (site: typeof facts) => unknown, facts, path, folder),
      );
    }),
  };
}
