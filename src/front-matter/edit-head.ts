import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { YamlPath } from "../problems/problem.ts";
import { knownKeys } from "../yaml/check.ts";

import { headSchema } from "./head.ts";
import {
  columnOf,
  headOf,
  keyOf,
  lineEnd,
  linesOf,
  nodeAt,
  pairsOf,
  readYaml,
  splice,
} from "./head-lines.ts";
import { type HeadValue, headText, yamlText } from "./head-text.ts";

/** One field of the front matter and what it should be. */
export type HeadChange = {
  readonly at: YamlPath;
  /** Undefined deletes the field. */
  readonly value: HeadValue;
  /** For an item of a list: it is inserted before the one that is there, or at the end. */
  readonly isNew?: boolean;
  /** For an item of a list: the index that it is moved from, as it is. */
  readonly from?: number;
};

/**
 * Changes fields of an article's front matter in the text of its file, one after the other. A
 * change touches the lines of its own field or item and leaves every other byte, comments included;
 * only a group or list between braces or brackets is written anew as a whole. Throws when the text
 * has no front matter that can be read.
 */
export function editHead(text: string, changes: readonly HeadChange[]): string {
  const { start, end } = headOf(text);
  return text.slice(0, start) + changes.reduce(editYaml, text.slice(start, end)) + text.slice(end);
}

/** False for a text whose front matter is missing or is not YAML. */
export function canEditHead(text: string): boolean {
  try {
    headOf(text);
    return true;
  } catch {
    return false;
  }
}

function editYaml(yaml: string, change: HeadChange): string {
  const { at, value, isNew = false, from } = change;
  const root = readYaml(yaml);
  if (at.length === 0) return headText(value as { readonly [key: string]: HeadValue });
  const way = at.slice(0, -1);
  const last = at.at(-1)!;
  const parent = nodeAt(root, way);
  if (parent === undefined || (parent === null && way.length > 0)) {
    if (value === undefined) return yaml;
    const wrapped = typeof last === "string" ? { [last]: value } : [value];
    return editYaml(yaml, { at: way, value: wrapped });
  }
  if (from !== undefined && isSeq(parent)) {
    const moved = !parent.flow && moveItem(yaml, root, parent, at, from);
    if (typeof moved === "string") return moved;
    const items = [...(valuesIn(parent) as readonly HeadValue[])];
    items.splice(Number(last), 0, ...items.splice(from, 1));
    return editYaml(yaml, { at: way, value: items });
  }
  const target = isNew ? undefined : nodeAt(parent, [last]);
  if (value === undefined && target === undefined) return yaml;
  if (isScalar(target) && isSimple(value) && isOneLine(target))
    return exchange(yaml, target, oneLine(nameOf(at), value)!);
  const edited =
    parent === null || isMap(parent)
      ? parent?.flow || editMap(yaml, parent, at, value)
      : isSeq(parent)
        ? parent.flow || editSeq(yaml, { root, list: parent, at, value, isNew })
        : true;
  if (typeof edited === "string") return edited;
  return editYaml(yaml, { at: way, value: withChange(parent, way, change) });
}

/**
 * Writes, changes or deletes one key of a map that has a line for each. Returns true when the map
 * has to be written anew as a whole.
 */
