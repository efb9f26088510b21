import { describe, expect, it } from "vitest";
import { bulletinBooks } from "../../../layouts/booklet/epub.ts";
import { bulletinPages } from "../../../layouts/bulletin.ts";
import { bulletinsPages } from "../../../layouts/bulletins.ts";
import { pagesIn } from "../../../src/page.ts";
import type { Site } from "../../../src/site.ts";
import { loadFolder, siteOf } from "../../checking.ts";
import { base, type Files, folderOf } from "../../content.ts";

const units = `- { id: tinh, name: Tỉnh ủy Thử, kind: tỉnh ủy }
- { id: khoi-hai, name: Khối Hai, kind: đảng bộ khối, parent: tinh }
- { id: khoi-mot, name: Khối Một, kind: đảng bộ khối, parent: tinh }
- { id: chi-bo, name: Chi bộ Thử, kind: chi bộ, parent: khoi-mot }
`;

async function madeOf(files: Files, today = "2024-06-30", drafts = false): Promise<Site> {
  const content = await loadFolder(folderOf({ ...base, "units.yaml": units, ...files }), {
    today,
    drafts,
  });
  expect(content.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return siteOf(content);
}

/** Returns an article that is called like its file. */
function written(title: string, date: string, unit: string, more = "", body = "Nội dung."): string {
  return `---\ntitle: "${title}"\ndate: ${date}\nauthor: Người Thử\nunit: ${unit}\n${more}---\n\n${body}\n`;
}

const document = 'documents: [{ number: "21-KL/TW" }]\n';

/** Article files by title, in the order in which a folder has them. */
function articles(...list: readonly (readonly [date: string, unit: string, more?: string])[]) {
  return Object.fromEntries(
    list.map(([date, unit, more], at) => {
      const title = String.fromCharCode(97 + at);
      return [`${title}.md`, written(title, date, unit, more)];
    }),
  );
}

type Row = readonly [
  what: string,
  files: Files,
  inFull: readonly string[],
  others?: readonly string[],
];

const rowsGiven: readonly Row[] = [
  [
    "units further up come first",
    articles(["2024-03-01", "chi-bo"], ["2024-03-02", "khoi-mot"], ["2024-03-03", "tinh"]),
    ["c", "b", "a"],
  ],
  [
    "units of one level come in the order of units.yaml",
    articles(["2024-03-01", "khoi-mot"], ["2024-03-02", "khoi-hai"]),
    ["b", "a"],
  ],
  [
    "decisions of a unit come before its other articles, and each by its day",
    articles(
      ["2024-03-01", "tinh"],
      ["2024-03-09", "tinh", document],
      ["2024-03-05", "tinh", document],
      ["2024-03-02", "tinh"],
    ),
    ["c", "b", "a", "d"],
  ],
  [
    "what the editor orders comes first",
    {
      ...articles(["2024-03-01", "tinh"], ["2024-03-02", "chi-bo"], ["2024-03-03", "khoi-hai"]),
      "bulletins/2024-03.yaml": "order: [b.md, c.md]\n",
    },
    ["b", "c", "a"],
  ],
  [
    "what the editor leaves out is not there",
    {
      ...articles(["2024-03-01", "tinh"], ["2024-03-02", "chi-bo"]),
      "bulletins/2024-03.yaml": "leave_out: a.md\n",
    },
    ["b"],
  ],
  [
    "of many articles twelve are in full, from each unit in turn",
    articles(
      ...Array.from({ length: 14 }, () => ["2024-03-01", "tinh"] as const),
      ["2024-03-02", "khoi-hai"],
      ["2024-03-03", "chi-bo"],
    ),
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "o", "p"],
    ["k", "l", "m", "n"],
  ],
  [
    "all that the editor orders is in full, however much",
    {
      ...articles(...Array.from({ length: 15 }, () => ["2024-03-01", "tinh"] as const)),
      "bulletins/2024-03.yaml": `order: [${[..."onmlkjihgfedc"].map((name) => `${name}.md`)}]\n`,
    },
    [..."onmlkjihgfedc"],
    ["a", "b"],
  ],
];

const rows = rowsGiven.map(([what, files, inFull, others = []]) => ({
  what,
  files,
  inFull,
  others,
}));

describe("the bulletin of a month", () => {
  it.each(rows)("$what", async ({ files, inFull, others }) => {
    const { bulletins } = await madeOf(files);
    expect(bulletins.map(({ month }) => month)).toEqual(["2024-03"]);
    expect(bulletins[0]!.inFull.map(({ title }) => title)).toEqual(inFull);
    expect(bulletins[0]!.others.map(({ title }) => title)).toEqual(others);
  });

  it.each([
    ["2024-03-31", false, []],
    ["2024-04-01", false, ["2024-03"]],
    ["2024-03-31", true, ["2024-03"]],
  ])("on %s, drafts shown: %s", async (today, drafts, months) => {
    const { bulletins } = await madeOf(articles(["2024-03-01", "tinh"]), today, drafts);
    expect(bulletins.map(({ month }) => month)).toEqual(months);
  });

  it("is not there when the editor leaves out all of it", async () => {
    const files = { ...articles(["2024-03-01", "tinh"]), "bulletins/2024-03.yaml": "leave_out: a" };
    expect((await madeOf(files)).bulletins).toEqual([]);
  });
});

