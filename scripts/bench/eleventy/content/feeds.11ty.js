import { escaped } from "../_includes/page.11ty.js";

const formats = ["feed.xml", "rss.xml", "feed.json"];

export const data = {
  pagination: {
    data: "collections.feeds",
    size: 1,
    alias: "feed",
    before: (feeds) => feeds.flatMap((feed) => formats.map((file) => ({ ...feed, file }))),
  },
  permalink: ({ feed }) => feed.url + feed.file,
  eleventyExcludeFromCollections: true,
};

export function render({ feed: { url, title, items, file } }) {
  const home = `https://mau.example${url}`;
  const entries = items.map((item) => ({
    id: `https://mau.example${item.url}`,
    title: item.data.title,
    day: item.data.day,
    html: item.content,
  }));
  if (file === "feed.json")
    return JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title,
      home_page_url: home,
      items: entries.map(({ id, title, html }) => ({ id, url: id, title, content_html: html })),
    });
  if (file === "rss.xml")
    return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>${home}</link>${entries
      .map(
        ({ id, title, html }) =>
          `<item><title>${escaped(title)}</title><guid>${id}</guid><description>${escaped(html)}</description></item>`,
      )
      .join("")}</channel></rss>`;
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${home}</id><title>${escaped(title)}</title>${entries
    .map(
      ({ id, title, day, html }) =>
        `<entry><id>${id}</id><title>${escaped(title)}</title><updated>${day}T00:00:00+07:00</updated><content type="html">${escaped(html)}</content></entry>`,
    )
    .join("")}</feed>`;
}
