import { gunzipSync } from "node:zlib";
import sharp from "sharp";

/*
 * Metafiles are the drawings of Windows (EMF, WMF): a list of commands to lines, areas and letters.
 * Word keeps charts, formulas and organisation charts in them, and no browser shows them.
 */

/** In bytes, unpacked. A larger one is no drawing of an article. */
const mostBytes = 20_000_000;

/** In pixels. Drawings have no size of their own in pixels; this is what a screen can use. */
const longestSide = 2400;
const largestZoom = 3;
/** In pixels per inch: at this density a pixel of an SVG is one of the picture. */
const baseDensity = 72;

/** Returns whether a file is a metafile, also a packed one (EMZ, WMZ). */
export function isMetafile(bytes: Uint8Array): boolean {
  const data = unpacked(bytes);
  if (data === undefined || data.length < 44) return false;
  const first = data.readUInt32LE(0);
  const isEnhanced = first === 1 && data.toString("latin1", 40, 44) === " EMF";
  // With the header that programs put before it, or without.
  return isEnhanced || first === 0x9a_c6_cd_d7 || first === 0x00_09_00_01;
}

/**
 * Draws a metafile as PNG on white. Returns undefined when some of it cannot be read, when nothing
 * is on it, and when its letters are in fonts or scripts that may not be on this machine: they
 * would come out as other letters.
 */
export function metafileToPng(bytes: Uint8Array): Promise<Buffer | undefined> {
  const next = last.then(() => drawn(bytes));
  last = next.catch(() => undefined);
  return next;
}

/** Drawings are made one after the other: each changes the console and what sharp may read. */
let last: Promise<unknown> = Promise.resolve();

async function drawn(bytes: Uint8Array): Promise<Buffer | undefined> {
  const data = unpacked(bytes);
  const svg = data && (await svgOf(data));
  if (svg === undefined || !hasPlainLetters(svg)) return undefined;
  const [, width, height] = /<svg[^>]*\swidth="([\d.]+)"[^>]*\sheight="([\d.]+)"/u.exec(svg) ?? [];
  const longest = Math.max(Number(width), Number(height));
  if (!(longest > 0)) return undefined;
  const density = baseDensity * Math.min(largestZoom, longestSide / longest);
  const png = await pngOf(svg, density);
  const { channels } = await sharp(png).stats();
  return channels.every(({ min, max }) => min === max) ? undefined : png;
}

/** SVG that somebody sent in is not read, see src/pictures/pictures.ts; this one is our own. */
const readsSvg = { operation: ["VipsForeignLoadSvg"] };

async function pngOf(svg: string, density: number): Promise<Buffer> {
  sharp.unblock(readsSvg);
  try {
    const picture = sharp(Buffer.from(svg), { density }).flatten({ background: "#fff" });
    return await picture.png().toBuffer();
  } finally {
    sharp.block(readsSvg);
  }
}

/**
 * Converts a metafile. The library says only on the console which commands it passed over, and what
 * is not whole must not be taken for the drawing.
 */
async function svgOf(data: Buffer): Promise<string | undefined> {
  // Two megabytes of code, which most imports do not need.
  const { convertMetafileToSvg } = await import("emf-converter");
  const { warn } = console;
  let isWhole = true;
  console.warn = () => {
    isWhole = false;
  };
  try {
    const options = { maxCanvasDimension: 4 * longestSide };
    const svg = await convertMetafileToSvg(new Uint8Array(data).buffer, options);
    return isWhole && svg !== null ? svg : undefined;
  } finally {
    console.warn = warn;
  }
}

function unpacked(bytes: Uint8Array): Buffer | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length > mostBytes) return undefined;
  if (data[0] !== 0x1f || data[1] !== 0x8b) return data;
  try {
    return gunzipSync(data, { maxOutputLength: mostBytes });
  } catch {
    return undefined;
  }
}

/** Fonts whose letters are signs, and those of the time before Unicode. */
const specialFont =
  /font-family="[^"]*(?:symbol|wingdings|webdings|dingbats|mt extra|marlett|\.vn|vni-|\bmt-?extra)/iu;
/** What every machine, with the fonts of the site, has letters for. */
const plainLetters =
  /^(?:(?!\ufffd)[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])*$/u;

function hasPlainLetters(svg: string): boolean {
  const text = svg
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu, (_, hex, ten) => {
      const code = hex === undefined ? Number(ten) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "\ufffd";
    });
  return !specialFont.test(svg) && plainLetters.test(text);
}
