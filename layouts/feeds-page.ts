import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { feedsUrl, feedUrl, opmlUrl } from "../src/urls.ts";
import { type FeedLink, formatLinks } from "./feeds/follow.ts";
import { feedLinks } from "./feeds.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  readonly whole: readonly FeedLink[];
  readonly tags: readonly FeedLink[];
  readonly units: readonly FeedLink[];
};

/** Every feed of the site, for people to choose from and as one file for a feed reader. */
export function feedsPages(site: Site): Page[] {
  const props: Props = { chrome: sharedOf(site).chrome, ...feedLinks(site) };
  return [page("feeds", feedsUrl, props, feedsView), page("opml", opmlUrl, props, opmlView)];
}

function feedsView({ chrome, whole, tags, units }: Props): Html {
  return frame({
    chrome,
    url: feedsUrl,
    title: "Theo dõi tin",
    description: `Các nguồn tin của ${chrome.name} để theo dõi bằng phần mềm đọc tin.`,
    way: [],
    main: html`<header class="page-head"><h1>Theo dõi tin</h1>
      <p class="intro">Phần mềm đọc tin tự hỏi trang này có bài mới không và hiện toàn văn, nên không phải nhớ ghé xem. Xin chép địa chỉ của một nguồn tin dưới đây vào phần mềm; Atom và RSS dùng được ở mọi phần mềm, JSON dành cho chương trình.</p>
      <p class="feed-line">Cả danh sách trong một tệp: <a href="${opmlUrl}">OPML</a></p></header>
      ${group("Cả trang", "ca-trang", whole)}
      ${group("Theo chủ đề", "theo-chu-de", tags)}
      ${group("Theo đơn vị", "theo-don-vi", units)}`,
  });
}

function group(title: string, id: string, feeds: readonly FeedLink[]): Html | false {
  return (
    feeds.length > 0 &&
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
      <ul class="feeds">${feeds.map((feed) => html`<li><a href="${feed.of}">${feed.name}</a> <span>${formatLinks(feed)}</span></li>`)}</ul>
    </section>`
  );
}

/** OPML 2.0, which every feed reader can take in. */
function opmlView({ chrome, whole, tags, units }: Props): Html {
  const outlines = (title: string, feeds: readonly FeedLink[]) =>
    feeds.length > 0 &&
    html`<outline text="${title}">
      ${feeds.map(
        ({
          name,
          of,
        }) => html`<outline type="rss" text="${name}" xmlUrl="${chrome.origin + feedUrl(of)}" htmlUrl="${chrome.origin + of}"/>
        `,
      )}</outline>
      `;
  return html`<?xml version="1.0" encoding="utf-8"?>
    <opml version="2.0">
    <head><title>${chrome.name}</title></head>
    <body>
    ${outlines("Cả trang", whole)}${outlines("Chủ đề", tags)}${outlines("Đơn vị", units)}</body>
    </opml>
    `;
}
