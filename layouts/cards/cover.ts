import type { Colour } from "../../src/colour.ts";
import { monthNumber } from "../../src/day.ts";
import { html } from "../parts/html.ts";
import { cut, textRows, wrapped } from "./card.ts";

/** In units of the drawing. */
const size = { width: 600, height: 800 } as const;

/**
 * In pixels. Shelves of e-readers show no more, and the time to draw a cover grows with its area:
 * it is a third of all that a book costs.
 */
export const coverWidth = 480;

const margin = 48;
const serif = "source-serif-4-600";

/** Draws the cover of the bulletin of a month, given as `2024-05`. */
export function coverSvg(
  site: string,
  month: string,
  title: string | undefined,
  colour: Colour,
): string {
  const { width, height } = size;
  const room = width - 2 * margin;
  const name = cut(wrapped(site, room / 30, serif), 3);
  const more = title === undefined ? [] : cut(wrapped(title, room / 34, serif), 5);
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="#fbf8f2"/>
    <rect width="${width}" height="16" fill="${colour}"/>
    <g font-family="Source Serif 4 SemiBold" font-weight="600" fill="#1d1a17">
    <g font-size="30">${textRows(name, 92, 40, margin)}</g>
    <g font-size="96">${textRows([`Tháng ${monthNumber(month)}`], 340, 0, margin)}</g>
    <g font-size="56">${textRows([`năm ${month.slice(0, 4)}`], 420, 0, margin)}</g>
    <g font-size="34">${textRows(more, 540, 46, margin)}</g>
    </g>
    <path d="M${margin} 462h96v5H${margin}z" fill="${colour}"/>
    <text x="${margin}" y="${height - 48}" font-family="Be Vietnam Pro" font-size="24" fill="#5a544b">Bản tin tháng</text>
    </svg>`);
}
