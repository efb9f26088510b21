import { type Day, dayStart } from "../../src/day.ts";
import { cardSize } from "../../src/pictures/card.ts";
import type { Settings } from "../../src/settings.ts";
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
  notFoundUrl,
  searchUrl,
  sitemapUrl,
} from "../../src/urls.ts";
import { touchIconUrl } from "../cards/icons.ts";
import { type FeedLink, feedTags } from "../feeds/follow.ts";
import { breadcrumb } from "./breadcrumb.ts";
import type { Chrome, MenuLink } from "./chrome.ts";
import { mailLink, phoneLink } from "./contact.ts";
import { englishSections, frameWords } from "./frame-words.ts";
import { type Html, html, trustedHtml } from "./html.ts";
import { breadcrumbNode, jsonLd, siteNodes } from "./json-ld.ts";
import { contentPolicy } from "./policy.ts";
import type { Link } from "./shared.ts";

type FrameWords = (typeof frameWords)["vi" | "en"];

/** What one page brings to the frame that all pages share. */
export type Frame = {
  readonly chrome: Chrome;
  readonly url: string;
  /** What the site is called in English, on its one page in that language. */
  readonly english?: NonNullable<Settings["english"]>;
  /** Differs from page to page, also between the pages of one list. */
  readonly title: string;
  readonly description: string;
  /** From the home page down to the page above this one; left out on the home page. */
  readonly way?: readonly Link[];
  /** What machines hear at the end of the breadcrumb, where the title is too long for it. */
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
  const lang = langOf(f);
  const words = frameWords[lang];
  const name = f.english?.name ?? chrome.name;
  const title = f.url === homeUrl ? f.title : `${f.title} – ${name}`;
  return html`<!doctype html>
    <html lang="${lang}"${f.runningHead !== undefined && html` data-head="${f.runningHead}"`}>
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
    <link rel="stylesheet" href="${chrome.stylesheet}"><link rel="stylesheet" href="${chrome.printStyle}" media="print">${f.stylesheet && html`<link rel="stylesheet" href="${f.stylesheet}">`}
    ${f.script && html`<script type="module" src="${f.script}" fetchpriority="high"></script>`}
    <link rel="icon" href="${iconUrl}" type="image/svg+xml">
    <link rel="apple-touch-icon" href="${touchIconUrl}">
    <link rel="manifest" href="${manifestUrl}">
    <link rel="canonical" href="${chrome.origin + f.url}">
    ${chrome.hasFeed && feedTags({ name: chrome.name, of: homeUrl })}
    ${f.feed && feedTags(f.feed)}
    ${socialTags(f)}
    ${jsonLd(nodesOf(f))}
    </head>
    <body>
    <a class="skip" href="#noi-dung">${words.skip}</a>
    <header class="top">
    <div class="wrap">
    ${f.masthead ? html`${f.masthead}${sections(f)}${!chrome.portalLinks && searchField[lang]}` : html`<p class="site-name"><a href="${homeUrl}">${nameAndLogo(f)}</a></p>${!hasOwnSearch(f) && searchField[lang]}${sections(f)}`}
    ${reading[lang]}
    </div>
    </header>
    ${f.way && html`<div class="wrap way">${breadcrumb(f.way, lang)}</div>`}
    <main id="noi-dung" class="wrap">
    ${f.main}
    </main>
    ${footer(f)}
    </body>
    </html>
    `;
}

/** The logo of the office, which says nothing but the name that is beside it. */
export function logoOf({ logo }: Chrome): Html | false {
  if (logo === undefined) return false;
  const height = 64;
  return html`<img class="logo" src="${logo.url}" alt="" width="${Math.round(height * logo.ratio)}" height="${height}">`;
}

function nameAndLogo(f: Frame): Html | string | undefined {
  const name = inEnglish(f, "name");
  return f.chrome.logo ? html`${logoOf(f.chrome)}<span>${name}</span>` : name;
}

/** Returns whether a page asks for words in its main part, or there is nothing to ask. */
function hasOwnSearch({ url, chrome }: Frame): boolean {
  return url === searchUrl || url === notFoundUrl || chrome.portalLinks !== undefined;
}

function langOf({ english }: Frame): "vi" | "en" {
  return english === undefined ? "vi" : "en";
}

/**
 * Returns what the site says of itself, in English on the page in that language; as long as nobody
 * has written it there, in Vietnamese and marked as such.
 */
export function inEnglish(
  { chrome, english }: Pick<Frame, "chrome" | "english">,
  what: "name" | "description" | "owner" | "responsible" | "address",
): Html | string | undefined {
  const own = what === "address" ? chrome.contact.address : chrome[what];
  if (own === undefined || english === undefined) return own;
  return english[what] ?? html`<span lang="vi">${own}</span>`;
}

