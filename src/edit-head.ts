import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, Scalar, Schema } from "yaml";
import { type HeadValue, headKeys, normalize, textOf, yamlText } from "./head-text.ts";
import type { YamlPath } from "./yaml.ts";

/** One field of the front matter and what it should be; undefined takes it out. */
export type HeadChange = { readonly at: YamlPath; readonly value: HeadValue };

const schema = new Schema({ schema: "failsafe" });

/**
 * Changes fields of an article's front matter in the text of its file. A value that is one word or
 * sentence is exchanged in its place; anything larger is written anew within its topmost key, with the
 * comments that stand in it. Every other byte stays as it was. The text must have a front matter that can be
 * read; else this throws.
 */
export function editHead(text: string, changes: readonly HeadChange[]): string {
  return changes.reduce(editOne, text);
}

function editOne(text: string, { at, value }: HeadChange): string {
  const { start, end, pairs } = headOf(text);
  const [key, ...rest] = at;
  const pair = pairs.find(({ name }) => name === key);
  if (pair === undefined) {
    if (value === undefined || rest.length > 0) return text;
    return splice(text, placeFor(String(key), pairs, end), 0, yamlText({ [String(key)]: value }));
  }
  if (rest.length === 0 && value === undefined)
    return splice(text, pair.from, pair.to - pair.from, "");
  const node = nodeAt(pair.node, rest);
  if (isScalar(node) && node.range && isSimple(value) && isOneLine(node)) {
    const [from, to] = node.range;
    const written = yamlText({ [nameOf(at)]: value })
      .slice(nameOf(at).length + 1)
      .trim();
    // Behind a colon without anything there is no blank yet.
    const gap = text[start + from - 1] === ":" ? " " : "";
    return splice(text, start + from, to - from, gap + written);
  }
  const document = parseDocument(text.slice(pair.from, pair.to), { schema });
  document.setIn(rest.length === 0 ? [key] : at, document.createNode(plain(value)));
  if (value === undefined) document.deleteIn(at);
  const changed = isMap(document.contents) ? document.contents.items[0]?.value : undefined;
  if (changed) normalize(changed as Node);
  return splice(text, pair.from, pair.to - pair.from, textOf(document));
}

/**
 * Puts the topmost keys into the order of the normal form, each with the comments above it. Undefined
 * when they are in order, or when a key is not known.
 */
export function orderHead(
  text: string,
): { text: string; before: readonly string[]; after: readonly string[] } | undefined {
  const { start, end, pairs } = headOf(text);
  const before = pairs.map(({ name }) => name);
  const after = headKeys.filter((key) => before.includes(key));
  if (after.length !== before.length || before.every((key, at) => key === after[at]))
    return undefined;
  // A comment at the top that stands apart from the first key is about the whole.
  const top = /^(?:[ \t]*#.*\n)*[ \t]*\n/u.exec(text.slice(start, pairs[0]!.from))?.[0].length ?? 0;
  const blocks = new Map(
    pairs.map(({ name, to }, at) => [
      name,
      text.slice(at === 0 ? start + top : pairs[at - 1]!.to, to),
    ]),
  );
  const last = pairs.at(-1)!.to;
  const ordered = after.map((key) => blocks.get(key)).join("");
  return {
    text: text.slice(0, start + top) + ordered + text.slice(last, end) + text.slice(end),
    before,
    after,
  };
}

type Field = {
  readonly name: string;
  readonly node: Node | null;
  /** Where its lines begin and end in the file, a comment of its own above it not included. */
  readonly from: number;
  readonly to: number;
};

/** Where the front matter stands in the text of a file, and its topmost keys. */
function headOf(text: string): {
  readonly start: number;
  readonly end: number;
  readonly pairs: readonly Field[];
} {
  const start = text.indexOf("\n") + 1;
  const end = text.indexOf("\n---", start - 1) + 1;
  if (text.slice(0, start).trimEnd() !== "---" || end === 0) throw new Error("no front matter");
  const document = parseDocument(text.slice(start, end), { schema });
  if (document.errors.length > 0) throw document.errors[0]!;
  const { contents } = document;
  const items = isMap(contents) ? (contents.items as Pair<Node, Node | null>[]) : [];
  const pairs = items.map(({ key, value }): Field => {
    const from = start + key.range![0];
    const valueEnd = start + Math.max(value?.range?.[1] ?? 0, key.range![1]);
    const lineEnd = text.indexOf("\n", Math.max(from, valueEnd - 1)) + 1;
    return { name: String((key as Scalar).value), node: value, from, to: lineEnd };
  });
  return { start, end, pairs };
}

/** Before the first key that comes later in the normal form; at the end where there is none. */
function placeFor(key: string, pairs: readonly Field[], end: number): number {
  const later = new Set(headKeys.slice(headKeys.indexOf(key) + 1));
  return pairs.find(({ name }) => later.has(name))?.from ?? end;
}

function nodeAt(from: Node | null, path: YamlPath): Node | undefined {
  let node: unknown = from;
  for (const step of path) {
    if (step === 0 && !isSeq(node)) continue;
    node = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
  }
  return (node as Node | null | undefined) ?? undefined;
}

function nameOf(path: YamlPath): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

function isSimple(value: HeadValue): value is string | number | boolean {
  return value !== undefined && typeof value !== "object";
}

function isOneLine({ type }: Scalar): boolean {
  return type !== Scalar.BLOCK_FOLDED && type !== Scalar.BLOCK_LITERAL;
}

function plain(value: HeadValue): unknown {
  return value === undefined ? null : structuredClone(value);
}

function splice(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}
