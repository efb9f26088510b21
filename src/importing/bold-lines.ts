import type { Block } from "./block.ts";

/** Above this share of bold lines a document is bold, and its lines are no headings. */
const mostBold = 0.6;
/** In UTF-16 units. */
const longest = 120;

/** The heads and feet of official papers, which are bold and head nothing. */
const frame =
  /^(?:cộng h(?:òa|oà) xã hội|độc lập\s*[-–]|đảng cộng sản việt nam|nơi nhận|kính gửi|(?:t\s?[./]\s?m|kt|tl|tuq|k\s?[./]\s?t|t\s?[./]\s?l)\s?[./])/iu;

const labels: readonly (readonly [level: number, form: RegExp])[] = [
  [2, /^(?:phần|chương)(?:\s|$)/iu],
  [3, /^(?:mục)\s+[IVX\d]/iu],
  [3, /^[IVX]{1,5}\s?[.)\-–/:]/u],
  [4, /^(?:điều)\s+\d/iu],
  [4, /^\d{1,2}\s?[.)/:\-–](?!\d)/u],
  [5, /^\d{1,2}\.\d{1,2}/u],
  [5, /^\p{L}\s?[.)]\s/u],
];

function levelOf(text: string): number | undefined {
  return labels.find(([, form]) => form.test(text))?.[0];
}

/**
 * Makes headings of the bold lines that head something: a text below them, or a heading of a lower
 * level. The names at the end of an official paper, its emblem and lines that are bold for
 * emphasis stay as they are.
 */
export function boldHeadings(blocks: readonly Block[]): Block[] {
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  const bold = paragraphs.filter(isBold);
  const isAllBold = bold.length > 3 && bold.length > mostBold * paragraphs.length;
  const made = [...blocks];
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at]!;
    if (block.kind !== "paragraph" || block.heading === undefined || !mayHead(block.text)) continue;
    const level = levelOf(block.text);
    if (isAllBold && level === undefined) continue;
    const below = made.slice(at + 1).find(({ kind }) => kind !== "picture");
    const isHead =
      below !== undefined &&
      (below.kind === "heading"
        ? level !== undefined && level < below.level + 1 && level !== levelOf(below.text)
        : !isBold(below) && !isNotes(below));
    if (isHead)
      made[at] = {
        kind: "heading",
        level: level ?? 2,
        text: block.text,
        markdown: block.heading,
      };
  }
  return made;
}

function isBold(block: Block): boolean {
  return block.kind === "paragraph" && block.heading !== undefined;
}

function isNotes(block: Block): boolean {
  return block.kind === "other" && block.markdown.startsWith("[^");
}

function mayHead(text: string): boolean {
  return (
    text.length <= longest &&
    !/[.;,…]$/u.test(text) &&
    /\p{L}{2}/u.test(text) &&
    !/^[-–—+•*“"(]/u.test(text) &&
    !frame.test(text)
  );
}
