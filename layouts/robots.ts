import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { robotsUrl, sitemapUrl } from "../src/urls.ts";

/** Everything may be read by machines; here is the list of it. */
export function robotsPages(site: Site): Page[] {
  const sitemap = `${site.settings.origin}${sitemapUrl}`;
  return [page("robots", robotsUrl, { sitemap }, robotsView)];
}

function robotsView({ sitemap }: { readonly sitemap: string }): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
