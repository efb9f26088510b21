import type { Card } from "../../src/pictures/card.ts";
import type { Settings } from "../../src/settings.ts";
import type { Site } from "../../src/site.ts";
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
  /** The main parts of the site. */
  readonly sections: readonly { readonly name: string; readonly url: string }[];
  /** A site whose first month is not over has no bulletin yet. */
  readonly hasBulletins: boolean;
  /** A site without articles has no feed yet. */
  readonly hasFeed: boolean;
  /** Address of the picture that social networks show for pages without one of their own. */
  readonly card: string;
};

/**
 * The chrome of a site's pages. Nothing in it counts articles, so a new article changes no old
 * page.
 */
export function chromeOf(site: Site, card: Card): Chrome {
  const { name, description, origin, owner, responsible, contact } = site.settings;
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
    sections: sectionsOf(site),
    hasBulletins: site.bulletins.length > 0,
    hasFeed: site.articles.length > 0,
    card: card.url,
  };
}

/**
 * The main parts of a site: lists of articles, and those registers that have an entry. Only the
 * first entry of a register changes the pages that name it.
 */
function sectionsOf({
  register,
  figures,
  documents,
  sessions,
  officials,
}: Site): Chrome["sections"] {
  const all = [
    { name: "Khen thưởng", url: awardsUrl, isThere: register.entries.length > 0 },
    { name: "Số liệu", url: figuresUrl, isThere: figures.series.some(({ hasPage }) => hasPage) },
    { name: "Văn bản", url: documentsUrl, isThere: documents.entries.length > 0 },
    { name: "Hội nghị", url: sessionsUrl, isThere: sessions.sessions.length > 0 },
    { name: "Cán bộ", url: officialsUrl, isThere: officials.entries.length > 0 },
    { name: "Đơn vị", url: unitsUrl, isThere: true },
    { name: "Chủ đề", url: tagsUrl, isThere: true },
    { name: "Lưu trữ", url: archiveUrl, isThere: true },
  ];
  return all.filter(({ isThere }) => isThere).map(({ name, url }) => ({ name, url }));
}
