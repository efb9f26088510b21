import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { checkFolder } from "../../checking.ts";
import { base, folderOf, writeFiles } from "../../content.ts";
import { run } from "../../running.ts";

/**
 * `npm run import`: documents in, drafts out. The Word files are made by a library, as Word itself
 * would make them.
 */

const units = `- id: tinh-uy-mau
  name: Tỉnh ủy Mẫu
  kind: tỉnh ủy
- id: khoi-nui
  name: Đảng ủy Khối Núi Xanh
  aliases: [Đảng bộ Khối Núi Xanh]
  kind: đảng bộ khối
  parent: tinh-uy-mau
- id: chi-bo-hai
  name: Chi bộ Hai
  kind: chi bộ
  parent: khoi-nui
`;
const data = {
  ...base,
  "units.yaml": units,
  "abbreviations.yaml":
    "- { short: BTV, long: Ban Thường vụ }\n- { short: TUV, long: Tỉnh ủy viên }\n",
};

const report = `Khối Núi Xanh sơ kết nửa năm

TinNuiXanh - Ngày 9/7/2021, BTV Đảng ủy Khối Núi Xanh mở hội nghị sơ kết nửa năm (Hội nghị BTV lần thứ Mười hai, khóa IX).

Các đại biểu xem sổ ghi việc

Đồng chí Trần Văn Mẫu - TUV, Bí thư Đảng ủy Khối Núi Xanh chủ trì buổi họp.

Phó Bí thư Khối Núi Xanh trao Giấy khen cho 7 chi bộ

Nửa năm 2021, 87,5% chi bộ họp đủ kỳ; 60% đảng viên đọc tài liệu trên máy; kết nạp 23 đảng viên mới. Hội nghị phổ biến Hướng dẫn số 9-HD/TW.

Cũng ở buổi này, BTV Đảng ủy Khối Núi Xanh tặng Giấy khen cho 7 chi bộ hoàn thành tốt nhiệm vụ năm 2020. Công bố quyết định khen thưởng của Đảng ủy Khối Núi Xanh cho 4 tổ đảng thuộc cơ sở, 19 đảng viên hoàn thành tốt nhiệm vụ 3 năm liền (2018 - 2020); đề xuất BTV Tỉnh ủy Mẫu khen thưởng 2 tập thể, 5 đảng viên có thành tích 3 năm liền (2018 - 2020).

Lê Thị Thử
`;

