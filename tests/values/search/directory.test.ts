import { describe, expect, it } from "vitest";
import { pagesCalled } from "../../../browser/search/direct-hits.ts";
import { newIndexReader, type Part } from "../../../browser/search/part.ts";
import { readWords } from "../../../browser/search/query.ts";
import { noAssets } from "../../../src/assets/assets.ts";
import type { Day } from "../../../src/day.ts";
import { directoryPieces, directoryRecord } from "../../../src/search/directory.ts";
import { indexPart } from "../../../src/search/index-part.ts";
import { suggestionsOf } from "../../../src/search/suggestions.ts";
import { indexSite, type Site } from "../../../src/site.ts";
import { titlesInFile } from "../../../src/text/search-text.ts";
import { loadFolder } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* The pages that a search names above the articles, and what it suggests while somebody types. */

const told = `tags: [Khen thưởng, Học tập]
event: { name: Hội nghị tổng kết, unit: khoi-thu, body: Ban Chấp hành, term: XIX, ordinal: 2 }
documents:
  - { number: 21-KL/TW, title: Về xây dựng Đảng }
  - { number: 90-QĐ/ĐU, kind: Quyết định, title: Thu hồi Giấy khen của một tổ }
  - { number: 91-QĐ/ĐU, kind: Quyết định, title: Giấy khen của Đảng ủy và cách ghi sổ }
  - { number: 47-QĐ/ĐU, kind: Quyết định, issuer: Đảng ủy Khối Thử, date: 2022-07-15 }
  - { number: 47-QĐ/ĐU, kind: Quyết định, issuer: Đảng ủy Khối Thử, date: 2024-05 }
figures: [{ name: Đảng viên mới, value: 3, unit: người, year: 2023 }]
people: [{ name: Nguyễn Văn Mẫu, post: Bí thư, role: chủ trì }]
awards:
  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: cá nhân, count: 2 }`;

const people = `- id: nguyen-van-mau
  name: Nguyễn Văn Mẫu
  posts:
    - { post: Phó Bí thư Đảng ủy Khối Thử, from: 2015-08, to: 2020-08 }
    - { post: Bí thư Đảng ủy Khối Thử, from: 2020-09 }
- id: tran-thi-mau
  name: Trần Thị Mẫu
  posts:
    - { post: Ủy viên Đảng ủy Khối Thử, from: 2010, to: 2015 }
    - { post: Chủ nhiệm Đảng ủy Khối Thử, from: 2016, to: 2020 }
- id: le-van-mau
  name: Lê Văn Mẫu
  posts:
    - { post: Phó Bí thư Đảng ủy Khối Thử, from: 2021 }
    - { post: Bí thư Đảng ủy Khối Thử, from: 2031 }
`;

