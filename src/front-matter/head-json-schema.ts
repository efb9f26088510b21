import * as z from "zod";
import { fieldWords } from "./field-words.ts";
import { headSchema } from "./head.ts";

/**
 * Returns the front matter as JSON Schema, for editors that complete and check while the writer
 * types. It says what may be written; only our own check explains each mistake in words of its own.
 */
export function headJsonSchema(): object {
  const { $schema, ...schema } = jsonSchemaOf(headSchema);
  const { properties } = schema as { properties: Record<string, object> };
  return {
    $schema,
    title: "Phần đầu bài của Bản tin",
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        { description: describe(key), ...value },
      ]),
    ),
  };
}

function describe(key: string): string {
  const { label, help } = fieldWords[key]!;
  return help === undefined ? `${label}.` : `${label}. ${help}`;
}

function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    reused: "inline",
    override({ jsonSchema }) {
      const { shortFor, whole, most } = jsonSchema as {
        shortFor?: "list" | "group";
        whole?: z.ZodType;
        most?: number;
      };
      if (whole === undefined) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as never];
      const { $schema: _, ...inner } = jsonSchemaOf(whole);
      // One item may be written in place of a list of one, and a name in place of a group with only
      // that name.
      const short =
        shortFor === "list"
          ? { type: "array", items: inner, maxItems: most }
          : { type: "string", minLength: 1 };
      Object.assign(jsonSchema, { anyOf: [inner, short] });
    },
  }) as Record<string, unknown>;
}