describe("a plain text", () => {
  it("becomes a draft with its title, date, author, source, unit and document", async () => {
    const { text, status, stdout, path } = await importText("tin.txt", report);
    expect(status).toBe(0);
    expect(path).toMatch(/\/2021\/khoi-nui-xanh-so-ket-nua-nam\/index\.md$/u);
    expect(text).toContain(`---
title: "Khối Núi Xanh sơ kết nửa năm"
date: 2021-07-09
author: Lê Thị Thử
unit: khoi-nui
source: { name: TinNuiXanh }
mentions: [tinh-uy-mau]
documents:
  - { number: "9-HD/TW", relation: phổ biến }
draft: true
`);
    expect(stdout).toContain("5 mục khen thưởng, 3 số liệu, 1 nhân sự");
    expect(stdout).toContain("“Các đại biểu xem sổ ghi việc” được coi là lời dưới ảnh");
  });

  it("loses no sentence", async () => {
    const { text } = await importText("tin.txt", report);
    for (const paragraph of report.split("\n\n").slice(1, -1))
      expect(text).toContain(paragraph.trim().replace("TinNuiXanh - ", ""));
  });

  it("proposes awards, figures, people, the event and captions, which are in order", async () => {
    const { text, content, path } = await importText("tin.txt", report);
    const proposed = text
      .replaceAll(/^# (?=\s*(?:- )?[a-z]+:)/gmu, "")
      .replaceAll(/^#( {3,}(?:- )?[a-z]+:)/gmu, "$1");
    const picture = await sharp({
      create: { width: 800, height: 600, channels: 3, background: "#789" },
    })
      .jpeg()
      .toBuffer();
    const place = (name: string) => join(dirname(path), name).slice(content.length + 1);
    writeFiles(content, {
      [place("index.md")]: proposed,
      [place("ten-anh-1.jpg")]: picture,
      [place("ten-anh-2.jpg")]: picture,
    });
    expect(await problemsIn(content)).toEqual([]);
    const awards = [
      ...proposed.matchAll(
        /- form: (.*)\n\s+status: (.*)\n\s+by: (.*)\n(?:\s+body: .*\n)?\s+to: (.*)\n\s+count: (.*)\n\s+for: (.*)\n\s+years: (.*)/gu,
      ),
    ].map(([, ...facts]) => facts.join(" | "));
    expect(awards).toEqual([
      "Giấy khen | đã trao | khoi-nui | chi bộ | 7 | hoàn thành tốt nhiệm vụ | 2020",
      "Khen thưởng | công bố quyết định | khoi-nui | tổ đảng | 4 | hoàn thành tốt nhiệm vụ | 2018-2020",
      "Khen thưởng | công bố quyết định | khoi-nui | đảng viên | 19 | hoàn thành tốt nhiệm vụ | 2018-2020",
      "Khen thưởng | đề xuất | tinh-uy-mau | tập thể | 2 | có thành tích | 2018-2020",
      "Khen thưởng | đề xuất | tinh-uy-mau | đảng viên | 5 | có thành tích | 2018-2020",
    ]);
    expect(proposed).toContain("Câu gốc chưa rõ “3 năm liền” có tính cả cho 4 tổ đảng hay không");
    expect(proposed).toContain("ordinal: 12\n  term: IX\n");
    expect(proposed).toContain(
      "post: [Tỉnh ủy viên, Bí thư Đảng ủy Khối Núi Xanh]\n    role: chủ trì",
    );
    expect(proposed).toContain('value: 87.5\n    unit: "%"\n    year: 2021');
    expect(proposed).toContain('caption: "Phó Bí thư Khối Núi Xanh trao Giấy khen cho 7 chi bộ"');
  });

  it("leaves the giver of a proposal to its writer where the text names nobody above", async () => {
    const { text, stdout, content, path } = await importText(
      "a.txt",
      "Chi bộ Hai họp\n\nNgày 5/3/2024, Chi bộ Hai đề nghị cấp trên tặng Giấy khen cho 2 tập thể, 5 cá nhân có thành tích.\n\nLê Thị Thử\n",
    );
    expect(
      text,
    ).toContain(`# Khen thưởng; so từng mục với văn bản gốc rồi mới bỏ dấu #. Chưa rõ đơn vị tặng ở mục thiếu dòng by, xin ghi thêm:
# awards:
#   - form: Giấy khen
#     status: đề xuất
#     to: tập thể
#     count: 2
#     for: có thành tích
#   - form: Giấy khen
#     status: đề xuất
#     to: cá nhân
#     count: 5
#     for: có thành tích
`);
    expect(stdout).toContain("Xin xem lại: 2 mục khen thưởng chưa rõ đơn vị nào tặng;");
    expect(stdout).not.toMatch(/khóa |\(alt\)/u);
    writeFileSync(path, text.replaceAll(/^# ?(?=awards|\s+(?:- )?[a-z]+:)/gmu, ""));
    expect(await problemsIn(content)).toEqual(["missing-key-in", "missing-key-in"]);
  });

  it("leaves a line for what it does not know, and takes what is said", async () => {
    const unknown = await importText("a.txt", "Một câu chuyện\n\nKhông ai biết ở đâu, lúc nào.\n");
    for (const line of ["# date: 2024-01-31", "# author: Họ và tên", "# unit: ma-don-vi"])
      expect(unknown.text).toContain(line);
    const said = await importText(
      "a.txt",
      "Không có gì cả.\n",
      "--title",
      "Tên bài",
      "--unit",
      "chi bo hai",
      "--date",
      "2/9/2020",
      "--author",
      "Ai Đó",
    );
    expect(said.text).toContain(
      'title: "Tên bài"\ndate: 2020-09-02\nauthor: Ai Đó\nunit: chi-bo-hai\n',
    );
    expect(await problemsIn(said.content)).toEqual([]);
  });

  it("reads UTF-16, Windows line ends, decomposed letters and old fonts", async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("Họp\r\n\r\nChi bộ Hai họp.\r\n", "utf16le"),
    ]);
    expect((await importText("a.txt", utf16)).text).toContain("\n\nChi bộ Hai họp.\n");
    expect((await importText("a.txt", "Họp\n\nChi bộ Hai.\n".normalize("NFD"))).text).toContain(
      "Chi bộ Hai.",
    );
    const old = await importText(
      "a.txt",
      Buffer.from("Tin\n\n§¶ng uû khèi häp th\u00adêng kú.\n", "latin1"),
    );
    expect(old.text).toContain("Đảng uỷ khối họp thường kỳ.");
    expect(old.stdout).toContain("phông cũ TCVN3");
  });
});

describe("a hostile document is refused, or read in linear time", () => {
  it("however small a Word file or a page makes itself", async () => {
    const section = { children: [new Paragraph("a".repeat(31_000_000))] };
    const word = await Packer.toBuffer(new Document({ sections: [section] }));
    expect(word.length).toBeLessThan(500_000);
    for (const [name, bytes, says] of [
      ["a.docx", word, "Tệp Word này dài quá mức một bài viết."],
      [
        "a.html",
        `<h1>Tên</h1><p>${"<i>chữ</i> ".repeat(64_000)}</p>`,
        "Xin tách ra thành nhiều tệp",
      ],
      ["a.html", `<body>${"<div>".repeat(50_000)}Chữ`, "quá nhiều lớp lồng nhau"],
    ] as const) {
      const { status, stderr } = await importText(name, bytes);
      expect([status, stderr.includes(says) ? says : stderr]).toEqual([1, says]);
    }
  });

  // So long that a quadratic algorithm would reach the limit of every test, and a linear one, which
  // is done in seconds, never does.
  it.each([
    [
      "a.txt",
      `Tên

Khen thưởng cho ${"một người ".repeat(240_000)}7`,
    ],
    ["a.html", `<h1>Tên</h1><p>${"<i>chữ</i> ".repeat(19_000)}</p>`],
    [
      "a.xml",
      `<rss><channel><item><title>Tên</title><wp:status>draft</wp:status><content:encoded><![CDATA[${"<!--".repeat(400_000)}${"[a ".repeat(400_000)}]]></content:encoded></item></channel></rss>`,
    ],
  ])("%s %#", async (name, bytes) => {
    expect((await importText(name, bytes)).status).toBe(0);
  });
});

describe("a Word file", () => {
  it("keeps its structure: headings, bold, links, lists, tables, notes, changes, pictures", async () => {
    const photo = await sharp({
      create: { width: 900, height: 600, channels: 3, background: "#9b1b1e" },
    })
      .jpeg()
      .toBuffer();
    const { text, path, content, stdout } = await importText("bai.docx", await wordFile(photo));
    expect(text).toContain('title: "Chi bộ Hai họp đầu tháng"');
    expect(text).toContain("author: { name: Lê Thị Thử, role: ảnh }");
    expect(
      body(text),
    ).toBe(`Ngày 5/3/2024, **Chi bộ Hai** họp *thường kỳ*, xem [kế hoạch](https://example.vn/ke-hoach).

## Việc đã làm

Có chữ được thêm vào. Ghi chú ở đây[^1]. [Chưa lấy được: sửa đổi chưa được chấp nhận trong tệp Word: thêm “chữ được thêm vào”, xóa 1 chỗ]

- Việc một
- Việc hai

1.  Bước một
2.  Bước hai

| Tổ | Số người |
| --- | --- |
| Tổ 1 | 12 |
| Tổ 2 | 15 |

### Việc sắp làm

Đảng uỷ khối họp thường kỳ.

[^1]: Theo sổ của chi bộ.`);
    expect(text).not.toContain("chữ đã xóa");
    expect(text).toContain(
      'images:\n  - src: anh-1.jpg\n    alt: ""\n    caption: "Quang cảnh buổi họp"',
    );
    expect(readFileSync(join(dirname(path), "anh-1.jpg")).equals(photo)).toBe(true);
    expect(stdout).toContain("phông cũ TCVN3");
    expect(stdout).toContain(
      "Chưa lấy được 1 chỗ; trong bài có dấu [Chưa lấy được: …] ở từng chỗ:\n- sửa đổi",
    );
    // What is left only the writer can do: to describe the picture, and to look at the change.
    expect((await problemsIn(content)).toSorted()).toEqual(["empty-value", "import-left-out"]);
  });

  it("that is none, or of the old kind, is refused in a sentence", async () => {
    for (const [name, bytes, says] of [
      ["a.docx", "không phải Word", "Không đọc được tệp Word này."],
      ["a.doc", "x", "Tệp .doc là kiểu cũ."],
      ["a.pdf", "x", "Không nhập được PDF."],
      ["a.exe", "x", "Không nhập được tệp “a.exe”."],
      ["a.html", "", "Không tìm thấy nội dung bài trong trang đã lưu."],
    ] as const) {
      const { status, stderr, content } = await importText(name, bytes);
      expect([status, stderr.includes(says) ? says : stderr]).toEqual([1, says]);
      expect(readdirSync(content).toSorted()).toEqual(Object.keys(data).toSorted());
    }
  });
});

describe("a saved page", () => {
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>Chi bộ Hai trồng cây | Cổng Mẫu</title>
<meta property="og:site_name" content="Cổng Mẫu"><meta property="og:url" content="https://cong.example/tin/1">
<meta property="article:published_time" content="2023-02-10T08:00:00+07:00">
<script>alert(1)</script></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li></ul></nav>
<div class="content-detail"><h1>Chi bộ Hai trồng cây</h1>
<p>Sáng 10/2/2023, Chi bộ Hai trồng một nghìn cây ở đồi sau trường. Cây do chi bộ ươm từ mùa thu năm trước, mỗi đảng viên nhận mười cây.</p>
<table><tr><td><img src="tin_files/doi.png" alt="Mọi người trồng cây trên đồi"></td></tr><tr><td>Trồng cây trên đồi sau trường</td></tr></table>
<p>Hạt giống lấy từ vườn của trường. <a href="javascript:alert(1)">Bấm</a> <a href="https://cong.example/2">bài trước</a>.</p>
<p><img src="../../bi-mat.png"><img src="https://cong.example/anh.jpg"></p>
<p>Người Viết Mẫu</p></div>
<footer>Bản quyền Cổng Mẫu</footer></body></html>`;

  it("gives the article without what is round it, and the pictures that were saved beside it", async () => {
    const png = await sharp({
      create: { width: 640, height: 480, channels: 3, background: "#264" },
    })
      .png()
      .toBuffer();
    const { text, path, stdout, content } = await importFiles(
      { "luu/tin.html": page, "luu/tin_files/doi.png": png, "bi-mat.png": png },
      "luu/tin.html",
    );
    expect(text).toContain(
      'title: "Chi bộ Hai trồng cây"\ndate: 2023-02-10\nauthor: Người Viết Mẫu\nunit: chi-bo-hai\n',
    );
    expect(text).toContain('source: { name: Cổng Mẫu, url: "https://cong.example/tin/1" }');
    expect(text).toContain(
      'alt: "Mọi người trồng cây trên đồi"\n    caption: "Trồng cây trên đồi sau trường"',
    );
    expect(text).not.toMatch(/alert|Trang chủ|Bản quyền|javascript/u);
    expect(body(text)).toContain("Bấm [bài trước](https://cong.example/2).");
    expect(readdirSync(dirname(path)).toSorted()).toEqual(["anh-1.png", "index.md"]);
    expect(body(text)).toContain("[Chưa lấy được: ảnh https://cong.example/anh.jpg]");
    expect(stdout).toContain("Chưa lấy được 2 chỗ;");
    expect(await problemsIn(content)).toEqual(["import-left-out", "import-left-out"]);
  });
});

describe("a WordPress export", () => {
  const item = (more: string) => `<item>${more}</item>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:wp="w"><channel><title>Trang cũ</title>
${item("<title>Bài một &amp; hai</title><link>https://cu.example/bai-mot/</link><dc:creator><![CDATA[Ban Biên Tập]]></dc:creator><content:encoded><![CDATA[<!-- wp:paragraph -->Đoạn một của Chi bộ Hai.\n\nĐoạn <strong>hai</strong>.[vc_row]]]></content:encoded><wp:post_date>2019-05-06 07:08:09</wp:post_date><wp:post_name>bai-mot</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain='category'><![CDATA[Học tập]]></category>")}
${item("<title>Giới thiệu</title><wp:post_type>page</wp:post_type><content:encoded>x</content:encoded>")}
${item("<title>Bài hai</title><dc:creator>A B</dc:creator><content:encoded>Chữ.</content:encoded><wp:post_date>2020-01-02 00:00:00</wp:post_date><wp:post_name>../../thoat</wp:post_name><wp:post_type>post</wp:post_type>")}
</channel></rss>`;

  it("becomes one draft for each post, and nothing leaves the content folder", async () => {
    const { stdout, content, status } = await importText("cu.xml", xml);
    expect(status).toBe(0);
    expect(stdout).toContain("Bỏ qua 1 mục không phải bài viết");
    expect(stdout.trimEnd().split("\n").slice(-2)).toEqual([
      `${content}/2019/bai-mot/index.md`,
      `${content}/2020/thoat/index.md`,
    ]);
    const text = readFileSync(join(content, "2019/bai-mot/index.md"), "utf8");
    expect(text).toContain(
      'title: "Bài một & hai"\ndate: 2019-05-06\nauthor: Ban Biên Tập\nunit: chi-bo-hai\ntags: [Học tập]\n',
    );
    expect(body(text)).toBe("Đoạn một của Chi bộ Hai.\n\nĐoạn **hai**.");
    expect((await importText("x.xml", "<rss></rss>")).status).toBe(1);
  });

  it("gives articles of one name numbers, and adds only what is new when it is imported again", async () => {
    const exported = (...titles: string[]) =>
      `<rss><channel>${titles.map((title) => item(`<title>${title}</title><content:encoded>Chữ ${title}.</content:encoded><wp:post_date>2020-01-02 00:00:00</wp:post_date><wp:post_name>hop</wp:post_name>`)).join("")}</channel></rss>`;
    const { content, folder, status } = await importText("cu.xml", exported("Một", "Hai"));
    expect(status).toBe(0);
    expect(readdirSync(join(content, "2020")).toSorted()).toEqual(["hop", "hop-2"]);
    const edited = join(content, "2020/hop/index.md");
    writeFileSync(edited, "đã sửa");
    writeFiles(folder, { "moi.xml": exported("Một", "Hai", "Ba") });
    const again = await runImport(content, join(folder, "moi.xml"));
    expect(again.status).toBe(0);
    expect(again.stdout).toContain("Bỏ qua “Hai”: đã có");
    expect(again.stdout.trimEnd().split("\n").at(-1)).toBe(`${content}/2020/hop-3/index.md`);
    expect(readFileSync(edited, "utf8")).toBe("đã sửa");
    expect((await runImport(content, join(folder, "moi.xml"))).status).toBe(1);
  });

  it("loses its own marks and no words in square brackets", async () => {
    const text = `[vc_row]Chữ [Video] một [1], [caption id="a"]hai[/caption] [gallery].<!-- x -->`;
    const { text: draft } = await importText(
      "cu.xml",
      `<rss><channel>${item(`<title>Tên</title><wp:status>draft</wp:status><content:encoded><![CDATA[${text}]]></content:encoded>`)}</channel></rss>`,
    );
    expect(body(draft)).toBe(
      "Chữ \\[Video\\] một \\[1\\], hai [Chưa lấy được: mã ngắn “gallery”].",
    );
  });
});

describe("a whole WordPress site", () => {
  const post = (name: string, more: string, text = `<p>Chi bộ Hai họp, bài ${name}.</p>`) =>
    `<item><title>Bài ${name}</title><link>https://cu.example/${name}/</link><dc:creator>A B</dc:creator><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_date>2020-01-02 00:00:00</wp:post_date><wp:post_name>${name}</wp:post_name>${more}</item>`;
  const status = (one: string) => `<wp:status>${one}</wp:status>`;
  const site = (...items: string[]) =>
    `<rss xmlns:wp="w"><channel><title>Trang cũ</title><link>https://cu.example</link>${items.join("")}</channel></rss>`;

  it("keeps what was published apart from what was not, and leaves out what is for nobody", async () => {
    const xml = site(
      post("a", status("publish")),
      post("b", status("draft")),
      post(
        "j",
        status("publish"),
        '<p>Chi bộ Hai, <a href="/b/">bài b</a>, <a href="/a/">bài a</a>.</p>',
      ),
      post("c", status("pending")),
      post("d", status("private")),
      post("e", status("trash")),
      post("f", `${status("publish")}<wp:post_password>x</wp:post_password>`),
      post("g", status("publish"), "<p>Chi bộ Hai.</p><video></video>"),
      post("h", `${status("publish")}<wp:post_type>page</wp:post_type>`),
      post("i", `${status("publish")}<wp:post_type>van_ban</wp:post_type>`),
    );
    const { stdout, content } = await importText("cu.xml", xml, "--published");
    expect(readdirSync(join(content, "2020")).toSorted()).toEqual(["a", "b", "c", "g", "j"]);
    // A draft has no page to lead to.
    expect(body(readFileSync(join(content, "2020/j/index.md"), "utf8"))).toBe(
      "Chi bộ Hai, [bài b](https://cu.example/b/), [bài a](../a/index.md).",
    );
    const isDraft = (name: string) =>
      readFileSync(join(content, `2020/${name}/index.md`), "utf8").includes("\ndraft: true\n");
    // What lacks something waits for its writer, whatever it was.
    expect(["a", "b", "c", "g"].map(isDraft)).toEqual([false, true, true, true]);
    for (const line of [
      "Nhập thêm: 5\n  đăng luôn: 2\n  để nháp: 3\n",
      "Không nhập: bài riêng tư: 1\nKhông nhập: bài có mật khẩu: 1\nKhông nhập: bài trong thùng rác hoặc bản tự lưu: 1\n",
      "  trang (page): 1\n  van_ban: 1\n",
    ])
      expect(stdout).toContain(line);
    const more = await importText("cu.xml", xml, "--type", "page", "--type", "van_ban");
    expect(readdirSync(join(more.content, "2020")).toSorted()).toEqual(["h", "i"]);
  });

  it("keeps an article published whose pictures had no text, and can then be built", async () => {
    const photo = await sharp({
      create: { width: 640, height: 480, channels: 3, background: "#264" },
    })
      .jpeg()
      .toBuffer();
    const address = "https://cu.example/wp-content/uploads/2020/01/le.jpg";
    const picture = `<a href="${address}"><img src="${address}"></a>`;
    const text = `<p>Chi bộ Hai họp.</p>${picture}<p>Xem <a href="/mat(1)/">bài mất</a>.</p>`;
    const folder = folderOf({
      "cu.xml": site(
        post("a", status("publish"), text),
        post("b", status("draft"), `<p>Họp.</p>${picture}`),
      ),
      "tai-len/2020/01/le.jpg": photo,
    });
    const content = folderOf(data);
    const options = ["--uploads", join(folder, "tai-len"), "--published"];
    const { stdout } = await runImport(content, join(folder, "cu.xml"), ...options);
    expect(stdout).toContain("  đăng luôn: 1\n");
    expect(stdout).toContain("Ảnh chưa có lời tả: 2\n");
    // The link around the picture is not in the draft, so it cannot break.
    expect(stdout).toContain("Liên kết còn trỏ về trang cũ: 1\n");
    expect(stdout).toContain("khi trang cũ không còn:\n  https://cu.example/mat(1)/\n");
    expect((await problemsIn(content)).toSorted()).toEqual([
      "alt-unwritten",
      "alt-unwritten",
      "missing-key",
    ]);
    expect(stdout).toContain("1 bài nháp còn thiếu tiêu đề, ngày, người viết hoặc đơn vị.");
  });

  it("takes pictures from a copy of the uploads, and leads from article to article", async () => {
    const photo = await sharp({
      create: { width: 640, height: 480, channels: 3, background: "#264" },
    })
      .jpeg()
      .toBuffer();
    const xml = site(
      post(
        "a",
        status("publish"),
        '<p>Chi bộ Hai, <a href="https://cu.example/b/">bài b</a>, <a href="/mat/">bài mất</a>.</p><img src="https://cu.example/wp-content/uploads/2020/01/le-300x200.jpg" alt="Lễ">',
      ),
      post("b", status("publish")),
    );
    const folder = folderOf({ "cu.xml": xml, "tai-len/2020/01/le.jpg": photo });
    const content = folderOf(data);
    const uploads = ["--uploads", join(folder, "tai-len")];
    const { stdout } = await runImport(content, join(folder, "cu.xml"), ...uploads);
    expect(readdirSync(join(content, "2020/a")).toSorted()).toEqual(["anh-1.jpg", "index.md"]);
    expect(body(readFileSync(join(content, "2020/a/index.md"), "utf8"))).toBe(
      "Chi bộ Hai, [bài b](../b/index.md), [bài mất](https://cu.example/mat/).",
    );
    expect(stdout).toContain(
      "Những liên kết này sẽ hỏng khi trang cũ không còn:\n  https://cu.example/mat/\n",
    );

    // An article is known by where it came from, also when its folder has another name.
    renameSync(join(content, "2020/b"), join(content, "2020/b-moi"));
    writeFiles(folder, {
      "cu.xml": site(
        post("a", status("publish")),
        post("b", status("publish")),
        post("c", status("publish")),
      ),
    });
    const again = await runImport(content, join(folder, "cu.xml"));
    expect(again.stdout).toContain("Nhập thêm: 1\n");
    expect(readdirSync(join(content, "2020")).toSorted()).toEqual(["a", "b-moi", "c"]);
  });

  it("is compared with its articles, word by word and table by table", async () => {
    const table = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
    const xml = site(
      post("a", status("publish"), `<p>Chi bộ Hai họp.</p><figure>${table}</figure>`),
    );
    const { content, folder } = await importText("cu.xml", xml);
    const compared = () => runImport(content, join(folder, "cu.xml"), "--compare");
    const whole = await compared();
    expect([whole.status, whole.stdout]).toEqual([
      0,
      expect.stringContaining("Không bài nào thiếu"),
    ]);
    const path = join(content, "2020/a/index.md");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(" họp", "").replace("| --- | --- |\n", ""),
    );
    const less = await compared();
    expect([less.status, less.stdout]).toEqual([
      1,
      expect.stringContaining("thiếu 1 chữ: hop; thiếu 1 bảng"),
    ]);
  });
});

