import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { withPdfReader } from "../../src/attachments/pdf.ts";

/*
 * The texts that a file of any kind holds, for those who must know that a word is in none of them.
 */

const pictureEnding = /\.(?:jpe?g|png|webp|avif|gif|tiff?|hei[cf])$/iu;
/** Comments of a JPEG are in front of the picture, among other segments of at most 64 KiB. */
const headBytes = 0x2_0000;

/**
 * Returns every text in a file: what it says, what is packed into it as in books and in the search
 * index, and what a camera or an editor wrote beside a picture.
 */
export async function textsWithin(path: string, bytes: Uint8Array): Promise<string[]> {
  if (pictureEnding.test(path)) return textsBeside(bytes);
  if (/\.pdf$/iu.test(path)) return textsOfPdf(bytes);
  return textsOf(path.endsWith(".br") ? withoutBrotli(bytes) : bytes);
}

/** Returns what was packed; the bytes themselves where only the name of the file says so. */
function withoutBrotli(bytes: Uint8Array): Uint8Array {
  try {
    return brotliDecompressSync(bytes);
  } catch {
    return bytes;
  }
}

function textsOf(bytes: Uint8Array): string[] {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textsOf(gunzipSync(bytes));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03)
      return Object.entries(unzipSync(bytes)).flatMap(([name, inner]) => [name, ...textsOf(inner)]);
  } catch {
    // Only begins like something packed.
  }
  return isUtf8(bytes) ? [utf8.decode(bytes)] : inAnyEncoding(bytes);
}

const utf8 = new TextDecoder();
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** Returns whether bytes are a text as all files of content should be. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Reads bytes in each encoding that may be meant; two bytes of a letter may begin anywhere. */
function inAnyEncoding(bytes: Uint8Array): string[] {
  const wide = (["utf-16le", "utf-16be"] as const).map((encoding) => new TextDecoder(encoding));
  return [
    utf8.decode(bytes),
    ...wide.flatMap((one) => [one.decode(bytes), one.decode(bytes.subarray(1))]),
  ];
}

/** In pages: a name may be on any, but no document of an office has more. */
const mostPages = 2_000;

async function textsOfPdf(bytes: Uint8Array): Promise<string[]> {
  const read = await withPdfReader((reader) => reader.read(bytes, mostPages));
  const own = inAnyEncoding(bytes);
  // One that cannot be read is told by the check.
  return typeof read === "string" ? own : [...own, ...read.about, read.texts.join("\n")];
}

async function textsBeside(picture: Uint8Array): Promise<string[]> {
  const head = utf8.decode(picture.subarray(0, headBytes));
  // One that cannot be read is told by the check.
  const told = await sharp(picture, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  const { exif, xmp, iptc, tifftagPhotoshop, comments = [] } = told ?? {};
  const blocks = [exif, xmp, iptc, tifftagPhotoshop].filter((block) => block !== undefined);
  return [
    head,
    ...blocks.flatMap(inAnyEncoding),
    ...comments.map(({ keyword, text }) => `${keyword}\n${text}`),
  ];
}
