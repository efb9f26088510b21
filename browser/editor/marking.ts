import { type MarkdownNode, markdownParser, noteStart } from "./markdown-syntax.ts";
import { edited, placeAfter, type TextChange, type TextEdit } from "./text-edit.ts";

/*
 * Bold and italic as people know them from Word: any selection may become bold, over several
 * paragraphs, with blanks at its ends, in the middle of words or across links, and a second time
 * takes it back. Markdown is stricter than that, and prints stars that it cannot read. So marks are
 * put where they can be read, and nothing is changed when the text would not read as it was meant.
 */

export type MarkKind = "strong" | "emphasis";

const marks = {
  strong: { node: "StrongEmphasis", mark: "**", example: "chữ đậm" },
  emphasis: { node: "Emphasis", mark: "*", example: "chữ nghiêng" },
} as const;

type Range = { readonly from: number; readonly to: number };

/**
 * Makes what is selected bold or italic, or takes that back where all of it is so already. With
 * nothing selected it acts on the word, or begins and ends what is typed next. Undefined where
 * Markdown has no way to say it, as in a quoted program.
 */
export function toggleMark(
  text: string,
  from: number,
  to: number,
  kind: MarkKind,
): TextEdit | undefined {
  const blocks = blocksIn(text);
  if (from < to) return toggleRange(text, blocks, wholeLetters(text, { from, to }), kind);
  return toggleAtCaret(text, blocks, from, kind);
}

/**
 * Returns whether all of what is selected is bold, or italic, already; with nothing selected,
 * whether what is typed next will be.
 */
export function isMarked(text: string, from: number, to: number, kind: MarkKind): boolean {
  const blocks = blocksIn(text);
  if (from < to) {
    const range = wholeLetters(text, { from, to });
    const parts = blocks.flatMap((block) => {
      const part = partIn(block, range, text, kind);
      return part === undefined ? [] : [isAll(block, part, text, kind)];
    });
    return parts.length > 0 && parts.every(Boolean);
  }
  return blocks.some((block) =>
    runsOf(block, kind).some(({ content }) => content.from <= from && from <= content.to),
  );
}

/** Returns a range that ends neither within a letter nor between a letter and its marks. */
function wholeLetters(text: string, { from, to }: Range): Range {
  const isInside = (at: number) => /^[\p{M}\udc00-\udfff]/u.test(text.slice(at, at + 2));
  let [start, end] = [from, to];
  while (start > 0 && isInside(start)) start -= 1;
  while (end < text.length && isInside(end)) end += 1;
  return { from: start, to: end };
}

