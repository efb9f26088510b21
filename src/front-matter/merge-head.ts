import { isSeq, type Node } from "yaml";
import { mergeLists, within } from "../text/three-way.ts";
import { editHead, valuesIn } from "./edit-head.ts";
import type { FieldConflict, Kept } from "./field-conflict.ts";
import { columnOf, headOf, lineEnd, pairsOf, readYaml } from "./head-lines.ts";
import type { HeadValue } from "./head-text.ts";
import { exactly } from "./merge-body.ts";

/* Merges front matter by its topmost keys, and lists by their items. */

/** A front matter, taken apart by line; its parts in order are the whole. */
export type HeadParts = {
  /** The line of hyphens above it. */
  readonly open: string;
  readonly segments: readonly Segment[];
  /** Comments and empty lines below the last key. */
  readonly below: string;
  /** The line of hyphens below it. */
  readonly close: string;
};

/** The lines of a topmost key, and the comments and empty lines above it. */
type Segment = { readonly key: string; readonly above: string; readonly own: string };

/**
 * Takes the text of a front matter apart; undefined when it is not YAML, or its keys do not have
 * lines of their own.
 */
export function headPartsOf(text: string): HeadParts | undefined {
  try {
    const { start, end, pairs } = headOf(text);
    let at = start;
    const segments = pairs.map(({ name: key, from, to }): Segment => {
      const lineStart = from - columnOf(text, from);
      if (lineStart < at || text.slice(lineStart, from).trim() !== "") throw new Error("no line");
      const segment = { key, above: text.slice(at, lineStart), own: text.slice(lineStart, to) };
      at = to;
      return segment;
    });
    const close = text.slice(end, lineEnd(text, end));
    return { open: text.slice(0, start), segments, below: text.slice(at, end), close };
  } catch {
    return undefined;
  }
}

/**
 * Merges three front matters. Keys stay in the order of mine; one that is only in theirs follows
 * the key that is above it there.
 *
 * @param choose returns what to keep of a conflict
 */
export function mergeHead(
  base: HeadParts,
  mine: HeadParts,
  theirs: HeadParts,
  choose: (conflict: FieldConflict) => Kept,
): string {
  const [before, ours, others] = [textOf(base), textOf(mine), textOf(theirs)];
  if (ours === before || ours === others) return others;
  if (others === before) return ours;
  const find = ({ segments }: HeadParts, key: string) => segments.find((one) => one.key === key);
  const merged: Segment[] = [];
  for (const key of keysOf(mine, theirs)) {
    const [b, m, t] = [find(base, key), find(mine, key), find(theirs, key)];
    const above = commentsOf(b?.above ?? "", m?.above ?? "", t?.above ?? "");
    const own = mergeField(key, b?.own ?? "", m?.own ?? "", t?.own ?? "", choose);
    // What nobody has any more takes the comments above it along, unless somebody changed them.
    const isGone = own === "" && (above === b?.above || above === "");
    if (!isGone) merged.push({ key, above, own });
  }
  return textOf({
    open: exactly(base.open, mine.open, theirs.open),
    segments: merged,
    below: commentsOf(base.below, mine.below, theirs.below),
    close: exactly(base.close, mine.close, theirs.close),
  });
}

function textOf({ open, segments, below, close }: HeadParts): string {
  return open + segments.map(({ above, own }) => above + own).join("") + below + close;
}

/** Returns the keys of both, in the order that the merged text has. */
function keysOf(mine: HeadParts, theirs: HeadParts): string[] {
  const keys = mine.segments.map(({ key }) => key);
  let last = -1;
  for (const { key } of theirs.segments) {
    const found = keys.indexOf(key);
    if (found === -1) keys.splice(last + 1, 0, key);
    last = found === -1 ? last + 1 : found;
  }
  return keys;
}

/** Merges comments; where both changed them, those of theirs follow mine. */
function commentsOf(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const known = new Set(`${base}\n${mine}`.split("\n"));
  const added = theirs.split("\n").filter((line) => !known.has(line));
  return mine + added.map((line) => `${line}\n`).join("");
}

function mergeField(
  key: string,
  base: string,
  mine: string,
  theirs: string,
  choose: (conflict: FieldConflict) => Kept,
): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const list = mergeItems(key, base, mine, theirs);
  if (list?.isClean) return list.text;
  const kept = choose({ id: key, base, mine, theirs, mayBoth: list !== undefined });
  if (kept === "both") return list!.text;
  return kept === "theirs" ? theirs : mine;
}

/** A list that was merged by its items. */
type MergedItems = {
  /** Where both changed an item, it has both. */
  readonly text: string;
  /** False when both changed one item, so that somebody has to choose. */
  readonly isClean: boolean;
};