/** OpenGraph, which Zalo and Facebook read; Twitter takes the rest from there. */
function socialTags(f: Frame): Html {
  const { chrome, url, title, description, social = {} } = f;
  const { card = chrome.card, published, updated, tags = [] } = social;
  return html`<meta property="og:site_name" content="${chrome.name}">
    <meta property="og:locale" content="${langOf(f) === "en" ? "en_GB" : "vi_VN"}">
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

function nodesOf(f: Frame) {
  const { chrome, url, title, way, here, nodes = [] } = f;
  if (way === undefined) return [...siteNodes(chrome), ...nodes];
  return [
    ...nodes,
    breadcrumbNode(chrome, frameWords[langOf(f)].home, way, { name: here ?? title, url }),
  ];
}

/** Leads to the search page, which does the work; so it needs no script here. */
const searchField = eachLanguage(
  (
    words,
  ) => html`<form class="find" action="${searchUrl}" role="search" aria-label="${words.search}">
  <label for="tim" class="unseen">${words.searchFor}</label><input id="tim" type="search" name="q" placeholder="${words.searchHint}" enterkeyhint="search"><button>${words.searchButton}</button>
  </form>`,
);

/**
 * Lets a reader have larger letters and more contrast on this page. The stylesheet looks at what is
 * chosen, so no script is needed; browsers without `:has()` do not show it.
 */
const reading = eachLanguage(
  (
    words,
  ) => html`<details class="reading"><summary><span class="unseen">${words.reading}</span></summary>
  <form>
  <fieldset><legend>${words.size}</legend>
  <label><input type="radio" name="co-chu" checked> ${words.sizes[0]}</label>
  <label><input type="radio" name="co-chu" id="chu-lon"> ${words.sizes[1]}</label>
  <label><input type="radio" name="co-chu" id="chu-rat-lon"> ${words.sizes[2]}</label>
  </fieldset>
  <label><input type="checkbox" id="tuong-phan"> ${words.contrast}</label>
  <p><a href="${accessibilityUrl}#co-chu">${words.keepSize}</a></p>
  </form></details>`,
);

/** Draws what all pages of a language have in common, once. */
function eachLanguage(draw: (words: FrameWords) => Html): Readonly<Record<"vi" | "en", Html>> {
  return { vi: draw(frameWords.vi), en: draw(frameWords.en) };
}

/**
 * Links to the main parts of the site. The one that the page belongs to is marked, for the eye and
 * for screen readers.
 */
function sections(f: Frame): Html | false {
  return (
    f.chrome.sections.length > 0 &&
    html`<nav class="sections" aria-label="${frameWords[langOf(f)].sections}"><ul>${f.chrome.sections.map(
      (part) =>
        html`<li><a href="${part.url}"${f.english && html` hreflang="vi"`}${
          part.url === f.url
            ? html` aria-current="page"`
            : f.way?.some((step) => step.url === part.url) && html` aria-current="true"`
        }>${linkName(f, part)}</a></li>`,
    )}</ul></nav>`
  );
}

/** The name of a part of the site; on the English page in English, or marked as Vietnamese. */
function linkName({ english }: Frame, { name, url, isOwn }: MenuLink): Html | string {
  if (english === undefined) return name;
  const known = isOwn ? undefined : englishSections[url];
  return known ?? html`<span lang="vi">${name}</span>`;
}

function footer(f: Frame): Html {
  const { chrome, english } = f;
  const { contact } = chrome;
  const words = frameWords[langOf(f)];
  return html`<footer class="foot">
    <div class="wrap">
    <div>
    <p class="foot-name">${inEnglish(f, "name")}</p>
    <p>${inEnglish(f, "description")}</p>
    </div>
    <div>
    <p>${words.owner}: ${inEnglish(f, "owner")}</p>
    <p>${words.responsible}: ${inEnglish(f, "responsible")}</p>
    ${contact.address && html`<p>${words.address}: ${inEnglish(f, "address")}</p>`}
    ${contact.phone && html`<p>${words.phone}: ${phoneLink(contact)}</p>`}
    ${contact.email && html`<p>${words.email}: ${mailLink(contact)}</p>`}
    ${chrome.footLines.map(
      (line) => html`<p${english && html` lang="vi"`}>${line}</p>
    `,
    )}</div>
    <ul class="foot-links">
    ${[...chrome.footLinks, ...(chrome.portalLinks ?? [])].map(
      (
        link,
      ) => html`<li><a href="${link.url}"${english && html` hreflang="vi"`}>${linkName(f, link)}</a></li>
    `,
    )}${!chrome.portalLinks && siteLinks(f)}</ul>
    </div>
    </footer>`;
}

/** The links at the foot of every page of a site, after those of the office. */
function siteLinks(f: Frame): Html {
  const { chrome, english } = f;
  const words = frameWords[langOf(f)];
  return html`<li><a href="${archiveUrl}">${words.archive}</a></li>
    ${chrome.hasBulletins && html`<li><a href="${bulletinsUrl}">${words.bulletins}</a></li>`}
    <li><a href="${feedsUrl}">${words.feeds}</a></li>
    <li><a href="${correctionsUrl}">${words.corrections}</a></li>
    <li><a href="${dataUrl}">${words.data}</a></li>
    <li><a href="${accessibilityUrl}">${words.accessibility}</a></li>
    <li>${english ? html`<a href="${homeUrl}" lang="vi" hreflang="vi">Tiếng Việt</a>` : html`<a href="${englishUrl}" lang="en" hreflang="en">English</a>`}</li>
    <li><a href="${sitemapUrl}">${words.sitemap}</a></li>
    `;
}
