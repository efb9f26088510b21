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
 * A picture in three formats and several widths. The first one on a page is fetched early, all
 * others when near.
 */
export function pictureTag(shot: Shot, size: keyof typeof sizes, first = false): Html {
  const { picture, alt } = shot;
  return html`<picture>
    <source type="image/avif" srcset="${candidates(picture, "avif")}" sizes="${sizes[size]}">
    <source type="image/webp" srcset="${candidates(picture, "webp")}" sizes="${sizes[size]}">
    <img src="${pictureUrl(picture, middleWidth(picture), "jpg")}" srcset="${candidates(picture, "jpg")}" sizes="${sizes[size]}" width="${picture.width}" height="${picture.height}" alt="${alt}" ${
      first ? html`fetchpriority="high"` : html`loading="lazy"`
    } decoding="async">
  </picture>`;
}

/** A picture with its caption and credit. */
export function figure(shot: Shot, size: keyof typeof sizes, first = false): Html {
  const { caption, credit } = shot;
  return html`<figure class="shot shot-${size}">
    ${pictureTag(shot, size, first)}
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
