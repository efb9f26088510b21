import { globSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { awardForms, awardStatuses } from "../../../src/award.ts";
import { headSchema } from "../../../src/front-matter/head.ts";
import { headJsonSchema } from "../../../src/front-matter/head-json-schema.ts";
import { parseArticle } from "../../../src/parse.ts";
import { readReference } from "../../../src/reference.ts";
import { base } from "../../content.ts";
import { exampleContent } from "../../example-content.ts";

/** What editors are told of the front matter. */

const schema = headJsonSchema();
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);
const head = { title: "Bài", date: "2024-03-05", author: "Người Thử", unit: "khoi-thu" };

describe("the JSON Schema of the front matter", () => {
  it("is written down as it is; npm run schema writes it anew", () => {
    const text = readFileSync("docs/front-matter.schema.json", "utf8");
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it.each(globSync(`${exampleContent}/**/*.md`))("takes %s as an editor reads it", (path) => {
    const [, yaml = ""] = readFileSync(path, "utf8").split(/^---$/mu);
    isValid(parse(yaml));
    expect(isValid.errors).toBeNull();
  });

  it.each([
    [{ date: "14/1/2022" }],
    [{ author: [{ name: "A", role: "ảnh" }, "B"] }],
    [{ tags: "Một" }],
    [{ images: "anh.jpg" }],
    [{ documents: ["21-KL/TW"] }],
    [{ figures: { name: "Tỷ lệ", value: 98.2 } }],
  ])("takes %j", (more) => {
    expect(isValid({ ...head, ...more })).toBe(true);
  });

  it.each([
    [{ title: undefined }],
    [{ tgas: ["Một"] }],
    [{ date: "hôm qua" }],
    [{ author: { name: "A", role: "họa sĩ" } }],
    [{ awards: [{ form: "Giấy khen", status: "trao rồi", by: "khoi-thu", to: "chi bộ" }] }],
    [
      {
        awards: [
          { form: "Giấy khen", status: "đã trao", by: "khoi-thu", to: "chi bộ", count: 1.625 },
        ],
      },
    ],
    [{ figures: [{ name: "Tỷ lệ", value: "98,2" }] }],
    [{ source: { name: "Báo", url: "www.bao.vn" } }],
    [{ draft: "maybe" }],
  ])("refuses %j", (more) => {
    expect(isValid({ ...head, ...more })).toBe(false);
  });
});

type Snippet = { readonly prefix: string; readonly body: readonly string[] };
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync(".vscode/bai-viet.code-snippets", "utf8"),
);

describe("the snippets for VS Code", () => {
  const { reference } = readReference({
    files: new Map([["units.yaml", { path: "units.yaml", text: base["units.yaml"] }]]),
    pictures: new Set(["ten-anh.jpg"]),
  });

  it.each(Object.entries(snippets))(
    "“%s” is in order with nothing changed but the unit",
    (_, { body }) => {
      const filled = body
        .join("\n")
        .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/gu, "$1")
        .replaceAll(/\$CURRENT_YEAR(?:-\$CURRENT_MONTH-\$CURRENT_DATE)?/gu, (found) =>
          found.includes("-") ? "2024-03-05" : "2024",
        )
        .replaceAll(/\$\{\d+:([^}]*)\}/gu, "$1")
        .replaceAll("ma-don-vi", "khoi-thu");
      const text = filled.startsWith("---")
        ? filled
        : `---\ntitle: Bài\ndate: 2024-03-05\nauthor: A\nunit: khoi-thu\n${filled}\n---\n\nNội dung.\n`;
      expect(parseArticle({ path: "a.md", text }, reference).problems).toEqual([]);
    },
  );

  it("offer every form and status, and settings name only fields that exist", () => {
    const award = snippets["Khen thưởng"]!.body.join("\n");
    expect(award).toContain(`|${awardForms.join(",")}|`);
    expect(award).toContain(`|${awardStatuses.join(",")}|`);
    const settings = JSON.parse(readFileSync(".vscode/settings.json", "utf8"));
    const [{ fields }] = settings["frontMatter.taxonomy.contentTypes"];
    for (const { name } of fields) expect(Object.keys(headSchema.shape)).toContain(name);
  });
});
