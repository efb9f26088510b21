import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentPages } from "../../../layouts/document.ts";
import type { Article } from "../../../src/article.ts";
import type { Day } from "../../../src/day.ts";
import type { CitedInText, OfficialDocument } from "../../../src/document.ts";
import { documentFor } from "../../../src/registers/cited-document.ts";
import type { DocumentRegister } from "../../../src/registers/document-entry.ts";
import { buildDocuments } from "../../../src/registers/documents.ts";
import { readUnits } from "../../../src/units.ts";
import { loadFolder, madeSite, siteOf } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* The register of documents: what is one document, and where it is found. */

const { value: units } = readUnits({
  path: "units.yaml",
  text: `- { id: khoi-a, name: Đảng ủy Khối A, doc_code: ĐUA }
- { id: khoi-b, name: Đảng ủy Khối B, doc_code: ĐUB }
- { id: khoi-c, name: Đảng ủy Khối C }
- { id: chi-bo-a, name: Chi bộ A, parent: khoi-a }
`,
});

/** What one article says of documents; a document as a text is its number. */
type Told = {
  readonly day: string;
  readonly documents: readonly (string | OfficialDocument)[];
  readonly decisions?: readonly string[];
};

function articlesOf(told: readonly Told[]): Article[] {
  return told
    .map(({ day, documents, decisions = [] }, at) => ({
      path: `${String(at).padStart(3, "0")}.md`,
      date: day as Day,
      unit: "khoi-c",
      documents: documents.map((one) => (typeof one === "string" ? { number: one } : one)),
      awards: decisions.map((number) => ({
        decision: { number },
        status: "đã trao",
        by: "khoi-a",
      })),
    }))
    .sort((a, b) =>
      a.date < b.date ? -1 : a.date > b.date ? 1 : a.path < b.path ? -1 : 1,
    ) as never;
}

const registerOf = (told: readonly Told[]) => buildDocuments(articlesOf(told), units).documents;

/** Returns the documents of a register, each with its address and the days of its articles. */
function shown({ entries }: DocumentRegister): string[] {
  return entries
    .map(({ url, citations }) =>
      [url.slice("/van-ban/".length), ...citations.map(({ article }) => article.date)].join(" "),
    )
    .sort();
}

const of = (number: string, date?: string, more: Partial<OfficialDocument> = {}) => ({
  number,
  ...(date === undefined ? {} : { date }),
  ...more,
});
const A = { issuer: "Đảng ủy Khối A" };
const B = { issuer: "Ban Thường vụ Đảng ủy Khối B" };

