/** A line of a file with a mark under the place that a problem is about. */
export type Excerpt = {
  readonly line: string;
  /** Blanks up to the place, then a `^` under each letter of it. */
  readonly marks: string;
};

/**
 * At most this many UTF-16 code units of a line are shown, because a whole paragraph of Markdown is
 * one line.
 */
const widest = 96;

/**
 * Cuts a place and its surroundings out of a line.
 *
 * @param column counts from 1, in UTF-16 code units
 * @param about what was written there, if that is known; the mark is as long
 */
export function excerptOf(line: string, column: number, about = ""): Excerpt {
  const at = Math.min(column - 1, line.length);
  const length = lengthOf(line.slice(at), about);
  const from = line.length <= widest ? 0 : startOf(line, at);
  const to = Math.min(line.length, from + widest);
  const shown = (from > 0 ? "…" : "") + line.slice(from, to) + (to < line.length ? "…" : "");
  const before = (from > 0 ? "…" : "") + line.slice(from, at);
  return {
    line: visible(shown),
    marks: `${blanks(visible(before))}${"^".repeat(Math.max(1, Math.min(length, to - at)))}`,
  };
}

/**
 * Returns where an excerpt begins. A third of it is before the place, and no word is cut at its
 * start.
 */
function startOf(line: string, at: number): number {
  const wanted = Math.max(0, Math.min(at - Math.floor(widest / 3), line.length - widest));
  const space = line.indexOf(" ", wanted);
  return wanted === 0 || space === -1 || space >= at ? wanted : space + 1;
}

/** Returns the length of what was written, with its quotation marks if it has any. */
function lengthOf(text: string, about: string): number {
  if (about === "") return 1;
  if (text.startsWith(about)) return about.length;
  return /^["']/u.test(text) && text.startsWith(about, 1) ? about.length + 2 : 1;
}

/**
 * Makes every character of a text visible, because one without a width would shift what comes after
 * it.
 */
export function visible(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "�");
}

/** Returns blanks as wide as a text; combining marks take no room. */
function blanks(text: string): string {
  return text.replaceAll(/\p{M}/gu, "").replaceAll(/./gu, " ");
}
