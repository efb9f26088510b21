import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  Scalar,
  Schema,
} from "yaml";
import { type Place, type Problem, placeAt, problem } from "./problem.ts";
import { yamlMistake } from "./yaml-mistake.ts";

/** A value as YAML writes it, before we know what it means: every scalar is still text. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export type YamlPath = readonly (string | number)[];

/** YAML text read without guessing, with the way back from a value to its place in the file. */
export type YamlTree = {
  /** Undefined when the text is not YAML; then `problems` says why. */
  readonly value: YamlValue | undefined;
  readonly problems: readonly Problem[];
  /** Lines whose values could not be read; nothing more can be said of them. */
  readonly faultyLines: ReadonlySet<number>;
  /** Place of a value, or of the nearest thing around it that exists. */
  readonly placeOf: (path: YamlPath) => Place;
  /** Place of a key in the map at `path`. */
  readonly placeOfKey: (path: YamlPath, key: string) => Place;
  /** True for a scalar written without quotation marks. */
  readonly isPlain: (path: YamlPath) => boolean;
};

/** Keys whose values are dates, numbers or fixed words: a comment behind them cuts nothing off. */
const notText = new Set([
  "date",
  "draft",
  "count",
  "ordinal",
  "term",
  "years",
  "year",
  "value",
  "consecutive",
  "step",
  "cumulative",
  "form",
  "status",
  "valid_from",
  "valid_to",
  "parent",
  "id",
]);

// Made once: the parser would make one anew for each file.
const schema = new Schema({ schema: "failsafe" });

/** So many syntax errors are enough for one reading. */
const most = 20;

function parse(text: string) {
  return parseDocument(text, {
    schema,
    prettyErrors: false,
    logLevel: "error",
    maxAliasCount: 0,
    // The parser would compare each key with all before it.
    uniqueKeys: false,
  } as never);
}

/**
 * Reads YAML in which every scalar stays the text that was written (the "failsafe" schema), so that
 * `010` is not 10, `16:36` not 996 and `1.625` not a fraction until our own rules have looked at it.
 *
 * @param text the YAML alone
 * @param file the whole file that it stands in, for places
 * @param offset where in the file it begins
 */
