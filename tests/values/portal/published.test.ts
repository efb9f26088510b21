import { describe, expect, it } from "vitest";
import { readPublished } from "../../../src/portal/published.ts";
import { reportOf } from "../../../src/problems/problem.ts";
import { copyOf, publishedSite, siteNamed, type Texts, textsOf, today } from "./site-copy.ts";

/** The open data of strangers: what is refused whole, what is left out, what is passed on. */

const base = "https://a.example";
const good = { articles: [{}, {}], awards: [{}], figures: [{}], units: [{}] };

function read(change: (texts: Texts) => void) {
  const texts = textsOf(good, base);
  change(texts);
  return readPublished(siteNamed("a"), copyOf(texts), today);
}

const edited = (name: string, edit: (value: never) => unknown) => (texts: Texts) => {
  texts[name] = JSON.stringify(edit(JSON.parse(texts[name]!) as never));
};
/** Changes the first row of a file. */
const row = (name: string, cells: object) =>
  edited(`${name}.json`, ([first, ...others]: object[]) => [{ ...first, ...cells }, ...others]);

it("good data is passed on whole", () => {
  const { value, problems } = read(() => {});
  expect(problems).toEqual([]);
  expect(value).toMatchObject({ base, leftOut: 0, newColumns: [] });
  expect(value!.rows.articles).toHaveLength(2);
});

describe("a site is refused", () => {
  it.each<readonly [what: string, change: (texts: Texts) => void, says: string]>([
    ["without a catalogue", (texts) => delete texts["danh-muc.json"], "danh-muc.json"],
    [
      "with a catalogue that is no JSON",
      (texts) => (texts["danh-muc.json"] = "<html>"),
      "danh-muc.json",
    ],
    [
      "with the catalogue of another site",
      edited("danh-muc.json", (all: object) => ({
        ...all,
        url: "https://b.example/du-lieu/danh-muc.json",
      })),
      "tự khai là của địa chỉ “https://b.example/du-lieu/danh-muc.json”",
    ],
    [
      "whose catalogue leads out of its folder",
      edited("danh-muc.json", (all: { datasets: object[] }) => ({
        ...all,
        datasets: [
          {
            id: "khen-thuong",
            files: [{ url: `${base}/du-lieu/../../x.json`, format: "json", rows: 1 }],
          },
        ],
      })),
      "../../x.json",
    ],
    [
      "whose office has a name with what nobody sees",
      edited("danh-muc.json", (all: object) => ({ ...all, publisher: "Cơ quan \u202e" })),
      "danh-muc.json",
    ],
    [
      "without a file that its catalogue lists",
      (texts) => delete texts["so-lieu.json"],
      "so-lieu.json",
    ],
    ["with a file that is no list", (texts) => (texts["so-lieu.json"] = "{}"), "so-lieu.json"],
    ["with a row that is no row", (texts) => (texts["so-lieu.json"] = "[7]"), "dòng 1"],
    [
      "with too many rows",
      (texts) => (texts["so-lieu.json"] = `[${"0,".repeat(100_001)}0]`),
      "so-lieu.json",
    ],
    [
      "without a schema",
      (texts) => delete texts["khen-thuong.schema.json"],
      "khen-thuong.schema.json",
    ],
    [
      "whose schema says something else of a column",
      edited("khen-thuong.schema.json", (schema: { items: { properties: object } }) => ({
        ...schema,
        items: { properties: { ...schema.items.properties, given: { type: "string" } } },
      })),
      "cột given phải thuộc kiểu integer, trang ấy khai là text",
    ],
    [
      "whose schema lacks a column",
      edited(
        "bai-viet.schema.json",
        (schema: { items: { properties: Record<string, unknown> } }) => {
          const { title: _, ...properties } = schema.items.properties;
          return { ...schema, items: { properties } };
        },
      ),
      "cột title phải thuộc kiểu text",
    ],
    [
      "with a text for a number",
      row("khen-thuong", { given: "11" }),
      'Khen thưởng của “Trang a”, dòng 1, cột given: cần number, thấy "11"',
    ],
    [
      "with an unknown form",
      row("khen-thuong", { form: "Quà" }),
      "cột form: cần Giấy khen, Bằng khen",
    ],
    [
      "with an impossible day",
      row("bai-viet", { date: "2024-02-30" }),
      'cột date: cần date, thấy "2024-02-30"',
    ],
    ["with a missing cell", row("bai-viet", { title: undefined }), "cột title: cần string"],
    [
      "with an address that is none",
      row("bai-viet", { url: "bai" }),
      'cột url: cần url, thấy "bai"',
    ],
    ["with a list in place of a text", row("don-vi", { name: ["x"] }), "cột name: cần string"],
  ])("%s", (_, change, says) => {
    const { value, problems } = read(change);
    expect(value).toBeUndefined();
    expect(problems.map(({ severity }) => severity)).toContain("error");
    expect(reportOf(problems[0]!, "vi").message).toContain(says);
    expect(reportOf(problems[0]!, "en").message).not.toContain("{");
  });
});

