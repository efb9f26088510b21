import { numberKey } from "./document-number.ts";

/** A document number as it is written in a text, and its offset there in UTF-16 units. */
export type CitedNumber = { readonly number: string; readonly offset: number };

/**
 * A kind of document (QĐ, KL, NĐ, QĐi) and the body that issues it (TW, T.Ư, ĐUK, UBND); both begin
 * with capitals.
 */
const kind = String.raw`\p{Lu}{2,5}\p{Ll}?`;
const issuer = String.raw`\p{Lu}[\p{L}.]*(?:&\p{Lu}+|[-–]\p{Lu}[\p{L}\d]*)*(?<!\.)`;
/**
 * Numbers of the Party: `21-KL/TW`, `100 - KL/TW`; of the state: `30/2020/NĐ-CP`, `1436/QĐ-UBND`.
 * Never `7/11` or `53/53`.
 */
const cited = new RegExp(
  String.raw`(?<![\p{L}\d/.,–-])\d{1,5}(?:\s?[-–]\s?${kind}\s?/\s?${issuer}|/(?:\d{4}/)?${kind}\s?[-–]\s?${issuer})`,
  "gu",
);

/** Finds the full document numbers in a text, each once, in the order of the text. */
export function citedNumbers(text: string): CitedNumber[] {
  // Few articles hold a number, and every number has a slash.
  if (!text.includes("/")) return [];
  const found = new Map<string, CitedNumber>();
  for (const { 0: number, index } of text.matchAll(cited)) {
    const key = numberKey(number);
    if (!found.has(key)) found.set(key, { number, offset: index });
  }
  return [...found.values()];
}
