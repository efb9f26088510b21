import { leftOut } from "../../text/left-out.ts";
import { countSyllables } from "../../text/vietnamese.ts";
import { textRun } from "./drawings.ts";
import { childOf, childrenOf, element, textIn, valOf, type XmlElement } from "./xml.ts";

/** A cell with the lines of the grid between which it is: 0 is the left edge of the table. */
type Place = {
  readonly cell: XmlElement;
  readonly start: number;
  end: number;
  /** Where a row begins late or ends early there is no cell in the file. */
  readonly isGap: boolean;
};

/**
 * Makes a table (`w:tbl`) one of rows and cells only, with a cell in each of its columns, so that
 * what is merged keeps its place. Returns what has to be said behind it.
 */
export function straightenTable(table: XmlElement): XmlElement[] {
  const changes: string[] = [];
  const count = (number: number, what: string) => {
    if (number > 0) changes.push(`${what.replace("%", String(number))}`);
  };
  const rows = inside(table, "w:tr");
  const isChanged = (row: XmlElement, name: string) =>
    childOf(childOf(row, "w:trPr"), name) !== undefined;
  const kept = rows.filter((row) => !isChanged(row, "w:del"));
  count(kept.filter((row) => isChanged(row, "w:ins")).length, "thêm % hàng của bảng");
  count(rows.length - kept.length, "xóa % hàng của bảng");
  const isCellChanged = (cell: XmlElement, name: string) =>
    childOf(childOf(cell, "w:tcPr"), name) !== undefined;
  const cells = kept.flatMap((row) => inside(row, "w:tc"));
  count(cells.filter((cell) => isCellChanged(cell, "w:cellIns")).length, "thêm % ô của bảng");
  const deleted = cells.filter((cell) => isCellChanged(cell, "w:cellDel"));
  count(deleted.length, "xóa % ô của bảng");
  for (const cell of deleted) empty(cell);

  const covered: XmlElement[] = [];
  const all = kept.map((row) => placesIn(row, covered));
  const lines = linesOf(all.flat(), childOf(table, "w:tblGrid"));
  const places = all.map((row) => row.filter(({ start, end }) => lines[end]! > lines[start]!));
  for (const [at, row] of kept.entries()) {
    const properties = childrenOf(row, "w:trPr");
    for (const { cell, start, end } of places[at]!) setSpan(cell, lines[end]! - lines[start]!);
    row.children = [...properties, ...places[at]!.map(({ cell }) => cell)];
  }
  coverCells(places, lines, covered);
  const properties = table.children.filter(
    (child) => typeof child !== "string" && /^w:tbl(?:Pr|Grid)$/u.test(child.name),
  );
  table.children = [...properties, ...kept];

  const hidden = covered.map((cell) => textIn(cell, "w:t")).join(" ");
  for (const cell of covered) empty(cell);
  const said = [
    ...(changes.length > 0
      ? [`sửa đổi chưa được chấp nhận trong tệp Word: ${changes.join(", ")}`]
      : []),
    ...(hidden.trim() === ""
      ? []
      : [`chữ nằm khuất dưới ô gộp của bảng (${countSyllables(hidden)} tiếng)`]),
  ];
  return said.map((what) => element("w:p", {}, textRun(leftOut(what))));
}

/** Returns the rows of a table or the cells of a row, also those within controls and marks. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === "w:tbl" ? [] : inside(child, name);
  });
}

/** No table of an article is wider. */
const mostColumns = 60;

