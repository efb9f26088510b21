import { portalCards, portalPages } from "../../layouts/portal/index.ts";
import { readAssets, withLook } from "../../src/assets/assets.ts";
import { codeHash } from "../../src/cache/code-hash.ts";
import { keyOf } from "../../src/cache/key.ts";
import { inProject } from "../../src/cache/project.ts";
import { type Day, dayAt, shortDay } from "../../src/day.ts";
import { siteCode } from "../../src/origin.ts";
import { makeCards } from "../../src/pictures/cards.ts";
import { indexPortal, type Portal } from "../../src/portal/portal.ts";
import { type PortalSite, portalFileName } from "../../src/portal/portal-file.ts";
import { type Published, readPublished } from "../../src/portal/published.ts";
import { isError, type Problem, problem, sortProblems } from "../../src/problems/problem.ts";
import { lookOf } from "../../src/settings.ts";
import { timed } from "../../src/work/timings.ts";
import { keptSite, type OpenedCopy, openCopy } from "../gathering/copies.ts";
import { openPortal, type PortalFolder } from "../gathering/open-portal.ts";
import { drawingOf, type Faulty, type Made } from "./make-site.ts";

export type PortalOptions = {
  /** The folder with portal.yaml. */
  readonly content: string;
  readonly cache: string;
  /** Rows of later days are not shown yet. */
  readonly today: Day;
};

/** The code that makes what is in a portal. */
const portalCode = [...siteCode, "scripts/site/make-portal.ts", "scripts/gathering"];

/**
 * Makes a portal that is ready to be written, from what lies on this machine: it asks no other
 * site. Writes to nothing but the cache.
 */
export async function makePortal(options: PortalOptions): Promise<Made> {
  const folder = await openPortal(options.content);
  const { settings } = folder;
  if (settings === undefined || folder.problems.some(isError)) return faulty(folder.problems);
  const opened = settings.sites.map((site) => ({
    site,
    copy: openCopy(site, options.content, options.cache),
  }));
  const published: Published[] = [];
  const problems: Problem[] = [...folder.problems];
  await timed("read", async () => {
    for (const { site, copy } of opened) {
      if (copy === undefined) problems.push(missing(site, options.cache));
      else {
        const read = readPublished(site, copy, options.today);
        if (read.value) published.push(read.value);
        problems.push(...read.problems, ...oldCopy(site, copy));
      }
    }
  });
  const { assets, files } = await readAssets(options.cache);
  const { portal, problems: ofSites } = await timed("index", async () =>
    indexPortal({
      settings,
      ...(folder.logo ? { logo: folder.logo } : {}),
      assets: withLook(assets, { ...lookOf(settings, folder.logo), isPortal: true }),
      published,
      units: folder.units,
      today: options.today,
    }),
  );
  problems.push(...ofSites, ...footerProblems(portal));
  if (problems.some(isError)) return faulty(problems);
  const origin = originOf(folder, opened, options.today);
  return {
    kind: "site",
    problems: sortProblems(problems),
    articles: portal.articles.length,
    drafts: 0,
    due: 0,
    origin,
    site: {
      ...drawingOf(origin.code, settings.basePath, false),
      pages: () => portalPages(portal),
      files,
      pictures: 0,
      makePictures: async () => ({ files: [], problems: [], made: 0 }),
      laterFiles: (gently) =>
        timed("cards", () => makeCards(portalCards(portal), async () => [], options.cache, gently)),
      remember: async () => {},
    },
  };
}

function faulty(problems: readonly Problem[]): Faulty {
  return { kind: "faulty", problems: sortProblems(problems), articles: 0, drafts: 0, due: 0 };
}

type Opened = { readonly site: PortalSite; readonly copy: OpenedCopy | undefined };

function originOf(folder: PortalFolder, opened: readonly Opened[], today: Day) {
  const code = codeHash(portalCode.map(inProject));
  const content = keyOf([
    folder.read,
    opened.map(({ site: { place: _, ...site }, copy }) => [
      site,
      copy?.read() ?? [],
      copy?.readAt,
      copy?.failed,
    ]),
  ]);
  return { code, content, whole: keyOf([code, content, today]) };
}

/** Says that a site was never read, and why, as far as that is known. */
function missing(site: PortalSite, cache: string): Problem {
  const why = site.data ?? keptSite(cache, site)?.failed?.why ?? "";
  return problem("portal-data-missing", site.place, { name: site.name, why });
}

function oldCopy({ name, place }: PortalSite, { readAt, failed }: OpenedCopy): Problem[] {
  if (failed === undefined || readAt === undefined) return [];
  const since = shortDay(dayAt(readAt)!);
  return [problem("portal-copy-old", place, { name, why: failed.why, since })];
}

/** Finds links at the foot that lead to no page of the portal. */
function footerProblems(portal: Portal): Problem[] {
  const own = (portal.settings.footer?.links ?? [])
    .map(({ written }) => written)
    .filter((written) => written.startsWith("/"));
  if (own.length === 0) return [];
  const urls = new Set(Array.from(portalPages(portal), ({ url }) => url));
  const place = { path: portalFileName, line: 1, column: 1 };
  return own
    .filter((written) => !urls.has(written.replace(/[?#].*$/su, "")))
    .map((value) => problem("link-missing", place, { value }));
}
