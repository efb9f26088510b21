import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import {
  clashingPages,
  drawViews,
  isLastingFile,
  siteBooks,
  siteCards,
  sitePages,
  siteUrls,
} from "../../layouts/index.ts";
import {
  noOfficeLayouts,
  type OfficeLayouts,
  officeLayouts,
} from "../../layouts/office/office-layouts.ts";
import { finished, type Surroundings } from "../../layouts/parts/finished.ts";
import { addressProblems, publishedAddresses } from "../../src/address-record.ts";
import { aliasFindings } from "../../src/alias.ts";
import { approvalFindings } from "../../src/approval.ts";
import type { Article } from "../../src/article.ts";
import type { Assets } from "../../src/assets/assets.ts";
import { type AssetFile, noAssets, readAssets, withLook } from "../../src/assets/assets.ts";
import { type ReadAttachments, readAttachments } from "../../src/attachments/attachments.ts";
import { makeBooks } from "../../src/books/books.ts";
import { keyOf } from "../../src/cache/key.ts";
import { nothingRecalled, type Recalled, recalledFrom } from "../../src/cache/recalled.ts";
import type { FoundContent } from "../../src/content/found-content.ts";
import { correctionsAheadFindings, farAheadFindings } from "../../src/far-ahead.ts";
import { LayoutFault } from "../../src/layout-fault.ts";
import { leadFindings } from "../../src/lead.ts";
import { linkProblems } from "../../src/links.ts";
import {
  type Content,
  isAllRead,
  type LoadOptions,
  loadContent,
  placeFindings,
} from "../../src/load.ts";
import { type Logo, readLogo } from "../../src/logo.ts";
import { findOfficeCode, loadOfficeModules } from "../../src/office-code.ts";
import { type Origin, originOf } from "../../src/origin.ts";
import type { Basis, GroupedPage, KeepGroup, Page } from "../../src/page.ts";
import { makeCards } from "../../src/pictures/cards.ts";
import type { Picture } from "../../src/pictures/picture.ts";
import { pictureWarnings } from "../../src/pictures/picture-warnings.ts";
import { checkPictures, findPictures, type MadePictures } from "../../src/pictures/pictures.ts";
import { withDraftsApart, withDraftsAsArticles } from "../../src/problems/draft-problems.ts";
import { isError, type Problem, sortProblems } from "../../src/problems/problem.ts";
import { searchParts } from "../../src/search/search.ts";
import { makeSearch } from "../../src/search/search-files.ts";
import { emptySettings, lookOf } from "../../src/settings.ts";
import { isIn, type Shard } from "../../src/shard.ts";
import { indexSite, type SearchPart, type Site, sameAddressFindings } from "../../src/site.ts";
import { hasEnded, unitAsOf } from "../../src/unit.ts";
import { makeWebEditor } from "../../src/web-editor/program.ts";
import { withdrawalFindings } from "../../src/withdrawal-findings.ts";
import { lazily } from "../../src/work/once.ts";
import { noProgress, type Progress } from "../../src/work/progress.ts";
import { timed } from "../../src/work/timings.ts";

/*
 * Where the parts meet: content → site → pages. Nothing here writes a site or knows its writer.
 */

/** Numbers of articles. */
export type ArticleCounts = {
  /** Published ones; for a check, all that were read. */
  readonly articles: number;
  readonly drafts: number;
  /** Those that are not drafts and are dated later than today. */
  readonly due: number;
};

/** What a content folder results in. */
export type Made =
  | (ArticleCounts & {
      readonly kind: "site";
      /** Warnings only. */
      readonly problems: readonly Problem[];
      readonly origin: Origin;
      readonly site: MadeSite;
    })
  | Faulty;

/** Content with an error, of which no site is made. */
export type Faulty = CheckResult & { readonly kind: "faulty" };

/** All problems of a content folder. */
export type CheckResult = ArticleCounts & { readonly problems: readonly Problem[] };

