import type { Colour } from "../colour.ts";
import type { TextLine } from "./card.ts";
import { type Letter, type Letters, shades } from "./letters.ts";
import type { PalettePicture } from "./palette-png.ts";
import type { Pixels } from "./rendered.ts";

/** What lies below the text of a drawing; most of it has the first colour of the palette. */
export type Canvas = PalettePicture;

/** The other colours of a palette are for the edges of letters, in up to four colours. */
const canvasColours = 256 - 4 * shades;

/**
 * Makes a canvas of opaque pixels. Only a logo can have more colours than a canvas may: the rare
 * ones become the next best of the others.
 */
export function canvasOf({ width, height, data }: Pixels): Canvas {
  const pixels = new Uint32Array(Uint8Array.from(data).buffer);
  const areas = new Map<number, number>();
  for (const { colour, from, to } of runsOf(pixels))
    areas.set(colour, (areas.get(colour) ?? 0) + to - from);
  const all = [...areas.keys()].sort((a, b) => areas.get(b)! - areas.get(a)!);
  const kept = all.slice(0, canvasColours);
  const numbers = new Map(all.map((colour) => [colour, nearest(colour, kept)]));
  const colours = new Uint8Array(pixels.length);
  for (const { colour, from, to } of runsOf(pixels)) colours.fill(numbers.get(colour)!, from, to);
  return { width, height, colours, palette: Uint8Array.from(kept.flatMap(channels)) };
}

/** Yields the longest pieces of one colour. */
function* runsOf(
  pixels: Uint32Array,
): Generator<{ readonly colour: number; readonly from: number; readonly to: number }> {
  for (let from = 0, to = 0; from < pixels.length; from = to) {
    const colour = pixels[from]!;
    while (to < pixels.length && pixels[to] === colour) to += 1;
    yield { colour, from, to };
  }
}

/** Lays lines of text, in at most four colours, over a canvas. */
export function withText(
  { palette, colours: below, ...size }: Canvas,
  lines: readonly TextLine[],
  letters: Letters,
): PalettePicture {
  const inks = [...new Set(lines.map(({ colour }) => colour))];
  const colours = below.slice();
  for (const line of lines) {
    const first = palette.length / 3 + inks.indexOf(line.colour) * shades;
    for (const { letter, at } of letters(line))
      layOver(colours, size, letter, at, line.baseline, first);
  }
  const edges = inks.flatMap((ink) => shadesOf(ink, palette));
  return { ...size, colours, palette: Uint8Array.from([...palette, ...edges]) };
}

/** Puts a letter into the numbers of colours, of which `first` is that of its lightest edge. */
function layOver(
  colours: Uint8Array,
  { width, height }: Pick<Canvas, "width" | "height">,
  letter: Letter,
  at: number,
  baseline: number,
  first: number,
): void {
  const [left, top] = [at + letter.left, baseline + letter.top];
  for (let y = Math.max(0, -top); y < Math.min(letter.height, height - top); y += 1) {
    const [from, to] = [y * letter.width, (top + y) * width + left];
    for (let x = Math.max(0, -left); x < Math.min(letter.width, width - left); x += 1) {
      const ink = letter.ink[from + x]!;
      // Where letters touch, the darker pixel is seen.
      if (ink > 0) colours[to + x] = Math.max(colours[to + x]!, first + ink - 1);
    }
  }
}

/** Returns the colours from the lightest edge of a letter to its ink. */
function shadesOf(ink: Colour, ground: Uint8Array): number[] {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
  return Array.from({ length: shades }, (_, at) =>
    [red!, green!, blue!].map((value, channel) => {
      const below = ground[channel]!;
      return Math.round(below + ((value - below) * (at + 1)) / shades);
    }),
  ).flat();
}

function nearest(colour: number, among: readonly number[]): number {
  const [red, green, blue] = channels(colour);
  const distances = among.map((other) => {
    const [r, g, b] = channels(other);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

/** Parts four bytes as they are in memory; a canvas has no use for the last, its opacity. */
function channels(pixel: number): [number, number, number] {
  return [pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff];
}
