/**
 * A part of a picture that is shown in place of the whole, in percent of the sides of the upright
 * picture: the `pct:` region of IIIF. The file stays as it is. This module imports nothing, so that
 * the form in the browser can load it too.
 */
export type Cut = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A point of a picture, in percent of its sides, from the left and from the top. */
export type Point = { readonly x: number; readonly y: number };

/** What an article says of how a picture is shown. */
export type Framing = {
  /** The part to show; left out for all of it. */
  readonly crop?: Cut;
  /** The point of what is shown that stays in sight where there is no room for all of it. */
  readonly focus?: Point;
};

export const wholePicture: Cut = { left: 0, top: 0, width: 100, height: 100 };

/** In percent; a cut that is less wide or high is a slip of the hand. */
const leastSide = 1;

/**
 * Reads numbers of percent as people write them: `10% 5% 80% 60%`, `10, 5, 80, 60`, `12,5 5 80 60`.
 * Undefined when anything else is in the text.
 */
export function percentsIn(text: string): number[] | undefined {
  const plain = text.trim().replaceAll(/\s+%/gu, "%");
  const parts = plain.split(/\s*;\s*|,\s+|\s+/u);
  const numbers = parts.length === 1 ? plain.split(",") : parts;
  if (!numbers.every((one) => /^[-–+]?\d{1,4}(?:[.,]\d{1,6})?%?$/u.test(one))) return undefined;
  return numbers.map((one) => Number(one.replace("–", "-").replace(",", ".").replace("%", "")));
}

/** Returns a cut that a text states; undefined when it states none within the picture. */
export function cutIn(text: string): Cut | undefined {
  const numbers = percentsIn(text);
  if (numbers?.length !== 4) return undefined;
  const [left, top, width, height] = numbers as [number, number, number, number];
  const isInside = left >= 0 && top >= 0 && width >= leastSide && height >= leastSide;
  const isWithin = Math.max(left + width, top + height) <= 100 + slack;
  return isInside && isWithin ? { left, top, width, height } : undefined;
}

/** In percent: what rounding may have added. */
const slack = 0.1;

/** Returns the point that a text states; undefined when it states none within the picture. */
export function pointIn(text: string): Point | undefined {
  const numbers = percentsIn(text);
  if (numbers?.length !== 2) return undefined;
  const [x, y] = numbers as [number, number];
  return x >= 0 && x <= 100 && y >= 0 && y <= 100 ? { x, y } : undefined;
}

/** Returns a cut, or a point, as front matters state it. */
export function cutText({ left, top, width, height }: Cut): string {
  return [left, top, width, height].map((one) => `${tenths(one)}%`).join(" ");
}

export function pointText({ x, y }: Point): string {
  return [x, y].map((one) => `${tenths(one)}%`).join(" ");
}

export function isWhole({ left, top, width, height }: Cut): boolean {
  return left === 0 && top === 0 && width === 100 && height === 100;
}

/** Returns whether a point of the whole picture is in a cut of it. */
export function isInCut({ x, y }: Point, { left, top, width, height }: Cut): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** Returns where a point of the whole picture is in a cut of it: at an edge when it is outside. */
export function pointInCut({ x, y }: Point, { left, top, width, height }: Cut): Point {
  return {
    x: tenths(between(0, ((x - left) / width) * 100, 100)),
    y: tenths(between(0, ((y - top) / height) * 100, 100)),
  };
}

/** A size, or a part of a picture, in whole pixels. */
export type Size = { readonly width: number; readonly height: number };
export type Region = Size & { readonly left: number; readonly top: number };

/** Returns the pixels of a cut: at least one, and none outside the picture. */
export function regionOf(cut: Cut, picture: Size): Region {
  const [left, width] = span(cut.left, cut.width, picture.width);
  const [top, height] = span(cut.top, cut.height, picture.height);
  return { left, top, width, height };
}

function span(from: number, size: number, pixels: number): [number, number] {
  const start = Math.min(Math.round((from / 100) * pixels), pixels - 1);
  const end = Math.min(Math.round(((from + size) / 100) * pixels), pixels);
  return [start, Math.max(1, end - start)];
}

/**
 * Returns the point that a picture has when nobody has said any: its middle, and in an upright one
 * a place further up, where the heads of people are.
 */
export function usualFocus({ width, height }: Size): Point {
  return { x: 50, y: height > width ? 35 : 50 };
}

/**
 * Returns the part of a picture that fills a box of another shape: as much as fits, with a point as
 * near to its middle as the edges of the picture allow.
 *
 * @param ratio width of the box divided by its height
 */
export function fillingPart(picture: Size, ratio: number, focus: Point): Cut {
  const own = picture.width / picture.height;
  const width = Math.min(1, ratio / own) * 100;
  const height = Math.min(1, own / ratio) * 100;
  return {
    left: between(0, focus.x - width / 2, 100 - width),
    top: between(0, focus.y - height / 2, 100 - height),
    width,
    height,
  };
}

/**
 * Returns the number p for which `object-position: p% p%` shows a filling part. Only one side of a
 * picture is cut, so one number does for both.
 */
export function positionOf({ left, top, width, height }: Cut): number {
  const [from, size] = width < height ? [left, width] : [top, height];
  // What rounding has left over is no part that anybody would miss.
  return size > 99.99 ? 50 : (from / (100 - size)) * 100;
}

/** What a picture of a cut is kept by: its file, and the cut as W3C's media fragments name it. */
export function pictureKey(file: string, cut: Cut | undefined): string {
  if (cut === undefined) return file;
  return `${file}${mark}${[cut.left, cut.top, cut.width, cut.height].join(",")}`;
}

const mark = "#xywh=percent:";

/** Returns the file and the cut of a key. */
export function readPictureKey(key: string): { readonly file: string; readonly cut?: Cut } {
  const at = key.lastIndexOf(mark);
  const cut = at === -1 ? undefined : cutIn(key.slice(at + mark.length));
  return cut === undefined ? { file: key } : { file: key.slice(0, at), cut };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
