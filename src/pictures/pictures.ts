import { mkdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import type { AssetFile } from "../assets/assets.ts";
import { expectWhole, prune, readSeal, seal } from "../cache/cache.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { makeFolder } from "../cache/move-into.ts";
import { inProject } from "../cache/project.ts";
import { readSealed, writeSealed } from "../cache/sealed-file.ts";
import { hashOfParts } from "../cache/short-hash.ts";
import type { UsedPicture } from "../content/content-folder.ts";
import type { IdOf } from "../content/content-id.ts";
import { type Cut, cutText, pictureKey, regionOf, type Size } from "../cut.ts";
import { maxPixels, maxSide, maxStretch, minCutWidth, minSide } from "../limits.ts";
import { fileStart, type Problem, problem } from "../problems/problem.ts";
import { pictureBaseUrl } from "../urls.ts";
import { mapBounded } from "../work/map-bounded.ts";
import { onCore } from "../work/on-core.ts";
import { lazily } from "../work/once.ts";
import { noProgress, type Progress } from "../work/progress.ts";
import { isHeic } from "./heic.ts";
import { type Picture, type PictureFormat, pictureFormats, pictureUrl } from "./picture.ts";

/** A hash of what makes the variants; part of the address of each. */
const recipe = recipeOf([import.meta.filename, inProject("src/cut.ts")], ["sharp"]);

/**
 * In pixels. Telephones in lists take the first, in articles the next two, telephones and screens
 * with small pixels the last (docs/decisions/0040-two-formats-four-widths.md).
 */
const widths = [320, 640, 960, 1440];
/**
 * How a variant is encoded. AVIF keeps the chroma in full, because people here stand before red
 * cloth with yellow letters. Its next effort takes twice as long, and the wider a picture, the less
 * it saves of a photograph.
 */
const encode: Readonly<Record<PictureFormat, (scaled: Sharp, width: number) => Sharp>> = {
  avif: (scaled, width) => scaled.avif({ quality: 50, effort: effortAt(width) }),
  // The tables of mozjpeg without its trellis, which triples the time and saves four percent.
  jpg: (scaled) =>
    scaled
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 66, progressive: true, quantisationTable: 3 }),
};
function effortAt(width: number): number {
  if (width > 960) return 0;
  return width > 640 ? 1 : 2;
}
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

export type FoundPictures = {
  /** By path. Sizes are in the headers, so pages can be drawn before a variant is made. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** What headers tell. */
  readonly problems: readonly Problem[];
  /**
   * Makes all variants that are not in the cache, of the pictures that this build owns; the first
   * call begins, others get the same.
   */
  readonly make: (progress?: Progress) => Promise<MadePictures>;
  /**
   * Returns the bytes of a JPEG variant by its address. That of a picture which another build owns
   * is encoded alone and not kept: only a book asks for it, once. Throws `PictureBroken`.
   */
  readonly jpeg: (url: string) => Promise<Uint8Array>;
};

/** A picture that a book shows cannot be decoded. */
export class PictureBroken extends Error {
  readonly problem: Problem;
  constructor(found: Problem) {
    super("A picture cannot be decoded.");
    this.problem = found;
  }
}

export type MadePictures = {
  /** The files of all variants; none when a picture is damaged. */
  readonly files: readonly AssetFile[];
  /** Damage that shows only when a whole picture is decoded. */
  readonly problems: readonly Problem[];
  /** How many were not in the cache and had to be made. */
  readonly made: number;
};

/** Returns whether a build makes a picture, by the first part of its addresses. */
export type OwnsPicture = (base: string) => boolean;

/** A picture whose header is fine. */
type Sound = {
  readonly used: UsedPicture;
  /** Where the cache keeps its variants. */
  readonly folder: string;
  readonly picture: Picture;
  readonly isOwned: boolean;
};

/**
 * Looks at the headers of pictures, unless all about them is in the cache. The cache knows a
 * picture by the content of its file and by its cut: one that is renamed, moved or touched is not
 * made again.
 *
 * @param isOwn left out, all pictures belong to this build
 */
