import { readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { UsedPicture } from "../../../src/content/content-folder.ts";
import { idsBy } from "../../../src/content/content-id.ts";
import { pictureKey } from "../../../src/cut.ts";
import { findPictures } from "../../../src/pictures/pictures.ts";
import { type Files, folderOf } from "../../content.ts";

/** Red on the left, blue on the right, with a place and an owner in its metadata. */
const photograph = await sharp({
  create: { width: 1000, height: 600, channels: 3, background: "#9b1b1e" },
})
  .composite([
    {
      input: { create: { width: 500, height: 600, channels: 3, background: "#123a8c" } },
      left: 500,
      top: 0,
    },
  ])
  .withExif({
    IFD0: { Artist: "Nguoi chup" },
    IFD3: { GPSLatitude: "21/1 19/1 0/1", GPSLatitudeRef: "N" },
  })
  .jpeg({ quality: 95 })
  .toBuffer();
/** The photograph as if taken with the camera on its side. */
const turned = await sharp(photograph).withMetadata({ orientation: 6 }).jpeg().toBuffer();

describe("pictures", () => {
  it("come in two formats and in every width up to their own", async () => {
    const { pictures, files, problems } = await make({ "a.jpg": photograph });
    expect(problems).toEqual([]);
    expect(pictures.get("a.jpg")).toMatchObject({
      width: 1000,
      height: 600,
      widths: [320, 640, 1000],
    });
    expect(files.map(({ url }) => url.split("/").at(-1)).toSorted()).toEqual([
      "1000.avif",
      "1000.jpg",
      "320.avif",
      "320.jpg",
      "640.avif",
      "640.jpg",
    ]);
    for (const { url, realPath } of files) {
      const { width, format } = await sharp(realPath).metadata();
      expect(`${width}.${format}`).toBe(
        url.split("/").at(-1)!.replace("jpg", "jpeg").replace("avif", "heif"),
      );
    }
  });

  it("that are the same are made once, however many articles have them", async () => {
    const six = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.jpg`, photograph]));
    const { pictures, made } = await make(six);
    expect(made).toBe(1);
    expect(new Set([...pictures.values()].map(({ base }) => base)).size).toBe(1);
    expect(pictures.size).toBe(6);
  });

  it("keep nothing of the metadata, the place of a photograph above all", async () => {
    const original = await sharp(photograph).metadata();
    expect(original.exif?.includes("Nguoi chup")).toBe(true);
    const { files } = await make({ "a.jpg": photograph });
    for (const { realPath } of files) {
      const { exif, xmp, iptc } = await sharp(realPath).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    }
  });

  it("are turned upright", async () => {
    const { pictures, files } = await make({ "a.jpg": turned });
    expect(pictures.get("a.jpg")).toMatchObject({ width: 600, height: 1000 });
    const jpeg = files.find(({ url }) => url.endsWith("/600.jpg"))!;
    // After the turn to the right, the left half is the upper one.
    const top = await sharp(jpeg.realPath)
      .extract({ left: 300, top: 100, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(top[0]).toBeGreaterThan(top[2]!);
  });

  it("have the size that their header tells, before any is made", async () => {
    const sides = fc.integer({ min: 1, max: 3000 });
    const shape = fc
      .tuple(sides, fc.integer({ min: 1, max: 20 }), fc.boolean(), fc.integer({ min: 1, max: 8 }))
      .map(([long, times, isWide, orientation]) => {
        const short = Math.max(1, Math.round(long / times));
        return { width: isWide ? long : short, height: isWide ? short : long, orientation };
      });
    const drawn = async ({ width, height, orientation }: Shape) =>
      sharp({ create: { width, height, channels: 3, background: "#9b1b1e" } })
        .withMetadata({ orientation })
        .jpeg()
        .toBuffer();
    await fc.assert(
      fc.asyncProperty(shape, async (one) => {
        const { pictures, files } = await make({ "a.jpg": await drawn(one) });
        const { width, height } = pictures.get("a.jpg")!;
        const [wide, high] =
          one.orientation < 5 ? [one.width, one.height] : [one.height, one.width];
        expect(width).toBe(Math.min(wide, 1440));
        expect(Math.abs(height - (high * width) / wide)).toBeLessThan(1);
        const widest = files.find(({ url }) => url.endsWith(`/${width}.jpg`))!;
        expect(await sharp(widest.realPath).metadata()).toMatchObject({ width, height });
      }),
      { numRuns: 25 },
    );
  });

  it("are cut, upright, where somebody asks for a part, beside the whole", async () => {
    const folder = folderOf({ "a.jpg": turned });
    const whole = { path: "a.jpg", realPath: join(folder, "a.jpg") };
    const cut = { left: 0, top: 50, width: 50, height: 40 };
    const used = [whole, { ...whole, cut }];
    const { pictures, files, made } = await makeFrom(used, join(folder, "c"));
    expect(made).toBe(2);
    const part = pictures.get(pictureKey("a.jpg", cut))!;
    expect(part).toMatchObject({ width: 300, height: 400, widths: [300] });
    expect(part.base).not.toBe(pictures.get("a.jpg")!.base);
    const jpeg = files.find(({ url }) => url === `${part.base}300.jpg`)!;
    const { data, info } = await sharp(jpeg.realPath).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([300, 400]);
    // After the turn to the right, the lower half is the right one, which is blue.
    for (const at of [info.channels * 150, data.length - info.channels * 150])
      expect(data[at]).toBeLessThan(data[at + 2]!);
    const again = await makeFrom(used, join(folder, "c"));
    expect(again.made).toBe(0);
    const other = [{ ...whole, cut: { ...cut, height: 41 } }];
    expect((await makeFrom(other, join(folder, "c"))).made).toBe(1);
  });

  it("are never made wider than the widest variant, nor wider than they are", async () => {
    const wide = await sharp({
      create: { width: 3000, height: 600, channels: 3, background: "#fff" },
    })
      .png()
      .toBuffer();
    const small = await sharp({
      create: { width: 90, height: 60, channels: 4, background: "#0000" },
    })
      .png()
      .toBuffer();
    const { pictures } = await make({ "wide.png": wide, "small.png": small });
    expect(pictures.get("wide.png")).toMatchObject({
      width: 1440,
      height: 288,
      widths: [320, 640, 960, 1440],
    });
    expect(pictures.get("small.png")).toMatchObject({ width: 90, height: 60, widths: [90] });
  });

  it("are kept by content: a new name or time makes nothing anew, a new content does", async () => {
    const folder = folderOf({ "a.jpg": photograph });
    const cache = join(folder, "cache");
    expect((await makeIn(folder, cache, "a.jpg")).made).toBe(1);
    utimesSync(join(folder, "a.jpg"), 1, 1);
    const again = await makeIn(folder, cache, "a.jpg");
    expect(again.made).toBe(0);
    const renamed = folderOf({ "b/c.jpg": photograph });
    const moved = await makeIn(renamed, cache, "b/c.jpg");
    expect(moved.made).toBe(0);
    expect(moved.files).toEqual(again.files);
    const other = folderOf({ "a.jpg": turned });
    expect((await makeIn(other, cache, "a.jpg")).made).toBe(1);
  });

  it("leave nothing half made in the cache", async () => {
    const folder = folderOf({ "a.jpg": photograph.subarray(0, 2000), "b.jpg": photograph });
    const cache = join(folder, "cache");
    const { problems } = await makeIn(folder, cache, "a.jpg", "b.jpg");
    expect(problems.map(({ code, path }) => `${path} ${code}`)).toEqual(["a.jpg picture-broken"]);
    const [only, ...others] = readdirSync(join(cache, "anh"));
    expect(others).toEqual([]);
    for (const name of readdirSync(join(cache, "anh", only!))) {
      expect(statSync(join(cache, "anh", only!, name)).size).toBeGreaterThan(0);
    }
  });
});

type Shape = { readonly width: number; readonly height: number; readonly orientation: number };

/** Looks at pictures and makes them, as a build does. */
async function makeFrom(used: readonly UsedPicture[], cache: string) {
  const found = await findPictures(used, idsBy(new Map()), cache);
  const made = await found.make();
  return { ...found, ...made, problems: [...found.problems, ...made.problems] };
}

function makeIn(folder: string, cache: string, ...paths: string[]) {
  return makeFrom(
    paths.map((path) => ({ path, realPath: join(folder, path) })),
    cache,
  );
}

function make(files: Files) {
  const folder = folderOf(files);
  return makeIn(folder, join(folder, "cache"), ...Object.keys(files));
}