/** Merges a list by its items; undefined for what is no list on one of the sides. */
function mergeItems(
  key: string,
  base: string,
  mine: string,
  theirs: string,
): MergedItems | undefined {
  const lines = [linesOfItems(base), linesOfItems(mine), linesOfItems(theirs)] as const;
  const [b, m, t] = lines;
  if (b && m && t && isOneManner(b, m, t)) {
    const { items, isClean } = mergedItems(b.items, m.items, t.items);
    const opening = exactly(b.opening, m.opening, t.opening);
    const text = opening + items.join("") + commentsOf(b.below, m.below, t.below);
    return items.length === 0 || !hasItems(text, items.length) ? undefined : { text, isClean };
  }
  // Lists between brackets are written anew, which would lose their comments.
  if (/(?:^|\s)#/u.test(mine + theirs)) return undefined;
  const values = [valueIn(base), valueIn(mine), valueIn(theirs)].map(itemsOf);
  if (values.includes(undefined)) return undefined;
  const [before, ours, others] = values as [HeadValue[], HeadValue[], HeadValue[]];
  const merged = mergedItems(before.map(asKey), ours.map(asKey), others.map(asKey));
  const known = new Map([...ours, ...others].map((one) => [asKey(one), one]));
  const all = merged.items.map((item) => known.get(item)!);
  if (all.length === 0) return undefined;
  const edited = editHead(`---\n${mine}---\n`, [{ at: [key], value: all }]);
  return { text: edited.slice(4, -4), isClean: merged.isClean };
}

function mergedItems(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): { readonly items: readonly string[]; readonly isClean: boolean } {
  const parts = mergeLists(base, mine, theirs);
  const added = new Set(
    parts.flatMap((part) =>
      part.take === "mine" || part.take === "conflict" ? within(mine, part.mine) : [],
    ),
  );
  const isNew = (item: string) => !added.has(item);
  const isInsertion = ({ base: { from, to } }: (typeof parts)[number]) => from === to;
  const items = parts.flatMap((part) => {
    const [ours, others] = [within(mine, part.mine), within(theirs, part.theirs)];
    if (part.take === "mine" || part.take === "same") return ours;
    if (part.take === "theirs") return isInsertion(part) ? others.filter(isNew) : others;
    return [...ours, ...others.filter(isNew)];
  });
  return { items, isClean: parts.every((part) => part.take !== "conflict" || isInsertion(part)) };
}

/** A list that has a line or more for each item. */
type ItemLines = {
  /** The line of the key. */
  readonly opening: string;
  /** The column of the hyphens; undefined while there is no item. */
  readonly column: number | undefined;
  /** Each with the comments above it. */
  readonly items: readonly string[];
  readonly below: string;
};

function linesOfItems(own: string): ItemLines | undefined {
  if (own === "") return { opening: "", column: undefined, items: [], below: "" };
  const [pair] = pairsOf(readYaml(own));
  if (pair === undefined || !isSeq(pair.value) || pair.value.flow) return undefined;
  const start = lineEnd(own, pair.key.range![1]);
  let at = start;
  let column: number | undefined;
  const items: string[] = [];
  for (const node of pair.value.items as Node[]) {
    const [from, valueEnd] = node.range!;
    const lineStart = from - columnOf(own, from);
    const to = lineEnd(own, Math.max(from, valueEnd - 1));
    if (lineStart < at || !/^ *- +$/u.test(own.slice(lineStart, from))) return undefined;
    const dash = own.indexOf("-", lineStart) - lineStart;
    if (column !== undefined && dash !== column) return undefined;
    column = dash;
    items.push(own.slice(at, to));
    at = to;
  }
  return { opening: own.slice(0, start), column, items, below: own.slice(at) };
}

/** Items can be put under each other only where their hyphens are in one column. */
function isOneManner(base: ItemLines, mine: ItemLines, theirs: ItemLines): boolean {
  const isBase = base.column === undefined || base.column === mine.column;
  const isOpening =
    mine.opening === theirs.opening ||
    mine.opening === base.opening ||
    theirs.opening === base.opening;
  return isBase && isOpening && mine.column !== undefined && mine.column === theirs.column;
}

function hasItems(own: string, count: number): boolean {
  try {
    const [pair] = pairsOf(readYaml(own));
    return isSeq(pair?.value) && pair.value.items.length === count;
  } catch {
    return false;
  }
}

/** Returns the value of a key's lines; undefined where there are none. */
function valueIn(own: string): Node | null | undefined {
  return own === "" ? undefined : pairsOf(readYaml(own))[0]?.value;
}

/** Returns the items of a list between brackets, which is none where its key is not there. */
function itemsOf(node: Node | null | undefined): readonly HeadValue[] | undefined {
  if (node === undefined) return [];
  return isSeq(node) && node.flow ? (node.items as Node[]).map(valuesIn) : undefined;
}

function asKey(value: HeadValue): string {
  return JSON.stringify(value);
}
