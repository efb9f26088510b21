import * as z from "zod";
import { maxLetters } from "../limits.ts";
import type { MessageCode } from "../problems/messages.ts";
import { type Bound, bounds, type Quantity } from "../quantity.ts";
import { ordinalOf, romanValue } from "../text/ordinals.ts";
import { type Context, refuse } from "./schema.ts";

/*
 * The building blocks of schemas for numbers. YAML would guess at each of them, so all are read
 * from the text; advice on a wrong one keeps the words around the number.
 */

/** A whole number of at least 1, written with digits only. */
export const whole = z
  .string()
  .transform((value, context): number =>
    value === "0"
      ? refuse(context, "count-not-whole", { value, suggestion: "" })
      : numberOf(value, context, wholes),
  )
  .meta({ type: "integer", minimum: 1 });

/** A number with "." before decimals, as YAML wants it. */
export const decimal = z
  .string()
  .transform((value, context): number => numberOf(value, context, decimals))
  .meta({ type: "number" });

/**
 * How many: a whole number, 0 included, or one that the source states roughly (`khoảng 30`,
 * `30-35`).
 */
export const wholeQuantity = z
  .string()
  .transform((value, context) => quantityOf(value, context, counts()))
  .meta({ type: ["integer", "string"] });

/** How many as `wholeQuantity` has it, or a word that says that the source gives no number. */
export function wholeQuantityOr<const Word extends string>(word: Word) {
  const numbers = counts(word);
  return z
    .string()
    .transform((value, context): Quantity | Word =>
      value.toLowerCase() === word ? word : quantityOf(value, context, numbers),
    )
    .meta({ type: ["integer", "string"] });
}

/** A whole number of at least 1, or all from one to another: `30-75`. */
export const wholeSpan = z
  // A list is refused as the text that people write in its place.
  .preprocess((value) => (Array.isArray(value) ? value.join(", ") : value), z.string())
  .transform((value, context): { from: number; to: number } => {
    if (value === "0") return refuse(context, "count-not-whole", { value, suggestion: "" });
    if (/^\d+(?:\s*(?:[,;+]|và)\s*\d+)+(?:\s*năm)?$/u.test(value)) {
      const steps = value.match(/\d+/gu)!.map(Number);
      const fixed = `${Math.min(...steps)}-${Math.max(...steps)}`;
      return refuse(context, "steps-listed", { value, fixed });
    }
    const { value: from, to = from, bound } = quantityOf(value, context, wholes);
    if (bound === undefined) return { from, to };
    return refuse(context, "count-not-whole", { value, suggestion: String(from) });
  })
  .meta({ type: ["integer", "string"], pattern: String.raw`^\d+\s*[-–]\s*\d+$` });

/** How much: a number as `decimal` has it, or one that the source states roughly. */
export const decimalQuantity = z
  .string()
  .transform((value, context) => quantityOf(value, context, decimals))
  // A decimal comma would be a text.
  .meta({ type: ["number", "string"], pattern: "^[^,]*$" });

/** A sort of numbers: how one is read, and what is said of a text that is none. */
type Numbers = {
  readonly read: (written: string) => number | undefined;
  readonly otherwise: "count-not-whole" | "bad-count" | "number-not";
  readonly args?: Readonly<Record<string, string>>;
};

const wholes: Numbers = { read: wholeIn, otherwise: "count-not-whole" };
const decimals: Numbers = { read: decimalIn, otherwise: "number-not" };

/** @param word what may be written in place of a number, if anything */
function counts(word = ""): Numbers {
  return { read: wholeIn, otherwise: "bad-count", args: { word } };
}

function wholeIn(written: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/u.test(written) ? Number(written) : undefined;
}

function decimalIn(written: string): number | undefined {
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+$/u.test(written)) return undefined;
  return /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,9})?$/u.test(written) ? Number(written) : undefined;
}

/** A quantity in words as people write it; what it is measured in is not part of it. */
const form = new RegExp(
  String.raw`^(?:từ\s+(?=.*(?:[-–]|đến|tới)))?(?:(?<bound>${bounds.join("|")})\s+)?(?:từ\s+)?` +
    String.raw`(?<low>-?\d[\d.,]*)(?:\s*(?:[-–]|đến|tới)\s*(?<high>\d[\d.,]*))?\s*(?<measure>%|\p{L}[^\d]*)?$`,
  "iu",
);

