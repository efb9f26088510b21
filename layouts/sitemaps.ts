import type { Article } from "../src/article.ts";
import { addDays, type Day, dayStart } from "../src/day.ts";
import { latePage, type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { indexSitemapUrl, newsSitemapUrl, sitemapUrl, yearSitemapUrl } from "../src/urls.ts";
import { lastChange } from "./parts/change.ts";
import { type Html, html } from "./parts/html.ts";

/** The protocol allows at most this many addresses in one file. */
const SITEMAP_SIZE = 50_000;

const NEWS_SIZE = 1_000;

type News = {
  readonly origin: string;
  readonly name: string;
  readonly entries: readonly { readonly url: string; readonly title: string; readonly day: Day }[];
};

type Entry = { readonly url: string; readonly day?: Day };
type Sitemap = { readonly origin: string; readonly entries: readonly Entry[] };

/**
 * The sitemap index, one sitemap a year for the articles of that year, and one for every other
 * page. A new article changes two of them however old the site is.
 *
 * @param others addresses of the pages that are no articles
 */
export function sitemapPages(site: Site, others: readonly string[]): Page[] {
  const { origin } = site.settings;
  const parts = [
    ...site.years.map(({ year, articles }) => ({
      url: yearSitemapUrl(year),
      entries: () =>
        articles.map((article): Entry => ({ url: article.url, day: lastChange(article) })),
    })),
    ...chunks(others, SITEMAP_SIZE).map((urls, index) => ({
      url: indexSitemapUrl(index + 1),
      entries: () => urls.map((url): Entry => ({ url })),
    })),
  ];
  const news: News = {
    origin,
    name: site.settings.name,
    entries: newestNews(site).map(({ url, title, date }) => ({ url, title, day: date })),
  };
  const urls = [...parts.map(({ url }) => url), newsSitemapUrl];
  const index: Sitemap = { origin, entries: urls.map((url) => ({ url })) };
  return [
    page("sitemap", sitemapUrl, index, indexView),
    page("sitemap", newsSitemapUrl, news, newsView),
    ...parts.map(({ url, entries }) => {
      // One long text is hashed sooner than a hundred thousand entries; addresses have no blanks.
      const madeFrom = () => [
        origin,
        entries()
          .map(({ url, day = "" }) => `${url} ${day}`)
          .join(" "),
      ];
      return latePage(
        "sitemap",
        url,
        madeFrom,
        () => ({ origin, entries: entries() }),
        sitemapView,
      );
    }),
  ];
}

/**
 * Returns what came out today or yesterday, newest first; search engines take at most a thousand.
 */
function newestNews({ articles, today }: Site): readonly Article[] {
  const since = addDays(today, -1);
  return articles
    .slice(-NEWS_SIZE)
    .filter(({ date }) => date >= since)
    .reverse();
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const found: Item[][] = [];
  for (let at = 0; at < items.length; at += size) found.push(items.slice(at, at + size));
  return found;
}

function indexView({ origin, entries }: Sitemap): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    ${entries.map(
      ({ url }) => html`<sitemap><loc>${origin + url}</loc></sitemap>
        `,
    )}</sitemapindex>
    `;
}

export function sitemapView({ origin, entries }: Sitemap): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    ${entries.map(
      ({
        url,
        day,
      }) => html`<url><loc>${origin + url}</loc>${day && html`<lastmod>${dayStart(day)}</lastmod>`}</url>
        `,
    )}</urlset>
    `;
}

/**
 * On quiet days it is empty but still there: an address that comes and goes would be reported as a
 * fault.
 */
function newsView({ origin, name, entries }: News): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    ${entries.map(
      ({ url, title, day }) => html`<url><loc>${origin + url}</loc><news:news>
        <news:publication><news:name>${name}</news:name><news:language>vi</news:language></news:publication>
        <news:publication_date>${dayStart(day)}</news:publication_date>
        <news:title>${title}</news:title>
        </news:news></url>
        `,
    )}</urlset>
    `;
}
