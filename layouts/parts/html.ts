import { escapeHtml } from "../../src/text/escape-html.ts";

/**
 * Safe HTML is a type of its own: a plain string put into a template is escaped, only what came
 * from a template (or through `trustedHtml`, the one loud door) goes in as it is.
 */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** `false`, `null` and `undefined` draw nothing, so that a template can have a condition in it. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

/**
 * Lets a text through unescaped. Only for HTML that the Markdown renderer made, and for whole files
 * of our own.
 */
export function trustedHtml(text: string): Html {
  return new Html(text);
}

/**
 * Returns data as JSON for a `<script>` that is no program. Nothing in it can end the element or
 * begin a comment, because `<` is written as an escape.
 */
export function jsonForScript(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

const trimmed = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * The template tag for HTML and XML: escapes what is put in, and drops the indentation of the code.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let parts = trimmed.get(strings);
  if (parts === undefined) {
    parts = strings.map((part) => part.replaceAll(/\n\s*/gu, "\n"));
    trimmed.set(strings, parts);
  }
  let text = parts[0] ?? "";
  for (let i = 0; i < values.length; i += 1) {
    text += textOf(values[i]) + parts[i + 1];
  }
  return new Html(text);
}

function textOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return value.map(textOf).join("");
}
