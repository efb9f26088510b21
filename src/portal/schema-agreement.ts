import { columnsOf } from "../data/open-data.ts";
import type { ReadDataset } from "./published-rows.ts";

/** A column of which the schema that a site publishes says something else than ours. */
export type Disagreement = {
  readonly column: string;
  readonly found: string;
  readonly wanted: string;
};

/** What a schema that a site publishes says of the columns of a dataset. */
export type Agreement = {
  readonly disagreements: readonly Disagreement[];
  /** Columns that a newer version of the program has added. */
  readonly unknown: readonly string[];
};

/**
 * Compares the JSON Schema that a site publishes of a dataset with the columns that we read. It is
 * a stranger's document, so it is looked at and never run: a pattern in it could hold up a build
 * for hours. The rows themselves are checked by our own schema.
 *
 * @returns undefined when it is no schema of a list of rows
 */
export function agreementOf(
  published: unknown,
  { dataset, row }: ReadDataset<unknown>,
): Agreement | undefined {
  const properties = at(published, "items", "properties");
  if (!isObject(properties)) return undefined;
  const columns = new Map(columnsOf(dataset).map((column) => [column.key, column.type]));
  const disagreements = Object.keys(row.shape).flatMap((column): Disagreement[] => {
    const wanted = columns.get(column)!;
    if (!Object.hasOwn(properties, column)) return [{ column, found: "", wanted }];
    const found = typeOf(properties[column]);
    return found === wanted ? [] : [{ column, found, wanted }];
  });
  const unknown = Object.keys(properties).filter((column) => !columns.has(column));
  return { disagreements, unknown };
}

/** Names the type of a column as the page of the open data does. */
function typeOf(schema: unknown): string {
  const choices = at(schema, "anyOf");
  const known = Array.isArray(choices) ? choices.find((one) => nameIn(one) !== "") : schema;
  const type = nameIn(known);
  if (type === "array") return "list";
  if (type !== "string") return type || "?";
  const format = at(known, "format");
  return format === "date" ? "date" : format === "uri" ? "url" : "text";
}

/** Returns the type that a schema names besides null; empty where it names none. */
function nameIn(schema: unknown): string {
  const named = [at(schema, "type")].flat().filter((one) => one !== "null");
  return named.length === 1 && typeof named[0] === "string" ? named[0] : "";
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys)
    found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
