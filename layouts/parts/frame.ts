import { type Day, dayStart } from "../../src/day.ts";
import { cardSize } from "../../src/pictures/card.ts";
import {
  accessibilityUrl,
  archiveUrl,
  bulletinsUrl,
  cardsUrl,
  correctionsUrl,
  dataUrl,
  englishUrl,
  feedsUrl,
  homeUrl,
  iconUrl,
  manifestUrl,
  searchUrl,
  sitemapUrl,
} from "../../src/urls.ts";
import { touchIcon } from "../cards/icons.ts";
import { type FeedLink, feedTags } from "../feeds/follow.ts";
import { breadcrumb } from "./breadcrumb.ts";
import type { Chrome } from "./chrome.ts";
import { mailLink, phoneLink } from "./contact.ts";
import { type Html, html, trustedHtml } from "./html.ts";
import { breadcrumbNode, jsonLd, siteNodes } from "./json-ld.ts";
import { contentPolicy } from "./policy.ts";
import type { Link } from "./shared.ts";

/** What one page brings to the frame that all pages share. */
export type Frame = {
  readonly chrome: Chrome;
  readonly url: string;
  /** The language of the main part, where it is not Vietnamese. */
  readonly lang?: "en";
  /** Differs from page to page, also between the pages of one list. */
  readonly title: string;
  readonly description: string;
  /** From the home page down to the page above this one; left out on the home page. */
  readonly way?: readonly Link[];
  /** Name of the page at the end of the breadcrumb, where the title is too long for it. */
  readonly here?: string;
  /** A feed of its own, besides the site's. */
  readonly feed?: FeedLink;
  /** What is above everything else: the masthead of the home page. */
  readonly masthead?: Html;
  readonly main: Html;
  /** What social networks show, where the page has more than its title and description. */
  readonly social?: Social;
  /** What the page says to machines besides its place in the site. */
  readonly nodes?: readonly Readonly<Record<string, unknown>>[];
  /** Address of a script. Only the search page has one. */
  readonly script?: string;
  /** Address of a stylesheet that only pages of this kind need. */
  readonly stylesheet?: string;
  /** What paper shows at the head of each page. */
  readonly runningHead?: string;
  /** Keeps the page out of search engines. */
  readonly hidden?: boolean;
};

export type Social = {
  /** Address of the picture. */
  readonly card?: string;
  readonly published?: Day;
  readonly updated?: Day;
  readonly tags?: readonly string[];
};