const march: Files = {
  "a.md": written(
    "Họp",
    "2024-03-05",
    "tinh",
    'awards:\n  - { form: Giấy khen, status: đã trao, by: tinh, to: chi bộ, count: 2, decision: { number: "12-QĐ/TU" } }\n',
    '## Việc chính\n\nMột[^1] [bài](b.md) và [sổ](/khen-thuong/).\n\n- a\\\n  b\n\n---\n\n[^1]: Theo "biên bản" & hồ sơ.',
  ),
  "b.md": written(
    "Trao",
    "2024-03-06",
    "chi-bo",
    'awards:\n  - { form: Giấy khen, status: đã trao, by: tinh, to: chi bộ, count: 2, decision: { number: "12-QĐ/TU" } }\nfigures: [{ name: Kết nạp, value: 5, unit: đảng viên }]\ndocuments: [{ number: "21-KL/TW", title: Về xây dựng Đảng }]\ncorrections: [{ date: 2024-05-09, right: Đúng là hai., kind: đính chính }]\n',
    "## Việc chính\n\nHai[^1].\n\n[^1]: Chú thích hai.",
  ),
  "bulletins/2024-03.yaml":
    "title: Số thử\nforeword: |\n  Thưa các đồng chí.\n\n  ## Nhớ\n\n  Xem [bài](../a.md).\n",
};
const later: Files = {
  "hai.md": written("Hai", "2024-02-01", "tinh"),
  "mai.md": written("Mai", "2024-04-02", "tinh"),
  "bulletins/2024-04.yaml": "title: Số sau\n",
};

/** Returns what a reader gets of the bulletin of March, as a page and as the texts of a book. */
function drawnOf(site: Site): { page: string; texts: ReadonlyMap<string, string>; keys: string[] } {
  const page = [...pagesIn(bulletinPages(site))].find(({ url }) => url === "/ban-tin/2024/03/")!;
  const book = bulletinBooks(site).find(({ url }) => url.includes("2024-03"))!;
  return { page: page.draw(), texts: book.parts().texts, keys: [page.key(), book.key()] };
}

