import { fillingPart, type Point, positionOf, usualFocus } from "../../src/cut.ts";
import { type Picture, type PictureFormat, pictureUrl } from "../../src/pictures/picture.ts";
import { type Html, html, trustedHtml } from "./html.ts";

/** A picture with the words that its place on the page needs. */
export type Shot = {
  readonly picture: Picture;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** The point that stays in sight where the picture is cut to the shape of its place. */
  readonly focus?: Point;
};

/**
 * How wide a picture is drawn, for the browser to choose a file by; the same widths as in
 * style.css.
 */
export const sizes = {
  lead: "(min-width: 1314px) 780px, (min-width: 1024px) 62vw, 100vw",
  card: "(min-width: 1314px) 372px, (min-width: 1024px) 29vw, (min-width: 640px) 45vw, 36vw",
  wide: "(min-width: 840px) 756px, 100vw",
  text: "(min-width: 700px) 621px, 100vw",
  tile: "(min-width: 840px) 372px, 48vw",
  captioned: "(min-width: 840px) 372px, (min-width: 480px) 48vw, 100vw",
} as const;

/**
 * The places that cut a picture to a shape of their own, as width by height; the same as in the
 * stylesheet.
 */
export const shapes = { lead: 16 / 9, card: 3 / 2, tile: 3 / 2, upright: 4 / 5 } as const;

/**
 * When a picture is fetched: the first one on a page before all else, those of lists when they are
 * near. Those of a text are fetched behind all else, but not only when near: a picture that nobody
 * has scrolled to would be printed as a blank.
 */
export type Fetched = keyof typeof fetching;
const fetching = {
  first: html`fetchpriority="high"`,
  now: html`fetchpriority="low"`,
  near: html`loading="lazy"`,
} as const;

/**
 * A picture in two formats and several widths.
 *
 * @param shape the shape of its place, where that cuts it
 */
export function pictureTag(
  shot: Shot,
  size: keyof typeof sizes,
  fetched: Fetched = "near",
  shape?: keyof typeof shapes,
): Html {
  const { picture, alt } = shot;
  const side = shape && sideShown(shot, shape);
  return html`<picture>
    <source type="image/avif" srcset="${candidates(picture, "avif")}" sizes="${sizes[size]}">
    <img src="${pictureUrl(picture, middleWidth(picture), "jpg")}" srcset="${candidates(picture, "jpg")}" sizes="${sizes[size]}" width="${picture.width}" height="${picture.height}" alt="${alt}"${side && html` class="${side}"`} ${fetching[fetched]} decoding="async">
  </picture>`;
}

/**
 * Returns the class that moves a picture in its place so that its point stays in sight; undefined
 * where the middle is right. Quarters are fine enough: what is shown is a third of a side or more.
 */
function sideShown({ picture, focus }: Shot, shape: keyof typeof shapes): string | undefined {
  const point = focus ?? usualFocus(picture);
  const quarters = Math.round(positionOf(fillingPart(picture, shapes[shape], point)) / 25);
  return quarters === 2 ? undefined : `at-${quarters * 25}`;
}

/** A picture with its caption and credit. */
export function figure(shot: Shot, size: keyof typeof sizes, fetched: Fetched): Html {
  return figureAround(pictureTag(shot, size, fetched), shot, size);
}

/** A picture of a gallery is cut to a shape, and leads to all of it. */
export function galleryFigure(shot: Shot, { size, shape, fetched }: GalleryPlace): Html {
  const { picture, alt } = shot;
  const url = pictureUrl(picture, picture.widths.at(-1)!, "jpg");
  return figureAround(
    html`<a href="${url}" aria-label="Xem ảnh lớn: ${alt}">${pictureTag(shot, size, fetched, shape)}</a>`,
    shot,
    size,
  );
}

/** How one picture of a gallery is shown. */
export type GalleryPlace = {
  readonly size: "wide" | "tile" | "captioned";
  readonly shape: "tile" | "upright";
  readonly fetched: Fetched;
};

/** Of a long gallery the pictures behind these are fetched when a reader comes near. */
const FETCHED_AT_ONCE = 6;

/**
 * Returns how the pictures of a gallery are shown: in two columns, the first across both where one
 * would be left over, and upright where most of them are. Where they have captions of their own,
 * they are below each other on a phone.
 */
export function galleryPlaces(shots: readonly Pick<Shot, "picture" | "caption">[]): GalleryPlace[] {
  const upright = shots.filter(({ picture }) => picture.height > picture.width);
  const shape = upright.length * 2 > shots.length ? "upright" : "tile";
  const size = shots.some(({ caption }) => caption) ? "captioned" : "tile";
  return shots.map((_, at) => {
    const isLeftOver = at === 0 && shots.length % 2 === 1;
    const fetched = at < FETCHED_AT_ONCE ? "now" : "near";
    return isLeftOver ? { size: "wide", shape: "tile", fetched } : { size, shape, fetched };
  });
}

/** Returns who took all pictures of a gallery, which then is said once. */
export function commonCredit(shots: readonly Pick<Shot, "credit">[]): string | undefined {
  const [credit, ...others] = new Set(shots.map((shot) => shot.credit));
  return shots.length > 1 && others.length === 0 ? credit : undefined;
}

/**
 * Returns what closes a gallery.
 *
 * @param hasCaption its caption is open
 * @param credit of all its pictures
 */
export function galleryEnd(hasCaption: boolean, credit: string | undefined): Html {
  const end = trustedHtml("</figure>\n");
  if (!hasCaption) return html`${credit && html`<figcaption>Ảnh: ${credit}</figcaption>`}${end}`;
  return html`${credit && html` <span class="credit">Ảnh: ${credit}</span>`}${trustedHtml("</figcaption>")}${end}`;
}

/**
 * Returns the tag that opens a gallery. Six pictures and more are in three columns where there is
 * room, if that leaves none over.
 */
export function galleryStart(places: readonly GalleryPlace[]): string {
  const kinds = [
    places.some(({ shape }) => shape === "upright") && "upright",
    places.some(({ size }) => size === "captioned") && "captioned",
    places.length >= 6 && [0, 1, 3].includes(places.length % 6) && "thirds",
  ].filter(Boolean);
  return `<figure class="${["gallery", ...kinds].join(" ")}">`;
}

function figureAround(picture: Html, { caption, credit }: Shot, size: keyof typeof sizes): Html {
  return html`<figure class="shot shot-${size}">
    ${picture}
    ${
      (caption || credit) &&
      html`<figcaption>${caption}${credit && html` <span class="credit">Ảnh: ${credit}</span>`}</figcaption>`
    }
  </figure>`;
}

function candidates(picture: Picture, format: PictureFormat): string {
  return picture.widths
    .map((width) => `${pictureUrl(picture, width, format)} ${width}w`)
    .join(", ");
}

/** Returns the width for browsers that know no srcset: neither the smallest nor the largest. */
function middleWidth(picture: Picture): number {
  return picture.widths[picture.widths.length >> 1] ?? picture.width;
}
