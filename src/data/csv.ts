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
      object: (items: object) =>
        Array.isArray(items) ? items.map(itemText).join(listSeparator) : "",
    },
  });
}

/** Replaces semicolons. Parallel lists are read item by item, so an item must not look like two. */
function itemText(item: string): string {
  return item.replaceAll(";", ",");
}