/** Other ways of saying that a number is rough, and the word that a quantity has for each. */
const otherBounds: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:~|≈|±|(?:vào\s+)?khoảng\s+(?:chừng|độ)|(?:vào|ước|áng)(?:\s+(?:chừng|khoảng|tính))*|xấp\s+xỉ|chừng|tầm|độ|cỡ|trên\s+dưới|(?:hơn|gần)\s+kém)\s*(?=\d)/iu,
    "khoảng ",
  ],
  [/^(?:lên\s+đến|lên\s+tới|cao\s+nhất)\s*(?=\d)/iu, "nhiều nhất "],
  [/^(?:ngót(?:\s+nghét)?|non|gần\s+(?:đến|tới|như))\s+(?=\d)/iu, "gần "],
  [/^(?:quá|>)\s*(?=\d)/iu, "hơn "],
  [/^(?:<|chưa\s+(?:đến|tới)|không\s+đến)\s*(?=\d)/iu, "dưới "],
  [/^(?:tối\s+thiểu|không\s+dưới|≥)\s*(?=\d)/iu, "ít nhất "],
  [/^(?:tối\s+đa|không\s+quá|≤)\s*(?=\d)/iu, "nhiều nhất "],
  [/^(?:từ\s+)?(?=\d[\d.,]*\s*(?:\+|(?:[%\p{L}][^\d]*\s)?(?:trở|đổ)\s+lên)$)/iu, "ít nhất "],
  [
    /^(?:từ\s+)?(?=\d[\d.,]*\s*(?:[%\p{L}][^\d]*\s)?(?:(?:trở|đổ)\s+xuống|đổ\s+lại)$)/iu,
    "nhiều nhất ",
  ],
];

const behindBound = /\s*(?:\+|(?:trở|đổ)\s+(?:lên|xuống)|đổ\s+lại)$/iu;

/** Returns a quantity in the words that there are for it; undefined where it has others already. */
function inOwnWords(written: string): string | undefined {
  if (written.length > maxLetters.name) return undefined;
  const [start, word] = otherBounds.find(([start]) => start.test(written)) ?? [];
  return start && written.replace(start, word!).replace(behindBound, "");
}

function quantityOf(written: string, context: Context, numbers: Numbers): Quantity {
  const meant = inOwnWords(written);
  const { bound, low, high, measure } = form.exec(meant ?? written)?.groups ?? {};
  if (low === undefined || isTime(written)) return { value: numberOf(written, context, numbers) };
  const texts = high === undefined ? [low] : [low, high];
  const isBoth = bound !== undefined && high !== undefined;
  if (meant !== undefined || measure !== undefined || isBoth) {
    const number = texts.map((text) => rightForm(text, numbers)).join("-");
    const isClear = !number.includes("?");
    const suggestion = [high === undefined ? bound : undefined, number].filter(Boolean).join(" ");
    return refuse(context, numbers.otherwise, {
      ...numbers.args,
      value: written,
      suggestion: isClear ? suggestion : "",
      measure: measure ?? "",
    });
  }
  const [value, to] = texts.map(numbers.read);
  if (value === undefined || (high !== undefined && to === undefined))
    return refuseWithin(written, texts, context, numbers);
  if (to !== undefined)
    return value < to ? { value, to } : refuse(context, "bad-range", { value: written });
  return bound === undefined ? { value } : { value, bound: bound.toLowerCase() as Bound };
}

/** Returns a number as it should be written; `?` for one that may mean two. */
function rightForm(text: string, numbers: Numbers): string {
  if (numbers.read(text) !== undefined) return text;
  const { fixes = {} } = faultOf(text, numbers);
  return fixes.fixed ?? "?";
}

