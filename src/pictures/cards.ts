import { mkdir, readdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, extname, join } from "node:path";
import { crc32 } from "node:zlib";
import { renderAsync } from "@resvg/resvg-js";
import sharp, { type Sharp } from "sharp";
import type { AssetFile } from "../assets/assets.ts";
import { prune } from "../cache/cache.ts";
import { makeFile } from "../cache/move-into.ts";
import { fillingPart, type Point, regionOf } from "../cut.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { type Card, cardFonts, cardSize } from "./card.ts";

/**
 * Draws cards, or takes them from the cache, which knows a card by a hash of what is on it.
 *
 * @param files the pictures of the site, among which are the photographs of the cards
 * @param gently takes one core at most, and draws nothing more when this is aborted; it then throws
 */
export async function makeCards(
  cards: readonly Card[],
  files: readonly AssetFile[],
  cache: string,
  gently?: AbortSignal,
): Promise<readonly AssetFile[]> {
  const folder = join(cache, "the");
  await mkdir(folder, { recursive: true });
  const found = keptCards(await readdir(folder));
  const pathOf = new Map(files.map(({ url, realPath }) => [url, realPath]));
  const unique = new Map(cards.map((card) => [card.url, card]));
  const atOnce = gently ? 1 : availableParallelism();
  const made = await mapBounded([...unique.values()], atOnce, async (card) => {
    gently?.throwIfAborted();
    let kept = found.get(card.hash);
    if (kept === undefined) {
      const photo = card.photo && pathOf.get(card.photo.url);
      if (card.photo !== undefined && photo === undefined)
        throw new Error(`The picture of a card is not in the site: ${card.photo.url}`);
      const bytes = await draw(card, photo);
      const sum = crc32(bytes);
      kept = { name: `${card.hash}.${sum}${extname(card.url)}`, sum };
      await makeFile(join(folder, kept.name), (beside) => writeFile(beside, bytes));
    }
    const realPath = join(folder, kept.name);
    return { url: card.url, realPath, hash: card.hash, kept: { sum: kept.sum, place: realPath } };
  });
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
  return (await rendered(svg, width)).removeAlpha().png({ compressionLevel: 3 }).toBuffer();
}

async function rendered(svg: string, width: number): Promise<Sharp> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      fontFiles: [...cardFonts],
      // With system fonts a card would look different on every machine.
      loadSystemFonts: false,
    },
  });
  const raw = { width: image.width, height: image.height, channels: 4 as const };
  return sharp(image.pixels, { raw });
}

async function draw(
  { svg, width, photo: shown }: Card,
  photo: string | undefined,
): Promise<Uint8Array> {
  const card = await rendered(svg, width);
  if (photo === undefined) {
    const hasCorners = width !== cardSize.width;
    return (hasCorners ? card : card.removeAlpha()).png({ compressionLevel: 3 }).toBuffer();
  }
  const { width: cardWidth, height, photo: photoWidth } = cardSize;
  const side = await sharp(await partFor(photo, photoWidth / height, shown?.focus))
    .resize({ width: photoWidth, height, fit: "cover" })
    .toBuffer();
  return (
    card
      .composite([{ input: side, left: cardWidth - photoWidth, top: 0 }])
      .flatten()
      // Letters keep their edges only without chroma subsampling.
      .jpeg({ quality: 84, chromaSubsampling: "4:4:4" })
      .toBuffer()
  );
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
