import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf } from "../../scripts/cli/excerpt.ts";
import { fixArticle } from "../../src/front-matter/fix.ts";
import { headKeys } from "../../src/front-matter/head-text.ts";
import { article, base, folderOf } from "../content.ts";
import { run } from "../running.ts";

/** What `check --fix` changes, and that it changes nothing else. */

const head = (lines: string) => `---\n${lines}\n---\n\nNội dung.\n`;
const tagOf = (tag: string) => (tag === "kết nạp" ? "Kết nạp" : tag);

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  ["nothing where all is well", article("tags: [Một]"), article("tags: [Một]")],
  ["decomposed letters", article("", "Hội nghị".normalize("NFD")), article("", "Hội nghị")],
  ["the letter eth", article("", "Chi bộ Ðảng và ðoàn"), article("", "Chi bộ Đảng và đoàn")],
  ["invisible characters", article("", "Hội\u200b nghị\u2060."), article("", "Hội nghị.")],
  ["but not what joins an emoji", article("", "👩\u200d🌾"), article("", "👩\u200d🌾")],
  [
    "a date with the day first",
    head("title: A\ndate: 14/1/2022  # đã duyệt"),
    head("title: A\ndate: 2022-01-14  # đã duyệt"),
  ],
  ["a date between quotation marks", head('date: "5-1-2022"'), head("date: 2022-01-05")],
  [
    "a date within a group",
    head("event: { name: Họp, date: 1/2/2024 }"),
    head("event: { name: Họp, date: 2024-02-01 }"),
  ],
  [
    "a date within rows",
    head('documents:\n  # một\n  - number: "1-KL/TW"\n    date: 2.9.2020 # hai'),
    head('documents:\n  # một\n  - number: "1-KL/TW"\n    date: 2020-09-02 # hai'),
  ],
  ["no date in a sentence", head('title: "14/1/2022"'), head('title: "14/1/2022"')],
  ["no date that does not exist", head("date: 30/2/2022"), head("date: 30/2/2022")],
  ["tags", head("tags: [kết nạp, Hai] # ba"), head("tags: [Kết nạp, Hai] # ba")],
  ["a single tag", head("tags: kết nạp"), head("tags: Kết nạp")],
  [
    "the order of keys, with their comments",
    head("# về cả bài\n\ntags:\n  - Một\n\n# tên bài\ntitle: A\ndraft: true\n# cuối"),
    head("# về cả bài\n\n\n# tên bài\ntitle: A\ntags:\n  - Một\ndraft: true\n# cuối"),
  ],
  [
    "no order where a key is not known",
    head("tgas: [Một]\ntitle: A"),
    head("tgas: [Một]\ntitle: A"),
  ],
  [
    "nothing in YAML that cannot be read",
    head("tags: [Một\ndate: 1/2/2024"),
    head("tags: [Một\ndate: 1/2/2024"),
  ],
  ["only letters where there is no front matter", "Ðảng\n", "Đảng\n"],
];

describe("fixing", () => {
  it.each(rows)("%s", (_, before, after) => {
    const { text, fixes } = fixArticle(before, tagOf);
    expect(text).toBe(after);
    expect(fixes.length > 0).toBe(before !== after);
    expect(fixArticle(text, tagOf)).toEqual({ text, fixes: [] });
  });

  it("comes to an end after one run, keeps every word, and says each change", () => {
    const value = fc.constantFrom(
      "A",
      "14/1/2022",
      "Ðảng",
      "[a, b]",
      "{ name: B, date: 1/2/2020 }",
      '"Hội nghị"',
      "|\n  hai\n  dòng",
    );
    const heads = fc
      .uniqueArray(
        fc.tuple(fc.constantFrom(...headKeys), value, fc.constantFrom("", "# chú\n", "\n")),
        {
          selector: ([key]) => key,
        },
      )
      .map((pairs) =>
        head(pairs.map(([key, value, above]) => `${above}${key}: ${value}`).join("\n")),
      );
    fc.assert(
      fc.property(heads, (before) => {
        const { text } = fixArticle(before);
        expect(fixArticle(text).fixes).toEqual([]);
        const lines = (one: string) =>
          one
            .replaceAll("Ð", "Đ")
            .replaceAll("14/1/2022", "2022-01-14")
            .replaceAll("1/2/2020", "2020-02-01")
            .split("\n")
            .toSorted();
        // Only what stands behind `date:` is a date.
        expect(lines(text)).toEqual(lines(before));
      }),
    );
  });
});

