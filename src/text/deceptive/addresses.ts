/** Addresses in Markdown: targets of links, definitions of links, and bare ones. */
const inBody =
  /(?<=\]\()[^\s)]+|(?<=^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]{0,9})\S+|https?:\/\/[^\s)\]>]+/gmu;
/** The values of keys for addresses. */
const inHead = /(?<=\burl:[ \t]{1,9}["']?)https?:\/\/[^\s"']+/gu;

/**
 * Returns a text of the same length with blanks in place of addresses, which have rules of their
 * own and are no words.
 */
export function withoutAddresses(text: string, where: "head" | "body"): string {
  if (!text.includes(where === "head" ? "url:" : "]") && !text.includes("://")) return text;
  return text.replaceAll(where === "head" ? inHead : inBody, (one) => " ".repeat(one.length));
}
