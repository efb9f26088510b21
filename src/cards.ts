import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import type { AssetFile } from "./assets.ts";
import { type Card, cardSize } from "./card.ts";
import { mapBounded } from "./source.ts";

/**
 * Draws cards, or takes them from the cache. The cache goes by what is on the card.
 *
 * @param fonts folder of the fonts
 * @param files the pictures of the site, among which are the photographs of the cards
 */
export async function makeCards(
  cards: readonly Card[],
  fonts: string,
  files: readonly AssetFile[],
  cache: string,
): Promise<readonly AssetFile[]> {
  const folder = join(cache, "the");
  await mkdir(folder, { recursive: true });
  const found = new Set(await readdir(folder));
  const pathOf = new Map(files.map(({ url, realPath }) => [url, realPath]));
  const unique = new Map(cards.map((card) => [card.url, card]));
  return mapBounded([...unique.values()], availableParallelism(), async (card) => {
    const name = `${card.key}${extname(card.url)}`;
    const realPath = join(folder, name);
    if (!found.has(name)) {
      const photo = card.photo && pathOf.get(card.photo);
      const bytes = await draw(card, fonts, photo);
      // Made beside its place and moved there whole: a build that is killed leaves no half.
      const beside = join(folder, `.${randomUUID()}`);
      try {
        await writeFile(beside, bytes);
        await rename(beside, realPath);
      } finally {
        await rm(beside, { force: true });
      }
    }
    return { url: card.url, realPath, key: card.key };
  });
}

async function draw(
  { svg, width }: Card,
  fonts: string,
  photo: string | undefined,
): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      fontFiles: ["be-vietnam-pro-400.ttf", "source-serif-4-600.ttf"].map((name) =>
        join(fonts, name),
      ),
      // Or else a card would look different on every machine.
      loadSystemFonts: false,
    },
  });
  const raw = { width: image.width, height: image.height, channels: 4 as const };
  const card = sharp(image.pixels, { raw });
  if (photo === undefined) {
    const hasCorners = width !== cardSize.width;
    return (hasCorners ? card : card.removeAlpha()).png({ compressionLevel: 3 }).toBuffer();
  }
  const { width: cardWidth, height, photo: photoWidth } = cardSize;
  const side = await sharp(photo).resize({ width: photoWidth, height, fit: "cover" }).toBuffer();
  return (
    card
      .composite([{ input: side, left: cardWidth - photoWidth, top: 0 }])
      .flatten()
      // Letters keep their edges only when colour is not thinned out.
      .jpeg({ quality: 84, chromaSubsampling: "4:4:4" })
      .toBuffer()
  );
}
