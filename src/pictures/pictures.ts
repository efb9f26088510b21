import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import sharp from "sharp";
import type { AssetFile } from "../assets/assets.ts";
import { prune, readSeal, seal } from "../cache/cache.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { makeFolder } from "../cache/move-into.ts";
import { inProject } from "../cache/project.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import type { UsedPicture } from "../content/content-folder.ts";
import type { IdOf } from "../content/content-id.ts";
import { type Cut, cutText, pictureKey, type Region, regionOf, type Size } from "../cut.ts";
import { maxPixels, maxSide, maxStretch, minCutWidth, minSide } from "../limits.ts";
import { fileStart, type Problem, problem } from "../problems/problem.ts";
import { pictureBaseUrl } from "../urls.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { noProgress, type Progress } from "../work/progress.ts";
import { isHeic } from "./heic.ts";
import { type Picture, pictureFormats, pictureUrl } from "./picture.ts";

/** A hash of what makes the variants; part of the address of each. */
const recipe = recipeOf([import.meta.filename, inProject("src/cut.ts")], ["sharp"]);

/** In pixels. */
const widths = [320, 640, 960, 1280, 1600];
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
 * picture by the content of its file and by its cut: one that is renamed, moved or touched is not
 * made again.
 *
 * @returns the pictures by their keys (`pictureKey`)
 */
export async function makePictures(
  found: readonly UsedPicture[],
  idOf: IdOf,
  cache: string,
  progress: Progress = noProgress,
): Promise<MadePictures> {
  let done = 0;
  let made = 0;
  // One picture may lie beside many articles.
  const underWay = new Map<string, Promise<Outcome>>();
  const results = await mapBounded(found, availableParallelism(), async (used) => {
    const { path, realPath, cut } = used;
    const hash = hashOf(idOf({ path, realPath }), cut);
    const folder = join(cache, "anh", hash);
    const kept = readCached(folder);
    let outcome: Outcome | undefined = kept && { kind: "picture", picture: kept };
    if (outcome === undefined) {
      const bytes = await readFile(realPath);
      // There is no `await` between looking and setting, so only one of them makes the picture.
      const making = underWay.get(hash);
      made += making ? 0 : 1;
      const own = making ?? make(used, bytes, hash, folder);
      underWay.set(hash, own);
      outcome = await own;
    }
    done += 1;
    progress("pictures", done, found.length);
    return { used, folder, outcome };
  });
  const files = new Map<string, AssetFile>();
  const pictures = new Map<string, Picture>();
  const problems: Problem[] = [];
  for (const { used, folder, outcome } of results) {
    const { path, cut } = used;
    if (outcome.kind === "fault") {
      const { code, args } = outcome.problem;
      problems.push(problem(code, fileStart(path), { ...args, value: nameOf(used) }));
      continue;
    }
    const { picture } = outcome;
    pictures.set(pictureKey(path, cut), picture);
    problems.push(...smallProblems(used, outcome.picture));
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
  found: readonly UsedPicture[],
  idOf: IdOf,
  cache: string,
): Promise<Problem[]> {
  const problems = await mapBounded(found, availableParallelism(), async (used) => {
    const { path, realPath, cut } = used;
    const kept = readCached(join(cache, "anh", hashOf(idOf({ path, realPath }), cut)));
    if (kept) return smallProblems(used, kept);
    const bytes = await readFile(realPath);
    const fault = await faultOf(path, bytes);
    if (fault) return [fault];
    try {
      // Damage far inside a file shows only when all of it is decoded.
      await open(bytes).resize({ width: 16 }).raw().toBuffer();
      const size = shownSize((await open(bytes).metadata()).autoOrient, cut);
      const ofCut = cutFault(used, size);
      return ofCut ? [ofCut] : smallProblems(used, size);
    } catch {
      return [broken(path)];
    }
  });
  return problems.flat();
}

function hashOf(id: string, cut: Cut | undefined): string {
  return hashOfParts([recipe, id, ...(cut ? [pictureKey("", cut)] : [])]);
}

/** Returns the size of the part that is shown, in pixels of the file. */
function shownSize(whole: Size, cut: Cut | undefined): Size {
  return cut ? regionOf(cut, whole) : whole;
}

/** Returns what a picture is called in a problem. */
function nameOf({ path, cut }: UsedPicture): string {
  return cut ? `${path}, khung ${cutText(cut)}` : path;
}

/** Finds whether a cut leaves a strip that no page can show. */
function cutFault(used: UsedPicture, { width, height }: Size): Problem | undefined {
  if (used.cut === undefined) return undefined;
  return shapeFault(nameOf(used), Math.max(width, height), Math.min(width, height), used.path);
}

function readCached(folder: string): Picture | undefined {
  return readSeal(folder)?.about as Picture | undefined;
}

function open(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: "warning" });
}

