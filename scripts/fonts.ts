import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import subsetFont from "subset-font";
import { inProject } from "../src/cache/project.ts";

/*
 * Makes the font files of the site from the full fonts: `node scripts/fonts.ts`. The results are
 * committed, so a build needs neither the full fonts nor this script. It also prints what
 * `@font-face` needs so that the fallback font, shown first, takes the same room and nothing jumps.
 */
const packages = pathToFileURL(inProject("node_modules/@expo-google-fonts/"));
const target = pathToFileURL(inProject("layouts/assets/fonts/"));

/**
 * Average advance width, in em, of the samples below in the fallback fonts: Arial (its italic is as
 * wide), Arial Bold and, of headlines, Times New Roman Bold. Measured on the Liberation fonts,
 * which share their metrics; Roboto is within one per cent of Arial.
 */
const averages = { arial: 0.4606, arialBold: 0.4965, timesBold: 0.4602 } as const;
/**
 * How much of the sum of its letters a headline takes, because Source Serif moves pairs of letters
 * together and Times hardly does. Measured in Chromium on 32 headlines.
 */
const kernedHeadline = 0.985;

const fonts = [
  {
    from: "be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
    to: "be-vietnam-pro-400.woff2",
    fallback: averages.arial,
  },
  {
    from: "be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
    to: "be-vietnam-pro-600.woff2",
    fallback: averages.arialBold,
  },
  {
    from: "be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf",
    to: "be-vietnam-pro-400-italic.woff2",
    fallback: averages.arial,
  },
  {
    from: "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    to: "source-serif-4-600.woff2",
    fallback: averages.timesBold / kernedHeadline,
    isHeadline: true,
  },
] as const;

/**
 * Every character of Vietnamese prose; any other is shown in the reader's own font. Combining marks
 * are not among them: content is in NFC, browsers compose what is not when the font has the whole
 * letter, and marks with their tables would add 5 kB to the first visit of every reader.
 */
function wantedText(): string {
  const ranges: readonly (readonly [number, number])[] = [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x1ea0, 0x1ef9],
  ];
  const letters = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  );
  return `${letters.join("")}ĂăĐđĨĩŨũƠơƯưŒœ${punctuation}`;
}
const punctuation = "‐‑–—‘’‚“”„†•…‰′″‹›⁄€₫№™←→−≤≥";

/**
 * The OpenType features that stay. Neither font has forms of its own for Vietnamese (`locl`), and
 * lining figures are what both have from the start.
 */
const keepFeatures = ["kern"];

/**
 * A line of everyday Vietnamese, which has the letters in their true proportions. It is written
 * without marks, because they add no width.
 */
const proseSample =
  "trong nam cac to chuc co so dang da hoan thanh tot nhiem vu duoc giao hoi nghi ban chap hanh lan thu muoi mot danh gia ket qua";
/** The same for headlines, which have more capitals and figures. */
const headlineSample =
  "Dang bo Khoi hop Ban Chap hanh lan thu muoi mot; Chi bo Hai nhan Giay khen; So ket Nghi quyet nam 2024; Huy hieu Dang dot 7/11";

/** Returns a function that gives the advance width of a letter, in em. */
function advances(font: Buffer): (letter: string) => number {
  const table = tablesOf(font);
  const unitsPerEm = font.readUInt16BE(table("head") + 18);
  const longMetrics = font.readUInt16BE(table("hhea") + 34);
  const glyphOf = glyphMap(font, table("cmap"));
  return (letter) => {
    const glyph = Math.min(glyphOf(letter.codePointAt(0) ?? 32), longMetrics - 1);
    return font.readUInt16BE(table("hmtx") + glyph * 4) / unitsPerEm;
  };
}

function widthOf(
  font: Buffer,
  sample: string,
): { average: number; ascent: number; descent: number; gap: number } {
  const table = tablesOf(font);
  const unitsPerEm = font.readUInt16BE(table("head") + 18);
  const hhea = table("hhea");
  const advance = advances(font);
  const total = [...sample].reduce((sum, letter) => sum + advance(letter), 0);
  return {
    average: total / sample.length,
    ascent: font.readInt16BE(hhea + 4) / unitsPerEm,
    descent: -font.readInt16BE(hhea + 6) / unitsPerEm,
    gap: font.readInt16BE(hhea + 8) / unitsPerEm,
  };
}

function tablesOf(font: Buffer): (name: string) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const record = 12 + i * 16;
    offsets.set(font.toString("latin1", record, record + 4), font.readUInt32BE(record + 8));
  }
  return (name) => {
    const offset = offsets.get(name);
    if (offset === undefined) throw new Error(`The font has no ${name} table.`);
    return offset;
  };
}

/** Reads a character map (`cmap`) of format 4, which every web font has: code point → glyph. */
function glyphMap(font: Buffer, cmap: number): (code: number) => number {
  let start = 0;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const offset = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(offset) === 4) start = offset;
  }
  if (start === 0) throw new Error("The font has no character map of format 4.");
  const length = font.readUInt16BE(start + 6);
  return (code) => {
    for (let i = 0; i < length; i += 2) {
      const first = font.readUInt16BE(start + 16 + length + i);
      if (code > font.readUInt16BE(start + 14 + i)) continue;
      if (code < first) return 0;
      const delta = font.readInt16BE(start + 16 + 2 * length + i);
      const rangeAt = start + 16 + 3 * length + i;
      const range = font.readUInt16BE(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      return (font.readUInt16BE(rangeAt + range + (code - first) * 2) + delta) & 0xffff;
    }
    return 0;
  };
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}

for (const { from, to, fallback, ...rest } of fonts) {
  const full = await readFile(new URL(from, packages));
  const subset = await subsetFont(full, wantedText(), {
    targetFormat: "woff2",
    keepFeatures,
    noHinting: true,
  });
  await writeFile(new URL(to, target), subset);
  const own = widthOf(full, "isHeadline" in rest ? headlineSample : proseSample);
  console.log(`${to}: ${subset.length} bytes`);
  const adjust = own.average / fallback;
  console.log(
    `  size-adjust: ${percent(adjust)}; ascent-override: ${percent(own.ascent / adjust)}; ` +
      `descent-override: ${percent(own.descent / adjust)}; line-gap-override: ${percent(own.gap / adjust)};`,
  );
}

/**
 * The fonts of the cards, which are drawn when the site is built. The program that draws them can
 * neither read woff2 nor break lines, so it gets TrueType fonts, and the build the width of every
 * letter, in thousandths of an em.
 */
const cards = pathToFileURL(inProject("layouts/assets/cards/"));
const widths: Record<string, Record<string, number>> = {};
for (const name of ["be-vietnam-pro-400", "source-serif-4-600"]) {
  const { from } = fonts.find(({ to }) => to.startsWith(name))!;
  const full = await readFile(new URL(from, packages));
  const font = await subsetFont(full, wantedText(), {
    targetFormat: "sfnt",
    keepFeatures,
    noHinting: true,
  });
  await writeFile(new URL(`${name}.ttf`, cards), font);
  const advance = advances(full);
  widths[name] = Object.fromEntries(
    [...wantedText()].map((letter) => [letter, Math.round(advance(letter) * 1000)]),
  );
  console.log(`${name}.ttf: ${font.length} bytes`);
}
await writeFile(new URL("widths.json", cards), `${JSON.stringify(widths)}\n`);