function editMap(yaml: string, map: YAMLMap | null, at: YamlPath, value: HeadValue): string | true {
  const key = String(at.at(-1));
  const pairs = pairsOf(map);
  const here = pairs.findIndex((pair) => keyOf(pair) === key);
  const pair = pairs[here];
  const first = pairs[0];
  const indent = first === undefined ? 0 : columnOf(yaml, first.key.range![0]);
  if (pair === undefined) {
    const written = pairText(key, value, indent);
    const known = knownKeys(headSchema, at.slice(0, -1));
    const later = new Set(known.slice(known.indexOf(key) + 1));
    const next = pairs.findIndex((one) => later.has(keyOf(one)));
    const before = pairs.at(next === -1 ? -1 : next - 1);
    if (next === 0) {
      const place = withComments(yaml, first!.key.range![0]);
      const isLine = place === 0 || yaml[place - 1] === "\n";
      const gap = " ".repeat(indent);
      return splice(yaml, place, 0, isLine ? gap + written : written + gap);
    }
    const place = before === undefined ? yaml.length : linesOf(before, yaml).to;
    return splice(yaml, place, 0, " ".repeat(indent) + written);
  }
  const { from, to } = linesOf(pair, yaml);
  if (value !== undefined) {
    const short = oneLine(key, value);
    const node = pair.value;
    if (short !== undefined && (node === null || isShort(node)))
      return exchange(yaml, node!, short);
    return splice(yaml, from, to - from, pairText(key, value, indent));
  }
  if (pairs.length === 1) return at.length === 1 ? splice(yaml, from, to - from, "") : true;
  const lineStart = from - columnOf(yaml, from);
  if (yaml.slice(lineStart, from).trim() === "") return splice(yaml, lineStart, to - lineStart, "");
  // The key is behind the hyphen of its item, where the next key then has to be.
  const next = pairs[here + 1]!.key.range![0];
  return splice(yaml, from, next - from, "");
}

/**
 * Returns where the comments right above a key begin; for a key behind a hyphen, the key itself.
 */