const rows: readonly (readonly [name: string, told: readonly Told[], shown: readonly string[]])[] =
  [
    [
      "one number, however it is typed",
      [
        { day: "2022-01-01", documents: ["21-KL/TW"] },
        { day: "2022-02-01", documents: ["21 – KL/T.Ư"] },
      ],
      ["21-kl-tw/ 2022-01-01 2022-02-01"],
    ],
    [
      "a year, a month and a day of one document",
      [
        { day: "2022-01-01", documents: [of("21-KL/TW", "2021")] },
        { day: "2022-02-01", documents: [of("21-KL/TW", "2021-10-25")] },
        { day: "2022-03-01", documents: [of("21-KL/TW", "2021-10")] },
      ],
      ["21-kl-tw/ 2022-01-01 2022-02-01 2022-03-01"],
    ],
    [
      "a number that comes again in the next term",
      [
        { day: "2017-01-01", documents: [of("21-KL/TW", "2016-05-01")] },
        { day: "2018-01-01", documents: ["21-KL/TW"] },
        { day: "2022-01-01", documents: [of("21-KL/TW", "2021-10-25")] },
        { day: "2022-02-01", documents: ["21-KL/TW"] },
      ],
      ["21-kl-tw/2016/ 2017-01-01 2018-01-01", "21-kl-tw/2021/ 2022-01-01 2022-02-01"],
    ],
    [
      "articles that say no year, more than a term later or before",
      [
        { day: "2015-01-01", documents: ["21-KL/TW"] },
        { day: "2017-01-01", documents: [of("21-KL/TW", "2016-05-01")] },
        { day: "2022-01-01", documents: ["21-KL/TW"] },
      ],
      ["21-kl-tw/ 2015-01-01 2022-01-01", "21-kl-tw/2016/ 2017-01-01"],
    ],
    [
      "one number of two units in one year",
      [
        { day: "2022-01-01", documents: [of("1-NQ/ĐU", "2021", A)] },
        { day: "2022-02-01", documents: [of("1-NQ/ĐU", "2021-03", B)] },
        { day: "2022-03-01", documents: [of("1-NQ/ĐU", undefined, B)] },
      ],
      ["1-nq-du/2021/khoi-a/ 2022-01-01", "1-nq-du/2021/khoi-b/ 2022-02-01 2022-03-01"],
    ],
    [
      "one number of two units without a year",
      [
        { day: "2022-01-01", documents: [of("1-NQ/ĐU", undefined, A)] },
        { day: "2022-02-01", documents: [of("1-NQ/ĐU", undefined, B)] },
      ],
      ["1-nq-du/khoi-a/ 2022-01-01", "1-nq-du/khoi-b/ 2022-02-01"],
    ],
    [
      "bodies that are no units",
      [
        { day: "2022-01-01", documents: [of("21-KL/TW", undefined, { issuer: "Trung ương" })] },
        { day: "2022-02-01", documents: [of("21-KL/TW", undefined, { issuer: "Bộ Chính trị" })] },
      ],
      ["21-kl-tw/ 2022-01-01 2022-02-01"],
    ],
    [
      "a figure alone, by unit and year",
      [
        { day: "2022-01-01", documents: [of("02", "2022", { ...A, kind: "Nghị quyết" })] },
        { day: "2022-02-01", documents: [of("2", "2022", { ...B, kind: "Nghị quyết" })] },
        { day: "2022-03-01", documents: [of("2", "2022-01-03", { ...A, kind: "Nghị quyết" })] },
        { day: "2022-04-01", documents: [of("2", "2022", { ...A, kind: "Chỉ thị" })] },
      ],
      [
        "chi-thi-2-khoi-a-2022/ 2022-04-01",
        "nghi-quyet-2-khoi-a-2022/ 2022-01-01 2022-03-01",
        "nghi-quyet-2-khoi-b-2022/ 2022-02-01",
      ],
    ],
    [
      "a figure alone beside the whole number, whose mark says the unit",
      [
        { day: "2022-01-01", documents: [of("02", "2022", { ...A, kind: "Nghị quyết" })] },
        { day: "2022-02-01", documents: [of("02-NQ/ĐUA", "2022-01-03")] },
      ],
      ["2-nq-dua/ 2022-01-01 2022-02-01"],
    ],
    [
      "documents without a number",
      [
        { day: "2022-01-01", documents: [{ title: "Kế hoạch năm", ...A }] },
        { day: "2022-02-01", documents: [{ title: "kế hoạch năm", kind: "Kế hoạch", ...A }] },
        { day: "2022-03-01", documents: [{ title: "Kế hoạch năm", issuer: "Nơi khác" }] },
        { day: "2022-04-01", documents: [{ title: "Trang" }, { title: "日本" }] },
      ],
      [
        "ke-hoach-nam-dang-uy-khoi-a/ 2022-01-01 2022-02-01",
        "ke-hoach-nam-noi-khac/ 2022-03-01",
        "van-ban-trang/ 2022-04-01",
        "van-ban-cf2abf0c5b/ 2022-04-01",
      ],
    ],
    [
      "the decision of an award",
      [
        { day: "2022-01-01", documents: [], decisions: ["25-QĐ/ĐUA", "25-QĐ/ĐUA"] },
        { day: "2022-02-01", documents: [of("25-QĐ/ĐUA", "2021-12-30")] },
      ],
      ["25-qd-dua/ 2022-01-01 2022-02-01"],
    ],
  ];