/** A site that is ready to be written. */
export type MadeSite = {
  /** Yields all pages, one after the other, but those of groups that the caller keeps. */
  readonly pages: (keep?: KeepGroup) => Iterable<GroupedPage>;
  readonly draw: (page: Page) => string;
  /** What becomes of each page after its view has drawn it. */
  readonly surroundings: Surroundings;
  /** Identifies the code that draws the pages, and the options that concern all of them. */
  readonly drawnBy: string;
  /** Fonts and other files that are copied into the output as they are. */
  readonly files: readonly AssetFile[];
  /** How many pictures there are. */
  readonly pictures: number;
  /**
   * Makes the pictures; the first call begins, others get the same. They take longest of all, and
   * pages need only their sizes. A damaged one shows only now: no site with one is published.
   */
  readonly makePictures: () => Promise<MadePictures>;
  /**
   * Makes cards and the search index. They take as long as everything else, and no page needs them.
   * Rejects when a picture that one of them shows is damaged.
   *
   * @param gently if given, makes one after the other, and throws soon after it is aborted; what
   *   has been made by then stays in the cache
   */
  readonly laterFiles: (gently?: AbortSignal) => Promise<readonly AssetFile[]>;
  /** Keeps what the next build need not work out again; for the end of this one. */
  readonly remember: () => Promise<void>;
};

export type MakeOptions = LoadOptions & {
  /** The part of the site to write; left out for the whole site. */
  readonly shard?: Shard | undefined;
  /** True for the server on this machine: no base path, and pages that reload by themselves. */
  readonly isPreview?: boolean;
};

// By default V8 lets the heap grow further before it collects garbage, which costs memory and saves
// no time. What is read of an article lives about as long as drawing its page takes, so a larger
// young generation (semi-space, in MB) saves a tenth of the time.
setFlagsFromString("--heap-growing-percent=60");
setFlagsFromString("--min-semi-space-size=16");
setFlagsFromString("--max-semi-space-size=48");

/** Finds every problem of a content folder without making a site. */
export async function check(options: LoadOptions, found?: FoundContent): Promise<CheckResult> {
  return checkContent(await loadContent(options, noProgress, found), options);
}

/** The problems of a content folder, and its addresses beside those that were published. */
export type CheckedAddresses = CheckResult & {
  readonly record: Content["addresses"];
  /** Every address that the site of today promises to keep, with its owner. */
  readonly addresses: ReadonlyMap<string, string>;
  /**
   * What becomes of addresses that an earlier record has and this one has not, or with another
   * owner: the problems that the check would tell of if nobody had changed the record.
   */
  readonly unrecorded: readonly Problem[];
};

/**
 * Finds every problem of a content folder, and the addresses of its site.
 *
 * @param earlier an earlier record of the addresses
 */
export async function checkAddresses(
  options: LoadOptions,
  earlier: Content["addresses"] = [],
): Promise<CheckedAddresses> {
  const content = await loadContent(options);
  const { published, withdrawn, addresses: record } = content;
  const { site } = siteOf(content, await layoutsOf(options), published, new Map(), noAssets);
  const known = new Map(record.map(({ address, owner }) => [address, owner]));
  const changed = earlier.filter(({ address, owner }) => known.get(address) !== owner);
  return {
    ...(await checkContent(content, options)),
    record,
    unrecorded: recordProblems({ ...content, addresses: changed }, site),
    addresses: publishedAddresses({ site, shown: [...published, ...withdrawn] }),
  };
}

