import {
  archiveUrl,
  awardsUrl,
  dataUrl,
  feedUrl,
  homeUrl,
  iconUrl,
  sitemapUrl,
  tagsUrl,
  unitsUrl,
} from "../src/urls.ts";
import { breadcrumb } from "./breadcrumb.ts";
import type { Chrome } from "./chrome.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/** What one page brings to the frame that all pages share. */
export type Frame = {
  readonly chrome: Chrome;
  readonly url: string;
  /** Differs from page to page, also between the pages of one list. */
  readonly title: string;
  readonly description: string;
  /** From the home page down to the page above this one; left out on the home page. */
  readonly way?: readonly Link[];
  /** Name of the page at the end of the breadcrumb, where the title is too long for it. */
  readonly here?: string;
  /** A feed of its own, besides the site's. */
  readonly feed?: Link;
  /** What stands above everything else: the masthead of the home page. */
  readonly masthead?: Html;
  readonly main: Html;
  readonly social?: Html;
  /** Keeps the page out of search engines. */
  readonly hidden?: boolean;
};

/** A whole HTML page. */
export function frame(f: Frame): Html {
  const { chrome } = f;
  const title = f.url === homeUrl ? f.title : `${f.title} – ${chrome.name}`;
  return html`<!doctype html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <meta name="description" content="${f.description}">
    ${f.hidden && html`<meta name="robots" content="noindex">`}
    <meta name="color-scheme" content="light dark">
    ${chrome.preload.map((font) => html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`)}
    <link rel="stylesheet" href="${chrome.stylesheet}">
    <link rel="icon" href="${iconUrl}" type="image/svg+xml">
    <link rel="canonical" href="${chrome.origin + f.url}">
    <link rel="alternate" type="application/atom+xml" href="${feedUrl(homeUrl)}" title="${chrome.name}">
    ${f.feed && html`<link rel="alternate" type="application/atom+xml" href="${f.feed.url}" title="${f.feed.name}">`}
    <meta property="og:site_name" content="${chrome.name}">
    <meta property="og:title" content="${f.title}">
    <meta property="og:url" content="${chrome.origin + f.url}">
    ${f.social ?? html`<meta property="og:type" content="website">`}
    </head>
    <body>
    <a class="skip" href="#noi-dung">Chuyển đến nội dung chính</a>
    <header class="top">
    <div class="wrap">
    ${f.masthead ?? html`<p class="site-name"><a href="${homeUrl}">${chrome.name}</a></p>`}
    ${sections(f)}
    </div>
    </header>
    ${f.way && html`<div class="wrap way">${breadcrumb(f.way, f.here ?? f.title)}</div>`}
    <main id="noi-dung" class="wrap">
    ${f.main}
    </main>
    ${footer(chrome)}
    </body>
    </html>
    `;
}

const parts: readonly Link[] = [
  { name: "Chủ đề", url: tagsUrl },
  { name: "Đơn vị", url: unitsUrl },
  { name: "Khen thưởng", url: awardsUrl },
  { name: "Lưu trữ", url: archiveUrl },
];

/** The part of the site that the page belongs to is marked, for the eye and for screen readers. */
function sections(f: Frame): Html {
  return html`<nav class="sections" aria-label="Chuyên mục"><ul>${parts.map(
    (part) =>
      html`<li><a href="${part.url}"${
        part.url === f.url
          ? html` aria-current="page"`
          : f.way?.some((step) => step.url === part.url) && html` aria-current="true"`
      }>${part.name}</a></li>`,
  )}</ul></nav>`;
}

function footer(chrome: Chrome): Html {
  const { contact } = chrome;
  return html`<footer class="foot">
    <div class="wrap">
    <div>
    <p class="foot-name">${chrome.name}</p>
    <p>${chrome.description}</p>
    </div>
    <div>
    <p>Cơ quan chủ quản: ${chrome.owner}</p>
    <p>Chịu trách nhiệm nội dung: ${chrome.responsible}</p>
    ${contact.address && html`<p>Địa chỉ: ${contact.address}</p>`}
    ${contact.phone && html`<p>Điện thoại: <a href="tel:${contact.phone.replaceAll(/[^\d+]/gu, "")}">${contact.phone}</a></p>`}
    ${contact.email && html`<p>Thư điện tử: <a href="mailto:${contact.email}">${contact.email}</a></p>`}
    </div>
    <ul class="foot-links">
    <li><a href="${archiveUrl}">Lưu trữ</a></li>
    <li><a href="${feedUrl(homeUrl)}">Nguồn tin Atom</a></li>
    <li><a href="${dataUrl}">Dữ liệu mở</a></li>
    <li><a href="${sitemapUrl}">Sơ đồ trang (XML)</a></li>
    </ul>
    </div>
    </footer>`;
}
