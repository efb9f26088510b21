import { type Page, page, pagesIn } from "../../src/page.ts";
import type { Card } from "../../src/pictures/card.ts";
import type { Portal } from "../../src/portal/portal.ts";
import { portalDatasets, portalTables } from "../../src/portal/portal-data.ts";
import { notFoundUrl, sitemapUrl } from "../../src/urls.ts";
import { accessibilityPage } from "../accessibility.ts";
import { siteCard } from "../cards/card.ts";
import { iconsOf } from "../cards/icons.ts";
import { pagesOfData } from "../data.ts";
import { sharedFilePages } from "../files.ts";
import { hostingPages } from "../hosting.ts";
import { manifestPages } from "../manifest.ts";
import type { Chrome } from "../parts/chrome.ts";
import { linkList } from "../parts/facts.ts";
import { frame } from "../parts/frame.ts";
import { type Html, html } from "../parts/html.ts";
import { robotsPages } from "../robots.ts";
import { sitemapView } from "../sitemaps.ts";
import { awardPages } from "./awards.ts";
import { feedPages } from "./feeds.ts";
import { figurePages } from "./figures.ts";
import { homePages } from "./home.ts";
import { portalChrome } from "./portal-chrome.ts";
import { sourcePages } from "./sources.ts";
import { unitPages } from "./units.ts";

/** Functions that make the pages of each kind. */
const pageKinds: readonly ((portal: Portal) => Iterable<Page>)[] = [
  homePages,
  awardPages,
  figurePages,
  unitPages,
  sourcePages,
  dataPages,
  (portal) => [accessibilityPage(portalChrome(portal))],
  notFoundPages,
  feedPages,
  robotsPages,
  (portal) => hostingPages({ settings: portal.settings, moved: [] }),
  manifestPages,
  sharedFilePages,
];

/** Yields every page of a portal, in the order of importance to a reader. */
export function* portalPages(portal: Portal): Generator<Page> {
  const lists: string[] = [];
  for (const kind of pageKinds) {
    for (const one of kind(portal)) {
      if (one.url.endsWith("/")) lists.push(one.url);
      yield one;
    }
  }
  const entries = lists.map((url) => ({ url }));
  yield page("sitemap", sitemapUrl, { origin: portal.settings.origin, entries }, sitemapView);
}

/** The pictures that are drawn for a portal: its card, and icons. */
export function portalCards(portal: Portal): Card[] {
  const { logo, settings } = portal;
  const ofLogo = logo && "card" in logo.file ? [logo.file.card] : [];
  return [siteCard(portal), ...iconsOf(settings.accent), ...ofLogo];
}

function dataPages(portal: Portal): Iterable<Page> {
  const { settings } = portal;
  return pagesIn(
    pagesOfData({
      settings,
      chrome: portalChrome(portal),
      datasets: portalDatasets,
      tables: portalTables(portal),
    }),
  );
}

/** What a reader sees at an address that leads nowhere: the ways to everything else. */
function notFoundPages(portal: Portal): Page[] {
  return [page("notFound", notFoundUrl, { chrome: portalChrome(portal) }, notFoundView)];
}

function notFoundView({ chrome }: { readonly chrome: Chrome }): Html {
  return frame({
    chrome,
    url: notFoundUrl,
    title: "Không tìm thấy trang",
    description: "Địa chỉ này không dẫn tới trang nào.",
    way: [],
    hidden: true,
    main: html`<header class="page-head"><h1>Không tìm thấy trang</h1>
      <p class="intro">Địa chỉ này không dẫn tới trang nào. Có thể địa chỉ bị gõ thiếu hay chép thiếu một phần. Bài viết nằm ở trang của từng đơn vị; xin theo một trong các lối dưới đây.</p></header>
      ${linkList([{ name: "Trang chủ", url: "/" }, ...chrome.sections])}`,
  });
}
