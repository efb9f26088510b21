import * as z from "zod";
import {
  type Cut,
  cutIn,
  cutText,
  isWhole,
  type Point,
  percentsIn,
  pointIn,
  pointText,
} from "../cut.ts";
import { maxLetters } from "../limits.ts";
import { refuse } from "./schema.ts";

/*
 * The building blocks of schemas for places in a picture, which are texts of percentages.
 */

/** A list is refused as the text that people write in its place. */
const textOrList = (value: unknown) =>
  Array.isArray(value) ? `[${value.map(String).join(", ").slice(0, maxLetters.name)}]` : value;

/** The part of a picture to show: `10% 5% 80% 60%`, from the left, from the top, width, height. */
export const cut = z
  .preprocess(textOrList, z.string())
  .transform((value, context): Cut => {
    if (value === "") return refuse(context, "empty-value", {});
    const numbers = meantPercents(value);
    const read = cutIn(value);
    if (read !== undefined && !areFractions(value)) return read;
    const meant = meantCut(numbers);
    const suggestion = meant === undefined ? "" : `"${cutText(meant)}"`;
    const code = numbers?.length === 4 && cutIn(numbers.join(" ")) === undefined;
    return refuse(context, code ? "crop-outside" : "bad-crop", { value, suggestion });
  })
  .meta({ pattern: percentPattern(4) });

/** The point of a picture that stays in sight: `30% 40%`, from the left and from the top. */
export const focus = z
  .preprocess(textOrList, z.string())
  .transform((value, context): Point => {
    if (value === "") return refuse(context, "empty-value", {});
    const read = pointIn(value);
    if (read !== undefined && !areFractions(value)) return read;
    const meant = pointIn((meantPercents(value) ?? []).join(" "));
    const suggestion = meant === undefined ? "" : `"${pointText(meant)}"`;
    return refuse(context, "bad-focus", { value, suggestion });
  })
  .meta({ pattern: percentPattern(2) });

function percentPattern(count: number): string {
  const one = String.raw`\d{1,3}(?:[.,]\d+)?\s*%?`;
  return String.raw`^${one}(?:[,;\s]\s*${one}){${count - 1}}$`;
}

/** Returns the percentages that a text may mean, whatever is around them, and from fractions. */
function meantPercents(value: string): number[] | undefined {
  const bare = value.replaceAll(/pct:|[[\]{}()"']|\p{L}+\s*[:=]/giu, " ").trim();
  const numbers = percentsIn(bare);
  return areFractions(bare) ? numbers?.map((one) => Math.round(one * 1000) / 10) : numbers;
}

/** Returns whether all numbers are between 0 and 1, as other programs state parts of a picture. */
function areFractions(value: string): boolean {
  const numbers = percentsIn(value) ?? [];
  return (
    !value.includes("%") && /\d[.,]\d/u.test(value) && numbers.every((one) => one >= 0 && one <= 1)
  );
}

/** Returns the part of the picture that a cut covers which leads over its edges. */
function meantCut(numbers: readonly number[] | undefined): Cut | undefined {
  if (numbers?.length !== 4) return undefined;
  const [x, y, width, height] = numbers as [number, number, number, number];
  const [left, right] = edges(x, width);
  const [top, bottom] = edges(y, height);
  const meant = cutIn([left, top, right - left, bottom - top].join(" "));
  return meant === undefined || isWhole(meant) ? undefined : meant;
}

/** Returns both edges within the picture; a negative size leads back from the first. */
function edges(from: number, size: number): [number, number] {
  const ends = [from, from + size].map((one) => Math.max(0, Math.min(one, 100)));
  return [Math.min(...ends), Math.max(...ends)];
}