function withComments(yaml: string, key: number): number {
  const lineStart = key - columnOf(yaml, key);
  if (yaml.slice(lineStart, key).trim() !== "") return key;
  return /(?:(?<=^|\n)[ \t]*#.*\n)*$/u.exec(yaml.slice(0, lineStart))!.index;
}

type ListEdit = {
  readonly root: Node | null;
  readonly list: YAMLSeq;
  readonly at: YamlPath;
  readonly value: HeadValue;
  readonly isNew: boolean;
};

/**
 * Writes, changes or deletes one item of a list that has a line or more for each. Returns true when
 * the list has to be written anew as a whole.
 */
function editSeq(yaml: string, { root, list, at, value, isNew }: ListEdit): string | true {
  const index = Number(at.at(-1));
  const key = nameOf(at);
  const items = itemsOf(yaml, list);
  if (items === undefined) return true;
  const item = items[index];
  if (isNew || (item === undefined && value !== undefined)) {
    const dash = yaml.indexOf("-", items[0]!.lineStart) - items[0]!.lineStart;
    const written = itemText(key, value, dash);
    const before = items[Math.min(index, items.length) - 1];
    const place = before?.to ?? firstLineOf(yaml, root, at.slice(0, -1));
    return splice(yaml, place, 0, " ".repeat(dash) + written);
  }
  if (item === undefined) return yaml;
  const { node, from, lineStart, to } = item;
  if (value === undefined)
    return items.length === 1 ? true : splice(yaml, lineStart, to - lineStart, "");
  const dash = yaml.indexOf("-", lineStart) - lineStart;
  const written = itemText(key, value, dash).replace(/^- /u, "");
  if (isShort(node) && written.trimEnd().indexOf("\n") === -1)
    return exchange(yaml, node, written.trimEnd());
  return splice(yaml, from, to - from, written);
}

type Item = {
  readonly node: Node;
  readonly from: number;
  /** Where its first line begins and its last one ends. */
  readonly lineStart: number;
  readonly to: number;
};

/**
 * Returns the items of a list that has a line or more for each; undefined when it is written in a
 * way we do not know.
 */
function itemsOf(yaml: string, { items }: YAMLSeq): readonly Item[] | undefined {
  const found = (items as Node[]).map((node) => {
    const [from, valueEnd] = node.range!;
    const lineStart = from - columnOf(yaml, from);
    return { node, from, lineStart, to: lineEnd(yaml, Math.max(from, valueEnd - 1)) };
  });
  const isPlain = ({ lineStart, from }: Item) => /^ *- +$/u.test(yaml.slice(lineStart, from));
  return found.every(isPlain) ? found : undefined;
}

/** Moves an item with all its lines, and with the comments and empty lines above it. */
function moveItem(
  yaml: string,
  root: Node | null,
  list: YAMLSeq,
  at: YamlPath,
  from: number,
): string | undefined {
  const items = itemsOf(yaml, list);
  const last = items?.at(-1);
  if (items === undefined || last === undefined) return undefined;
  const start = firstLineOf(yaml, root, at.slice(0, -1));
  const blocks = items.map(({ to }, index) => yaml.slice(items[index - 1]?.to ?? start, to));
  blocks.splice(Number(at.at(-1)), 0, ...blocks.splice(from, 1));
  return splice(yaml, start, last.to - start, blocks.join(""));
}

/** Returns where the lines below a key begin. */
function firstLineOf(yaml: string, root: Node | null, way: YamlPath): number {
  const map = nodeAt(root, way.slice(0, -1));
  const pair = pairsOf(map).find((one) => keyOf(one) === way.at(-1));
  return lineEnd(yaml, pair!.key.range![1]);
}

/** Returns a collection with one of its fields or items changed; undefined when nothing is left. */
function withChange(
  parent: Node | null,
  way: YamlPath,
  { at, value, isNew }: HeadChange,
): HeadValue {
  const before = valuesIn(parent);
  const last = at.at(-1)!;
  if (Array.isArray(before)) {
    const items = [...before];
    const put = value === undefined ? [] : [value];
    items.splice(Number(last), isNew ? 0 : 1, ...put);
    return items.length === 0 ? undefined : items;
  }
  const known = knownKeys(headSchema, way);
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  const all = Object.entries({ ...(typeof before === "object" ? before : {}), [last]: value });
  const left = all.filter(([, one]) => one !== undefined);
  if (left.length === 0) return undefined;
  return Object.fromEntries(left.toSorted(([a], [b]) => rank(a) - rank(b)));
}

/** Returns what a node of a front matter holds, as it is to be written again. */
export function valuesIn(node: Node | null): HeadValue {
  if (isMap(node))
    return Object.fromEntries(pairsOf(node).map((pair) => [keyOf(pair), valuesIn(pair.value)]));
  if (isSeq(node)) return (node.items as Node[]).map(valuesIn);
  if (!isScalar(node)) return "";
  const text = String(node.value ?? "");
  // What is written without quotation marks is to get none.
  if (node.type !== Scalar.PLAIN) return text;
  if (/^(?:true|false)$/u.test(text)) return text === "true";
  return text !== "" && String(Number(text)) === text ? Number(text) : text;
}

/** Returns the name that decides how a value is written: the last key on the way to it. */
function nameOf(path: YamlPath): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

function isSimple(value: HeadValue): value is string | number | boolean {
  return value !== undefined && typeof value !== "object";
}

function isOneLine({ type }: Scalar): boolean {
  return type !== Scalar.BLOCK_FOLDED && type !== Scalar.BLOCK_LITERAL;
}

/** True for a value that can be exchanged in its place, with a comment behind it left alone. */
function isShort(node: Node): boolean {
  return isScalar(node) ? isOneLine(node) : isCollection(node) && node.flow === true;
}

/** Returns a value as it is written behind its key; undefined when it needs lines of its own. */
function oneLine(key: string, value: HeadValue): string | undefined {
  const written = yamlText({ [key]: value }).slice(key.length + 1, -1);
  return written.includes("\n") ? undefined : written.trim();
}

function exchange(yaml: string, node: Node, written: string): string {
  const [from, to] = node.range!;
  // Directly behind a colon there is no blank yet.
  const gap = yaml[from - 1] === ":" ? " " : "";
  return splice(yaml, from, to - from, gap + written);
}

/** Returns a key with its value; all lines but the first are indented. */
function pairText(key: string, value: HeadValue, indent: number): string {
  return yamlText({ [key]: value }).replaceAll(/\n(?=.)/gu, `\n${" ".repeat(indent)}`);
}

/** Returns an item with its hyphen; all lines but the first are indented. */
function itemText(key: string, value: HeadValue, indent: number): string {
  if (isSimple(value)) return `- ${oneLine(key, value)}\n`;
  return yamlText({ [key]: [value] })
    .slice(key.length + 2)
    .replaceAll(/^ {2}/gmu, " ".repeat(indent))
    .trimStart();
}
