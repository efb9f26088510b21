import sharp from "sharp";

/** Formats that browsers show; pictures in them stay as they are. */
const ofTheWeb: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "avif"]);

/**
 * Returns a picture in a format of the web; undefined when it cannot be read, as those that only
 * Windows draws (EMF, WMF).
 */
export async function readablePicture(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const { format, compression } = await sharp(bytes).metadata();
    if (format === "heif" && compression === "av1") return bytes;
    return ofTheWeb.has(format as string) ? bytes : await sharp(bytes).png().toBuffer();
  } catch {
    return undefined;
  }
}
