import { setFlagsFromString } from "node:v8";
import { siteCards, sitePages, siteUrls } from "../layouts/index.ts";
import type { Article } from "../src/article.ts";
import { lazily } from "../src/cache/once.ts";
import { noProgress, type Progress } from "../src/cache/progress.ts";
import { isIn, type Shard } from "../src/cache/shard.ts";
import { timed } from "../src/cache/timings.ts";
import { farAheadFindings } from "../src/far-ahead.ts";
import { linkProblems } from "../src/links.ts";
import {
  type Content,
  type FoundContent,
  type LoadOptions,
  loadContent,
  placeFindings,
} from "../src/load.ts";
import type { Page } from "../src/page.ts";
import type { Assets } from "../src/pictures/assets.ts";
import { type AssetFile, noAssets, readAssets } from "../src/pictures/assets.ts";
import { makeCards } from "../src/pictures/cards.ts";
import type { Picture } from "../src/pictures/picture.ts";
import { checkPictures, makePictures } from "../src/pictures/pictures.ts";
import { isError, type Problem, sortProblems } from "../src/problems/problem.ts";
import { makeSearch } from "../src/search/pagefind.ts";
import { engineKey, searchBundles } from "../src/search/search.ts";
import { emptySettings } from "../src/settings.ts";
import { indexSite, type SearchBundle, type Site, sameAddressFindings } from "../src/site.ts";
import { makeWebEditor } from "../src/web-editor/program.ts";

/*
 * Where the parts meet: content → site → pages. Nothing here writes a site or knows what does.
 */

/** What a content folder comes to. */
export type Compiled = {
  readonly problems: readonly Problem[];
  /** How many articles are published; for a check, how many were read. */
  readonly articles: number;
  /** Articles that are not published: drafts, and those of later days. */
  readonly drafts: number;
  readonly due: number;
  /** The site to write; undefined when a problem is an error. */
  readonly site: CompiledSite | undefined;
};

export type CompiledSite = {
  /** Makes all pages, one after the other. */
  readonly pages: () => Iterable<Page>;
  /** Pictures and fonts, which go into the site as they are. */
  readonly files: readonly AssetFile[];
  /**
   * Makes cards and the search index. They need as long as everything else, and no page waits for them.
   *
   * @param gently makes one after the other, and throws soon after this is aborted; what is made is kept
   */
  readonly laterFiles: (gently?: AbortSignal) => Promise<readonly AssetFile[]>;
  /** Path of the address that the site is served at: "" or `/ban-tin`. */
  readonly basePath: string;
  readonly pictures: { readonly all: number; readonly made: number };
};

export type CompileOptions = LoadOptions & {
  /** Left out for the whole site. */
  readonly shard?: Shard | undefined;
};

// Left to itself the heap grows further before it is swept: some more memory, and nothing gained in
// time. What is read of an article lives about as long as its page takes, so a larger nursery saves a
// tenth of the time.
setFlagsFromString("--heap-growing-percent=60");
setFlagsFromString("--min-semi-space-size=16");
setFlagsFromString("--max-semi-space-size=48");

/** Finds every problem in a content folder, without building anything. */
export async function check(options: CompileOptions, found?: FoundContent): Promise<Compiled> {
  return checkContent(await loadContent(options, noProgress, found), options);
}

