/** A colour of the screen (sRGB) as six hexadecimal digits in lower case: `#9b1b1e`. */
export type Colour = `#${string}`;

/** Accent colours, one for each ground that pages have. */
export type Accent = {
  readonly light: Colour;
  readonly dark: Colour;
  /** For readers who ask for more contrast. */
  readonly lightMore: Colour;
  readonly darkMore: Colour;
};

/** The accent of the stylesheet as it is written: red. */
export const ownAccent: Accent = {
  light: "#9b1b1e",
  dark: "#f0938a",
  lightMore: "#8a0f12",
  darkMore: "#ffb4ab",
};

/**
 * What a link that is pointed at may have behind it: paper, tint, and the darkest cell of the
 * archive, which is 19 % of the ink (style/theme.css, style/tables.css).
 */
export const grounds: Readonly<Record<keyof Accent, readonly Colour[]>> = {
  light: ["#fbf8f2", "#f3eee3", "#d1cec8"],
  dark: ["#171513", "#221f1b", "#3f3d39"],
  lightMore: ["#ffffff", "#cfcfcf"],
  darkMore: ["#000000", "#303030"],
};

/**
 * The least contrast of text (WCAG 2.2, success criterion 1.4.3). More contrast is 6 on the darkest
 * cell, which is at least 8 on the page itself, where 7 would be enough (1.4.6).
 */
export const leastContrast: Readonly<Record<keyof Accent, number>> = {
  light: 4.5,
  dark: 4.5,
  lightMore: 6,
  darkMore: 6,
};

/** Reads a colour of three or six hexadecimal digits, with or without its number sign. */
export function readColour(written: string): Colour | undefined {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/iu.exec(written.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replaceAll(/./gu, "$&$&")}`;
}

/**
 * Derives the accents of all grounds from the one of light pages. One that is hard to read there
 * gets darker; `accentFor(colour).light === colour` says that none of that was needed.
 */
export function accentFor(colour: Colour): Accent {
  if (colour === ownAccent.light) return ownAccent;
  const light = legible(colour, "light", -1);
  return {
    light,
    dark: legible(light, "dark", 1),
    lightMore: legible(light, "lightMore", -1),
    darkMore: legible(light, "darkMore", 1),
  };
}

/** Returns the least contrast of a colour with the grounds of a theme, from 1 to 21. */
export function contrastOn(theme: keyof Accent, colour: Colour): number {
  return Math.min(...grounds[theme].map((ground) => contrast(colour, ground)));
}

/** The contrast ratio of WCAG 2.2. */
function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A step of lightness, which runs from 0 to 1; no eye sees it. */
const STEP = 0.004;

/** Returns the nearest colour of the same hue that is legible, going darker (-1) or lighter (1). */
function legible(colour: Colour, theme: keyof Accent, way: -1 | 1): Colour {
  const { lightness, chroma, hue } = oklch(colour);
  let found = colour;
  // Black or white, at the ends, is legible on every ground of the theme.
  for (let step = 1; contrastOn(theme, found) < leastContrast[theme]; step += 1) {
    const moved = Math.min(1, Math.max(0, lightness + way * step * STEP));
    found = fromOklch({ lightness: moved, chroma, hue });
  }
  return found;
}

/*
 * OKLCH (Björn Ottosson, 2020; CSS Color 4): hue and chroma stay the same to the eye when the
 * lightness changes, which those of HSL do not.
 */

type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number };
type Triple = readonly [number, number, number];

function oklch(colour: Colour): Oklch {
  const [red, green, blue] = linear(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** Returns the colour, with as much less chroma as a screen needs to show it. */
function fromOklch({ lightness, chroma, hue }: Oklch): Colour {
  for (let part = 1; part > 0; part -= 0.02) {
    const shown = linearOf({ lightness, chroma: chroma * part, hue });
    if (shown.every((value) => value > -0.001 && value < 1.001)) return hexOf(shown);
  }
  return hexOf(linearOf({ lightness, chroma: 0, hue }));
}

function linearOf({ lightness, chroma, hue }: Oklch): Triple {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Returns red, green and blue as amounts of light, from 0 to 1. */
function linear(colour: Colour): Triple {
  const value = (at: number) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [value(1), value(3), value(5)];
}

function hexOf(light: Triple): Colour {
  const parts = light.map((value) => {
    const kept = Math.min(1, Math.max(0, value));
    const part = kept <= 0.0031308 ? kept * 12.92 : 1.055 * kept ** (1 / 2.4) - 0.055;
    return Math.round(part * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
