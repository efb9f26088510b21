import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type Command,
  type CommandName,
  commandNames,
  commands,
} from "../../../scripts/cli/commands.ts";
import { commandsText, helpText } from "../../../scripts/cli/help.ts";
import { type Options, readOptions } from "../../../scripts/cli/options.ts";
import { withTables } from "../../../scripts/cli/readme.ts";
import type { Day } from "../../../src/day.ts";
import type { Shard } from "../../../src/shard.ts";

/** The table of commands, and all that is made from it. */

const optionNames = (name: CommandName) => Object.keys((commands[name] as Command).options);

it("an option means the same in every command that takes it", () => {
  const kinds = new Map<string, unknown>();
  for (const { options } of Object.values<Command>(commands)) {
    for (const [name, { kind, words, placeholder }] of Object.entries(options)) {
      const what = { kind, words, placeholder };
      expect(kinds.get(name) ?? what, name).toEqual(what);
      kinds.set(name, what);
    }
  }
});

describe("README", () => {
  it("has the tables as they are; npm run docs writes them anew", () => {
    const readme = readFileSync("README.md", "utf8");
    expect(readme).toBe(withTables(readme));
  });

  it("must say where the tables belong", () => {
    expect(() => withTables("# Bản tin\n")).toThrow("README.md");
  });
});

describe("help", () => {
  it.each(commandNames)(
    "of %s names every option in both languages, in lines of 100 columns",
    (name) => {
      for (const lang of ["vi", "en"] as const) {
        const help = helpText(name, lang);
        for (const option of optionNames(name)) expect(help).toContain(`\n  --${option} `);
        const longest = Math.max(...help.split("\n").map((line) => line.length));
        expect(longest).toBeLessThanOrEqual(100);
      }
    },
  );

  it("names the default where there is one", () => {
    expect(helpText("new", "vi")).toContain("(mặc định: hôm nay)");
    expect(helpText("import", "vi")).not.toContain("(mặc định: hôm nay)");
    expect(helpText("start", "en")).toContain("(default: 8080)");
  });

  it.each([
    [["--help"], "vi"],
    [["-h", "--lang", "en"], "en"],
    [["--help", "--lang", "fr"], "vi"],
    // Help is for anyone who does not know what else to write.
    [["--help", "--shard", "1/2", "--date", "hôm qua"], "vi"],
  ])("is what %j asks for, in %s", (args, help) => {
    for (const name of commandNames)
      expect(readOptions(name, args)).toEqual({ kind: "help", lang: help });
  });

  it("lists the commands", () => {
    for (const name of commandNames) expect(commandsText("vi")).toContain(`\n  ${name} `);
    expect(commandsText("en")).toContain("Builds the site");
  });
});

