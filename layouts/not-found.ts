import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { archiveUrl, homeUrl, notFoundUrl, searchUrl, tagsUrl, unitsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

/** What a reader sees at an address that leads nowhere: five ways on. */
export function notFoundPages(site: Site): Page[] {
  return [page("notFound", notFoundUrl, { chrome: sharedOf(site).chrome }, notFoundView)];
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
      <p class="intro">Có thể địa chỉ bị gõ thiếu, hoặc bài đã được rút. Xin thử một trong các lối sau.</p></header>
      <ul class="ways">
      <li><a href="${searchUrl}"><b>Tìm kiếm</b> <span>Gõ từ cần tìm</span></a></li>
      <li><a href="${homeUrl}"><b>Trang chủ</b> <span>Tin mới nhất</span></a></li>
      <li><a href="${archiveUrl}"><b>Lưu trữ</b> <span>Tìm theo năm, tháng, ngày</span></a></li>
      <li><a href="${tagsUrl}"><b>Chủ đề</b> <span>Tìm theo nội dung</span></a></li>
      <li><a href="${unitsUrl}"><b>Đơn vị</b> <span>Tìm theo tổ chức đảng</span></a></li>
      </ul>`,
  });
}