it("never advises to delete another article: a second page without a date gets a number", async () => {
  const page = (words: string) =>
    `<html><body><h1>Thông báo</h1><p>${words.repeat(20)}</p></body></html>`;
  const { content, folder } = await importText("mot.html", page("Chi bộ Hai họp. "));
  writeFiles(folder, { "hai.html": page("Lịch trực của cơ quan. ") });
  const second = await runImport(content, join(folder, "hai.html"));
  expect([second.status, second.stdout.trimEnd().split("/").at(-2)]).toEqual([0, "thong-bao-2"]);
  const again = await runImport(content, join(folder, "mot.html"));
  expect([again.status, again.stderr.match(/xóa/giu)]).toEqual([1, null]);
});

it("never takes the place of an article, and leaves nothing when it fails", async () => {
  const { content, folder } = await importText("tin.txt", report);
  const again = await runImport(content, join(folder, "tin.txt"));
  expect(again.status).toBe(1);
  expect(again.stderr).toContain("không ghi đè");
  expect(readdirSync(join(content, "2021"))).toEqual(["khoi-nui-xanh-so-ket-nua-nam"]);
});

function body(text: string): string {
  return text.slice(text.indexOf("\n---\n", 4) + 5).trim();
}

async function problemsIn(content: string): Promise<string[]> {
  const { problems } = await checkFolder(content);
  return problems.map(({ code }) => code);
}

