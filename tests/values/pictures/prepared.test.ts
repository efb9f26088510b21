import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { heavyPicture } from "../../../src/limits.ts";
import { carriedBy } from "../../../src/pictures/carried.ts";
import { partsOf } from "../../../src/pictures/picture-parts.ts";
import { preparePicture } from "../../../src/pictures/prepared.ts";
import { heic } from "./heic-photo.ts";
import { coded, formats, fourColours, plantings, secret } from "./planting.ts";

/** Pictures as they come from telephones and programs, and what may lie in content of them. */

const pixelsOf = (bytes: Uint8Array) =>
  sharp(bytes)
    .autoOrient()
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });

/** Returns how far apart the pixels of two pictures of one size are on average, of 255. */
async function distance(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  expect([a.info.width, a.info.height]).toEqual([b.info.width, b.info.height]);
  let sum = 0;
  for (const [at, value] of a.data.entries()) sum += Math.abs(value - b.data[at]!);
  return sum / a.data.length;
}

async function prepared(bytes: Uint8Array, isSameFormat = false) {
  const ready = await preparePicture(bytes, isSameFormat);
  if (ready === undefined) throw new Error("No picture");
  return ready;
}

describe("what lies beside the pixels", () => {
  it.each(plantings)("is gone: %s in %s", async (_, format, plant) => {
    const original = await plant(await fourColours());
    const { bytes, ending } = await prepared(original);
    expect(ending).toBe(format);
    expect(Buffer.from(bytes).includes(secret)).toBe(false);
    const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc, comments]).toEqual(Array(5).fill(undefined));
    expect(partsOf(bytes)?.filter(({ kind }) => kind !== "picture") ?? []).toEqual([]);
    expect(await distance(original, bytes)).toBeLessThan(format === "avif" ? 1.5 : 0.001);
    // Nothing is left to do.
    expect((await prepared(bytes)).bytes).toBe(bytes);
  });

  it.each(formats)("leaves a picture in %s alone that has nothing", async (format) => {
    const original = await coded(await fourColours(), format);
    expect((await prepared(original)).bytes).toBe(original);
  });

  it("is told before it goes", async () => {
    for (const [where, format, plant] of plantings) {
      const { hasPlace, hasOwner, hasFilm, taken } = await carriedBy(
        await plant(await fourColours()),
      );
      const isTold = /Exif|^XMP$/u.test(where);
      expect([where, format, hasPlace, hasOwner]).toEqual([where, format, isTold, isTold]);
      expect([where, hasFilm]).toEqual([where, where === "a film"]);
      const isTimed = where.startsWith("Exif");
      expect([where, taken]).toEqual([where, isTimed ? "2024:03:05 09:15:00" : undefined]);
    }
  });
});

describe("a picture that lies on its side", () => {
  const turns = formats.flatMap((format) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [format, orientation] as const),
  );

  it.each(turns)("in %s by orientation %i is turned upright", async (format, orientation) => {
    const original = await coded((await fourColours()).withMetadata({ orientation }), format);
    const { bytes } = await prepared(original);
    const { orientation: left = 1, width } = await sharp(bytes).metadata();
    expect([left, width]).toEqual([1, orientation < 5 ? 96 : 64]);
    expect(await distance(original, bytes)).toBeLessThan(2);
  });
});

describe("a size", () => {
  it.each([
    [3000, 2000, 2560, 1707],
    [400, 3000, 341, 2560],
    [2562, 640, 2560, 640],
    [2560, 1440, 2560, 1440],
    [5000, 100, 2560, 51],
  ])("of %i × %i becomes %i × %i", async (width, height, wide, high) => {
    const { bytes } = await prepared(await coded(await fourColours(width, height), "jpg"));
    const shown = await sharp(bytes).metadata();
    expect([shown.width, shown.height]).toEqual([wide, high]);
  });

  it("of many bytes becomes one of few, unless that would cost more", async () => {
    const noise = { width: 1100, height: 900, channels: 3 as const, background: "#777" };
    const photo = sharp({
      create: { ...noise, noise: { type: "gaussian", mean: 120, sigma: 60 } },
    });
    const png = await photo.clone().png().toBuffer();
    const jpeg = await photo.clone().jpeg({ quality: 100, chromaSubsampling: "4:4:4" }).toBuffer();
    for (const bytes of [png, jpeg]) expect(bytes.length).toBeGreaterThan(heavyPicture);
    const ofPng = await prepared(png);
    expect([ofPng.ending, ofPng.bytes.length < png.length]).toEqual(["jpg", true]);
    expect((await prepared(png, true)).ending).toBe("png");
    const ofJpeg = await prepared(jpeg);
    expect(ofJpeg.bytes.length).toBeLessThan(jpeg.length);
  });
});

describe("colours", () => {
  it("that are transparent stay so", async () => {
    const glass = { width: 3000, height: 30, channels: 4 as const, background: "#9b1b1e80" };
    const { bytes, ending } = await prepared(await sharp({ create: glass }).png().toBuffer());
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([ending, data[3]]).toEqual(["png", 128]);
  });

  it.each([
    ["of another profile", "p3", undefined],
    ["of print", undefined, "cmyk"],
  ] as const)("%s look as they did", async (_, profile, space) => {
    let picture = await fourColours();
    if (profile) picture = picture.withIccProfile(profile);
    if (space) picture = picture.toColourspace(space);
    const original = await picture.jpeg({ quality: 98, chromaSubsampling: "4:4:4" }).toBuffer();
    const { bytes } = await prepared(original);
    const about = await sharp(bytes).metadata();
    expect([about.space, about.icc, about.channels]).toEqual(["srgb", undefined, 3]);
    expect(await distance(original, bytes)).toBeLessThan(2);
  });
});

it("a photo in HEIC becomes a JPEG", async () => {
  const { bytes, ending } = await prepared(heic);
  const { width, height, format } = await sharp(bytes).metadata();
  expect([ending, format, width, height]).toEqual(["jpg", "jpeg", 64, 64]);
});

describe("what is no picture", () => {
  it("is none", async () => {
    const whole = await coded(await fourColours(), "jpg");
    const frame = (shade: string) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: shade } })
        .png()
        .toBuffer();
    const frames = await Promise.all(["#000", "#fff"].map(frame));
    const animated = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const rows = [whole.subarray(0, 300), new Uint8Array(9), Buffer.from("<svg/>"), animated];
    for (const bytes of rows) expect(await preparePicture(bytes)).toBeUndefined();
  });

  it("is none though it is built like one", () => {
    const start = Buffer.from("ffd8ffda0002", "hex");
    for (const end of ["ff00ff00", "ffd0ffff", "ff", ""])
      expect(partsOf(Buffer.concat([start, Buffer.from(end, "hex")]))).toBeUndefined();
  });

  it("never stops the program, however damaged", async () => {
    const whole = await Promise.all(
      plantings.map(async ([, , plant]) => plant(await fourColours(16, 16))),
    );
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), damage, async (bytes, changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of changes) damaged[at % Math.min(damaged.length, 400)] = value;
        const ready = await preparePicture(damaged);
        await carriedBy(damaged);
        if (ready) expect((await sharp(ready.bytes).metadata()).exif).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
