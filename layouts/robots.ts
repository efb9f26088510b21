import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { robotsUrl, sitemapUrl, webEditorUrl } from "../src/urls.ts";

/** What machines may read: everything but the editor. The sitemap lists it. */
export function robotsPages(site: Pick<Site, "settings">): Page[] {
  const { origin, basePath, webEditor } = site.settings;
  const closed = webEditor ? [`${basePath}${webEditorUrl}`] : [];
  return [page("robots", robotsUrl, { sitemap: `${origin}${sitemapUrl}`, closed }, robotsView)];
}

type Props = { readonly sitemap: string; readonly closed: readonly string[] };

function robotsView({ sitemap, closed }: Props): string {
  const rules = ["Allow: /", ...closed.map((path) => `Disallow: ${path}`)];
  return `User-agent: *\n${rules.join("\n")}\n\nSitemap: ${sitemap}\n`;
}
