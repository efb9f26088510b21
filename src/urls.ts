import type { AwardForm } from "./award.ts";
import type { Day } from "./day.ts";
import { lostQuery } from "./text/search-text.ts";
import { slugOf } from "./text/vietnamese.ts";

/**
 * Every address of the site, said once. Addresses are lower-case ASCII and end in a slash unless
 * they name a file. They are a promise to readers: changing one here breaks links that people kept.
 */

export const homeUrl = "/";
export const tagsUrl = "/chu-de/";
export const unitsUrl = "/don-vi/";
export const awardsUrl = "/khen-thuong/";
/** The registers of what articles tell: documents, sessions, office holders, figures. */
export const documentsUrl = "/van-ban/";
export const sessionsUrl = "/hoi-nghi/";
export const officialsUrl = "/can-bo/";
export const figuresUrl = "/so-lieu/";
/** The bulletins of all months, each a booklet to print and to read aloud. */
export const bulletinsUrl = "/ban-tin/";
/** Where readers choose what to follow, and the same list for programs. */
export const feedsUrl = "/nguon-tin/";
export const opmlUrl = "/nguon-tin.opml";
/** The sites that a portal reads, and what it found in each. */
export const sourcesUrl = "/nguon/";
export const correctionsUrl = "/cai-chinh/";
export const searchUrl = "/tim-kiem/";
/** The words of all titles, for a search that finds nothing. */
export const searchWordsUrl = `${searchUrl}tu-trong-tieu-de.json`;
/** What a search suggests while somebody types. */
export const searchSuggestionsUrl = `${searchUrl}goi-y.json`;
export const dataUrl = "/du-lieu/";
/** Lists every file of the open data. */
export const dataCatalogueUrl = `${dataUrl}danh-muc.json`;
export const accessibilityUrl = "/tro-nang/";
export const englishUrl = "/en/";
/**
 * The editor for a browser, where the office has turned it on. Programs of this kind look for their
 * settings beside them.
 */
export const webEditorUrl = "/admin/";
export const webEditorConfigUrl = `${webEditorUrl}config.yml`;
export const webEditorScripts = {
  program: `${webEditorUrl}sveltia-cms.js`,
  own: `${webEditorUrl}ban-tin.js`,
} as const;
export const notFoundUrl = "/404.html";
export const sitemapUrl = "/sitemap.xml";
export const robotsUrl = "/robots.txt";
/** Headers that a host should send, in two languages. */
export const headersUrl = "/_headers";
export const apacheUrl = "/.htaccess";
/** Where a host should lead those who ask for an address of the past. */
export const redirectsUrl = "/_redirects";
/** What Apache reads only where an address may be one of them. */
export const apacheQueriesUrl = "/_redirects-query/.htaccess";
export const apachePathsUrl = "/_redirects-path/.htaccess";
export const nginxRedirectsUrl = "/_nginx-redirects.conf";
/** The small mark that browsers show on a tab. */
export const iconUrl = "/bieu-tuong.svg";
export const manifestUrl = "/manifest.webmanifest";
/** All years with their months. */
export const archiveUrl = "/luu-tru/";

export function dayUrl(day: Day): string {
  return `/${day.replaceAll("-", "/")}/`;
}

/** Returns the address of a month, given as `2022-01`. */
export function monthUrl(month: string): string {
  return `/${month.replace("-", "/")}/`;
}

/** Returns the address of the bulletin of a month, given as `2022-01`. */
export function bulletinUrl(month: string): string {
  return `${bulletinsUrl}${month.replace("-", "/")}/`;
}

/** Returns the address of a bulletin as one file for e-readers. */
export function bulletinBookUrl(month: string): string {
  return `${bulletinUrl(month)}ban-tin-${month}.epub`;
}

export function yearUrl(year: number): string {
  return `/${year}/`;
}

/**
 * Returns the address of an article. The date is part of it because titles recur ("Hội nghị Ban
 * Thường vụ").
 */
export function articleUrl(date: Day, slug: string): string {
  return `${dayUrl(date)}${slug}/`;
}

export function tagUrl(slug: string): string {
  return `${tagsUrl}${slug}/`;
}

export function authorUrl(slug: string): string {
  return `/tac-gia/${slug}/`;
}

export function unitUrl(id: string): string {
  return `${unitsUrl}${id}/`;
}

/** Returns the address of the tree of units on a day on which it changed. No id has a slash. */
export function unitsDayUrl(day: Day): string {
  return `${unitsUrl}ngay/${day}/`;
}

/** Returns the address of a document, or of all documents that share its slug. */
export function documentUrl(slug: string): string {
  return `${documentsUrl}${slug}/`;
}

/** Returns the address of the list of one kind of documents. */
export function documentKindUrl(slug: string): string {
  return `${documentsUrl}loai/${slug}/`;
}

export function awardYearUrl(year: number): string {
  return `${awardsUrl}${year}/`;
}

/** Returns the address of the awards for merit in a year, whenever they were told of. */
export function awardMeritUrl(year: number): string {
  return `${awardsUrl}thanh-tich/${year}/`;
}