export async function findPictures(
  found: readonly UsedPicture[],
  idOf: IdOf,
  cache: string,
  isOwn: OwnsPicture = () => true,
): Promise<FoundPictures> {
  const sizes = keptSizes(cache);
  const outcomes = await mapBounded(found, availableParallelism(), async (used) => {
    const hash = hashOf(idOf(used), used.cut);
    const folder = join(cache, "anh", hash);
    const isOwned = isOwn(pictureBaseUrl(hash));
    const kept = isOwned ? readCached(folder) : sizes.pictureOf(hash);
    const header = kept ? { picture: kept } : await headerOf(used, hash);
    if ("fault" in header) return header;
    if (!isOwned) sizes.keep(hash, header.picture);
    return { used, folder, isOwned, ...header };
  });
  await sizes.save();
  const faults = outcomes.flatMap((outcome) => ("fault" in outcome ? [outcome.fault] : []));
  const sound = outcomes.flatMap((outcome) => ("fault" in outcome ? [] : [outcome]));
  const own = sound.filter(({ isOwned }) => isOwned);
  const byBase = lazily(() => new Map(sound.map((one) => [one.picture.base, one])));
  let making: Promise<MadePictures> | undefined;
  const make = (progress = noProgress) => {
    making ??= makePictures(own, cache, progress);
    return making;
  };
  const filesByUrl = lazily(async () => {
    return new Map((await make()).files.map((file) => [file.url, file]));
  });
  return {
    pictures: new Map(
      sound.map(({ used: { path, cut }, picture }) => [pictureKey(path, cut), picture]),
    ),
    problems: [...faults, ...sound.flatMap(({ used, picture }) => smallProblems(used, picture))],
    make,
    async jpeg(url) {
      const { base, width } = partsOfUrl(url);
      const one = byBase().get(base);
      if (one === undefined) throw new Error(`The picture of a book is not in the site: ${url}`);
      if (!one.isOwned) return onCore(() => jpegOf(one, width));
      const file = (await filesByUrl()).get(url);
      // All that is wrong is told when the pictures are asked for.
      if (file === undefined) throw new PictureBroken(broken(one.used.path));
      if (file.kept) expectWhole(file.realPath, file.kept.sum, file.kept.place);
      return readFile(file.realPath);
    },
  };
}

/** Returns the first part of a variant's address, and the width that it names. */
function partsOfUrl(url: string): { readonly base: string; readonly width: number } {
  const end = url.lastIndexOf("/") + 1;
  return { base: url.slice(0, end), width: Number.parseInt(url.slice(end), 10) };
}

/** Encodes one JPEG variant of a picture as `make` would, and keeps nothing. */
async function jpegOf({ used, picture }: Sound, width: number): Promise<Uint8Array> {
  let pixels: RawPicture;
  try {
    pixels = await decode(await readFile(used.realPath), used.cut, picture);
  } catch {
    throw new PictureBroken(broken(used.path));
  }
  return encode.jpg(fromRaw(await scaledTo(pixels, width, picture)), width).toBuffer();
}

/** Sizes of pictures that other builds make, so that a build need not read their files again. */
type KeptSizes = {
  readonly pictureOf: (hash: string) => Picture | undefined;
  readonly keep: (hash: string, picture: Picture) => void;
  /** Writes those that were asked for, if any of them is new. */
  readonly save: () => Promise<void>;
};

function keptSizes(cache: string): KeptSizes {
  const path = join(cache, "anh-phan-khac.json");
  const stored = lazily(() => new Map(readSealed(path) as [string, Size][] | undefined));
  const wanted = new Map<string, Size>();
  let isNew = false;
  return {
    pictureOf(hash) {
      const size = stored().get(hash);
      return size && pictureOfSize(size, hash);
    },
    keep(hash, { width, height }) {
      isNew ||= !stored().has(hash);
      wanted.set(hash, { width, height });
    },
    async save() {
      if (!isNew) return;
      await mkdir(cache, { recursive: true });
      await writeSealed(path, [...wanted]);
    },
  };
}

/** Makes every picture in all widths and formats, or takes it from the cache. */
async function makePictures(
  sound: readonly Sound[],
  cache: string,
  progress: Progress,
): Promise<MadePictures> {
  let done = 0;
  let made = 0;
  const problems: Problem[] = [];
  // One picture may lie beside many articles.
  const byFolder = Map.groupBy(sound, ({ folder }) => folder);
  const makeOnce = async (same: readonly Sound[]) => {
    const [first] = same;
    if (readCached(first!.folder) === undefined) {
      made += 1;
      if (!(await onCore(() => make(first!))))
        problems.push(...same.map(({ used }) => broken(used.path)));
    }
    done += same.length;
    progress("pictures", done, sound.length);
  };
  await Promise.all(byFolder.values().map(makeOnce));
  await prune(join(cache, "anh"), new Set(byFolder.keys().map((folder) => basename(folder))), 200);
  const files = problems.length > 0 ? [] : [...byFolder.values()].flatMap(([one]) => filesOf(one!));
  return { files, problems, made };
}

