import { feedUrl, jsonFeedUrl, rssUrl } from "../../src/urls.ts";
import { type Html, html } from "../parts/html.ts";

/** News that readers may follow with a feed reader. */
export type FeedLink = {
  readonly name: string;
  /** The page whose news the feed brings. */
  readonly of: string;
};

/** The formats of every feed. */
export const feedFormats = [
  { id: "atom", name: "Atom", type: "application/atom+xml", urlOf: feedUrl },
  { id: "rss", name: "RSS", type: "application/rss+xml", urlOf: rssUrl },
  { id: "json", name: "JSON", type: "application/feed+json", urlOf: jsonFeedUrl },
] as const;

/** Tells feed readers and browsers where the feed is. */
export function feedTags({ name, of }: FeedLink): Html {
  return html`${feedFormats.map(
    ({ type, urlOf }) =>
      html`<link rel="alternate" type="${type}" href="${urlOf(of)}" title="${name}">`,
  )}`;
}

/** Tells people where the feed is. */
export function followLine(feed: FeedLink): Html {
  return html`<p class="feed-line">Theo dõi: ${formatLinks(feed)}</p>`;
}

/**
 * Links to the formats of a feed, one after another; their names alone would say nothing to anyone
 * who hears the page.
 */
export function formatLinks({ name, of }: FeedLink): Html {
  return html`${feedFormats.map(
    (format, at) =>
      html`${at > 0 && ", "}<a href="${format.urlOf(of)}">${format.name}<span class="unseen"> của ${name}</span></a>`,
  )}`;
}
