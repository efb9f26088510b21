import type { Book } from "../src/books/book.ts";
import { keyOf } from "../src/cache/key.ts";
import { nothingRecalled, type Recalled } from "../src/cache/recalled.ts";
import {
  type Basis,
  type GroupedPage,
  type KeepGroup,
  type Page,
  type PageGroup,
  pagesIn,
  urlsIn,
} from "../src/page.ts";
import type { Card } from "../src/pictures/card.ts";
import type { Site } from "../src/site.ts";
import { accessibilityPages } from "./accessibility.ts";
import { aliasPages } from "./aliases.ts";
import { archivePages } from "./archive.ts";
import { articlePages } from "./article.ts";
import { authorPages } from "./author.ts";
import { awardsPages } from "./awards.ts";
import { awardsByFormPages } from "./awards-by-form.ts";
import { awardsByGiverPages } from "./awards-by-giver.ts";
import { awardsByMeritPages } from "./awards-by-merit.ts";
import { bulletinBooks } from "./booklet/epub.ts";
import { bulletinPages } from "./bulletin.ts";
import { bulletinsPages } from "./bulletins.ts";
import { calendarPages } from "./calendar-feed.ts";
import { iconsOf } from "./cards/icons.ts";
import { correctionsPages } from "./corrections.ts";
import { dataPages } from "./data.ts";
import { dayPages } from "./day.ts";
import { documentPages } from "./document.ts";
import { documentsPages } from "./documents.ts";
import { englishPages } from "./english.ts";
import { feedPages } from "./feeds.ts";
import { feedsPages } from "./feeds-page.ts";
import { figuresPages } from "./figures.ts";
import { filePages } from "./files.ts";
import { homePages } from "./home.ts";
import { hostingPages } from "./hosting.ts";
import { manifestPages } from "./manifest.ts";
import { monthPages } from "./month.ts";
import { notFoundPages } from "./not-found.ts";
import { noOfficeLayouts, type OfficeLayouts } from "./office/office-layouts.ts";
import { framedPages, type MadePage } from "./office/own-pages.ts";
import type { OfficeViews } from "./office/views.ts";
import { officialPages } from "./official.ts";
import { officialsPages } from "./officials.ts";
import type { Chrome } from "./parts/chrome.ts";
import { lastingFolders } from "./parts/policy.ts";
import { sharedOf } from "./parts/shared.ts";
import { awardsFrom, documentsFrom, sessionsFrom } from "./parts/sources.ts";
import { robotsPages } from "./robots.ts";
import { searchPages } from "./search.ts";
import { movedSeriesPages, seriesPages } from "./series.ts";
import { sessionPages } from "./session.ts";
import { sessionsPages } from "./sessions.ts";
import { sitemapPages } from "./sitemaps.ts";
import { tagPages } from "./tag.ts";
import { tagsPages } from "./tags.ts";
import { unitPages } from "./unit.ts";
import { unitsPages } from "./units.ts";
import { webEditorPages } from "./web-editor.ts";
import { withdrawnPages } from "./withdrawn.ts";
import { yearPages } from "./year.ts";

/** Makes the pages of a kind, one by one or in groups. */
type PageKind = (site: Site, views: OfficeViews) => Iterable<Page | PageGroup>;

/** Functions that make the pages of each kind. */
export const pageKinds: readonly PageKind[] = [
  homePages,
  articlePages,
  tagsPages,
  tagPages,
  unitsPages,
  unitPages,
  authorPages,
  archivePages,
  yearPages,
  monthPages,
  dayPages,
  awardsPages,
  awardsByFormPages,
  awardsByMeritPages,
  awardsByGiverPages,
  figuresPages,
  seriesPages,
  movedSeriesPages,
  documentsPages,
  documentPages,
  sessionsPages,
  sessionPages,
  calendarPages,
  officialsPages,
  officialPages,
  bulletinsPages,
  bulletinPages,
  correctionsPages,
  searchPages,
  feedsPages,
  dataPages,
  accessibilityPages,
  englishPages,
  notFoundPages,
  feedPages,
  robotsPages,
  hostingPages,
  manifestPages,
  filePages,
  webEditorPages,
  withdrawnPages,
  aliasPages,
];

/** Pages that nobody should find by a search: the editor, notices, and addresses of the past. */
const unlisted: ReadonlySet<(typeof pageKinds)[number]> = new Set([
  webEditorPages,
  movedSeriesPages,
  withdrawnPages,
  aliasPages,
]);

/**
 * Kinds whose pages show of articles what lists show, and nothing of their texts: each is one
 * group, with the part of all articles that it follows from where that is not the whole. A kind
 * that is not here, and makes no groups itself, is made anew by every build.
 */
export const kindsOfLists: ReadonlyMap<PageKind, ((site: Site) => unknown) | undefined> = new Map<
  PageKind,
  ((site: Site) => unknown) | undefined
>([
  [tagsPages, undefined],
  [unitsPages, undefined],
  [archivePages, undefined],
  [awardsPages, awardsFrom],
  [awardsByFormPages, awardsFrom],
  [awardsByMeritPages, awardsFrom],
  [awardsByGiverPages, awardsFrom],
  [figuresPages, undefined],
  [movedSeriesPages, undefined],
  [documentsPages, documentsFrom],
  [documentPages, documentsFrom],
  [sessionsPages, sessionsFrom],
  [calendarPages, undefined],
  [officialsPages, undefined],
  [correctionsPages, undefined],
  [aliasPages, undefined],
]);

