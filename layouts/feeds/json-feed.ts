import { dayStart } from "../../src/day.ts";
import { jsonFeedUrl } from "../../src/urls.ts";
import { addressOf, type Feed } from "./feed.ts";
import { contentText } from "./feed-content.ts";

/** A feed as JSON Feed 1.1, for programs. */
export function jsonFeedView(feed: Feed): string {
  const { origin, of, title, description, owner, icon, entries } = feed;
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: origin + of,
    feed_url: origin + jsonFeedUrl(of),
    icon: origin + icon,
    language: "vi",
    authors: [{ name: owner }],
    items: entries.map((entry) => ({
      id: addressOf(entry, origin),
      url: addressOf(entry, origin),
      title: entry.title,
      summary: entry.summary,
      content_html: contentText(entry.content, origin),
      ...(entry.picture === undefined ? {} : { image: origin + entry.picture }),
      date_published: dayStart(entry.published),
      date_modified: dayStart(entry.updated),
      authors: entry.authors.map((name) => ({ name })),
      tags: entry.tags,
      ...(entry.files === undefined
        ? {}
        : {
            attachments: entry.files.map(({ url, size }) => ({
              url: origin + url,
              mime_type: "application/pdf",
              size_in_bytes: size,
            })),
          }),
    })),
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}
