import sharp, { type Sharp } from "sharp";
import { maxPixels } from "../limits.ts";

/**
 * Returns whether a file is HEIC, as telephones of one maker take pictures: the same container as
 * AVIF, with another codec in it.
 */
export function isHeic(bytes: Uint8Array): boolean {
  const brand = Buffer.from(bytes.subarray(4, 12)).toString("latin1");
  return /^ftyp(?:hei[cxms]|hev[cxm]|mif1|msf1)$/u.test(brand);
}

/**
 * Decodes a photo in HEIC, upright; undefined when it cannot be read.
 *
 * The decoder is WebAssembly, because that of our library for pictures may not be given away with
 * this codec. It is 1.5 MB, so it is loaded when there is such a photo.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<Sharp | undefined> {
  try {
    const { default: decoder } = await import("heic-decode");
    const images = await decoder.all({ buffer: bytes });
    try {
      const [first] = images;
      if (first === undefined || first.width * first.height > maxPixels) return undefined;
      const { data, width, height } = await first.decode();
      return sharp(Buffer.from(data), { raw: { width, height, channels: 4 } });
    } finally {
      images.dispose();
    }
  } catch {
    return undefined;
  }
}
