import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Backend, backendOrigins, hasSignIn } from "../../../src/backend.ts";
import { splitFrontMatter } from "../../../src/content/frontmatter.ts";
import type { Field, Input } from "../../../src/front-matter/field.ts";
import { headForm } from "../../../src/front-matter/form.ts";
import { headSchema } from "../../../src/front-matter/head.ts";
import { readSettings } from "../../../src/settings.ts";
import { configText } from "../../../src/web-editor/config.ts";
import { type Entry, entryOf, type FormFacts, fileOf } from "../../../src/web-editor/format.ts";
import { check } from "../../../src/yaml/check.ts";
import { base } from "../../content.ts";
import { exampleContent } from "../../example-content.ts";

/** The editor in `/admin/`: how its settings fit the schema, and how it reads and writes files. */

it("is turned on as the guide shows", () => {
  const guide = readFileSync("docs/huong-dan.md", "utf8");
  const examples = [...guide.matchAll(/```yaml\n(web_editor:\n.*?)```/gsu)].map(
    ([, text]) => text!,
  );
  expect(examples.length).toBe(2);
  for (const example of examples) {
    const text = base["site.yaml"] + example;
    expect(readSettings({ path: "site.yaml", text }).problems).toEqual([]);
  }
});

type Widget = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly widget: string;
  readonly fields?: readonly Widget[];
  readonly options?: readonly unknown[];
} & Readonly<Record<string, unknown>>;

type Config = {
  readonly backend: unknown;
  readonly collections: readonly { readonly path: string; readonly fields: readonly Widget[] }[];
};

const github: Backend = { name: "github", repo: "a/b", branch: "main" };
const units = [
  { id: "khoi-thu", name: "Đảng ủy Khối Thử" },
  { id: "chi-bo", name: "Chi bộ: số 1 #2" },
];

function configOf(backend: Backend = github): Config {
  const site = { name: "Bản tin", origin: "https://thu.example", logo: "/a.svg" };
  return parse(
    configText({ ...site, backend, units, tags: [], series: [], hasLoose: false }),
  ) as Config;
}

/** The widget of the editor that each kind of input must become. */
const widgets: Readonly<Record<Input["kind"], Readonly<Record<string, unknown>>>> = {
  line: { widget: "string" },
  prose: { widget: "text" },
  partialDay: { widget: "string" },
  day: { widget: "datetime", type: "date", format: "YYYY-MM-DD" },
  whole: { widget: "number", value_type: "int", min: 1 },
  decimal: { widget: "number", value_type: "float" },
  quantity: { widget: "string" },
  series: { widget: "string" },
  year: { widget: "number", value_type: "int", min: 1930, max: 2100 },
  years: { widget: "string", pattern: [expect.stringMatching(/^\^/u), expect.any(String)] },
  yesNo: {
    widget: "select",
    options: [
      { label: "Có", value: true },
      { label: "Không", value: false },
    ],
  },
  unit: {
    widget: "select",
    options: units.map(({ id, name }) => ({ label: name, value: id })),
  },
  tag: { widget: "string" },
  picture: { widget: "image" },
  pdf: { widget: "string" },
  address: { widget: "string", type: "url" },
  crop: { widget: "string", pattern: [expect.stringMatching(/^\^/u), expect.any(String)] },
  focus: { widget: "string", pattern: [expect.stringMatching(/^\^/u), expect.any(String)] },
  choice: { widget: "select" },
  list: { widget: "list" },
  group: { widget: "object" },
};

