/**
 * Returns the offsets at which the lines of a text begin, in order. The table of the text asked
 * for last is kept: problems come file by file, and to count the lines from the start of a file for
 * each of its 100,000 problems would take minutes.
 */
export function lineStarts(text: string): readonly number[] {
  if (last?.text !== text) last = { text, starts: startsIn(text) };
  return last.starts;
}

let last: { readonly text: string; readonly starts: readonly number[] } | undefined;

/** Returns the offsets at which the lines of a text begin, in order. */
export function startsIn(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Returns the index of the line that an offset is in, from 0: a binary search. */
export function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
