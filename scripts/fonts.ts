import { readFile, writeFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Resvg } from "@resvg/resvg-js";
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

/**
 * Returns a function that gives the advance width of a letter, in em; undefined for one that the
 * font has not.
 */
function advances(font: Buffer): (letter: string) => number | undefined {
  const table = tablesOf(font);
  const unitsPerEm = font.readUInt16BE(table("head") + 18);
  const longMetrics = font.readUInt16BE(table("hhea") + 34);
  const glyphOf = glyphMap(font, table("cmap"));
  return (letter) => {
    const glyph = glyphOf(letter.codePointAt(0) ?? 32);
    if (glyph === 0) return undefined;
    return font.readUInt16BE(table("hmtx") + Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm;
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
  const total = [...sample].reduce((sum, letter) => sum + advance(letter)!, 0);
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

type CardFont = {
  readonly name: string;
  readonly family: string;
  readonly path: string;
  readonly advance: (letter: string) => number | undefined;
};

/**
 * How far pairs of letters move, in thousandths of an em. Letters that all others move alike from
 * are one group: there are a fifth as many groups as letters.
 */
type Kerning = {
  /** Groups of letters by what comes after them, and by what comes before them. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** A row for each group of `first`, in it a number for each of `second`. */
  readonly moves: readonly (readonly number[])[];
};

/**
 * The fonts of the cards, which are drawn when the site is built. The program that draws them can
 * neither read woff2 nor break lines, so it gets TrueType fonts, and the build the width of every
 * letter, in thousandths of an em. Letters are drawn one by one, so it also needs to know which of
 * them move together.
 */
const cards = pathToFileURL(inProject("layouts/assets/cards/"));
const cardFonts: CardFont[] = [];
for (const [name, family] of [
  ["be-vietnam-pro-400", "Be Vietnam Pro"],
  ["source-serif-4-600", "Source Serif 4 SemiBold"],
] as const) {
  const { from } = fonts.find(({ to }) => to.startsWith(name))!;
  const full = await readFile(new URL(from, packages));
  const font = await subsetFont(full, wantedText(), {
    targetFormat: "sfnt",
    keepFeatures,
    noHinting: true,
  });
  const file = new URL(`${name}.ttf`, cards);
  await writeFile(file, font);
  cardFonts.push({ name, family, path: fileURLToPath(file), advance: advances(full) });
  console.log(`${name}.ttf: ${font.length} bytes`);
}
const widths: Record<string, Record<string, number>> = {};
const kerning: Record<string, Kerning> = {};
for (const { name, family, path, advance } of cardFonts) {
  // A letter that one font has not is drawn in the other, and a hyphen that holds two words
  // together as any other hyphen.
  const advanceOf = (letter: string) =>
    [advance, ...cardFonts.map((font) => font.advance)]
      .map((one) => one(letter === "‑" ? "‐" : letter))
      .find((one) => one !== undefined);
  const own = [...wantedText()].map((letter): [string, number] => [
    letter,
    Math.round((advanceOf(letter) ?? 0) * 1000),
  ]);
  widths[name] = Object.fromEntries(own);
  const known = own.filter(([letter]) => advance(letter) !== undefined);
  kerning[name] = await kerningOf(known, family, path);
}
await writeFile(new URL("widths.json", cards), `${JSON.stringify(widths)}\n`);
await writeFile(new URL("kerning.json", cards), `${JSON.stringify(kerning)}\n`);

/** Measures the kerning of a font in the program that draws cards. */
async function kerningOf(
  letters: readonly (readonly [letter: string, width: number])[],
  family: string,
  path: string,
): Promise<Kerning> {
  const moves: number[][] = [];
  for (const [one] of letters) {
    const alone = drawnWidth(one, family, path);
    moves.push(
      letters.map(([other, width]) =>
        Math.round(drawnWidth(one + other, family, path) - alone - width),
      ),
    );
    // What the program keeps of drawings is set free between turns only.
    await setImmediate();
  }
  const columns = letters.map((_, at) => moves.map((row) => row[at]!));
  const [first, second] = [groupsOf(moves), groupsOf(columns)];
  const lettersAt = (group: readonly number[]) => group.map((at) => letters[at]![0]).join("");
  return {
    first: first.map(lettersAt),
    second: second.map(lettersAt),
    moves: first.map(([row]) => second.map(([column]) => moves[row!]![column!]!)),
  };
}

/** Returns the positions of rows that are alike, group by group. */
function groupsOf(rows: readonly (readonly number[])[]): number[][] {
  return [...Map.groupBy(rows.keys(), (at) => rows[at]!.join(" ")).values()];
}

/**
 * Returns the width of a drawn text in thousandths of an em, and a constant. The program tells only
 * where ink begins: further left of where a text ends the wider it is.
 */
function drawnWidth(text: string, family: string, path: string): number {
  // A letter without ink begins nowhere, so one with ink comes first.
  const code = [...`H${text}`].map((letter) => `&#${letter.codePointAt(0)};`).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="2000"><text xml:space="preserve" x="8000" y="1000" font-size="1000" text-anchor="end" font-family="${family}">${code}</text></svg>`;
  const font = { fontFiles: [path], loadSystemFonts: false };
  return -new Resvg(svg, { font }).getBBox()!.x;
}