/** Makes a site that is ready to be written. Writes to nothing but the cache. */
export async function makeSite(
  found: FoundContent,
  options: MakeOptions,
  origin: Origin = originOf(found, options),
  progress: Progress = noProgress,
): Promise<Made> {
  const content = await timed("read", () => loadContent(options, progress, found));
  if (content.problems.some(isError))
    return { kind: "faulty", ...(await checkContent(content, options)) };
  const sizes = findPictures(content.pictures, content.idOf, options.cache, (base) =>
    isIn(options.shard, base),
  );
  // Each of these is mostly done outside this thread.
  const [{ assets, files }, { logo, problems: ofLogo }, pictures, attached] = await Promise.all([
    readAssets(options.cache),
    logoOf(content),
    sizes,
    // Not while pictures are read: how much memory a PDF takes is seen in that of the process.
    sizes.then(() =>
      timed("attachments", () => readAttachments(content.attachments, content.idOf, options.cache)),
    ),
  ]);
  const warnings = await pictureWarnings(
    content.pictureFiles.filter(({ path }) => isIn(options.shard, path)),
    content.idOf,
    options.cache,
  );
  const editor = content.settings?.webEditor ? await makeWebEditor(options.cache) : [];
  const office = await layoutsOf(options);
  const look = withLook(assets, lookOf(content.settings, logo));
  const basis = basisOf(found.data, content, {
    pictures: pictures.pictures,
    attachments: attached.attachments,
    assets: look,
    logo,
  });
  const recalled = recalledFrom(
    recalledPath(options),
    keyOf([origin.code, basis.whole, unshownIn(content)]),
  );
  const { site, problems: ofSite } = siteOf(
    content,
    office,
    content.published,
    pictures.pictures,
    look,
    (site) => searchParts(site, recalled),
    attached,
    logo,
    recalled,
  );
  const ofRecord = recordProblems(content, site, recalled);
  const all = [
    ...content.problems,
    ...ofLogo,
    ...pictures.problems,
    ...warnings,
    ...attached.problems,
    ...ofSite,
    ...ofRecord,
  ];
  const problems = sortProblems(withDraftsApart(all, content.isOfDraft));
  const counts = { articles: content.published.length, ...unpublishedOf(content) };
  if (problems.some(isError)) return { kind: "faulty", problems, ...counts };
  const shard = shardOf(site, office, options.shard, basis, recalled);
  // Pictures take longest, so none is made for a site that has errors already.
  const madePictures = lazily(() => timed("pictures", () => pictures.make(progress)));
  const pictureFiles = async () => (await madePictures()).files;
  return {
    kind: "site",
    problems,
    ...counts,
    origin,
    site: {
      ...drawingOf(origin.code, content.settings?.basePath ?? "", options.isPreview ?? false),
      pages: shard.pages,
      files: [...files, ...attached.files, ...editor].filter(({ url }) => shard.isOwn(url)),
      pictures: pictures.pictures.size,
      makePictures: madePictures,
      async laterFiles(gently) {
        const search = timed("search", () => makeSearch(shard.site(), options.cache, gently));
        if (gently) await search;
        const cards = timed("cards", () =>
          makeCards(shard.cards(), pictureFiles, options.cache, gently),
        );
        if (gently) await cards;
        const books = timed("books", () =>
          makeBooks(shard.books(), pictures.jpeg, origin.code, options.cache, gently),
        );
        return (await Promise.all([search, cards, books])).flat();
      },
      remember: recalled.save,
    },
  };
}

/**
 * Makes the pictures of a site. Returns the site with their files among all others, or what is
 * wrong with it when a picture turns out to be damaged.
 */
export async function withPictures(
  made: Extract<Made, { kind: "site" }>,
): Promise<(Extract<Made, { kind: "site" }> & { readonly newPictures: number }) | Faulty> {
  const { site, problems, articles, drafts, due } = made;
  const pictures = await site.makePictures();
  if (pictures.problems.length > 0) {
    const all = sortProblems([...problems, ...pictures.problems]);
    return { kind: "faulty", problems: all, articles, drafts, due };
  }
  const files = [...site.files, ...pictures.files];
  return { ...made, site: { ...site, files }, newPictures: pictures.made };
}

/** Returns how pages are drawn: below the base path of the site, or for the preview. */
export function drawingOf(
  code: string,
  ownPath: string,
  isPreview: boolean,
): Pick<MadeSite, "draw" | "surroundings" | "drawnBy"> {
  const surroundings = { basePath: isPreview ? "" : ownPath, isPreview };
  return {
    drawnBy: `${code} ${isPreview} ${surroundings.basePath}`,
    draw: (page) => finished(page.draw(), surroundings),
    surroundings,
  };
}

/** What pages show besides what is in the files of content. */
type Shown = Pick<Site, "pictures" | "attachments" | "assets"> & {
  readonly logo?: Logo | undefined;
};

/**
 * Returns what groups of pages follow from besides articles.
 *
 * @param files the data files
 */
export function basisOf(
  files: FoundContent["data"],
  content: Content,
  { pictures, attachments, assets, logo }: Shown,
): Basis {
  const { today, drafts, published, withdrawn, units } = content;
  const data = keyOf([
    drafts,
    [...files.values()].map(({ path, text }) => [path, text]),
    units.units.map((unit) => [unitAsOf(unit, today), hasEnded(unit, today)]),
    assets,
    logo,
  ]);
  const whole = keyOf([
    data,
    today,
    [published, withdrawn].map((some) => some.map(({ listHash }) => listHash)),
    [pictures, attachments].map((some) => [...some]),
  ]);
  return { data, whole };
}

