import { describe, expect, it } from "vitest";
import { articleForm, editArticle } from "../src/article-form.ts";
import type { FormValue } from "../src/field.ts";

/** What becomes of a file when somebody changes an article in a form. */

const before = `---
# đầu bài
title: "A"   # chú
date:   5/3/2024
author: X
# đơn vị
unit: u
images:
- src: a.jpg   # bìa
  alt: "Lời tả"
- src: b.jpg
  alt: 'Lời tả hai'

awards:
  # một
  - form: Giấy khen
    cuont: 3 # ba
    to: ai
  # hai
  - { form: Cờ, to: "đơn vị" }
  - to: chi bộ
    form: Cờ
documents: ["1-KL/TW", "2-KL/TW"]
tags: [a,   b]
summary:
---


  Thân   bài

`;

function edited(change: Readonly<Record<string, FormValue>>, body?: string): string {
  const form = articleForm(before)!;
  return editArticle(before, {
    values: { ...form.values, ...change },
    body: body ?? form.body,
  });
}

const [one, two, three] = [
  { form: "Giấy khen", to: "ai" },
  { form: "Cờ", to: "đơn vị" },
  { form: "Cờ", to: "chi bộ" },
];
const [first, second] = [
  { src: "a.jpg", alt: "Lời tả" },
  { src: "b.jpg", alt: "Lời tả hai" },
];

describe("an article in a form", () => {
  it("shows short forms whole, and leaves out what it does not know", () => {
    expect(articleForm(before)).toEqual({
      values: {
        title: "A",
        date: "5/3/2024",
        author: [{ name: "X" }],
        unit: "u",
        images: [first, second],
        awards: [one, two, three],
        documents: [{ number: "1-KL/TW" }, { number: "2-KL/TW" }],
        tags: ["a", "b"],
        summary: "",
      },
      body: "  Thân   bài",
    });
  });

  it("stays byte for byte when nothing is changed, or changed into the same", () => {
    expect(edited({})).toBe(before);
    expect(edited({ date: "5/3/2024", title: " A ", draft: "", people: [], event: {} })).toBe(
      before,
    );
  });

  const rows: readonly [string, Readonly<Record<string, FormValue>>, from: string, to: string][] = [
    ["a text", { title: 'Nói "a"' }, 'title: "A"', 'title: "Nói \\"a\\""'],
    ["a letter of two characters", { title: "Hoà" }, 'title: "A"', 'title: "Hoà"'],
    ["a day", { date: "6/3/2024" }, "5/3/2024", "2024-03-06"],
    ["an author's name", { author: [{ name: "Yến" }] }, "author: X", "author: Yến"],
    [
      "an author's part",
      { author: [{ name: "X", role: "ảnh" }] },
      "author: X\n",
      "author: { name: X, role: ảnh }\n",
    ],
    [
      "one author more",
      { author: [{ name: "X" }, { name: "Yến" }] },
      "author: X\n",
      "author: [X, Yến]\n",
    ],
    ["one topic more", { tags: ["a", "b", "c"] }, "[a,   b]", "[a, b, c]"],
    ["a topic less", { tags: ["b"] }, "[a,   b]", "[b]"],
    ["no topic", { tags: ["", " "] }, "tags: [a,   b]\n", ""],
    ["a text of two lines", { summary: "Một\n\n hai" }, "summary:", 'summary: "Một hai"'],
    ["a field that was empty", { summary: "Tóm" }, "summary:", 'summary: "Tóm"'],
    ["a new field", { draft: "có" }, "summary:\n", "summary:\ndraft: true\n"],
    [
      "a new group, after what comes before it",
      { event: { name: "Họp", ordinal: "3" } },
      "\n\nawards:",
      "\nevent: { name: Họp, ordinal: 3 }\n\nawards:",
    ],
    [
      "another picture's words",
      { images: [first, { ...second, alt: "Khác" }] },
      "'Lời tả hai'",
      '"Khác"',
    ],
    [
      "a third picture",
      { images: [first, second, { src: "c.jpg", alt: "Ba" }] },
      "  alt: 'Lời tả hai'\n",
      "  alt: 'Lời tả hai'\n- { src: c.jpg, alt: \"Ba\" }\n",
    ],
    ["a picture less", { images: [second] }, '- src: a.jpg   # bìa\n  alt: "Lời tả"\n', ""],
    [
      "a field of an award",
      { awards: [{ ...one, count: "4" }, two, three] },
      "    cuont: 3 # ba\n    to: ai\n",
      "    cuont: 3 # ba\n    to: ai\n    count: 4\n",
    ],
    [
      "the first key of an item",
      { awards: [one, two, { form: "", to: "chi bộ" }] },
      "    form: Cờ\n",
      "",
    ],
    [
      "the key behind a hyphen",
      { awards: [one, two, { form: "Cờ", to: "" }] },
      "to: chi bộ\n    form",
      "form",
    ],
    [
      "a field between braces",
      { awards: [one, { ...two, count: "2" }, three] },
      '{ form: Cờ, to: "đơn vị" }',
      "form: Cờ\n    to: đơn vị\n    count: 2",
    ],
    [
      "an award less",
      { awards: [one, three] },
      '  # hai\n  - { form: Cờ, to: "đơn vị" }\n',
      "  # hai\n",
    ],
    [
      "a number in a list",
      { documents: [{ number: "1-KL/TW" }, { number: "3-KL/TW" }] },
      '"2-KL/TW"',
      '"3-KL/TW"',
    ],
    [
      "more than a number",
      { documents: [{ number: "1-KL/TW" }, { number: "2-KL/TW", relation: "quán triệt" }] },
      'documents: ["1-KL/TW", "2-KL/TW"]\n',
      'documents:\n  - "1-KL/TW"\n  - { number: "2-KL/TW", relation: quán triệt }\n',
    ],
    [
      "figures as people of this language write them",
      { figures: [{ name: "Tỷ lệ", value: "98,2", unit: "%" }] },
      "summary:\n",
      'summary:\nfigures:\n  - name: Tỷ lệ\n    value: 98.2\n    unit: "%"\n',
    ],
  ];
  it.each(rows)("%s changes, and nothing else", (_, change, from, to) => {
    expect(before).toContain(from);
    expect(edited(change)).toBe(before.replace(from, () => to));
  });

  it("moves a picture with all that stands in it", () => {
    expect(edited({ images: [second, first] })).toBe(
      before
        .replace('- src: a.jpg   # bìa\n  alt: "Lời tả"\n', "")
        .replace("'Lời tả hai'\n", "'Lời tả hai'\n- { src: a.jpg, alt: \"Lời tả\" }\n"),
    );
  });

  it.each([
    ["Thân khác.", "---\n\n\nThân khác.\n"],
    ["\n\nMột.\r\n\r\nHai.\n\n\n", "---\n\n\nMột.\n\nHai.\n"],
  ])("takes the text %j", (body, end) => {
    expect(edited({}, body)).toBe(before.slice(0, before.lastIndexOf("---\n")) + end);
  });

  it.each([
    ["no front matter", "Chỉ có chữ.\n"],
    ["quotation marks that are open", '---\ntitle: "A\n---\n\nB\n'],
    ["one key twice", "---\ntitle: A\ntitle: B\n---\n\nB\n"],
  ])("cannot show %s", (_, text) => {
    expect(articleForm(text)).toBeUndefined();
  });
});
