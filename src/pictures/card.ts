import { recipeOf } from "../cache/code-hash.ts";
import { inProject } from "../cache/project.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import { cardUrl } from "../urls.ts";

/** A picture that is drawn from SVG when the site is built: the card of a page on social networks, or an icon. */
export type Card = {
  /** Made from all that is on it; the name of its file in the cache. */
  readonly hash: string;
  readonly url: string;
  readonly svg: string;
  /** Width of the finished picture in pixels. */
  readonly width: number;
  /** Address of a picture of the site that fills the right side. */
  readonly photo?: string;
};

/** What social networks ask for; at this size every one of them shows a large picture. */
export const cardSize = { width: 1200, height: 630, photo: 450 } as const;

/** A card for social networks. Its address is made from all that is on it, so it never shows anything else. */
export function newCard(svg: string, photo?: string): Card {
  const hash = hashOf(svg, photo ?? "");
  const { width } = cardSize;
  // Letters alone are sharper and quicker in PNG; a photograph would be ten times as large in it.
  return photo === undefined
    ? { hash, url: cardUrl(hash, "png"), svg, width }
    : { hash, url: cardUrl(hash, "jpg"), svg, width, photo };
}

/** An icon at an address that stays. */
export function newIcon(url: string, svg: string, width: number): Card {
  return { hash: hashOf(svg, String(width)), url, svg, width };
}

/** A card is drawn with the fonts of the project alone. */
export const cardFonts = ["be-vietnam-pro-400.ttf", "source-serif-4-600.ttf"].map((name) =>
  inProject(`layouts/assets/cards/${name}`),
);

const recipe = recipeOf(
  [inProject("src/pictures/cards.ts"), ...cardFonts],
  ["@resvg/resvg-js", "sharp"],
);

function hashOf(svg: string, more: string): string {
  return hashOfParts([recipe, svg, more]);
}
