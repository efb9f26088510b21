import { type Article, fieldsOf } from "../src/article.ts";
import type { BodyPart } from "../src/body/body.ts";
import { keyOf } from "../src/cache/key.ts";
import { pictureKey } from "../src/cut.ts";
import { monthOf } from "../src/day.ts";
import type { CitedInText } from "../src/document.ts";
import type { EventKind } from "../src/event.ts";
import { latePage, type Page, type PageGroup } from "../src/page.ts";
import { pictureUrl } from "../src/pictures/picture.ts";
import { documentFor } from "../src/registers/cited-document.ts";
import type { DocumentEntry } from "../src/registers/document-entry.ts";
import type { Session } from "../src/registers/sessions.ts";
import { type Reason, type Related, relatedOf } from "../src/related.ts";
import { linkedUrl, type Site } from "../src/site.ts";
import { readingMinutes } from "../src/text/reading-time.ts";
import { runs } from "../src/text/runs.ts";
import { fold } from "../src/text/vietnamese.ts";
import { lazily } from "../src/work/once.ts";
import { rowsOfArticle } from "./ledger/ledger.ts";
import type { OfficeViews } from "./office/views.ts";
import {
  type ArticleProps,
  articleView,
  type CitedLine,
  type Piece,
  takenAsIs,
} from "./parts/article-view.ts";
import { contentsOf } from "./parts/contents.ts";
import { eventOf } from "./parts/event-facts.ts";
import { figureLines } from "./parts/figure-table.ts";
import { html } from "./parts/html.ts";
import {
  commonCredit,
  type GalleryPlace,
  galleryEnd,
  galleryPlaces,
  galleryStart,
  type Shot,
} from "./parts/picture.ts";
import { type Link, pictureOf, type Shared, sharedOf, waiting } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";
import type { Teaser } from "./parts/teaser.ts";

/**
 * The pages of articles. Each points to others that are like it, of its day and of earlier ones; so
 * a new one changes few pages: the one before it, those of its day and those of its session.
 */
export function articlePages(site: Site, views: OfficeViews = {}): PageGroup[] {
  const around = lazily(() => aroundOf(site));
  const places = lazily(() => placesInSessions(site));
  const months = runs([...site.articles.entries()], ([, { date }]) => monthOf(date));
  const earlier = lazily(() => earlierArticles(months, site));
  return months.map(([month, ofMonth], at) => ({
    name: month,
    texts: ofMonth.map(([, article]) => article),
    sources: () => [earlier()[at], sourcesOfMonth(month, ofMonth, places(), site)],
    pages: () => pagesOf(ofMonth, site, { ...around(), places: places() }, views),
  }));
}

/** Articles with their places among all. */
type Placed = readonly (readonly [at: number, article: Article])[];

/**
 * Returns a hash of what lists show of all articles before each month: which of them are related to
 * one of the month, and whether one has its title, is not asked until its page is made.
 */
function earlierArticles(months: readonly (readonly [string, Placed])[], site: Site): string[] {
  const { ofList } = sourcesOf(site);
  let before = "";
  return months.map(([, ofMonth]) => {
    const own = before;
    before = keyOf([own, ofList(ofMonth.map(([, article]) => article))]);
    return own;
  });
}

/** Returns what the pages of a month follow from, but for earlier articles. */
function sourcesOfMonth(
  month: string,
  ofMonth: Placed,
  places: ReadonlyMap<string, PlaceInSession>,
  site: Site,
): unknown {
  const { articles } = site;
  const sources = sourcesOf(site);
  const shared = sharedOf(site);
  const next = articles[ofMonth.at(-1)![0] + 1];
  return [
    next && sources.listed(next),
    sources.ofMonth(month),
    ofMonth.map(([, article]) => [
      sources.known(article),
      toldOf(article, places, shared),
      shared.cards.of(article)?.url,
    ]),
  ];
}

type Around = ReturnType<typeof aroundOf> & {
  readonly places: ReadonlyMap<string, PlaceInSession>;
};

/** What the pages of articles need to know of all articles. */
function aroundOf(site: Site) {
  const { articles } = site;
  const { byArticle } = site.sessions;
  const titles = new Set<string>();
  return {
    related: relatedOf(articles, ({ path }) => byArticle.get(path)?.address),
    /** Whether an earlier article has the same title. */
    recurs: articles.map(({ title }) => titles.size === titles.add(title).size),
  };
}

