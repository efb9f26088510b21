import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join, resolve } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { article, base, type Files, folderOf, writeFiles } from "../../content.ts";
import { run, runProgram } from "../../running.ts";

/** What editors and writers get from git: the summary of a change, and a check before a commit. */

const award = (count: number) =>
  article(
    `tags: [Một]\nawards:\n  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: ${count} }`,
  );

describe("the review of a change", () => {
  it("tells of articles, awards, topics, units and pictures", async () => {
    const { folder, git, review } = repository({
      "cu.md": award(3),
      "bo.md": article("tags: [Thôi]"),
      "yen.md": article(),
    });
    const photo = await sharp({
      create: { width: 640, height: 360, channels: 3, background: "#345" },
    })
      .jpeg()
      .toBuffer();
    writeFiles(join(folder, "content"), {
      "cu.md": award(5),
      "moi bài/index.md": article(
        'tags: [Hai]\nimages: [{ src: anh.jpg, alt: "Ruộng lúa chín" }]\nawards:\n  - { form: Bằng khen, status: đề xuất, by: khoi-thu, to: đảng viên, count: 2 }\n  - { form: Cờ, status: đã trao, by: khoi-thu, to: tập thể, count: 1 }',
      ).replace("Bài thử", '"Bài | <b>mới</b> [x](http://x.example) @ai"'),
      "moi bài/anh.jpg": photo,
      "hong.md": "---\ntitle: [\n---\n",
      "units.yaml": `${base["units.yaml"]}- id: to-moi\n  name: Tổ Mới\n`,
    });
    rmSync(join(folder, "content/bo.md"));
    git("add", "-A");
    git("commit", "-qm", "đổi");
    writeFiles(join(folder, "content"), { "chua-add.md": article("draft: true") });
    const { stdout, status } = await review("--base", "HEAD~1");
    expect(status).toBe(0);
    expect(stdout).toBe(`## Tóm tắt thay đổi

Nội dung có 4 lỗi, 1 cảnh báo: \`empty-body\` (1).

### Bài thêm mới (3)

| Tệp | Tiêu đề | Ngày | Đơn vị | Đã khen | Đề xuất |
| --- | --- | --- | --- | --- | --- |
| \`chua-add.md\` | Bài thử (nháp) | 5/3/2024 | Đảng ủy Khối Thử |  |  |
| \`hong.md\` | *không đọc được, xem lỗi* |  |  |  |  |
| \`moi bài/index.md\` | Bài \\| &lt;b>mới&lt;/b> \\[x\\]\\(http:&#47;/x.example\\) \\@ai | 5/3/2024 | Đảng ủy Khối Thử | 1 | 2 |

### Bài sửa (1)

| Tệp | Tiêu đề | Ngày | Đơn vị | Đã khen | Đề xuất |
| --- | --- | --- | --- | --- | --- |
| \`cu.md\` | Bài thử | 5/3/2024 | Đảng ủy Khối Thử | 5 |  |

### Bài xóa (1)

| Tệp | Tiêu đề | Ngày | Đơn vị | Đã khen | Đề xuất |
| --- | --- | --- | --- | --- | --- |
| \`bo.md\` | Bài thử | 5/3/2024 | Đảng ủy Khối Thử |  |  |

### Sổ khen thưởng

| Hình thức, đối tượng |  | Trước | Sau | Thay đổi |
| --- | --- | --- | --- | --- |
| Bằng khen, đảng viên | đề xuất | 0 | 2 | +2 |
| Cờ, tập thể | đã khen | 0 | 1 | +1 |
| Giấy khen, chi bộ | đã khen | 3 | 5 | +2 |
| **Cộng cả sổ** | đã khen | 3 | 6 | +3 |
| **Cộng cả sổ** | đề xuất | 0 | 2 | +2 |

**Chủ đề mới:** Hai

**Chủ đề không còn bài nào:** Thôi

**Đơn vị mới:** Tổ Mới

### Ảnh (1)

| Tệp |  | Cỡ (điểm ảnh) | Nặng |
| --- | --- | --- | --- |
| \`moi bài/anh.jpg\` | thêm | 640 × 360 | ${Math.ceil(photo.length / 1000)} kB |
`);
  });

  it.each([
    ["its line of the record", "", false],
    ["the whole record", undefined, true],
    ["the line of another, whose address it takes", "/2024/03/05/a/ b/a.md\n", false],
  ])("tells of an article that goes with %s", async (_, record, isAllGone) => {
    const kept = "/2024/03/05/c/ c.md\n";
    const lines = `/2024/03/05/a/ a.md\n${kept}`;
    const { folder, git, review } = repository({
      "a.md": article(),
      "c.md": article(),
      "addresses.txt": lines,
    });
    rmSync(join(folder, "content/a.md"));
    rmSync(join(folder, "content/addresses.txt"));
    if (record !== undefined)
      writeFiles(join(folder, "content"), {
        "addresses.txt": record + kept,
        ...(record === "" ? {} : { "b/a.md": article(), "a.md": article("draft: true") }),
      });
    git("add", "-A");
    const { stdout } = await review("--base", "HEAD");
    expect(stdout.includes("xóa hết `addresses.txt`")).toBe(isAllGone);
    expect(stdout).toContain("### Địa chỉ đã đăng");
    expect(stdout).toContain(
      record
        ? "- `b/a.md`: Bài này có địa chỉ /2024"
        : "Địa chỉ /2024/03/05/a/ đã đăng, nay sẽ mất",
    );
    expect(stdout).not.toContain("/2024/03/05/c/");
  });

  it("goes into the file that GitHub shows, with addresses, and says when nothing changed", async () => {
    const { folder, git, review } = repository({ "a.md": article() });
    git("commit", "-q", "--allow-empty", "-m", "không");
    writeFileSync(join(folder, "tom-tat.md"), "Trước.\n");
    const env = {
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_REPOSITORY: "a/b",
      GITHUB_SHA: "c0ffee",
    };
    expect((await review("--base", "HEAD~1", "--output-file", "tom-tat.md")).stdout).toBe("");
    expect(readFileSync(join(folder, "tom-tat.md"), "utf8")).toBe(
      "Trước.\n## Tóm tắt thay đổi\n\nNội dung có 0 lỗi, 0 cảnh báo.\n\nKhông có bài, ảnh hay đơn vị nào thay đổi.\n",
    );
    writeFiles(join(folder, "content"), { "b (1).md": article() });
    expect((await reviewWith(folder, env, "--base", "HEAD")).stdout).toContain(
      "(https://github.example/a/b/blob/c0ffee/content/b%20%281%29.md)",
    );
  });

  it("leaves the repository as it was, and refuses what it cannot compare with", async () => {
    const { folder, git, review } = repository({ "a.md": article() });
    writeFiles(join(folder, "content"), { "b.md": article() });
    git("add", "content/b.md");
    const before = git("status", "--porcelain=v2", "--branch");
    await review("--base", "HEAD");
    expect(git("status", "--porcelain=v2", "--branch")).toBe(before);
    for (const name of ["khong-co", "--output=x", ""]) {
      const { status, stderr } = await review(`--base=${name}`);
      expect([status, /Không có nhánh|cần tên nhánh/u.test(stderr)]).toEqual([2, true]);
    }
  });
});

