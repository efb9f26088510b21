import type { Assets } from "../assets/assets.ts";
import type { Day } from "../day.ts";
import type { Logo } from "../logo.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { compareCodes, fold } from "../text/vietnamese.ts";
import type { Unit } from "../unit.ts";
import { type JoinedAwards, joinAwards } from "./joined-award.ts";
import type { PortalSettings } from "./portal-file.ts";
import { type PortalUnit, type PortalUnits, unitsOver } from "./portal-unit.ts";
import type { Published } from "./published.ts";
import type { PublishedFigure } from "./published-rows.ts";
import { toldAwards } from "./told-award.ts";

/** Several sites, put together: all that the pages of a portal are made from. */
export type Portal = {
  readonly settings: PortalSettings;
  readonly logo?: Logo;
  readonly assets: Assets;
  /** In the order of portal.yaml. */
  readonly sites: readonly Published[];
  /** By id. */
  readonly siteById: ReadonlyMap<string, Published>;
  readonly units: PortalUnits;
  /** Of all sites, oldest first. */
  readonly articles: readonly PortalArticle[];
  /** The titles of articles, by their addresses. */
  readonly titleOf: ReadonlyMap<string, string>;
  readonly awards: JoinedAwards;
  /** The newest figure of each name and unit, as each site tells it; newest first. */
  readonly figures: readonly PortalFigure[];
  readonly today: Day;
};

/** An article of one of the sites. */
export type PortalArticle = {
  readonly site: string;
  readonly url: string;
  readonly title: string;
  readonly day: Day;
  readonly unit: PortalUnit;
  /** The name of the unit on that day. */
  readonly unitName: string;
  readonly summary: string;
  readonly tags: readonly string[];
};

/** A figure, once for all sites that state it alike. */
export type PortalFigure = {
  readonly unit: PortalUnit;
  /** As the site has it whose article is the newest. */
  readonly row: PublishedFigure;
  /** The day of that article. */
  readonly day: Day;
  /** The sites, each with its article; that of the row first. */
  readonly tellers: readonly { readonly site: string; readonly url: string }[];
};

type Parts = Pick<Portal, "settings" | "logo" | "assets" | "today"> & {
  readonly published: readonly Published[];
  /** The portal's own list of units; empty where it has none. */
  readonly units: readonly Unit[];
};

/** Puts sites together. Their order decides in which order pages name them, and nothing else. */
export function indexPortal(parts: Parts): {
  readonly portal: Portal;
  readonly problems: readonly Problem[];
} {
  const { published, units: listed, ...rest } = parts;
  const { sites, problems } = distinctSites(published);
  const byId = sites.toSorted((a, b) => compareCodes(a.site.id, b.site.id));
  const units = unitsOver(byId, listed);
  const articles = byId.flatMap((one) => articlesOf(one, units)).sort(byDay);
  return {
    portal: {
      ...rest,
      sites,
      siteById: new Map(sites.map((one) => [one.site.id, one])),
      units,
      articles,
      titleOf: new Map(articles.map(({ url, title }) => [url, title])),
      awards: joinAwards(byId.flatMap((one) => toldAwards(one, units))),
      figures: toldOnce(byId.flatMap((one) => newestFigures(one, units))),
    },
    problems,
  };
}

/** Leaves out a site that another name in portal.yaml leads to as well. */
export function distinctSites(published: readonly Published[]): {
  readonly sites: readonly Published[];
  readonly problems: readonly Problem[];
} {
  const byBase = Map.groupBy(published, ({ base }) => base);
  const first = new Set(
    [...byBase.values()].map((same) =>
      same.reduce((best, one) => (one.site.id < best.site.id ? one : best)),
    ),
  );
  const again = published.filter((one) => !first.has(one));
  return {
    sites: published.filter((one) => first.has(one)),
    problems: again.map(({ site, base }) =>
      problem("portal-site-twice", site.place, { value: base }),
    ),
  };
}

function byDay(a: { readonly day: Day }, b: { readonly day: Day }): number {
  return compareCodes(a.day, b.day);
}

function articlesOf({ site, rows }: Published, units: PortalUnits): PortalArticle[] {
  return rows.articles.map((row) => ({
    site: site.id,
    url: row.url,
    title: row.title,
    day: row.date as Day,
    unit: units.told(site.id, row.unit_id, row.unit_name).unit,
    unitName: row.unit_name,
    summary: row.summary,
    tags: row.tags,
  }));
}

/** Returns the newest figure of each name and unit that a site tells of. */
function newestFigures({ site, rows }: Published, units: PortalUnits): PortalFigure[] {
  const newest = new Map<string, PortalFigure>();
  for (const row of rows.figures) {
    const { unit } = units.told(site.id, row.about_id, row.about_name);
    const { name, value_unit: measure, kind, of } = row;
    const key = JSON.stringify([unit.key, fold(name), fold(measure ?? ""), kind, of]);
    const known = newest.get(key);
    const tellers = [{ site: site.id, url: row.article_url }];
    const figure: PortalFigure = { unit, row, day: row.article_date as Day, tellers };
    if (known === undefined || isNewer(row, known.row)) newest.set(key, figure);
  }
  return [...newest.values()];
}

/** Puts figures together that several sites state alike; newest first. */
function toldOnce(figures: readonly PortalFigure[]): PortalFigure[] {
  const groups = Map.groupBy(
    figures.toSorted((a, b) => byDay(b, a)),
    ({ unit, row }) => {
      const { name, value_text: value, value_unit: measure, kind, of, period } = row;
      return JSON.stringify([unit.key, fold(name), value, fold(measure ?? ""), kind, of, period]);
    },
  );
  return [...groups.values()].map((same) => ({
    ...same[0]!,
    tellers: same.flatMap(({ tellers }) => tellers),
  }));
}

function isNewer(one: PublishedFigure, other: PublishedFigure): boolean {
  const [a, b] = [one, other].map((row) => `${row.period_to ?? ""} ${row.article_date}`);
  return compareCodes(a!, b!) >= 0;
}
