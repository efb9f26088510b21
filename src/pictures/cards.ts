import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import type { AssetFile } from "../assets/assets.ts";
import { prune } from "../cache/cache.ts";
import { makeFile } from "../cache/move-into.ts";
import { fillingPart, type Point, regionOf, usualFocus } from "../cut.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { onCore } from "../work/on-core.ts";
import { lazily } from "../work/once.ts";
import { type Card, cardSize } from "./card.ts";
import { type Draw, newDraw } from "./drawing.ts";
import { type PalettePicture, palettePng } from "./palette-png.ts";
import { rendered } from "./rendered.ts";

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
  const draw = newDraw();
  const makeCard = async (card: Card) => {
    gently?.throwIfAborted();
    let kept = found.get(card.hash);
    if (kept === undefined) {
      const photo = card.photo && (await pathOf()).get(card.photo.url);
      if (card.photo !== undefined && photo === undefined)
        throw new Error(`The picture of a card is not in the site: ${card.photo.url}`);
      const bytes = await onCore(() => bytesOf(card, photo, draw));
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

async function bytesOf(card: Card, photo: string | undefined, draw: Draw): Promise<Uint8Array> {
  if (card.width !== cardSize.width) return iconBytes(card);
  const drawn = await draw(card);
  return photo === undefined ? palettePng(drawn) : besidePhoto(drawn, photo, card.photo?.focus);
}

/** Draws an icon, whose corners may be transparent. */
async function iconBytes({ svg, width: wanted }: Card): Promise<Uint8Array> {
  const { data, width, height } = await rendered(svg, wanted);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** Puts a photograph over the right side of a card. */
async function besidePhoto(
  drawn: PalettePicture,
  photo: string,
  focus: Point | undefined,
): Promise<Uint8Array> {
  const { width, height } = drawn;
  const size = { width: cardSize.photo, height };
  const whole = await sharp(photo).metadata();
  const cut = fillingPart(whole, size.width / height, focus ?? usualFocus(whole));
  const side = await sharp(photo)
    .extract(regionOf(cut, whole))
    .resize({ ...size, fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer();
  const pixels = pixelsOf(drawn);
  const row = size.width * 3;
  for (let y = 0; y < height; y += 1)
    pixels.set(side.subarray(y * row, (y + 1) * row), ((y + 1) * width - size.width) * 3);
  // Letters keep their edges only without chroma subsampling. Optimal Huffman tables would triple
  // the time; quality 84 with them has as many bytes, and 1.4 dB more.
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 78, optimiseCoding: false, chromaSubsampling: "4:4:4" })
    .toBuffer();
}

/** Returns three bytes for each pixel of a picture. */
function pixelsOf({ colours, palette }: PalettePicture): Uint8Array {
  const pixels = new Uint8Array(colours.length * 3);
  for (let at = 0; at < colours.length; at += 1) {
    const colour = colours[at]! * 3;
    pixels[at * 3] = palette[colour]!;
    pixels[at * 3 + 1] = palette[colour + 1]!;
    pixels[at * 3 + 2] = palette[colour + 2]!;
  }
  return pixels;
}
