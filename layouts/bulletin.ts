import { lastDayOf } from "../src/bulletin.ts";
import { addDays, monthNumber } from "../src/day.ts";
import { latePage, type Page, type PageGroup } from "../src/page.ts";
import type { Bulletin } from "../src/registers/bulletins.ts";
import type { Site } from "../src/site.ts";
import { bulletinBookUrl, bulletinsUrl, bulletinUrl, monthUrl } from "../src/urls.ts";
import {
  type Booklet,
  bookletFrom,
  bookletOf,
  bulletinFrom,
  type Chapter,
} from "./booklet/booklet.ts";
import { byline, chapterCorrections, mentions } from "./booklet/booklet-parts.ts";
import { textAmongOthers } from "./booklet/chapter-text.ts";
import { type LedgerRow, ledger } from "./ledger/ledger.ts";
import { documentRows } from "./parts/article-view.ts";
import type { Chrome } from "./parts/chrome.ts";
import { figureRows } from "./parts/figure-table.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { issueNode } from "./parts/json-ld.ts";
import { figure, pictureTag } from "./parts/picture.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = Booklet & { readonly chrome: Chrome; readonly stylesheet: string };

/**
 * The bulletins of all months that are over, each a page that prints as a booklet. None leads to
 * the next one: what is closed never changes when later months come.
 */
export function bulletinPages(site: Site): PageGroup[] {
  return site.bulletins.map((bulletin) => ({
    name: bulletin.month,
    texts: bulletin.articles,
    sources: () => bulletinFrom(bulletin, site),
    urls: () => [bulletinUrl(bulletin.month)],
    pages: () => [pageOf(bulletin, site)],
  }));
}

function pageOf(bulletin: Bulletin, site: Site): Page {
  const shared = sharedOf(site);
  const { chrome } = shared;
  const stylesheet = site.assets.bookletStyle.url;
  return latePage(
    "bulletin",
    bulletinUrl(bulletin.month),
    () => [chrome, stylesheet, bookletFrom(bulletin, site, shared)],
    (): Props => ({ ...bookletOf(bulletin, site, shared), chrome, stylesheet }),
    bulletinView,
  );
}

function bulletinView(props: Props): Html {
  const { chrome, name, title, month, foreword, chapters, others } = props;
  const { awards, figures, documents } = props;
  const url = bulletinUrl(month);
  const heading = title === undefined ? name : `${name}: ${title}`;
  const day = addDays(lastDayOf(month), 1);
  const ownAnchors = new Map(chapters.map(({ url, anchor }) => [url, `#${anchor}`]));
  return frame({
    ...props,
    url,
    title: heading,
    here: `Tháng ${monthNumber(month)}/${month.slice(0, 4)}`,
    way: [{ name: "Bản tin tháng", url: bulletinsUrl }],
    description: `${name} của ${chrome.name}: các bài trong tháng theo thứ tự đọc, khen thưởng, số liệu và văn bản được nhắc đến.`,
    runningHead: `${chrome.name} · ${name}`,
    nodes: [issueNode({ chrome, url, name: heading, month, day, articles: chapters })],
    main: html`<div class="booklet">
      <header class="page-head booklet-cover">
      <p class="booklet-site">${chrome.name}</p>
      <h1>Bản tin <span>${name.slice("Bản tin ".length)}</span></h1>
      ${title !== undefined && html`<p class="booklet-title">${title}</p>`}
      <p class="booklet-owner">Cơ quan chủ quản: ${chrome.owner}<br>Chịu trách nhiệm nội dung: ${chrome.responsible}</p>
      <p class="booklet-owner address">${chrome.origin + url}</p>
      <p class="booklet-files"><a href="${bulletinBookUrl(month)}" type="application/epub+zip">Tải sách điện tử (EPUB)</a> <span>Để in thành tập khổ A4, xin dùng lệnh in của trình duyệt.</span> <a href="${monthUrl(month)}">Mọi tin trong tháng</a></p>
      </header>
      <div class="booklet-body">
      ${contents(props)}
      <div class="booklet-text">
      ${
        foreword.length > 0 &&
        html`<section class="part foreword" aria-labelledby="mo-dau"><h2 id="mo-dau">Lời mở đầu</h2>
        <div class="prose">${textAmongOthers(foreword, "mo-dau", () => html``)}</div></section>`
      }
      ${chapters.map((one) => chapter(one, chrome.origin))}
      ${
        awards.length > 0 &&
        html`<section class="part" aria-labelledby="khen-thuong"><h2 id="khen-thuong">Khen thưởng trong tháng</h2>
        ${ledger(awards.map((row) => withOwnAnchors(row, ownAnchors)))}</section>`
      }
      ${
        figures.length > 0 &&
        html`<section class="part" aria-labelledby="so-lieu"><h2 id="so-lieu">Số liệu trong tháng</h2>
        ${figures.map(
          ({ from, figures }) =>
            html`<div class="booklet-figures"><h3><a href="${ownAnchors.get(from.url) ?? from.url}">${from.title}</a></h3>${figureRows(figures)}</div>`,
        )}</section>`
      }
      ${
        documents.length > 0 &&
        html`<section class="part" aria-labelledby="van-ban"><h2 id="van-ban">Văn bản được nhắc đến</h2>${documentRows(documents)}</section>`
      }
      ${
        others.length > 0 &&
        html`<section class="part" aria-labelledby="tin-khac"><h2 id="tin-khac">Các tin khác trong tháng</h2>${mentions(others, chrome.origin)}</section>`
      }
      </div></div></div>`,
  });
}

