import { recipeOf } from "../cache/code-hash.ts";
import { inProject } from "../cache/project.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import type { Point } from "../cut.ts";
import { cardUrl } from "../urls.ts";

/**
 * A picture that is drawn from SVG when the site is built: the card of a page on social networks,
 * or an icon.
 */
export type Card = {
  /** A hash of all that is on it, and the name of its file in the cache. */
  readonly hash: string;
  readonly url: string;
  readonly svg: string;
  /** Width of the finished picture in pixels. */
  readonly width: number;
  readonly photo?: CardPhoto;
};

/** A picture of the site that fills the right side of a card. */
export type CardPhoto = {
  readonly url: string;
  /** The point that stays in sight. */
  readonly focus?: Point;
};

/**
 * Pixels; `photo` is the width of a photograph on the right. Social networks ask for this size, at
 * which every one of them shows a large picture.
 */
export const cardSize = { width: 1200, height: 630, photo: 450 } as const;

/**
 * Makes a card for social networks. Its address holds a hash of all that is on it, so it never
 * shows anything else.
 */
export function newCard(svg: string, photo?: CardPhoto): Card {
  const { x, y } = photo?.focus ?? {};
  const hash = hashOf(svg, photo === undefined ? "" : [photo.url, x, y].join(" ").trimEnd());
  const { width } = cardSize;
  // Letters alone are sharper and quicker in PNG; a photograph would be ten times as large in it.
  return photo === undefined
    ? { hash, url: cardUrl(hash, "png"), svg, width }
    : { hash, url: cardUrl(hash, "jpg"), svg, width, photo };
}

/** Makes an icon at an address that stays the same. */
export function newIcon(url: string, svg: string, width: number): Card {
  return { hash: hashOf(svg, String(width)), url, svg, width };
}

/** The only fonts that cards are drawn with; they belong to the project. */
export const cardFonts = ["be-vietnam-pro-400.ttf", "source-serif-4-600.ttf"].map((name) =>
  inProject(`layouts/assets/cards/${name}`),
);

const recipe = recipeOf(
  [...["src/pictures/cards.ts", "src/pictures/card.ts", "src/cut.ts"].map(inProject), ...cardFonts],
  ["@resvg/resvg-js", "sharp"],
);

function hashOf(svg: string, more: string): string {
  return hashOfParts([recipe, svg, more]);
}