describe("what a command is told", () => {
  it("has the types of the table", () => {
    expectTypeOf<Options["content"]>().toEqualTypeOf<string>();
    expectTypeOf<Options["shard"]>().toEqualTypeOf<Shard | undefined>();
    expectTypeOf<Options<"check">["format"]>().toEqualTypeOf<"text" | "json" | "github">();
    expectTypeOf<Options<"start">["port"]>().toEqualTypeOf<number>();
    expectTypeOf<Options<"start">>().not.toHaveProperty("output");
    expectTypeOf<Options<"new">["title"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Options<"import">["file"]>().toEqualTypeOf<string>();
    expectTypeOf<Options<"import">["date"]>().toEqualTypeOf<Day | undefined>();
    expectTypeOf<Options<"hook">["staged"]>().toEqualTypeOf<boolean>();
  });

  it.each([
    ["build", [], { content: "content", output: "_site", drafts: false, shard: undefined }],
    ["build", ["--content", "so-a/content"], { output: "so-a/_site", cache: "so-a/.cache" }],
    ["build", ["--content", "so-a"], { output: "_site", cache: ".cache" }],
    [
      "publish",
      ["--content", "so-a/content", "--to", "x", "--output", "y"],
      { output: "y", cache: "so-a/.cache" },
    ],
    ["join", ["phan"], { parts: "phan", output: "_site", cache: ".cache" }],
    ["build", ["--shard", "2/4", "--drafts"], { drafts: true, shard: { number: 2, of: 4 } }],
    ["build", ["--shard", "2/4"], { output: "phan/2", cache: ".cache" }],
    ["build", ["--shard", "2/4", "--content", "so-a/content"], { output: "so-a/phan/2" }],
    ["build", ["--shard", "2/4", "--output", "x"], { output: "x" }],
    ["build", ["--now", "2024-03-04T17:00:00Z"], { today: "2024-03-05" }],
    ["check", ["--format", "json", "--fix"], { format: "json", fix: true }],
    ["start", ["--port", "80"], { port: 80 }],
    ["new", [" Họp\u200b chi bộ "], { title: "Họp chi bộ", author: [], yes: false }],
    ["new", ["--author", "A", "--author", " ", "--author", "B"], { author: ["A", "B"] }],
    ["new", ["--date", "14/1/2024"], { date: "2024-01-14", title: undefined }],
    ["import", ["bai.docx", "--title", " Họp "], { file: "bai.docx", title: "Họp" }],
    ["review", ["--output-file", "x"], { base: "origin/main", "output-file": "x" }],
    ["hook", ["--staged"], { staged: true, remove: false }],
    ["publish", ["--to", "dich"], { to: { kind: "local", folder: "dich" }, rollback: undefined }],
    ["publish", ["--to", "dich", "--rollback"], { rollback: 1 }],
    ["publish", ["--rollback", "--to", "dich"], { rollback: 1, to: { folder: "dich" } }],
    ["publish", ["--rollback", "2", "--to", "dich"], { rollback: 2 }],
    ["publish", ["--rollback=3", "--to", "dich"], { rollback: 3 }],
    ["verify", ["--url", "https://a.example/tin/"], { url: "https://a.example/tin" }],
  ] as const)("%s %j", (name, args, told) => {
    expect(readOptions(name, args)).toMatchObject({ options: told });
  });

  it.each([
    // Options that change nothing are taken, so that one list of options fits several commands.
    ["build", ["--port", "9000"]],
    ["start", ["--output", "x", "--drafts"]],
    // So is an option of another command when it asks for what happens anyway.
    ["build", ["--format", "text"]],
  ] as const)("%s takes %j and is told nothing of it", (name, args) => {
    expect(readOptions(name, args)).toEqual(readOptions(name, []));
  });

  it.each([
    ["build", ["--draft"], "Không hiểu tùy chọn: --draft. Có phải --drafts?"],
    [
      "new",
      ["--lang", "vi"],
      "Tùy chọn --lang chỉ dùng với lệnh build, join, portal, check, start.",
    ],
    ["review", ["--hepl"], "Không hiểu tùy chọn: --hepl. Có phải --help?"],
    ["check", ["--xyz"], "Không hiểu tùy chọn: --xyz"],
    ["check", ["content"], "Không hiểu tùy chọn: content"],
    ["check", ["--shard", "1/2"], "Tùy chọn --shard chỉ dùng với lệnh build."],
    ["build", ["--format", "xml"], "Tùy chọn --format chỉ dùng với lệnh check."],
    ["hook", ["--drafts"], "Tùy chọn --drafts chỉ dùng với lệnh build, check."],
    ["build", ["--drafts=1"], "--drafts không nhận một giá trị."],
    ["new", ["--unit"], "--unit cần một giá trị."],
    ["review", ["--content", ""], "--content cần tên một thư mục."],
    ["build", ["--why", "x"], "--why cần địa chỉ một trang, bắt đầu bằng “/”; không nhận “x”."],
    [
      "build",
      ["--shard", "5/4"],
      "--shard cần dạng K/N, ví dụ 1/4 là phần thứ nhất trong bốn; không nhận “5/4”.",
    ],
    ["build", ["--port", "0"], "--port cần một số từ 1 đến 65535, không nhận “0”."],
    ["check", ["--format", "xml"], "--format nhận text, json, github, không nhận “xml”."],
    ["start", ["--lang", "fr"], "--lang nhận vi hoặc en, không nhận “fr”."],
    [
      "review",
      ["--now", "x"],
      "--now cần ngày viết theo năm-tháng-ngày, như 2024-05-31; không hiểu “x”.",
    ],
    ["new", ["--date", "x"], "--date cần một ngày, ví dụ 14/1/2024; không hiểu “x”."],
    [
      "new",
      ["--slug", "Họp"],
      "--slug chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ hop.",
    ],
    ["new", ["a", "b"], 'Tiêu đề phải đặt trong ngoặc kép: npm run new -- "a b"'],
    ["import", [], "Còn thiếu tên tệp: npm run import -- bai.docx"],
    ["review", ["--base", ""], "--base cần tên nhánh hoặc mã commit."],
    ["publish", [], "Còn thiếu nơi đăng"],
    ["publish", ["--to", "dich", "--rollback", "hai"], "--rollback cần một số từ 1 đến 99"],
    ["publish", ["--to", "dich", "--drafts"], "Tùy chọn --drafts chỉ dùng với lệnh"],
    ["publish", ["--to", "dich", "--url", "a.example"], "--url cần địa chỉ của trang"],
    ["verify", ["--url", "https://u:p@a.example/"], "trước “@a.example”."],
  ] as const)("%s refuses %j", (name, args, says) => {
    expect(() => readOptions(name, args)).toThrow(says);
  });
});
