import { codePoint, type Deception, shown, type Where } from "./deception.ts";

const rightToLeft = String.raw`[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]`;
/** Digits behind a word that runs to the left jump before it, unless a Latin letter is between. */
const inBody = new RegExp(
  String.raw`(?<!${rightToLeft})${rightToLeft}+(?!${rightToLeft})(?:(?![\p{L}--${rightToLeft}]|\n)[\s\S]){0,80}?\d`,
  "gv",
);
const elsewhere = new RegExp(`${rightToLeft}+`, "gv");

/**
 * Finds writing from right to left where it changes the order of what is around it (UAX #9): in a
 * body only before digits, elsewhere always.
 */
export function* turnedLines(text: string, where: Where): Generator<Deception> {
  for (const { 0: run, index } of text.matchAll(where === "body" ? inBody : elsewhere)) {
    const args = { value: shown(run), code: codePoint(run) };
    yield { code: "text-turns", index, length: run.length, args };
  }
}
