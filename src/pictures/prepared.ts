import sharp, { type Metadata, type Sharp } from "sharp";
import { heavyPicture, maxPixels, preparedSide } from "../limits.ts";
import { carriedBy, partsOfHeif } from "./carried.ts";
import { decodeHeic, isHeic } from "./heic.ts";
import { partsOf, pictureOnly } from "./picture-parts.ts";

/** A picture as it may lie in content, where everybody can read it for ever. */
export type PreparedPicture = {
  readonly bytes: Uint8Array;
  readonly ending: "jpg" | "png" | "webp" | "avif";
  /** When it was taken, which is no longer in the file; sorts as it is. */
  readonly taken?: string;
};

/** The share of its bytes to which a picture has to come down by being coded again. */
const worthwhile = 0.8;

type Ending = PreparedPicture["ending"];

/**
 * Quality at which nothing is to be seen of coding a photograph anew: at the width of a page the
 * signal is more than 40 dB above the noise. Chroma is kept in full, because people here stand
 * before red cloth with yellow letters (docs/decisions/0047-pictures-enter-without-metadata.md).
 */
const encode: Readonly<Record<Ending, (picture: Sharp) => Sharp>> = {
  jpg: (picture) =>
    picture
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 90, chromaSubsampling: "4:4:4", progressive: true, quantisationTable: 3 }),
  png: (picture) => picture.png({ compressionLevel: 9 }),
  webp: (picture) => picture.webp({ quality: 92, smartSubsample: true }),
  avif: (picture) => picture.avif({ quality: 75, effort: 2, chromaSubsampling: "4:4:4" }),
};

/**
 * Makes a picture ready to be kept: upright, in sRGB, no larger than a page can ever need, and with
 * nothing in the file but the picture. One that is all that already keeps its bytes, and where
 * something only lies beside the pixels these stay as they are.
 *
 * Every door into content leads through here, because what was once in a repository stays in its
 * history.
 *
 * @param isSameFormat true for a file whose name ends on its format, as it lies in content
 * @returns undefined when the file is no still picture that can be read
 */
export async function preparePicture(
  bytes: Uint8Array,
  isSameFormat = false,
): Promise<PreparedPicture | undefined> {
  try {
    const { taken } = await carriedBy(bytes);
    const prepared = isHeic(bytes) ? await fromHeic(bytes) : await fromFile(bytes, isSameFormat);
    return prepared && { ...prepared, ...(taken === undefined ? {} : { taken }) };
  } catch {
    return undefined;
  }
}

async function fromHeic(bytes: Uint8Array): Promise<PreparedPicture | undefined> {
  const picture = await decodeHeic(bytes);
  return picture && { bytes: await encode.jpg(made(picture)).toBuffer(), ending: "jpg" };
}

async function fromFile(
  bytes: Uint8Array,
  isSameFormat: boolean,
): Promise<PreparedPicture | undefined> {
  const about = await open(bytes).metadata();
  const ending = endingOf(about);
  if (ending === undefined || (about.pages ?? 1) > 1) return undefined;
  const plain = await withoutMetadata(bytes);
  const isHeavy = bytes.length > heavyPicture;
  if (plain !== undefined && !isToDraw(about) && !isHeavy) return { bytes: plain, ending };
  const drawn = await draw(bytes, ending, isSameFormat);
  // A little less is not worth what coding a picture again takes from it, each time anew.
  const isWorthless = plain !== undefined && drawn.bytes.length > worthwhile * plain.length;
  return isWorthless && !isToDraw(about) ? { bytes: plain, ending } : drawn;
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: "warning" });
}

function endingOf({ format, compression }: Metadata): Ending | undefined {
  if (format === "heif") return compression === "av1" ? "avif" : undefined;
  return ({ jpeg: "jpg", png: "png", webp: "webp" } as const)[format as "jpeg" | "png" | "webp"];
}

/** Returns whether the pixels are not yet as they should be. */
function isToDraw({ width, height, orientation = 1, space, icc }: Metadata): boolean {
  const isSrgb = icc === undefined || isProfileOfSrgb(icc);
  const isScreen = space === "srgb" || space === "rgb16" || space === "b-w" || space === "grey16";
  return orientation > 1 || Math.max(width, height) > preparedSide || !isSrgb || !isScreen;
}

/** Profiles name themselves, in letters of one byte or two. */
function isProfileOfSrgb(profile: Buffer): boolean {
  return profile.toString("latin1").replaceAll("\0", "").includes("sRGB");
}

/** Returns the same pixels with nothing beside them; undefined when they have to be coded anew. */
async function withoutMetadata(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const parts = partsOf(bytes);
  if (parts === undefined) return (await partsOfHeif(bytes))?.length === 0 ? bytes : undefined;
  const only = pictureOnly(parts);
  return only.equals(bytes) ? bytes : only;
}

async function draw(
  bytes: Uint8Array,
  ending: Ending,
  isSameFormat: boolean,
): Promise<PreparedPicture> {
  const drawn = await encode[ending](made(open(bytes).autoOrient())).toBuffer();
  const isPhotograph = ending === "png" && drawn.length > heavyPicture && !isSameFormat;
  // A photograph as PNG is five times as large as it need be; what is transparent has to stay one.
  if (!isPhotograph || !(await sharp(drawn).stats()).isOpaque) return { bytes: drawn, ending };
  return { bytes: await encode.jpg(sharp(drawn)).toBuffer(), ending: "jpg" };
}

function made(upright: Sharp): Sharp {
  const size = { width: preparedSide, height: preparedSide };
  return upright.resize({ ...size, fit: "inside", withoutEnlargement: true }).toColourspace("srgb");
}
