import { describe, expect, it } from "vitest";
import { editHead, type HeadChange } from "../../../src/front-matter/edit-head.ts";
import { articleText, headText } from "../../../src/front-matter/head-text.ts";
import type { HeadValues } from "../../../src/text/yaml-text.ts";
import { parseYaml } from "../../../src/yaml/yaml.ts";

describe("front matter in normal form", () => {
  it("has its keys in the order of the guide, and nothing that is empty", () => {
    const text = articleText(
      { draft: true, unit: "khoi-thu", tags: [], title: "Họp: bàn #3", date: "2024-03-05" },
      "\nNội dung.\n\n",
    );
    expect(text).toBe(
      '---\ntitle: "Họp: bàn #3"\ndate: 2024-03-05\nunit: khoi-thu\ndraft: true\n---\n\nNội dung.\n',
    );
  });

  const rows: readonly [HeadValues, string][] = [
    [{ tags: ["Hội nghị", "Khen thưởng"] }, "tags: [Hội nghị, Khen thưởng]"],
    [{ tags: ["a, b", "true", "012", "x: y"] }, 'tags: ["a, b", "true", "012", "x: y"]'],
    [{ author: [{ name: "A Bê", role: "tin" }] }, "author:\n  - { name: A Bê, role: tin }"],
    [{ documents: [{ number: "21-KL/TW" }] }, 'documents:\n  - { number: "21-KL/TW" }'],
    [
      { figures: [{ name: "Đảng viên", value: 98.2 }] },
      "figures:\n  - { name: Đảng viên, value: 98.2 }",
    ],
    [
      { awards: [{ form: "Cờ", count: 2, years: "2017-2021", decision: { number: "1-QĐ/A" } }] },
      'awards:\n  - form: Cờ\n    count: 2\n    years: 2017-2021\n    decision: { number: "1-QĐ/A" }',
    ],
  ];
  it.each(rows)("%j", (values, expected) => {
    const text = headText(values);
    expect(text).toBe(`${expected}\n`);
    const read = parseYaml(text, { path: "a.md", text });
    expect(read.problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(read.value))).toEqual(
      JSON.parse(JSON.stringify(values), (_, value) =>
        typeof value === "number" ? String(value) : value,
      ),
    );
  });
});

describe("a changed field", () => {
  const before = `---
# đầu bài
title: "A"   # chú
date:   5/3/2024
author: X
# đơn vị
unit: u
awards:
  # một
  - form: Giấy khen
    count: 3 # ba
    to: ai
tags: [a,   b]
summary:
---

Thân   bài
`;
  const rows: readonly [HeadChange, from: string, to: string][] = [
    [{ at: ["title"], value: 'Nói "a"' }, 'title: "A"   # chú', 'title: "Nói \\"a\\""   # chú'],
    [{ at: ["date"], value: "2024-03-05" }, "date:   5/3/2024", "date:   2024-03-05"],
    [{ at: ["awards", 0, "count"], value: 4 }, "count: 3 # ba", "count: 4 # ba"],
    [{ at: ["awards", 0, "for"], value: "tốt" }, "    to: ai\n", "    to: ai\n    for: tốt\n"],
    [{ at: ["tags", 1], value: "C c" }, "[a,   b]", "[a,   C c]"],
    [{ at: ["summary"], value: "Tóm" }, "summary:\n", 'summary: "Tóm"\n'],
    [{ at: ["author"], value: ["X", "Z t"] }, "author: X\n", "author: [X, Z t]\n"],
    [{ at: ["tags"], value: undefined }, "tags: [a,   b]\n", ""],
    [{ at: ["awards", 0, "to"], value: undefined }, "    to: ai\n", ""],
    [{ at: ["draft"], value: true }, "summary:\n", "summary:\ndraft: true\n"],
    [{ at: ["source"], value: { name: "Báo" } }, "awards:\n", "source: { name: Báo }\nawards:\n"],
  ];
  it.each(rows)("%j changes nothing else", (change, from, to) => {
    expect(editHead(before, [change])).toBe(before.replace(from, to));
  });

  it("leaves what is not there as it is", () => {
    expect(editHead(before, [{ at: ["draft"], value: undefined }])).toBe(before);
  });
});
