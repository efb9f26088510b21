import { maxMarks } from "../limits.ts";

const stacked = new RegExp(String.raw`\p{M}{${maxMarks + 1}}`, "u");

/** Returns where a letter carries more marks than any writing needs; -1 for nowhere. */
export function stackedMarks(text: string): number {
  return text.length <= maxMarks ? -1 : text.search(stacked);
}

/**
 * Returns a text in NFC. One with stacked marks is returned as it is: to bring marks into order
 * takes time with the square of their number, minutes for a file full of them.
 */
export function compose(text: string): string {
  return stackedMarks(text) === -1 ? text.normalize("NFC") : text;
}
