import { isAlias, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap } from "yaml";
import { maxKeys } from "../limits.ts";
import type { YamlPath } from "../problems/problem.ts";
import { type Place, type Problem, placeAt, problem } from "../problems/problem.ts";
import { lazily } from "../work/once.ts";
import { conflictProblems } from "./conflict-problems.ts";
import { readNormalYaml } from "./normal-yaml.ts";
import { readDocument } from "./yaml-document.ts";
import { yamlMistake } from "./yaml-mistake.ts";
import { scalarProblems, tagProblem } from "./yaml-scalar.ts";
import { valueAt, type YamlValue } from "./yaml-value.ts";

/** YAML text read without guessing, with the way back from a value to its place in the file. */
export type YamlTree = {
  /** Undefined when the text is not YAML; then `problems` says why. */
  readonly value: YamlValue | undefined;
  readonly problems: readonly Problem[];
  /** Lines whose values could not be read; nothing more can be said of them. */
  readonly faultyLines: ReadonlySet<number>;
  /** What was written at a path; a single item may be written in place of a list of one. */
  readonly writtenAt: (path: YamlPath) => YamlValue | undefined;
  /**
   * Place of a value, or of the nearest thing around it that exists.
   *
   * @param offset where in a text of one line, in UTF-16 units
   */
  readonly placeOf: (path: YamlPath, offset?: number) => Place;
  /** Place of a key in the map at `path`. */
  readonly placeOfKey: (path: YamlPath, key: string) => Place;
  /** True for a scalar written without quotation marks. */
  readonly isPlain: (path: YamlPath) => boolean;
  /** True for a text in lines of their own, which `|` or `>` announces. */
  readonly isBlock: (path: YamlPath) => boolean;
  /** True for a list or a group in brackets. */
  readonly isFlow: (path: YamlPath) => boolean;
};

/** At most this many syntax errors are looked for in one text. */
const mostErrors = 20;
/** After each of them the text is read again, up to this many UTF-16 units in all. */
const mostReading = 500_000;

/**
 * Reads YAML in which every scalar stays the text that was written (the "failsafe" schema), so that
 * `010` is not 10, `16:36` not 996 and `1.625` not a fraction until our own rules have looked at
 * it.
 *
 * @param text the YAML alone
 * @param file the whole file that holds it, for places
 * @param offset where in the file it begins, in UTF-16 units
 */
export function parseYaml(text: string, file: WholeFile, offset = 0): YamlTree {
  // A number in quotation marks is hardly ever elsewhere without them.
  const plainTexts = new Set<string>();
  const value = readNormalYaml(text, (written, isPlain) => {
    if (isPlain) plainTexts.add(written);
    return written;
  });
  const whole = lazily(() => parseWholeYaml(text, file, offset));
  // The text again, with this word in place of each scalar without quotation marks.
  const forms = lazily(() => readNormalYaml(text, (_, isPlain) => (isPlain ? "plain" : ""))!);
  if (value === undefined) return whole();
  // Places are handed on for the case of a problem; hardly any is ever looked at.
  const later = (find: () => Place): Place => {
    const found = lazily(find);
    return {
      path: file.path,
      get line() {
        return found().line;
      },
      get column() {
        return found().column;
      },
    };
  };
  return {
    value,
    problems: [],
    faultyLines: new Set(),
    writtenAt: (path) => valueAt(value, path),
    placeOf: (path, within) => later(() => whole().placeOf(path, within)),
    placeOfKey: (path, key) => later(() => whole().placeOfKey(path, key)),
    isPlain(path) {
      const written = nearestAt(value, path);
      const mayBe = typeof written === "string" && plainTexts.has(written);
      return mayBe && nearestAt(forms(), path) === "plain";
    },
    isBlock: (path) => whole().isBlock(path),
    isFlow: (path) => whole().isFlow(path),
  };
}

/** Returns the value at a path, or the nearest around it that exists. */
function nearestAt(root: YamlValue, path: YamlPath): YamlValue {
  let node = root;
  for (const step of path) {
    if (step === 0 && !Array.isArray(node)) continue;
    const next: YamlValue | undefined =
      typeof node === "object" ? (node as Record<string | number, YamlValue>)[step] : undefined;
    if (next === undefined) break;
    node = next;
  }
  return node;
}

