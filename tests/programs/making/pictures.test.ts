import { readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { PictureFile } from "../../../src/content/content-folder.ts";
import { idsBy } from "../../../src/content/content-id.ts";
import { pictureKey } from "../../../src/cut.ts";
import { makePictures } from "../../../src/pictures/pictures.ts";
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
  it("come in three formats and in every width up to their own", async () => {
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
      "1000.webp",
      "320.avif",
      "320.jpg",
      "320.webp",
      "640.avif",
      "640.jpg",
      "640.webp",
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

  it("are cut, upright, where somebody asks for a part, beside the whole", async () => {
    const folder = folderOf({ "a.jpg": turned });
    const [whole] = foundIn(folder, "a.jpg");
    const cut = { left: 0, top: 50, width: 50, height: 40 };
    const used = [whole!, { ...whole!, cut }];
    const { pictures, files, made } = await makePictures(used, idsBy(new Map()), join(folder, "c"));
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
    const again = await makePictures(used, idsBy(new Map()), join(folder, "c"));
    expect(again.made).toBe(0);
    const other = [{ ...whole!, cut: { ...cut, height: 41 } }];
    expect((await makePictures(other, idsBy(new Map()), join(folder, "c"))).made).toBe(1);
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
      width: 1600,
      height: 320,
      widths: [320, 640, 960, 1280, 1600],
    });
    expect(pictures.get("small.png")).toMatchObject({ width: 90, height: 60, widths: [90] });
  });

  it("are kept by content: a new name or time makes nothing anew, a new content does", async () => {
    const folder = folderOf({ "a.jpg": photograph });
    const cache = join(folder, "cache");
    expect((await makePictures(foundIn(folder, "a.jpg"), idsBy(new Map()), cache)).made).toBe(1);
    utimesSync(join(folder, "a.jpg"), 1, 1);
    const again = await makePictures(foundIn(folder, "a.jpg"), idsBy(new Map()), cache);
    expect(again.made).toBe(0);
    const renamed = folderOf({ "b/c.jpg": photograph });
    const moved = await makePictures(foundIn(renamed, "b/c.jpg"), idsBy(new Map()), cache);
    expect(moved.made).toBe(0);
    expect(moved.files).toEqual(again.files);
    const other = folderOf({ "a.jpg": turned });
    expect((await makePictures(foundIn(other, "a.jpg"), idsBy(new Map()), cache)).made).toBe(1);
  });

  it("leave nothing half made in the cache", async () => {
    const folder = folderOf({ "a.jpg": photograph.subarray(0, 2000), "b.jpg": photograph });
    const cache = join(folder, "cache");
    const { problems } = await makePictures(
      foundIn(folder, "a.jpg", "b.jpg"),
      idsBy(new Map()),
      cache,
    );
    expect(problems.map(({ code, path }) => `${path} ${code}`)).toEqual(["a.jpg picture-broken"]);
    const [only, ...others] = readdirSync(join(cache, "anh"));
    expect(others).toEqual([]);
    for (const name of readdirSync(join(cache, "anh", only!))) {
      expect(statSync(join(cache, "anh", only!, name)).size).toBeGreaterThan(0);
    }
  });
});

function foundIn(folder: string, ...paths: string[]): PictureFile[] {
  return paths.map((path) => ({ path, realPath: join(folder, path) }));
}

function make(files: Files) {
  const folder = folderOf(files);
  return makePictures(
    foundIn(folder, ...Object.keys(files)),
    idsBy(new Map()),
    join(folder, "cache"),
  );
}