/** A whole HTML page. */
export function frame(f: Frame): Html {
  const { chrome } = f;
  // What is the same on all pages is in Vietnamese, and says so where the page is not.
  const inVietnamese = f.lang && html` lang="vi"`;
  const title = f.url === homeUrl ? f.title : `${f.title} – ${chrome.name}`;
  return html`<!doctype html>
    <html lang="${f.lang ?? "vi"}"${f.runningHead !== undefined && html` data-head="${f.runningHead}"`}>
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${trustedHtml(contentPolicy(f.script !== undefined))}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <meta name="description" content="${f.description}">
    ${f.hidden && html`<meta name="robots" content="noindex">`}
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#fbf8f2" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#171513" media="(prefers-color-scheme: dark)">
    ${chrome.preload.map((font) => html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`)}
    <link rel="stylesheet" href="${chrome.stylesheet}">${f.stylesheet && html`<link rel="stylesheet" href="${f.stylesheet}">`}
    ${f.script && html`<script type="module" src="${f.script}"></script>`}
    <link rel="icon" href="${iconUrl}" type="image/svg+xml">
    <link rel="apple-touch-icon" href="${touchIcon.url}">
    <link rel="manifest" href="${manifestUrl}">
    <link rel="canonical" href="${chrome.origin + f.url}">
    ${chrome.hasFeed && feedTags({ name: chrome.name, of: homeUrl })}
    ${f.feed && feedTags(f.feed)}
    ${socialTags(f)}
    ${jsonLd(nodesOf(f))}
    </head>
    <body>
    <a class="skip" href="#noi-dung">${f.lang === "en" ? "Skip to the main content" : "Chuyển đến nội dung chính"}</a>
    <header class="top"${inVietnamese}>
    <div class="wrap">
    ${f.masthead ? html`${f.masthead}${sections(f)}${searchField}` : html`<p class="site-name"><a href="${homeUrl}">${chrome.name}</a></p>${f.url !== searchUrl && searchField}${sections(f)}`}
    ${reading}
    </div>
    </header>
    ${f.way && html`<div class="wrap way"${inVietnamese}>${breadcrumb(f.way, f.here ?? f.title)}</div>`}
    <main id="noi-dung" class="wrap">
    ${f.main}
    </main>
    ${footer(chrome, inVietnamese)}
    </body>
    </html>
    `;
}

/** OpenGraph, which Zalo and Facebook read; Twitter takes the rest from there. */
function socialTags({ chrome, url, lang, title, description, social = {} }: Frame): Html {
  const { card = chrome.card, published, updated, tags = [] } = social;
  return html`<meta property="og:site_name" content="${chrome.name}">
    <meta property="og:locale" content="${lang === "en" ? "en_GB" : "vi_VN"}">
    <meta property="og:type" content="${published ? "article" : "website"}">
    <meta property="og:title" content="${title}">
    <meta property="og:description" content="${description}">
    <meta property="og:url" content="${chrome.origin + url}">
    <meta property="og:image" content="${chrome.origin + card}">
    ${card.startsWith(cardsUrl) && html`<meta property="og:image:width" content="${cardSize.width}"><meta property="og:image:height" content="${cardSize.height}">`}
    <meta property="og:image:alt" content="${title}">
    ${published && html`<meta property="article:published_time" content="${dayStart(published)}">`}
    ${updated && updated !== published && html`<meta property="article:modified_time" content="${dayStart(updated)}">`}
    ${tags.map((tag) => html`<meta property="article:tag" content="${tag}">`)}
    <meta name="twitter:card" content="summary_large_image">`;
}

function nodesOf({ chrome, url, title, way, here, nodes = [] }: Frame) {
  if (way === undefined) return [...siteNodes(chrome), ...nodes];
  return [...nodes, breadcrumbNode(chrome, way, { name: here ?? title, url })];
}

/** Leads to the search page, which does the work; so it needs no script here. */
const searchField = html`<form class="find" action="${searchUrl}" role="search" aria-label="Tìm trong trang">
  <label for="tim" class="unseen">Từ cần tìm</label><input id="tim" type="search" name="q" placeholder="Tìm bài" enterkeyhint="search"><button>Tìm</button>
  </form>`;

/**
 * Lets a reader have larger letters and more contrast on this page. The stylesheet looks at what is
 * chosen, so no script is needed; browsers without `:has()` do not show it.
 */
const reading = html`<details class="reading"><summary>Cỡ chữ, tương phản</summary>
  <form>
  <fieldset><legend>Cỡ chữ</legend>
  <label><input type="radio" name="co-chu" checked> Thường</label>
  <label><input type="radio" name="co-chu" id="chu-lon"> Lớn</label>
  <label><input type="radio" name="co-chu" id="chu-rat-lon"> Rất lớn</label>
  </fieldset>
  <label><input type="checkbox" id="tuong-phan"> Tương phản cao</label>
  <p><a href="${accessibilityUrl}#co-chu">Giữ cỡ chữ lớn cho mọi trang</a></p>
  </form></details>`;

/**
 * Links to the main parts of the site. The one that the page belongs to is marked, for the eye and
 * for screen readers.
 */
function sections(f: Frame): Html {
  return html`<nav class="sections" aria-label="Chuyên mục"><ul>${f.chrome.sections.map(
    (part) =>
      html`<li><a href="${part.url}"${
        part.url === f.url
          ? html` aria-current="page"`
          : f.way?.some((step) => step.url === part.url) && html` aria-current="true"`
      }>${part.name}</a></li>`,
  )}</ul></nav>`;
}

function footer(chrome: Chrome, inVietnamese: Html | undefined): Html {
  const { contact } = chrome;
  return html`<footer class="foot"${inVietnamese}>
    <div class="wrap">
    <div>
    <p class="foot-name">${chrome.name}</p>
    <p>${chrome.description}</p>
    </div>
    <div>
    <p>Cơ quan chủ quản: ${chrome.owner}</p>
    <p>Chịu trách nhiệm nội dung: ${chrome.responsible}</p>
    ${contact.address && html`<p>Địa chỉ: ${contact.address}</p>`}
    ${contact.phone && html`<p>Điện thoại: ${phoneLink(contact)}</p>`}
    ${contact.email && html`<p>Thư điện tử: ${mailLink(contact)}</p>`}
    </div>
    <ul class="foot-links">
    <li><a href="${archiveUrl}">Lưu trữ</a></li>
    ${chrome.hasBulletins && html`<li><a href="${bulletinsUrl}">Bản tin tháng</a></li>`}
    <li><a href="${feedsUrl}">Theo dõi tin</a></li>
    <li><a href="${correctionsUrl}">Đính chính</a></li>
    <li><a href="${dataUrl}">Dữ liệu mở</a></li>
    <li><a href="${accessibilityUrl}">Khả năng truy cập</a></li>
    <li><a href="${englishUrl}" lang="en" hreflang="en">English</a></li>
    <li><a href="${sitemapUrl}">Sơ đồ trang (XML)</a></li>
    </ul>
    </div>
    </footer>`;
}
