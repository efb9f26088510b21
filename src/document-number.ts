import { fold } from "./vietnamese.ts";

/** One key for the ways in which people type a document's number: `25 – QĐ/ĐUK` as `25-qd/duk`. */
export function numberKey(number: string): string {
  return fold(number).replaceAll(/\s+/gu, "").replaceAll("–", "-");
}
