import type { Article } from "../src/article.ts";
import { keyed } from "../src/cache/key.ts";
import { type Day, shortDay } from "../src/day.ts";
import { latePage, type Page } from "../src/page.ts";
import type { CorrectionEntry, Site, WithdrawnEntry } from "../src/site.ts";
import {
  awardsUrl,
  correctionsUrl,
  documentsUrl,
  homeUrl,
  placeUrl,
  pngIconUrl,
  tagUrl,
  unitUrl,
} from "../src/urls.ts";
import { lately, lazily, once } from "../src/work/once.ts";
import { articleContent, citedLines } from "./article.ts";
import { atomView } from "./feeds/atom.ts";
import type { Entry, Feed } from "./feeds/feed.ts";
import { type FeedLink, feedFormats } from "./feeds/follow.ts";
import { jsonFeedView } from "./feeds/json-feed.ts";
import { rssView } from "./feeds/rss.ts";
import { rowsOfArticle } from "./ledger/ledger.ts";
import type { CitedLine } from "./parts/article-view.ts";
import { lastChange, latest } from "./parts/change.ts";
import { correctionName, correctionUrl } from "./parts/correction.ts";
import { type Erratum, errataOf } from "./parts/errata.ts";
import { type Shared, sharedOf } from "./parts/shared.ts";
import { replacementOf } from "./parts/withdrawal.ts";

/**
 * How many entries are in a feed of the whole site, and in one of a topic or a unit, of which there
 * are hundreds.
 */
const FEED_SIZE = 20;
const PART_SIZE = 10;
/**
 * How many entries are kept in memory. Each is needed in three formats, one after the other, and
 * often in the feeds of several topics.
 */
const ENTRIES_KEPT = 100;

/** What a feed brings, whatever its format. */
type FeedOf = FeedLink & {
  /** What it is called among feeds of other sites. */
  readonly title: string;
  readonly description: string;
  readonly entries: readonly LateEntry[];
};

/** All feeds there are, in groups: of the whole site, by topic, by unit. */
type FeedGroups = {
  readonly whole: readonly FeedOf[];
  readonly tags: readonly FeedOf[];
  readonly units: readonly FeedOf[];
};

/** The feeds that readers may choose. */
export function feedLinks(site: Site): Readonly<Record<keyof FeedGroups, readonly FeedLink[]>> {
  const { whole, tags, units } = feedsOf(site);
  const links = (feeds: readonly FeedOf[]) => feeds.map(({ name, of }) => ({ name, of }));
  return { whole: links(whole), tags: links(tags), units: links(units) };
}

/**
 * The feeds of the site, its awards and corrections, of every topic, and of every unit that has
 * published.
 */
export function feedPages(site: Site): Page[] {
  const { whole, tags, units } = feedsOf(site);
  return [...whole, ...tags, ...units].flatMap((feed) => pagesOf(feed, site));
}

/**
 * Returns all feeds that have an entry. A feed must say when it last changed; one without entries
 * has nothing to say at all.
 */
function feedsOf(site: Site): FeedGroups {
  const shared = sharedOf(site);
  const { name, description } = site.settings;
  const makeEntry = lately(ENTRIES_KEPT, (article: Article) => articleEntry(article, site, shared));
  const entryOf = once((article: Article) =>
    lateEntry(
      article,
      () => shared.madeFrom(article),
      () => makeEntry(article),
    ),
  );
  const ofArticles = (articles: readonly Article[], size: number) =>
    articles.slice(-size).reverse().map(entryOf);
  const whole: readonly FeedOf[] = [
    {
      name: "Mọi tin",
      of: homeUrl,
      title: name,
      description,
      entries: ofArticles(site.articles, FEED_SIZE),
    },
    {
      name: "Khen thưởng",
      of: awardsUrl,
      title: `Khen thưởng – ${name}`,
      description: "Ai đã khen thưởng ai, hình thức nào, bao nhiêu.",
      entries: newest(site.articles, FEED_SIZE, hasAwards).map((article) =>
        lateEntry(
          article,
          () => shared.madeFrom(article),
          () => awardsEntry(article, shared),
        ),
      ),
    },
    {
      name: "Văn bản",
      of: documentsUrl,
      title: `Văn bản – ${name}`,
      description: "Văn bản mà các bài mới nhắc đến.",
      entries: newest(site.articles, FEED_SIZE, hasDocuments).map((article) =>
        lateEntry(
          article,
          () => shared.madeFrom(article),
          () => documentsEntry(article, site),
        ),
      ),
    },
    {
      name: "Đính chính",
      of: correctionsUrl,
      title: `Đính chính – ${name}`,
      description: "Những chỗ đã đăng sai nay được sửa, và những bài đã rút.",
      entries: errataOf(site)
        .slice(-FEED_SIZE)
        .reverse()
        .map((erratum) => lateErratum(erratum, site, shared)),
    },
  ];
  const tags = site.tags.map((tag) => ({
    name: tag.name,
    of: tagUrl(tag.slug),
    title: `${tag.name} – ${name}`,
    description: `Các bài về chủ đề ${tag.name}.`,
    entries: ofArticles(tag.articles, PART_SIZE),
  }));
  const units = site.units.map(({ unit, articles }) => ({
    name: unit.name,
    of: unitUrl(unit.id),
    title: `${unit.name} – ${name}`,
    description: `Tin của ${unit.name}.`,
    entries: ofArticles(articles, PART_SIZE),
  }));
  const some = (feeds: readonly FeedOf[]) => feeds.filter(({ entries }) => entries.length > 0);
  return { whole: some(whole), tags: some(tags), units: some(units) };
}

