import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { crc32 } from "node:zlib";
import { renderAsync } from "@resvg/resvg-js";
import sharp, { type Sharp } from "sharp";
import type { AssetFile } from "../assets/assets.ts";
import { prune } from "../cache/cache.ts";
import { makeFile } from "../cache/move-into.ts";
import { fillingPart, type Point, regionOf } from "../cut.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { onCore } from "../work/on-core.ts";
import { lazily } from "../work/once.ts";
import { type Card, cardFonts, cardSize } from "./card.ts";

/**
 * Draws cards, or takes them from the cache, which knows a card by a hash of what is on it.
 *
 * @param pictures returns the files of the pictures, among which are the photographs of the cards
 * @param gently takes one core at most, and draws nothing more when this is aborted; it then throws
 */
export async function makeCards(
  cards: readonly Card[],
  pictures: () => Promise<readonly AssetFile[]>,
  cache: string,
  gently?: AbortSignal,
): Promise<readonly AssetFile[]> {
  const folder = join(cache, "the");
  await mkdir(folder, { recursive: true });
  const found = keptCards(await readdir(folder));
  const pathOf = lazily(async () => {
    return new Map((await pictures()).map(({ url, realPath }) => [url, realPath]));
  });
  const unique = new Map(cards.map((card) => [card.url, card]));
  const makeCard = async (card: Card) => {
    gently?.throwIfAborted();
    let kept = found.get(card.hash);
    if (kept === undefined) {
      const photo = card.photo && (await pathOf()).get(card.photo.url);
      if (card.photo !== undefined && photo === undefined)
        throw new Error(`The picture of a card is not in the site: ${card.photo.url}`);
      const bytes = await onCore(() => draw(card, photo));
      const sum = crc32(bytes);
      kept = { name: `${card.hash}.${sum}${extname(card.url)}`, sum };
      await makeFile(join(folder, kept.name), (beside) => writeFile(beside, bytes));
    }
    const realPath = join(folder, kept.name);
    return { url: card.url, realPath, hash: card.hash, kept: { sum: kept.sum, place: realPath } };
  };
  // Cards without a photograph need not wait for those whose picture is still being made.
  const made = await mapBounded([...unique.values()], gently ? 1 : unique.size, makeCard);
  await prune(folder, new Set(made.map(({ realPath }) => basename(realPath))), 300);
  return made;
}

type KeptCard = { readonly name: string; readonly sum: number };

/**
 * Returns the cards in the cache by their hashes; the name of a file ends in the checksum of its
 * bytes.
 */
function keptCards(names: readonly string[]): Map<string, KeptCard> {
  return new Map(
    names.flatMap((name) => {
      const [, hash, sum] = /^([0-9a-f]+)\.(\d+)\./u.exec(name) ?? [];
      return hash === undefined ? [] : [[hash, { name, sum: Number(sum) }]];
    }),
  );
}

/** Draws the cover of a book as PNG; `width` is in pixels. */
export async function drawCover(svg: string, width: number): Promise<Uint8Array> {
  return fromPixels(await rendered(svg, width))
    .removeAlpha()
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** A picture in memory: four bytes for each pixel, row by row. */
type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

async function rendered(svg: string, width: number): Promise<Pixels> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      fontFiles: [...cardFonts],
      // With system fonts a card would look different on every machine.
      loadSystemFonts: false,
    },
  });
  return { width: image.width, height: image.height, data: image.pixels };
}

function fromPixels({ width, height, data }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } });
}

async function draw(
  { svg, width, photo: shown }: Card,
  photo: string | undefined,
): Promise<Uint8Array> {
  const card = await rendered(svg, width);
  if (photo === undefined) {
    const hasCorners = width !== cardSize.width;
    const drawn = hasCorners ? fromPixels(card) : fromPixels(card).removeAlpha();
    return drawn.png({ compressionLevel: 3 }).toBuffer();
  }
  await putOnRight(card, photo, shown?.focus);
  // Letters keep their edges only without chroma subsampling.
  const jpeg = { quality: 84, chromaSubsampling: "4:4:4" };
  return fromPixels(card).removeAlpha().jpeg(jpeg).toBuffer();
}

/**
 * Puts a photograph over the right side of a card. Rows of bytes are copied, in half the time of
 * sharp's `composite`, which reckons with transparency.
 */
async function putOnRight(
  { width, height, data }: Pixels,
  photo: string,
  focus: Point | undefined,
): Promise<void> {
  const size = { width: cardSize.photo, height };
  const side = await sharp(await partFor(photo, size.width / height, focus))
    .resize({ ...size, fit: "cover" })
    .ensureAlpha()
    .raw()
    .toBuffer();
  const row = size.width * 4;
  for (let y = 0; y < height; y += 1)
    data.set(side.subarray(y * row, (y + 1) * row), ((y + 1) * width - size.width) * 4);
}

/** Returns a photograph, cut to a shape around a point where it has one. */
async function partFor(
  photo: string,
  ratio: number,
  focus: Point | undefined,
): Promise<string | Uint8Array> {
  if (focus === undefined) return photo;
  const { width, height } = await sharp(photo).metadata();
  const part = regionOf(fillingPart({ width, height }, ratio, focus), { width, height });
  return sharp(photo).extract(part).png({ compressionLevel: 0 }).toBuffer();
}
