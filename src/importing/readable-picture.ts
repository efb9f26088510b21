import sharp from "sharp";
import { maxPixels } from "../limits.ts";
import { isHeic } from "../pictures/heic.ts";
import { preparePicture } from "../pictures/prepared.ts";
import { isMetafile, metafileToPng } from "./metafile.ts";

/** Formats that browsers show; pictures in them stay as they are. */
const ofTheWeb: ReadonlySet<string> = new Set(["jpeg", "png", "webp"]);

/** Returns a picture in a format of the web; undefined when it cannot be read. */
export async function readablePicture(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    if (isMetafile(bytes)) return await metafileToPng(bytes);
    const { format, compression } = await sharp(bytes).metadata();
    if (ofTheWeb.has(format as string) || compression === "av1") return bytes;
    if (isHeic(bytes)) return (await preparePicture(bytes))?.bytes;
    return await sharp(bytes, { limitInputPixels: maxPixels }).png().toBuffer();
  } catch {
    return undefined;
  }
}
