/** What git leaves in a text when two people changed the same lines: the places of its marks. */
export type MergeConflict = {
  /** Offset of the first mark, in UTF-16 units. */
  readonly index: number;
  /** The lines of all its marks, from 1. */
  readonly lines: readonly number[];
};

/** A line that begins with seven signs and has nothing else, or a name behind a space. */
const markForm = /^(?:<{7}|\|{7}|={7}|>{7})(?= |$)/u;
/** A fence may be in an item of a list or in a quotation; behind backticks there are no others. */
const fenceForm = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}(?=[^`]*$)|~{3,})/u;

/**
 * Finds what is left of merge conflicts, in the usual form and in that of diff3. A row of seven
 * equal signs alone underlines a heading, and a row of pipes is a row of a table, so these count
 * only below an opening mark. Marks that are all in one block of code are shown to readers on
 * purpose; a block without an end may have lost it to the conflict.
 */
export function mergeConflictsIn(text: string): MergeConflict[] {
  if (!/^(?:<{7}|>{7} )/mu.test(text)) return [];
  const found: { index: number; lines: number[] }[] = [];
  let open: { index: number; lines: number[] } | undefined;
  let index = 0;
  const lines = text.split("\n");
  const blockEnds = blockEndsOf(lines);
  const marks = lines.map((line) => markForm.exec(line)?.[0][0]);
  const conflictEnds = conflictEndsOf(marks);
  for (const [at, line] of lines.entries()) {
    const mark = marks[at];
    const blockEnd = blockEnds[at]!;
    const isShown = blockEnd !== -1 && conflictEnds[at]! <= blockEnd;
    const isStart =
      !isShown && (mark === "<" || (mark === ">" && open === undefined && line.length > 8));
    if (isStart) {
      open = { index, lines: [] };
      found.push(open);
    }
    if (mark !== undefined) open?.lines.push(at + 1);
    if (mark === ">") open = undefined;
    index += line.length + 1;
  }
  return found;
}

/** Returns for each line the closing fence of its block of code; -1 for lines in none. */
function blockEndsOf(lines: readonly string[]): number[] {
  const ends = lines.map(() => -1);
  let fence = "";
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const before = fence;
    fence = fenceAfter(line, before);
    if (before === "") start = at;
    else if (fence === "") ends.fill(at, start, at + 1);
  }
  return ends;
}

/** Returns for each line the closing mark at or below it, before another conflict; else itself. */
function conflictEndsOf(marks: readonly (string | undefined)[]): number[] {
  const ends = marks.map((_, at) => at);
  let end = -1;
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    if (marks[at] === ">") end = at;
    if (end !== -1) ends[at] = end;
    if (marks[at] === "<") end = -1;
  }
  return ends;
}

/** Returns the signs that opened the block of code which goes on behind a line; empty for none. */
function fenceAfter(line: string, fence: string): string {
  const [all = "", signs = ""] = fenceForm.exec(line) ?? [];
  if (fence === "") return signs;
  const isEnd = signs.startsWith(fence) && line.trim() === all.trim();
  return isEnd ? "" : fence;
}
