import * as z from "zod";
import { type Day, parseDay } from "../day.ts";
import { maxDataItems, maxLetters } from "../limits.ts";
import { type Period, periodIn, readPeriod } from "../period.ts";
import type { MessageCode } from "../problems/messages.ts";
import { closest } from "../text/nearest.ts";
import { yesOrNoOf } from "../text/yes-or-no.ts";
import { dayIn, partialDayIn, spanIn } from "./meant-days.ts";

/**
 * The building blocks of our schemas. They take YAML scalars as the text that was written and turn
 * it into what the field means, so that each way of writing a value wrongly has its own message.
 */

export type Context = z.core.$RefinementCtx;

/**
 * Reports a problem of ours from inside a schema.
 *
 * @param offset where in the text it is, in UTF-16 units
 * @param items the items of a list that were meant, each as it should be written
 */
export function refuse(
  context: Context,
  code: MessageCode,
  args: Record<string, string>,
  offset = 0,
  items: readonly string[] = [],
): never {
  context.issues.push({
    code: "custom",
    message: code,
    params: { code, args, offset, items },
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
/** The name or the id of one unit. */
export const unitName = textUpTo(maxLetters.name);

export const day = dayOr("");

/**
 * The first or the last day of something that has both; whoever writes both into one is told so.
 * The key `to` is meant for the last day.
 */
export const dayOfSpan = dayOr("to");

/** "Until now", which is said by leaving the end out. */
const untilNow = /^(?:(?:cho\s+)?đến\s+|tới\s+)?(?:hiện\s+)?(?:nay|tại|giờ)$/iu;

function dayOr(keyOfLast: string) {
  return z
    .string()
    .transform((value, context): Day => {
      if (value === "") return refuse(context, "empty-value", {});
      const read = parseDay(value);
      if (read !== undefined) return read;
      const span = spanIn(value);
      if (span !== undefined) {
        const suggestion = keyOfLast && `${keyOfLast}: ${span.to}`;
        return refuse(context, "date-span", { value, ...span, suggestion });
      }
      const [, before, century] = /^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})$/u.exec(value) ?? [];
      if (before !== undefined)
        return refuse(context, "short-year", { value, fixed: `${before}20${century}` });
      const isDate = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{1,2}-\d{1,2})$/u.test(value);
      if (isDate) return refuse(context, "impossible-date", { value });
      return refuse(context, "bad-date", { value, suggestion: dayIn(value) });
    })
    .meta({ pattern: String.raw`^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$` });
}

/** A year, a month or a day: `2010`, `2010-07`, `2010-07-01`, `1/7/2010`. */
export const partialDay = partialDayOr(/(?!)/u);

/** The end of something, which has none while it goes on: the words for that have advice. */
export const partialEnd = partialDayOr(untilNow);

/** @param none matches what stands for no day at all */
function partialDayOr(none: RegExp) {
  return z
    .string()
    .transform((value, context): string => {
      if (value === "") return refuse(context, "empty-value", {});
      if (none.test(value)) return refuse(context, "until-now", { value });
      if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(value)) return value;
      return (
        parseDay(value) ??
        refuse(context, "bad-partial-date", { value, suggestion: partialDayIn(value) })
      );
    })
    .meta({ type: ["string", "integer"] });
}

export const year = z
  .string()
  .transform((value, context): number => {
    if (value === "") return refuse(context, "empty-value", {});
    const read = Number(value);
    if (/^\d{4}$/u.test(value) && isYear(read)) return read;
    const [only, ...more] = yearsIn(value);
    const suggestion = more.length > 0 ? "" : String(only ?? "");
    return refuse(context, "bad-year", { value, suggestion });
  })
  .meta({ type: "integer", minimum: 1930, maximum: 2100 });

/** `2021`, or both ends of a span: `2017-2021`. */
export const yearSpan = z
  .string()
  .transform((value, context): { from: number; to: number } => {
    if (value === "") return refuse(context, "empty-value", {});
    const match = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/u.exec(value);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (match && isYear(from) && isYear(to) && from <= to) return { from, to };
    const named = yearsIn(value);
    const isSpan = named.length <= 2 && named.every((year, at) => at === 0 || named[0]! < year);
    const suggestion = isSpan ? named.join("-") : "";
    return refuse(context, "bad-year-span", { value, suggestion });
  })
  .meta({ type: ["integer", "string"], pattern: String.raw`^\d{4}\s*[-–]\s*\d{4}$` });

function isYear(year: number): boolean {
  return year >= 1930 && year <= 2100;
}

/** Returns the years that a text names, in its order: 2024 for `năm 2024`. */
function yearsIn(text: string): number[] {
  return (text.match(/(?<!\d)\d{4}(?!\d)/gu) ?? []).map(Number).filter(isYear);
}

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
    (value, context): boolean =>
      yesOrNoOf(value) ??
      refuse(context, value === "" ? "empty-value" : "bad-yes-or-no", { value }),
  )
  .meta({ type: ["boolean", "string"], enum: [true, false, "có", "không"] });

/**
 * One of a fixed list of Vietnamese words; case and the place of tone marks do not matter.
 *
 * @param meant returns the word that somebody means by another way of saying it
 * @param more returns other keys, with their values, that the same text has said
 */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  meant: (written: string) => Word | undefined = () => undefined,
  more: (written: string) => readonly string[] = () => [],
) {
  const byFold = new Map(words.map((word) => [word.toLowerCase(), word]));
  return z
    .string()
    .transform((value, context): Word => {
      if (value === "") return refuse(context, "empty-value", {});
      const exact = byFold.get(value.toLowerCase());
      if (exact !== undefined) return exact;
      return refuse(context, "unknown-value", {
        value,
        allowed: words.join(", "),
        suggestion: meant(value) ?? closest(value, words) ?? "",
        more: more(value).join("; "),
      });
    })
    .meta({ enum: [...words] });
}

const webAddress = /^https?:\/\/[^\s/?#]+\.[^\s]*$/u;

export const webUrl = z
  .string()
  .transform((value, context): string => {
    if (value === "") return refuse(context, "empty-value", {});
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