function toggleAtCaret(
  text: string,
  blocks: readonly Block[],
  at: number,
  kind: MarkKind,
): TextEdit | undefined {
  const { node, mark, example } = marks[kind];
  const block = blocks.find(({ from, to }) => from <= at && at <= to);
  const around = block?.inline.filter(
    ({ name, from, to }) => name === node && from < at && at < to,
  );
  const run = around?.at(-1);
  // At its end a run is left, as the second Ctrl+B in Word does.
  if (run && at === run.content.to) return { changes: [], from: run.to, to: run.to };
  const blanks = /[ \t]+$/u.exec(text.slice(0, at))?.[0] ?? "";
  if (blanks !== "" && text.startsWith(mark, at)) {
    const changes = [
      { from: at - blanks.length, to: at, insert: "" },
      { from: at + mark.length, to: at + mark.length, insert: blanks },
    ];
    const after = edited(text, changes);
    const isRun = runsIn(after, kind).some(({ content }) => content.to === at - blanks.length);
    if (isRun) return { changes, from: at + mark.length, to: at + mark.length };
  }
  const start = at - (/[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? 0);
  const end = at + (/^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0);
  if (start < at && at < end) {
    const done = toggleRange(text, blocks, { from: start, to: end }, kind);
    const place = done && placeAfter(at, done.changes);
    return done && { ...done, from: place!, to: place! };
  }
  if (run) return toggleRange(text, blocks, run.content, kind);
  const insert = mark + example + mark;
  const changes = [{ from: at, to: at, insert }];
  const isRead = runsIn(edited(text, changes), kind).some(({ from }) => from === at);
  if (!isRead) return undefined;
  const first = at + mark.length;
  return { changes, from: first, to: first + example.length };
}

function toggleRange(
  text: string,
  blocks: readonly Block[],
  range: Range,
  kind: MarkKind,
): TextEdit | undefined {
  const parts = blocks.flatMap((block) => {
    const part = partIn(block, range, text, kind);
    return part === undefined ? [] : [{ block, part }];
  });
  if (parts.length === 0) return undefined;
  const isOff = parts.every(({ block, part }) => isAll(block, part, text, kind));
  const done = parts
    .filter(({ block, part }) => isOff || !isAll(block, part, text, kind))
    .map(({ block, part }) => changesIn(block, part, text, kind, isOff));
  // What can be marked only in part is chosen in that part, so that doing it again takes it back.
  const chosen = isOff ? parts.map(({ part }) => part) : done.flatMap(({ marked }) => marked);
  if (chosen.length === 0 || done.some(({ isLoss }) => isLoss)) return undefined;
  const changes = done.flatMap((one) => one.changes).sort((a, b) => a.from - b.from || a.to - b.to);
  const wanted = new Set<number>();
  for (const { block } of parts)
    for (const { content } of runsOf(block, kind)) add(wanted, content);
  for (const { gone, pieces } of done) {
    for (const { content } of gone) remove(wanted, content);
    for (const piece of pieces) add(wanted, piece);
  }
  const touched = { from: parts[0]!.block.from, to: parts.at(-1)!.block.to };
  if (changes.length === 0 || !readsAs(wanted, text, blocks, changes, touched, kind))
    return undefined;
  return {
    changes,
    from: placeAfter(chosen[0]!.from, changes),
    to: placeAfter(chosen.at(-1)!.to, changes, true),
  };
}

/** A paragraph, heading or cell: the stretch of text in which marks belong together. */
type Block = Range & {
  readonly inline: readonly Inline[];
  /** Places that do not show as letters: marks of all kinds. */
  readonly hidden: ReadonlySet<number>;
};

/** A run of bold, a link and the like. */
type Inline = Range & {
  readonly name: string;
  /** What is between its marks; empty for what is read as a whole. */
  readonly content: Range;
  /** The ranges of its marks. */
  readonly marks: readonly Range[];
};

const blockNames = /^(?:Paragraph|ATXHeading\d|SetextHeading\d|TableCell)$/u;
const inlineNames =
  /^(?:StrongEmphasis|Emphasis|Strikethrough|Link|Image|InlineCode|Autolink|URL|FootnoteReference|Escape|Entity|HardBreak)$/u;
/** These may hold bold text. */
const openNames = /^(?:StrongEmphasis|Emphasis|Strikethrough|Link)$/u;
const hiddenNames = /Mark$|^(?:URL|LinkTitle|LinkLabel|TableDelimiter)$/u;

function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  markdownParser.parse(text).iterate({
    enter({ name, node }) {
      if (!blockNames.test(name)) return;
      blocks.push(blockOf(node, text));
    },
  });
  return blocks;
}

function blockOf(node: MarkdownNode, text: string): Block {
  let { from, to } = node;
  // The mark of a note is no part of what it says.
  from += noteStart.exec(text.slice(from, to))?.[0].length ?? 0;
  const hidden = new Set<number>();
  const inline: Inline[] = [];
  const visit = (one: MarkdownNode) => {
    for (let child = one.firstChild; child; child = child.nextSibling) {
      if (hiddenNames.test(child.name) && (child.name !== "URL" || one.name === "Link"))
        add(hidden, child);
      if (child.name === "HeaderMark" && child.from === from) from = child.to;
      else if (child.name === "HeaderMark" && child.to === to) to = child.from;
      if (inlineNames.test(child.name)) inline.push(inlineOf(child));
      visit(child);
    }
  };
  visit(node);
  return { from, to, inline, hidden };
}

