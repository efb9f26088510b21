import * as z from "zod";
import { type Day, parseDay } from "../day.ts";
import { maxDataItems, maxLetters } from "../limits.ts";
import { type Period, periodIn, readPeriod } from "../period.ts";
import type { MessageCode } from "../problems/messages.ts";
import { type Bound, bounds, type Quantity } from "../quantity.ts";
import { closest } from "../text/nearest.ts";
import { yesOrNoOf } from "../text/yes-or-no.ts";

/**
 * The building blocks of our schemas. They take YAML scalars as the text that was written and turn
 * it into what the field means, so that each way of writing a value wrongly has its own message.
 */

type Context = z.core.$RefinementCtx;

/** Reports a problem of ours from inside a schema. */
export function refuse(context: Context, code: MessageCode, args: Record<string, string>): never {
  context.issues.push({
    code: "custom",
    message: code,
    params: { code, args },
    input: undefined,
  } as never);
  return z.NEVER as never;
}

/** Makes a text that must not be empty, of at most this many letters in UTF-16 units. */
export function textUpTo(most: number) {
  return z
    .string()
    .transform((value, context): string => {
      if (value === "") return refuse(context, "empty-value", {});
      if (value.length <= most) return value;
      return refuse(context, "text-too-long", {
        value: value.slice(0, 40).trimEnd(),
        size: String(value.length),
        most: String(most),
      });
    })
    .meta({ minLength: 1, maxLength: most });
}

/** A text on one line. */
export const text = textUpTo(maxLetters.line);
/** The name of somebody or something. */
export const nameText = textUpTo(maxLetters.name);

export const day = z
  .string()
  .transform((value, context): Day => {
    const read = parseDay(value);
    if (read !== undefined) return read;
    const [, before, century] = /^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})$/u.exec(value) ?? [];
    if (before !== undefined)
      return refuse(context, "short-year", { value, fixed: `${before}20${century}` });
    const looksLikeDate = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{1,2}-\d{1,2})$/u.test(value);
    if (looksLikeDate) return refuse(context, "impossible-date", { value });
    return refuse(context, "bad-date", { value, suggestion: dayIn(value) });
  })
  .meta({ pattern: String.raw`^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$` });

/**
 * Returns the day that a text names in a way of its own (`ngày 5 tháng 3 năm 2023`, `2023/03/05`),
 * as it should be written; empty when there is none.
 */
function dayIn(text: string): string {
  const [, y, m, d] = /(\d{4})[/.](\d{1,2})[/.](\d{1,2})/u.exec(text) ?? [];
  if (y !== undefined) return parseDay(`${d}/${m}/${y}`) ?? "";
  const [, day, month, year] =
    /(\d{1,2})\s*(?:[-/.]|tháng)\s*(\d{1,2})\s*(?:[-/.]|,?\s*năm)\s*(\d{4})/u.exec(text) ?? [];
  const written = `${Number(day)}/${Number(month)}/${year}`;
  return day !== undefined && parseDay(written) !== undefined ? written : "";
}

/** A year, a month or a day: `2010`, `2010-07`, `2010-07-01`, `1/7/2010`. */
export const partialDay = z
  .string()
  .transform((value, context): string => {
    if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(value)) return value;
    return parseDay(value) ?? refuse(context, "bad-date", { value });
  })
  .meta({ type: ["string", "integer"] });

/** A whole number of at least 1, written with digits only. */
export const whole = z
  .string()
  .transform((value, context): number =>
    value === "0" ? refuseNumber(value, context, "count-not-whole") : wholeOf(value, context),
  )
  .meta({ type: "integer", minimum: 1 });

/** A number with "." before decimals, as YAML wants it. */
export const decimal = z.string().transform(decimalOf).meta({ type: "number" });

/**
 * How many: a whole number, 0 included, or one that the source states roughly (`khoảng 30`,
 * `30-35`).
 */
export const wholeQuantity = z
  .string()
  .transform((value, context) => quantityOf(value, context, countOf))
  .meta({ type: ["integer", "string"] });

/** How many as `wholeQuantity` has it, or a word that says that the source gives no number. */
export function wholeQuantityOr<const Word extends string>(word: Word) {
  return z
    .string()
    .transform((value, context): Quantity | Word =>
      value.toLowerCase() === word
        ? word
        : quantityOf(value, context, (number) => countOf(number, context, word)),
    )
    .meta({ type: ["integer", "string"] });
}

/** A whole number of at least 1, or all from one to another: `30-75`. */
export const wholeSpan = z
  .string()
  .transform((value, context): { from: number; to: number } => {
    if (value === "0") return refuseNumber(value, context, "count-not-whole");
    if (!range.test(value)) {
      const only = wholeOf(value, context);
      return { from: only, to: only };
    }
    const { value: from, to = from } = quantityOf(value, context, wholeOf);
    return { from, to };
  })
  .meta({ type: ["integer", "string"], pattern: String.raw`^\d+\s*[-–]\s*\d+$` });

/** How much: a number as `decimal` has it, or one that the source states roughly. */
export const decimalQuantity = z
  .string()
  .transform((value, context) => quantityOf(value, context, decimalOf))
  // A decimal comma would be a text.
  .meta({ type: ["number", "string"], pattern: "^[^,]*$" });

const bound = new RegExp(`^(${bounds.join("|")})\\s+(?=\\S)`, "iu");
const range = /^(?:từ\s+)?(\d[\d.,]*)\s*(?:[-–]|đến|tới)\s*(\d[\d.,]*)$/iu;

