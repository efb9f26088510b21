import { numberKey } from "./document-number.ts";

/** A number of a document as it stands in a text. */
export type CitedNumber = { readonly number: string; readonly offset: number };

/** A kind (QĐ, KL, NĐ, QĐi) and a body that issues (TW, T.Ư, ĐUK, UBND); both begin with capitals. */
const kind = String.raw`\p{Lu}{2,5}\p{Ll}?`;
const issuer = String.raw`\p{Lu}[\p{L}.]*(?:&\p{Lu}+|[-–]\p{Lu}[\p{L}\d]*)*(?<!\.)`;
/** Of the Party: `21-KL/TW`, `100 - KL/TW`; of the state: `30/2020/NĐ-CP`, `1436/QĐ-UBND`. Never `7/11` or `53/53`. */
const cited = new RegExp(
  String.raw`(?<![\p{L}\d/.,–-])\d{1,5}(?:\s?[-–]\s?${kind}\s?/\s?${issuer}|/(?:\d{4}/)?${kind}\s?[-–]\s?${issuer})`,
  "gu",
);

/** The full document numbers in a text, each once, in the order in which they stand. */
export function citedNumbers(text: string): CitedNumber[] {
  // Few articles hold one, and each has a stroke.
  if (!text.includes("/")) return [];
  const found = new Map<string, CitedNumber>();
  for (const { 0: number, index } of text.matchAll(cited)) {
    const key = numberKey(number);
    if (!found.has(key)) found.set(key, { number, offset: index });
  }
  return [...found.values()];
}