function inlineOf(node: MarkdownNode): Inline {
  const { name, from, to } = node;
  const own: Range[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (/Mark$/u.test(child.name)) own.push({ from: child.from, to: child.to });
  const isOpen = openNames.test(name) && own.length >= 2;
  const content = isOpen
    ? { from: own[0]!.to, to: own[name === "Link" ? 1 : own.length - 1]!.from }
    : { from: to, to };
  return { name, from, to, content, marks: own };
}

function runsOf({ inline }: Block, kind: MarkKind): readonly Inline[] {
  return inline.filter(({ name }) => name === marks[kind].node);
}

function runsIn(text: string, kind: MarkKind): readonly Inline[] {
  return blocksIn(text).flatMap((block) => runsOf(block, kind));
}

/**
 * Returns the part of a selection that is in a block, without blanks and marks at its ends and
 * with the whole of what cannot be bold in part; undefined when no letter of it is left.
 */
function partIn(block: Block, range: Range, text: string, kind: MarkKind): Range | undefined {
  const part = { from: Math.max(block.from, range.from), to: Math.min(block.to, range.to) };
  if (part.from >= part.to) return undefined;
  return trimmed(whole(block, trimmed(part, block, text), kind), block, text);
}

function trimmed(
  part: Range | undefined,
  { hidden, inline }: Block,
  text: string,
): Range | undefined {
  if (part === undefined) return undefined;
  let { from, to } = part;
  // Marks of a link or of the other kind belong to what they mark, if that is all in the part.
  const belongs = (at: number) =>
    inline.some((one) => one.from <= at && at < one.to && one.from >= from && one.to <= to);
  const isNothing = (at: number) => /\s/u.test(text[at]!) || (hidden.has(at) && !belongs(at));
  while (from < to && isNothing(from)) from += 1;
  while (from < to && isNothing(to - 1)) to -= 1;
  return from < to ? { from, to } : undefined;
}

/** Returns a part with the whole of each link, code or the like that it holds half of. */
function whole(block: Block, part: Range | undefined, kind: MarkKind): Range | undefined {
  if (part === undefined) return undefined;
  let { from, to } = part;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const one of block.inline) {
      if (one.name === marks[kind].node) continue;
      const isApart = one.to <= from || to <= one.from;
      const isWithin = from <= one.from && one.to <= to;
      const isAround = one.content.from <= from && to <= one.content.to;
      if (isApart || isWithin || isAround) continue;
      from = Math.min(from, one.from);
      to = Math.max(to, one.to);
      isChanged = true;
    }
  }
  return { from, to };
}

/** True when every letter of a part is bold, or italic, already. */
function isAll(block: Block, part: Range, text: string, kind: MarkKind): boolean {
  const runs = runsOf(block, kind);
  for (let at = part.from; at < part.to; at += 1) {
    if (block.hidden.has(at) || /\s/u.test(text[at]!)) continue;
    if (!runs.some(({ content }) => content.from <= at && at < content.to)) return false;
  }
  return true;
}

type Done = {
  readonly changes: readonly TextChange[];
  readonly gone: readonly Inline[];
  readonly pieces: readonly Range[];
  /** What of the part is bold now. */
  readonly marked: readonly Range[];
  /** True when letters were bold that were not to change, and no longer would be. */
  readonly isLoss: boolean;
};

/** Returns the changes that make a part of a block bold or not; runs that it touches are redone. */
function changesIn(block: Block, part: Range, text: string, kind: MarkKind, isOff: boolean): Done {
  const { mark } = marks[kind];
  const gone: Inline[] = [];
  let reach = part;
  for (const run of runsOf(block, kind)) {
    const isTouching = isOff
      ? run.from < part.to && part.from < run.to
      : isBlank(text.slice(run.to, part.from)) && isBlank(text.slice(part.to, run.from));
    if (!isTouching) continue;
    gone.push(run);
    if (!isOff) reach = { from: Math.min(reach.from, run.from), to: Math.max(reach.to, run.to) };
  }
  const lost = gone.flatMap((run) => run.marks);
  // In what follows the marks that go are no letters and hide nothing.
  const bare: Block = {
    ...block,
    inline: block.inline.filter((one) => !gone.includes(one)),
    hidden: new Set([...block.hidden, ...lost.flatMap(placesOf)]),
  };
  const wanted: Range[] = isOff
    ? gone.flatMap(({ content }) => [
        { from: content.from, to: Math.min(content.to, part.from) },
        { from: Math.max(content.from, part.to), to: content.to },
      ])
    : [part, ...gone.map(({ content }) => content)];
  const pieces = merged(wanted, text, bare).flatMap((piece) => {
    const fitting = trimmed(whole(bare, trimmed(piece, bare, text), kind), bare, text);
    return (fitting && readable(fitting, text, bare)) ?? [];
  });
  const changes = [
    ...lost.map(({ from, to }) => ({ from, to, insert: "" })),
    ...pieces.flatMap(({ from, to }) => [
      { from, to: from, insert: mark },
      { from: to, to, insert: mark },
    ]),
  ];
  const marked = pieces.flatMap(({ from, to }) => {
    const both = { from: Math.max(from, part.from), to: Math.min(to, part.to) };
    return both.from < both.to ? [both] : [];
  });
  const isStill = (at: number) => pieces.some(({ from, to }) => from <= at && at < to);
  const isLoss = gone
    .flatMap(({ content }) => placesOf(content))
    .some(
      (at) =>
        !(isOff && part.from <= at && at < part.to) &&
        !block.hidden.has(at) &&
        /[\p{L}\p{N}]/u.test(text[at]!) &&
        !isStill(at),
    );
  return { changes, gone, pieces, marked, isLoss };
}