describe("the check before a commit", () => {
  it("looks at what is staged, and at nothing else", async () => {
    const { folder, git, commit } = await office();
    writeFiles(join(folder, "content"), {
      "bài hỏng.md": article("tgas: [Một]"),
      "tốt.md": article(),
    });
    git("add", "content/tốt.md");
    expect((await commit("chỉ bài tốt")).status).toBe(0);
    git("add", "content/bài hỏng.md");
    // The file in the folder is mended, but the staged one is not.
    writeFiles(join(folder, "content"), { "bài hỏng.md": article("tags: [Một]") });
    const refused = await commit("bài hỏng");
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain("content/bài hỏng.md:6:1: lỗi: Không có khóa “tgas”.");
    expect(refused.stderr).toContain("    6 │ tgas: [Một]");
    expect(refused.stderr).toContain("Chưa commit: 1 lỗi.");
    git("add", "-A", "content");
    expect((await commit("đã sửa")).status).toBe(0);
  });

  it("sees what a deleted article breaks elsewhere, and lets warnings and other files pass", async () => {
    const { folder, git, commit } = await office();
    writeFiles(join(folder, "content"), {
      "a.md": article(),
      "b.md": article("", "Xem [bài trước](a.md). Gọi 0912 345 678."),
    });
    git("add", "content");
    expect((await commit("hai bài")).status).toBe(0);
    rmSync(join(folder, "content/a.md"));
    git("add", "-A", "content");
    expect((await commit("xóa")).stderr).toContain("content/b.md:8:");
    git("reset", "-q", "--hard");
    writeFileSync(join(folder, "ghi-chu.txt"), "x");
    git("add", "ghi-chu.txt");
    expect((await commit("ngoài nội dung")).status).toBe(0);
  });

  it("is put in and taken away by command, and never replaces another", async () => {
    const { folder, git, hook } = await office();
    expect(git("config", "core.hooksPath").trim()).toBe(".githooks");
    expect((await hook("--remove")).stdout).toContain("Đã tắt");
    expect(() => git("config", "core.hooksPath")).toThrow();
    mkdirSync(join(folder, ".git/hooks"), { recursive: true });
    writeFileSync(join(folder, ".git/hooks/pre-commit"), "#!/bin/sh\n");
    const { status, stderr } = await hook();
    expect([status, stderr.includes("đã có móc riêng")]).toEqual([1, true]);
    expect(readFileSync(join(folder, ".git/hooks/pre-commit"), "utf8")).toBe("#!/bin/sh\n");
  });

  it("is not put in where it would look at nothing", async () => {
    const { folder, git, hook } = await office();
    await hook("--remove");
    const path = join(folder, ".githooks/pre-commit");
    const site = ["--content", "so-b/content"];
    const refused = await hook(...site);
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining("hook -- --staged --content so-b/content || exit 1"),
    ]);
    writeFileSync(path, "npm run --silent hook -- --staged --content so-b/content || exit 1\n");
    expect(await hook(...site)).toMatchObject({ status: 0, stderr: "" });
    await hook("--remove");
    rmSync(path);
    const missing = await hook();
    expect([missing.status, missing.stderr]).toEqual([
      2,
      expect.stringContaining("không có tệp .githooks/pre-commit"),
    ]);
    expect(() => git("config", "core.hooksPath")).toThrow();
  });
});

