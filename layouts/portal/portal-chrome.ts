import { keyed } from "../../src/cache/key.ts";
import type { Portal } from "../../src/portal/portal.ts";
import {
  accessibilityUrl,
  awardsUrl,
  dataUrl,
  feedUrl,
  figuresUrl,
  homeUrl,
  sitemapUrl,
  sourcesUrl,
  unitsUrl,
} from "../../src/urls.ts";
import { onceFor } from "../../src/work/once.ts";
import { siteCard } from "../cards/card.ts";
import type { Chrome, MenuLink } from "../parts/chrome.ts";
import { frameWords } from "../parts/frame-words.ts";

const sections: readonly MenuLink[] = [
  { name: "Khen thưởng", url: awardsUrl },
  { name: "Số liệu", url: figuresUrl },
  { name: "Đơn vị", url: unitsUrl },
  { name: "Nguồn", url: sourcesUrl },
];

/** What every page of a portal shows around its content. */
export const portalChrome = onceFor((portal: Portal): Chrome => {
  const { settings, logo, assets } = portal;
  const { name, description, origin, owner, responsible, contact, footer } = settings;
  const words = frameWords.vi;
  const hasFeed = portal.articles.length > 0;
  return keyed({
    name,
    description,
    origin,
    owner,
    responsible,
    contact,
    stylesheet: assets.stylesheet.url,
    printStyle: assets.printStyle.url,
    preload: assets.preload,
    ...(logo ? { logo: { url: logo.url, ratio: logo.ratio } } : {}),
    sections,
    footLines: footer?.lines ?? [],
    footLinks: (footer?.links ?? []).map((link) => ({
      name: link.name,
      url: link.written,
      isOwn: true,
    })),
    hasBulletins: false,
    hasFeed,
    card: siteCard(portal).url,
    portalLinks: [
      ...(hasFeed ? [{ name: words.feeds, url: feedUrl(homeUrl) }] : []),
      { name: words.data, url: dataUrl },
      { name: words.accessibility, url: accessibilityUrl },
      { name: words.sitemap, url: sitemapUrl },
    ],
  });
});

/** Returns what a site is called, by its id. */
export function siteName({ siteById }: Portal, id: string): string {
  return siteById.get(id)?.site.name ?? id;
}
