/*
 * The mark that stands in an imported text for what could not be brought over, at the place where
 * it was: `[Chưa lấy được: biểu đồ “Số đảng viên”]`. It is plain text, so that it survives every
 * editor and nobody overlooks it, and each one is a warning until its writer has dealt with it.
 */

const opening = "Chưa lấy được: ";

/** In UTF-16 units. What is quoted must be found again in the source, not read in the mark. */
const longestQuote = 80;

/** Matches the marks of a text, as it is or as Markdown that escapes every bracket. */
export const leftOutForm = /\\?\[Chưa lấy được: [^\][\n\\]*(?:\\[^\][\n][^\][\n\\]*)*\\?\]/gu;

/**
 * Returns the mark for something, in words that a writer understands: `biểu đồ`, `ảnh a.emf`. It
 * goes into the text of a document at the place of what it names.
 */
export function leftOut(what: string): string {
  const inside = what.replaceAll("[", "(").replaceAll("]", ")").replaceAll("\\", "/");
  return `[${opening}${inside.replaceAll(/\s+/gu, " ").trim()}]`;
}

/** Returns words in quotation marks for use in a mark, cut where they are long. */
export function quoted(words: string, most = longestQuote): string {
  const plain = words.replaceAll(/\s+/gu, " ").trim();
  return `“${plain.length <= most ? plain : `${plain.slice(0, most).trimEnd()}…`}”`;
}

/** Returns what the marks of a text name, in order. */
export function leftOutIn(text: string): string[] {
  return Array.from(text.matchAll(leftOutForm), ([mark]) =>
    mark
      .replace(/^\\?\[/u, "")
      .slice(opening.length)
      .replace(/\\?\]$/u, "")
      .replaceAll("\\", ""),
  );
}

/** Returns a text without its marks. */
export function withoutLeftOut(text: string): string {
  return text.replaceAll(leftOutForm, " ").replaceAll(/ {2,}/gu, " ").trim();
}

/** Returns Markdown with the brackets of its marks, and signs within words, as they are. */
export function unescapedLeftOut(markdown: string): string {
  return markdown.replaceAll(leftOutForm, (mark) =>
    mark
      .replace(/^\\\[/u, "[")
      .replace(/\\\]$/u, "]")
      .replaceAll(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_"),
  );
}
