import { readFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { shortHash } from "./cache/short-hash.ts";
import type { PictureFile } from "./content/content-folder.ts";
import { type Card, newIcon } from "./pictures/card.ts";
import { type Place, type Problem, problem } from "./problems/problem.ts";
import { assetUrl } from "./urls.ts";

/** The logo of an office, as every page shows it beside the name of the site. */
export type Logo = {
  readonly url: string;
  /** How many times as wide as it is high. */
  readonly ratio: number;
  /** The text of an SVG, or how a PNG is drawn. */
  readonly file: { readonly svg: string } | { readonly card: Card };
  readonly mark: LogoMark;
};

/** The logo as a card has it: a small picture in an address of its own. */
export type LogoMark = { readonly data: string; readonly ratio: number };

/** Bytes. Every reader loads the drawing, so it may weigh no more than some pages of text. */
const maxSvg = 50_000;
/** Bytes of a PNG, of which a smaller one is made. */
const maxPng = 2_000_000;
/** In pixels: what the home page shows on a screen with small pixels, and on any other. */
const pngHeight = 200;
const minPngHeight = 96;
const markHeight = 80;
/** A wider one leaves the name no room on a phone. */
const maxRatio = 4;
const minRatio = 0.5;

/** Reads the logo that site.yaml names; what is wrong with it is told where it is named. */
export async function readLogo(
  file: PictureFile,
  place: Place,
): Promise<{ logo?: Logo; problems: readonly Problem[] }> {
  const bytes = await readFile(file.realPath);
  const outcome = /\.svg$/iu.test(file.path) ? fromSvg(bytes) : await fromPng(bytes);
  if (!("code" in outcome)) return { logo: outcome, problems: [] };
  const { code, ...args } = outcome;
  return { problems: [problem(code, place, { value: file.path, ...args })] };
}

/** What is wrong with a logo. */
type Fault = {
  readonly code:
    | "logo-unreadable"
    | "logo-not-plain"
    | "logo-too-large"
    | "logo-too-small"
    | "logo-shape";
} & Readonly<Record<string, string>>;

const unreadable: Fault = { code: "logo-unreadable" };

function sizeFault(bytes: Uint8Array, most: number): Fault | undefined {
  if (bytes.length <= most) return undefined;
  const kilobytes = (count: number) => String(Math.ceil(count / 1000));
  return { code: "logo-too-large", size: kilobytes(bytes.length), most: kilobytes(most) };
}

function shapeFault(ratio: number): Fault | undefined {
  if (ratio >= minRatio && ratio <= maxRatio) return undefined;
  return { code: "logo-shape" };
}

async function fromPng(bytes: Buffer): Promise<Logo | Fault> {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"));
  if (!isPng) return unreadable;
  const large = sizeFault(bytes, maxPng);
  if (large) return large;
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: 50_000_000 }).metadata();
    if (height < minPngHeight)
      return { code: "logo-too-small", height: String(height), least: String(minPngHeight) };
    const shape = shapeFault(width / height);
    if (shape) return shape;
    const { data, info } = await sharp(bytes)
      .toColourspace("srgb")
      .resize({ height: pngHeight, withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${info.width} ${info.height}"><image width="${info.width}" height="${info.height}" href="${pngData(data)}"/></svg>`;
    const url = assetUrl(`logo.${shortHash(svg).slice(0, 8)}.png`);
    return logoOf(url, svg, { card: newIcon(url, svg, info.width) });
  } catch {
    return unreadable;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Draws an SVG anew from what it shows: usvg, which reads it, keeps paths, colours and gradients
 * and knows nothing of scripts or events. What would be lost by that is refused first, and so is
 * whatever would have it read another file.
 */
function fromSvg(bytes: Buffer): Logo | Fault {
  const large = sizeFault(bytes, maxSvg);
  if (large) return large;
  try {
    const text = utf8.decode(bytes);
    const what = notPlain(text);
    if (what !== undefined) return { code: "logo-not-plain", what };
    const drawn = new Resvg(text, { font: { loadSystemFonts: false } });
    const shape = shapeFault(drawn.width / drawn.height);
    if (shape) return shape;
    const svg = drawn.toString().replaceAll(/\n\s*/gu, "\n");
    if (!svg.includes("<path")) return unreadable;
    const again = sizeFault(Buffer.from(svg), 2 * maxSvg);
    if (again) return again;
    return logoOf(assetUrl(`logo.${shortHash(svg).slice(0, 8)}.svg`), svg, { svg });
  } catch {
    return unreadable;
  }
}

/** Elements that are programs, that move, that need a font or another file. */
const refused =
  /<(?:[\w.-]+:)?(script|foreignObject|image|feImage|text|tspan|textPath|iframe|audio|video|animate\w*|set|font|font-face)(?=[\s/>])/iu;
/** `<use>` in `<use>` in `<use>` is a short text of a million paths. */
const mostUses = 16;

/**
 * Returns what an SVG has that a logo may not have; undefined for one that only draws. In XML no
 * name of an element or attribute can be written in other letters, so they can be looked for in
 * the text.
 */
function notPlain(text: string): string | undefined {
  const element = refused.exec(text)?.[1];
  if (element !== undefined) return `<${element}>`;
  const instruction = /<!ENTITY|<\?xml-stylesheet|@import/iu.exec(text)?.[0];
  if (instruction !== undefined) return instruction;
  const event = /[\s"'/](on[a-z]+)\s*=/iu.exec(text)?.[1];
  if (event !== undefined) return event;
  const outside =
    /\bhref\s*=\s*["']\s*(?!#)[^"']{0,40}/iu.exec(text)?.[0] ??
    /\burl\(\s*["']?\s*(?!["'#\s])[^)]{0,40}/iu.exec(text)?.[0];
  if (outside !== undefined) return outside.trim();
  return text.split(/<(?:[\w.-]+:)?use(?=[\s/>])/iu).length - 1 > mostUses ? "<use>" : undefined;
}

function logoOf(url: string, svg: string, file: Logo["file"]): Logo {
  const drawn = new Resvg(svg, {
    fitTo: { mode: "height", value: markHeight },
    font: { loadSystemFonts: false },
  });
  const ratio = Math.round((drawn.width / drawn.height) * 1000) / 1000;
  return { url, ratio, file, mark: { data: pngData(drawn.render().asPng()), ratio } };
}

function pngData(bytes: Buffer): string {
  return `data:image/png;base64,${bytes.toString("base64")}`;
}
