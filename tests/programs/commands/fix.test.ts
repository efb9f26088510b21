import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { article, base, folderOf, writeFiles } from "../../content.ts";
import { run } from "../../running.ts";

/** What `check --fix` writes and says. `values/front-matter/fix.test.ts` tests what it changes. */

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

  it("takes the place out of a photo and makes it small, and says what is in the history", async () => {
    const content = folderOf({ ...base, "2024/a/index.md": article() });
    const photo = await sharp({
      create: { width: 4_200, height: 600, channels: 3, background: "#963" },
    })
      .withExif({ IFD3: { GPSLatitude: "21/1 19/1 0/1", GPSLatitudeRef: "N" } })
      .jpeg()
      .toBuffer();
    writeFiles(content, { "2024/a/san.jpg": photo });
    const before = (await check(content)).stdout;
    for (const word of ["vị trí chụp", "4.200", "2 chỗ có thể tự sửa"])
      expect(before).toContain(word);
    // Where a photo was taken is never told.
    expect(before).not.toMatch(/21|19/u);
    const { status, stdout } = await check(content, "--fix");
    expect(status).toBe(0);
    expect(stdout.replaceAll(content, "content")).toMatch(
      /^content\/2024\/a\/san\.jpg: ghi lại ảnh.*\nĐã tự sửa 1 chỗ trong 1 tệp\.\nĐã kiểm tra 1 bài: không có lỗi\.\n$/u,
    );
    const { width, exif } = await sharp(readFileSync(join(content, "2024/a/san.jpg"))).metadata();
    expect([width, exif]).toEqual([2_560, undefined]);

    writeFiles(content, { "2024/a/san.jpg": photo });
    const git = (...words: string[]) => execFileSync("git", words, { cwd: content, stdio: "pipe" });
    git("init");
    git("add", "2024");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-m", "Thêm ảnh");
    expect((await check(content, "--fix")).stdout).toContain("vẫn còn trong lịch sử git");
  });

  it("is named where it would help", async () => {
    const content = folderOf({ ...base, "a.md": article("", "Ðảng") });
    expect((await check(content)).stdout).toContain(
      "1 chỗ có thể tự sửa bằng lệnh: npm run check -- --fix",
    );
  });
});

describe("the line under a problem", () => {
  it("is printed with a mark under what was written", async () => {
    const content = folderOf({
      ...base,
      "a.md": article().replace("khoi-thu", "khoi-tu"),
    });
    expect((await check(content)).stdout).toContain(
      "    5 │ unit: khoi-tu\n      │       ^^^^^^^\n",
    );
  });
});

function check(content: string, ...more: string[]) {
  const cache = join(content, ".cache");
  return run("check", ["--content", content, "--cache", cache, "--now", "2024-06-30", ...more], {
    env: { ...process.env, NO_COLOR: "1" },
  });
}