describe("the settings", () => {
  const [collection] = configOf().collections;

  it("have every field of the front matter in its order, and the text behind them", () => {
    expect(collection!.fields.map(({ name }) => name)).toEqual([
      ...headForm.map(({ key }) => key),
      "body",
    ]);
  });

  it.each(pairs(headForm, collection!.fields))("agree with the schema on %s", (_, field, made) => {
    const { input } = field;
    expect(made).toMatchObject({
      name: field.key,
      label: field.label,
      required: field.isRequired,
      ...widgets[input.kind],
    });
    if (field.help !== "") expect(made.hint!.startsWith(field.help)).toBe(true);
    if (input.kind === "choice") expect(made.options).toEqual(input.choices);
    if (input.kind === "list") expect(made.label_singular).toBe(field.one);
    const inner = innerFields(input);
    expect(made.fields?.map(({ name }) => name)).toEqual(inner?.map(({ key }) => key));
  });

  it.each<[Backend, unknown]>([
    [github, { name: "github", repo: "a/b", branch: "main", auth_methods: ["token"] }],
    [
      { ...github, baseUrl: "https://vao.example" },
      { name: "github", repo: "a/b", branch: "main", base_url: "https://vao.example" },
    ],
    [
      { name: "gitlab", repo: "a/b/c", branch: "x", appId: "1f" },
      { name: "gitlab", repo: "a/b/c", branch: "x", app_id: "1f", auth_type: "pkce" },
    ],
    [
      { name: "gitea", repo: "a/b", branch: "main", apiRoot: "https://git.example/api/v1" },
      {
        name: "gitea",
        repo: "a/b",
        branch: "main",
        api_root: "https://git.example/api/v1",
        auth_methods: ["token"],
      },
    ],
  ])("tell the editor where to work: %j", (backend, expected) => {
    expect(configOf(backend).backend).toEqual(expected);
  });

  it.each<[Partial<Backend>, readonly string[], boolean]>([
    [{}, ["https://api.github.com"], false],
    [{ baseUrl: "https://vao.example" }, ["https://api.github.com"], true],
    [{ apiRoot: "https://git.example:8443/api/v3" }, ["https://git.example:8443"], false],
    [{ name: "gitlab" }, ["https://gitlab.com"], false],
    [
      {
        name: "gitlab",
        appId: "1",
        apiRoot: "https://a.example/api/v4",
        baseUrl: "https://b.example",
      },
      ["https://a.example", "https://b.example"],
      true,
    ],
    [{ name: "gitea", appId: "1" }, ["https://gitea.com"], true],
  ])("of %j allow the hosts %j", (more, origins, isSignIn) => {
    expect(backendOrigins({ ...github, ...more })).toEqual(origins);
    expect(hasSignIn({ ...github, ...more })).toBe(isSignIn);
  });
});

function innerFields(input: Input): readonly Field[] | undefined {
  if (input.kind === "list") return innerFields(input.item);
  return input.kind === "group" ? input.fields : undefined;
}

/** Pairs each field of ours with the editor's field in the same place, however deep. */
function pairs(
  fields: readonly Field[],
  made: readonly Widget[],
  way = "",
): [string, Field, Widget][] {
  return fields.flatMap((field, at) => {
    const inner = innerFields(field.input);
    return [
      [`${way}${field.key}`, field, made[at]!],
      ...(inner ? pairs(inner, made[at]!.fields ?? [], `${way}${field.key}.`) : []),
    ];
  });
}

const facts: FormFacts = {
  form: headForm,
  units: { "khoi-thu": "khoi-thu", "dang uy khoi thu": "khoi-thu" },
};

/** Returns the front matter of a file as our own check reads it. */
function headOf(text: string): unknown {
  const { head } = splitFrontMatter({ path: "a.md", text });
  const { value, problems } = check(headSchema, head!);
  expect(problems).toEqual([]);
  return value;
}