function quantityOf(
  value: string,
  context: Context,
  numberOf: (value: string, context: Context) => number,
): Quantity {
  const [, low, high] = range.exec(value) ?? [];
  if (low !== undefined && high !== undefined) {
    const from = numberOf(low, context);
    const to = numberOf(high, context);
    if (from === z.NEVER || to === z.NEVER) return z.NEVER;
    return from < to ? { value: from, to } : refuse(context, "bad-range", { value });
  }
  const [begin, word] = bound.exec(value) ?? [];
  if (begin === undefined) return { value: numberOf(value, context) };
  const number = numberOf(value.slice(begin.length), context);
  return { value: number, bound: word!.toLowerCase() as Bound };
}

function wholeOf(value: string, context: Context): number {
  return wholeIn(value) ?? refuseNumber(value, context, "count-not-whole");
}

/** Reads a number of a quantity; `word` is what may stand in place of a number, if anything. */
function countOf(value: string, context: Context, word = ""): number {
  return wholeIn(value) ?? refuseNumber(value, context, "bad-count", { word });
}

function wholeIn(value: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/u.test(value) ? Number(value) : undefined;
}

function decimalOf(value: string, context: Context): number {
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+$/u.test(value)) {
    return refuse(context, "number-ambiguous", {
      value,
      whole: value.replaceAll(".", ""),
      fraction: `${value}0`,
    });
  }
  if (/^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,9})?$/u.test(value)) return Number(value);
  return refuseNumber(value, context, "number-not");
}

function refuseNumber(
  value: string,
  context: Context,
  otherwise: MessageCode,
  args: Record<string, string> = {},
): never {
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(value)) {
    return refuse(context, "number-grouped", { value, fixed: value.replaceAll(".", "") });
  }
  if (/^-?\d+,\d+$/u.test(value)) {
    return refuse(context, otherwise === "number-not" ? "number-comma" : otherwise, {
      ...args,
      value,
      fixed: value.replace(",", "."),
    });
  }
  if (/^0+[1-9]\d*$/u.test(value)) {
    return refuse(context, "number-leading-zero", { value, fixed: value.replace(/^0+/u, "") });
  }
  if (/^\d{1,2}[:h]\d{2}$/u.test(value)) return refuse(context, "number-time", { value });
  const suggestion = /^([1-9]\d{0,8})\s+\p{L}/u.exec(value)?.[1] ?? "";
  return refuse(context, value === "" ? "empty-value" : otherwise, {
    ...args,
    value,
    suggestion,
  });
}

export const year = z
  .string()
  .transform((value, context): number => {
    const read = Number(value);
    if (/^\d{4}$/u.test(value) && read >= 1930 && read <= 2100) return read;
    return refuse(context, "bad-year", { value });
  })
  .meta({ type: "integer", minimum: 1930, maximum: 2100 });

/** `2021`, or both ends of a span: `2017-2021`. */
export const yearSpan = z
  .string()
  .transform((value, context): { from: number; to: number } => {
    const match = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/u.exec(value);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (match && from >= 1930 && to <= 2100 && from <= to) return { from, to };
    return refuse(context, "bad-year-span", { value });
  })
  .meta({ type: ["integer", "string"], pattern: String.raw`^\d{4}\s*[-–]\s*\d{4}$` });

/** A stretch of time as people name it: `quý I/2022`, `6 tháng đầu năm 2022`, `2020-2025`. */
export const period = z
  .string()
  .transform((value, context): Period => {
    const read = readPeriod(value);
    if (read !== undefined) return read;
    if (value === "") return refuse(context, "empty-value", {});
    return refuse(context, "bad-period", { value, suggestion: periodIn(value) });
  })
  .meta({ type: ["integer", "string"] });

export const yesOrNo = z
  .string()
  .transform(
    (value, context): boolean => yesOrNoOf(value) ?? refuse(context, "bad-yes-or-no", { value }),
  )
  .meta({ type: ["boolean", "string"], enum: [true, false, "có", "không"] });

/** One of a fixed list of Vietnamese words; case and the place of tone marks do not matter. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  const byFold = new Map(words.map((word) => [word.toLowerCase(), word]));
  return z
    .string()
    .transform((value, context): Word => {
      const exact = byFold.get(value.toLowerCase());
      if (exact !== undefined) return exact;
      return refuse(context, "unknown-value", {
        value,
        allowed: words.join(", "),
        suggestion: closest(value, words) ?? "",
      });
    })
    .meta({ enum: [...words] });
}

const webAddress = /^https?:\/\/[^\s/?#]+\.[^\s]*$/u;

export const webUrl = z
  .string()
  .transform((value, context): string => {
    const isShort = value.length <= maxLetters.address;
    if (isShort && webAddress.test(value)) return value;
    return refuse(context, "bad-web-address", { value });
  })
  .meta({ pattern: "^https?://", maxLength: maxLetters.address });

/** A list, or a single item in place of a list of one; `most` is how many items it may have. */
export function listOf<Item extends z.ZodType>(item: Item, most: number = maxDataItems) {
  return z
    .preprocess((value, context) => {
      if (!Array.isArray(value)) return value === undefined ? value : [value];
      if (value.length <= most) return value;
      // None of the items is looked at, because each could have a problem of its own.
      return refuse(context, "list-too-long", { size: String(value.length), most: String(most) });
    }, z.array(item))
    .meta({ shortFor: "list", whole: item, most });
}

/** Deletes undefined fields from an object, so that an optional field is either there or not. */
export function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  for (const key of Object.keys(value) as (keyof T)[]) {
    if (value[key] === undefined) delete value[key];
  }
  return value as { [K in keyof T]: Exclude<T[K], undefined> };
}
