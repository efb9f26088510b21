/** What git leaves in a text when two people changed the same lines: the places of its marks. */
export type MergeConflict = {
  /** Offset of the first mark, in UTF-16 units. */
  readonly index: number;
  /** The lines of all its marks, from 1. */
  readonly lines: readonly number[];
};

/** A line that begins with seven signs and has nothing else, or a name behind a space. */
const markForm = /^(?:<{7}|\|{7}|={7}|>{7})(?= |$)/u;
const fenceForm = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * Finds what is left of merge conflicts, in the usual form and in that of diff3. A row of seven
 * equal signs alone underlines a heading, and a row of pipes is a row of a table, so these count
 * only below an opening mark. Marks in a fenced block of code are shown to readers on purpose.
 */
export function mergeConflictsIn(text: string): MergeConflict[] {
  if (!/^(?:<{7}|>{7} )/mu.test(text)) return [];
  const found: { index: number; lines: number[] }[] = [];
  let open: { index: number; lines: number[] } | undefined;
  let fence = "";
  let index = 0;
  for (const [at, line] of text.split("\n").entries()) {
    const wasFenced = fence !== "";
    fence = fenceAfter(line, fence);
    const mark = wasFenced ? undefined : markForm.exec(line)?.[0][0];
    const isStart = mark === "<" || (mark === ">" && open === undefined && line.length > 8);
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

/** Returns the signs that opened the block of code which goes on behind a line; empty for none. */
function fenceAfter(line: string, fence: string): string {
  const signs = fenceForm.exec(line)?.[1] ?? "";
  if (fence === "") return signs;
  const isEnd = signs.startsWith(fence) && line.trim() === signs;
  return isEnd ? "" : fence;
}
