import type { Article } from "../../src/article.ts";
import { type Colour, ownAccent } from "../../src/colour.ts";
import { pictureKey } from "../../src/cut.ts";
import { longDay } from "../../src/day.ts";
import type { LogoMark } from "../../src/logo.ts";
import {
  type Card,
  type CardFont,
  cardSize,
  type Drawing,
  newCard,
  type TextLine,
} from "../../src/pictures/card.ts";
import { pictureUrl } from "../../src/pictures/picture.ts";
import { type Site, shortUnitName } from "../../src/site.ts";
import { onceFor } from "../../src/work/once.ts";
import widths from "../assets/cards/widths.json" with { type: "json" };
import { html } from "../parts/html.ts";

/**
 * How many of the newest articles have a card of their own. News is shared while it is new: for
 * 100,000 articles, cards for all would take as long as everything else and not fit on most hosts.
 * Older articles show their picture or the site's card.
 */
const CARDS = 300;

/**
 * The cards of a site: its own, for every page that is no article, and those of the newest
 * articles.
 */
export type Cards = {
  readonly site: Card;
  /** Returns the card of an article, if it has one; it is laid out when it is first asked for. */
  readonly of: (article: Article) => Card | undefined;
  /** Returns the cards of all articles that have one. */
  readonly ofArticles: () => readonly Card[];
};

/** The cards of a site. */
export function cardsOf(site: Site): Cards {
  const { settings, articles, pictures } = site;
  const { name, accent: colour = ownAccent.light } = settings;
  const mark = site.logo?.mark;
  const newest = new Set(articles.slice(-CARDS));
  const cardOf = onceFor((article: Article): Card => {
    const { title, unit, date, images } = article;
    const [cover] = images;
    const picture = cover && pictures.get(pictureKey(cover.file, cover.crop));
    const photo = picture && {
      url: pictureUrl(picture, photoWidth(picture.widths), "jpg"),
      ...(cover.focus ? { focus: cover.focus } : {}),
    };
    const lines = [shortUnitName(unit, site, date), longDay(date)];
    const isNarrow = photo !== undefined;
    return newCard(drawingOf({ name, title, lines, isNarrow, colour, mark }), photo);
  });
  return {
    site: siteCard(site),
    of: (article) => (newest.has(article) ? cardOf(article) : undefined),
    ofArticles: () => [...newest].map(cardOf),
  };
}

/** Returns the card of all pages that have none of their own. */
export function siteCard({ settings, logo }: Pick<Site, "settings" | "logo">): Card {
  const { name: title, description, accent: colour = ownAccent.light } = settings;
  const lines = [description];
  return newCard(drawingOf({ name: "", title, lines, isNarrow: false, colour, mark: logo?.mark }));
}

/**
 * Returns the width of the variant to draw. The photograph is cut to an upright piece, so it has to
 * be wider than that.
 */
function photoWidth(widths: readonly number[]): number {
  return widths.find((width) => width >= 2 * cardSize.photo) ?? widths.at(-1)!;
}

/** What is on a card. */
type Shown = {
  readonly name: string;
  readonly title: string;
  /** The lines at the foot. */
  readonly lines: readonly string[];
  readonly isNarrow: boolean;
  readonly colour: Colour;
  /** The logo of the office; without one, the mark of every site is drawn. */
  readonly mark: LogoMark | undefined;
};

export const serif = "source-serif-4-600";
export const sans = "be-vietnam-pro-400";
export const paper = "#fbf8f2";
export const ink = "#1d1a17";
export const greyInk = "#5a544b";

/** In pixels. */
const margin = 72;
/** Where the title may begin, in pixels, and the height of its lines, in em. */
const top = 122;
const leading = 1.22;

