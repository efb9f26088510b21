import { fold } from "./vietnamese.ts";

/**
 * One key for the ways in which people type a document's number: `25 – QĐ/ĐUK` as `25-qd/duk`.
 * Trung ương is written TW, T.W, T.Ư and TƯ, and 05 is 5. Folding alone would make TƯ of it the TU of a Tỉnh ủy, and of
 * two documents one.
 */
export function numberKey(number: string): string {
  return fold(number.normalize("NFC").replaceAll(/T\.?\s?[ƯW](?!\p{L})/giu, "TW"))
    .replaceAll(/\s+/gu, "")
    .replaceAll(/\p{Pd}/gu, "-")
    .replace(/^0+(?=\d)/u, "");
}