/** Returns the address of the awards of one form: all of them, or those of a year. */
export function awardFormUrl(form: AwardForm, year?: number): string {
  return `${awardsUrl}${slugOf(form)}/${year === undefined ? "" : `${year}/`}`;
}

/** Lists all units that gave an award. */
export const awardGiversUrl = `${awardsUrl}don-vi-tang/`;

export function awardGiverUrl(id: string): string {
  return `${awardGiversUrl}${id}/`;
}

/** Returns the address of a series of figures, by its id. */
export function seriesUrl(id: string): string {
  return `${figuresUrl}${id}/`;
}

/** Returns the address of a session or a committee, given where it is below the list of all. */
export function sessionUrl(address: string): string {
  return `${sessionsUrl}${address}/`;
}

/** The sessions ahead, for calendar programs. */
export const calendarUrl = `${sessionsUrl}lich.ics`;

export function officialUrl(id: string): string {
  return `${officialsUrl}${id}/`;
}

/**
 * Returns the address of page `number` of a list, counted from the oldest; the newest page is at
 * the list's own address.
 */
export function olderPageUrl(listUrl: string, number: number): string {
  return `${listUrl}trang/${number}/`;
}

/**
 * Returns the address of the Atom feed of the site (`/`), a tag, a unit, the awards or the
 * corrections.
 */
export function feedUrl(ofUrl: string): string {
  return `${ofUrl}feed.xml`;
}

/** Returns the address of such a feed as RSS 2.0. */
export function rssUrl(ofUrl: string): string {
  return `${ofUrl}rss.xml`;
}

/** Returns the address of such a feed as JSON Feed. */
export function jsonFeedUrl(ofUrl: string): string {
  return `${ofUrl}feed.json`;
}

/**
 * Returns the address of the sitemap of one year's articles; everything else is in
 * `/sitemap-muc-luc.xml`.
 */
export function yearSitemapUrl(year: number): string {
  return `/sitemap-${year}.xml`;
}

/** Articles of the last two days, for search engines that look for news. */
export const newsSitemapUrl = "/sitemap-tin-moi.xml";

/**
 * Returns the address of the sitemap of all pages but articles; a very large site needs several,
 * counted from 1.
 */
export function indexSitemapUrl(number: number): string {
  return number === 1 ? "/sitemap-muc-luc.xml" : `/sitemap-muc-luc-${number}.xml`;
}

/** Returns the folder of one picture's variants, named by a hash of its content. */
export function pictureBaseUrl(hash: string): string {
  return `/anh/${hash}/`;
}

/**
 * Returns the address of a file that readers may fetch, named by a hash of its content and, because
 * people keep it under that name, by its own.
 */
export function attachmentUrl(hash: string, name: string): string {
  return `/tep/${hash}/${name}.pdf`;
}

/** Returns the folder of one part of the search index. */
export function searchPartUrl(name: string): string {
  return `${searchUrl}muc-luc/${name}/`;
}

export const cardsUrl = "/the/";

/**
 * Returns the address of the picture of a page that social networks show, named by a hash of what
 * is on it.
 */
export function cardUrl(hash: string, format: "jpg" | "png"): string {
  return `${cardsUrl}${hash}.${format}`;
}

/** Returns the address of the mark of the site as a picture, `width` pixels wide. */
export function pngIconUrl(width: number): string {
  return `/bieu-tuong-${width}.png`;
}

/**
 * Returns the address of a stylesheet or font; the hash in its name lets browsers keep it for ever.
 */
export function assetUrl(name: string): string {
  return `/giao-dien/${name}`;
}

/** Returns the address of a file of open data: all of a dataset (`don-vi`), or one year of it. */
export function dataFileUrl(dataset: string, format: "json" | "csv", year?: number): string {
  return `${dataUrl}${dataset}${year === undefined ? "" : `/${year}`}.${format}`;
}

/**
 * Returns the address of the JSON Schema of a dataset's JSON files, or of the catalogue
 * (`danh-muc`).
 */
export function dataSchemaUrl(dataset: string): string {
  return `${dataUrl}${dataset}.schema.json`;
}

/** Returns the address of a place in a page, given by its id with or without the sign before it. */
export function placeUrl(url: string, id: string): string {
  return id === "" || id.startsWith("#") ? url + id : `${url}#${id}`;
}

/** Returns the address of a search for a text. */
export function searchForUrl(text: string): string {
  return `${searchUrl}?q=${encodeURIComponent(text)}`;
}

/** Leads from an address that leads nowhere to a search for its words. */
export const lostSearchUrl = `${searchUrl}?${lostQuery}`;

/** Returns the path in the output of the file that holds a page: `/2022/` → `2022/index.html`. */
export function outputPath(url: string): string {
  const path = url.slice(1);
  return url.endsWith("/") ? `${path}index.html` : path;
}

/** Returns the address of a file of the output: `2022/index.html` → `/2022/`. */
export function urlOfOutput(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/u, "$1")}`;
}

/** Returns true for the address of an article. */
export function isArticleUrl(url: string): boolean {
  return /^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/u.test(url);
}
