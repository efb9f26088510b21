import type { Styles } from "./styles.ts";
import { childOf, childrenOf, valOf, type XmlElement } from "./xml.ts";

/** What Word shows before a paragraph of a list. */
export type Label = {
  /** 1 is the outermost. */
  readonly level: number;
  /** As it is shown: `II.`, `a)`, `1.2.`; undefined for a bullet. */
  readonly text: string | undefined;
};

type Level = {
  readonly start: number;
  readonly format: string;
  /** The text with `%1` for the number of the first level, and so on. */
  readonly text: string;
  readonly isLegal: boolean;
  /** The deepest level whose next item makes this one begin anew; 0 for none. */
  readonly restart: number;
  readonly style: string | undefined;
};

type Numbering = {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** The levels that say where they begin, which they do once. */
  readonly restarted: ReadonlySet<number>;
};

/** Word has nine levels. */
const mostLevels = 9;

/**
 * Reads `word/numbering.xml`, and returns a function that says what Word shows before each
 * paragraph. It must be asked for all of them in their order.
 */
export function numberingOf(
  part: XmlElement | undefined,
  styles: Styles,
): (paragraph: XmlElement) => Label | undefined {
  const numberings = readNumberings(part, styles);
  const byStyle = new Map<string, { numbering: string; level: number }>();
  for (const [numbering, { levels }] of numberings)
    for (const [level, { style }] of levels)
      if (style !== undefined && !byStyle.has(style)) byStyle.set(style, { numbering, level });
  /** The last numbers of each list, by its levels. */
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return (paragraph) => {
    const place = placeOf(paragraph, styles, byStyle);
    const numbering = place && numberings.get(place.numbering);
    const level = numbering?.levels.get(place!.level);
    if (place === undefined || numbering === undefined || level === undefined) return undefined;
    const numbers = counters.get(numbering.abstract) ?? [];
    counters.set(numbering.abstract, numbers);
    const own = `${place.numbering} ${place.level}`;
    if (!begun.has(own) && numbering.restarted.has(place.level))
      numbers.length = Math.min(numbers.length, place.level);
    begun.add(own);
    numbers[place.level] = (numbers[place.level] ?? level.start - 1) + 1;
    for (const [deeper, { restart }] of numbering.levels)
      if (deeper > place.level && restart > place.level) numbers[deeper] = undefined;
    const text = labelText(numbering.levels, place.level, numbers);
    // A list of its own with plus signs is below one with dashes, wherever Word puts it.
    const isDeeper = text === undefined && level.text.trim() === "+";
    return { level: place.level + (isDeeper ? 2 : 1), text };
  };
}

function placeOf(
  paragraph: XmlElement,
  styles: Styles,
  byStyle: ReadonlyMap<string, { numbering: string; level: number }>,
): { numbering: string; level: number } | undefined {
  let level: number | undefined;
  for (const [at, properties] of styles.ofParagraph(paragraph).entries()) {
    const own = childOf(properties, "w:numPr");
    const written = valOf(own, "w:ilvl");
    if (written !== undefined)
      level ??= Math.min(mostLevels - 1, Math.max(0, Number(written) || 0));
    const numbering = valOf(own, "w:numId");
    if (numbering === undefined) continue;
    if (numbering === "0") return undefined;
    // A style is numbered on the level that names it.
    const style = at === 0 ? undefined : valOf(childOf(paragraph, "w:pPr"), "w:pStyle");
    const ofStyle = style === undefined ? undefined : byStyle.get(style)?.level;
    return { numbering, level: level ?? ofStyle ?? 0 };
  }
  return undefined;
}

function readNumberings(part: XmlElement | undefined, styles: Styles): Map<string, Numbering> {
  const abstracts = new Map<string, XmlElement>();
  for (const one of childrenOf(part, "w:abstractNum"))
    abstracts.set(one.attributes["w:abstractNumId"] ?? "", one);
  const numbers = childrenOf(part, "w:num");
  const abstractOf = new Map(
    numbers.map((one) => [one.attributes["w:numId"] ?? "", valOf(one, "w:abstractNumId")]),
  );
  const found = new Map<string, Numbering>();
  for (const one of numbers) {
    const id = one.attributes["w:numId"] ?? "";
    let abstract = valOf(one, "w:abstractNumId") ?? "";
    // A list may only name the style that has its levels.
    const link = valOf(abstracts.get(abstract), "w:numStyleLink");
    const linked = link === undefined ? undefined : styles.numberingOf(link);
    if (linked !== undefined) abstract = abstractOf.get(linked) ?? abstract;
    const levels = new Map<number, Level>();
    const restarted = new Set<number>();
    for (const level of childrenOf(abstracts.get(abstract), "w:lvl")) addLevel(levels, level);
    for (const override of childrenOf(one, "w:lvlOverride")) {
      const level = childOf(override, "w:lvl");
      if (level !== undefined) addLevel(levels, level, override);
      const at = levelAt(override);
      const start = valOf(override, "w:startOverride");
      const known = levels.get(at);
      if (start !== undefined) restarted.add(at);
      if (start !== undefined && known !== undefined)
        levels.set(at, { ...known, start: Number(start) || 0 });
    }
    found.set(id, { abstract, levels, restarted });
  }
  return found;
}

function levelAt(element: XmlElement): number {
  return Number(element.attributes["w:ilvl"] ?? 0) || 0;
}

function addLevel(levels: Map<number, Level>, element: XmlElement, place = element): void {
  const at = levelAt(place);
  if (at < 0 || at >= mostLevels) return;
  levels.set(at, {
    start: Number(valOf(element, "w:start") ?? 1) || 0,
    format: valOf(element, "w:numFmt") ?? "decimal",
    text: valOf(element, "w:lvlText") ?? "",
    isLegal: childOf(element, "w:isLgl") !== undefined,
    restart: Number(valOf(element, "w:lvlRestart") ?? mostLevels) || 0,
    style: valOf(element, "w:pStyle"),
  });
}

function labelText(
  levels: ReadonlyMap<number, Level>,
  at: number,
  numbers: readonly (number | undefined)[],
): string | undefined {
  const { format, text, isLegal } = levels.get(at)!;
  if (format === "bullet") return undefined;
  return text
    .replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const other = Number(digit) - 1;
      const level = levels.get(other);
      const number = numbers[other] ?? level?.start ?? 1;
      return written(number, isLegal ? "decimal" : (level?.format ?? "decimal"));
    })
    .trim();
}

const numerals: readonly (readonly [value: number, sign: string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Letters are counted up to z, then doubled: aa, bb. */
function letter(number: number): string {
  if (number < 1) return String(number);
  const times = Math.min(10, Math.floor((number - 1) / 26) + 1);
  return String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(times);
}

function roman(number: number): string {
  if (number < 1 || number > 4_999) return String(number);
  let left = number;
  let signs = "";
  for (const [value, sign] of numerals) for (; left >= value; left -= value) signs += sign;
  return signs;
}

/** Returns a number as Word shows it in a format of its own: `lowerLetter` has `b` for 2. */
export function written(number: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "upperRoman":
      return roman(number);
    case "lowerRoman":
      return roman(number).toLowerCase();
    case "upperLetter":
      return letter(number).toUpperCase();
    case "lowerLetter":
      return letter(number);
    case "decimalZero":
      return String(number).padStart(2, "0");
    default:
      return String(number);
  }
}
