import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "../../checking.ts";
import { base, folderOf } from "../../content.ts";
import { run } from "../../running.ts";

/** `npm run new` as people call it. `values/commands/new.test.ts` tests what it writes and asks. */

const all = ["--unit", "Khối Thử", "--date", "5/3/2024", "--author", "Người Thử", "--yes"];

describe("a new article", () => {
  it("is made without questions, in order but for its text, and named in the last line", async () => {
    const content = folderOf(base);
    const { status, stdout } = await newArticle(
      content,
      "Chi bộ Một: họp “đầu” năm",
      ...all,
      "--tag",
      "Hội nghị",
      "--tag",
      "Đại hội",
    );
    expect(status).toBe(0);
    const path = stdout.trimEnd().split("\n").at(-1)!;
    expect(path).toBe(`${content}/2024/chi-bo-mot-hop-dau-nam/index.md`);
    expect(readFileSync(path, "utf8")).toMatch(
      /^---\ntitle: "Chi bộ Một: họp “đầu” năm"\ndate: 2024-03-05\nauthor: Người Thử\nunit: khoi-thu\ntags: \[Hội nghị, Đại hội\]\ndraft: true\n\n# /u,
    );
    expect(stdout).toContain("http://localhost:8080/2024/03/05/chi-bo-mot-hop-dau-nam/");
    expect(stdout).toContain(`chạy npm run check -- --content ${content} để`);
    const { problems } = await checkFolder(content, { today: "2024-03-05" });
    expect(problems.map(({ code }) => code)).toEqual(["placeholder-left"]);
  });

  it("never takes the place of another", async () => {
    const content = folderOf(base);
    await newArticle(content, "Họp", ...all);
    const before = readFileSync(join(content, "2024/hop/index.md"), "utf8");
    const { status, stderr } = await newArticle(content, "Hợp", ...all, "--tag", "Khác");
    expect(status).toBe(1);
    expect(stderr).toContain(`Đã có ${content}/2024/hop, không ghi đè.`);
    expect(readFileSync(join(content, "2024/hop/index.md"), "utf8")).toBe(before);
    const other = await newArticle(content, "Hợp", ...all, "--slug", "hop-lan-hai");
    expect(other.status).toBe(0);
  });

  it.each([
    [["--yes"], "Còn thiếu: tiêu đề"],
    [["Họp", "--yes", "--author", "A"], "Còn thiếu: --unit."],
    [["Họp", "--unit", "khoi-tu", "--author", "A"], "Có phải ý bạn là “khoi-thu”?"],
    [["Họp", "chi", "bộ"], 'npm run new -- "Họp chi bộ"'],
    [["Họp", "--date", "30/2/2024"], "--date cần một ngày"],
    [["Họp", "--slug", "../../x"], "--slug chỉ gồm chữ thường"],
    [["日本", ...all], "Thêm --slug"],
    [["Họp", "--unti", "x"], "Không hiểu tùy chọn: --unti. Có phải --unit?"],
    [["Họp", "--tags", "x"], "Không hiểu tùy chọn: --tags. Có phải --tag?"],
    [["Họp", "--qwertyuiop"], "Không hiểu tùy chọn: --qwertyuiop\n"],
  ])("%j is refused in a sentence", async (args, says) => {
    const content = folderOf(base);
    const { status, stderr } = await newArticle(content, ...args);
    expect([status, stderr.includes(says) ? says : stderr]).toEqual([2, says]);
    expect(readdirSync(content).toSorted()).toEqual(["site.yaml", "units.yaml"]);
  });

  it("says what is missing where nobody can be asked", async () => {
    const content = folderOf(base);
    const { status, stderr } = await newArticle(content, "Họp", "--author", "A");
    expect([status, stderr]).toEqual([2, "Còn thiếu: --unit.\nXem các tùy chọn bằng --help.\n"]);
  });
});

function newArticle(content: string, ...args: string[]) {
  expect(existsSync(content)).toBe(true);
  return run("new", [...args, "--content", content, "--cache", join(content, ".cache")], {
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
  });
}
