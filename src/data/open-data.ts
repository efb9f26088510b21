import * as z from "zod";

/**
 * A table of open data. It is described once, by the zod schema of its rows: from it come the type
 * of a row, the JSON Schema, the header of the CSV files, and the table of columns on the page.
 * Circular 22/2023/TT-BTTTT asks such sites for structured data to share.
 */
export type Dataset = {
  /** As in addresses: `bai-viet`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /**
   * Its keys are the columns, in their order; the description of a key says what the column means.
   */
  readonly row: z.ZodObject<Readonly<Record<string, z.ZodType>>>;
};

/** A row with every key of its dataset; what is not known is null, or a list without items. */
export type DataRow = Readonly<Record<string, DataCell>>;
export type DataCell = string | number | boolean | null | readonly string[];

export const columnTypes = ["text", "date", "url", "integer", "number", "boolean", "list"] as const;
export type ColumnType = (typeof columnTypes)[number];

export type Column = {
  readonly key: string;
  readonly type: ColumnType;
  /** Whether it may be null. */
  readonly nullable: boolean;
  /** The only values that occur, where they are a fixed list; otherwise empty. */
  readonly values: readonly string[];
  readonly meaning: string;
};

/** Returns the columns of a dataset, read from the schema of its rows. */
export function columnsOf({ row }: Dataset): readonly Column[] {
  return Object.entries(row.shape).map(([key, cell]) => {
    const known = cell instanceof z.ZodNullable ? cell.unwrap() : cell;
    const schema = jsonSchemaOf(known as z.ZodType);
    return {
      key,
      type: columnType(schema),
      nullable: known !== cell,
      values: (schema.enum ?? itemValues(schema)).map(String),
      meaning: cell.description ?? "",
    };
  });
}

/** Returns the JSON Schema of a value, as a document of its own at an address. */
export function schemaDocument(url: string, schema: z.ZodType): object {
  const { $schema, ...rest } = jsonSchemaOf(schema);
  return { $schema, $id: url, ...rest };
}

/** Returns the schema of a dataset's JSON files: a list of its rows. */
export function rowsSchema({ title, description, row }: Dataset): z.ZodType {
  return z.array(row).meta({ title, description });
}

type JsonSchema = z.core.JSONSchema.JSONSchema;

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: "draft-2020-12",
    override({ jsonSchema }) {
      // Drops what only our own types say, and what a format says already.
      delete jsonSchema.readOnly;
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
}

/** Returns the values that the items of a list may have, where they are fixed. */
function itemValues({ items }: JsonSchema): readonly unknown[] {
  return typeof items === "object" && !Array.isArray(items) ? (items.enum ?? []) : [];
}

function columnType({ type, format }: JsonSchema): ColumnType {
  if (type === "array") return "list";
  if (type === "string") return format === "date" ? "date" : format === "uri" ? "url" : "text";
  const known = columnTypes.find((name) => name === type);
  if (known === undefined) throw new Error(`No type of column is known for ${type}.`);
  return known;
}
