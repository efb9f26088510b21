import sharp from "sharp";
import { type Exif, readExif } from "./exif.ts";
import { type Part, partsOf } from "./picture-parts.ts";

/** What a picture carries besides its pixels that nobody should learn from a site. */
export type Carried = Exif & {
  /** A film of some seconds, with sound, that a telephone took along. */
  readonly hasFilm: boolean;
};

/** Finds what a picture carries. One that cannot be read carries nothing. */
export async function carriedBy(bytes: Uint8Array): Promise<Carried> {
  const parts = partsOf(bytes) ?? (await partsOfHeif(bytes)) ?? [];
  const exif = parts.filter(({ kind }) => kind === "exif").map((part) => readExif(part.bytes));
  const xmp = parts.filter(({ kind }) => kind === "xmp").map((part) => latin(part.bytes));
  const behind = parts.filter(({ kind }) => kind === "behind");
  return {
    hasPlace:
      exif.some(({ hasPlace }) => hasPlace) ||
      xmp.some((text) => /GPSL(?:at|ong)itude/u.test(text)),
    hasOwner:
      exif.some(({ hasOwner }) => hasOwner) ||
      xmp.some((text) => /(?:SerialNumber|OwnerName)(?:>|=["'])\s*[^\s<"']/u.test(text)),
    taken: exif.find(({ taken }) => taken !== undefined)?.taken,
    hasFilm: behind.some((part) => latin(part.bytes).includes("ftyp")),
  };
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/**
 * Returns the parts of AVIF and HEIC that are not the picture. They lie in one block with it, so
 * they cannot be cut out. Undefined for other files.
 */
export async function partsOfHeif(bytes: Uint8Array): Promise<readonly Part[] | undefined> {
  if (latin(bytes.subarray(4, 8)) !== "ftyp") return undefined;
  const { exif, xmp } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ exif: undefined, xmp: undefined }));
  return [
    ...(exif ? [{ kind: "exif", bytes: exif } as const] : []),
    ...(xmp ? [{ kind: "xmp", bytes: xmp } as const] : []),
    ...boxesBehind(bytes),
  ];
}

/** Boxes that a picture may have; all others are for the program that wrote them. */
const pictureBoxes: ReadonlySet<string> = new Set(["ftyp", "meta", "mdat"]);

function boxesBehind(bytes: Uint8Array): Part[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [];
  for (let at = 0; at + 8 <= file.length; ) {
    const size = file.readUInt32BE(at);
    // 0: to the end of the file; 1: the length is a larger number behind the name.
    const length =
      size === 0 ? file.length - at : size === 1 ? Number(file.readBigUInt64BE(at + 8)) : size;
    if (length < 8) break;
    if (!pictureBoxes.has(file.toString("latin1", at + 4, at + 8)))
      parts.push({ kind: "behind", bytes: file.subarray(at, at + length) });
    at += length;
  }
  return parts;
}