/** Reports the first number of a quantity that is not in order; the advice is the whole text. */
function refuseWithin(
  written: string,
  texts: readonly string[],
  context: Context,
  numbers: Numbers,
): never {
  const wrong = texts.findIndex((text) => numbers.read(text) === undefined);
  const { code, args, fixes = {} } = faultOf(texts[wrong]!, numbers);
  const places = texts.map((text, at) =>
    at === 0 ? written.indexOf(text) : written.lastIndexOf(text),
  );
  const whole = (key: string) => {
    let text = written;
    for (const [at, one] of [...texts.entries()].reverse()) {
      if (numbers.read(one) !== undefined) continue;
      const { fixes: own = {} } = faultOf(one, numbers);
      const right = own[key] ?? own.fixed ?? own.whole ?? one;
      text = text.slice(0, places[at]) + right + text.slice(places[at]! + one.length);
    }
    return text;
  };
  const inText = Object.fromEntries(Object.keys(fixes).map((key) => [key, whole(key)]));
  return refuse(context, code, { ...args, ...inText }, places[wrong]);
}

function numberOf(written: string, context: Context, numbers: Numbers): number {
  const number = numbers.read(written);
  if (number !== undefined) return number;
  const { code, args, fixes } = faultOf(written, numbers);
  return refuse(context, code, { ...args, ...fixes });
}

type Fault = {
  readonly code: MessageCode;
  readonly args: Readonly<Record<string, string>>;
  /** What to write in place of the number, by the name that the message has for it. */
  readonly fixes?: Readonly<Record<string, string>>;
};

/** Says what is wrong with a text that is no number of its sort. */
function faultOf(value: string, { otherwise, args = {} }: Numbers): Fault {
  const digits = value.replaceAll(".", "");
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+$/u.test(value)) {
    // With a second point it can only be a whole number.
    return otherwise === "number-not" && /^[^.]*\.[^.]*$/u.test(value)
      ? {
          code: "number-ambiguous",
          args: { value },
          fixes: { whole: digits, fraction: `${value}0` },
        }
      : { code: "number-grouped", args: { value }, fixes: { fixed: digits } };
  }
  if (otherwise === "number-not" && /^[1-9]\d{0,2},\d{3}$/u.test(value)) {
    // People who learnt from English programs group thousands by commas.
    const fraction = `${value.replace(",", ".")}0`;
    const fixes = { whole: value.replace(",", ""), fraction };
    return { code: "number-ambiguous", args: { value }, fixes };
  }
  if (otherwise === "number-not" && /^-?\d{1,3}(?:\.\d{3})*,\d+$/u.test(value))
    return { code: "number-comma", args: { value }, fixes: { fixed: digits.replace(",", ".") } };
  if (/^0+[1-9]\d*$/u.test(value)) {
    const fixed = value.replace(/^0+/u, "");
    return { code: "number-leading-zero", args: { value }, fixes: { fixed } };
  }
  if (isTime(value)) return { code: "number-time", args: { value } };
  const isUnknown = /^(?:không|chưa)\s+(?:rõ|nêu|biết)/iu.test(value);
  const suggestion = isUnknown ? (args.word ?? "") : numberMeant(value);
  return {
    code: value === "" ? "empty-value" : otherwise,
    args: { ...args, value, suggestion, measure: "" },
  };
}

function isTime(written: string): boolean {
  return /^\d{1,2}[:h]\d{2}$/u.test(written);
}

/** Words before a number that leave it as exact as it is alone. */
const sayNothing =
  /^(?:(?:lần|thứ|có|đủ|đúng|cả|tổng|số|lượng|là|gồm|tất|tổng\s+cộng|tập|mốc|mức|năm|đạt|được|kỳ|họp|phiên|hội\s+nghị|đại\s+hội|huy\s+hiệu|đảng)(?:\s+|$|:\s*))*$/iu;

/** Returns the one number that a text names: `11` for `lần thứ 11`, `mười một`, `XI`. */
function numberMeant(written: string): string {
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/u.test(written)) return written.replaceAll(",", "");
  const [, before = "", digits] =
    /^([^\d.,/-]*)(?<!\d)([1-9]\d{0,8})(?:\s+\p{L}[^\d]*)?$/u.exec(written) ?? [];
  // Any other word before a number may say that it is not exact.
  if (digits !== undefined && sayNothing.test(before.trim())) return digits;
  const word = written.replace(/^lần\s+/iu, "").replace(/^thứ\s+/iu, "");
  return String(romanValue(word) ?? ordinalOf(word) ?? "");
}
