import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { changesText, siteChanges, tellingPages } from "../../../scripts/starting/site-changes.ts";
import { readUnitList, unitsText } from "../../../scripts/starting/unit-list.ts";
import { checkFolder } from "../../checking.ts";
import { article, base, folderOf, writeFiles } from "../../content.ts";

/** What `init` makes of a list of units, and what `upgrade` says of two sites. */

const listed = (text: string, file = "don-vi.txt") =>
  readUnitList(new TextEncoder().encode(text), file);

describe("a list of units", () => {
  it.each([
    ["names", "Đảng bộ A\nChi bộ B\n", ["dang-bo-a", "chi-bo-b"]],
    [
      "indents",
      "Đảng bộ A\n  Chi bộ B\n    Tổ C\n  Chi bộ D\n",
      ["dang-bo-a", "dang-bo-a > chi-bo-b", "chi-bo-b > to-c", "dang-bo-a > chi-bo-d"],
    ],
    [
      "tabs, bullets and blank lines",
      "- Đảng bộ A\r\n\r\n\t- Chi bộ B\r\n",
      ["dang-bo-a", "dang-bo-a > chi-bo-b"],
    ],
    [
      "numbers",
      "1. Đảng bộ A\n  1.1. Chi bộ B\nII. Chi bộ 3\n",
      ["dang-bo-a", "dang-bo-a > chi-bo-b", "chi-bo-3"],
    ],
    [
      "two of one name",
      "Chi bộ Chợ\nChi bộ Chợ\nChi bộ Chợ 2\n",
      ["chi-bo-cho", "chi-bo-cho-2", "chi-bo-cho-2-2"],
    ],
  ])("reads %s", (_, text, expected) => {
    const { units } = listed(text);
    expect(units.map(({ id, parent }) => (parent ? `${parent} > ${id}` : id))).toEqual(expected);
  });

  it.each([
    [";", "\uFEFFTên;Cấp trên;Loại;Điện thoại\n“A”;;tỉnh ủy;1\nB;“a”;;2\n"],
    [",", "name,parent,kind,Điện thoại\n“A”,,tỉnh ủy,1\nB,“A”,,2\n"],
  ])("reads a table with the separator %s, and names the columns that it leaves", (_, text) => {
    expect(listed(text, "don-vi.csv")).toEqual({
      units: [
        { id: "a", name: "“A”", kind: "tỉnh ủy" },
        { id: "b", name: "B", parent: "a" },
      ],
      unread: ["Điện thoại"],
    });
  });

  it("keeps the ids that a table gives, and takes no other for the unit above", () => {
    const text = "tên;mã;cấp trên\nChi bộ 1;;\nChi bộ 1;chi-bo-1;\nTổ;;chi-bo-1\n";
    expect(listed(text, "don-vi.csv").units).toEqual([
      { id: "chi-bo-1-2", name: "Chi bộ 1" },
      { id: "chi-bo-1", name: "Chi bộ 1" },
      { id: "to", name: "Tổ", parent: "chi-bo-1" },
    ]);
  });

  it("makes a file that the check accepts", async () => {
    const { units } = listed('Đảng bộ: "A" # 1\n  Chi bộ [B]\n');
    const files = { ...base, "units.yaml": unitsText(units) };
    const text = article("", "Nội dung.").replace("khoi-thu", units[1]!.id);
    expect((await checkFolder(folderOf({ ...files, "a.md": text }))).problems).toEqual([]);
  });

  it.each([
    [
      "a table without names of columns",
      "A;B\nC;D\n",
      "Dòng đầu của don-vi.csv phải là tên các cột",
    ],
    [
      "a unit above that is not there",
      "tên;cấp trên\nA;B\n",
      "don-vi.csv, dòng 2: cấp trên “B” của “A”",
    ],
    ["one id for two units", "tên;mã\nA;x\nB;x\n", "don-vi.csv, dòng 3: mã “x” của “B” đã dùng"],
    [
      "a unit above that may be either of two",
      "tên;cấp trên\nChi bộ 1;\nChi bộ 1;\nTổ;Chi bộ 1\n",
      "don-vi.csv, dòng 4: có nhiều đơn vị tên là “Chi bộ 1”",
    ],
    [
      "a row behind empty lines and a cell of two lines",
      'tên;loại\n\n"A\nB";\n\n;"chi\nbộ"\n',
      "don-vi.csv, dòng 6: thiếu tên đơn vị.",
    ],
    ["a line without a name", "tên;loại\nA;\n;chi bộ\n", "don-vi.csv, dòng 3: thiếu tên đơn vị."],
    ["nothing", "tên\n", "Không có tên đơn vị nào trong don-vi.csv."],
    ["a broken table", 'tên\n"A\n', "Không đọc được don-vi.csv như một bảng CSV"],
  ])("refuses %s", (_, text, words) => {
    expect(() => listed(text, "don-vi.csv")).toThrow(words);
  });
});

describe("two builds of one content", () => {
  const changes = (before: Record<string, string>, after: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [a, b] = [join(folder, "a"), join(folder, "b")];
    writeFiles(a, before);
    writeFiles(b, after);
    return changesText(siteChanges(a, b));
  };

  it("that are the same are said to be", () => {
    expect(changes({ "a.html": "<p>x" }, { "a.html": "<p>x" })).toBe(
      "Trang không đổi một byte nào.\n",
    );
  });

  it("are told apart by words, frame and files", () => {
    const before = { "a.html": "<p>Ngày một hai", "b.html": "<p>x", "c.css": "a", "d.html": "" };
    const after = { "a.html": "<p>Ngày một ba", "b.html": "<b>x", "c.css": "b", "e.html": "" };
    expect(changes(before, after)).toBe(`Trang đổi lời: 1
  a.html: “Ngày một hai” → “Ngày một ba”
Trang chỉ đổi khung, không đổi lời: 1
  b.html
Tệp thêm: 1
  e.html
Tệp bớt: 1
  d.html
Tệp khác có thay đổi (kiểu chữ, ảnh, dữ liệu): 1
  c.css
`);
  });

  it("have one page of each kind looked at, what changed most first", () => {
    const page = (path: string, weight: number) => ({ path, weight });
    const pages = [
      page("2024/01/05/a/index.html", 2),
      page("2024/01/05/b/index.html", 7),
      page("2024/01/05/index.html", 3),
      page("chu-de/mot/index.html", 3),
      page("404.html", 3),
      page("index.html", 3),
      page("don-vi/index.html", 0),
    ];
    expect(tellingPages(pages, 5).map(({ path }) => path)).toEqual([
      "2024/01/05/b/index.html",
      "404.html",
      "index.html",
      "2024/01/05/index.html",
      "chu-de/mot/index.html",
    ]);
  });

  it("with many changes have the first ten named", () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at + 10}.txt`, ""]));
    expect(changes({ "a.txt": "" }, { "a.txt": "", ...many })).toMatch(
      /^Tệp thêm: 12\n(?: {2}\d+\.txt\n){10} {2}… và 2 mục khác\n$/u,
    );
  });
});