describe("a row is left out", () => {
  it.each<readonly [what: string, change: (texts: Texts) => void, code: string]>([
    [
      "that leads to another site",
      row("bai-viet", { url: "https://b.example/x/" }),
      "portal-data-link",
    ],
    [
      "that leads to a site of a like name",
      row("bai-viet", { url: "https://a.example.b.example/" }),
      "portal-data-link",
    ],
    ["that leads out by dots", row("bai-viet", { url: `${base}/../../x/` }), "portal-data-link"],
    ["that runs a program", row("bai-viet", { url: "javascript:alert(1)" }), "portal-data-link"],
    [
      "that names somebody in its address",
      row("bai-viet", { url: "https://a.example@b.example/" }),
      "portal-data-link",
    ],
    [
      "with an earlier article elsewhere",
      row("khen-thuong", { earlier_urls: ["https://b.example/"] }),
      "portal-data-link",
    ],
    [
      "that turns its letters round",
      row("bai-viet", { title: "Bài \u202etxt" }),
      "portal-data-character",
    ],
    ["with what nobody sees", row("don-vi", { name: "Chi\u200bbộ" }), "portal-data-character"],
    [
      "with a control character",
      row("so-lieu", { name: "Đảng\u0007viên" }),
      "portal-data-character",
    ],
    [
      "with an endless text",
      row("bai-viet", { summary: "x".repeat(6000) }),
      "portal-data-character",
    ],
    [
      "with a pile of marks",
      row("bai-viet", { title: `e${"\u0301".repeat(600)}` }),
      "portal-data-character",
    ],
    ["that does not add up", row("khen-thuong", { given: 12 }), "portal-data-sum"],
    ["with less than nothing", row("khen-thuong", { given: -1, count: -1 }), "portal-data-sum"],
  ])("%s", (_, change, code) => {
    const { value, problems } = read(change);
    expect(problems.map((found) => [found.code, found.severity])).toEqual([[code, "warning"]]);
    expect(value!.leftOut).toBe(1);
  });

  it("of a later day, or of a draft, without a word", () => {
    for (const cells of [{ date: "2999-01-01" }, { draft: true }]) {
      const { value, problems } = read(row("bai-viet", cells));
      expect([problems, value!.leftOut, value!.rows.articles.length]).toEqual([[], 1, 1]);
    }
  });
});

it("a column of a newer version is left out and named", () => {
  const { value } = read((texts) => {
    row("bai-viet", { mood: "vui" })(texts);
    edited("bai-viet.schema.json", (schema: { items: { properties: object } }) => ({
      ...schema,
      items: { properties: { ...schema.items.properties, mood: { type: "string" } } },
    }))(texts);
  });
  expect(value!.newColumns).toEqual(["bai-viet: mood"]);
  expect(JSON.stringify(value!.rows)).not.toContain("vui");
});

it("a text is in the form in which names are compared", () => {
  const { rows } = publishedSite("a", { units: [{ name: "Chi bộ".normalize("NFD") }] });
  expect(rows.units[0]!.name).toBe("Chi bộ".normalize("NFC"));
});

it("what a stranger writes moves no cursor of a terminal", () => {
  const url = "https://b.example/\u001b[2J\n/du-lieu/danh-muc.json";
  const { problems } = read(edited("danh-muc.json", (all: object) => ({ ...all, url })));
  expect(reportOf(problems[0]!, "vi").message).toMatch(/^[^\p{C}]+$/u);
});
