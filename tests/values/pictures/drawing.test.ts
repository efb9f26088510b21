import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type CardFont, cardFonts, type TextLine } from "../../../src/pictures/card.ts";
import { newDraw } from "../../../src/pictures/drawing.ts";
import { type PalettePicture, palettePng } from "../../../src/pictures/palette-png.ts";
import { rendered } from "../../../src/pictures/rendered.ts";

const [width, height] = [900, 140];
const paper = `<rect width="${width}" height="${height}" fill="#fbf8f2"/>`;

function svgOf(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

function lineOf(text: string, font: CardFont, size: number): TextLine {
  return { text, font, size, colour: "#1d1a17", left: 72, baseline: 100 };
}

/** Returns red, green and blue of every pixel, as a reader of the PNG sees them. */
async function seen(picture: PalettePicture): Promise<Buffer> {
  const { data, info } = await sharp(await palettePng(picture))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: picture.width, height: picture.height, channels: 3 });
  return data;
}

async function asOneText({ text, font, size, colour, left, baseline }: TextLine): Promise<Buffer> {
  const { family } = cardFonts[font];
  const { data } = await rendered(
    svgOf(
      `${paper}<text x="${left}" y="${baseline}" font-family="${family}" font-size="${size}" fill="${colour}">${text}</text>`,
    ),
  );
  return Buffer.from(data.filter((_, at) => at % 4 !== 3));
}

describe("letters laid over a canvas", () => {
  const texts = [
    "Tổ Văn thư; AVATAR, Yên Tử 17/11",
    "ĐẮC NGHỄ ẨM ỰỢ Ặ ỵ Ỹ",
    "“Ừ”, (jf) r. P. fi – ‰",
  ];
  const styles = [
    ["source-serif-4-600", 80],
    ["source-serif-4-600", 44],
    ["source-serif-4-600", 28],
    ["be-vietnam-pro-400", 28],
  ] as const;
  it.each(styles)("in %s, %i pixels high, look like a whole line of text", async (font, size) => {
    const draw = newDraw();
    for (const text of texts) {
      const line = lineOf(text, font, size);
      const letters = await seen(await draw({ svg: svgOf(paper), lines: [line] }));
      const whole = await asOneText(line);
      // Letters begin at most a quarter of a pixel beside their places, so edges differ a little;
      // a letter that is missing or a pixel away would be seen.
      const far = letters.filter((value, at) => Math.abs(value - whole[at]!) > 100);
      expect(far.length, text).toBeLessThan(letters.length * 0.0005);
    }
  });

  it("are cut off at the edges", async () => {
    const line = { ...lineOf("Họp", "source-serif-4-600", 80), colour: "#9b1b1e" } as const;
    const places = [
      { left: -30, baseline: 10 },
      { left: width - 20, baseline: height + 20 },
    ];
    const draw = newDraw();
    const lines = places.map((place) => ({ ...line, ...place }));
    const pixels = await seen(await draw({ svg: svgOf(paper), lines }));
    // A letter that ran on would come out on the other side.
    const column = (x: number) => pixels.subarray((70 * width + x) * 3, (70 * width + x) * 3 + 3);
    expect([column(0), column(width - 1)]).toEqual([column(450), column(450)]);
  });
});

describe("a canvas", () => {
  it("with more colours than a palette has keeps most of them, and nearly the others", async () => {
    const logo = `<linearGradient id="a"><stop stop-color="#a00"/><stop offset="1" stop-color="#0a4"/></linearGradient><rect x="72" y="40" width="600" height="40" fill="url(#a)"/>`;
    const svg = svgOf(paper + logo);
    const pixels = await seen(await newDraw()({ svg, lines: [] }));
    const { data } = await rendered(svg);
    const before = Buffer.from(data.filter((_, at) => at % 4 !== 3));
    const far = pixels.filter((value, at) => Math.abs(value - before[at]!) > 12);
    expect(far.length).toBe(0);
    expect(pixels.subarray(0, 3)).toEqual(Buffer.from("fbf8f2", "hex"));
  });
});
