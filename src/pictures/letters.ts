import { readFileSync } from "node:fs";
import { lazily } from "../work/once.ts";
import { type CardFont, cardFonts, letterMeasures, type TextLine } from "./card.ts";
import { type Pixels, rendered } from "./rendered.ts";

/** A letter in pixels. */
export type Letter = {
  readonly width: number;
  readonly height: number;
  /** From where it begins on its baseline to its first column and row. */
  readonly left: number;
  readonly top: number;
  /** How much of each pixel is ink, from 0 to `shades`, row by row. */
  readonly ink: Uint8Array;
};

/** The program that draws letters looks at 16 points of each pixel. */
export const shades = 16;

/** The places in a pixel at which a letter may begin; with one alone, gaps would be uneven. */
const places = 2;

/** Returns the letters of a line, each with the column in which it begins. */
export type Letters = (line: TextLine) => readonly { letter: Letter; at: number }[];

/** Makes an empty case of type: a function that draws what letters are new in some lines. */
export function typeCase(): (lines: readonly TextLine[]) => Promise<Letters> {
  const drawn = new Map<string, Map<string, Letter>>();
  const letters: Letters = (line) => {
    const alike = drawn.get(styleOf(line))!;
    return formsOf(line).map(({ form, at }) => ({ letter: alike.get(form.name)!, at }));
  };
  const addNew = async (lines: readonly TextLine[]) => {
    for (const [style, alike] of Map.groupBy(lines, styleOf)) {
      const known = drawn.get(style) ?? new Map<string, Letter>();
      drawn.set(style, known);
      const forms = new Map(alike.flatMap(formsOf).map(({ form }) => [form.name, form]));
      const fresh = [...forms.values()].filter(({ name }) => !known.has(name));
      if (fresh.length === 0) continue;
      for (const [name, letter] of await drawForms(fresh, alike[0]!)) known.set(name, letter);
    }
    return letters;
  };
  // One after the other, so that none is drawn twice.
  let last: Promise<unknown> = Promise.resolve();
  return (lines) => {
    const next = last.then(() => addNew(lines));
    last = next.catch(() => {});
    return next;
  };
}

function styleOf({ font, size }: TextLine): string {
  return `${size} ${font}`;
}

/** A letter that begins at one of the places in a pixel. */
type Form = { readonly name: string; readonly letter: string; readonly place: number };

function formsOf({ text, font, size, left }: TextLine): { form: Form; at: number }[] {
  const { widthOf, moveOf } = measures()[font];
  let x = left;
  let before = "";
  return [...text].map((letter) => {
    x += (moveOf(before, letter) * size) / 1000;
    const nearest = Math.round(x * places);
    const at = Math.floor(nearest / places);
    const place = nearest - at * places;
    x += (widthOf(letter) * size) / 1000;
    before = letter;
    return { form: { name: `${letter}${place}`, letter, place }, at };
  });
}

/** In pixels. */
const maxSheetWidth = 2048;

/** Draws letters on one sheet, and takes each from it. */
async function drawForms(
  forms: readonly Form[],
  { font, size }: TextLine,
): Promise<ReadonlyMap<string, Letter>> {
  const { widthOf } = measures()[font];
  // Marks and tails are not further away from a letter than that.
  const side = Math.ceil(0.2 * size);
  const above = Math.ceil(1.25 * size);
  const height = above + Math.ceil(0.3 * size);
  let [left, top, sheetWidth] = [0, 0, 0];
  const cells = forms.map((form) => {
    const width = Math.ceil((widthOf(form.letter) * size) / 1000) + 2 * side + 1;
    if (left + width > maxSheetWidth) [left, top] = [0, top + height];
    const cell = { form, left, top, width };
    left += width;
    sheetWidth = Math.max(sheetWidth, left);
    return cell;
  });
  const texts = cells.map(
    ({ form, left, top }) =>
      `<text xml:space="preserve" x="${left + side + form.place / places}" y="${top + above}">&#${form.letter.codePointAt(0)};</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheetWidth} ${top + height}"><g font-family="${cardFonts[font].family}" font-size="${size}">${texts.join("")}</g></svg>`;
  const sheet = await rendered(svg);
  return new Map(
    cells.map(({ form, left, top, width }) => {
      const { ink, ...box } = inkOf(sheet, { left, top, width, height });
      const letter = { ...box, left: box.left - left - side, top: box.top - top - above, ink };
      return [form.name, letter];
    }),
  );
}

type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Returns the part of a cell that has ink. */
function inkOf({ data, width: sheetWidth }: Pixels, cell: Box): Box & { ink: Uint8Array } {
  const inkAt = (x: number, y: number) => (data[(y * sheetWidth + x) * 4 + 3]! + 8) >> 4;
  let [left, right, top, bottom] = [
    cell.left + cell.width,
    cell.left,
    cell.top + cell.height,
    cell.top,
  ];
  for (let y = cell.top; y < cell.top + cell.height; y += 1) {
    for (let x = cell.left; x < cell.left + cell.width; x += 1) {
      if (inkAt(x, y) === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  const ink = Uint8Array.from({ length: width * height }, (_, at) =>
    inkAt(left + (at % width), top + Math.floor(at / width)),
  );
  return { left, top, width, height, ink };
}

type Measures = {
  readonly widthOf: (letter: string) => number;
  /** How far a letter moves because of the one before it. */
  readonly moveOf: (before: string, letter: string) => number;
};

/** All in thousandths of an em. */
const measures = lazily((): Readonly<Record<CardFont, Measures>> => {
  const widths = JSON.parse(readFileSync(letterMeasures.widths, "utf8"));
  const kerning = JSON.parse(readFileSync(letterMeasures.kerning, "utf8"));
  const measuresOf = (font: CardFont): Measures => {
    const { first, second, moves } = kerning[font];
    const [firstOf, secondOf] = [groupsOf(first), groupsOf(second)];
    return {
      widthOf: (letter) => widths[font][letter] ?? 0,
      moveOf: (before, letter) =>
        moves[firstOf.get(before) ?? -1]?.[secondOf.get(letter) ?? -1] ?? 0,
    };
  };
  return {
    "be-vietnam-pro-400": measuresOf("be-vietnam-pro-400"),
    "source-serif-4-600": measuresOf("source-serif-4-600"),
  };
});

/** Returns in which group each letter is. */
function groupsOf(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((letters, at) => [...letters].map((letter) => [letter, at])));
}
