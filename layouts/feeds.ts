import type { Article } from "../src/article.ts";
import { type Day, dayStart } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { feedUrl, homeUrl, tagUrl, unitUrl } from "../src/urls.ts";
import { lastChange, latest } from "./change.ts";
import { type Html, html } from "./html.ts";
import { once } from "./once.ts";

/** How many of the newest articles a feed holds. */
const FEED_SIZE = 20;

type Feed = {
  readonly origin: string;
  readonly url: string;
  /** The page whose news the feed brings. */
  readonly of: string;
  readonly title: string;
  readonly owner: string;
  readonly updated: Day;
  readonly entries: readonly Entry[];
};

type Entry = {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly published: Day;
  /** The day of the article, or of its latest correction. */
  readonly updated: Day;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
};

/** Atom feeds of the site, of every topic, and of every unit that has published. */
export function feedPages(site: Site): Page[] {
  const entryOf = once(newEntry);
  const feedOf = (of: string, title: string, articles: readonly Article[]): Page[] => {
    const newest = articles.slice(-FEED_SIZE).reverse().map(entryOf);
    const [first] = newest;
    // A feed must say when it last changed; one without articles has nothing to say at all.
    if (first === undefined) return [];
    const { origin, owner } = site.settings;
    const url = feedUrl(of);
    const updated = latest(
      first.updated,
      newest.map((entry) => entry.updated),
    );
    return [
      page("feed", url, { origin, url, of, title, owner, updated, entries: newest }, feedView),
    ];
  };
  const { name } = site.settings;
  return [
    ...feedOf(homeUrl, name, site.articles),
    ...site.tags.flatMap((tag) => feedOf(tagUrl(tag.slug), `${tag.name} – ${name}`, tag.articles)),
    ...site.units.flatMap(({ unit, articles }) =>
      feedOf(unitUrl(unit.id), `${unit.name} – ${name}`, articles),
    ),
  ];
}

function newEntry(article: Article): Entry {
  const { url, title, summary, date, authors, tags } = article;
  return {
    url,
    title,
    summary,
    published: date,
    updated: lastChange(article),
    authors: authors.map(({ name }) => name),
    tags,
  };
}

function feedView({ origin, url, of, title, owner, updated, entries }: Feed): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
    <id>${origin + of}</id>
    <title>${title}</title>
    <updated>${dayStart(updated)}</updated>
    <author><name>${owner}</name></author>
    <link rel="self" type="application/atom+xml" href="${origin + url}"/>
    <link rel="alternate" type="text/html" href="${origin + of}"/>
    ${entries.map(
      (entry) => html`<entry>
        <id>${origin + entry.url}</id>
        <title>${entry.title}</title>
        <published>${dayStart(entry.published)}</published>
        <updated>${dayStart(entry.updated)}</updated>
        <link rel="alternate" type="text/html" href="${origin + entry.url}"/>
        ${entry.authors.map((name) => html`<author><name>${name}</name></author>`)}
        ${entry.tags.map((tag) => html`<category term="${tag}"/>`)}
        <summary>${entry.summary}</summary>
        </entry>
        `,
    )}</feed>
    `;
}
