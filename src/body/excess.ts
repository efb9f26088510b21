import type { Token } from "markdown-it";
import { maxInBody } from "../limits.ts";
import type { MessageCode } from "../problems/messages.ts";
import { type Place, type Problem, problem } from "../problems/problem.ts";
import type { Footnotes } from "./footnotes.ts";

type Kind = keyof typeof maxInBody;

const kinds: Readonly<Record<string, Kind>> = {
  link_open: "links",
  image: "pictures",
  heading_open: "headings",
  footnote_ref: "links",
  table_open: "tables",
};

const codes: Readonly<Record<Kind, MessageCode>> = {
  links: "too-many-links",
  pictures: "too-many-pictures",
  headings: "too-many-headings",
  notes: "too-many-notes",
  tables: "too-many-tables",
};

/**
 * Finds what a text has too much of. Each of these things is looked up, numbered or checked by
 * itself, so 100,000 of them would hold up every build.
 *
 * @param placeIn finds a block in the file
 */
export function excessProblems(
  tokens: readonly Token[],
  { written }: Footnotes,
  placeIn: (block: Token | undefined, needle?: string) => Place,
): Problem[] {
  const counts = new Map<Kind, number>();
  /** Where the first one above the limit is. */
  const places = new Map<Kind, Place>();
  const count = (kind: Kind | undefined, block: Token | undefined, needle?: string) => {
    if (kind === undefined) return;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    if (number === maxInBody[kind] + 1) places.set(kind, placeIn(block, needle));
  };
  for (const block of tokens) {
    count(kinds[block.type], block);
    for (const { type } of block.children ?? []) count(kinds[type], block);
  }
  // Whether the text refers to them or not.
  for (const { label, block } of written) count("notes", block, `[^${label}]:`);
  return [...places].map(([kind, place]) =>
    problem(codes[kind], place, { size: String(counts.get(kind)), most: String(maxInBody[kind]) }),
  );
}
