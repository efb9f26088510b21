import { describe, expect, it } from "vitest";
import { articleForm, CannotEdit, editArticle } from "../../../src/front-matter/article-form.ts";
import type { FormValue } from "../../../src/front-matter/field.ts";

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

// The "#" of a row is the number of its item in the file.
const [one, two, three] = [
  { "#": "0", form: "Giấy khen", to: "ai" },
  { "#": "1", form: "Cờ", to: "đơn vị" },
  { "#": "2", form: "Cờ", to: "chi bộ" },
];
const [first, second] = [
  { "#": "0", src: "a.jpg", alt: "Lời tả" },
  { "#": "1", src: "b.jpg", alt: "Lời tả hai" },
];
const author = { "#": "0", name: "X" };
const [doc1, doc2] = [
  { "#": "0", number: "1-KL/TW" },
  { "#": "1", number: "2-KL/TW" },
];

describe("an article in a form", () => {
  it("shows short forms whole, and leaves out what it does not know", () => {
    expect(articleForm(before)).toEqual({
      values: {
        title: "A",
        date: "5/3/2024",
        author: [author],
        unit: "u",
        images: [first, second],
        awards: [one, two, three],
        documents: [doc1, doc2],
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

  it.each([
    ["14/1/2022", "2022-01-14"],
    ["7/2010", "2010-07"],
    ["2010", "2010"],
  ])("takes %j for the day of a document, as people write it", (typed, written) => {
    const text = edited({ documents: [{ ...doc1!, date: typed }, doc2!] });
    expect(/date: "?([\d-]+)"?/u.exec(text.slice(text.indexOf("1-KL/TW")))?.[1]).toBe(written);
  });

  const rows: readonly [string, Readonly<Record<string, FormValue>>, from: string, to: string][] = [
    ["a text", { title: 'Nói "a"' }, 'title: "A"', 'title: "Nói \\"a\\""'],
    ["a letter of two characters", { title: "Hoà" }, 'title: "A"', 'title: "Hoà"'],
    ["a day", { date: "6/3/2024" }, "5/3/2024", "2024-03-06"],
    ["an author's name", { author: [{ ...author, name: "Yến" }] }, "author: X", "author: Yến"],
    [
      "an author's part",
      { author: [{ ...author, role: "ảnh" }] },
      "author: X\n",
      "author: { name: X, role: ảnh }\n",
    ],
    ["one author more", { author: [author, { name: "Yến" }] }, "author: X\n", "author: [X, Yến]\n"],
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
      { awards: [one, two, { ...three, form: "" }] },
      "    form: Cờ\n",
      "",
    ],
    [
      "the key behind a hyphen",
      { awards: [one, two, { ...three, to: "" }] },
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
      { documents: [doc1, { ...doc2, number: "3-KL/TW" }] },
      '"2-KL/TW"',
      '"3-KL/TW"',
    ],
    [
      "more than a number",
      { documents: [doc1, { ...doc2, relation: "quán triệt" }] },
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

  it("moves a picture with all that is in it, and with what is changed besides", () => {
    const [a, b] = [
      '- src: a.jpg   # bìa\n  alt: "Lời tả"\n',
      "- src: b.jpg\n  alt: 'Lời tả hai'\n",
    ];
    expect(edited({ images: [second, first] })).toBe(before.replace(a + b, b + a));
    expect(edited({ images: [{ ...second, alt: "Khác" }, first] })).toBe(
      before.replace(a + b, b.replace("'Lời tả hai'", '"Khác"') + a),
    );
    expect(edited({ awards: [three, one, two] })).toContain(
      "awards:\n  - to: chi bộ\n    form: Cờ\n  # một\n  - form: Giấy khen\n    cuont: 3 # ba\n",
    );
  });

  it("never takes a row that was added for one that was taken away", () => {
    const text = edited({ awards: [{ form: "Bằng khen" }, two, three] });
    expect(text).toContain("awards:\n  - { form: Bằng khen }\n  # một\n  # hai\n");
    expect(text).not.toContain("cuont");
    expect(text).not.toContain("to: ai");
  });

  it.each([
    [
      "an item of unknown keys",
      "awards:\n  - { form: Cờ }\n  - { hinh_thuc: Bằng khen, so_luong: 7 }\n",
    ],
    ["an item that is nothing", "awards:\n  - form: Cờ\n  - # còn nữa\n"],
    ["an item that no form can show", "awards:\n  - { form: Cờ }\n  - Bằng khen cho ai\n"],
    ["a list in place of a text", "title: [a, b]\n"],
    ["a group in place of a topic", "tags:\n  - a\n  - { b: c }\n"],
    ["a yes in words", "draft: có\n"],
  ])("leaves %s as it is", (_, yaml) => {
    const text = `---\n${yaml}---\n\nThân.\n`;
    const form = articleForm(text)!;
    expect(editArticle(text, form)).toBe(text);
    const more = editArticle(text, { ...form, values: { ...form.values, unit: "u" } });
    expect(more.replace(/unit: u\n/u, "")).toBe(text);
  });

  it("adds to a list with an item that no form can show", () => {
    const text = "---\nawards:\n  - Bằng khen cho ai\n  - { form: Cờ }\n---\n\nThân.\n";
    const { values, body } = articleForm(text)!;
    const awards = [...(values.awards as readonly FormValue[]), { form: "Giải" }];
    expect(editArticle(text, { values: { ...values, awards }, body })).toBe(
      text.replace("{ form: Cờ }\n", "{ form: Cờ }\n  - { form: Giải }\n"),
    );
  });

  it("writes a long list anew, with what the form does not know", () => {
    const items = Array.from({ length: 100 }, (_, at) => `  - { name: Người ${at}, lạ: ${at} }\n`);
    const text = `---\npeople:\n${items.join("")}---\n\nThân.\n`;
    const { values, body } = articleForm(text)!;
    const people = (values.people as readonly FormValue[]).map((one) => ({
      ...(one as Record<string, FormValue>),
      role: "dự",
    }));
    const changed = editArticle(text, { values: { ...values, people }, body });
    expect(changed).toContain('  - name: Người 99\n    role: dự\n    lạ: "99"\n');
  });

  it.each([
    ["Thân khác.", "---\n\n\nThân khác.\n\n"],
    ["\n\nMột.\r\n\r\nHai.\n\n\n", "---\n\n\nMột.\n\nHai.\n\n"],
  ])("takes the text %j", (body, end) => {
    expect(edited({}, body)).toBe(before.slice(0, before.lastIndexOf("---\n")) + end);
  });

  it.each(["", "\n", " \n\n"])("leaves lines that nobody changed, and the end %j", (end) => {
    const [own, tab] = ["Ha\u0323\u0302i  \nBa", "\tHa\u0323\u0302i"];
    const text = `---\ntitle: A\n---\n\n${own}\n\nMột\n\n${tab}${end}`;
    const { values, body } = articleForm(text)!;
    const written = body.replace("Một", "Mô\u0323t");
    expect(editArticle(text, { values, body: written })).toBe(text.replace("Một", "Một"));
  });

  it.each([
    ["no front matter", "Chỉ có chữ.\n"],
    ["quotation marks that are open", '---\ntitle: "A\n---\n\nB\n'],
    ["one key twice", "---\ntitle: A\ntitle: B\n---\n\nB\n"],
    ["more keys than a group has", `---\ntitle: A\nevent:\n${"  k: a\n".repeat(200)}---\n\nB\n`],
    ["a list that is far too long", `---\ntitle: A\ntags:\n${"  - a\n".repeat(3_000)}---\n\nB\n`],
  ])("cannot show %s", (_, text) => {
    expect(articleForm(text)).toBeUndefined();
  });

  it("takes no list that is far too long", () => {
    const tags = Array.from({ length: 3_000 }, (_, at) => `t${at}`);
    expect(() => edited({ tags })).toThrow(CannotEdit);
  });
});
