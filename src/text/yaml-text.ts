import { Document, isMap, isScalar, isSeq, type Node, type Pair, Scalar, visit } from "yaml";

/*
 * Values → YAML in normal form, the one that the guide shows: prose between quotation marks, short
 * lists and groups on one line. It knows no schema, so that a browser can load it without one.
 */

/** A value to be written; undefined and empty lists are left out. */
export type HeadValue =
  | string
  | number
  | boolean
  | undefined
  | readonly HeadValue[]
  | { readonly [key: string]: HeadValue };

export type HeadValues = { readonly [key: string]: HeadValue };

/**
 * Returns a group of values as YAML in normal form, its keys in the order given; ends in a line
 * break. Empty when nothing is left to write.
 */
export function yamlText(values: HeadValues): string {
  const document = new Document(withoutEmpty(values));
  if (document.contents) normalize(document.contents);
  return isMap(document.contents) && document.contents.items.length === 0 ? "" : textOf(document);
}

/** Returns a document's text as the guide writes it: `[a, b]`, but `{ name: a }`. */
function textOf(document: Document): string {
  return document
    .toString({ lineWidth: 0 })
    .replaceAll(/^(\s*(?:- )?\w+:) \[ (.*) \]$/gmu, "$1 [$2]");
}

/**
 * Gives nodes the style of the normal form: what is on one line, and what is between quotation
 * marks.
 */
function normalize(node: Node): void {
  visit(node, {
    Scalar(key, scalar, path) {
      if (key === "key" || typeof scalar.value !== "string") return;
      const pair = path.findLast((parent): parent is Pair => "key" in parent);
      const name = pair && isScalar(pair.key) ? String(pair.key.value) : "";
      scalar.type = isPlain(scalar.value, name) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
    Seq(_, list) {
      list.flow = list.items.every(isScalar);
    },
    Map(_, map, path) {
      const isInner = path.length > 1;
      map.flow =
        isInner && map.items.length <= 2 && map.items.every(({ value }) => isScalar(value));
    },
  });
  // A list on one line reads badly when one of its items takes several lines.
  if (isSeq(node) && node.items.some((item) => isMap(item) && !item.flow)) node.flow = false;
}

/**
 * Keys whose values are sentences: always between quotation marks, so that writers need not think.
 */
const prose: ReadonlySet<string> = new Set([
  "title",
  "summary",
  "alt",
  "caption",
  "credit",
  "wrong",
  "right",
  "doubt",
  "number",
  "url",
]);

const words = /^\p{L}[\p{L}\p{M}\p{N}]*(?:[ ./-]+[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u;
const numberOrDay = /^(?:\d{4}-\d{2}-\d{2}|\d{4}-\d{4}|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/u;
/** Words that some YAML readers take for something other than text. */
const ambiguous = /^(?:true|false|yes|no|on|off|null|y|n)$/iu;

function isPlain(value: string, key: string): boolean {
  if (key === "draft" || key === "cumulative") return true;
  if (prose.has(key)) return false;
  return (words.test(value) && !ambiguous.test(value)) || numberOrDay.test(value);
}

function withoutEmpty(value: HeadValue): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(withoutEmpty);
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const isEmpty = one === undefined || (Array.isArray(one) && one.length === 0);
      return isEmpty ? [] : [[key, withoutEmpty(one)]];
    }),
  );
}
