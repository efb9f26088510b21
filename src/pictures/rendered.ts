import { renderAsync } from "@resvg/resvg-js";
import { cardFonts } from "./card.ts";

/** A picture in memory: four bytes for each pixel, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Draws an SVG in its own size, or in a given width in pixels. */
export async function rendered(svg: string, width?: number): Promise<Pixels> {
  const image = await renderAsync(svg, {
    fitTo: width === undefined ? { mode: "original" } : { mode: "width", value: width },
    font: {
      fontFiles: Object.values(cardFonts).map(({ path }) => path),
      // With system fonts a card would look different on every machine.
      loadSystemFonts: false,
    },
  });
  return { width: image.width, height: image.height, data: image.pixels };
}
