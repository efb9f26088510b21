import type { Card } from "../../src/pictures/card.ts";
import type { Settings } from "../../src/settings.ts";
import type { Site } from "../../src/site.ts";

/** What every page shows around its content. One object for the whole site, shared by all props. */
export type Chrome = Pick<
  Settings,
  "name" | "description" | "origin" | "owner" | "responsible" | "contact"
> & {
  /** Address of the stylesheet. */
  readonly stylesheet: string;
  /** Addresses of the fonts that the first screen needs. */
  readonly preload: readonly string[];
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
    preload: site.assets.preload,
    hasFeed: site.articles.length > 0,
    card: card.url,
  };
}
