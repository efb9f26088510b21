import type { Page } from "../src/page.ts";
import type { Site } from "../src/site.ts";

/** The site's table of contents: every kind of page, in the order of importance to a reader. */
export function sitePages(site: Site): Page[] {
  return [].flatMap((kind: (site: Site) => Page[]) => kind(site));
}