type WholeFile = { readonly path: string; readonly text: string };

/** Does the same for any text. */
export function parseWholeYaml(text: string, file: WholeFile, offset: number): YamlTree {
  const at = (position: number) => placeAt(file.path, file.text, position + offset);
  const problems: Problem[] = conflictProblems(text, "yaml", at);
  const isUnmerged = problems.length > 0;
  const parse = (yaml: string) => {
    const found = readDocument(yaml);
    if (found.kind === "document") return found.document;
    problems.push(problem("yaml-too-deep", at(found.offset)));
    return undefined;
  };
  let read = text;
  let document = isUnmerged ? undefined : parse(read);
  // What follows a syntax error is mostly its echo, so the rest is read only when the faulty value
  // can be left out.
  for (let error = document?.errors[0]; error !== undefined; error = document?.errors[0]) {
    const { problem: found, rest } = yamlMistake(error, read, at);
    problems.push(found);
    if (rest === undefined || rest === read || problems.length >= mostErrors) break;
    if (problems.length * text.length > mostReading) break;
    read = rest;
    document = parse(read);
  }
  // Becomes true, too, when an odd space makes a key of a group look like one of the whole.
  let isMisread = document === undefined || document.errors.length > 0;
  const contents = document?.contents;
  const converted = contents && !isMisread ? convert(contents, "") : {};

  /** @param key the key of the value; empty in a list */
  function convert(node: Node | null, key: string): YamlValue {
    if (node === null) return "";
    if (isAlias(node)) {
      problems.push(problem("yaml-alias", at(node.range![0]), { text: node.source }));
      return "";
    }
    const { tag } = node as { readonly tag?: string };
    if (tag && (isScalar(node) || !tag.startsWith("tag:yaml.org")))
      problems.push(tagProblem(tag, node.range![0], read, at));
    if (isMap(node)) return convertMap(node, key);
    if (isSeq(node)) return node.items.map((item) => convert(item as Node, ""));
    if (!isScalar(node)) return "";
    problems.push(...scalarProblems(key, node, read, at));
    // A text over several lines keeps its line breaks when it is written as a block.
    return node.value === null ? "" : String(node.value).trim();
  }

  function convertMap(map: YAMLMap, name: string): YamlValue {
    const result: Record<string, YamlValue> = Object.create(null);
    const { length } = map.items;
    if (length > maxKeys) {
      const args = { key: name, size: String(length), most: String(maxKeys) };
      problems.push(problem("too-many-keys", at(map.range![0]), args));
      // Of the keys none is looked at, because each could have a problem of its own.
      if (map === contents) isMisread = true;
      return result;
    }
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      const place = () => at((pair.key as Node).range![0]);
      if (/^[\u00a0\u3000]/u.test(key)) {
        problems.push(problem("yaml-tab", place()));
        isMisread = true;
      }
      if (key in result) problems.push(problem("yaml-duplicate-key", place(), { key }));
      result[key] = convert(pair.value as Node | null, key);
    }
    return result;
  }

  function nodeAt(path: YamlPath): Node | undefined {
    let node: unknown = contents;
    for (const step of path) {
      // A single item may be written in place of a list of one.
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
      faulty.filter(({ code }) => /^(?:yaml-|too-many-keys$)/u.test(code)).map(({ line }) => line),
    ),
    writtenAt: (path) => (isMisread ? undefined : valueAt(converted, path)),
    placeOf(path, offset = 0) {
      const node = nodeAt(path);
      const isQuoted = isScalar(node) && node.type !== Scalar.PLAIN;
      return at((node?.range?.[0] ?? 0) + offset + (offset > 0 && isQuoted ? 1 : 0));
    },
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
    isBlock(path) {
      const node = nodeAt(path);
      return isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
    },
    isFlow(path) {
      const node = nodeAt(path);
      return (isMap(node) || isSeq(node)) && node.flow === true;
    },
  };
}
