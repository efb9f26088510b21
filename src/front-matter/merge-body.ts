import { mergeLists, within } from "../text/three-way.ts";
import type { FieldConflict, Kept } from "./field-conflict.ts";

/* Merges the text below the front matter by its paragraphs. */

/** A run of lines without an empty one between them, and the empty lines above it. */
type Block = { readonly gap: string; readonly text: string };
type Blocks = { readonly blocks: readonly Block[]; readonly tail: string };

/**
 * Merges three texts by paragraphs; where both changed the same ones, also by their lines.
 *
 * @param choose returns what to keep of a conflict
 */
export function mergeBody(
  base: string,
  mine: string,
  theirs: string,
  choose: (conflict: FieldConflict) => Kept,
): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const sides = { base: blocksOf(base), mine: blocksOf(mine), theirs: blocksOf(theirs) };
  const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text);
  const parts = mergeLists(
    texts(sides.base.blocks),
    texts(sides.mine.blocks),
    texts(sides.theirs.blocks),
  );
  let conflicts = 0;
  const merged = parts.flatMap((part): readonly Block[] => {
    const own = (side: "base" | "mine" | "theirs") => within(sides[side].blocks, part[side]);
    if (part.take === "mine") return own("mine");
    if (part.take === "theirs") return own("theirs");
    if (part.take === "same") return withGaps(own("mine"), own("theirs"), own("base"));
    const written = {
      base: joined(own("base")),
      mine: joined(own("mine")),
      theirs: joined(own("theirs")),
    };
    const byLine = lineMerge(written.base, written.mine, written.theirs);
    if (byLine !== undefined) return [{ gap: own("mine")[0]?.gap ?? "\n", text: byLine }];
    conflicts += 1;
    const kept = choose({ id: `body-${conflicts}`, ...written, mayBoth: true });
    if (kept === "theirs") return own("theirs");
    if (kept === "mine") return own("mine");
    const known = new Set(texts(own("mine")));
    return [...own("mine"), ...own("theirs").filter(({ text }) => !known.has(text))];
  });
  const tail = exactly(sides.base.tail, sides.mine.tail, sides.theirs.tail);
  return joinedWith(merged, tail);
}

/** Returns the places at which two texts differ, by paragraphs. */
export function changedPlaces(
  mine: string,
  theirs: string,
): readonly { readonly before: string; readonly after: string }[] {
  const [ours, others] = [blocksOf(mine).blocks, blocksOf(theirs).blocks];
  const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text);
  const parts = mergeLists(texts(ours), texts(ours), texts(others));
  return parts.flatMap((part) =>
    part.take === "same"
      ? []
      : [
          {
            before: joined(within(ours, part.base)),
            after: joined(within(others, part.theirs)),
          },
        ],
  );
}

/** Returns what one side made of a small thing; mine when both changed it. */
export function exactly(base: string, mine: string, theirs: string): string {
  return mine === base ? theirs : mine;
}

/**
 * Merges three texts by their lines; undefined when both changed the same lines, or lines beside
 * each other.
 */
export function lineMerge(base: string, mine: string, theirs: string): string | undefined {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const lines = { base: linesIn(base), mine: linesIn(mine), theirs: linesIn(theirs) };
  const parts = mergeLists(lines.base, lines.mine, lines.theirs, true);
  if (parts.some(({ take }) => take === "conflict")) return undefined;
  return parts
    .flatMap((part) => {
      const side = part.take === "theirs" ? "theirs" : "mine";
      return within(lines[side], part[side]);
    })
    .join("\n");
}

/** The last line has no end, so that a text that ends with a line break has an empty one. */
function linesIn(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function withGaps(
  mine: readonly Block[],
  theirs: readonly Block[],
  base: readonly Block[],
): readonly Block[] {
  return mine.map(({ gap, text }, at) => {
    // Paragraphs that both added have none in the base.
    const before = base.length === mine.length ? base[at]!.gap : gap;
    return { gap: exactly(before, gap, theirs[at]!.gap), text };
  });
}

function blocksOf(body: string): Blocks {
  const blocks: Block[] = [];
  let empty: string[] = [];
  let lines: string[] = [];
  const end = () => {
    if (lines.length === 0) return;
    blocks.push({ gap: empty.map((line) => `${line}\n`).join(""), text: lines.join("\n") });
    [empty, lines] = [[], []];
  };
  for (const line of body.split("\n")) {
    if (line.trim() !== "") lines.push(line);
    else {
      end();
      empty.push(line);
    }
  }
  end();
  if (blocks.length === 0) return { blocks, tail: body };
  return { blocks, tail: empty.length === 0 ? "" : `\n${empty.join("\n")}` };
}

function joined(blocks: readonly Block[]): string {
  return joinedWith(blocks, "").replace(/^\n+/u, "");
}

function joinedWith(blocks: readonly Block[], tail: string): string {
  const texts = blocks.map(({ gap, text }, at) => {
    if (at === 0) return gap + text;
    // What was the first paragraph on one side has no empty line above it.
    return `\n${gap.includes("\n") ? gap : "\n"}${text}`;
  });
  return texts.join("") + tail;
}
