import { isMap, isSeq, type Node, type Pair, parseDocument, type Scalar, Schema } from "yaml";
import type { YamlPath } from "../problems/problem.ts";

/* Where things are in the text of a front matter. All offsets are in UTF-16 units. */

const schema = new Schema({ schema: "failsafe" });

export type HeadLines = {
  readonly name: string;
  /** Where its lines begin and end in the file, without comments above it. */
  readonly from: number;
  readonly to: number;
};

/**
 * Returns where the front matter is in the text of a file, and its topmost keys. Throws when there
 * is none, or when it is not YAML.
 */
export function headOf(text: string): {
  readonly start: number;
  readonly end: number;
  readonly pairs: readonly HeadLines[];
} {
  const start = text.indexOf("\n") + 1;
  const end = text.indexOf("\n---", start - 1) + 1;
  if (text.slice(0, start).trimEnd() !== "---" || end === 0) throw new Error("no front matter");
  const yaml = text.slice(start, end);
  const pairs = pairsOf(readYaml(yaml)).map((pair): HeadLines => {
    const { from, to } = linesOf(pair, yaml);
    return { name: keyOf(pair), from: start + from, to: start + to };
  });
  return { start, end, pairs };
}

/** Reads YAML into nodes that know their places. Throws when it is not YAML. */
export function readYaml(yaml: string): Node | null {
  const document = parseDocument(yaml, { schema });
  if (document.errors.length > 0) throw document.errors[0]!;
  return document.contents;
}

export type KeyedPair = { readonly key: Scalar; readonly value: Node | null };

export function pairsOf(node: Node | null | undefined): readonly KeyedPair[] {
  return isMap(node) ? (node.items as Pair<Scalar, Node | null>[]) : [];
}

export function keyOf({ key }: KeyedPair): string {
  return String(key.value);
}

/**
 * Returns the lines of a pair: from its key to the end of its last line, with the comments below it
 * that are indented further than the key.
 */
export function linesOf({ key, value }: KeyedPair, yaml: string): { from: number; to: number } {
  const from = key.range![0];
  const valueEnd = Math.max(value?.range?.[1] ?? 0, key.range![1]);
  let to = lineEnd(yaml, Math.max(from, valueEnd - 1));
  const indent = columnOf(yaml, from);
  for (let next = to; next < yaml.length; ) {
    const line = yaml.slice(next, lineEnd(yaml, next));
    const comment = line.search(/\S/u);
    if (comment !== -1 && (comment <= indent || line[comment] !== "#")) break;
    next += line.length;
    if (comment !== -1) to = next;
  }
  return { from, to };
}

/** Returns the node at a path: undefined where there is nothing, null for a key without a value. */
export function nodeAt(from: Node | null, path: YamlPath): Node | null | undefined {
  let node: unknown = from;
  for (const step of path) {
    node = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
  }
  return node as Node | null | undefined;
}

/** Returns the column of an offset in its line, from 0. */
export function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf("\n", at - 1) + 1);
}

/** Returns where the line of an offset ends, behind its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}

export function splice(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}