describe("what is one document", () => {
  it.each(rows)("%s", (_, told, expected) => {
    const register = registerOf(told);
    expect(shown(register)).toEqual([...expected].sort());
  });

  it("is found without reading all that is told of it for each article", () => {
    let reads = 0;
    const counted = (date: string | undefined): OfficialDocument => ({
      number: "21-KL/TW",
      get date() {
        reads += 1;
        return date!;
      },
    });
    const many = Array.from({ length: 400 }, (_, at) => ({
      day: "2022-01-01",
      documents: [counted(at % 2 === 0 ? "2021-10-25" : undefined)],
    }));
    expect(registerOf(many).entries).toHaveLength(1);
    expect(reads).toBeLessThan(many.length * 20);
  });

  it("is found by every address that it had", () => {
    const { pages } = registerOf(rows[7]![1].concat(rows[8]![1]));
    const named = pages.find(({ url }) => url === "/van-ban/nghi-quyet-2-khoi-a-2022/");
    expect(named?.own).toBeUndefined();
    expect(named?.others.map(({ number }) => number)).toEqual(["02-NQ/ĐUA"]);
  });

  it.each<readonly [what: string, told: Told]>([
    [
      "figures alone",
      {
        day: "2022-01-01",
        documents: [
          of("02", "2022", { ...A, kind: "Nghị quyết" }),
          of("02", undefined, { ...A, kind: "Nghị quyết" }),
          of("02", "2022", { ...B, kind: "Nghị quyết" }),
          of("02", "2022", { issuer: "Đảng ủy Khối B", kind: "Nghị quyết" }),
          of("03", "2022", { ...A, kind: "Chỉ thị" }),
          of("03-CT/ĐUA", "2022", A),
        ],
      },
    ],
    ["titles", { day: "2022-01-01", documents: [{ title: "Kế hoạch năm", ...A }] }],
  ])("stays where it was when its issuer becomes a unit: %s", (_, told) => {
    const { value: none } = readUnits({
      path: "units.yaml",
      text: "- { id: khoi-c, name: Đảng ủy Khối C }\n",
    });
    const before = buildDocuments(articlesOf([told]), none).documents;
    const after = registerOf([told]);
    const known = after.pages.map(({ url }) => url);
    expect(known).toEqual(expect.arrayContaining(before.pages.map(({ url }) => url)));
    expect(new Set(known).size).toBe(known.length);
  });

  it("knows what it does to others, and what they do to it", () => {
    const { documents } = buildDocuments(
      articlesOf([
        {
          day: "2024-01-01",
          documents: [
            of("14-KH/ĐUA", "2023-04-20", { implements: ["02", "21-KL/TW năm 2021"] }),
            of("02", "2023", { ...A, kind: "Nghị quyết" }),
          ],
        },
        { day: "2022-01-01", documents: [of("21-KL/TW", "2021")] },
        { day: "2017-01-01", documents: [of("21-KL/TW", "2016")] },
      ]),
      units,
    );
    const [plan] = documents.byNumber.get("14-kh-dua")!;
    const targets = plan!.does.implements.map(({ entry }) => entry!);
    expect(targets.map(({ url }) => url)).toEqual([
      "/van-ban/nghi-quyet-2-khoi-a-2023/",
      "/van-ban/21-kl-tw/2021/",
    ]);
    for (const target of targets) expect(target.undergoes.implements).toEqual([plan]);
  });
});

