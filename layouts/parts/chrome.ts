import type { Logo } from "../../src/logo.ts";
import { type MenuSection, menuSections, type OwnLink } from "../../src/look.ts";
import type { Card } from "../../src/pictures/card.ts";
import type { Settings } from "../../src/settings.ts";
import { linkedUrl, type Site } from "../../src/site.ts";
import {
  archiveUrl,
  awardsUrl,
  documentsUrl,
  figuresUrl,
  officialsUrl,
  sessionsUrl,
  tagsUrl,
  unitsUrl,
} from "../../src/urls.ts";

/** What every page shows around its content. One object for the whole site, shared by all props. */
export type Chrome = Pick<
  Settings,
  "name" | "description" | "origin" | "owner" | "responsible" | "contact"
> & {
  /** Address of the stylesheet. */
  readonly stylesheet: string;
  /** Address of the stylesheet for paper. */
  readonly printStyle: string;
  /** Addresses of the fonts that the first screen needs. */
  readonly preload: readonly string[];
  readonly logo?: Pick<Logo, "url" | "ratio">;
  /** The menu: the main parts of the site, or what the office has chosen. */
  readonly sections: readonly MenuLink[];
  /** Lines that the office adds at the foot. */
  readonly footLines: readonly string[];
  readonly footLinks: readonly MenuLink[];
  /** A site whose first month is not over has no bulletin yet. */
  readonly hasBulletins: boolean;
  /** A site without articles has no feed yet. */
  readonly hasFeed: boolean;
  /** Address of the picture that social networks show for pages without one of their own. */
  readonly card: string;
  /**
   * On a portal over several sites, the links at its foot in place of those of a site. A portal has
   * no search and no page in English.
   */
  readonly portalLinks?: readonly MenuLink[];
};

/**
 * The chrome of a site's pages. Nothing in it counts articles, so a new article changes no old
 * page.
 */
export function chromeOf(site: Site, card: Card): Chrome {
  const { name, description, origin, owner, responsible, contact, footer } = site.settings;
  const { logo } = site;
  const sections = menuOf(site);
  return {
    name,
    description,
    origin,
    owner,
    responsible,
    contact,
    stylesheet: site.assets.stylesheet.url,
    printStyle: site.assets.printStyle.url,
    preload: site.assets.preload,
    ...(logo ? { logo: { url: logo.url, ratio: logo.ratio } } : {}),
    sections,
    footLines: footer?.lines ?? [],
    footLinks: footLinksOf(site, sections),
    hasBulletins: site.hasEntries.bulletins,
    hasFeed: site.articles.length > 0,
    card: card.url,
  };
}

/** A link in the head or at the foot of every page. */
export type MenuLink = {
  readonly name: string;
  readonly url: string;
  /** Whether the office has named it, in Vietnamese. */
  readonly isOwn?: boolean;
};

const sectionUrls: Readonly<Record<MenuSection, string>> = {
  "Khen thưởng": awardsUrl,
  "Số liệu": figuresUrl,
  "Văn bản": documentsUrl,
  "Hội nghị": sessionsUrl,
  "Cán bộ": officialsUrl,
  "Đơn vị": unitsUrl,
  "Chủ đề": tagsUrl,
  "Lưu trữ": archiveUrl,
};

/** Returns the main parts of a site that have an entry, whatever its menu names. */
export function mainParts(site: Site): readonly MenuLink[] {
  const isThere = presence(site);
  return menuSections
    .filter((name) => isThere[name])
    .map((name) => ({ name, url: sectionUrls[name] }));
}

/**
 * Returns the menu: lists of articles, and those registers that have an entry. Only the first entry
 * of a register changes the pages that name it.
 */
function menuOf(site: Site): readonly MenuLink[] {
  const isThere = presence(site);
  return (site.settings.menu ?? menuSections).flatMap((item) => {
    if (typeof item !== "string") return ownLinks([item], site);
    return isThere[item] ? [{ name: item, url: sectionUrls[item] }] : [];
  });
}

/**
 * Returns the office's links for the foot of the page, and the main parts that its menu leaves out:
 * a page that nothing leads to is lost to its readers.
 */
function footLinksOf(site: Site, sections: readonly MenuLink[]): readonly MenuLink[] {
  const { menu, footer } = site.settings;
  // The foot of every page leads to the archive in any case.
  const isShown = new Set([archiveUrl, ...sections.map(({ url }) => url)]);
  const parts = menu === undefined ? [] : mainParts(site);
  const leftOut = parts.filter(({ url }) => !isShown.has(url));
  return [...ownLinks(footer?.links ?? [], site), ...leftOut];
}

function ownLinks(links: readonly OwnLink[], site: Site): MenuLink[] {
  return links.flatMap(({ name, written, article }) => {
    const url = article ? linkedUrl(article, site) : written;
    return url === "" ? [] : [{ name, url, isOwn: true }];
  });
}

function presence({ hasEntries }: Site): Readonly<Record<MenuSection, boolean>> {
  return {
    "Khen thưởng": hasEntries.awards,
    "Số liệu": hasEntries.figures,
    "Văn bản": hasEntries.documents,
    "Hội nghị": hasEntries.sessions,
    "Cán bộ": hasEntries.officials,
    "Đơn vị": true,
    "Chủ đề": true,
    "Lưu trữ": true,
  };
}