/** Returns a part of a picture as JPEG, for those who look at a draft. */
export async function cutPicture(bytes: Uint8Array, cut: Cut): Promise<Buffer> {
  const whole = (await open(bytes).metadata()).autoOrient;
  const { data, info } = await decode(bytes, regionOf(cut, whole));
  const { width, height, channels } = info;
  const part = sharp(data, { raw: { width, height, channels } });
  return part.flatten({ background: "#ffffff" }).jpeg({ quality: 84 }).toBuffer();
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
function shapeFault(name: string, long: number, short: number, path = name): Problem | undefined {
  const place = fileStart(path);
  if (long > maxSide) {
    const args = { value: name, size: String(long), most: String(maxSide) };
    return problem("picture-side-too-long", place, args);
  }
  if (long > short * maxStretch) {
    const times = String(Math.round(long / short));
    return problem("picture-too-narrow", place, { value: name, times, most: String(maxStretch) });
  }
  return undefined;
}

/** Warns of a picture of a few pixels, which nobody meant to show, and of a cut that is blurred. */
function smallProblems({ path, cut }: UsedPicture, { width, height }: Size): Problem[] {
  const args = { value: path, width: String(width), height: String(height) };
  if (cut !== undefined) {
    // Of a picture that was narrow before anybody cut it, nothing better can be had.
    const isOwnWidth = cut.width > 99;
    if (isOwnWidth || width >= minCutWidth) return [];
    const more = { crop: cutText(cut), least: String(minCutWidth) };
    return [problem("crop-unsharp", fileStart(path), { ...args, ...more })];
  }
  if (Math.max(width, height) >= minSide) return [];
  return [problem("picture-tiny", fileStart(path), args)];
}

function broken(path: string): Problem {
  return problem("picture-broken", fileStart(path), { value: path });
}

async function make(
  used: UsedPicture,
  bytes: Uint8Array,
  hash: string,
  folder: string,
): Promise<Outcome> {
  const { path, cut } = used;
  const fault = await faultOf(path, bytes);
  if (fault) return { kind: "fault", problem: fault };
  let pixels: Awaited<ReturnType<typeof decode>>;
  try {
    const region = cut && regionOf(cut, (await open(bytes).metadata()).autoOrient);
    const ofCut = region && cutFault(used, region);
    if (ofCut) return { kind: "fault", problem: ofCut };
    pixels = await decode(bytes, region);
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
      const { channels } = pixels.info;
      const scaled = sharp(pixels.data, { raw: { width, height, channels } }).resize({
        width: narrow,
      });
      await Promise.all([
        scaled
          .clone()
          .avif({ quality: 50, effort: 2 })
          .toFile(join(beside, `${narrow}.avif`)),
        scaled
          .clone()
          .webp({ quality: 74 })
          .toFile(join(beside, `${narrow}.webp`)),
        scaled
          .clone()
          .flatten({ background: "#ffffff" })
          .jpeg({ quality: 76, mozjpeg: true })
          .toFile(join(beside, `${narrow}.jpg`)),
      ]);
    }
    await seal(beside, picture);
  };
  await makeFolder(folder, makeVariants, () => readCached(folder) !== undefined);
  return { kind: "picture", picture };
}

/**
 * Decodes a picture, or a part of it: upright, in sRGB, at most as wide as the widest variant. All
 * metadata is left behind, above all the place where a photograph was taken.
 */
function decode(bytes: Uint8Array, region: Region | undefined) {
  const upright = open(bytes).autoOrient();
  return (region ? upright.extract(region) : upright)
    .resize({ width: widths.at(-1)!, withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
}