function* pagesOf(
  some: Placed,
  site: Site,
  { related, places, recurs }: Around,
  views: OfficeViews,
): Generator<Page> {
  const shared = sharedOf(site);
  const { articles } = site;
  for (const [at, article] of some) {
    // Made for the key and again for the page: kept, it would be most of a site's memory.
    const around = () => {
      const previous = articles[at - 1];
      const next = articles[at + 1];
      return {
        recurs: recurs[at]!,
        ...toldOf(article, places, shared),
        ...(site.settings.showApprover && article.approval ? { approval: article.approval } : {}),
        related: related(at).map((one) => relatedTeaser(one, shared)),
        ...(previous ? { previous: linkTo(previous) } : {}),
        ...(next ? { next: linkTo(next) } : {}),
      };
    };
    yield latePage(
      "article",
      article.url,
      () => [shared.chrome, shared.madeFrom(article), around()],
      (): ArticleProps => ({ ...ownProps(article, site, shared), ...around() }),
      (props) => articleView(props, views["article-foot"]),
    );
  }
}

/** A session, and the place of one article among those that tell of it. */
type PlaceInSession = { readonly session: Session; readonly at: number };

function placesInSessions({ sessions }: Site): ReadonlyMap<string, PlaceInSession> {
  return new Map(
    sessions.sessions.flatMap((session) =>
      session.articles.map(({ path }, at) => [path, { session, at }] as const),
    ),
  );
}

/** How many articles about the same session are shown. */
const TOLD_SIZE = 5;

/** Returns what else is told of the session of an article, in the order in which it came out. */
function toldOf(
  { path, unit }: Article,
  places: ReadonlyMap<string, PlaceInSession>,
  shared: Shared,
): Pick<ArticleProps, "told"> {
  const place = places.get(path);
  if (place === undefined || place.session.articles.length < 2) return {};
  const { session, at } = place;
  const { articles } = session;
  const from = Math.max(0, Math.min(at - (TOLD_SIZE >> 1), articles.length - TOLD_SIZE - 1));
  const near = articles.slice(from, from + TOLD_SIZE + 1).filter((one) => one.path !== path);
  const { teaserOf, teaserWithoutUnit } = shared;
  return {
    told: {
      of: gatheringOf(session),
      articles: near.map((one) => (one.unit === unit ? teaserWithoutUnit(one) : teaserOf(one))),
      more: articles.length - 1 - near.length,
    },
  };
}

/** Kinds of events that people call by this word; the others have longer names. */
const gatherings = [
  "hội nghị",
  "phiên họp",
  "đại hội",
  "hội thảo",
  "tọa đàm",
  "hội thi",
] as const satisfies readonly EventKind[];

/** Returns what people call an event for short. */
function gatheringOf({ kind, name }: Session): string {
  const called = fold(name);
  return gatherings.find((one) => one === kind || called.startsWith(`${fold(one)} `)) ?? "sự kiện";
}

/** The content of an article, on its page as in a feed. */
export type ArticleContent = Pick<
  ArticleProps,
  | (typeof takenAsIs)[number]
  | "card"
  | "cover"
  | "body"
  | "shots"
  | "figures"
  | "awards"
  | "documents"
>;

export function articleContent(article: Article, site: Site, shared: Shared): ArticleContent {
  const { cover, shots } = shotsOf(article, site);
  return {
    ...fieldsOf(article, takenAsIs),
    card: cardFor(article, cover, shared),
    ...(cover ? { cover } : {}),
    body: piecesOf(article, site),
    shots,
    figures: figureLines(article, shared),
    awards: rowsOfArticle(article, shared),
    documents: citedLines(article, site),
  };
}

function ownProps(article: Article, site: Site, shared: Shared) {
  const { date } = article;
  const minutes = readingMinutes(article.syllables);
  const unitNow = shared.unitNow(article);
  return {
    ...articleContent(article, site, shared),
    chrome: shared.chrome,
    day: date,
    ...waiting(shared.waits(article)),
    way: shared.wayToDay(date),
    authors: article.authors.map((author) =>
      author.role === undefined
        ? shared.authorLink(author.name)
        : { ...shared.authorLink(author.name), role: author.role },
    ),
    unit: shared.unitLinkOn(article.unit, date),
    ...(unitNow === undefined ? {} : { unitNow }),
    ...(minutes === undefined ? {} : { minutes }),
    contents: contentsOf(article.headings, article.syllables),
    ...eventOf(article, shared),
    mentions: article.mentions.map((unit) => shared.unitLinkOn(unit, article.date)),
    tags: article.tags.map(shared.tagLink),
  };
}

/**
 * Returns the address of the picture for sharing. An old article has no card of its own: then its
 * cover will do, and without one the site's card.
 */
function cardFor(article: Article, cover: Shot | undefined, { cards }: Shared): string {
  const widest = cover?.picture.widths.at(-1);
  return (
    cards.of(article)?.url ??
    (cover && widest ? pictureUrl(cover.picture, widest, "jpg") : cards.site.url)
  );
}

/**
 * Finds the cover, which is above the text, and the other pictures, which are below it; each only
 * if the text itself does not show it.
 */
