import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readablePicture } from "../../../src/importing/readable-picture.ts";
import { heic } from "../pictures/heic-photo.ts";
import { emf, quarter, textIn, unknown } from "./metafile.ts";

const square = { create: { width: 8, height: 8, channels: 3, background: "#933" } } as const;

it("keeps pictures of the web as they are", async () => {
  for (const picture of [sharp(square).jpeg(), sharp(square).png(), sharp(square).avif()]) {
    const bytes = await picture.toBuffer();
    expect(await readablePicture(bytes)).toBe(bytes);
  }
});

it("converts the photos of a telephone", async () => {
  const picture = sharp(await readablePicture(heic));
  const { format, width, height } = await picture.metadata();
  const { channels } = await picture.stats();
  const colour = channels.map(({ mean }) => Math.round(mean / 16));
  expect([format, width, height, colour]).toEqual(["jpeg", 64, 64, [11, 3, 3]]);
});

it("takes nothing that it cannot read", async () => {
  const wrong = [new Uint8Array(8), heic.subarray(0, 40), heic.subarray(0, heic.length - 60)];
  for (const bytes of wrong) expect(await readablePicture(bytes)).toBeUndefined();
});

describe("a drawing of Windows", () => {
  it.each([
    ["as it is", emf(...quarter)],
    ["packed", gzipSync(emf(...quarter))],
  ])("is drawn on white, %s", async (_, bytes) => {
    const picture = await readablePicture(bytes);
    const { format, width = 0, height = 0 } = await sharp(picture).metadata();
    const { channels } = await sharp(picture).stats();
    expect([format, Math.round(width / height)]).toEqual(["png", 2]);
    expect(channels.map(({ mean }) => Math.round(mean / 16))).toEqual([12, 12, 12]);
  });

  it.each([
    ["letters that every machine has", true, textIn("Arial", "Số đảng viên")],
    ["letters of a font with signs", false, textIn("Symbol", "2 ´ 80")],
    ["letters of a font from before Unicode", false, textIn(".VnTime", "Sè ®¶ng viªn")],
    ["letters that few machines have", false, textIn("Arial", "党员")],
    ["a command that nobody knows", false, [...quarter, ...unknown]],
    ["nothing", false, []],
  ])("with %s is taken: %s", async (_, isTaken, records) => {
    expect((await readablePicture(emf(...records))) !== undefined).toBe(isTaken);
  });
});
