import { mailDate } from "../../src/day.ts";
import { rssUrl } from "../../src/urls.ts";
import { type Html, html } from "../parts/html.ts";
import { addressOf, type Feed } from "./feed.ts";
import { contentText } from "./feed-content.ts";

/** A feed as RSS 2.0, for readers that know no other. */
export function rssView(feed: Feed): Html {
  const { origin, of, title, description, icon, updated, entries } = feed;
  return html`<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel>
    <title>${title}</title>
    <link>${origin + of}</link>
    <description>${description}</description>
    <language>vi</language>
    <lastBuildDate>${mailDate(updated)}</lastBuildDate>
    <atom:link rel="self" type="application/rss+xml" href="${origin + rssUrl(of)}"/>
    <image><url>${origin + icon}</url><title>${title}</title><link>${origin + of}</link></image>
    ${entries.map(
      (entry) => html`<item>
        <title>${entry.title}</title>
        <link>${addressOf(entry, origin)}</link>
        <guid isPermaLink="true">${addressOf(entry, origin)}</guid>
        <pubDate>${mailDate(entry.published)}</pubDate>
        ${entry.authors.map((name) => html`<dc:creator>${name}</dc:creator>`)}
        ${entry.tags.map((tag) => html`<category>${tag}</category>`)}
        <description>${entry.summary}</description>
        <content:encoded>${contentText(entry.content, origin)}</content:encoded>
        </item>
        `,
    )}</channel>
    </rss>
    `;
}