/**
 * What the site has as files for e-readers.
 *
 * @param sources a hash of all that the site is made from but the texts of articles
 */
export function siteBooks(site: Site, sources?: string): Book[] {
  return bulletinBooks(site, sources);
}

/** The pictures that are drawn for the site: cards for social networks, and icons. */
export function siteCards(site: Site): Card[] {
  const { site: own, ofArticles } = sharedOf(site).cards;
  const { logo } = site;
  const ofLogo = logo && "card" in logo.file ? [logo.file.card] : [];
  return [own, ...ofArticles(), ...iconsOf(site.settings.accent), ...ofLogo];
}

/**
 * The site's table of contents: yields every page of every kind, in the order of importance to a
 * reader. They come one after the other, because all at once would be most of what a site needs in
 * memory.
 *
 * @param basis what groups follow from besides articles
 * @param keep what a build knows of groups; left out, all pages are made
 * @param recall recalls what was made for a site of the same basis
 */
export function* sitePages(
  site: Site,
  office: OfficeLayouts = noOfficeLayouts,
  basis: Basis = { data: "", whole: "" },
  keep?: KeepGroup,
  recall: Recalled["recall"] = nothingRecalled.recall,
): Generator<GroupedPage> {
  const { chrome } = sharedOf(site);
  const lists: string[] = [];
  for (const kind of pageKinds) {
    const isInSitemap = isListed(kind);
    const list = (url: string) => {
      if (isInSitemap && url.endsWith("/")) lists.push(url);
    };
    for (const one of groupsOf(kind, site, office.views)) {
      if ("url" in one) {
        list(one.url);
        yield one;
        continue;
      }
      const group = `${kind.name} ${one.name}`;
      const keyOfOne = () => {
        // What it follows from need not be asked where only other texts have changed.
        const texts = keyOf(one.texts.map(({ hash }) => hash));
        return recall(`pages ${group} ${texts}`, () => keyOfGroup(one, chrome, basis));
      };
      const kept = keep?.(group, keyOfOne());
      if (kept) {
        if (isInSitemap) kept.forEach(list);
      } else
        for (const page of one.pages()) {
          list(page.url);
          yield { ...page, group };
        }
    }
  }
  for (const page of framedPages(office.pagesOf(site), site)) {
    if (page.url.endsWith("/")) lists.push(page.url);
    yield page;
  }
  yield* sitemapPages(site, lists);
}

/** Returns the key of a group: two groups of one name and key have the same pages. */
export function keyOfGroup(
  { sources, texts }: PageGroup,
  chrome: Chrome,
  { data, whole }: Basis,
): string {
  return sources
    ? keyOf([data, chrome, sources()])
    : keyOf([whole, chrome, texts.map(({ hash }) => hash)]);
}

/** Returns the pages of a kind in groups, as far as they have any. */
export function groupsOf(
  kind: PageKind,
  site: Site,
  views: OfficeViews = {},
): Iterable<Page | PageGroup> {
  if (!kindsOfLists.has(kind)) return kind(site, views);
  const from = kindsOfLists.get(kind);
  const sources = from && (() => from(site));
  const pages = () => pagesIn(kind(site, views));
  return [{ name: "", texts: [], ...(sources ? { sources } : {}), pages }];
}

/** Returns whether a kind is in the sitemap of lists; articles are in sitemaps of their own. */
function isListed(kind: (typeof pageKinds)[number]): boolean {
  return kind !== articlePages && !unlisted.has(kind);
}

/**
 * Returns the addresses of all pages but those of the past, without making the pages of articles.
 */
export function siteUrls(site: Site, office: OfficeLayouts = noOfficeLayouts): Set<string> {
  const urls = ourUrls(site);
  for (const { made } of office.pagesOf(site)) urls.add(made.url);
  return urls;
}

/** Finds the pages of an office that have the address of another, of which there can be but one. */
export function clashingPages(site: Site, office: OfficeLayouts): MadePage[] {
  const made = office.pagesOf(site);
  if (made.length === 0) return [];
  const urls = ourUrls(site);
  return made.filter((one) => {
    const { url } = one.made;
    const isTaken = urls.has(url) || isLastingFile(url);
    urls.add(url);
    return isTaken;
  });
}

/**
 * Draws a page with each view of an office, for a check that wants to know whether they can be.
 * Throws `LayoutFault`.
 */
export function drawViews(site: Site, { views }: OfficeLayouts): void {
  if (views["home-block"]) for (const page of pagesIn(homePages(site, views))) page.draw();
  if (views["article-foot"])
    for (const page of pagesIn(articlePages(site, views))) {
      page.draw();
      break;
    }
}

function ourUrls(site: Site): Set<string> {
  const urls = new Set(site.articles.map(({ url }) => url));
  const lists: string[] = [];
  for (const kind of pageKinds) {
    if (kind !== articlePages && kind !== aliasPages) lists.push(...urlsIn(kind(site, {})));
  }
  for (const { url } of siteBooks(site)) urls.add(url);
  for (const url of lists) urls.add(url);
  for (const { url } of sitemapPages(site, lists)) urls.add(url);
  return urls;
}

/** A file in a folder, and no page. */
const lastingFile = new RegExp(
  String.raw`^/(?:${lastingFolders.join("|")})/.*\.(?!html?$)[^/.]+$`,
  "u",
);

/**
 * Returns whether an address is that of a file whose name may be any, such as a picture or a part
 * of the search index.
 */
export function isLastingFile(url: string): boolean {
  return lastingFile.test(url);
}