describe("an article that is opened and saved", () => {
  const paths = readdirSync(exampleContent, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );

  it.each(paths)("says the same as before: %s", (path) => {
    const text = readFileSync(join(exampleContent, path), "utf8");
    const saved = fileOf(entryOf(text, facts), facts);
    expect(headOf(saved)).toEqual(headOf(text));
    expect(saved.split("\n---\n\n")[1]).toBe(`${text.split("\n---\n")[1]!.trim()}\n`);
    // The second time, not a letter changes.
    expect(fileOf(entryOf(saved, facts), facts)).toBe(saved);
  });

  it.each<[lines: string, entry: Entry, saved: string]>([
    ["author: Lê Thử", { author: [{ name: "Lê Thử" }] }, "author: Lê Thử"],
    [
      "author: [Lê Thử, { name: Đỗ Mẫu, role: Ảnh }]",
      { author: [{ name: "Lê Thử" }, { name: "Đỗ Mẫu", role: "ảnh" }] },
      "author:\n  - Lê Thử\n  - { name: Đỗ Mẫu, role: ảnh }",
    ],
    ["date: 5/3/2024", { date: "2024-03-05" }, "date: 2024-03-05"],
    ["unit: Đảng ủy Khối Thử", { unit: "khoi-thu" }, "unit: khoi-thu"],
    ["unit: xa-la", { unit: "xa-la" }, "unit: xa-la"],
    ["tags: Hội nghị", { tags: ["Hội nghị"] }, "tags: [Hội nghị]"],
    ["source: Báo Thử", { source: { name: "Báo Thử" } }, "source: { name: Báo Thử }"],
    [
      'documents: ["21-KL/TW"]',
      { documents: [{ number: "21-KL/TW" }] },
      'documents:\n  - { number: "21-KL/TW" }',
    ],
    [
      "figures: [{ name: A, value: 98.20, cumulative: có }]",
      { figures: [{ name: "A", value: "98.20", cumulative: true }] },
      'figures:\n  - name: A\n    value: "98.20"\n    cumulative: true',
    ],
    [
      "figures: [{ name: A, value: khoảng 30 }]",
      { figures: [{ name: "A", value: "khoảng 30" }] },
      "figures:\n  - { name: A, value: khoảng 30 }",
    ],
    [
      "figures: [{ name: A, value: 1.6250 }]",
      { figures: [{ name: "A", value: "1.6250" }] },
      'figures:\n  - { name: A, value: "1.6250" }',
    ],
    ["draft: không", { draft: false }, "draft: false"],
    // A wrong value stays for the person who looks at it, and an unknown key is not lost.
    ["date: hôm qua", { date: "hôm qua" }, "date: hôm qua"],
    ["tgas: [A]\ntitle: B", { tgas: ["A"], title: "B" }, 'title: "B"\ntgas: [A]'],
    ["summary:", { summary: "" }, ""],
  ])("%s", (lines, entry, saved) => {
    expect(entryOf(`---\n${lines}\n---\n\nA\n`, facts)).toEqual({ ...entry, body: "A" });
    const head = saved === "" ? "" : `${saved}\n`;
    expect(fileOf({ ...entry, body: "A" }, facts)).toBe(`---\n${head}---\n\nA\n`);
  });

  it.each<[Entry, string]>([
    [{ summary: "", tags: [], awards: null, source: { name: "", url: "" } }, ""],
    [{ tags: ["", "A "] }, "tags: [A]\n"],
    [{ summary: "Một\n\nhai" }, 'summary: "Một hai"\n'],
    [{ title: "Đảng".normalize("NFD") }, 'title: "Đảng"\n'],
    [{ author: [{ name: "A, B" }] }, 'author: ["A, B"]\n'],
    [{ people: [{ name: "A", post: ["B"] }] }, "people:\n  - name: A\n    post: [B]\n"],
    [
      { awards: [{ years: "2021" }, { years: "2017-2021" }] },
      "awards:\n  - { years: 2021 }\n  - { years: 2017-2021 }\n",
    ],
  ])("%j leaves out what is empty and says the rest as the guide does", (entry, head) => {
    expect(fileOf(entry, facts)).toBe(`---\n${head}---\n\n\n`);
  });

  it.each(["Không có phần đầu.", "---\ntitle: A\n", "---\ntitle: [A\n---\n", "---js\n---\n"])(
    "%j is not opened",
    (text) => {
      expect(() => entryOf(text, facts)).toThrow();
    },
  );

  it("comes from Windows, and ends in nothing", () => {
    expect(entryOf("\ufeff---\r\ntitle: A\r\n---", facts)).toEqual({ title: "A", body: "" });
  });
});