/** Joins ranges with nothing but blanks and hidden marks between them. */
function merged(ranges: readonly Range[], text: string, { hidden }: Block): Range[] {
  const result: Range[] = [];
  for (const range of ranges
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    let at = last?.to ?? range.from;
    while (at < range.from && (hidden.has(at) || /\s/u.test(text[at]!))) at += 1;
    if (last !== undefined && at >= range.from)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}

/**
 * Returns the part of a range that Markdown can mark: a mark beside a letter must have a letter on
 * its other side too, so quotation marks and points at an end are left out where they touch a word.
 */
function readable({ from, to }: Range, text: string, block: Block): Range | undefined {
  let [start, end] = [from, to];
  const outside = (at: number, step: 1 | -1) => {
    let place = at;
    while (block.hidden.has(place) && place >= block.from && place < block.to) place += step;
    return place < block.from || place >= block.to ? " " : letterAt(text, place);
  };
  while (start < end && isSign(letterAt(text, start)) && isLetter(outside(start - 1, -1)))
    start += letterAt(text, start).length;
  while (start < end && isSign(letterAt(text, end - 1)) && isLetter(outside(end, 1)))
    end -= letterAt(text, end - 1).length;
  // A link that cannot be marked from outside is marked inside; anything else that was cut is left.
  for (const { from: first, to: last, content } of block.inline)
    if (first < start && start < last && last <= end)
      [start, end] = first === from && last === to ? [content.from, content.to] : [last, end];
    else if (first < end && end < last && start <= first) end = first;
  const rest = start < end ? trimmed({ from: start, to: end }, block, text) : undefined;
  if (rest === undefined) return undefined;
  return rest.from === from && rest.to === to ? rest : readable(rest, text, block);
}

/** Returns the letter that a place is in, which may be two code units. */
function letterAt(text: string, at: number): string {
  const isSecond = /[\udc00-\udfff]/.test(text[at]!) && /[\ud800-\udbff]/.test(text[at - 1] ?? "");
  return String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at)!);
}

function isSign(letter: string): boolean {
  return /[\p{P}\p{S}]/u.test(letter);
}

function isLetter(letter: string): boolean {
  return !/[\p{P}\p{S}\s]/u.test(letter);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

/**
 * True when a text that was changed is read as it was meant: exactly the wanted places are bold,
 * every run has its marks, and the other kind is where it was.
 */
function readsAs(
  wanted: ReadonlySet<number>,
  text: string,
  blocks: readonly Block[],
  changes: readonly TextChange[],
  range: Range,
  kind: MarkKind,
): boolean {
  const after = blocksIn(edited(text, changes));
  const other = kind === "strong" ? "emphasis" : "strong";
  const [own, same] = [placesOfRuns(after, kind), placesOfRuns(after, other)];
  const sameBefore = placesOfRuns(blocks, other);
  let [next, moved] = [0, 0];
  for (let at = range.from; at < range.to; at += 1) {
    // What is inserted at a place comes before it.
    for (; next < changes.length && changes[next]!.to <= at; next += 1) {
      const { from, to, insert } = changes[next]!;
      moved += insert.length - (to - from);
    }
    const isLost = next < changes.length && changes[next]!.from <= at;
    if (isLost || /\s/u.test(text[at]!) || sameBefore.marks.has(at)) continue;
    if (same.inside.has(at + moved) !== sameBefore.inside.has(at)) return false;
    if (own.inside.has(at + moved) !== wanted.has(at)) return false;
  }
  const put = changes.filter(({ insert }) => insert !== "").length;
  const taken = changes.length - put;
  const before = placesOfRuns(blocks, kind).count;
  return own.count === before - taken / 2 + put / 2 && same.count === sameBefore.count;
}

function placesOfRuns(blocks: readonly Block[], kind: MarkKind) {
  const inside = new Set<number>();
  const ofMarks = new Set<number>();
  const runs = blocks.flatMap((block) => runsOf(block, kind));
  for (const { content, marks: own } of runs) {
    add(inside, content);
    for (const one of own) add(ofMarks, one);
  }
  return { inside, marks: ofMarks, count: runs.length };
}

function placesOf({ from, to }: Range): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function add(places: Set<number>, range: Range): void {
  for (let at = range.from; at < range.to; at += 1) places.add(at);
}

function remove(places: Set<number>, range: Range): void {
  for (let at = range.from; at < range.to; at += 1) places.delete(at);
}