function drawingOf({ name, title, lines, isNarrow, colour, mark }: Shown): Drawing {
  const { width, height, photo } = cardSize;
  const room = (isNarrow ? width - photo : width) - margin - (isNarrow ? 44 : margin);
  const markWidth = mark ? Math.round(40 * mark.ratio) : 40;
  const mast = nameRows(name, room - markWidth - 16);
  const foot = lines.flatMap((line) => wrapped(line, room / 28, sans).slice(0, 2));
  const rule = height - 58 - foot.length * 40;
  const { size, rows } = fitted(title, room, rule - 36 - top);
  // What cards have in common is drawn once: the SVG has nothing of a single article.
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="${paper}"/>
    <rect width="${width}" height="12" fill="${colour}"/>
    ${mark ? html`<image x="${margin}" y="50" width="${markWidth}" height="40" href="${mark.data}"/>` : html`<g transform="translate(${margin} 50)"><path d="M0 0h40v40H0z" fill="${colour}"/><path d="M7 8h26v6H7zM7 18h26v3H7zM7 24h26v3H7zM7 30h14v3H7z" fill="${paper}"/></g>`}
    <path d="M${margin} ${rule}h96v4H${margin}z" fill="${colour}"/>
    </svg>`;
  return {
    svg: String(svg),
    lines: [
      ...linesBelow(
        mast.rows,
        { font: serif, size: mast.size, colour: ink },
        mast.rows.length > 1 ? 67 : 81,
        28,
        margin + markWidth + 16,
      ),
      ...linesBelow(rows, { font: serif, size, colour: ink }, top + size, size * leading, margin),
      ...linesBelow(foot, { font: sans, size: 28, colour: greyInk }, rule + 46, 40, margin),
    ],
  };
}

/** Puts lines of text one below the other; all measures are in pixels. */
export function linesBelow(
  rows: readonly string[],
  style: Pick<TextLine, "font" | "size" | "colour">,
  top: number,
  height: number,
  left: number,
): TextLine[] {
  return rows.map((text, at) => ({
    ...style,
    text,
    left,
    baseline: Math.round(top + at * height),
  }));
}

/** Sets the name of the site beside its mark: on one line, or smaller on two. */
function nameRows(name: string, room: number): { size: number; rows: string[] } {
  for (const size of [32, 28]) {
    const rows = wrapped(name, room / size, serif);
    if (rows.length === 1) return { size, rows };
  }
  return { size: 24, rows: cut(wrapped(name, room / 24, serif), 2) };
}

/** Returns at most `most` lines; the last one shows that something is missing. */
export function cut(rows: readonly string[], most: number): string[] {
  if (rows.length <= most) return [...rows];
  const shown = rows.slice(0, most);
  return shown.with(-1, `${shown.at(-1)!.replace(/[\s,;:.–-]*\S*$/u, "")}…`);
}

/** Finds the largest letters in which a title fits; one that never does is cut. */
function fitted(title: string, room: number, height: number): { size: number; rows: string[] } {
  const sizes = [80, 72, 64, 56, 50, 44];
  const words = wordsOf(title, serif);
  for (const size of sizes) {
    const rows = rowsOf(words, room / size, serif);
    if (rows.length * size * leading <= height)
      return { size, rows: balanced(words, rows, room / size) };
  }
  const size = sizes.at(-1)!;
  const rows = rowsOf(words, room / size, serif);
  return { size, rows: cut(rows, Math.floor(height / (size * leading))) };
}

/**
 * Breaks a title into as many lines as `rows`, all about as long, so that no word is alone on the
 * last.
 */
function balanced(words: readonly Word[], rows: string[], room: number): string[] {
  if (rows.length === 1) return rows;
  const widest = Math.max(...words.map(({ width }) => width)) / 1000;
  let best = rows;
  for (let narrower = room * 0.97; narrower >= widest; narrower *= 0.97) {
    const next = rowsOf(words, narrower, serif);
    if (next.length > rows.length) return best;
    best = next;
  }
  return best;
}

/** A word of one row, and its width in thousandths of an em: whole numbers have exact sums. */
type Word = { readonly text: string; readonly width: number };

/** Returns the width of a text in thousandths of an em. */
function widthOf(text: string, font: CardFont): number {
  const advance: Readonly<Record<string, number>> = widths[font];
  let sum = 0;
  for (const letter of text) sum += advance[letter] ?? 700;
  return sum;
}

/** Breaks a text into lines of at most `room` em, and a word that is longer into pieces. */
export function wrapped(text: string, room: number, font: CardFont): string[] {
  return rowsOf(wordsOf(text, font), room, font);
}

/** Measures the words of a text, once for all the rooms that are tried. */
function wordsOf(text: string, font: CardFont): Word[] {
  // What the font has no letter for would leave a gap.
  const known = [...text].map((letter) => (letter in widths[font] ? letter : " ")).join("");
  return known
    .trim()
    .split(/\s+/u)
    .map((word) => ({ text: word, width: widthOf(word, font) }));
}

function rowsOf(words: readonly Word[], room: number, font: CardFont): string[] {
  const rows: string[] = [];
  const space = widthOf(" ", font);
  let [row, rowWidth] = ["", 0];
  for (const { text, width } of words.flatMap((word) => pieces(word, room, font))) {
    const longer = rowWidth + space + width;
    if (row === "") [row, rowWidth] = [text, width];
    else if (longer / 1000 > room) {
      rows.push(row);
      [row, rowWidth] = [text, width];
    } else [row, rowWidth] = [`${row} ${text}`, longer];
  }
  return [...rows, row];
}

function pieces(word: Word, room: number, font: CardFont): readonly Word[] {
  if (word.width / 1000 <= room) return [word];
  const found = [""];
  for (const letter of word.text) {
    if (found.at(-1) !== "" && widthOf(found.at(-1) + letter, font) / 1000 > room) found.push("");
    found[found.length - 1] += letter;
  }
  return found.map((text) => ({ text, width: widthOf(text, font) }));
}
