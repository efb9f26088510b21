/** A replacement of a part of a text; `from` and `to` are places in the text as it was. */
export type TextChange = { readonly from: number; readonly to: number; readonly insert: string };

/** What a button or key does to a text: changes in order, and what is selected afterwards. */
export type TextEdit = {
  readonly changes: readonly TextChange[];
  /** The ends of the selection, as places in the text as it will be. */
  readonly from: number;
  readonly to: number;
};

/** Returns a text after changes that are in order and do not overlap. */
export function edited(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/**
 * Returns where a place of a text is after changes. What is inserted at the place itself comes
 * before it, unless `isBefore`.
 */
export function placeAfter(
  place: number,
  changes: readonly TextChange[],
  isBefore = false,
): number {
  let moved = 0;
  for (const { from, to, insert } of changes) {
    if (from > place || (from === place && to === from && isBefore)) break;
    if (to > place) return from + moved + insert.length;
    moved += insert.length - (to - from);
  }
  return place + moved;
}

/** Returns the one replacement that a text needs to become another; undefined for the same text. */
export function differenceOf(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
