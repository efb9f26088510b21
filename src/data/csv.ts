import { stringify } from "csv-stringify/sync";
import type { DataRow } from "./open-data.ts";

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
  return stringify([...rows], {
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: "windows",
    escape_formulas: true,
    // With the line ends of Windows a line feed alone would go unnoticed, and split a row in two.
    quoted_match: /[\r\n]/u,
    cast: {
      boolean: String,
      string: withoutFormulas,
      object: (items: object) =>
        Array.isArray(items) ? withoutFormulas(items.map(itemText).join(listSeparator)) : "",
    },
  });
}

/** Puts an apostrophe before what begins like a formula behind a semicolon. */
function withoutFormulas(text: string): string {
  return text.replaceAll(/(;\s*)(?=[=+\-@])/gu, "$1'");
}

/** Replaces semicolons. Parallel lists are read item by item, so an item must not look like two. */
function itemText(item: string): string {
  return item.replaceAll(";", ",");
}