describe("check --fix", () => {
  it("says what it changed, keeps line ends and byte-order marks, and does it once", async () => {
    const windows = article("tags: [Một]", "Hội\u200bnghị")
      .replaceAll("\n", "\r\n")
      .replace("2024-03-05", "5/3/2024");
    const content = folderOf({
      ...base,
      "a.md": `\ufeff${windows}`,
      "b.md": article("tags: [một]"),
      "c.md": article("tags: [Một]").replace("Bài thử", "Bài khác"),
      "units.yaml": base["units.yaml"].replace("Đảng", "Ðảng"),
    });
    const { status, stdout } = await check(content, "--fix");
    expect(status).toBe(0);
    expect(stdout.replaceAll(content, "content")).toBe(
      `content/a.md:9: sửa ký tự: “Hội�nghị” → “Hộinghị”
content/a.md:3: đổi dạng ngày: “5/3/2024” → “2024-03-05”
content/b.md:6: sửa cách viết chủ đề: “một” → “Một”
content/units.yaml:2: sửa ký tự: “Ðảng” → “Đảng”
Đã tự sửa 4 chỗ trong 3 tệp.
Đã kiểm tra 3 bài: không có lỗi.
`,
    );
    expect(readFileSync(join(content, "a.md"), "utf8")).toBe(
      `\ufeff${windows.replace("\u200b", "").replace("5/3/2024", "2024-03-05")}`,
    );
    expect((await check(content, "--fix")).stdout).toContain("Không có chỗ nào cần tự sửa.");
  });

  it("leaves standard output to the report where a program reads it", async () => {
    const content = folderOf({ ...base, "a.md": article("", "Ðảng") });
    const { stdout, stderr } = await check(content, "--fix", "--format", "json");
    expect(JSON.parse(stdout)).toEqual([]);
    expect(stderr).toContain("“Ðảng” → “Đảng”");
  });

  it("is named where it would help", async () => {
    const content = folderOf({ ...base, "a.md": article("", "Ðảng") });
    expect((await check(content)).stdout).toContain(
      "1 chỗ có thể tự sửa bằng lệnh: npm run check -- --fix",
    );
  });
});

describe("the line under a problem", () => {
  it("stands with a mark under what was written", async () => {
    const content = folderOf({
      ...base,
      "a.md": article().replace("khoi-thu", "khoi-tu"),
    });
    expect((await check(content)).stdout).toContain(
      "    5 │ unit: khoi-tu\n      │       ^^^^^^^\n",
    );
  });

  const long = `${"một ".repeat(60)}LỖI${" hai".repeat(60)}`;
  it.each([
    ["title: A", 8, "A", "title: A", "       ^"],
    ['title: "A b"', 8, "A b", 'title: "A b"', "       ^^^^^"],
    ["a\tb", 3, "", "a b", "  ^"],
    ["a\u200bb", 2, "", "a�b", " ^"],
    ["", 1, "", "", "^"],
  ])("%j, column %i", (line, column, about, shown, marks) => {
    expect(excerptOf(line, column, about)).toEqual({ line: shown, marks });
  });

  it("is cut where it is long, and the mark stays in its place", () => {
    const { line, marks } = excerptOf(long, long.indexOf("LỖI") + 1, "LỖI");
    expect(line.length).toBeLessThanOrEqual(100);
    expect(line.slice(marks.indexOf("^"), marks.length)).toBe("LỖI");
    expect([line.at(0), line.at(-1)]).toEqual(["…", "…"]);
  });
});

function check(content: string, ...more: string[]) {
  const cache = join(content, ".cache");
  return run("check", ["--content", content, "--cache", cache, "--now", "2024-06-30", ...more], {
    env: { ...process.env, NO_COLOR: "1" },
  });
}
