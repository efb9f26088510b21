import { leftOut } from "../../text/left-out.ts";
import { textRun } from "./drawings.ts";
import { childOf, childrenOf, element, valOf, type XmlElement, type XmlNode } from "./xml.ts";

/**
 * Makes a table (`w:tbl`) one of rows and cells only, with a cell in each of its columns, so that
 * what is merged keeps its place. Returns what has to be said behind it.
 */
export function straightenTable(table: XmlElement): XmlElement[] {
  const rows = inside(table, "w:tr");
  const kept = rows.filter((row) => childOf(childOf(row, "w:trPr"), "w:del") === undefined);
  const properties = table.children.filter(
    (child) => typeof child !== "string" && /^w:tbl(?:Pr|Grid)$/u.test(child.name),
  );
  table.children = [...properties, ...kept];
  for (const row of kept) straightenRow(row);
  const deleted = rows.length - kept.length;
  if (deleted === 0) return [];
  const mark = leftOut(`sửa đổi chưa được chấp nhận trong tệp Word: xóa ${deleted} hàng của bảng`);
  return [element("w:p", {}, textRun(mark))];
}

/** Returns the rows of a table or the cells of a row, also those within controls and marks. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === "w:tbl" ? [] : inside(child, name);
  });
}

function straightenRow(row: XmlElement): void {
  const properties = childOf(row, "w:trPr");
  const cells: XmlNode[] = [];
  const leave = (name: string) => {
    const width = Number(valOf(properties, name) ?? 0) || 0;
    if (width > 0) cells.push(emptyCell(width));
  };
  leave("w:gridBefore");
  for (const cell of inside(row, "w:tc")) {
    const merged = childOf(childOf(cell, "w:tcPr"), "w:hMerge");
    // The old way to merge cells of a row leaves the others in it, and nobody sees them.
    const isCovered = merged !== undefined && merged.attributes["w:val"] !== "restart";
    cells.push(isCovered ? emptyCell(1) : cell);
  }
  leave("w:gridAfter");
  row.children = [...(properties === undefined ? [] : [properties]), ...cells];
}

/** No table of an article is wider. */
const mostColumns = 60;

function emptyCell(width: number): XmlElement {
  const span = element("w:gridSpan", { "w:val": String(Math.min(mostColumns, width)) });
  return element("w:tc", {}, element("w:tcPr", {}, span), element("w:p"));
}
