import type { Article } from "../src/article.ts";
import type { Day } from "../src/day.ts";
import { keyed } from "../src/key.ts";
import { latePage, type Page } from "../src/page.ts";
import type { CorrectionEntry, Site } from "../src/site.ts";
import {
  awardsUrl,
  correctionsUrl,
  feedUrl,
  homeUrl,
  jsonFeedUrl,
  pngIconUrl,
  rssUrl,
  tagUrl,
  unitUrl,
} from "../src/urls.ts";
import { articleContent, sourcesOf } from "./article.ts";
import { atomView } from "./atom.ts";
import { lastChange, latest } from "./change.ts";
import { correctionAnchor, correctionName } from "./correction.ts";
import type { Entry, Feed } from "./feed.ts";
import { jsonFeedView } from "./json-feed.ts";
import { rowsOfArticle } from "./ledger.ts";
import { lazily, once } from "./once.ts";
import { rssView } from "./rss.ts";
import { type Shared, sharedOf } from "./shared.ts";

/** How many entries a feed of the whole site holds, and one of a topic or a unit, of which there are hundreds. */
const FEED_SIZE = 20;
const PART_SIZE = 10;

/** A feed that readers may choose, under the name of what it brings. */
export type FeedLink = {
  readonly name: string;
  /** The page whose news it brings. */
  readonly of: string;
};

/** All feeds there are, in groups: of the whole site, by topic, by unit. */
export function feedLinks(site: Site): {
  readonly whole: readonly FeedLink[];
  readonly tags: readonly FeedLink[];
  readonly units: readonly FeedLink[];
} {
  const { articles, tags, units, corrections } = site;
  return {
    whole: [
      ...(articles.length > 0 ? [{ name: "Mọi tin", of: homeUrl }] : []),
      ...(articles.some(hasAwards) ? [{ name: "Khen thưởng", of: awardsUrl }] : []),
      ...(corrections.length > 0 ? [{ name: "Đính chính", of: correctionsUrl }] : []),
    ],
    tags: tags.map(({ name, slug }) => ({ name, of: tagUrl(slug) })),
    units: units
      .filter(({ articles }) => articles.length > 0)
      .map(({ unit }) => ({ name: unit.name, of: unitUrl(unit.id) })),
  };
}

/** The feeds of the site, its awards and corrections, of every topic, and of every unit that has published. */
export function feedPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const { name, description } = site.settings;
  const sourcesOnce = once((article: Article) => keyed(sourcesOf(article, site, shared)));
  const entryOf = once((article: Article) =>
    lateEntry(article, sourcesOnce(article), () => articleEntry(article, site, shared)),
  );
  const ofArticles = (articles: readonly Article[], size: number) =>
    articles.slice(-size).reverse().map(entryOf);
  const awarded = newest(site.articles, FEED_SIZE, hasAwards);
  return [
    ...feedsOf(site, homeUrl, name, description, ofArticles(site.articles, FEED_SIZE)),
    ...feedsOf(
      site,
      awardsUrl,
      `Khen thưởng – ${name}`,
      "Ai đã khen thưởng ai, hình thức nào, bao nhiêu.",
      awarded.map((article) =>
        lateEntry(article, sourcesOnce(article), () => awardsEntry(article, shared)),
      ),
    ),
    ...feedsOf(
      site,
      correctionsUrl,
      `Đính chính – ${name}`,
      "Những chỗ đã đăng sai và nay được sửa.",
      site.corrections
        .slice(-FEED_SIZE)
        .reverse()
        .map((entry) => ({
          sources: { article: sourcesOnce(entry.article), number: entry.number },
          updated: entry.correction.date,
          entry: () => correctionEntry(entry),
        })),
    ),
    ...site.tags.flatMap((tag) =>
      feedsOf(
        site,
        tagUrl(tag.slug),
        `${tag.name} – ${name}`,
        `Các bài về chủ đề ${tag.name}.`,
        ofArticles(tag.articles, PART_SIZE),
      ),
    ),
    ...site.units.flatMap(({ unit, articles }) =>
      feedsOf(
        site,
        unitUrl(unit.id),
        `${unit.name} – ${name}`,
        `Tin của ${unit.name}.`,
        ofArticles(articles, PART_SIZE),
      ),
    ),
  ];
}

/** An entry that is made when a feed is drawn: it holds a whole article, which lies on the disk. */
type LateEntry = {
  readonly sources: unknown;
  readonly updated: Day;
  readonly entry: () => Entry;
};

function lateEntry(article: Article, sources: unknown, make: () => Entry): LateEntry {
  return { sources, updated: lastChange(article), entry: lazily(make) };
}

const formats = [
  { urlOf: feedUrl, view: atomView },
  { urlOf: rssUrl, view: rssView },
  { urlOf: jsonFeedUrl, view: jsonFeedView },
] as const;

/** One feed in every format. A feed must say when it last changed; one without entries has nothing to say at all. */
function feedsOf(
  { settings: { origin, owner } }: Site,
  of: string,
  title: string,
  description: string,
  entries: readonly LateEntry[],
): Page[] {
  const [first] = entries;
  if (first === undefined) return [];
  const updated = latest(
    first.updated,
    entries.map((entry) => entry.updated),
  );
  const feed = { origin, of, title, description, owner, icon: pngIconUrl(192), updated };
  const sources = keyed({ feed, entries: entries.map((late) => late.sources) });
  return formats.map(({ urlOf, view }) => {
    const url = urlOf(of);
    const propsOf = (): Feed => ({ ...feed, url, entries: entries.map(({ entry }) => entry()) });
    return latePage("feed", url, sources, propsOf, view);
  });
}

function articleEntry(article: Article, site: Site, shared: Shared): Entry {
  const content = articleContent(article, site, shared);
  return {
    ...entryOf(article),
    url: article.url,
    title: article.title,
    content: { kind: "article", url: article.url, article: content },
    picture: content.card,
  };
}

function awardsEntry(article: Article, shared: Shared): Entry {
  const { url } = article;
  return {
    ...entryOf(article),
    url: `${url}#khen-thuong`,
    title: article.title,
    content: { kind: "awards", url, rows: rowsOfArticle(article, shared) },
  };
}

function correctionEntry({ article, correction, number }: CorrectionEntry): Entry {
  const url = `${article.url}#${correctionAnchor(number)}`;
  return {
    ...entryOf(article),
    url,
    title: `${correctionName(correction)}: ${article.title}`,
    summary: correction.right,
    published: correction.date,
    updated: correction.date,
    content: { kind: "correction", url, title: article.title, correction },
  };
}

function entryOf(article: Article) {
  const { summary, date, authors, tags } = article;
  return {
    summary,
    published: date,
    updated: lastChange(article),
    authors: authors.map(({ name }) => name),
    tags,
  };
}

function hasAwards({ awards }: Article): boolean {
  return awards.length > 0;
}

/** The newest that pass, newest first. */
function newest(
  articles: readonly Article[],
  size: number,
  passes: (article: Article) => boolean,
): Article[] {
  const found: Article[] = [];
  for (let at = articles.length - 1; at >= 0 && found.length < size; at -= 1) {
    if (passes(articles[at]!)) found.push(articles[at]!);
  }
  return found;
}
