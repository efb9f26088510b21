import type { Colour } from "../../src/colour.ts";
import { monthNumber } from "../../src/day.ts";
import type { Drawing } from "../../src/pictures/card.ts";
import { html } from "../parts/html.ts";
import { cut, greyInk, ink, linesBelow, paper, sans, serif, wrapped } from "./card.ts";

/** In pixels. Shelves of e-readers show no more; the time to draw a cover grows with its area. */
const size = { width: 480, height: 640 } as const;

const margin = 38;

/** Draws the cover of the bulletin of a month, given as `2024-05`. */
export function coverDrawing(
  site: string,
  month: string,
  title: string | undefined,
  colour: Colour,
): Drawing {
  const { width, height } = size;
  const room = width - 2 * margin;
  const name = cut(wrapped(site, room / 24, serif), 3);
  const more = title === undefined ? [] : cut(wrapped(title, room / 27, serif), 5);
  const inSerif = (size: number) => ({ font: serif, size, colour: ink }) as const;
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="${paper}"/>
    <rect width="${width}" height="13" fill="${colour}"/>
    <path d="M${margin} 370h77v4H${margin}z" fill="${colour}"/>
    </svg>`;
  return {
    svg: String(svg),
    lines: [
      ...linesBelow(name, inSerif(24), 74, 32, margin),
      ...linesBelow([`Tháng ${monthNumber(month)}`], inSerif(77), 272, 0, margin),
      ...linesBelow([`năm ${month.slice(0, 4)}`], inSerif(45), 336, 0, margin),
      ...linesBelow(more, inSerif(27), 432, 37, margin),
      ...linesBelow(
        ["Bản tin tháng"],
        { font: sans, size: 19, colour: greyInk },
        height - 38,
        0,
        margin,
      ),
    ],
  };
}
