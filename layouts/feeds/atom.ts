import { dayStart } from "../../src/day.ts";
import { feedUrl } from "../../src/urls.ts";
import { type Html, html } from "../parts/html.ts";
import { addressOf, type Feed } from "./feed.ts";
import { contentText } from "./feed-content.ts";

/** A feed as Atom (RFC 4287). */
export function atomView(feed: Feed): Html {
  const { origin, of, title, description, owner, icon, updated, entries } = feed;
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
    <id>${origin + of}</id>
    <title>${title}</title>
    <subtitle>${description}</subtitle>
    <updated>${dayStart(updated)}</updated>
    <author><name>${owner}</name></author>
    <icon>${origin + icon}</icon>
    <link rel="self" type="application/atom+xml" href="${origin + feedUrl(of)}"/>
    <link rel="alternate" type="text/html" href="${origin + of}"/>
    ${entries.map(
      (entry) => html`<entry>
        <id>${addressOf(entry, origin)}</id>
        <title>${entry.title}</title>
        <published>${dayStart(entry.published)}</published>
        <updated>${dayStart(entry.updated)}</updated>
        <link rel="alternate" type="text/html" href="${addressOf(entry, origin)}"/>
        ${entry.files?.map(({ url, size }) => html`<link rel="enclosure" type="application/pdf" length="${size}" href="${origin + url}"/>`)}
        ${entry.authors.map((name) => html`<author><name>${name}</name></author>`)}
        ${entry.tags.map((tag) => html`<category term="${tag}"/>`)}
        <summary>${entry.summary}</summary>
        <content type="html">${contentText(entry.content, origin)}</content>
        </entry>
        `,
    )}</feed>
    `;
}
