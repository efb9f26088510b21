import type { Token } from "markdown-it";
import { lineIndex, startsIn } from "../problems/line-table.ts";
import { lazily } from "../work/once.ts";
import { linkStart } from "./markdown.ts";

/*
 * Where links are in the source of a body. Markdown-it keeps the lines of a block, and our reader
 * (markdown.ts) the offset of each link in the text of its block; what is between is found here.
 */

/** A part of the source that begins with a link and ends with the block, or before the next one. */
type Span = { readonly from: number; readonly to: number };

/**
 * Makes a function that returns the offset of a link in the source of a body, or of the first of
 * some texts that is in the link. It remembers the last block, because links come block by block.
 */
export function newLinkPlaces(
  body: string,
): (open: Token, block: Token, needles: readonly string[]) => number {
  const lineStarts = lazily(() => startsIn(body));
  let last: { readonly block: Token; readonly spans: ReadonlyMap<Token, Span> } | undefined;
  // Cells of a row share their line, from left to right.
  let row: Token["map"] = null;
  let cell = 0;
  return (open, block, needles) => {
    if (last?.block !== block) {
      const lines = lineStarts();
      const from = row !== null && block.map === row ? cell : 0;
      const [toSource, end] = newSourceOf(block, body, lines, from);
      row = block.map;
      cell = end - (lines[block.map?.[0] ?? 0] ?? 0);
      last = { block, spans: spansOf(block, toSource, end) };
    }
    const { from, to } = last.spans.get(open)!;
    const text = body.slice(from, to);
    for (const needle of needles) {
      const at = needle === "" ? -1 : text.indexOf(needle);
      if (at !== -1) return from + at;
    }
    return from;
  };
}

/**
 * Makes a function from offsets in the text of a block to those in the source, which has marks of
 * lists and quotations before each line; with the end of the block.
 *
 * @param column where to look from in the first line
 */
function newSourceOf(
  { content, map }: Token,
  body: string,
  lines: readonly number[],
  column: number,
): [toSource: (index: number) => number, end: number] {
  const starts = startsIn(content);
  let known = -1;
  let shift = 0;
  let bars: readonly number[] = [0];
  const toSource = (index: number): number => {
    const line = lineIndex(starts, index);
    if (line !== known) {
      known = line;
      const start = starts[line]!;
      const written = content.slice(start, (starts[line + 1] ?? content.length + 1) - 1);
      const inSource = lines[(map?.[0] ?? 0) + line] ?? body.length;
      const source = body.slice(
        inSource,
        (lines[(map?.[0] ?? 0) + line + 1] ?? body.length + 1) - 1,
      );
      const text = written.trimStart();
      const indent = written.length - text.length;
      const from = line === 0 ? column : 0;
      let at = source.indexOf(text, from);
      bars = [0];
      if (at === -1 && text.includes("|")) {
        // In a cell, the backslash before a bar is no part of the text.
        at = source.indexOf(text.replaceAll("|", "\\|"), from);
        bars = [0, ...text.matchAll(/\|/gu).map((bar) => start + indent + bar.index + 1)];
      }
      shift = inSource + Math.max(0, at) - start - indent;
    }
    return index + shift + lineIndex(bars, index);
  };
  return [toSource, toSource(content.length)];
}

function spansOf(
  { content, children }: Token,
  toSource: (index: number) => number,
  end: number,
): Map<Token, Span> {
  const links: { readonly open: Token; readonly from: number }[] = [];
  let after = 0;
  for (const [index, open] of (children ?? []).entries()) {
    if (open.type !== "link_open") continue;
    let at = linkStart(open);
    if (at === undefined) {
      // A bare address that was found in the text; when one is not found, no other is looked for.
      at = after === content.length ? -1 : content.indexOf(children![index + 1]!.content, after);
      after = at === -1 ? content.length : at;
    }
    if (at !== -1) after = at + 1;
    links.push({ open, from: toSource(Math.min(after - 1, content.length)) });
  }
  return new Map(
    links.map(({ open, from }, at) => [open, { from, to: links[at + 1]?.from ?? end }]),
  );
}
