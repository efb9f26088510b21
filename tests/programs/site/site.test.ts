import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { build as buildSite } from "../../../scripts/build.ts";
import type { Day } from "../../../src/day.ts";
import { base, type Files, temporaryFolder, writeFiles } from "../../content.ts";

/**
 * A small site, files in and pages out. Every file that is written is listed in
 * `tests/expected/site-files.txt`: one that is missing fails, and so does one that nobody expects.
 * `npm run test:update` lists them anew.
 */
const content: Files = {
  ...base,
  "units.yaml": `${base["units.yaml"]}- id: chi-bo-hai
  name: Chi bộ Hai
  kind: chi bộ
  parent: khoi-thu
`,
  "abbreviations.yaml": "- { short: BTV, long: Ban Thường vụ }\n",
  "2022/hop/index.md": `---
title: "Họp Ban Chấp hành"
date: 14/1/2022
author: [Lê Thử, { name: Đỗ Mẫu, role: ảnh }]
unit: Khối Thử
tags: [Hội nghị, Đảng viên]
summary: "Tóm tắt <b>hội nghị</b> & công việc."
source: { name: Báo Thử, url: "https://bao.example/bai" }
images:
  - { src: hoi-truong.png, alt: "Hội trường", caption: "Toàn cảnh", credit: "Đỗ Mẫu" }
event: { name: Hội nghị Ban Chấp hành, ordinal: 11, term: XIX, place: Hội trường A }
people:
  - { name: Trần Văn Thử, post: [Bí thư], role: chủ trì }
awards:
  - form: Giấy khen
    status: đã trao
    by: khoi-thu
    to: tổ chức cơ sở đảng
    count: 11
    for: hoàn thành xuất sắc
    years: 2017-2021
    consecutive: 5
    decision: { number: "25-QĐ/ĐUK", date: 2022-01-10 }
    doubt: "Chưa rõ nguồn."
  - { form: Bằng khen, status: đề xuất, by: khoi-thu, to: đảng viên, count: 3 }
documents:
  - { number: "21-KL/TW", relation: quán triệt }
figures:
  - { name: Hoàn thành tốt, value: 98.2, unit: "%", year: 2021, of: tổ chức cơ sở đảng }
  - { name: Kết nạp, value: 1625, unit: đảng viên }
corrections:
  - { date: 2022-01-20, wrong: "12 tổ chức", right: "11 tổ chức", kind: đính chính }
---

BTV họp, rồi BTV kết luận. Xem [bài sau](../../sau.md#muc-ket-qua) và [sổ](/khen-thuong/).

![Bục phát biểu](buc.png "Bục của hội trường")
`,
  "2022/hop/hoi-truong.png": await drawn(700, 400),
  "2022/hop/buc.png": await drawn(300, 200),
  "sau.md": `---
title: Trao giấy khen
date: 2022-02-01
author: Lê Thử
unit: chi-bo-hai
tags: [đảng viên]
awards:
  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: tổ chức cơ sở đảng, count: 11, decision: { number: "25-QĐ/ĐUK" } }
---

Đoạn đầu làm tóm tắt.

## Kết quả

Xong.
`,
  "2023-12-31-cuoi-nam.md": `---
title: Cuối năm
date: 2023-12-31
author: Lê Thử
unit: khoi-thu
---

Nội dung.
`,
  "nhap/index.md": `---
title: Bài nháp
date: 2022-01-01
author: Người Nháp
unit: chi-bo-mot
tags: [Nháp]
images: [{ src: nhap.png, alt: Nháp }]
draft: true
---

Nội dung.
`,
  "nhap/nhap.png": await drawn(64, 64),
  "ngay-mai.md": `---
title: Ngày mai
date: 2024-07-01
author: Người Mai
unit: khoi-thu
tags: [Mai]
awards: [{ form: Cờ, status: đã trao, by: khoi-thu, to: tập thể, count: 99 }]
---

Nội dung.
`,
};

let site: string;
beforeAll(async () => {
  site = await build(content);
});