/** An entry that is made when a feed is drawn: it holds a whole article, which is on the disk. */
type LateEntry = {
  readonly madeFrom: () => unknown;
  readonly updated: Day;
  readonly entry: () => Entry;
};

function lateEntry(article: Article, madeFrom: () => unknown, make: () => Entry): LateEntry {
  return { madeFrom, updated: lastChange(article), entry: make };
}

function lateErratum({ kind, date, entry }: Erratum, site: Site, shared: Shared): LateEntry {
  return kind === "correction"
    ? {
        madeFrom: () => ({ article: shared.madeFrom(entry.article), number: entry.number }),
        updated: date,
        entry: () => correctionEntry(entry),
      }
    : {
        madeFrom: () => ({ entry, ...replacementOf(entry.withdrawal, site) }),
        updated: date,
        entry: () => withdrawalEntry(entry, site),
      };
}

const views = { atom: atomView, rss: rssView, json: jsonFeedView } as const;

/** One feed in every format. */
function pagesOf(
  { of, title, description, entries }: FeedOf,
  { settings: { origin, owner } }: Site,
): Page[] {
  const updated = latest(
    entries[0]!.updated,
    entries.map((entry) => entry.updated),
  );
  const feed = { origin, of, title, description, owner, icon: pngIconUrl(192), updated };
  const madeFrom = lazily(() => keyed({ feed, entries: entries.map((late) => late.madeFrom()) }));
  return feedFormats.map(({ id, urlOf }) => {
    const url = urlOf(of);
    const propsOf = (): Feed => ({ ...feed, url, entries: entries.map(({ entry }) => entry()) });
    return latePage("feed", url, madeFrom, propsOf, views[id]);
  });
}

function articleEntry(article: Article, site: Site, shared: Shared): Entry {
  const content = articleContent(article, site, shared);
  return {
    ...entryOf(article),
    url: article.url,
    title: article.title,
    ...filesOf(content.documents),
    content: { kind: "article", url: article.url, article: content },
    picture: content.card,
  };
}

function awardsEntry(article: Article, shared: Shared): Entry {
  const { url } = article;
  return {
    ...entryOf(article),
    url: placeUrl(url, "khen-thuong"),
    title: article.title,
    content: { kind: "awards", url, rows: rowsOfArticle(article, shared) },
  };
}

function documentsEntry(article: Article, site: Site): Entry {
  const { url } = article;
  const documents = citedLines(article, site);
  return {
    ...entryOf(article),
    url: placeUrl(url, "van-ban"),
    title: article.title,
    ...filesOf(documents),
    content: { kind: "documents", url, documents },
  };
}

/** Returns the files that documents bring; most articles have none. */
function filesOf(documents: readonly CitedLine[]): Pick<Entry, "files"> {
  const files = documents.flatMap(({ attachment }) => attachment ?? []);
  return files.length === 0 ? {} : { files };
}

function correctionEntry(corrected: CorrectionEntry): Entry {
  const { article, correction } = corrected;
  const url = correctionUrl(corrected);
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

function withdrawalEntry({ url, published, withdrawal }: WithdrawnEntry, site: Site): Entry {
  const { date, reason } = withdrawal;
  return {
    url: `${url}#rut-bai`,
    title: `Rút bài ngày ${shortDay(published)}`,
    summary: reason,
    published: date,
    updated: date,
    // Feeds need an author, and that of the article is not told any more.
    authors: [site.settings.owner],
    tags: [],
    content: { kind: "withdrawal", url, withdrawal, ...replacementOf(withdrawal, site) },
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

function hasDocuments({ documents }: Article): boolean {
  return documents.length > 0;
}

/** Returns the newest articles that pass, newest first. */
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
