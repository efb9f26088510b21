import * as z from "zod";
import { formsAskedFor, formsWith } from "../award.ts";
import { decimal, decimalQuantity, whole, wholeQuantity, wholeSpan } from "../yaml/numbers.ts";
import { cut, focus } from "../yaml/percents.ts";
import {
  day,
  dayOfSpan,
  partialDay,
  text,
  webUrl,
  year,
  yearSpan,
  yesOrNo,
} from "../yaml/schema.ts";
import type { Field, Input, SimpleKind } from "./field.ts";
import { fieldWords } from "./field-words.ts";
import { headSchema } from "./head.ts";

/*
 * Schema → form. The schema says what fields there are and what they may hold; the words for people
 * are in field-words.ts.
 */

/** How a building block of the schema looks in a form; any other is a line of text. */
const kinds: ReadonlyMap<z.ZodType, SimpleKind> = new Map<z.ZodType, SimpleKind>([
  [text, "line"],
  [day, "day"],
  [dayOfSpan, "day"],
  [partialDay, "partialDay"],
  [whole, "whole"],
  [decimal, "decimal"],
  [wholeQuantity, "quantity"],
  [wholeSpan, "quantity"],
  [decimalQuantity, "quantity"],
  [year, "year"],
  [yearSpan, "years"],
  [yesOrNo, "yesNo"],
  [webUrl, "address"],
  [cut, "crop"],
  [focus, "focus"],
]);

/** Fields that mean more than their type says. */
const meanings: Readonly<Record<string, SimpleKind>> = {
  unit: "unit",
  "awards.by": "unit",
  "awards.proposed_by": "unit",
  "awards.count": "quantity",
  "figures.name": "series",
  "figures.about": "unit",
  "event.unit": "unit",
  mentions: "unit",
  tags: "tag",
  "images.src": "picture",
  "documents.file": "pdf",
  summary: "prose",
  "images.alt": "prose",
  "images.caption": "prose",
  "awards.doubt": "prose",
  "corrections.wrong": "prose",
  "corrections.right": "prose",
  "withdrawn.reason": "prose",
};

/** Fields that mean something only beside some values of another field. */
const conditions: Readonly<Record<string, Field["onlyWhere"]>> = {
  ...Object.fromEntries(
    Object.entries(formsAskedFor).map(([key, values]) => [
      `awards.${key}`,
      { key: "form", values: [...values, ""] },
    ]),
  ),
  "awards.step": { key: "form", values: formsWith.step },
  "awards.early": { key: "form", values: formsWith.early },
  "awards.revocation": { key: "status", values: ["thu hồi"] },
};

/** The front matter of an article as a form, in the order of the normal form. */
export const headForm: readonly Field[] = fieldsOf(headSchema, "");

/** @param way the way to the group that holds the fields, empty for the whole */
function fieldsOf(schema: z.ZodObject, way: string): Field[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => {
    const inner = way === "" ? key : `${way}.${key}`;
    const words = fieldWords[inner];
    if (words === undefined) throw new Error(`No words for the field ${inner}.`);
    const isRequired = !(field instanceof z.ZodOptional);
    const { label, help = "", one = "" } = words;
    const onlyWhere = conditions[inner];
    const input = inputOf(field, inner);
    return { key, label, help, one, isRequired, ...(onlyWhere ? { onlyWhere } : {}), input };
  });
}

function inputOf(schema: z.ZodType, way: string): Input {
  if (schema instanceof z.ZodOptional) return inputOf(schema.unwrap() as z.ZodType, way);
  const { shortFor, short, whole: full, enum: choices } = (schema.meta() ?? {}) as Meta;
  if (shortFor === "list") return { kind: "list", item: inputOf(full!, way) };
  const group = full ?? schema;
  if (group instanceof z.ZodObject)
    return { kind: "group", fields: fieldsOf(group, way), ...(short ? { short } : {}) };
  const kind = meanings[way] ?? kinds.get(schema);
  if (kind === undefined && choices !== undefined) return { kind: "choice", choices };
  return { kind: kind ?? "line" };
}

/** What the building blocks of schema.ts say about themselves. */
type Meta = {
  readonly shortFor?: "list" | "group";
  readonly short?: string;
  readonly whole?: z.ZodType;
  readonly enum?: readonly string[];
};
