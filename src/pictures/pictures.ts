import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import type { AssetFile } from "../assets/assets.ts";
import { prune, readSeal, seal } from "../cache/cache.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { makeFolder } from "../cache/move-into.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import type { PictureFile } from "../content/content-folder.ts";
import type { IdOf } from "../content/content-id.ts";
import { maxPixels, maxSide, maxStretch, minSide } from "../limits.ts";
import { fileStart, type Problem, problem } from "../problems/problem.ts";
import { pictureBaseUrl } from "../urls.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { noProgress, type Progress } from "../work/progress.ts";
import { isHeic } from "./heic.ts";
import { type Picture, type PictureFormat, pictureFormats, pictureUrl } from "./picture.ts";

/** A hash of what makes the variants; part of the address of each. */
const recipe = recipeOf([import.meta.filename], ["sharp"]);

/**
 * In pixels. Telephones in lists take the first, in articles the next two, telephones and screens
 * with small pixels the last (docs/decisions/0040-two-formats-four-widths.md).
 */
const widths = [320, 640, 960, 1440];
/**
 * How a variant is encoded. AVIF keeps the chroma in full, because people here stand before red
 * cloth with yellow letters. In wide pictures its next effort takes twice as long and makes the file
 * of a photograph no smaller.
 */
const encode: Readonly<Record<PictureFormat, (scaled: Sharp, width: number) => Sharp>> = {
  avif: (scaled, width) => scaled.avif({ quality: 50, effort: width > 640 ? 1 : 2 }),
  // As mozjpeg does, but for trying several orders of scans, which takes a third of its time.
  jpg: (scaled) =>
    scaled.flatten({ background: "#ffffff" }).jpeg({
      quality: 70,
      progressive: true,
      quantisationTable: 3,
      trellisQuantisation: true,
      overshootDeringing: true,
    }),
};
/**
 * A name says nothing about what is in a file, so no other decoder is there at all: above all none
 * for SVG, which is a program.
 */
const decoders = ["Jpeg", "Png", "Webp", "Heif"].map((name) => `VipsForeignLoad${name}`);

// The bytes of an AVIF depend on the number of threads that made it.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: decoders });

export type MadePictures = {
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The files of all variants. */
  readonly files: readonly AssetFile[];
  readonly problems: readonly Problem[];
  /** How many were not in the cache and had to be made. */
  readonly made: number;
};

/**
 * Makes every picture in all widths and formats, or takes it from the cache. The cache knows a
 * picture by the content of its file: one that is renamed, moved or touched is not made again.
 */
export async function makePictures(
  found: readonly PictureFile[],
  idOf: IdOf,
  cache: string,
  progress: Progress = noProgress,
): Promise<MadePictures> {
  let done = 0;
  let made = 0;
  // One picture may lie beside many articles.
  const underWay = new Map<string, Promise<Outcome>>();
  const results = await mapBounded(found, availableParallelism(), async ({ path, realPath }) => {
    const hash = hashOf(idOf({ path, realPath }));
    const folder = join(cache, "anh", hash);
    const kept = readCached(folder);
    let outcome: Outcome | undefined = kept && { kind: "picture", picture: kept };
    if (outcome === undefined) {
      const bytes = await readFile(realPath);
      // There is no `await` between looking and setting, so only one of them makes the picture.
      const making = underWay.get(hash);
      made += making ? 0 : 1;
      const own = making ?? make(path, bytes, hash, folder);
      underWay.set(hash, own);
      outcome = await own;
    }
    done += 1;
    progress("pictures", done, found.length);
    return { path, folder, outcome };
  });
  const files = new Map<string, AssetFile>();
  const pictures = new Map<string, Picture>();
  const problems: Problem[] = [];
  for (const { path, folder, outcome } of results) {
    if (outcome.kind === "fault") {
      const { code, args } = outcome.problem;
      problems.push(problem(code, fileStart(path), { ...args, value: path }));
      continue;
    }
    const { picture } = outcome;
    pictures.set(path, picture);
    problems.push(...tinyProblems(path, picture));
    const { sums = {} } = readSeal(folder) ?? {};
    for (const width of picture.widths) {
      for (const format of pictureFormats) {
        const url = pictureUrl(picture, width, format);
        const name = `${width}.${format}`;
        const kept = { sum: sums[name] ?? 0, place: folder };
        files.set(url, { url, realPath: join(folder, name), hash: url, kept });
      }
    }
  }
  const wanted = new Set(results.map(({ folder }) => basename(folder)));
  await prune(join(cache, "anh"), wanted, 200);
  return { pictures, files: [...files.values()], problems, made };
}

/** What became of the bytes of a picture, which several files may have in common. */
type Outcome =
  | { readonly kind: "picture"; readonly picture: Picture }
  | { readonly kind: "fault"; readonly problem: Problem };

/** Finds the pictures that cannot be used, without making any. */
export async function checkPictures(
  found: readonly PictureFile[],
  idOf: IdOf,
  cache: string,
): Promise<Problem[]> {
  const problems = await mapBounded(found, availableParallelism(), async ({ path, realPath }) => {
    const kept = readCached(join(cache, "anh", hashOf(idOf({ path, realPath }))));
    if (kept) return tinyProblems(path, kept);
    const bytes = await readFile(realPath);
    const fault = await faultOf(path, bytes);
    if (fault) return [fault];
    try {
      // Damage far inside a file shows only when all of it is decoded.
      await open(bytes).resize({ width: 16 }).raw().toBuffer();
      return tinyProblems(path, await open(bytes).metadata());
    } catch {
      return [broken(path)];
    }
  });
  return problems.flat();
}

