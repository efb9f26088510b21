import { maxMarks } from "../limits.ts";

const stacked = new RegExp(String.raw`\p{M}{${maxMarks + 1}}`, "u");
/** A mark, or half of one in UTF-16. */
const markUnit = /[\p{M}\p{Cs}]/u;

/** Returns where a letter carries more marks than any writing needs; -1 for nowhere. */
export function stackedMarks(text: string): number {
  // A pile that is too high has every 501st unit of the text in it, wherever it begins.
  for (let at = maxMarks; at < text.length; at += maxMarks + 1)
    if (markUnit.test(text[at]!)) return text.search(stacked);
  return -1;
}

/**
 * Returns a text in NFC. One with stacked marks is returned as it is: to bring marks into order
 * takes time with the square of their number, minutes for a file full of them.
 */
export function compose(text: string): string {
  return stackedMarks(text) === -1 ? text.normalize("NFC") : text;
}