function contents({ foreword, chapters, awards, figures, documents, others }: Props): Html {
  const after = [
    awards.length > 0 && { anchor: "khen-thuong", title: "Khen thưởng trong tháng" },
    figures.length > 0 && { anchor: "so-lieu", title: "Số liệu trong tháng" },
    documents.length > 0 && { anchor: "van-ban", title: "Văn bản được nhắc đến" },
    others.length > 0 && { anchor: "tin-khac", title: "Các tin khác trong tháng" },
  ];
  return html`<nav class="part booklet-contents" aria-labelledby="muc-luc"><h2 id="muc-luc">Mục lục</h2>
    <ol>${foreword.length > 0 && html`<li><a href="#mo-dau">Lời mở đầu</a></li>`}${chapters.map(
      ({ anchor, title, unit }) =>
        html`<li><a href="#${anchor}">${title}</a> <span>${unit}</span></li>`,
    )}${after.map((one) => one && html`<li><a href="#${one.anchor}">${one.title}</a></li>`)}</ol></nav>`;
}

function chapter(one: Chapter, origin: string): Html {
  const { anchor, title, lead, url, cover, body } = one;
  return html`<article class="booklet-chapter" aria-labelledby="${anchor}">
    <header><h2 id="${anchor}">${title}</h2>
    ${lead !== undefined && html`<p class="lead">${lead}</p>`}
    ${byline(one)}</header>
    ${cover && figure(cover, "text", "now")}
    <div class="prose">${textAmongOthers(body, anchor, (shot, isFigure) =>
      isFigure ? figure(shot, "text", "now") : pictureTag(shot, "text", "now"),
    )}</div>
    ${chapterCorrections(one)}
    <p class="booklet-more"><a href="${url}">Bài trên trang tin</a> <span class="address">${origin + url}</span></p>
    </article>`;
}

/** Lets a line of awards lead to the chapters of the booklet itself, where it has them. */
function withOwnAnchors(row: LedgerRow, anchors: ReadonlyMap<string, string>): LedgerRow {
  const own = <Told extends { readonly url: string }>(told: Told): Told => ({
    ...told,
    url: anchors.get(told.url) ?? told.url,
  });
  const { told, earlier } = row;
  return {
    ...row,
    ...(told ? { told: own(told) } : {}),
    ...(earlier ? { earlier: earlier.map(own) } : {}),
  };
}