function hashOf(id: string): string {
  return hashOfParts([recipe, id]);
}

function readCached(folder: string): Picture | undefined {
  return readSeal(folder)?.about as Picture | undefined;
}

function open(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: "warning" });
}

/** A picture that a page can show: its size, upright, and what its file should be called. */
export type Measured = {
  readonly width: number;
  readonly height: number;
  readonly ending: "jpg" | "png" | "webp" | "avif";
};

/**
 * Decodes a whole picture to see whether it can be used. Returns its measures, or why it cannot be.
 */
export async function measurePicture(bytes: Uint8Array): Promise<Measured | PictureFault> {
  const fault = await faultOf("", bytes);
  if (fault?.code === "picture-too-large" || fault?.code === "picture-side-too-long")
    return "too-large";
  if (fault?.code === "picture-too-narrow") return "too-narrow";
  if (fault?.code === "picture-animated") return "animated";
  if (isHeic(bytes)) return "heic";
  if (fault) return "none";
  const { autoOrient, format } = await open(bytes).metadata();
  const ending = { jpeg: "jpg", png: "png", webp: "webp", heif: "avif" }[format as string];
  if (ending === undefined) return "none";
  // Damage far inside a file shows only when all of it is decoded.
  const isWhole = await open(bytes)
    .resize({ width: 16 })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
  return isWhole ? { ...autoOrient, ending: ending as Measured["ending"] } : "broken";
}

export type PictureFault = "too-large" | "too-narrow" | "animated" | "heic" | "broken" | "none";

/** Finds what is wrong with a picture, as far as its header tells. */
async function faultOf(path: string, bytes: Uint8Array): Promise<Problem | undefined> {
  try {
    // The limit is lifted for the header alone, to tell "too large" from "damaged".
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if ((pages ?? 1) > 1) return problem("picture-animated", fileStart(path), { value: path });
    if (width * height > maxPixels) {
      const size = String(Math.ceil((width * height) / 1e6));
      return problem("picture-too-large", fileStart(path), { value: path, size });
    }
    return shapeFault(path, Math.max(width, height), Math.min(width, height));
  } catch {
    return broken(path);
  }
}

/** Finds what is wrong with the sides of a picture, in pixels. */
function shapeFault(path: string, long: number, short: number): Problem | undefined {
  const place = fileStart(path);
  if (long > maxSide) {
    const args = { value: path, size: String(long), most: String(maxSide) };
    return problem("picture-side-too-long", place, args);
  }
  if (long > short * maxStretch) {
    const times = String(Math.round(long / short));
    return problem("picture-too-narrow", place, { value: path, times, most: String(maxStretch) });
  }
  return undefined;
}

/** Warns of a picture of a few pixels, which nobody meant to show. */
function tinyProblems(
  path: string,
  { width, height }: { readonly width: number; readonly height: number },
): Problem[] {
  if (Math.max(width, height) >= minSide) return [];
  const args = { value: path, width: String(width), height: String(height) };
  return [problem("picture-tiny", fileStart(path), args)];
}

function broken(path: string): Problem {
  return problem("picture-broken", fileStart(path), { value: path });
}

async function make(
  path: string,
  bytes: Uint8Array,
  hash: string,
  folder: string,
): Promise<Outcome> {
  const fault = await faultOf(path, bytes);
  if (fault) return { kind: "fault", problem: fault };
  let pixels: RawPicture;
  try {
    pixels = await decode(bytes);
  } catch {
    return { kind: "fault", problem: broken(path) };
  }
  const { width, height } = pixels.info;
  const picture: Picture = {
    width,
    height,
    widths: [...widths.filter((narrow) => narrow < width * 0.9), width],
    base: pictureBaseUrl(hash),
  };
  const makeVariants = async (beside: string) => {
    for (const narrow of picture.widths) {
      const scaled = await rawOf(fromRaw(pixels).resize({ width: narrow }));
      for (const format of pictureFormats) {
        const path = join(beside, `${narrow}.${format}`);
        await encode[format](fromRaw(scaled), narrow).toFile(path);
      }
    }
    await seal(beside, picture);
  };
  await makeFolder(folder, makeVariants, () => readCached(folder) !== undefined);
  return { kind: "picture", picture };
}

/**
 * Decodes a picture: upright, in sRGB, at most as wide as the widest variant. All metadata is left
 * behind, above all the place where a photograph was taken.
 */
function decode(bytes: Uint8Array): Promise<RawPicture> {
  const upright = open(bytes).autoOrient();
  return rawOf(upright.resize({ width: widths.at(-1)!, withoutEnlargement: true }));
}

/** The pixels of a picture, from which several files can be encoded. */
type RawPicture = { readonly data: Buffer; readonly info: OutputInfo };

function rawOf(picture: Sharp): Promise<RawPicture> {
  return picture.toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
}

function fromRaw({ data, info: { width, height, channels } }: RawPicture): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}
