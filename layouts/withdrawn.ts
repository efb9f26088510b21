import { type Day, shortDay } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { correctionsUrl, homeUrl, searchUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import { replacementOf, type WithdrawalProps } from "./parts/withdrawal.ts";

type Props = WithdrawalProps & {
  readonly chrome: Chrome;
  readonly url: string;
  readonly published: Day;
  readonly here: Link;
};

/**
 * The notices at the addresses of articles that were taken back: an address that somebody kept says
 * why, and where to read on. Not even the title is left, because it may be what was wrong.
 */
export function* withdrawnPages(site: Site): Generator<Page> {
  const { chrome } = sharedOf(site);
  for (const { url, published, withdrawal } of site.withdrawn.values()) {
    const name = `Bài ngày ${shortDay(published)} đã được rút`;
    const props: Props = {
      chrome,
      url,
      published,
      here: { name, url },
      withdrawal,
      ...replacementOf(withdrawal, site),
    };
    yield page("withdrawn", url, props, withdrawnView);
  }
}

function withdrawnView(props: Props): Html {
  const { chrome, url, published, here, withdrawal, replacement } = props;
  return frame({
    chrome,
    url,
    title: here.name,
    description: "Bài ở địa chỉ này đã được rút.",
    way: [],
    hidden: true,
    main: html`<header class="page-head" id="rut-bai"><h1>Bài này đã được rút</h1>
      <p class="intro">Bài đăng ngày ${shortDay(published)} ở địa chỉ này đã được rút ngày <time datetime="${withdrawal.date}">${shortDay(withdrawal.date)}</time>.</p></header>
      <p>Lý do: ${withdrawal.reason}</p>
      ${
        replacement &&
        html`<section class="part" aria-labelledby="bai-thay-the"><h2 id="bai-thay-the">Mời đọc bài thay thế</h2>
        <p class="lead"><a href="${replacement.url}">${replacement.name}</a></p></section>`
      }
      <section class="part" aria-labelledby="doc-tiep"><h2 id="doc-tiep">Đọc tiếp</h2>
      <ul class="ways">
      <li><a href="${correctionsUrl}"><b>Đính chính</b> <span>Những bài đã sửa hoặc rút</span></a></li>
      <li><a href="${searchUrl}"><b>Tìm kiếm</b> <span>Gõ từ cần tìm</span></a></li>
      <li><a href="${homeUrl}"><b>Trang chủ</b> <span>Tin mới nhất</span></a></li>
      </ul></section>`,
  });
}
