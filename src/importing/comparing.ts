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
  for (const word of wordsIn(draft)) kept.set(word, (kept.get(word) ?? 0) + 1);
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
  return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.map((word) => fold(word)) ?? [];
}

function textBetweenTags(html: string): string {
  const shown = [
    ["<!--", "-->"],
    ["<script", "</script>"],
    ["<style", "</style>"],
  ].reduce((text, [from = "", to = ""]) => cutBetween(text, from, to), html);
  const inline = /<\/?(?:b|strong|i|em|u|span|font|a|sup|sub|mark|small)(?:\s[^<>]*)?>/giu;
  const plain = shown
    .replaceAll(/\[\/?[a-z][\w-]*(?:\s[^\][]*)?\]/gu, " ")
    .replaceAll(inline, "")
    .replaceAll(/<[^<>]*>/gu, " ")
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|\w{1,8});/giu, (_, ten, hex) => {
      const code = ten ?? (hex === undefined ? 32 : Number.parseInt(hex, 16));
      return code <= 0x10_ff_ff ? String.fromCodePoint(Number(code)) : " ";
    });
  return compose(plain);
}

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
      return rows >= 2 && cells >= 2 * rows && !/<img[\s]/iu.test(table);
    }).length;
}
