import { type Page, page } from "../../src/page.ts";
import type { Portal, PortalArticle } from "../../src/portal/portal.ts";
import { homeUrl, pngIconUrl } from "../../src/urls.ts";
import { atomView } from "../feeds/atom.ts";
import type { Entry, Feed } from "../feeds/feed.ts";
import { feedFormats } from "../feeds/follow.ts";
import { jsonFeedView } from "../feeds/json-feed.ts";
import { rssView } from "../feeds/rss.ts";
import { siteName } from "./portal-chrome.ts";

const FEED_SIZE = 40;

const views = { atom: atomView, rss: rssView, json: jsonFeedView } as const;

/** The newest articles of all sites for feed readers; none as long as there is no article. */
export function feedPages(portal: Portal): Page[] {
  const { settings, articles } = portal;
  const { origin, name, description, owner } = settings;
  const newest = articles.slice(-FEED_SIZE).reverse();
  if (newest.length === 0) return [];
  return feedFormats.map(({ id, urlOf }) => {
    const url = urlOf(homeUrl);
    const feed: Feed = {
      origin,
      url,
      of: homeUrl,
      title: name,
      description,
      owner,
      icon: pngIconUrl(180),
      updated: newest[0]!.day,
      entries: newest.map((article) => entryOf(article, portal)),
    };
    return page("feed", url, feed, views[id]);
  });
}

function entryOf(article: PortalArticle, portal: Portal): Entry {
  const { url, title, summary, day, tags } = article;
  const site = siteName(portal, article.site);
  return {
    url,
    title,
    summary,
    published: day,
    updated: day,
    authors: [site],
    tags,
    content: { kind: "summary", url, text: summary, site },
  };
}