describe("the sample site", () => {
  it("has just the files that are expected", async () => {
    // Hashes are left out, because no reader is promised them; pictures are numbered by the number
    // of files in their folders instead.
    const folders = [
      ...new Set(filesOf(site).flatMap((path) => /^anh\/([^/]+)/u.exec(path)?.[1] ?? [])),
    ];
    folders.sort(
      (a, b) => readdirSync(join(site, "anh", a)).length - readdirSync(join(site, "anh", b)).length,
    );
    const plain = filesOf(site).map((path) =>
      path
        .replace(/^anh\/([^/]+)/u, (_whole, name: string) => `anh/${folders.indexOf(name) + 1}`)
        .replace(/^(giao-dien\/[^.]+)\.[0-9a-f]{8}\./u, "$1.")
        .replace(/^the\/[0-9a-f]{20}\.(?:jpg|png)$/u, "the/card")
        .replace(/^tim-kiem\/muc-luc\/.*$/u, "tim-kiem/muc-luc/"),
    );
    const isIndex = (path: string) => path === "tim-kiem/muc-luc/";
    const once = plain.filter((path, at) => !isIndex(path) || plain.indexOf(path) === at);
    const text = once.toSorted().map((path) => `${path}\n`);
    await expect(text.join("")).toMatchFileSnapshot("../../expected/site-files.txt");
  });

  it("knows nothing of drafts and of tomorrow", () => {
    const all = filesOf(site)
      .map((path) => readFileSync(join(site, path), "latin1"))
      .join("\n");
    for (const word of ["nhap", "ngay-mai", "Nháp", "Ngày mai", "Người Mai"]) {
      expect(all).not.toContain(Buffer.from(word).toString("latin1"));
    }
  });

  it("shows them all when asked for drafts", async () => {
    const drafts = await build(content, true);
    expect(filesOf(drafts)).toEqual(
      expect.arrayContaining(["2022/01/01/nhap/index.html", "2024/07/01/ngay-mai/index.html"]),
    );
    expect(textOf(drafts, "2022/01/01/nhap/")).toContain(" Bài nháp Bài nháp ");
  });

  it("shows every fact of an article on its page", () => {
    const text = textOf(site, "2022/01/14/hop/");
    for (const fact of [
      "Họp Ban Chấp hành",
      "Tóm tắt <b>hội nghị</b> & công việc.",
      "Lê Thử",
      "Đỗ Mẫu",
      "Đảng ủy Khối Thử",
      "Thứ Sáu, ngày 14 tháng 1 năm 2022",
      "Báo Thử",
      "Toàn cảnh",
      "Bục của hội trường",
      "Hội nghị Ban Chấp hành",
      "11",
      "XIX",
      "Hội trường A",
      "Trần Văn Thử",
      "Bí thư",
      "chủ trì",
      "Giấy khen",
      "tổ chức cơ sở đảng",
      "hoàn thành xuất sắc",
      "2017",
      "2021",
      "25-QĐ/ĐUK",
      "10/1/2022",
      "Chưa rõ nguồn.",
      "Bằng khen",
      "21-KL/TW",
      "Quán triệt",
      "Hoàn thành tốt",
      "98,2",
      "1.625",
      "12 tổ chức",
      "11 tổ chức",
      "20/1/2022",
      "Hội nghị",
      "Đảng viên",
      "Trao giấy khen",
    ]) {
      expect(text).toContain(fact);
    }
  });

  it("explains an abbreviation once", () => {
    const html = read(site, "2022/01/14/hop/");
    expect(html.match(/<abbr title="Ban Thường vụ">BTV<\/abbr>/gu)).toHaveLength(1);
  });

  it("leads from article to article by its file, and to the place in it", () => {
    expect(read(site, "2022/01/14/hop/")).toContain('href="/2022/02/01/sau/#muc-ket-qua"');
    expect(read(site, "2022/02/01/sau/")).toContain('id="muc-ket-qua"');
  });

  it("makes one tag of two spellings", () => {
    const text = textOf(site, "chu-de/dang-vien/");
    expect(text).toContain("Họp Ban Chấp hành");
    expect(text).toContain("Trao giấy khen");
  });

  it("counts an award told twice once, and a proposal never", () => {
    const text = textOf(site, "khen-thuong/2022/");
    // What all of it adds up to: 11 given, 3 proposed.
    expect(text).toMatch(/Tất cả: đã khen 11, đề xuất 3\./u);
    // The later article does not say what for; the earlier one did.
    expect(text).toContain("hoàn thành xuất sắc");
    const html = read(site, "khen-thuong/2022/");
    expect(html).toContain('href="/2022/02/01/sau/"');
    expect(html).toContain('href="/2022/01/14/hop/"');
  });

  it("puts nothing a writer typed into the page as HTML", () => {
    expect(read(site, "2022/01/14/hop/")).not.toContain("<b>hội nghị</b>");
  });

  it("is the same, byte for byte, when it is built again", async () => {
    const again = await build(content);
    expect(filesOf(again)).toEqual(filesOf(site));
    for (const path of filesOf(site)) {
      expect(readFileSync(join(again, path)).equals(readFileSync(join(site, path))), path).toBe(
        true,
      );
    }
  });

  it("lives below a path when its address has one", async () => {
    const below = await build({
      ...content,
      "site.yaml": base["site.yaml"].replace("https://thu.example", "https://thu.example/ban-tin"),
    });
    expect(filesOf(below)).toEqual(filesOf(site));
    const html = read(below, "2022/01/14/hop/");
    expect(html.match(/ (?:href|src)="\/(?!ban-tin\/)[^"]*"/gu)).toBeNull();
    expect(html.match(/(?:srcset="|, )\/(?!ban-tin\/)\S*/gu)).toBeNull();
    expect(html).toContain(
      '<link rel="canonical" href="https://thu.example/ban-tin/2022/01/14/hop/">',
    );
  });

  it("is whole without a single article", async () => {
    const empty = await build(base);
    expect(filesOf(empty)).toContain("index.html");
    expect(textOf(empty, "khen-thuong/")).toContain("Chưa có lượt khen thưởng nào");
  });
});

async function build(files: Files, drafts = false): Promise<string> {
  const folder = temporaryFolder();
  writeFiles(join(folder, "content"), files);
  const output = join(folder, "_site");
  const { problems } = await buildSite({
    content: join(folder, "content"),
    output,
    cache: join(folder, "cache"),
    drafts,
    today: "2024-06-30" as Day,
  });
  expect(problems.map(({ code }) => code).filter((code) => code !== "tag-spelling")).toEqual([]);
  return output;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function read(folder: string, url: string): string {
  return readFileSync(join(folder, url, "index.html"), "utf8");
}

/** Returns the text that a reader sees in the main part of a page. */
function textOf(folder: string, url: string): string {
  const main = DomUtils.getElementsByTagName("main", parseDocument(read(folder, url)), true, 1);
  return DomUtils.textContent(main).replaceAll(/\s+/gu, " ");
}

function drawn(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#9b1b1e" } })
    .png()
    .toBuffer();
}
