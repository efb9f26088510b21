import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, inject, it } from "vitest";
import { ensureEpubcheck } from "../../../scripts/browser.ts";
import { build } from "../../../scripts/build.ts";
import type { Day } from "../../../src/day.ts";
import { readBuiltSite, readSite } from "../../built-site.ts";
import { base, type Files, temporaryFolder, writeFiles } from "../../content.ts";
import { runProgram } from "../../running.ts";

const site = readBuiltSite(inject("builtSite"));
const books = site.files.filter((file) => file.endsWith(".epub"));

/** Returns what EPUBCheck finds wrong in a book, warnings and remarks included. */
async function faultsOf(book: string): Promise<string[]> {
  const [program, ...args] = ensureEpubcheck();
  const { stdout, stderr } = await runProgram(program!, [...args, "--usage", book]);
  expect(stdout).toContain("Messages:");
  return (stdout + stderr)
    .split("\n")
    .filter((line) => /^(?:FATAL|ERROR|WARNING|INFO)/u.test(line));
}

/** A file in a ZIP file. */
type Entry = { readonly name: string; readonly time: number; readonly bytes: Buffer };

/** Reads a ZIP file by the headers of its files, in their order. */
function entriesOf(zip: Buffer): Entry[] {
  const found: Entry[] = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [method, time] = [zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 10)];
    const [size, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const start = at + 30 + name + zip.readUInt16LE(at + 28);
    const bytes = zip.subarray(start, start + size);
    found.push({
      name: zip.toString("utf8", at + 30, at + 30 + name),
      time,
      bytes: method === 0 ? bytes : inflateRawSync(bytes),
    });
    at = start + size;
  }
  return found;
}

const read = (directory: string, file: string) => readFileSync(join(directory, file));

it("there is a book for each bulletin", () => {
  const pages = site.pages.filter(({ kind }) => kind === "bulletin").map(({ file }) => file);
  expect(pages.length).toBeGreaterThan(20);
  const folders = (files: readonly string[]) => files.map((file) => file.replace(/[^/]+$/u, ""));
  expect(folders(books)).toEqual(folders(pages));
});

describe.concurrent("EPUBCheck has nothing to say of", () => {
  // To start it takes seconds: the fullest book, the barest, and the one with a foreword.
  const bySize = books.toSorted(
    (a, b) => read(site.directory, b).length - read(site.directory, a).length,
  );
  const some = [bySize[0]!, bySize.at(-1)!, "ban-tin/2023/01/ban-tin-2023-01.epub"];

  it.each(some)("%s", async (book) => {
    expect(await faultsOf(join(site.directory, book))).toEqual([]);
  });

  it("a book that shows all that a text can have", async () => {
    const directory = await built({ ...march, "2024/hop/anh.png": await drawn() });
    const [book] = readSite(directory).files.filter((file) => file.endsWith(".epub"));
    expect(await faultsOf(join(directory, book!))).toEqual([]);
  });

  it("but of one that is cut off", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "a.epub": read(site.directory, books[0]!).subarray(0, 900) });
    const [program, ...args] = ensureEpubcheck();
    expect((await runProgram(program!, [...args, join(folder, "a.epub")])).status).not.toBe(0);
  });
});

describe("every book", () => {
  it.each(books)("%s is a ZIP file that begins as it must, without times", (book) => {
    const zip = read(site.directory, book);
    const entries = entriesOf(zip);
    expect(zip.toString("latin1", 30, 58)).toBe("mimetypeapplication/epub+zip");
    expect(new Set(entries.map(({ time }) => time)).size).toBe(1);
    expect(entries.map(({ name }) => name)).toContain("EPUB/nav.xhtml");
  });

  it.each(books)("%s has the words of each article that it lists", (book) => {
    const entries = entriesOf(read(site.directory, book));
    const chapters = entries.filter(({ name }) => name.startsWith("EPUB/bai-"));
    expect(chapters.length).toBeGreaterThan(0);
    for (const { bytes } of chapters) expect(bytes.toString()).toMatch(/<h1>\S[^<]*<\/h1>/u);
  });
});

const march: Files = {
  "2024/hop/index.md": `---
title: "Họp <lớn> & 'nhỏ'"
date: 2024-03-05
author: [Lê Thử, { name: Đỗ Mẫu, role: ảnh }]
unit: khoi-thu
summary: "Tóm tắt & công việc."
source: { name: Báo Thử, url: "https://bao.example/bai?a=1&b=2" }
images: [{ src: anh.png, alt: Hội trường, caption: Toàn cảnh, credit: Đỗ Mẫu }]
awards:
  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: 2 }
  - { form: Bằng khen, status: đề xuất, by: khoi-thu, to: đảng viên, count: 3 }
documents: [{ number: "21-KL/TW", url: "https://bao.example/?a=1&b=2" }]
figures: [{ name: Kết nạp, value: 5, unit: đảng viên }]
corrections: [{ date: 2024-03-09, wrong: "12", right: "11", kind: đính chính }]
---

BTV họp[^1]. Ảnh ![Bục](anh.png) trong câu. Xem <https://bao.example/?a=1&b=2>.\\
Dòng hai, \`mã\`, **đậm**, *nghiêng*.

## Mục

### Mục con

1. một
2. hai

> Lời dẫn.

---

![Cả phòng](anh.png "Chú thích riêng")

| Việc | Số |
| :-: | --: |
| Cây | 120 |

[^1]: Theo biên bản.
`,
  "bulletins/2024-03.yaml": "title: Số & thử\nforeword: |\n  Thưa [bài](../2024/hop/index.md).\n",
  "abbreviations.yaml": "- { short: BTV, long: Ban Thường vụ }\n",
};

async function built(files: Files, folder = temporaryFolder()): Promise<string> {
  const content = join(folder, "content");
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, { ...base, ...files });
  const output = join(folder, "_site");
  const options = { content, output, cache: join(folder, "cache"), drafts: false };
  const { problems } = await build({ ...options, today: "2024-06-30" as Day });
  expect(problems).toEqual([]);
  return output;
}

function drawn(): Promise<Buffer> {
  const create = { width: 700, height: 400, channels: 3, background: "#9b1b1e" } as const;
  return sharp({ create }).png().toBuffer();
}

it("a bulletin that is over keeps its bytes when other months get articles", async () => {
  const own: Files = { ...march, "2024/hop/anh.png": await drawn() };
  const folder = temporaryFolder();
  const before = await built(own, folder);
  const files = readSite(before).files.filter((file) => file.startsWith("ban-tin/2024/03/"));
  expect(files.length).toBe(2);
  const kept = files.map((file) => read(before, file));
  const more = (date: string) =>
    `---\ntitle: Tin ${date}\ndate: ${date}\nauthor: Người Thử\nunit: khoi-thu\n---\n\nNội dung.\n`;
  const after = await built(
    { ...own, "2024/hai.md": more("2024-02-02"), "2024/sau.md": more("2024-05-05") },
    folder,
  );
  expect(readSite(after).files).toContain("ban-tin/2024/05/ban-tin-2024-05.epub");
  for (const [at, file] of files.entries())
    expect(read(after, file).equals(kept[at]!), file).toBe(true);
});