function shotsOf({ images, body }: Article, site: Site): { cover?: Shot; shots: readonly Shot[] } {
  if (images.length === 0) return { shots: none };
  const inText = new Set(
    body.flatMap((part) => (isShownWhole(part) ? [pictureKey(part.file, part.crop)] : [])),
  );
  let cover: Shot | undefined;
  const shots: Shot[] = [];
  for (const [index, { file, crop, ...words }] of images.entries()) {
    const isInText = inText.has(pictureKey(file, crop));
    const picture = isInText ? undefined : pictureOf(site, { file, ...(crop ? { crop } : {}) });
    if (picture === undefined) continue;
    if (index === 0) cover = { picture, ...words };
    else shots.push({ picture, ...words });
  }
  return cover ? { cover, shots } : { shots };
}

/**
 * Returns whether the text shows a picture with its caption. Inside a sentence there is no room for
 * one, so the picture comes again where there is room.
 */
function isShownWhole(part: BodyPart): part is Extract<BodyPart, { kind: "picture" }> {
  return part.kind === "picture" && (part.block || !(part.caption || part.credit));
}

const none: readonly never[] = [];

/**
 * Returns the text of an article in pieces.
 *
 * @param documentOf finds the document that a text names, which then leads to its page
 */
export function piecesOf(
  article: Article,
  site: Site,
  documentOf: (cited: CitedInText) => DocumentEntry | undefined = (cited) =>
    documentFor(cited, article, site.documents),
): readonly Piece[] {
  const { body, cites } = article;
  // Most texts are one piece of HTML, which needs no copy.
  if (body.every((part) => part.kind === "html")) return body;
  let isLink = false;
  let gallery: GalleryPlace[] = [];
  let common: string | undefined;
  return body.flatMap((part, at): Piece | readonly Piece[] => {
    if (part.kind === "html") return part;
    if (part.kind === "cited") {
      const document = documentOf(cites[part.at]!);
      isLink = document !== undefined;
      return document ? { kind: "html", html: String(html`<a href="${document.url}">`) } : none;
    }
    // A number that fits no known document stays text.
    if (part.kind === "citedEnd") return isLink ? { kind: "html", html: "</a>" } : none;
    if (part.kind === "articleUrl") {
      return { kind: "url", url: linkedUrl(part, site) };
    }
    if (part.kind === "gallery") {
      const members = body.slice(at + 1, at + 1 + part.count);
      const shown = members.filter((one) => one.kind === "picture");
      gallery = galleryPlaces(
        shown.flatMap(({ caption, ...one }) => {
          const picture = pictureOf(site, one);
          return picture ? { picture, ...(caption ? { caption } : {}) } : none;
        }),
      );
      common = commonCredit(shown);
      return { kind: "html", html: galleryStart(gallery) };
    }
    if (part.kind === "galleryEnd")
      return { kind: "html", html: String(galleryEnd(part.hasCaption, common)) };
    const { kind, file, block, crop, credit, ...words } = part;
    const picture = pictureOf(site, part);
    if (picture === undefined) return none;
    const place = gallery.shift();
    const isSaidOnce = credit === undefined || (place !== undefined && common !== undefined);
    const shot = { picture, ...words, ...(isSaidOnce ? {} : { credit }) };
    return { kind, block, shot, ...(place ? { place } : {}) };
  });
}

/** The documents that an article lists, each with the address of its page. */
export function citedLines(
  { path, documents }: Article,
  { documents: register, attachments }: Site,
): CitedLine[] {
  const entries = register.ofArticle.get(path) ?? none;
  const related = Map.groupBy(register.related.get(path) ?? none, ({ at }) => at);
  return documents.map(({ file = "", ...document }, at) => {
    const attachment = attachments.get(file);
    const { url, kind } = entries[at]!;
    const others = related.get(at)?.map(({ written, entry }) => [written, entry.url] as const);
    return {
      ...(kind === undefined ? {} : { kind }),
      ...document,
      page: url,
      ...(attachment ? { attachment } : {}),
      ...(others ? { related: Object.fromEntries(others) } : {}),
    };
  });
}

/** An earlier article as a line that says why it is there. */
function relatedTeaser({ article, reason }: Related, shared: Shared): Teaser {
  return { ...shared.teaserOf(article), why: words(reason) };
}

function words(reason: Reason): string {
  switch (reason.kind) {
    case "document":
      return `cùng văn bản ${reason.number}`;
    case "tag":
      return `cùng chủ đề ${reason.name}`;
    case "award":
      return `cùng hình thức ${reason.form}`;
    case "unit":
      return "cùng đơn vị";
  }
}

function linkTo({ title, url }: Article): Link {
  return { name: title, url };
}
