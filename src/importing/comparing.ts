import { compose } from "../text/compose.ts";
import { fold } from "../text/vietnamese.ts";

/*
 * How much of a text came over. It is counted in a way of its own, by the letters between the tags
 * of the source, so that a fault of the importer cannot hide in it.
 */

/** What of a source is not in a draft. */
export type Losses = {
  readonly words: number;
  /** Words of the source that the draft does not have, in order; each as often as it is missing. */
  readonly missing: readonly string[];
  readonly tables: number;
  readonly missingTables: number;
};

/** Compares the HTML of a source with the whole text of a draft. */
export function lossesOf(html: string, draft: string): Losses {
  const source = wordsIn(textBetweenTags(html));
  const kept = new Map<string, number>();
  // What is raised or lowered without a letter of its own: `^(super)`.
  const plain = draft.replaceAll(/[\^_]\(([^()\n]*)\)/gu, "$1");
  for (const word of wordsIn(plain)) kept.set(word, (kept.get(word) ?? 0) + 1);
  const missing = source.filter((word) => {
    const left = kept.get(word) ?? 0;
    kept.set(word, left - 1);
    return left <= 0;
  });
  const tables = dataTables(html);
  const drawn = Array.from(draft.matchAll(/^[> \t]*\|(?:\s*:?-+:?\s*\|)+$/gmu)).length;
  return {
    words: source.length,
    missing,
    tables,
    missingTables: Math.max(0, tables - drawn),
  };
}

/** Returns the words of a text; signs of Markdown and of punctuation are none. */
function wordsIn(text: string): string[] {
  // Raised and lowered digits are digits.
  const plain = text.replaceAll(/[⁰¹²³⁴-⁹₀-₉]/gu, (digit) => digit.normalize("NFKC"));
  return plain.match(/[\p{L}\p{N}\p{M}]+/gu)?.map((word) => fold(word)) ?? [];
}

function textBetweenTags(html: string): string {
  const shown = [
    ["<!--", "-->"],
    ["<script", "</script>"],
    ["<style", "</style>"],
  ].reduce((text, [from = "", to = ""]) => cutBetween(text, from, to), html);
  const inline = /<\/?(?:b|strong|i|em|u|span|font|a|sup|sub|mark|small)(?:\s[^<>]*)?>/giu;
  const plain = shown
    .replaceAll(fileButton, "</a> ")
    .replaceAll(noteSign, " ")
    // Links beside each other are words beside each other.
    .replaceAll(/<\/a>(?=<a\s)/giu, "</a> ")
    .replaceAll(/\[\/?[a-z][\w-]*(?:\s[^\][]*)?\]/gu, " ")
    .replaceAll(inline, "")
    .replaceAll(/<[^<>]*>/gu, " ")
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|\w{1,8});/giu, (_, ten, hex) => {
      const code = ten ?? (hex === undefined ? 32 : Number.parseInt(hex, 16));
      return code <= 0x10_ff_ff ? String.fromCodePoint(Number(code)) : " ";
    });
  return compose(plain);
}

/** The button that WordPress has beside each link to a file, and that leads to the same file. */
const fileButton = /<\/a>\s{0,9}<a\s[^<>]*wp-block-file__button[^<>]*>[^<]*<\/a>/giu;

/** The number of a note, which our articles count anew. */
const noteSign = /<sup\s[^<>]*data-fn[^<>]*>(?:<a\s[^<>]*>)?[^<>]*(?:<\/a>)?<\/sup>/giu;

function cutBetween(text: string, from: string, to: string): string {
  const [before = "", ...rest] = text.split(from);
  return (
    before +
    rest
      .map((part) => {
        const end = part.indexOf(to);
        return end === -1 ? "" : part.slice(end + to.length);
      })
      .join(" ")
  );
}

/** Counts the tables that are more than a frame around a picture: two rows and two columns. */
function dataTables(html: string): number {
  return html
    .split(/<table[\s>]/iu)
    .slice(1)
    .filter((part) => {
      const table = part.split(/<\/table/iu)[0]!;
      const cells = table.match(/<t[dh][\s>]/giu)?.length ?? 0;
      const rows = table.match(/<tr[\s>]/giu)?.length ?? 0;
      // Merged cells leave some rows with one.
      return rows >= 2 && cells > rows && !/<img[\s]/iu.test(table);
    }).length;
}