async function siteOf(): Promise<Site> {
  const folder = folderOf({
    ...base,
    "people.yaml": people,
    "figures.yaml": "- { id: dang-vien-moi, name: Đảng viên mới, unit: người }\n",
    "a.md": article(told),
  });
  const content = await loadFolder(folder);
  expect(content.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return indexSite({
    settings: content.settings!,
    units: content.units,
    people: content.people,
    series: content.series,
    articles: content.published,
    pictures: new Map(),
    assets: noAssets,
    today: "2024-06-30" as Day,
  }).site;
}

async function called(typed: string, site?: Site): Promise<string[]> {
  const pieces = directoryPieces(site ?? (await siteOf()));
  const parts = pieces.map(
    ({ name, entries: { length: size } }): Part => ({
      name,
      key: "",
      size,
      files: 1,
      since: "",
      years: [],
    }),
  );
  const reader = newIndexReader("", async (url) => {
    const { entries } = pieces.find(({ name }) => url.startsWith(`${name}/`))!;
    const file = /bai-(\d+)/u.exec(url);
    if (file === null)
      return indexPart(
        entries.map((one) => directoryRecord(one).text),
        1,
      )[0]!;
    const from = Number(file[1]) * titlesInFile;
    return JSON.stringify(entries.slice(from, from + titlesInFile).map(({ row }) => row));
  });
  const rows = await pagesCalled(reader, parts, readWords(typed)!);
  return rows.map(([, name, kind, more]) => [name, kind, more].filter(Boolean).join(" | "));
}

describe("a search for", () => {
  it.each([
    // Registers come first; of documents only those whose title begins so.
    [
      "giấy khen",
      [
        "Giấy khen | Sổ khen thưởng",
        "Giấy khen năm 2024 | Sổ khen thưởng",
        "Quyết định số 91-QĐ/ĐU | Văn bản | Giấy khen của Đảng ủy và cách ghi sổ",
      ],
    ],
    ["giay khen 2024", ["Giấy khen năm 2024 | Sổ khen thưởng"]],
    [
      "khen thuong",
      [
        "Sổ khen thưởng | Mục",
        "Khen thưởng | Chủ đề",
        "Đơn vị tặng thưởng | Mục",
        "Khen thưởng năm 2024 | Sổ khen thưởng",
      ],
    ],
    ["so khen thuong", ["Sổ khen thưởng | Mục"]],
    ["đảng viên mới", ["Đảng viên mới | Số liệu"]],
    ["hội nghị ban chấp hành", ["Ban Chấp hành khóa XIX, Đảng ủy Khối Thử | Các kỳ hội nghị"]],
    ["quyết định", ["Quyết định | Loại văn bản"]],
    // A document by its number, by a part of it, and by the beginning of its title.
    ["21-KL/TW", ["Kết luận số 21-KL/TW | Văn bản | Về xây dựng Đảng"]],
    ["ket luan 21", ["Kết luận số 21-KL/TW | Văn bản | Về xây dựng Đảng"]],
    ["về xây dựng", ["Kết luận số 21-KL/TW | Văn bản | Về xây dựng Đảng"]],
    ["xây dựng đảng", []],
    // Those of one number are told apart by their days.
    [
      "47-QD/DU",
      [
        "Quyết định số 47-QĐ/ĐU | Văn bản | 15/7/2022, Đảng ủy Khối Thử",
        "Quyết định số 47-QĐ/ĐU | Văn bản | 5/2024, Đảng ủy Khối Thử",
      ],
    ],
    ["thu hoi", ["Quyết định số 90-QĐ/ĐU | Văn bản | Thu hồi Giấy khen của một tổ"]],
    ["thu hồi", ["Quyết định số 90-QĐ/ĐU | Văn bản | Thu hồi Giấy khen của một tổ"]],
    // The office that somebody holds today, or held last.
    ["nguyễn văn mẫu", ["Nguyễn Văn Mẫu | Cán bộ | Bí thư Đảng ủy Khối Thử"]],
    ["tran thi mau", ["Trần Thị Mẫu | Cán bộ | nguyên Chủ nhiệm Đảng ủy Khối Thử"]],
    ["lê văn mẫu", ["Lê Văn Mẫu | Cán bộ | Phó Bí thư Đảng ủy Khối Thử"]],
    [
      "khối thử",
      ["Đảng ủy Khối Thử | Đơn vị", "Ban Chấp hành khóa XIX, Đảng ủy Khối Thử | Các kỳ hội nghị"],
    ],
    ["zzz", []],
  ])("%s names these pages", async (typed, expected) => {
    expect(await called(typed)).toEqual(expected);
  });
});

it("the shortest name comes first, in whatever piece of the directory it is", async () => {
  const site = await siteOf();
  const [one] = site.documents.entries;
  const titles = Array.from({ length: 145 }, (_, at) => {
    if (at === 0) return "Về học tập và làm theo";
    return at < 128 ? `Việc thứ ${at}` : `Về học tập và làm theo trong đợt sinh hoạt thứ ${at}`;
  });
  const entries = titles.map((title, at) => {
    return { ...one!, url: `/van-ban/${at}/`, number: `${at}-KH/ĐU`, title };
  });
  const large = { ...site, documents: { ...site.documents, entries } };
  const [first, ...others] = await called("về học tập và làm theo", large);
  expect(first).toMatch(/ số 0-KH\/ĐU .* Về học tập và làm theo$/u);
  expect(others).toHaveLength(11);
});

it("a new document makes one small piece of the directory anew", async () => {
  const site = await siteOf();
  const [one] = site.documents.entries;
  const piecesOf = (count: number) => {
    const entries = Array.from({ length: count }, (_, at) => {
      return { ...one!, url: `/van-ban/${at}/`, number: `${at}-QĐ/ĐU` };
    });
    return directoryPieces({ ...site, documents: { ...site.documents, entries } });
  };
  for (const count of [1, 60, 127, 128, 300, 4_095, 4_096, 5_000, 9_000]) {
    const pieces = piecesOf(count);
    const own = pieces.flatMap(({ entries }) => entries.map(({ row: [url] }) => url));
    expect(own.filter((url) => /^\/van-ban\/\d+\/$/u.test(url))).toHaveLength(count);
    expect(new Set(own).size).toBe(own.length);
    const known = new Set(pieces.map((piece) => JSON.stringify(piece)));
    const anew = piecesOf(count + 1).filter((piece) => !known.has(JSON.stringify(piece)));
    // Now and then a full piece goes over to the one before.
    const isFull = (count + 1) % 128 === 0;
    expect(anew.flatMap(({ entries }) => entries).length).toBeLessThanOrEqual(isFull ? 4_096 : 127);
    // Each piece costs a reader a file for each word.
    expect(pieces.length).toBeLessThanOrEqual(3 + Math.floor(count / 4_096));
  }
});

it("what is suggested is small, on a large site too", async () => {
  const site = await siteOf();
  const small = suggestionsOf(site);
  expect(small.map(([, name]) => name)).toContain("Nguyễn Văn Mẫu");
  const [tag] = site.tags;
  const tags = Array.from({ length: 5_000 }, (_, at) => ({
    slug: `chu-de-${at}`,
    name: `Chủ đề thứ ${at}`,
    articles: at === 4_321 ? tag!.articles : [],
  }));
  const large = suggestionsOf({ ...site, tags });
  expect(Buffer.byteLength(JSON.stringify(large))).toBeLessThanOrEqual(41_000);
  const names = large.map(([, name]) => name);
  // What articles are about most is kept, and everything of the kinds that are few.
  expect(names).toContain("Chủ đề thứ 4321");
  for (const [, name] of small)
    if (!site.tags.some((own) => own.name === name)) expect(names).toContain(name);
});
