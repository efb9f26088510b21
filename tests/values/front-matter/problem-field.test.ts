import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../../src/content/frontmatter.ts";
import { fieldFinder, offsetIn } from "../../../src/front-matter/problem-field.ts";
import { parseArticle } from "../../../src/parse.ts";
import { readReference } from "../../../src/reference.ts";
import { base } from "../../content.ts";

/** Where in a form, or in the text below it, a problem is shown. */

const files = new Map(Object.entries(base).map(([path, text]) => [path, { path, text }]));
const { reference } = readReference({ files, pictures: new Set() });

function problemsOf(text: string) {
  const file = { path: "a.md", text };
  const { head, bodyOffset } = splitFrontMatter(file);
  return parseArticle(file, reference).problems.map((found) => {
    const offset = offsetIn(found, file, bodyOffset);
    return {
      code: found.code,
      where:
        offset === undefined ? fieldFinder(head!)(found) : file.text.slice(bodyOffset + offset),
    };
  });
}

const head = "title: Bài\ndate: 2024-03-05\nauthor: Người Thử\nunit: khoi-thu\n";

describe("a problem", () => {
  const rows: readonly [string, string, string, unknown][] = [
    ["a day", head.replace("2024-03-05", "30/2/2024"), "impossible-date", ["date"]],
    ["a missing key", head.replace("title: Bài\n", ""), "missing-key", ["title"]],
    ["an unknown key", `${head}tgas: [Một]\n`, "unknown-key", ["tgas"]],
    ["a unit", head.replace("khoi-thu", "khoi-la"), "unknown-unit", ["unit"]],
    [
      "a single author's part",
      head.replace("Người Thử", "{ name: A, role: họa }"),
      "unknown-value",
      ["author", "role"],
    ],
    [
      "a count in the second award",
      `${head}awards:\n  - { form: Cờ, status: đề xuất, by: khoi-thu, to: ai, count: 1 }\n  - form: Giấy khen\n    status: đã trao\n    by: khoi-thu\n    to: ai\n    count: 1.625\n`,
      "number-grouped",
      ["awards", 1, "count"],
    ],
    [
      "what is missing in an award",
      `${head}awards:\n  - form: Cờ\n    status: đã trao\n    by: khoi-thu\n    count: 1\n`,
      "missing-key-in",
      ["awards", 0, "to"],
    ],
    [
      "what is missing in a group of a group",
      `${head}figures:\n  - name: Tỷ lệ\n  - { name: Hai, value: 2 }\n`,
      "missing-key-in",
      ["figures", 0, "value"],
    ],
    [
      "a misspelt key of an award",
      `${head}awards:\n  - form: Cờ\n    cuont: 1\n    status: đã trao\n    by: khoi-thu\n    to: ai\n`,
      "unknown-key",
      ["awards", 0, "cuont"],
    ],
    ["a letter in a topic", `${head}tags: [Một, Ðỏ]\n`, "wrong-d", ["tags", 1]],
  ];
  it.each(rows)("with %s is shown at its field", (_, yaml, code, field) => {
    const found = problemsOf(`---\n${yaml}---\n\nNội dung.\n`);
    expect(found).toContainEqual({ code, where: field });
  });

  it.each([
    ["Gọi 0912 345 678 nhé.", "phone-number", "0912 345 678 nhé."],
    ["Một.\n\n![](a.jpg)", "alt-missing", "a.jpg)"],
    ["Một.\n\nHai Ðỏ.", "wrong-d", "Ðỏ."],
  ])("in the text %j is shown there", (body, code, rest) => {
    const found = problemsOf(`---\n${head}---\n\n${body}\n`);
    expect(found.map((one) => one.code)).toContain(code);
    expect(found.find((one) => one.code === code)?.where).toBe(`${rest}\n`);
  });
});
