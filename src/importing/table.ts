/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A table by its columns: each row has as many cells as the table is wide. */
export type Grid = {
  /** What a row over the whole width above the head says. */
  readonly title: Element | undefined;
  /** The cells that reach into each place of the head, whose rows become one. */
  readonly head: readonly (readonly (Element | undefined)[])[];
  /** The cells that begin at each place below; a merged cell leaves the others empty. */
  readonly body: readonly (readonly (Element | undefined)[])[];
};

/** No table of an article is larger; one that says so was made to fill the memory. */
const mostSpan = 60;
const mostRows = 20_000;
const mostPlaces = 1_000_000;

/** Returns the rows of a table, and not those of tables in its cells. */
function rowsOf(table: Element): Element[] {
  return Array.from(table.children).flatMap((child) => {
    if (child.tagName === "TR") return [child];
    return /^(?:THEAD|TBODY|TFOOT)$/u.test(child.tagName) ? rowsOf(child) : [];
  });
}

/** Returns the cells of a table, and not those of tables in them. */
export function cellsOf(table: Element): Element[] {
  return rowsOf(table).flatMap(cellsIn);
}

function cellsIn(row: Element): Element[] {
  return Array.from(row.children).filter(({ tagName }) => tagName === "TD" || tagName === "TH");
}

function spanOf(cell: Element, name: "colspan" | "rowspan", most: number): number {
  return Math.min(most, Math.max(1, Math.trunc(Number(cell.getAttribute(name) ?? 1)) || 1));
}

/** Puts the cells of a table into the columns where they are shown. */
export function gridOf(table: Element): Grid {
  const sources = rowsOf(table)
    .filter((row) => cellsIn(row).length > 0)
    .slice(0, mostRows);
  const begun: (Element | undefined)[][] = sources.map(() => []);
  const reached: (Element | undefined)[][] = sources.map(() => []);
  let places = mostPlaces;
  for (const [at, row] of sources.entries()) {
    let column = 0;
    for (const cell of cellsIn(row)) {
      while (reached[at]![column] !== undefined) column += 1;
      let width = spanOf(cell, "colspan", mostSpan);
      let height = spanOf(cell, "rowspan", sources.length - at);
      if (width * height > places) [width, height] = [1, 1];
      else places -= width * height;
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1) reached[at + down]![column + right] ??= cell;
      begun[at]![column] = cell;
      column += width;
    }
  }
  const width = Math.max(0, ...reached.map((row) => row.length));
  const isSmall = width * sources.length <= mostPlaces;
  const wide = (row: (Element | undefined)[]) =>
    isSmall ? Array.from({ length: width }, (_, at) => row[at]) : row;
  const title =
    width > 1 && sources.length > 1 && isOne(reached[0]!, width) ? reached[0]![0] : undefined;
  const top = title === undefined ? 0 : 1;
  const end = top + headRows(sources.slice(top), reached.slice(top).map(wide));
  return {
    title,
    head: reached.slice(top, end).map(wide),
    body: begun.slice(end).map(wide),
  };
}

function isOne(row: readonly (Element | undefined)[], width: number): boolean {
  return row.length === width && new Set(row).size === 1;
}

/**
 * Returns how many rows the head of a table has: those that the table calls so, or as many as its
 * cells reach down beside one that is over several columns.
 */
function headRows(
  sources: readonly Element[],
  reached: readonly (readonly (Element | undefined)[])[],
): number {
  const called = sources.findIndex((row) => !isHeadRow(row));
  const first = reached[0] ?? [];
  const cells = [...new Set(first)].filter((cell) => cell !== undefined);
  const isWide = (cell: Element | undefined) =>
    cell !== undefined && spanOf(cell, "colspan", mostSpan) > 1;
  const atLeast = Math.min(mostHead, Math.max(1, called));
  if (cells.length < 2 || !cells.some(isWide) || sources.length < 3) return atLeast;
  const high = Math.max(...cells.map((cell) => spanOf(cell, "rowspan", sources.length)));
  if (high > 1) return Math.min(mostHead, Math.max(atLeast, high), sources.length - 1);
  const words = (reached[1] ?? []).map((cell) => (cell?.textContent ?? "").trim());
  // Cells beside the wide ones that are left empty were meant to be merged with those above.
  const isBelow = first.every(isWide)
    ? words.every((text) => /\p{L}/u.test(text))
    : first.every((cell, at) => isWide(cell) === (words[at] !== ""));
  return Math.max(atLeast, isBelow ? 2 : 1);
}

/** In rows. What calls more of them a head is a list of names. */
const mostHead = 4;

function isHeadRow(row: Element): boolean {
  return (
    row.parentElement?.tagName === "THEAD" ||
    Array.from(row.children).every(({ tagName }) => tagName === "TH")
  );
}

/** Returns the tables in the cells of a table. */
export function tablesInside(table: Element): Element[] {
  return Array.from(table.querySelectorAll("table")).filter(
    (inner) => inner.parentElement?.closest("table") === table,
  );
}