/** Works out every page of a site. Writes nothing but the cache of pictures. */
export async function compile(
  options: CompileOptions,
  progress: Progress = noProgress,
  found?: FoundContent,
): Promise<Compiled> {
  const content = await timed("read", () => loadContent(options, progress, found));
  // Pictures take longest, so none is made for a site that has errors already.
  if (content.problems.some(isError)) return checkContent(content, options);
  const { assets, files } = await readAssets(options.cache);
  const made = await timed("pictures", () =>
    makePictures(content.pictures, content.idOf, options.cache, progress),
  );
  const editor = content.settings?.webEditor ? await makeWebEditor(options.cache) : [];
  const drawn = siteOf(content, content.published, made.pictures, assets, searchBundles);
  const problems = sortProblems([...content.problems, ...made.problems, ...drawn.problems]);
  const compiled = { problems, articles: content.published.length, ...unpublishedOf(content) };
  if (problems.some(isError)) return { ...compiled, site: undefined };
  const isOwn = (address: string) => isIn(options.shard, address);
  const bundles = drawn.site.search.filter(({ key }) => isOwn(key));
  const cards = siteCards(drawn.site).filter(({ url }) => isOwn(url));
  const makeLater = async (gently?: AbortSignal) => {
    const search = timed("search", () =>
      makeSearch({ ...drawn.site, search: bundles }, options.cache, isOwn(engineKey), gently),
    );
    if (gently) await search;
    const ofCards = timed("cards", () => makeCards(cards, made.files, options.cache, gently));
    return (await Promise.all([search, ofCards])).flat();
  };
  return {
    ...compiled,
    site: {
      pages: () =>
        options.shard === undefined
          ? sitePages(drawn.site)
          : sitePages(drawn.site).filter(({ url }) => isOwn(url)),
      files: [...files, ...made.files, ...editor].filter(({ url }) => isOwn(url)),
      laterFiles: makeLater,
      basePath: content.settings?.basePath ?? "",
      pictures: { all: made.pictures.size, made: made.made },
    },
  };
}

/**
 * Looks at the site of today, and at the one in which all articles of later days have come out. Or
 * else a fault in one of them would go by unseen, and stop everybody's site on the day that it is due.
 */
async function checkContent(content: Content, options: CompileOptions): Promise<Compiled> {
  const pictures = [...content.pictures, ...content.unpublishedPictures];
  const ofPictures = await checkPictures(pictures, content.idOf, options.cache);
  const due = content.unpublished.filter(({ draft }) => !draft);
  const sites = [content.published, ...(due.length > 0 ? [[...content.published, ...due]] : [])];
  const ofSites = sites.flatMap(
    (articles) => siteOf(content, articles, new Map(), noAssets).problems,
  );
  const unique = new Map(ofSites.map((found) => [JSON.stringify(found), found]));
  return {
    problems: sortProblems([...content.problems, ...ofPictures, ...unique.values()]),
    articles: content.files.size,
    ...unpublishedOf(content),
    site: undefined,
  };
}

function unpublishedOf({ unpublished }: Content): Pick<Compiled, "drafts" | "due"> {
  const drafts = unpublished.filter(({ draft }) => draft).length;
  return { drafts, due: unpublished.length - drafts };
}

/** The site that some of the articles make, and what is wrong between them. */
function siteOf(
  content: Content,
  articles: readonly Article[],
  pictures: ReadonlyMap<string, Picture>,
  assets: Assets,
  searchOf: (site: Site) => readonly SearchBundle[] = () => [],
): { site: Site; problems: Problem[] } {
  const { settings = emptySettings, units, published, unpublished, links, files, today } = content;
  const parts = { settings, units, articles, pictures, assets, today };
  const { site: found, findings } = timed("index", () => indexSite(parts));
  const site = { ...found, search: searchOf(found) };
  const urls = lazily(() => siteUrls(site));
  const allArticles = [...published, ...unpublished];
  const allRead = allArticles.length === files.size;
  const newest = published.reduce((day, { date }) => (date > day ? date : day), today);
  const ofLinks = linkProblems(links, {
    isShown: ({ path }) => site.articleByPath.has(path),
    isFile: (path) => files.has(path),
    isShownTo(from, path) {
      const target = site.articleByPath.get(path);
      if (target === undefined) return !allRead;
      return target.date <= newest || target.date <= from.date;
    },
    urls: allRead ? urls : undefined,
  });
  const ofDates = farAheadFindings(allArticles, today);
  const placed = placeFindings(
    [...findings, ...sameAddressFindings(allArticles), ...ofDates],
    files,
  );
  return { site, problems: [...ofLinks, ...placed] };
}