/** Returns the cells of a row, with empty ones where it begins late or ends early. */
function placesIn(row: XmlElement, covered: XmlElement[]): Place[] {
  const properties = childOf(row, "w:trPr");
  const places: Place[] = [];
  let line = 0;
  const add = (cell: XmlElement, width: number, isGap = false) => {
    const end = line + Math.min(mostColumns, Math.max(1, width));
    places.push({ cell, start: line, end, isGap });
    line = end;
  };
  const leave = (name: string) => {
    const width = Number(valOf(properties, name) ?? 0) || 0;
    if (width > 0) add(element("w:tc", {}, element("w:tcPr"), element("w:p")), width, true);
  };
  leave("w:gridBefore");
  for (const cell of inside(row, "w:tc")) {
    const own = childOf(cell, "w:tcPr");
    const width = Number(valOf(own, "w:gridSpan") ?? 1) || 1;
    const merged = childOf(own, "w:hMerge");
    const last = places.at(-1);
    // The old way to merge cells of a row leaves the others in it, and nobody sees them.
    if (merged === undefined || merged.attributes["w:val"] === "restart" || last === undefined)
      add(cell, width);
    else {
      line += Math.min(mostColumns, Math.max(1, width));
      last.end = line;
      covered.push(cell);
    }
  }
  leave("w:gridAfter");
  return places;
}

/** In twentieths of a point: half a centimetre. */
const nearLines = 284;

/**
 * Returns for each line of the grid which one it is of those that readers see. Lines at which no
 * cell begins or ends are none. Lines close to each other are one, unless there is a cell between
 * them: they are the same border, drawn by hand a little to the left or right from row to row.
 */
function linesOf(places: readonly Place[], grid: XmlElement | undefined): readonly number[] {
  const last = Math.max(0, ...places.map(({ end }) => end));
  const positions = [0];
  for (const column of childrenOf(grid, "w:gridCol"))
    positions.push(positions.at(-1)! + (Number(column.attributes["w:w"]) || Number.NaN));
  /** For each line that a cell has as its border, half the width of the narrowest such cell. */
  const reach = new Map([0, last].map((line) => [line, Number.POSITIVE_INFINITY]));
  /** For each line, the one where the narrowest cell that ends there begins. */
  const begins = new Map<number, number>();
  for (const { start, end, isGap } of places) {
    if (isGap && positions[end]! - positions[start]! <= nearLines) continue;
    const half = (positions[end]! - positions[start]!) / 2;
    for (const line of [start, end])
      reach.set(line, Math.min(half, reach.get(line) ?? Number.POSITIVE_INFINITY));
    begins.set(end, Math.max(start, begins.get(end) ?? 0));
  }
  const lines: number[] = [];
  let number = 0;
  let first = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let line = 0; line <= last; line += 1) {
    const own = reach.get(line);
    if (own !== undefined && line > 0) {
      // What is nearer than half a cell is still over or below that cell for the most part.
      const most = Math.max(nearLines, Math.min(own, narrowest));
      const isNear = positions[line]! - positions[first]! <= most;
      if (!isNear || (begins.get(line) ?? -1) >= first) {
        number += 1;
        first = line;
        narrowest = own;
      } else narrowest = Math.min(own, narrowest);
    }
    lines.push(number);
  }
  return lines;
}

/** Leaves only cells merged with the one above that is as wide; any other is one of its own. */
function coverCells(
  places: readonly (readonly Place[])[],
  lines: readonly number[],
  covered: XmlElement[],
): void {
  let open = new Map<number, number>();
  for (const row of places) {
    const next = new Map<number, number>();
    for (const { cell, start, end } of row) {
      const merged = childOf(childOf(cell, "w:tcPr"), "w:vMerge");
      if (merged === undefined) continue;
      const isCovered =
        merged.attributes["w:val"] !== "restart" && open.get(lines[start]!) === lines[end]!;
      if (isCovered) covered.push(cell);
      else merged.attributes["w:val"] = "restart";
      next.set(lines[start]!, lines[end]!);
    }
    open = next;
  }
}

function setSpan(cell: XmlElement, width: number): void {
  let properties = childOf(cell, "w:tcPr");
  if (properties === undefined) {
    properties = element("w:tcPr");
    cell.children.unshift(properties);
  }
  const others = properties.children.filter(
    (child) => typeof child === "string" || !/^w:(?:gridSpan|hMerge)$/u.test(child.name),
  );
  properties.children = [...others, element("w:gridSpan", { "w:val": String(width) })];
}

/** Takes away what is in a cell. */
function empty(cell: XmlElement): void {
  cell.children = [...childrenOf(cell, "w:tcPr"), element("w:p")];
}
