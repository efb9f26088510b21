import { parse } from "yaml";
import { parseDay } from "../day.ts";
import type { Field, Input } from "../front-matter/field.ts";
import { normalText } from "../front-matter/form-values.ts";
import { compose } from "../text/compose.ts";
import { fold } from "../text/vietnamese.ts";
import { type HeadValue, yamlText } from "../text/yaml-text.ts";
import { yesOrNoOf } from "../text/yes-or-no.ts";

/*
 * File ⇄ form. The editor would write YAML of its own, in which a missing value is "" or null, and
 * would not find the name in `author: Lê Thử`. So it reads and writes articles by these two
 * functions: a form holds everything in its long form, a file is in normal form. This runs in the
 * browser.
 */

/**
 * What has to be known besides the file. Plain data, because it is embedded in the editor's page.
 */
export type FormFacts = {
  readonly form: readonly Field[];
  /** The id of a unit by each of its names, folded. */
  readonly units: Readonly<Record<string, string>>;
};

/** What a form holds: the front matter, and the text of the article as `body`. */
export type Entry = { readonly [key: string]: unknown };

const fileForm = /^\ufeff?---[ \t]*\n(?<head>.*?)(?<=\n)---[ \t]*(?:\n(?<body>.*))?$/su;

/**
 * Returns what the form shows of a file. Throws when the file has no front matter that can be read.
 */
export function entryOf(text: string, facts: FormFacts): Entry {
  const found = fileForm.exec(compose(text.replaceAll(/\r\n?/gu, "\n")))?.groups;
  if (found === undefined) throw new Error("Không thấy phần đầu bài.");
  // Without guessing, as the check reads it: every value is still the text that was written.
  const head: unknown = parse(found.head!, { schema: "failsafe", maxAliasCount: 0 });
  const opened = open({ kind: "group", fields: facts.form }, head, facts) as Entry;
  return { ...opened, body: (found.body ?? "").trim() };
}

/** Returns the file of what a form holds. What is empty in the form is not in the file. */
export function fileOf({ body, ...entry }: Entry, { form }: FormFacts): string {
  const head = close({ kind: "group", fields: form }, entry) ?? {};
  const text = typeof body === "string" ? compose(body).trim() : "";
  return `---\n${yamlText(head as { readonly [key: string]: HeadValue })}---\n\n${text}\n`;
}

/**
 * Converts a value of the file for the form. A wrong value stays as it is, so that the writer sees
 * it.
 */
function open(input: Input, value: unknown, facts: FormFacts): unknown {
  if (input.kind === "list") {
    const items = Array.isArray(value) ? value : value === "" ? [] : [value];
    return items.map((item) => open(input.item, item, facts));
  }
  if (input.kind === "group") {
    const group = typeof value === "string" && input.short ? { [input.short]: value } : value;
    if (typeof group !== "object" || group === null) return value;
    const inputs = new Map(input.fields.map((field) => [field.key, field.input]));
    return Object.fromEntries(
      Object.entries(group).map(([key, inner]) => {
        const known = inputs.get(key);
        return [key, known ? open(known, inner, facts) : inner];
      }),
    );
  }
  return typeof value === "string" ? openText(input, value, facts) : value;
}

function openText(input: Input, value: string, { units }: FormFacts): unknown {
  switch (input.kind) {
    case "day":
      return parseDay(value) ?? value;
    case "whole":
    case "year":
      return /^[1-9]\d*$/u.test(value) ? Number(value) : value;
    case "decimal":
      return /^-?\d+(?:\.\d+)?$/u.test(value) ? Number(value) : value;
    case "yesNo":
      return yesOrNoOf(value) ?? value;
    case "unit":
      return units[fold(value)] ?? value;
    case "choice":
      return input.choices.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value;
    default:
      return value;
  }
}

/** Converts a value of the form for the file; undefined when it is empty. */
function close(input: Input | undefined, value: unknown): HeadValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return closeText(input, value);
  if (typeof value === "number") return input?.kind === "decimal" ? decimalText(value) : value;
  if (typeof value === "boolean") return value;
  if (Array.isArray(value))
    return closeList(input?.kind === "list" ? input.item : undefined, value);
  const inputs = new Map(
    input?.kind === "group" ? input.fields.map((one) => [one.key, one.input]) : [],
  );
  // In the order of the form, followed by what the form does not know.
  const keys = new Set([...inputs.keys(), ...Object.keys(value)]);
  const group: Record<string, HeadValue> = {};
  for (const key of keys) {
    const inner = close(inputs.get(key), (value as Entry)[key]);
    if (inner !== undefined) group[key] = inner;
  }
  return Object.keys(group).length === 0 ? undefined : group;
}

function closeText(input: Input | undefined, written: string): HeadValue | undefined {
  const text = normalText(input ?? { kind: "line" }, written);
  if (text === "") return undefined;
  const isNumber = input?.kind === "years" || input?.kind === "quantity";
  return isNumber && String(Number(text)) === text ? Number(text) : text;
}

/**
 * Converts a list for the file. A name alone is written as such: `author: Lê Thử`, and several in a
 * list.
 */
function closeList(item: Input | undefined, values: readonly unknown[]): HeadValue | undefined {
  const isNamed = item?.kind === "group" && item.short === "name";
  const items = values.flatMap((value): HeadValue[] => {
    const one = close(item, value);
    if (one === undefined) return [];
    if (!isNamed || typeof one !== "object" || !("name" in one)) return [one];
    return Object.keys(one).length === 1 ? [one.name] : [one];
  });
  if (items.length === 0) return undefined;
  const [only] = items;
  const standsAlone =
    isNamed && items.length === 1 && typeof only === "string" && !/[,;]/u.test(only);
  return standsAlone ? only : items;
}

/**
 * Adds a zero to a number such as `1.625`, which might be meant as a thousand and some: the check
 * wants to see one more digit.
 */
function decimalText(value: number): HeadValue {
  return /^-?[1-9]\d{0,2}\.\d{3}$/u.test(String(value)) ? `${value}0` : value;
}