function importText(name: string, text: string | Uint8Array, ...args: string[]) {
  return importFiles({ [name]: text }, name, ...args);
}

async function importFiles(
  files: Record<string, string | Uint8Array>,
  name: string,
  ...args: string[]
) {
  const folder = folderOf(files);
  const content = folderOf(data);
  const result = await runImport(content, join(folder, name), ...args);
  const path = result.stdout.trimEnd().split("\n").at(-1) ?? "";
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  return { ...result, folder, content, path, text };
}

function runImport(content: string, file: string, ...args: string[]) {
  return run("import", [file, "--content", content, "--yes", ...args]);
}

function wordFile(photo: Buffer): Promise<Buffer> {
  const line = (...children: ParagraphChild[]) => new Paragraph({ children });
  const row = (...cells: string[]) =>
    new TableRow({
      children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
    });
  const change = { id: 1, author: "Biên tập", date: "2024-03-06T00:00:00Z" };
  const list = (text: string, reference: string) =>
    new Paragraph({ text, numbering: { reference, level: 0 } });
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    { level: 0, format, text },
  ];
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          { reference: "so", levels: level(LevelFormat.DECIMAL, "%1.") },
          { reference: "cham", levels: level(LevelFormat.BULLET, "•") },
        ],
      },
      footnotes: { 1: { children: [new Paragraph("Theo sổ của chi bộ.")] } },
      sections: [
        {
          children: [
            new Paragraph({ text: "Chi bộ Hai họp đầu tháng", heading: HeadingLevel.TITLE }),
            line(
              new TextRun("Ngày 5/3/2024, "),
              new TextRun({ text: "Chi bộ Hai", bold: true }),
              new TextRun(" họp "),
              new TextRun({ text: "thường kỳ", italics: true }),
              new TextRun(", xem "),
              new ExternalHyperlink({
                children: [new TextRun("kế hoạch")],
                link: "https://example.vn/ke-hoach",
              }),
              new TextRun("."),
            ),
            line(
              new ImageRun({
                type: "jpg",
                data: photo,
                transformation: { width: 300, height: 200 },
              }),
            ),
            new Paragraph({ text: "Quang cảnh buổi họp", style: "Caption" }),
            new Paragraph({ text: "Việc đã làm", heading: HeadingLevel.HEADING_1 }),
            line(
              new TextRun("Có "),
              new InsertedTextRun({ ...change, text: "chữ được thêm vào" }),
              new DeletedTextRun({ ...change, id: 2, text: "chữ đã xóa" }),
              new TextRun(". Ghi chú ở đây"),
              new FootnoteReferenceRun(1),
              new TextRun("."),
            ),
            list("Việc một", "cham"),
            list("Việc hai", "cham"),
            list("Bước một", "so"),
            list("Bước hai", "so"),
            new Table({ rows: [row("Tổ", "Số người"), row("Tổ 1", "12"), row("Tổ 2", "15")] }),
            new Paragraph({ text: "Việc sắp làm", heading: HeadingLevel.HEADING_2 }),
            line(
              new TextRun({ text: "§¶ng uû khèi ", font: ".VnTime" }),
              new TextRun({ text: "häp th\u00adêng kú.", font: ".VnTime" }),
            ),
            new Paragraph("Ảnh: Lê Thị Thử"),
          ],
        },
      ],
    }),
  );
}
