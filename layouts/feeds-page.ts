import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { bulletinsUrl, calendarUrl, feedsUrl, feedUrl, homeUrl, opmlUrl } from "../src/urls.ts";
import type { FeedLink } from "./feeds/follow.ts";
import { feedLinks } from "./feeds.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  /** Whether there is a calendar of sessions. */
  readonly hasSessions: boolean;
  readonly whole: readonly FeedLink[];
  readonly tags: readonly FeedLink[];
  readonly units: readonly FeedLink[];
};

/** Every feed of the site, for people to choose from and as one file for a feed reader. */
export function feedsPages(site: Site): Page[] {
  const hasSessions = site.hasEntries.sessions;
  const props: Props = { chrome: sharedOf(site).chrome, hasSessions, ...feedLinks(site) };
  return [page("feeds", feedsUrl, props, feedsView), page("opml", opmlUrl, props, opmlView)];
}

function feedsView({ chrome, hasSessions, whole, tags, units }: Props): Html {
  const main = whole.find(({ of }) => of === homeUrl);
  return frame({
    chrome,
    url: feedsUrl,
    title: "Theo dõi tin",
    description: `Các nguồn tin của ${chrome.name} để theo dõi bằng phần mềm đọc tin.`,
    way: [],
    main: html`<header class="page-head"><h1>Theo dõi tin</h1>
      <p class="intro">Có bài mới thì máy tự báo, không phải nhớ mở trang. Không cần đăng ký, không cần cho biết số điện thoại hay thư điện tử; trang này không biết ai đang theo dõi.</p></header>
      <div class="prose">
      <h2 id="cach-lam">Làm thế nào</h2>
      <ol>
      <li>Cài một phần mềm đọc tin trên điện thoại hoặc máy tính. Kho ứng dụng có nhiều phần mềm miễn phí; xin tìm chữ “RSS”.</li>
      ${
        main &&
        html`<li><p>Chép địa chỉ của nguồn tin, có mọi bài của trang:</p>
      <p class="permalink"><span>${chrome.origin + feedUrl(main.of)}</span></p>
      <p>Muốn ít hơn, xin chọn một chủ đề hay đơn vị ở dưới: bấm giữ chữ “Nguồn tin” rồi chọn chép địa chỉ liên kết.</p></li>`
      }
      <li>Trong phần mềm, bấm nút thêm nguồn tin (thường là dấu +) rồi dán địa chỉ vào. Từ đó bài mới tự hiện ra, đọc được toàn văn.</li>
      </ol>
      <p>Phần mềm nhận cả danh sách thì đưa cho nó <a href="${opmlUrl}">tệp OPML</a> này. Các địa chỉ đều ghi theo lối Atom; phần mềm chỉ đọc được RSS hay JSON thì xin thay <code>feed.xml</code> ở cuối địa chỉ bằng <code>rss.xml</code> hay <code>feed.json</code>.</p>
      <h2 id="cach-khac">Không dùng phần mềm</h2>
      <ul>
      ${chrome.hasBulletins && html`<li>Mỗi tháng đọc một lần: <a href="${bulletinsUrl}">Bản tin tháng</a>, in ra giấy hoặc đọc trên máy đọc sách.</li>`}
      ${hasSessions && html`<li>Chỉ theo dõi hội nghị: đưa <a href="${calendarUrl}" type="text/calendar">lịch hội nghị</a> vào ứng dụng lịch của điện thoại.</li>`}
      <li>Đặt trang này ra màn hình điện thoại: mở <a href="${homeUrl}">trang chủ</a>, vào trình đơn của trình duyệt, chọn “Thêm vào màn hình chính”.</li>
      </ul>
      </div>
      ${group("Cả trang", "ca-trang", whole)}
      ${group("Theo chủ đề", "theo-chu-de", tags)}
      ${group("Theo đơn vị", "theo-don-vi", units)}`,
  });
}

function group(title: string, id: string, feeds: readonly FeedLink[]): Html | false {
  return (
    feeds.length > 0 &&
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
      <ul class="feeds">${feeds.map((feed) => html`<li><a href="${feed.of}">${feed.name}</a> <a href="${feedUrl(feed.of)}">Nguồn tin<span class="unseen"> của ${feed.name}</span></a></li>`)}</ul>
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