/**
 * Returns where values are recalled from: beside the states of outputs, whose old ones are deleted.
 * A preview with its drafts and a build of the site to publish take turns, and have one each.
 */
function recalledPath({ content, cache, drafts, shard, isPreview }: MakeOptions): string {
  return join(cache, "trang", `${keyOf([resolve(content), drafts, shard, isPreview])}.json`);
}

/** Returns what is in no page and yet counts for what is wrong with a site. */
function unshownIn({ unpublished, faultyDrafts, addresses }: Content): readonly unknown[] {
  return [unpublished.map(({ listHash }) => listHash), [...faultyDrafts], addresses];
}

/**
 * Returns the part of a site that one of several builds writes; all of it if there is only one.
 *
 * @param basis what groups of pages follow from besides articles
 */
function shardOf(
  whole: Site,
  office: OfficeLayouts,
  shard: Shard | undefined,
  basis: Basis,
  { recall }: Recalled,
) {
  const isOwn = (address: string) => isIn(shard, address);
  return {
    isOwn,
    site: () =>
      shard === undefined
        ? whole
        : { ...whole, search: whole.search.filter(({ hash }) => isOwn(hash)) },
    books: () => siteBooks(whole, basis.whole).filter(({ url }) => isOwn(url)),
    // A card is drawn where its photograph is made.
    cards: () =>
      siteCards(whole).filter(({ url, photo }) => isOwn(photo ? folderOf(photo.url) : url)),
    // Of a group a part has some pages only, and the sitemap names those of the other parts too.
    pages: (keep?: KeepGroup) =>
      shard === undefined
        ? sitePages(whole, office, basis, keep, recall)
        : sitePages(whole, office).filter(({ url }) => isOwn(url)),
  };
}

function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf("/") + 1);
}

/**
 * Checks the site of today, and the one in which all articles of later days are published.
 * Otherwise a fault in one of those would go unseen, and stop the whole site on the day that it is
 * due.
 */
async function checkContent(content: Content, options: LoadOptions): Promise<CheckResult> {
  const pictures = [...content.pictures, ...content.unpublishedPictures];
  const ofPictures = [
    ...(await checkPictures(pictures, content.idOf, options.cache)),
    ...(await pictureWarnings(content.pictureFiles, content.idOf, options.cache)),
  ];
  const attached = [...content.attachments, ...content.unpublishedAttachments];
  const { problems: ofFiles } = await readAttachments(attached, content.idOf, options.cache);
  const { problems: ofLogo } = await logoOf(content);
  const due = content.unpublished.filter(({ draft }) => !draft);
  const lists = [content.published, ...(due.length > 0 ? [[...content.published, ...due]] : [])];
  const office = await layoutsOf(options);
  const sites = lists.map((articles) => siteOf(content, office, articles, new Map(), noAssets));
  drawViews(sites[0]!.site, office);
  const ofSites = sites.flatMap(({ problems }) => problems);
  const ofRecord = recordProblems(content, sites[0]!.site);
  const unique = new Map(ofSites.map((found) => [JSON.stringify(found), found]));
  const problems = [
    ...content.problems,
    ...ofLogo,
    ...ofPictures,
    ...ofFiles,
    ...unique.values(),
    ...ofRecord,
  ];
  const told = options.drafts
    ? withDraftsAsArticles(problems)
    : withDraftsApart(problems, content.isOfDraft);
  return {
    problems: sortProblems(told),
    articles: content.files.size,
    ...unpublishedOf(content),
  };
}

/** Returns which addresses that were published would vanish from a site, or lead elsewhere. */
function recordProblems(
  content: Content,
  site: Site,
  { recall }: Recalled = nothingRecalled,
): Problem[] {
  const { addresses, published, withdrawn, unpublished, faultyDrafts, files } = content;
  const faulty = new Set(content.problems.filter(isError).map(({ path }) => path));
  const shown = [...published, ...withdrawn];
  const { problems, findings } = recall("addresses", () =>
    addressProblems(addresses, {
      site,
      shown,
      unpublished,
      faultyDrafts,
      isFile: (path) => files.has(path),
      isFaulty: (path) => faulty.has(path),
      isWhole: isAllRead(content),
    }),
  );
  return [...problems, ...placeFindings(findings, files)];
}

