import { fold } from "../text/vietnamese.ts";

/** Returns letters and digits only, without tone marks: what two spellings of a title share. */
export function titleKey(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