describe("a document in a text", () => {
  const register = registerOf([
    { day: "2017-01-01", documents: [of("21-KL/TW", "2016-05-01"), of("05-CT/TW", "2016-05-15")] },
    { day: "2022-01-01", documents: [of("21-KL/TW", "2021-10-25")] },
    { day: "2022-02-01", documents: ["9-CT/TU", of("9-CT/TW", "2022-01-01")] },
    { day: "2022-03-01", documents: [of("8-QĐ/TW", "2021", { kind: "Quy định" })] },
    { day: "2022-04-01", documents: [of("21-KL/TW", "2016")] },
    { day: "2022-05-01", documents: [of("7-NQ/ĐUA", "2022-03-01"), "6-NQ/ĐUA"] },
  ]);
  const path = (day: string) =>
    register.entries
      .flatMap(({ citations }) => citations)
      .find(({ article }) => article.date === day)?.article.path ?? "x.md";

  it.each<readonly [dayAndUnit: string, cited: CitedInText, url: string | undefined]>([
    ["2018-01-01", { number: "21-kl/tw" }, "21-kl-tw/2016/"],
    ["2022-05-01", { number: "21-kl/tw" }, "21-kl-tw/2021/"],
    ["2022-05-01", { number: "21-kl/tw", year: 2016 }, "21-kl-tw/2016/"],
    ["2022-05-01", { number: "21-kl/tw", year: 2019 }, undefined],
    // What the article itself lists is meant.
    ["2022-04-01", { number: "21-kl/tw" }, "21-kl-tw/2016/"],
    ["2029-01-01", { number: "21-kl/tw" }, undefined],
    ["2022-05-01", { number: "21-kl/tu" }, undefined],
    ["2018-05-01", { number: "5", kind: "Chỉ thị" }, "5-ct-tw/"],
    ["2018-05-01", { number: "5", kind: "Kết luận" }, undefined],
    // A figure alone is of the article's term.
    ["2021-05-01", { number: "5", kind: "Chỉ thị" }, "5-ct-tw/"],
    ["2022-05-02", { number: "5", kind: "Chỉ thị" }, undefined],
    ["2016-05-01", { number: "5", kind: "Chỉ thị" }, undefined],
    ["2017-01-01", { number: "5", kind: "Chỉ thị" }, "5-ct-tw/"],
    // And of its unit, or of one above.
    ["2022-06-01 khoi-a", { number: "7", kind: "Nghị quyết" }, "7-nq-dua/"],
    ["2022-06-01 chi-bo-a", { number: "7", kind: "Nghị quyết" }, "7-nq-dua/"],
    ["2022-06-01 khoi-b", { number: "7", kind: "Nghị quyết" }, undefined],
    ["2022-06-01 khoi-b", { number: "7-nq/dua" }, "7-nq-dua/"],
    // Nobody knows how old it is.
    ["2022-06-01 khoi-a", { number: "6", kind: "Nghị quyết" }, undefined],
    ["2022-05-01 khoi-b", { number: "6", kind: "Nghị quyết" }, "6-nq-dua/"],
    ["2022-05-01", { number: "9", kind: "Chỉ thị" }, undefined],
    ["2022-05-01", { number: "8-qd/tw", kind: "Quy định" }, "8-qd-tw/"],
    ["2022-05-01", { number: "8-qd/tw", kind: "Quyết định" }, undefined],
  ])("of %s: %j", (dayAndUnit, cited, url) => {
    const [day = "", unit = "khoi-c"] = dayAndUnit.split(" ");
    const found = documentFor(cited, { path: path(day), date: day as Day, unit }, register);
    expect(found?.url).toBe(url === undefined ? undefined : `/van-ban/${url}`);
  });
});

