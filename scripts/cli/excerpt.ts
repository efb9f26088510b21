/** A line of a file with a mark under the place that a problem is about. */
export type Excerpt = {
  readonly line: string;
  /** Blanks up to the place, then a mark under each letter of it. */
  readonly marks: string;
};

/** So much of a line is shown: a paragraph of Markdown is one line. */
const widest = 96;

/**
 * Cuts the surroundings of a place out of a line.
 *
 * @param column counts from 1, in UTF-16 units
 * @param about what was written there, where that is known; the mark is as long
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

/** A third of the room stands before the place; no word is cut there. */
function startOf(line: string, at: number): number {
  const wanted = Math.max(0, Math.min(at - Math.floor(widest / 3), line.length - widest));
  const space = line.indexOf(" ", wanted);
  return wanted === 0 || space === -1 || space >= at ? wanted : space + 1;
}

/** Between quotation marks as well as without. */
function lengthOf(text: string, about: string): number {
  if (about === "") return 1;
  if (text.startsWith(about)) return about.length;
  return /^["']/u.test(text) && text.startsWith(about, 1) ? about.length + 2 : 1;
}

/** A text in which every character can be seen: those without a width would shift what stands behind them. */
export function visible(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "�");
}

/** As wide as a text: marks above and below letters take no room. */
function blanks(text: string): string {
  return text.replaceAll(/\p{M}/gu, "").replaceAll(/./gu, " ");
}
