import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { YamlPath } from "../../../src/problems/problem.ts";
import { readNormalYaml } from "../../../src/yaml/normal-yaml.ts";
import { parseWholeYaml, parseYaml } from "../../../src/yaml/yaml.ts";
import type { YamlValue } from "../../../src/yaml/yaml-value.ts";

/*
 * What is read in short is what the whole reader of YAML reads, and nothing that it has a problem
 * with is read in short.
 */

const fileOf = (text: string) => ({ path: "a.md", text });
const whole = (text: string) => parseWholeYaml(text, fileOf(text), 0);

/** Yields every path into a value, and some that lead nowhere. */
function* pathsIn(value: YamlValue | undefined, path: YamlPath = []): Generator<YamlPath> {
  yield path;
  yield [...path, 0];
  yield [...path, "nowhere"];
  if (typeof value !== "object") return;
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const step of steps)
    yield* pathsIn((value as Record<string | number, YamlValue>)[step], [...path, step]);
}

/** Returns whether a text is read in short; fails when it is read otherwise than as a whole. */
function isShort(text: string): boolean {
  const value = readNormalYaml(text);
  if (value === undefined) return false;
  const expected = whole(text);
  expect({ text, value, problems: [] }).toEqual({
    text,
    value: expected.value,
    problems: expected.problems,
  });
  const tree = parseYaml(text, fileOf(text));
  expect(JSON.stringify(value)).toBe(JSON.stringify(expected.value));
  for (const path of pathsIn(value)) {
    expect([text, path, tree.isPlain(path)]).toEqual([text, path, expected.isPlain(path)]);
    expect(tree.placeOf(path)).toEqual(expected.placeOf(path));
    expect(tree.writtenAt(path)).toEqual(expected.writtenAt(path));
  }
  return true;
}

const word = fc.constantFrom("Đảng bộ", "a", "12", "2024-03-05", "x:y", "có - gạch", "“a”", "it's");
const key = fc.constantFrom("title", "unit", "by", "a_b", "Đoàn", "x-y", "k1", "__proto__");
const quoted = fc.oneof(
  word.map((text) => JSON.stringify(text)),
  fc.constantFrom("'a, b'", '""', '" a "', '"#3: {x}"', "'x'"),
);

/** Values in brackets, as deep as people go. */
const inBrackets: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("a", "12", "Đảng bộ"),
    quoted,
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
    fc
      .uniqueArray(fc.tuple(key, tie("value")), { maxLength: 3, selector: ([name]) => name })
      .map((pairs) => `{ ${pairs.map(([name, value]) => `${name}: ${value}`).join(", ")} }`),
    fc
      .uniqueArray(fc.tuple(key, tie("value")), { maxLength: 3, selector: ([name]) => name })
      .map((pairs) => `{${pairs.map(([name, value]) => `"${name}":${value}`).join(",")}}`),
  ),
})).value;

const value = fc.oneof(word, quoted, inBrackets);
const group = fc.uniqueArray(fc.tuple(key, value), {
  minLength: 1,
  maxLength: 4,
  selector: ([name]) => name,
});
const lines = (pairs: readonly (readonly [string, string])[], indent: string) =>
  pairs.map(([name, text], at) => `${at === 0 ? "" : indent}${name}: ${text}\n`).join("");

const head = fc
  .array(
    fc.oneof(
      group.map((pairs) => lines(pairs, "")),
      fc
        .array(value, { minLength: 1, maxLength: 3 })
        .map((items) => `list:\n${items.map((item) => `  - ${item}\n`).join("")}`),
      fc
        .array(group, { minLength: 1, maxLength: 3 })
        .map((items) => `groups:\n${items.map((pairs) => `- ${lines(pairs, "  ")}`).join("")}`),
      group.map((pairs) => `below:\n  ${lines(pairs, "  ")}`),
      fc.constantFrom("\n", "# Ghi chú\n", "  # Ghi chú: x\n"),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(""));

/** Pieces that mean something in YAML, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ..."a: |b: |- |  |\n|\n  |\n    |\n- |[|]|{|}|, |\"|'|#| # |x|12|:|?|& |*|!|>|%|@|`|---|...|\t|\u00a0|~|null|“a”|\\|\\n|: |k:\n|key: value\n|- item\n|  sub: x\n|\r\n".split(
        "|",
      ),
      "|",
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

describe("YAML in normal form", () => {
  it("is read as the whole reader reads it", () => {
    let short = 0;
    fc.assert(
      fc.property(head, (text) => {
        if (isShort(text)) short += 1;
      }),
      { numRuns: 150 },
    );
    // Two groups with one key, values that are too deep … are not in normal form.
    expect(short).toBeGreaterThan(40);
  });

  it("is all that is read in short, whatever is written", () => {
    fc.assert(
      fc.property(soup, (text) => {
        isShort(text);
        isShort(`title: x\n${text}`);
      }),
      { numRuns: 400 },
    );
  });

  it("is what the articles of the example have, and not when something is put into them", () => {
    const heads = readdirSync("content", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("index.md"))
      .map((path) => readFileSync(join("content", path), "utf8"))
      .map((text) => text.slice(3, text.indexOf("\n---", 3)));
    expect(heads.filter((text) => !isShort(text))).toEqual([]);
    const piece = fc.constantFrom(..."\n|  |- |: |:|#|\"|'|[|]|{|,|&|\t|x|\\|…".split("|"), "|");
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.double({ min: 0, max: 1, noNaN: true }),
        piece,
        fc.nat(3),
        (text, part, more, less) => {
          const at = Math.floor(part * text.length);
          isShort(text.slice(0, at) + more + text.slice(at + less));
        },
      ),
      { numRuns: 100 },
    );
  });
});