/** Returns the pages of the documents that an article lists, as people read them, by address. */
async function pagesOf(documents: readonly string[]): Promise<Map<string, string>> {
  const list = documents.map((one) => `\n  - ${one}`).join("");
  const folder = folderOf({ ...base, "a.md": article(`documents:${list}`) });
  const content = await loadFolder(folder, { today: "2024-06-30" });
  expect(content.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const site = siteOf(content);
  return new Map(
    documentPages(site).map((page) => [page.url.slice("/van-ban/".length), page.draw()]),
  );
}

describe("the page of a document", () => {
  it.each<readonly [what: string, documents: readonly string[], url: string, texts: string[]]>([
    [
      "without a number, of which there are several",
      [
        "{ title: Kế hoạch năm, issuer: Nơi khác, date: 2021 }",
        "{ title: Kế hoạch năm, issuer: Nơi khác, date: 2022 }",
      ],
      "ke-hoach-nam-noi-khac/",
      [
        "<title>Kế hoạch năm (Nơi khác)",
        "<h1>Kế hoạch năm</h1>",
        ">Các văn bản cùng tên</h2>",
        'content="Các văn bản cùng tên “Kế hoạch năm”."',
      ],
    ],
    [
      "without a number, beside one without a date",
      [
        "{ title: Kế hoạch năm, issuer: Nơi khác, date: 2025 }",
        "{ title: Kế hoạch năm, issuer: Nơi khác }",
      ],
      "ke-hoach-nam-noi-khac/",
      ["<h1>Kế hoạch năm</h1>", ">Văn bản khác cùng tên</h2>"],
    ],
    [
      "with a number, of which there are several",
      ['{ number: "21-KL/TW", date: 2016 }', '{ number: "21-KL/TW", date: 2021 }'],
      "21-kl-tw/",
      ["<h1>Văn bản số 21-KL/TW</h1>", "Số văn bản đếm lại", ">Các văn bản cùng số</h2>"],
    ],
    [
      "of which the day is known",
      ['{ number: "21-KL/TW", date: 2021-10-25 }'],
      "21-kl-tw/",
      ["Kết luận số 21-KL/TW. Ngày 25/10/2021. Các bài"],
    ],
    [
      "whose issuer is written in small letters",
      ['{ number: "21-KL/TW", issuer: đảng ủy Thử, date: 2021 }'],
      "21-kl-tw/",
      ["Kết luận số 21-KL/TW. Đảng ủy Thử, năm 2021. Các bài"],
    ],
  ])("%s", async (_, documents, url, texts) => {
    const page = (await pagesOf(documents)).get(url);
    for (const text of texts) expect(page).toContain(text);
  });
});

describe("a decision", () => {
  const award = (more: string) => article(`awards:\n  - { form: Giấy khen, ${more} }`);
  const rows = {
    "units.yaml": `${base["units.yaml"]}- id: chi-bo-hai
  name: [{ value: Chi bộ Hai }, { value: Chi bộ Thư viện, from: 2020-02 }]
  changes: [{ kind: đổi tên, date: 2020-02, decision: { number: 7-QĐ/ĐUT, date: 2020-01-15 } }]
`,
    "a.md": award(
      "status: đã trao, by: khoi-thu, to: chi bộ, count: 11, decision: { number: 6-QĐ/ĐUT }",
    ),
    "b.md": award(
      "status: thu hồi, by: khoi-thu, to: chi bộ, count: 1, decision: { number: 6-QĐ/ĐUT }, revocation: { number: 9-QĐ/ĐUT }",
    ).replace("2024-03-05", "2024-05-01"),
  };

  async function pages(files: Readonly<Record<string, string>>): Promise<(url: string) => string> {
    const { site } = await madeSite(folderOf({ ...base, ...files }));
    const all = new Map([...site.pages()].map((page) => [page.url, page]));
    return (url) => all.get(url)!.draw().replaceAll(/\s+/gu, " ");
  }

  it("to withdraw an award has a page, to which the award leads", async () => {
    const page = await pages(rows);
    expect(page("/van-ban/9-qd-dut/")).toMatch(/bị thu hồi theo quyết định này<.*−1/u);
    expect(page("/van-ban/6-qd-dut/")).toContain("Khen thưởng theo quyết định này");
    const link = '<a href="/van-ban/9-qd-dut/">Thu hồi theo quyết định số 9-QĐ/ĐUT</a>';
    for (const url of ["/2024/05/01/b/", "/khen-thuong/2024/", "/van-ban/6-qd-dut/"])
      expect(page(url)).toContain(link);
  });

  it("of one number by two units is two, and each award leads to its own", async () => {
    const given = (by: string, day: string) =>
      `status: đã trao, by: ${by}, to: đảng viên, count: 2, decision: { number: 12-QĐ/ĐU, date: ${day} }`;
    const [one, two] = [given("khoi-thu", "2024-01-05"), given("chi-bo-hai", "2024-01-08")];
    const page = await pages({
      "units.yaml": rows["units.yaml"],
      "a.md": award(one),
      "b.md": award(`${one} }\n  - { form: Bằng khen, ${two}`),
    });
    for (const url of ["/2024/03/05/a/", "/2024/03/05/b/"])
      expect(page(url)).toContain('href="/van-ban/12-qd-du/2024/khoi-thu/"><span');
    expect(page("/2024/03/05/b/")).toContain('href="/van-ban/12-qd-du/2024/chi-bo-hai/"><span');
    expect(page("/van-ban/12-qd-du/2024/chi-bo-hai/")).toContain("Chi bộ Thư viện");
    expect(page("/don-vi/chi-bo-hai/")).toContain("/van-ban/12-qd-du/2024/chi-bo-hai/");
  });

  it("to withdraw an award shows on its page what it withdrew, and nothing else", async () => {
    const second = rows["b.md"]
      .replace("2024-05-01", "2024-06-01")
      .replace("9-QĐ/ĐUT", "12-QĐ/ĐUT")
      .replace("count: 1", "count: 3");
    const page = await pages({ ...rows, "c.md": second });
    const first = page("/van-ban/9-qd-dut/");
    expect(first).toContain("−1");
    expect(page("/van-ban/12-qd-dut/")).toContain("−3");
    for (const text of [first, page("/van-ban/12-qd-dut/")])
      expect(text).not.toContain("Đã khen thưởng");
    expect(first).not.toContain("số 12-QĐ/ĐUT");
    const given = page("/van-ban/6-qd-dut/");
    expect(given).toMatch(/−1<.*số 9-QĐ.*−3<.*số 12-QĐ/u);
    expect(given).not.toContain("−4");
  });

  it("on a unit has a page without an article, to which the history of the unit leads", async () => {
    const page = await pages(rows);
    const text = page("/van-ban/7-qd-dut/");
    expect(text).toMatch(
      /Đơn vị thay đổi theo văn bản này<.*2\/2020<\/b> <span><a href="\/don-vi\/chi-bo-hai\/">Chi bộ Thư viện<\/a>: Đổi tên: tên/u,
    );
    expect(text).not.toContain("đếm lại từ đầu");
    expect(text).not.toContain("bài nhắc đến");
    expect(page("/don-vi/chi-bo-hai/")).toContain(
      'Theo văn bản <a href="/van-ban/7-qd-dut/">số 7-QĐ/ĐUT</a>, ngày 15/1/2020.',
    );
    expect(page("/van-ban/loai/quyet-dinh/")).toContain('<a href="/van-ban/7-qd-dut/">');
  });

  it("without a title says in lists what it is about", async () => {
    const cited = (documents: string) => article(`documents: [${documents}]`, "Họp chi bộ.");
    const page = await pages({
      ...rows,
      "c.md": cited("{ number: 3-QĐ/ĐUT }, { number: 4-QĐ/ĐUT, title: Quyết định về quỹ }"),
    });
    const lists = page("/van-ban/loai/quyet-dinh/") + page("/van-ban/");
    const list = lists.replaceAll(/<[^>]+>/gu, "");
    for (const line of [
      "Quyết định số 6-QĐ/ĐUT khen thưởng Giấy khen (10) Đảng ủy",
      "Quyết định số 9-QĐ/ĐUT thu hồi Giấy khen Đảng ủy",
      "Quyết định số 7-QĐ/ĐUT về tổ chức của Chi bộ Thư viện",
      "Số 3-QĐ/ĐUT nêu trong bài “Bài thử”",
      "Quyết định số 4-QĐ/ĐUT về quỹ 1 bài",
    ])
      expect(list).toContain(line);
  });

  it("that articles do not list is counted by kind, and the page says where to find it", async () => {
    const list = (await pages(rows))("/van-ban/").replaceAll(/<[^>]+>/gu, "");
    expect(list).toMatch(/Quyết định \(3\)/u);
    expect(list).toContain("Tính cả 3 quyết định về khen thưởng và về đơn vị");
  });

  it("on a unit is the document that articles cite under its number", async () => {
    const cited = article('documents: [{ number: "7-QĐ/ĐUT", title: Về việc đổi tên }]');
    const page = await pages({ ...rows, "c.md": cited.replace("2024-03-05", "2021-01-02") });
    const text = page("/van-ban/7-qd-dut/");
    for (const part of ["Về việc đổi tên", "Đơn vị thay đổi", "1 bài nhắc đến"])
      expect(text).toContain(part);
  });
});

it("the list of a kind stays when an article corrects the kind of its only document", async () => {
  const cited = (more: string, date: string) =>
    article(`documents: [{ number: "9-QĐ/ĐUT"${more} }]`).replace("2024-03-05", date);
  const files = {
    "a.md": cited("", "2024-01-02"),
    "b.md": cited(", kind: Quyết định", "2024-01-03"),
    "c.md": cited(", kind: Quy định", "2024-01-04"),
  };
  const { site } = await madeSite(folderOf({ ...base, ...files }));
  const pages = new Map([...site.pages()].map((page) => [page.url, page]));
  for (const kind of ["quyet-dinh", "quy-dinh", "loai-khac"])
    expect(pages.get(`/van-ban/loai/${kind}/`)?.draw()).toContain('<a href="/van-ban/9-qd-dut/">');
  const list = pages.get("/van-ban/")!.draw();
  expect(list).toContain('<a href="/van-ban/loai/quy-dinh/">');
  expect(list).not.toContain('<a href="/van-ban/loai/quyet-dinh/">');
});

it("a document in the list of an article leads to those that it changes", async () => {
  const cited = (more: string) => article(`documents: [{ number: "9-NQ/ĐUT", ${more} }]`);
  const made = async (other: string) => {
    const files = {
      "a.md": cited('amends: ["8-NQ/ĐUT"], implements: ["1-CT/TW"]'),
      "b.md": article(`documents: [{ number: "${other}" }]`).replace("2024-03-05", "2023-01-02"),
    };
    const { site } = await madeSite(folderOf({ ...base, ...files }));
    return [...site.pages()].find(({ url }) => url === "/2024/03/05/a/")!;
  };
  const [known, unknown] = [await made("8-NQ/ĐUT"), await made("7-NQ/ĐUT")];
  const linked = '<a href="/van-ban/8-nq-dut/">8-NQ/ĐUT</a>';
  expect(known.draw()).toContain(`Sửa đổi, bổ sung: ${linked}.</span>`);
  expect(known.draw()).toContain("Thực hiện: 1-CT/TW.");
  expect(unknown.draw()).toContain("Sửa đổi, bổ sung: 8-NQ/ĐUT.");
  expect(known.key()).not.toBe(unknown.key());
});

describe("any set of documents", () => {
  const year = fc.integer({ min: 2014, max: 2026 });
  const document = fc.record(
    {
      number: fc.constantFrom("1-NQ/ĐU", "01 – NQ/ĐU", "1-NQ/ĐUA", "1", "01", "2/QĐ-UBND"),
      kind: fc.constantFrom("Nghị quyết", "Quyết định"),
      title: fc.constantFrom(
        "Nghị quyết 1",
        "1 NQ ĐU",
        "Nghị quyết 1 khoi-a 2021",
        "Trang",
        "2021",
      ),
      issuer: fc.constantFrom("Đảng ủy Khối A", "Đảng ủy Khối B", "khoi-a", "Nơi khác"),
      date: fc.oneof(
        year.map(String),
        year.map((one) => `${one}-05`),
        year.map((one) => `${one}-05-09`),
      ),
      amends: fc.constantFrom(["1-NQ/ĐU"], ["1-NQ/ĐU năm 2021", "1"]),
    },
    { requiredKeys: [] },
  );
  const told = fc.array(
    fc.record({
      day: year.map((one) => `${one}-07-01`),
      documents: fc.array(document, { maxLength: 3 }),
      decisions: fc.subarray(["1-NQ/ĐUA", "7-QĐ/ĐUA"]),
    }),
    { maxLength: 8 },
  );

  it("has addresses that no two documents share", () => {
    fc.assert(
      fc.property(told, (some) => {
        const { entries, pages } = registerOf(some);
        const urls = pages.map(({ url }) => url);
        expect(new Set(urls).size).toBe(urls.length);
        expect(new Set(entries.map(({ url }) => url)).size).toBe(entries.length);
        const owners = new Map(pages.map(({ url, own }) => [url, own]));
        for (const entry of entries) expect(owners.get(entry.url)).toBe(entry);
        for (const { own, others } of pages) expect(own ?? others[0]).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it("keeps every address and every list of a kind when articles are added", () => {
    fc.assert(
      fc.property(told, told, (some, more) => {
        const urlsOf = ({ pages, entries }: DocumentRegister) => [
          ...pages.map(({ url }) => url),
          ...entries.flatMap(({ kind = "", kinds }) => [kind, ...kinds]),
        ];
        const before = urlsOf(registerOf(some));
        const after = new Set(urlsOf(registerOf([...some, ...more])));
        expect(before.filter((url) => !after.has(url))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("does not depend on which article of a day tells what", () => {
    const view = (some: readonly Told[]) =>
      registerOf(some).entries.map(({ url, number, kind, title, issuer, date }) =>
        JSON.stringify([url, number, kind, title, issuer, date]),
      );
    fc.assert(
      fc.property(told, (some) => {
        const split = some.flatMap(({ day, documents, decisions }) => [
          ...documents.map((one) => ({ day, documents: [one] })),
          { day, documents: [], decisions },
        ]);
        // Relations look into their own list first.
        expect(view(split)).toEqual(view(some));
      }),
    );
  });

  it("leads from every text to a page that is there, or nowhere", () => {
    fc.assert(
      fc.property(told, year, (some, one) => {
        const register = registerOf(some);
        const urls = new Set(register.pages.map(({ url }) => url));
        for (const number of ["1-nq/du", "1-nq/dua", "1", "7-qd/dua"]) {
          const cited = { number, kind: "Nghị quyết", ...(one % 2 === 0 ? { year: one } : {}) };
          const day = `${one}-08-01` as Day;
          const found = documentFor(cited, { path: "000.md", date: day, unit: "khoi-a" }, register);
          expect(found === undefined || urls.has(found.url)).toBe(true);
        }
      }),
    );
  });
});
