import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, inject, it } from "vitest";
import { now, readSite } from "../../built-site.ts";
import { temporaryFolder } from "../../content.ts";
import { exampleContent } from "../../example-content.ts";
import { pdfFile } from "../../pdf-file.ts";
import { run } from "../../running.ts";

const folder = temporaryFolder();

const hidden = [
  { name: "ban-nhap", lines: ["date: 2022-01-14", "draft: true"] },
  { name: "ban-nhap-con-loi", lines: ["date: 2022-01-14", "draft: true", "tgas: [Gõ nhầm]"] },
  { name: "bai-cua-ngay-mai", lines: ["date: 2026-07-01"] },
];

it("a draft and an article of tomorrow change not one byte of the site", async () => {
  const content = join(folder, "content");
  cpSync(exampleContent, content, { recursive: true });
  for (const { name, lines } of hidden) {
    const directory = join(content, "chua-dang", name);
    mkdirSync(directory, { recursive: true });
    await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#123456" } })
      .jpeg()
      .toFile(join(directory, "anh.jpg"));
    writeFileSync(
      join(directory, "ke-hoach.pdf"),
      pdfFile({ lines: [`Kế hoạch của bài ${name}`] }),
    );
    writeFileSync(
      join(directory, "index.md"),
      [
        "---",
        `title: "Chuyện chưa đăng: ${name}"`,
        ...lines,
        "author: Người Chưa Đăng",
        "unit: tinh-uy",
        "tags: [Chủ đề chưa đăng, Khen thưởng]",
        'documents: [{ title: "Kế hoạch chưa đăng", file: ke-hoach.pdf }]',
        'images: [{ src: anh.jpg, alt: "Ảnh chưa đăng" }]',
        "awards: [{ form: Giấy khen, status: đã trao, by: tinh-uy, to: tập thể, count: 7 }]",
        "---",
        "",
        "Đoạn văn chưa đăng.",
        "",
      ].join("\n"),
    );
  }
  const directory = join(folder, "_site");
  const args = ["--content", content, "--output", directory, "--now", now];
  expect(await run("build", args)).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(
      /^\S+\/ban-nhap-con-loi\/index\.md:5:1: cảnh báo \(bài nháp\): /u,
    ),
  });
  const without = readSite(inject("builtSite"));
  const withHidden = readSite(directory);
  expect(withHidden.files).toEqual(without.files);
  const different = without.files.filter(
    (file) =>
      !readFileSync(join(directory, file)).equals(readFileSync(join(without.directory, file))),
  );
  expect(different).toEqual([]);
});
