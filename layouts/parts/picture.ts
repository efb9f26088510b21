import { type Picture, type PictureFormat, pictureUrl } from "../../src/pictures/picture.ts";
import { type Html, html } from "./html.ts";

/** A picture with the words that its place on the page needs. */
export type Shot = {
  readonly picture: Picture;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
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
} as const;

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

/** A picture in two formats and several widths. */
export function pictureTag(shot: Shot, size: keyof typeof sizes, fetched: Fetched = "near"): Html {
  const { picture, alt } = shot;
  return html`<picture>
    <source type="image/avif" srcset="${candidates(picture, "avif")}" sizes="${sizes[size]}">
    <img src="${pictureUrl(picture, middleWidth(picture), "jpg")}" srcset="${candidates(picture, "jpg")}" sizes="${sizes[size]}" width="${picture.width}" height="${picture.height}" alt="${alt}" ${fetching[fetched]} decoding="async">
  </picture>`;
}

/** A picture with its caption and credit. */
export function figure(shot: Shot, size: keyof typeof sizes, fetched: Fetched): Html {
  const { caption, credit } = shot;
  return html`<figure class="shot shot-${size}">
    ${pictureTag(shot, size, fetched)}
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
