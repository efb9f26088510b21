import { escapeHtml } from "../text/escape-html.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { bullets } from "./typed-lists.ts";

/**
 * Reads a text file: paragraphs with empty lines between them or, without any, one on each line.
 * Lines that begin with a dash or with numbers in order are the items of a list.
 */
export function readPlainText(text: string): ImportedDocument {
  const clean = text.replaceAll(/\r\n?/gu, "\n").replace(/^\ufeff/u, "");
  const hasGaps = /\n[ \t]*\n\s*\S/u.test(clean.trim());
  const paragraphs = clean
    .split(hasGaps ? /\n(?:[ \t]*\n)+/u : "\n")
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  return { html: htmlOf(paragraphs.flatMap(piecesOf)), pictures: new Map(), notes: [] };
}

/** What may be an item of a list; `number` is 0 behind a dash. */
type Item = { readonly number: number; readonly text: string };
/** A paragraph, with its text as an item where it may be one. */
type Piece = { readonly text: string; readonly item?: Item };

const itemForm = new RegExp(String.raw`^\s*(?:[${bullets}*]|(\d{1,2})[.)])\s+(?=\S)`, "u");

/**
 * Cuts a paragraph before each line that may be an item; other lines belong to the one above them.
 */
function piecesOf(paragraph: string): Piece[] {
  const pieces: string[] = [];
  for (const line of paragraph.split("\n")) {
    if (pieces.length === 0 || itemForm.test(line)) pieces.push(line.trim());
    else pieces[pieces.length - 1] += ` ${line.trim()}`;
  }
  return pieces.map((text): Piece => {
    const [mark, number = "0"] = itemForm.exec(text) ?? [];
    if (mark === undefined) return { text };
    return { text, item: { number: Number(number), text: text.slice(mark.length) } };
  });
}

/**
 * Returns pieces as HTML. One line with a dash begins a remark, and one with a number a heading;
 * two make a list.
 */
function htmlOf(pieces: readonly Piece[]): string {
  const html: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const run = runAt(pieces, at);
    if (run.length < 2) {
      html.push(`<p>${escapeHtml(pieces[at]!.text)}</p>`);
      at += 1;
      continue;
    }
    const items = run.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join("");
    const { number } = run[0]!;
    html.push(number === 0 ? `<ul>${items}</ul>` : `<ol start="${number}">${items}</ol>`);
    at += run.length;
  }
  return html.join("\n");
}

/**
 * Returns the items from one piece on that go on with it: all with dashes, or each with the next
 * number.
 */
function runAt(pieces: readonly Piece[], from: number): Item[] {
  const run: Item[] = [];
  for (let at = from; at < pieces.length; at += 1) {
    const item = pieces[at]!.item;
    const last = run.at(-1);
    if (item === undefined) break;
    if (last && item.number !== (last.number === 0 ? 0 : last.number + 1)) break;
    run.push(item);
  }
  return run;
}
