/*
 * TablePress keeps each table as a post of its own: rows of cells as JSON, and beside them the
 * number by which texts call it (`[table id=5 /]`).
 */

/** What a cell says that is merged with the one before it or above it. */
const merged = /^#(?:colspan|rowspan|span)#$/u;

/**
 * Returns a table as HTML; undefined when it cannot be read.
 *
 * @param json the rows, each a list of cells that hold HTML
 * @param options what TablePress keeps beside them, as JSON
 */
export function tablePressHtml(json: string, options: string): string | undefined {
  const rows = parsed(json);
  const isTable =
    Array.isArray(rows) &&
    rows.length > 0 &&
    rows.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === "string"));
  if (!isTable) return undefined;
  const told = parsed(options) as { readonly table_head?: unknown } | undefined;
  const hasHead = told?.table_head !== false && told?.table_head !== 0;
  const lines = (rows as string[][]).map((row, at) => {
    const name = at === 0 && hasHead ? "th" : "td";
    const cells = row.map((cell) => `<${name}>${merged.test(cell.trim()) ? "" : cell}</${name}>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${lines.join("")}</table>`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