export function parseYaml(
  text: string,
  file: { readonly path: string; readonly text: string },
  offset = 0,
): YamlTree {
  const at = (position: number) => placeAt(file.path, file.text, position + offset);
  const problems: Problem[] = [];
  let read = text;
  let document = parse(read);
  // What follows a syntax error is mostly its echo; so the rest is read only where the faulty value
  // can be left out.
  for (let error = document.errors[0]; error !== undefined; error = document.errors[0]) {
    const { problem: found, rest } = yamlMistake(error, read, at);
    problems.push(found);
    if (rest === undefined || rest === read || problems.length >= most) break;
    read = rest;
    document = parse(read);
  }
  // True when an odd space makes a key of a group look like one of the whole.
  let isMisread = document.errors.length > 0;
  const converted = document.contents && !isMisread ? convert(document.contents) : {};

  function convert(node: ParsedNode | Node | null): YamlValue {
    if (isMap(node)) {
      if (node.tag && !node.tag.startsWith("tag:yaml.org"))
        problems.push(tagProblem(node.tag, node.range![0]));
      const result: Record<string, YamlValue> = Object.create(null);
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : "";
        if (/^[\u00a0\u3000]/u.test(key)) {
          problems.push(problem("yaml-tab", at((pair.key as Node).range![0])));
          isMisread = true;
        }
        if (key in result)
          problems.push(problem("yaml-duplicate-key", at((pair.key as Node).range![0]), { key }));
        const value = pair.value as Node | null;
        result[key] = value === null ? "" : convert(value);
        if (isScalar(value) && !notText.has(key)) findCut(key, value);
      }
      return result;
    }
    if (isSeq(node)) {
      return node.items.map((item) => {
        if (isScalar(item)) findCut("", item as Scalar);
        return convert(item as Node);
      });
    }
    if (isAlias(node)) {
      problems.push(problem("yaml-alias", at(node.range![0]), { text: node.source }));
      return "";
    }
    if (isScalar(node)) {
      if (node.anchor)
        problems.push(problem("yaml-alias", at(node.range![0]), { text: node.anchor }));
      if (node.tag) problems.push(tagProblem(node.tag, node.range![0]));
      findCurlyQuotes(node);
      findEscapes(node);
      // A long text over several lines keeps its line breaks in YAML; our fields are single lines.
      return node.value === null ? "" : String(node.value).trim();
    }
    return "";
  }

  /** `title: Chi bộ #3 họp` is read as "Chi bộ": YAML takes the rest for a comment. Compare with the line and say so. */
  function findCut(key: string, scalar: Scalar): void {
    if (scalar.type !== Scalar.PLAIN && scalar.value !== null && scalar.value !== "") return;
    const end = scalar.range![1];
    const lineEnd = text.indexOf("\n", end);
    const rest = text.slice(end, lineEnd === -1 ? undefined : lineEnd);
    const cut = /^(\s*)#(.*)$/u.exec(rest);
    if (!cut) return;
    const conventional = cut[1]!.length >= 2 && /^\s/u.test(cut[2]!);
    const looksLikeComment = /^\s/u.test(cut[2]!) && String(scalar.value ?? "") === "";
    if (conventional || looksLikeComment) return;
    const read = String(scalar.value ?? "");
    problems.push(
      problem("comment-cuts-text", at(end + cut[1]!.length), {
        key: key || "-",
        read,
        whole: `${read}${rest.trimEnd()}`.trim(),
      }),
    );
  }

  /** Word turns quotation marks into curly ones, which YAML takes for letters of the text. */
  function findCurlyQuotes(scalar: Scalar): void {
    if (scalar.type !== Scalar.PLAIN) return;
    const inside = /^[“”„]([^“”„"]*)[“”"]$/u.exec(String(scalar.value))?.[1];
    if (inside === undefined) return;
    problems.push(
      problem("curly-quotes", at(scalar.range![0]), {
        value: String(scalar.value),
        fixed: `"${inside}"`,
      }),
    );
  }

  /** An escape could stand for any character, and so bring in what no check of the text can see. */
  function findEscapes(scalar: Scalar): void {
    if (scalar.type !== Scalar.QUOTE_DOUBLE) return;
    const [start, end] = scalar.range!;
    for (const { 0: value, 1: meaning, index } of text.slice(start, end).matchAll(/\\(.)/gsu)) {
      if (/["\\/\n]/u.test(meaning!)) continue;
      problems.push(problem("yaml-escape", at(start + index), { value }));
      return;
    }
  }

  /** The parser gives the place of the value; the tag stands before it. */
  function tagProblem(tag: string, valueAt: number): Problem {
    const before = text.lastIndexOf(" !", valueAt);
    return problem("yaml-tag", at(before === -1 ? valueAt : before + 1), { text: tag });
  }

  function nodeAt(path: YamlPath): Node | undefined {
    let node: unknown = document.contents;
    for (const step of path) {
      // A single item may stand for a list of one.
      if (typeof step === "number" && step === 0 && !isSeq(node)) continue;
      const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
      if (next === undefined || next === null) return node as Node | undefined;
      node = next;
    }
    return node as Node | undefined;
  }

  const faulty = problems.filter(({ severity }) => severity === "error");
  return {
    value: isMisread ? undefined : converted,
    problems,
    faultyLines: new Set(
      faulty.filter(({ code }) => code.startsWith("yaml-")).map(({ line }) => line),
    ),
    placeOf: (path) => at(nodeAt(path)?.range?.[0] ?? 0),
    placeOfKey(path, key) {
      const map = nodeAt(path);
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return at((pair?.key as Node | undefined)?.range?.[0] ?? map?.range?.[0] ?? 0);
    },
    isPlain(path) {
      const node = nodeAt(path);
      return isScalar(node) && node.type === Scalar.PLAIN;
    },
  };
}
