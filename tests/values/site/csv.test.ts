import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText } from "../../../src/data/csv.ts";
import type { DataRow } from "../../../src/data/open-data.ts";

/** Texts that are full of what has a meaning in CSV, in formulas and in lists. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20;," ', "'", "\uFEFF", "\u00A0", "à"),
    fc.string({ unit: "grapheme", maxLength: 2 }),
  ),
  maxLength: 8,
});

const cell = fc.oneof(
  text,
  fc.array(text, { maxLength: 4 }),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

it("CSV is what a library for it writes", () => {
  const rows = fc.array(fc.record({ a: cell, b: cell, c: cell }), { maxLength: 4 });
  fc.assert(
    fc.property(rows, (some) => {
      expect(csvText(["a", "b", "c"], some)).toBe(byLibrary(["a", "b", "c"], some));
    }),
    { numRuns: 1_000 },
  );
});

/** Writes CSV with csv-stringify, which is slower: it asks anew for each cell what is wanted. */
function byLibrary(columns: readonly string[], rows: readonly DataRow[]): string {
  const withoutFormulas = (words: string) => words.replaceAll(/(;\s*)(?=[=+\-@])/gu, "$1'");
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
        Array.isArray(items)
          ? withoutFormulas(items.map((item: string) => item.replaceAll(";", ",")).join("; "))
          : "",
    },
  });
}