function unpublishedOf(content: Content): Pick<ArticleCounts, "drafts" | "due"> {
  const { unpublished, faultyDrafts } = content;
  const drafts = unpublished.filter(({ draft }) => draft).length;
  return { drafts: drafts + faultyDrafts.size, due: unpublished.length - drafts };
}

/** Reads the logo of the office, if site.yaml names one. */
async function logoOf({ logoFile }: Content): ReturnType<typeof readLogo> {
  return logoFile ? readLogo(logoFile.file, logoFile.place) : { problems: [] };
}

type Attached = Pick<ReadAttachments, "attachments" | "texts">;

/** Loads what the code of an office brings to its site, if there is any. Throws `LayoutFault`. */
async function layoutsOf({ content }: Pick<LoadOptions, "content">): Promise<OfficeLayouts> {
  const code = findOfficeCode(content);
  return code ? officeLayouts(code, await loadOfficeModules(code)) : noOfficeLayouts;
}

/** Returns the site of some articles, and the problems that show only when all are known. */
function siteOf(
  content: Content,
  office: OfficeLayouts,
  articles: readonly Article[],
  pictures: ReadonlyMap<string, Picture>,
  assets: Assets,
  searchOf?: (site: Site) => readonly SearchPart[],
  attached: Attached = { attachments: new Map(), texts: new Map() },
  logo?: Logo,
  { recall }: Recalled = nothingRecalled,
): { site: Site; problems: Problem[] } {
  const {
    settings = emptySettings,
    units,
    people,
    series,
    published,
    withdrawn,
    unpublished,
    links,
    files,
    today,
  } = content;
  const { bulletins, drafts: withOpenMonths } = content;
  const { attachments, texts: attachedTexts } = attached;
  const own = { settings, logo, units, people, series, articles, pictures, assets, today };
  const ofFiles = { attachments, attachedTexts };
  const parts = { ...own, ...ofFiles, withdrawn, bulletins, withOpenMonths, recall };
  const { site, findings } = timed("index", () =>
    indexSite({ ...parts, ...(searchOf ? { searchOf } : {}) }),
  );
  const [clash] = clashingPages(site, office);
  if (clash) throw new LayoutFault("taken", clash.made.url, clash.path);
  const ownUrls = lazily(() => siteUrls(site, office));
  const urls = lazily(() => ownUrls().union(new Set(site.moved.map(({ alias }) => alias))));
  const allRead = isAllRead(content);
  const newest = published.reduce((day, { date }) => (date > day ? date : day), today);
  const forewords = new Set(bulletins.map(({ path }) => path));
  const ofLinks = recall(`links ${linksKey(links)}`, () =>
    linkProblems(links, {
      isShown: ({ path }) =>
        site.articleByPath.has(path) || forewords.has(path) || path === "site.yaml",
      isFile: (path) => files.has(path),
      isShownTo(from, path) {
        // Readers find a notice there, and where to read on.
        if (site.withdrawn.has(path)) return true;
        const target = site.articleByPath.get(path);
        if (target === undefined) return !allRead;
        return target.date <= newest || target.date <= from.date;
      },
      urls: allRead ? urls : undefined,
    }),
  );
  const found = recall("findings", () => {
    // Of two that are in each other's way, the one that comes later here is told: a draft, if any
    // is.
    const draftsLast = unpublished.toSorted((a, b) => Number(a.draft) - Number(b.draft));
    const allArticles = [...published, ...withdrawn, ...draftsLast];
    return [
      ...findings(),
      ...sameAddressFindings(allArticles),
      ...aliasFindings(
        [...site.articles, ...withdrawn],
        (url) => ownUrls().has(url) || isLastingFile(url),
      ),
      ...withdrawalFindings(allArticles, today),
      ...farAheadFindings(allArticles, today),
      ...correctionsAheadFindings(published, today),
      ...leadFindings([...published, ...unpublished], today),
      ...approvalFindings([...published, ...unpublished], settings.approvalFrom),
    ];
  });
  return { site, problems: [...ofLinks, ...placeFindings(found, files)] };
}

/** Returns a hash of links, and of where each of them is: a text is edited around them. */
function linksKey(links: Content["links"]): string {
  return keyOf(
    links.map(({ from, ...link }) => [link, from === undefined ? [] : [from.path, from.date]]),
  );
}
