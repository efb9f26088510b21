import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import type { DataRow } from "../src/data/open-data.ts";

/** Reads a CSV file as its users see it: the names of the columns, and rows of texts. */
export function readCsv(text: string): { columns: string[]; rows: Record<string, string>[] } {
  let columns: string[] = [];
  const rows = parse(text, {
    bom: true,
    columns(header: string[]) {
      columns = header;
      return header;
    },
  }) as Record<string, string>[];
  return { columns, rows };
}

/** Converts a row of a JSON file to cells of the CSV file beside it, as the page describes them. */
export function asCells(row: DataRow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (value === null) return [key, ""];
      if (typeof value === "number" || typeof value === "boolean") return [key, `${value}`];
      const text =
        typeof value === "string"
          ? value
          : value.map((item) => item.replaceAll(";", ",")).join("; ");
      const cell = text.replaceAll(/(;\s*)(?=[=+\-@])/gu, "$1'");
      return [key, /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell];
    }),
  );
}

/** Returns what a JSON Schema finds wrong in a value. */
export function faultsBySchema(schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    formats: { date: /^\d{4}-\d\d-\d\d$/u, uri: (text: string) => URL.canParse(text) },
  });
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