/** Makes a git repository with a content folder in it. */
function repository(files: Files) {
  const folder = folderOf({});
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Thử", "-c", "user.email=thu@example.vn", ...args], {
      cwd: folder,
      encoding: "utf8",
      env: clean,
    });
  git("init", "-q", "-b", "main");
  git("config", "user.name", "Thử");
  git("config", "user.email", "thu@example.vn");
  writeFiles(join(folder, "content"), { ...base, ...files });
  git("add", "-A");
  git("commit", "-qm", "đầu", "--no-verify");
  return { folder, git, review: (...args: string[]) => reviewWith(folder, {}, ...args) };
}

function reviewWith(folder: string, env: object, ...args: string[]) {
  const own = ["--now", "2024-06-30", "--cache", join(folder, ".git/cache")];
  return run("review", [...own, ...args], { cwd: folder, env: { ...clean, ...env } });
}

/** Makes a repository with the program in it, as an office has it, and turns the hook on. */
async function office() {
  const { folder, git } = repository({});
  for (const name of ["src", "scripts", "layouts", "browser", ".githooks"])
    cpSync(name, join(folder, name), { recursive: true });
  for (const name of ["package.json", "package-lock.json", ".eleventy.ts", "tsconfig.json"])
    cpSync(name, join(folder, name));
  chmodSync(join(folder, ".githooks/pre-commit"), 0o755);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const env = { ...clean, PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH}` };
  // The path is relative, so that the repository's own copy of the program runs.
  const hook = (...args: string[]) =>
    runProgram(process.execPath, ["scripts/hook.ts", ...args], { cwd: folder, env });
  expect(await hook()).toMatchObject({ stderr: "", status: 0 });
  expect(existsSync(join(folder, ".git/hooks/pre-commit"))).toBe(false);
  const commit = (message: string) =>
    runProgram("git", ["commit", "-qm", message], { cwd: folder, env });
  return { folder, git, hook, commit };
}

/** The environment without the tests' own repository and without the git settings of the user. */
const clean = Object.fromEntries(
  Object.entries({ ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", NO_COLOR: "1" }).filter(
    ([name]) => !/^(?:GIT_(?:DIR|INDEX_FILE|WORK_TREE)|GITHUB_.*)$/u.test(name),
  ),
);
