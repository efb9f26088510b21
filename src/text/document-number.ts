import { compose } from "./compose.ts";
import { fold } from "./vietnamese.ts";

/**
 * Returns one key for all the ways in which people type a document's number: `25 – QĐ/ĐUK` becomes
 * `25-qd/duk`. Trung ương is written TW, T.W, T.Ư or TƯ, and 05 is 5. Folding alone would turn TƯ
 * into TU, which is a Tỉnh ủy, and two documents into one.
 */
export function numberKey(number: string): string {
  return fold(compose(number).replaceAll(/T\.?\s?[ƯW](?!\p{L})/giu, "TW"))
    .replaceAll(/\s+/gu, "")
    .replaceAll(/\p{Pd}/gu, "-")
    .replace(/^0+(?=\d)/u, "");
}
