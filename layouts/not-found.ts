import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import {
  archiveUrl,
  homeUrl,
  lostSearchUrl,
  notFoundUrl,
  searchUrl,
  tagsUrl,
  unitsUrl,
  yearUrl,
} from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  /** Newest first. */
  readonly years: readonly Link[];
  readonly topics: readonly Link[];
};

/** How many years and topics are named; all others are a page away. */
const NAMED = 8;

/** What a reader sees at an address that leads nowhere: a search, and the lists of articles. */
export function notFoundPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const largest = site.tags.toSorted((a, b) => b.articles.length - a.articles.length);
  const named = new Set(largest.slice(0, NAMED));
  const props: Props = {
    chrome: shared.chrome,
    years: site.years
      .slice(-NAMED)
      .reverse()
      .map(({ year }) => ({ name: `Năm ${year}`, url: yearUrl(year) })),
    topics: site.tags.filter((tag) => named.has(tag)).map(({ name }) => shared.tagLink(name)),
  };
  return [page("notFound", notFoundUrl, props, notFoundView)];
}

function notFoundView({ chrome, years, topics }: Props): Html {
  return frame({
    chrome,
    url: notFoundUrl,
    title: "Không tìm thấy trang",
    description: "Địa chỉ này không dẫn tới trang nào.",
    way: [],
    hidden: true,
    main: html`<header class="page-head"><h1>Không tìm thấy trang</h1>
      <p class="intro">Địa chỉ này không dẫn tới trang nào. Có thể địa chỉ bị gõ thiếu hay chép thiếu một phần, hoặc bài đã được rút. Xin tìm bài theo từ, hoặc theo một trong các lối bên dưới.</p></header>
      <form class="search" action="${searchUrl}" role="search" aria-label="Tìm bài">
      <p class="search-words"><label for="tu-khoa">Từ cần tìm, có dấu hay không dấu đều được</label><input id="tu-khoa" type="search" name="q" enterkeyhint="search"><button>Tìm</button></p>
      </form>
      <p class="more"><a href="${lostSearchUrl}">Tìm theo các chữ trong địa chỉ vừa mở</a></p>
      <div class="halves">
      <section aria-labelledby="theo-ngay"><h2 class="to" id="theo-ngay"><a href="${archiveUrl}">Lưu trữ theo ngày tháng</a></h2>
      ${years.length > 0 && html`<p class="more">${years.map(({ name, url }) => html`<a href="${url}">${name}</a> `)}</p>`}
      <p class="more"><a href="${homeUrl}">Trang chủ</a> <a href="${unitsUrl}">Các đơn vị</a></p></section>
      <section aria-labelledby="theo-chu-de"><h2 class="to" id="theo-chu-de"><a href="${tagsUrl}">Chủ đề</a></h2>
      ${topics.length > 0 && html`<ul class="names">${topics.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul>`}</section>
      </div>`,
  });
}
