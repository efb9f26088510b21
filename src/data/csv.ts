import type { DataCell, DataRow } from "./open-data.ts";

/** Separates the items of a list in one cell. */
const listSeparator = "; ";

/**
 * Returns rows as CSV that a spreadsheet opens with a double click: UTF-8 with a byte order mark,
 * without which Excel shows Vietnamese as garbage, and the line ends of RFC 4180.
 *
 * A text that begins like a formula gets an apostrophe before it. Articles come from many hands,
 * and a title such as `=HYPERLINK(…)` must not run on the machine of anyone who opens the file.
 * Where the comma is for decimals, as in Viet Nam, a spreadsheet takes the semicolon to separate
 * cells, so what follows one is treated alike.
 */
export function csvText(columns: readonly string[], rows: readonly DataRow[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
  return `\uFEFF${lines.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("")}`;
}

/** Matches texts that may need an apostrophe or quotation marks. Most cells have none of this. */
const special = /^[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]|[;,"\r\n]/u;

/** The signs of formulas are in full width too: some spreadsheets take those for the others. */
const formulas = /^(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])|(;\s*)(?=[=+\-@])/gu;

function cellText(cell: DataCell): string {
  if (cell === null) return "";
  // A number below nought is no formula.
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const text = typeof cell === "string" ? cell : cell.map(itemText).join(listSeparator);
  if (!special.test(text)) return text;
  const harmless = text.replaceAll(formulas, "$1'");
  return /[,"\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Replaces semicolons. Parallel lists are read item by item, so an item must not look like two. */
function itemText(item: string): string {
  return item.replaceAll(";", ",");
}