function filesOf({ folder, picture }: Sound): AssetFile[] {
  const { sums = {} } = readSeal(folder) ?? {};
  return picture.widths.flatMap((width) =>
    pictureFormats.map((format) => {
      const url = pictureUrl(picture, width, format);
      const name = `${width}.${format}`;
      const kept = { sum: sums[name] ?? 0, place: folder };
      return { url, realPath: join(folder, name), hash: url, kept };
    }),
  );
}

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
  const region = regionOf(cut, (await open(bytes).metadata()).autoOrient);
  const upright = open(bytes).autoOrient().extract(region);
  const part = upright.resize({ width: widths.at(-1)!, withoutEnlargement: true });
  return fromRaw(await rawOf(part))
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 84 })
    .toBuffer();
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

/** Returns what a header tells of a picture: its sizes on the site, or what is wrong with it. */
async function headerOf(
  used: UsedPicture,
  hash: string,
): Promise<{ readonly picture: Picture } | { readonly fault: Problem }> {
  const bytes = await readFile(used.realPath);
  const fault = await faultOf(used.path, bytes);
  if (fault) return { fault };
  const header = await open(bytes)
    .metadata()
    .catch(() => undefined);
  if (header === undefined) return { fault: broken(used.path) };
  const own = shownSize(header.autoOrient, used.cut);
  const ofCut = cutFault(used, own);
  if (ofCut) return { fault: ofCut };
  const width = Math.min(own.width, widths.at(-1)!);
  const height = Math.max(1, Math.round((own.height * width) / own.width));
  return { picture: pictureOfSize({ width, height }, hash) };
}

/** Returns a picture by the size of its widest variant. */
function pictureOfSize({ width, height }: Size, hash: string): Picture {
  return {
    width,
    height,
    widths: [...widths.filter((narrow) => narrow < width * 0.9), width],
    base: pictureBaseUrl(hash),
  };
}

/** Makes all variants of a picture in its folder; returns false if it cannot be decoded. */
async function make({ used, picture, folder }: Sound): Promise<boolean> {
  const bytes = await readFile(used.realPath);
  let pixels: RawPicture;
  try {
    pixels = await decode(bytes, used.cut, picture);
  } catch {
    return false;
  }
  const makeVariants = async (beside: string) => {
    for (const narrow of picture.widths) {
      const scaled = await scaledTo(pixels, narrow, picture);
      for (const format of pictureFormats) {
        const path = join(beside, `${narrow}.${format}`);
        await encode[format](fromRaw(scaled), narrow).toFile(path);
      }
    }
    await seal(beside, picture);
  };
  await makeFolder(folder, makeVariants, () => readCached(folder) !== undefined);
  return true;
}

/** Returns a picture in one of its widths; the widest is as it was decoded. */
async function scaledTo(pixels: RawPicture, width: number, { width: widest }: Picture) {
  return width === widest ? pixels : await rawOf(fromRaw(pixels).resize({ width }));
}

/**
 * Decodes a picture, or a part of it: upright, in sRGB, in the size of its widest variant. All
 * metadata is left behind, above all the place where a photograph was taken.
 */
async function decode(
  bytes: Uint8Array,
  cut: Cut | undefined,
  { width, height }: Size,
): Promise<RawPicture> {
  const upright = open(bytes).autoOrient();
  const region = cut && regionOf(cut, (await open(bytes).metadata()).autoOrient);
  const shown = region ? upright.extract(region) : upright;
  return rawOf(shown.resize({ width, height, fit: "fill" }));
}

/** The pixels of a picture, from which several files can be encoded. */
type RawPicture = { readonly data: Buffer; readonly info: OutputInfo };

function rawOf(picture: Sharp): Promise<RawPicture> {
  return picture.toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
}

function fromRaw({ data, info: { width, height, channels } }: RawPicture): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}