describe("the booklet", () => {
  it("has headings in order, and each anchor once", async () => {
    const { page } = drawnOf(await madeOf(march));
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const levels = [...page.matchAll(/<h(\d)/gu)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries())
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const [, anchor] of page.matchAll(/ href="#([^"]+)"/gu)) expect(ids).toContain(anchor);
  });

  it("tells of each award and each document once, and of corrections", async () => {
    const { page } = drawnOf(await madeOf(march));
    expect(page.match(/12-QĐ\/TU/gu)).toHaveLength(1);
    expect(page.match(/Số 21-KL\/TW/gu)).toHaveLength(1);
    expect(page).toContain("Đúng là hai.");
    expect(page).toContain("Số thử");
  });

  it.each<readonly [what: string, documents: readonly (readonly string[])[], shown: string[]]>([
    [
      "figures alone of several kinds and years",
      [
        [
          '{ number: "05", kind: Chỉ thị, issuer: Nơi khác, date: 2016 }',
          '{ number: "5", kind: Nghị quyết, issuer: Nơi khác, date: 2016 }',
        ],
        [
          '{ number: "05", kind: Chỉ thị, issuer: Nơi khác, date: 2021 }',
          '{ number: "5", kind: Chỉ thị, issuer: nơi khác, date: 2021-02 }',
        ],
      ],
      ["Chỉ thị số 05", "Nghị quyết số 5", "Chỉ thị số 05"],
    ],
    [
      "one title of several years and bodies",
      [
        ["{ title: Kế hoạch năm, date: 2023 }", "{ title: Kế hoạch năm, issuer: Nơi khác }"],
        ["{ title: Kế hoạch năm, date: 2024 }", "{ title: kế hoạch năm }"],
      ],
      ["Kế hoạch năm", "Kế hoạch năm", "Kế hoạch năm"],
    ],
    [
      "a whole number, whoever is said to have issued it",
      [
        ['{ number: "21-KL/TW", issuer: Trung ương, date: 2021 }', '{ number: "21-KL/TW" }'],
        ['{ number: "21 – KL/TW", issuer: Ban Chấp hành Trung ương }'],
      ],
      ["Số 21-KL/TW"],
    ],
    [
      "a whole number of two terms",
      [['{ number: "21-KL/TW", date: 2016 }'], ['{ number: "21-KL/TW", date: 2021-10-25 }']],
      ["Số 21-KL/TW", "Số 21-KL/TW"],
    ],
  ])("lists each document once: %s", async (_, documents, shown) => {
    const files = articles(
      ...documents.map((some, at) => {
        const list = some.map((one) => `\n  - ${one}`).join("");
        return [`2024-03-0${at + 1}`, "tinh", `documents:${list}\n`] as const;
      }),
    );
    const { page } = drawnOf(await madeOf(files));
    const [, list = ""] = /<ol class="documents">(.*?)<\/ol>/su.exec(page) ?? [];
    expect([...list.matchAll(/<cite>(.*?)<\/cite>/gsu)].map(([, name]) => name)).toEqual(shown);
  });

  it("says who issued a document, and when, as a sentence", async () => {
    const documents = [
      '{ number: "21-KL/TW", date: 2021-10-25 }',
      '{ number: "22-KL/TW", issuer: đảng ủy Thử, date: 2021 }',
    ];
    const files = articles(["2024-03-01", "tinh", `documents: [${documents}]\n`]);
    const { page } = drawnOf(await madeOf(files));
    expect(page).toContain("</cite>. <span>Ngày 25/10/2021.</span>");
    expect(page).toContain("</cite>. <span>Đảng ủy Thử, năm 2021.</span>");
  });

  it("is a book whose links lead to its own chapters, or to the site in full", async () => {
    const { texts } = drawnOf(await madeOf(march));
    const chapter = texts.get("EPUB/bai-05-a.xhtml")!;
    expect(chapter).toContain('<a href="bai-06-b.xhtml">bài</a>');
    expect(chapter).toContain('<a href="https://thu.example/khen-thuong/">sổ</a>');
    expect(texts.get("EPUB/mo-dau.xhtml")).toContain('<a href="bai-05-a.xhtml">bài</a>');
    // The day of the last correction, which is after the month.
    expect(texts.get("EPUB/sach.opf")).toContain("2024-05-09T00:00:00Z");
    for (const text of texts.values()) expect(text).not.toMatch(/(?:href|src)="\//u);
  });

  it("stays as it is when earlier and later months get articles", async () => {
    expect(drawnOf(await madeOf({ ...march, ...later }))).toEqual(drawnOf(await madeOf(march)));
  });

  it("names office holders, and stays as it is when others are added", async () => {
    const mai = "- { id: mai, name: Lê Thị Mai, posts: [{ post: Bí thư }] }\n";
    const mau = "- { id: mau, name: Trần Mẫu, posts: [{ post: Bí thư }] }\n";
    const awards =
      "awards: [{ form: Giấy khen, status: đã trao, by: tinh, to: cá nhân, recipients: [mai, Trần Mẫu], presented_by: [Trần Mẫu, mai] }]\n";
    const files = articles(["2024-03-01", "tinh", awards]);
    const drawn = drawnOf(await madeOf({ ...files, "people.yaml": mai }));
    expect(drawn.page).toMatch(/>Người trao: Trần Mẫu, Lê Thị Mai<.*>Lê Thị Mai, Trần Mẫu</su);
    expect(drawnOf(await madeOf({ ...files, "people.yaml": mai + mau }))).toEqual(drawn);
    const renamed = await madeOf({ ...files, "people.yaml": mai.replace("Mai", "Xuân Mai") });
    for (const [at, key] of drawnOf(renamed).keys.entries()) expect(key).not.toBe(drawn.keys[at]);
  });

  it("stays as it is on a later day", async () => {
    expect(drawnOf(await madeOf(march, "2025-01-01"))).toEqual(drawnOf(await madeOf(march)));
  });

  it("has another key when one of its own changes", async () => {
    const known = drawnOf(await madeOf(march)).keys;
    const text = march["b.md"] as string;
    for (const more of [
      { "b.md": text.replace("Hai[^1]", "Ba[^1]") },
      { "bulletins/2024-03.yaml": "title: Số khác\n" },
      { "units.yaml": units.replace("Tỉnh ủy Thử", "Tỉnh ủy Khác") },
      { "c.md": written("Thêm", "2024-03-07", "tinh") },
    ])
      for (const [at, key] of drawnOf(await madeOf({ ...march, ...more })).keys.entries())
        expect(key).not.toBe(known[at]);
  });
});

it("the list of bulletins has all of them, by year, and pages that stay", async () => {
  const months = Array.from({ length: 80 }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, "0");
    return [`${2017 + Math.floor(at / 12)}-${month}-01`, "tinh"] as const;
  });
  const files = Object.fromEntries(
    months.map(([date, unit]) => [`${date}-bai.md`, written("Bài", date, unit)]),
  );
  const pages = bulletinsPages(await madeOf(files));
  expect(pages.map(({ url }) => url)).toEqual(["/ban-tin/", "/ban-tin/trang/1/"]);
  const [newest, oldest] = pages.map((page) => page.draw());
  expect(newest).toContain("/ban-tin/2023/08/ban-tin-2023-08.epub");
  expect(oldest!.match(/ban-tin-\d{4}-\d\d\.epub/gu)).toHaveLength(36);
});
