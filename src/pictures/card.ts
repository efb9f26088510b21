import { recipeOf } from "../cache/code-hash.ts";
import { inProject } from "../cache/project.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import type { Colour } from "../colour.ts";
import type { Point } from "../cut.ts";
import { cardUrl } from "../urls.ts";

/** Lines of text over an SVG, which is drawn once for all drawings that have the same. */
export type Drawing = {
  readonly svg: string;
  /** They lie on the colour that most of the SVG has. */
  readonly lines: readonly TextLine[];
};

/** A line of text in a drawing; all measures are in pixels. */
export type TextLine = {
  readonly text: string;
  readonly font: CardFont;
  readonly size: number;
  readonly colour: Colour;
  readonly left: number;
  readonly baseline: number;
};

export type CardFont = "be-vietnam-pro-400" | "source-serif-4-600";

/**
 * A picture that is drawn when the site is built: the card of a page on social networks, or an
 * icon.
 */
export type Card = Drawing & {
  /** A hash of all that is on it, and the name of its file in the cache. */
  readonly hash: string;
  readonly url: string;
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
export function newCard({ svg, lines }: Drawing, photo?: CardPhoto): Card {
  const { x, y } = photo?.focus ?? {};
  const { width } = cardSize;
  const shown = photo === undefined ? "" : [photo.url, x, y].join(" ").trimEnd();
  const hash = hashOf([svg, JSON.stringify(lines), shown]);
  // Letters alone are sharper and quicker in PNG; a photograph would be ten times as large in it.
  return photo === undefined
    ? { hash, url: cardUrl(hash, "png"), svg, lines, width }
    : { hash, url: cardUrl(hash, "jpg"), svg, lines, width, photo };
}

/** Makes an icon at an address that stays the same. */
export function newIcon(url: string, svg: string, width: number): Card {
  return { hash: hashOf([svg, String(width)]), url, svg, lines: [], width };
}

/** The only fonts that cards are drawn with; they belong to the project. */
export const cardFonts: Readonly<Record<CardFont, { family: string; path: string }>> = {
  "be-vietnam-pro-400": {
    family: "Be Vietnam Pro",
    path: inProject("layouts/assets/cards/be-vietnam-pro-400.ttf"),
  },
  "source-serif-4-600": {
    family: "Source Serif 4 SemiBold",
    path: inProject("layouts/assets/cards/source-serif-4-600.ttf"),
  },
};

/** The width of every letter, and how far pairs of letters move, in thousandths of an em. */
export const letterMeasures = {
  widths: inProject("layouts/assets/cards/widths.json"),
  kerning: inProject("layouts/assets/cards/kerning.json"),
} as const;

const drawnBy = ["canvas", "card", "cards", "drawing", "letters", "palette-png", "rendered"];

const recipe = recipeOf(
  [
    ...drawnBy.map((name) => inProject(`src/pictures/${name}.ts`)),
    inProject("src/cut.ts"),
    ...Object.values(cardFonts).map(({ path }) => path),
    ...Object.values(letterMeasures),
  ],
  ["@resvg/resvg-js", "sharp"],
);

function hashOf(parts: readonly string[]): string {
  return hashOfParts([recipe, ...parts]);
}
