/** A run of items of a list: from an index up to another, which is not in it. */
export type Span = { readonly from: number; readonly to: number };

/**
 * A part of three lists that belongs together, and which of them to take: `same` where mine and
 * theirs are equal, `conflict` where both changed the base and not in the same way.
 */
export type MergePart = {
  readonly base: Span;
  readonly mine: Span;
  readonly theirs: Span;
  readonly take: "same" | "mine" | "theirs" | "conflict";
};

/** A run of the base that one side has put something else in place of. */
type Hunk = { readonly base: Span; readonly side: Span };

/**
 * Merges two lists that come from one base (diff3). The parts follow each other without a gap in
 * each of the lists.
 *
 * @param isTouching whether changes right beside each other are in conflict, as in lines of a text
 * whose meaning may depend on each other
 */
export function mergeLists(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  isTouching = false,
): MergePart[] {
  const parts: MergePart[] = [];
  const hunks = { mine: hunksOf(base, mine), theirs: hunksOf(base, theirs) };
  const next = { mine: 0, theirs: 0 };
  // How much further an item is in a list than in the base.
  const shift = { mine: 0, theirs: 0 };
  let at = 0;
  const addSame = (to: number) => {
    if (to === at) return;
    parts.push({
      base: { from: at, to },
      mine: { from: at + shift.mine, to: to + shift.mine },
      theirs: { from: at + shift.theirs, to: to + shift.theirs },
      take: "same",
    });
    at = to;
  };
  for (;;) {
    const [first] = [hunks.mine[next.mine], hunks.theirs[next.theirs]]
      .filter((hunk) => hunk !== undefined)
      .toSorted((a, b) => a.base.from - b.base.from || a.base.to - b.base.to);
    if (first === undefined) break;
    const { from } = first.base;
    let { to } = first.base;
    addSame(from);
    const before = { ...shift };
    const changed = { mine: false, theirs: false };
    const belongs = (hunk: Hunk | undefined): hunk is Hunk => {
      if (hunk === undefined) return false;
      const { from: start, to: end } = hunk.base;
      if (isTouching ? start <= to : start < to) return true;
      // Two insertions at one place.
      return start === to && from === to && start === end;
    };
    for (let isMore = true; isMore; ) {
      isMore = false;
      for (const side of ["mine", "theirs"] as const) {
        const hunk = hunks[side][next[side]];
        if (hunk !== first && !belongs(hunk)) continue;
        changed[side] = true;
        next[side] += 1;
        to = Math.max(to, hunk!.base.to);
        shift[side] = hunk!.side.to - hunk!.base.to;
        isMore = true;
      }
    }
    const spans = {
      base: { from, to },
      mine: { from: from + before.mine, to: to + shift.mine },
      theirs: { from: from + before.theirs, to: to + shift.theirs },
    };
    const isSame =
      changed.mine &&
      changed.theirs &&
      isEqual(within(mine, spans.mine), within(theirs, spans.theirs));
    const take = isSame
      ? "same"
      : changed.mine && changed.theirs
        ? "conflict"
        : changed.mine
          ? "mine"
          : "theirs";
    parts.push({ ...spans, take });
    at = to;
  }
  addSame(base.length);
  return parts;
}

/** Returns the items of a list that are in a span. */
export function within<Item>(list: readonly Item[], { from, to }: Span): readonly Item[] {
  return list.slice(from, to);
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function hunksOf(base: readonly string[], side: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [inBase, inSide] = [0, 0];
  const add = (to: number, sideTo: number) => {
    if (to > inBase || sideTo > inSide)
      hunks.push({ base: { from: inBase, to }, side: { from: inSide, to: sideTo } });
  };
  for (const [index, found] of matched(base, side).entries()) {
    if (found === undefined) continue;
    add(index, found);
    [inBase, inSide] = [index + 1, found + 1];
  }
  add(base.length, side.length);
  return hunks;
}

/**
 * The most pairs of items that are compared; above, what is between the equal beginning and the
 * equal end of two lists counts as changed as a whole.
 */
const mostPairs = 20_000_000;

/**
 * Finds the longest common subsequence of two lists: for each item of the first, the index of the
 * same in the second, or undefined.
 */
export function matched(a: readonly string[], b: readonly string[]): (number | undefined)[] {
  const pairs: (number | undefined)[] = a.map(() => undefined);
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) {
    pairs[start] = start;
    start += 1;
  }
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) {
    pairs[a.length - 1 - end] = b.length - 1 - end;
    end += 1;
  }
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  if (rows === 0 || columns === 0 || rows * columns > mostPairs) return pairs;
  // The length of the longest common subsequence from each pair of places on.
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        a[start + row] === b[start + column]
          ? 1 + longest[(row + 1) * width + column + 1]!
          : Math.max(longest[(row + 1) * width + column]!, longest[row * width + column + 1]!);
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (a[start + row] === b[start + column]) {
      pairs[start + row] = start + column;
      [row, column] = [row + 1, column + 1];
    } else if (longest[(row + 1) * width + column]! >= longest[row * width + column + 1]!) row += 1;
    else column += 1;
  }
  return pairs;
}
