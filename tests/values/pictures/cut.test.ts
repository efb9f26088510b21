import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Cut,
  cutIn,
  cutText,
  fillingPart,
  isInCut,
  pictureKey,
  pointIn,
  pointInCut,
  pointText,
  positionOf,
  readPictureKey,
  regionOf,
} from "../../../src/cut.ts";

/** In tenths of a percent, as the form writes them. */
const tenth = (least: number, most: number) =>
  fc
    .integer({ min: Math.round(least * 10), max: Math.round(most * 10) })
    .map((value) => value / 10);
const span = tenth(0, 99).chain((from) =>
  tenth(1, 100 - from).map((size): [number, number] => [from, size]),
);
const cuts = fc
  .tuple(span, span)
  .map(([[left, width], [top, height]]): Cut => ({ left, top, width, height }));
const points = fc.record({ x: tenth(0, 100), y: tenth(0, 100) });
const sides = fc.integer({ min: 1, max: 16_000 });
const sizes = fc.record({ width: sides, height: sides });

describe("a cut", () => {
  it.each([
    ["10% 5% 80% 60%"],
    ["10 5 80 60"],
    ["10,5,80,60"],
    ["10, 5, 80, 60"],
    ["10; 5; 80; 60"],
    ["10 %  5 % 80 % 60 %"],
    [" 10,0 5,0 80.0 60 "],
  ])("is read from “%s”", (text) => {
    expect(cutIn(text)).toEqual({ left: 10, top: 5, width: 80, height: 60 });
  });

  it.each([
    [""],
    ["10% 5% 80%"],
    ["10% 5% 80% 60% 1%"],
    ["50% 0% 51% 10%"],
    ["0% 50% 10% 51%"],
    ["-1% 0% 10% 10%"],
    ["0% 0% 0% 10%"],
    ["0% 0% 10% -10%"],
    ["a b c d"],
    ["1e1 0 1 1"],
    ["NaN 0 1 1"],
  ])("is not read from “%s”", (text) => {
    expect(cutIn(text)).toBeUndefined();
  });

  it("reads back as what is written of it, and as the key of its picture", () => {
    fc.assert(
      fc.property(cuts, points, fc.string(), (cut, point, file) => {
        expect(cutIn(cutText(cut))).toEqual(cut);
        expect(pointIn(pointText(point))).toEqual(point);
        const path = `${file}.jpg`;
        expect(readPictureKey(pictureKey(path, cut))).toEqual({ file: path, cut });
        expect(readPictureKey(path)).toEqual({ file: path });
      }),
    );
  });

  it("is some pixels of every picture, and none beside it", () => {
    fc.assert(
      fc.property(cuts, sizes, (cut, picture) => {
        const { left, top, width, height } = regionOf(cut, picture);
        for (const one of [left, top]) expect(one).toBeGreaterThanOrEqual(0);
        for (const one of [width, height]) expect(one).toBeGreaterThanOrEqual(1);
        expect(left + width).toBeLessThanOrEqual(picture.width);
        expect(top + height).toBeLessThanOrEqual(picture.height);
        const wanted = (cut.width / 100) * picture.width;
        expect(Math.abs(width - wanted)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has a point of the picture where it has it", () => {
    fc.assert(
      fc.property(cuts, points, (cut, point) => {
        const { x, y } = pointInCut(point, cut);
        expect(isInCut({ x, y }, { left: 0, top: 0, width: 100, height: 100 })).toBe(true);
        if (!isInCut(point, cut)) return;
        expect(cut.left + (x / 100) * cut.width).toBeCloseTo(point.x, 0);
        expect(cut.top + (y / 100) * cut.height).toBeCloseTo(point.y, 0);
      }),
    );
  });
});

describe("what fills a place of another shape", () => {
  const ratios = fc.constantFrom(16 / 9, 3 / 2, 4 / 5, 450 / 630);

  it("is in the picture, has the shape of the place, and has the point", () => {
    fc.assert(
      fc.property(sizes, ratios, points, (picture, ratio, point) => {
        const part = fillingPart(picture, ratio, point);
        expect(Math.max(part.width, part.height)).toBe(100);
        expect(part.left).toBeGreaterThanOrEqual(0);
        expect(part.top).toBeGreaterThanOrEqual(0);
        expect(part.left + part.width).toBeLessThanOrEqual(100 + 1e-9);
        expect(part.top + part.height).toBeLessThanOrEqual(100 + 1e-9);
        const shape = (part.width * picture.width) / (part.height * picture.height);
        expect(shape).toBeCloseTo(ratio, 6);
        const slack = 1e-9;
        const { left, top, width, height } = part;
        const around = {
          left: left - slack,
          top: top - slack,
          width: width + 2 * slack,
          height: height + 2 * slack,
        };
        expect(isInCut(point, around)).toBe(true);
      }),
    );
  });

  // A telephone's photograph is 9 by 16 at the most, of which the lead shows a third.
  it("still has the point where the stylesheet moves it by quarters", () => {
    const photos = fc.record({
      width: fc.integer({ min: 900, max: 1600 }),
      height: fc.integer({ min: 900, max: 1600 }),
    });
    fc.assert(
      fc.property(photos, ratios, points, (picture, ratio, point) => {
        const { width, height, ...part } = fillingPart(picture, ratio, point);
        const quarter = Math.round(positionOf({ ...part, width, height }) / 25) / 4;
        const shown = {
          left: quarter * (100 - width) - 1e-9,
          top: quarter * (100 - height) - 1e-9,
          width: width + 2e-9,
          height: height + 2e-9,
        };
        expect(isInCut(point, shown)).toBe(true);
      }),
    );
  });
});
