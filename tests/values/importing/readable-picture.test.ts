import sharp from "sharp";
import { expect, it } from "vitest";
import { readablePicture } from "../../../src/importing/readable-picture.ts";

/** A photo of 64 × 64 in one dark red, as telephones take them. No library of ours writes one. */
const heic = Buffer.from(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAFwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAfbWRhdAAAABMoAa8FGP07Jaq/+k7u3XCkMSjk",
  "base64",
);
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
