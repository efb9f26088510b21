import fc from "fast-check";
import { expect, it } from "vitest";
import { articleForm, editArticle } from "../../../src/front-matter/article-form.ts";
import type { Field, FormValue, FormValues, Input } from "../../../src/front-matter/field.ts";
import { headForm } from "../../../src/front-matter/form.ts";

/*
 * Whatever is changed in a form arrives in the file, and nothing else is touched. The files are
 * written in all the ways that people write: lists with and without indentation, between brackets,
 * with comments.
 */

const word = fc.constantFrom(
  ...[
    "Giấy khen",
    "a, b",
    "21-KL/TW",
    "012",
    "true",
    "x: y",
    "# ba",
    'nói "vậy"',
    "16:36",
    "- gạch",
  ],
  ...[
    "[ngoặc]",
    "{a}",
    "'đơn'",
    "Đảng bộ",
    "98.2",
    "2017-2021",
    "&neo",
    "*sao",
    "!thẻ",
    "a #b",
    "~",
  ],
  ...[
    "h\u1ed9i nghị",
    "@a",
    "%",
    "`",
    "?",
    "null",
    "\\",
    "a\\nb",
    "2024-03-05",
    "y",
    "|",
    ">",
    "-",
  ],
);

function valueFor(input: Input): fc.Arbitrary<FormValue> {
  if (input.kind === "list") return fc.array(valueFor(input.item), { maxLength: 4 });
  if (input.kind === "group") return groupFor(input.fields);
  if (input.kind === "choice") return fc.constantFrom("", ...input.choices);
  if (input.kind === "prose") return fc.oneof(word, fc.constantFrom("hai\ndòng", "cách\n\nđoạn"));
  return fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.constant("") });
}

function groupFor(fields: readonly Field[]): fc.Arbitrary<FormValues> {
  const values = Object.fromEntries(fields.map(({ key, input }) => [key, valueFor(input)]));
  return fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<FormValues>;
}

/** Blocks of front matter as people write them, one for each key. */
const manners: Readonly<Record<string, readonly string[]>> = {
  title: ['title: "Họp"   # chú\n', "title: Họp\n", "title: >\n  Họp\n  lần ba\n", "title:\n"],
  date: ["date: 5/3/2024\n", "date:   2024-03-05 # thứ ba\n"],
  author: [
    "author: A Bê\n",
    "author: [A Bê, Cê]\n",
    "author:\n- A Bê\n- { name: Cê, role: tin }\n",
  ],
  unit: ["# đơn vị\nunit: u\n"],
  tags: ["tags: [a,   b]\n", "tags:\n  - a # một\n  # hai\n  - b\n", "tags: một\n", "tags: []\n"],
  source: ["source: Báo\n", "source: { name: Báo }\n", "source:\n    name: Báo\n    lạ: giữ\n"],
  images: [
    "images:\n- src: a.jpg   # bìa\n  alt: 'Lời tả'\n- b.jpg\n\n",
    "images:\n  -   src: a.jpg\n      alt: |\n        Lời\n        tả\n",
    "images: a.jpg\n",
  ],
  awards: [
    "awards:\n  # một\n  - form: Cờ\n    cuont: 3 # ba\n    decision: { number: '1-QĐ/A', date: 2024-01-02 }\n  # hai\n  - { form: Cờ, to: \"ai\" }\n  # cuối\n",
    "awards:\n  - to: chi bộ\n    recipients:\n      - A\n      # giữa\n      - B\n    years: 2021\n",
    "awards: [{ form: Cờ, count: 2 }, { form: Giải }]\n",
  ],
  documents: ['documents: ["1-KL/TW"]\n', "documents:\n- number: 1-KL/TW\n- 2-KL/TW\n"],
  people: ["people:\n  - name: A\n    post: [Một, Hai]\n", "people: [A, B]\n"],
};

const head = fc
  .record(
    Object.fromEntries(
      Object.entries(manners).map(([key, texts]) => [key, fc.constantFrom(...texts)]),
    ),
    { requiredKeys: [] },
  )
  .chain((blocks) =>
    fc.shuffledSubarray(Object.entries(blocks) as [string, string][], {
      minLength: Object.keys(blocks).length,
    }),
  );

/** Returns rows as the browser sends them: new ones, and some of the file's, changed or not. */
function rowsOf(before: FormValue | undefined, change: FormValue): FormValue {
  if (!Array.isArray(change) || !Array.isArray(before)) return change;
  return change.map((row, at) => {
    const old = before[at];
    if (typeof row === "string" || typeof old !== "object") return row;
    return at % 2 === 0 ? { ...old, ...row } : row;
  });
}

it("takes what is changed in a form into the file, and touches no other block of it", () => {
  fc.assert(
    fc.property(head, groupFor(headForm), (blocks, change) => {
      const text = `---\n${blocks.map(([, block]) => block).join("")}---\n\nThân bài.\n`;
      const form = articleForm(text);
      fc.pre(form !== undefined);
      const before = form!.values;
      const rows = Object.entries(change).map(([key, one]) => [key, rowsOf(before[key], one)]);
      const values = { ...before, ...Object.fromEntries(rows) };
      // It throws when the text that it wrote does not read back as the values that were meant.
      const edited = editArticle(text, { ...form!, values });
      for (const [key, block] of blocks)
        if (!(key in change)) expect(edited).toContain(block.trimEnd());
      expect(edited.endsWith("---\n\nThân bài.\n")).toBe(true);
      expect(shownIn(articleForm(edited)!.values)).toEqual(shownIn(values));
      expect(editArticle(edited, articleForm(edited)!)).toBe(edited);
    }),
    { numRuns: 200 },
  );
});

it("loses no comment and no unknown key when texts are exchanged", () => {
  const comments = /# \p{L}+|lạ: giữ|cuont: 3/gu;
  fc.assert(
    fc.property(head, word, (blocks, text) => {
      const before = `---\n${blocks.map(([, block]) => block).join("")}---\n\nThân bài.\n`;
      const form = articleForm(before);
      fc.pre(form !== undefined && text !== "");
      const values = withTexts(form!.values, text) as FormValues;
      const edited = editArticle(before, { ...form!, values });
      const isBlock = (one: string) => /[>|]\n/u.test(one);
      const kept = blocks.filter(([, block]) => !isBlock(block)).map(([, block]) => block);
      for (const [comment] of kept.join("").matchAll(comments)) expect(edited).toContain(comment);
    }),
  );
});

/** Returns the values of a form as people see them, however they were typed. */
function shownIn(value: FormValue): unknown {
  if (typeof value === "string") {
    const typed = value.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
    const text = typed.replaceAll(/(?<=\d),(?=\d)/gu, ".");
    const [, day, month, year] = /^(\d+)\/(\d+)\/(\d{4})$/u.exec(text) ?? [];
    return year ? `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}` : text;
  }
  const isNothing = (one: unknown) => one === "" || Object.keys(one as object).length === 0;
  if (Array.isArray(value)) return value.map(shownIn).filter((one) => !isNothing(one));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "#")
      .map(([key, one]) => [key, shownIn(one)] as const)
      .filter(([, one]) => !isNothing(one)),
  );
}

function withTexts(value: FormValue, text: string): FormValue {
  if (typeof value === "string") return value === "" || /^\d$/u.test(value) ? value : text;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, text));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one, text)]));
}
