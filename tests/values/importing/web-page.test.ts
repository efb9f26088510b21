import { describe, expect, it } from "vitest";
import { lossesOf } from "../../../src/importing/comparing.ts";
import { draftText, findsOf } from "../../../src/importing/draft.ts";
import { readHtmlPage } from "../../../src/importing/html-page.ts";
import type { ImportedDocument } from "../../../src/importing/imported-document.ts";
import { decodeText } from "../../../src/importing/text-encoding.ts";
import { readReference } from "../../../src/reference.ts";

/** What an import makes of a saved page. */

const { reference } = readReference({ files: new Map(), pictures: new Set() });

/** A picture of 20 × 20 pixels, as far as its header tells, and one of a single pixel. */
const photo = gif(20);
const pixel = gif(1);

function gif(side: number): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write("GIF89a", "latin1");
  bytes.writeUInt16LE(side, 6);
  bytes.writeUInt16LE(side, 8);
  return bytes;
}

function pageOf(html: string, saved: Readonly<Record<string, Uint8Array>> = {}): ImportedDocument {
  return readHtmlPage(html, (address) => saved[address]);
}

function bodyOf(html: string, saved: Readonly<Record<string, Uint8Array>> = {}): string {
  const text = draftText(
    findsOf(pageOf(`<h1>Tên bài</h1><p>Mở đầu.</p>${html}`, saved), reference),
    [],
  );
  return text
    .slice(text.indexOf("\n---\n", 4) + 5)
    .trim()
    .replace(/^Mở đầu\.\s*/u, "");
}

const table =
  "<table><tr><th>Khối</th><th>Số</th></tr><tr><td>Núi Xanh</td><td>14</td></tr></table>";
const drawn = "| Khối | Số |\n| --- | --- |\n| Núi Xanh | 14 |";

describe("what a figure holds", () => {
  it.each([
    ["a table", `<figure>${table}</figure>`, drawn],
    [
      "a table with words below it",
      `<figure class="table"><div>${table}</div><figcaption>Trao giải cho các khối</figcaption></figure>`,
      `${drawn}\n\nTrao giải cho các khối`,
    ],
    [
      "a table with a caption of its own",
      `<figure>${table.replace("<table>", "<table><caption>Bảng một</caption>")}</figure>`,
      `Bảng một\n\n${drawn}`,
    ],
    [
      "a quotation",
      "<figure><blockquote><p>Câu trích.</p><cite>Người nói</cite></blockquote></figure>",
      "> Câu trích.\n>\n> Người nói",
    ],
    ["a list", "<figure><ul><li>một</li><li>hai</li></ul></figure>", "- một\n- hai"],
    [
      "a film",
      "<figure><video src='https://cu.example/v.mp4'></video><figcaption>Phim</figcaption></figure>",
      "Video: [https://cu.example/v.mp4](https://cu.example/v.mp4)\n\nPhim",
    ],
    [
      "a film of another site",
      "<figure><iframe src='https://www.youtube.com/embed/abc_1'></iframe></figure>",
      "Video: [https://www.youtube.com/watch?v=abc\\_1](https://www.youtube.com/watch?v=abc_1)",
    ],
    ["a film without an address", "<p>Xem:</p><video></video>", "Xem:\n\n[Chưa lấy được: video]"],
    ["only words", "<figure><p>Một đoạn.</p></figure>", "Một đoạn."],
  ])("%s", (_, html, expected) => {
    expect(bodyOf(html)).toBe(expected);
  });

  it("gives each picture its own caption", () => {
    const figure = (name: string, words: string) =>
      `<figure><img src="${name}"><figcaption>${words}</figcaption></figure>`;
    for (const html of [
      `<figure>${figure("a.gif", "Một")}${figure("b.gif", "Hai")}</figure>`,
      "<figure><img src='a.gif'><figcaption>Một</figcaption><img src='b.gif'><figcaption>Hai</figcaption></figure>",
    ]) {
      const document = pageOf(`<h1>Tên</h1><p>Mở đầu.</p>${html}`, {
        "a.gif": photo,
        "b.gif": photo,
      });
      expect(findsOf(document, reference).pictures).toEqual([
        { src: "a.gif", alt: "", caption: "Một" },
        { src: "b.gif", alt: "", caption: "Hai" },
      ]);
    }
  });
});

it("draws tables within a table of a quotation", () => {
  const nested = `<blockquote><table><tr><th>Quý</th><th>Kết quả</th></tr><tr><td>I</td><td>${table}</td></tr></table></blockquote>`;
  const quoted = drawn.replaceAll(/^/gmu, "> ");
  expect(bodyOf(nested)).toBe(
    `> | Quý | Kết quả |\n> | --- | --- |\n> | I | [Chưa lấy được: bảng nằm trong ô, đã đưa xuống dưới bảng này] |\n>\n${quoted}`,
  );
  expect(lossesOf(nested, bodyOf(nested)).missingTables).toBe(0);
});

describe("notes at the foot of a page", () => {
  const list =
    '<h2>Chú thích</h2><ol><li id="n1"><a href="#r1">↑</a> Theo báo cáo.</li><li id="n2">Số liệu năm 2023. <a href="#r2">↩︎</a></li></ol>';
  const drawnNotes = "[^1]: Theo báo cáo.\n\n[^2]: Số liệu năm 2023.";

  it.each([
    [
      "with signs in brackets",
      `<p>Một<sup id="r1"><a href="#n1">[1]</a></sup>, hai<sup id="r2"><a href="#n2">[2]</a></sup>.</p>${list}`,
      `Một[^1], hai[^2].\n\n${drawnNotes}`,
    ],
    [
      "with several signs in one",
      `<p>Một<sup><a href="#n1">1</a>, <a href="#n2">2</a></sup>.</p>${list}`,
      `Một[^1][^2].\n\n${drawnNotes}`,
    ],
    [
      "as paragraphs with anchors",
      '<p>Một<a name="r1" href="#n1"><sup>1</sup></a>.</p><p>Hai.</p><p><a name="n1" href="#r1"><sup>1</sup></a> Theo báo cáo.</p>',
      "Một[^1].\n\nHai.\n\n[^1]: Theo báo cáo.",
    ],
    [
      "in a cell",
      `<table><tr><th>Khối</th><th>Số</th></tr><tr><td>Núi Xanh</td><td>14<sup><a href="#n1">1</a></sup></td></tr></table><ol><li id="n1">Chưa đủ.</li></ol>`,
      "| Khối | Số |\n| --- | --- |\n| Núi Xanh | 14[^1] |\n\n[^1]: Chưa đủ.",
    ],
    [
      "none, where a link leads to a part of the page",
      '<p>Xem <a href="#phan">phần 2</a>.</p><h2 id="phan">Phần 2</h2><p>Họp.</p>',
      "Xem phần 2.\n\n## Phần 2\n\nHọp.",
    ],
    [
      "with links to numbered articles of a law",
      '<p>Một<sup id="r1"><a href="#n1">1</a></sup>.</p><p id="n1"><a href="#r1">1</a>. Theo Khoản <a href="https://luat.example/x#k5">5</a> Điều <a href="https://luat.example/x#d12">12</a>.</p>',
      "Một[^1].\n\n[^1]: Theo Khoản [5](https://luat.example/x#k5) Điều [12](https://luat.example/x#d12).",
    ],
    [
      "that begin with a number only",
      '<p>Một<sup><a href="#n1">1</a></sup>.</p><p id="n1">(1) Theo báo cáo.</p>',
      "Một[^1].\n\n[^1]: Theo báo cáo.",
    ],
    [
      "with numbers in elements of their own",
      '<p>Một<sup><a href="#n1">1</a></sup>, hai<sup id="r2"><a href="#n2">2</a></sup>.</p><div id="n1"><p>1. Theo báo cáo.</p></div><p>[<a name="n2" href="#r2">2</a>] <b>Số liệu</b> năm 2023.</p>',
      "Một[^1], hai[^2].\n\n[^1]: Theo báo cáo.\n\n[^2]: **Số liệu** năm 2023.",
    ],
    [
      "as lines of one paragraph, below text",
      '<p>Một<sup><a href="#n1" name="r1">1</a></sup>, hai<sup><a href="#n2" name="r2">2</a></sup>.</p><p>Hết.<br>Kính báo.<br><a name="n1" href="#r1">[1]</a> Theo báo cáo.<br><a name="n2"></a>[2] Số liệu<br>năm 2023.</p>',
      "Một[^1], hai[^2].\n\nHết.\\\nKính báo.\n\n[^1]: Theo báo cáo.\n\n[^2]: Số liệu năm 2023.",
    ],
    [
      "none, where a raised number leads to text",
      '<p>Một<sup><a href="#cuoi">1</a></sup>.</p><p id="cuoi">1 đảng viên vắng mặt.</p>',
      "Một1.\n\n1 đảng viên vắng mặt.",
    ],
    [
      "none, where a raised number leads to one item of many",
      '<p>Một<sup><a href="#b">2</a></sup>.</p><ul><li>Việc một.</li><li id="b">Việc hai.</li><li>Việc ba.</li></ul>',
      "Một2.\n\n- Việc một.\n- Việc hai.\n- Việc ba.",
    ],
    [
      "beside a table",
      `<p>Một<sup><a href="#n1">1</a></sup>.</p><div><table><tr><td></td></tr></table><p id="n1">[1] Theo báo cáo.</p></div><p>Hết.</p>`,
      "Một[^1].\n\nHết.\n\n[^1]: Theo báo cáo.",
    ],
  ])("%s", (_, html, expected) => {
    expect(bodyOf(html)).toBe(expected);
  });
});

it("a picture beside a note stays", () => {
  const html = `<p>Một<sup><a href="#n1">1</a></sup>.</p><div><img src="a.gif" alt="Hội nghị"><p id="n1">[1] Theo báo cáo.</p></div>`;
  const page = pageOf(`<h1>Tên</h1>${html}`, { "a.gif": photo });
  const { body, pictures } = findsOf(page, reference);
  expect(body).toBe("Một[^1].\n\n[^1]: Theo báo cáo.");
  expect(pictures).toEqual([{ src: "a.gif", alt: "Hội nghị", caption: "" }]);
});

describe("the caption of a picture", () => {
  it.each([
    [
      "calls itself so",
      '<div><img src="a.gif"><div class="caption">Quang cảnh buổi họp.</div></div>',
    ],
    [
      "calls itself so in the words of a portal",
      '<div><img src="a.gif"><p class="PhotoCMS_Caption">Quang cảnh buổi họp.</p></div>',
    ],
    [
      "calls itself so in its line",
      '<p><img src="a.gif"><span class="imageCaption">Quang cảnh buổi họp.</span></p>',
    ],
    ["is in italics below it", '<p><img src="a.gif"></p><p><em>Quang cảnh buổi họp.</em></p>'],
    ["is in italics on its line", '<p><img src="a.gif"><br><i>Quang cảnh buổi họp.</i></p>'],
    ["is in italics with it", '<p><em><img src="a.gif"><br>Quang cảnh buổi họp.</em></p>'],
    [
      "is centred as it is",
      '<p style="text-align: center"><img src="a.gif"></p><p style="text-align: center">Quang cảnh buổi họp.</p>',
    ],
    [
      "is centred on its line",
      '<p class="text-center"><a href="a.gif"><img src="a.gif"></a><br>Quang cảnh buổi họp.</p>',
    ],
  ])("%s", (_, html) => {
    const { body, pictures } = findsOf(
      pageOf(`<h1>Tên</h1><p>Mở đầu.</p>${html}<p>Hết.</p>`, { "a.gif": photo }),
      reference,
    );
    expect(pictures).toEqual([{ src: "a.gif", alt: "", caption: "Quang cảnh buổi họp." }]);
    expect(body).toBe("Mở đầu.\n\nHết.");
  });

  it("is all that its figure says", () => {
    const html =
      '<h1>Tên</h1><p>Mở đầu.</p><figure><img src="a.gif"><figcaption>Quang cảnh</figcaption><figcaption>Ảnh: Ống Kính Mẫu</figcaption></figure>';
    expect(findsOf(pageOf(html, { "a.gif": photo }), reference).pictures).toEqual([
      { src: "a.gif", alt: "", caption: "Quang cảnh. Ảnh: Ống Kính Mẫu" },
    ]);
  });

  it.each([
    ["without a picture", "<p>Các đại biểu dự hội nghị</p>", "Các đại biểu dự hội nghị"],
    [
      "on the line of a picture",
      '<p><img src="a.gif"><br>Sau đó, chi bộ họp.</p>',
      "Sau đó, chi bộ họp.",
    ],
    [
      "below a picture",
      '<p><img src="a.gif"></p><p>Sau đó, chi bộ họp.</p>',
      "Sau đó, chi bộ họp.",
    ],
    [
      "that is bold below a picture",
      '<p align="center"><img src="a.gif"></p><p align="center"><b>Phần hai</b></p><p>Họp.</p>',
      "## Phần hai\n\nHọp.",
    ],
  ])("is no line %s", (_, html, expected) => {
    expect(bodyOf(html, { "a.gif": photo })).toBe(expected);
  });
});

describe("which picture a page shows", () => {
  it("has the words beside it as its caption only where they are short", () => {
    const words = "Đảng ủy Khối tổ chức hội nghị tổng kết công tác năm. ".repeat(12).trim();
    const html = `<h1>Tên</h1><p>Mở đầu.</p><table><tr><td><img src="a.gif"></td></tr><tr><td><p>${words}</p><p>Hết.</p></td></tr></table>`;
    const { body, pictures } = findsOf(pageOf(html, { "a.gif": photo }), reference);
    expect(body).toBe(`Mở đầu.\n\n${words}\n\nHết.`);
    expect(pictures).toEqual([{ src: "a.gif", alt: "", caption: "" }]);
  });

  it.each([
    ["Lễ trao giải", "Lễ trao giải"],
    ["IMG_0012.jpg", ""],
    ["K:\\anh\\le trao giai.jpg", ""],
    ["https://cu.example/a.png", ""],
  ])("with the description %s", (alt, expected) => {
    const html = `<h1>Tên</h1><p>Họp.</p><p><img src="a.gif" alt="${alt}"></p>`;
    const { pictures } = findsOf(pageOf(html, { "a.gif": photo }), reference);
    expect(pictures[0]?.alt).toBe(expected);
  });

  const saved = { "a.gif": photo, "cho.gif": pixel };
  it.each([
    ["data-src behind a pixel", "<img src='data:image/gif;base64,R0lG' data-src='a.gif'>"],
    ["data-original behind a saved pixel", "<img src='cho.gif' data-original='a.gif'>"],
    ["a set of sizes", "<img srcset='a.gif 800w, a-300.gif 300w'>"],
    ["a source beside it", "<picture><source srcset='a.gif 2x'><img src='loading.gif'></picture>"],
    [
      "what browsers without scripts show",
      "<img src='blank.gif'><noscript><img src='a.gif'></noscript>",
    ],
    ["what browsers saved as text", "<noscript>&lt;img src='a.gif'&gt;</noscript>"],
    ["behind an element", "<div style='background-image: url(\"a.gif\")'></div>"],
    ["behind an element, for a script", "<span data-bg='a.gif'></span>"],
    ["in an accelerated page", "<amp-img src='a.gif'></amp-img>"],
    [
      "the whole to which a small one leads",
      "<a href='a.gif'><img src='https://cu.example/a-300x200.gif'></a>",
    ],
    ["only what browsers without scripts show", "<p>Ảnh</p><noscript><img src='a.gif'></noscript>"],
    [
      "itself, saved, rather than where it was",
      "<img src='a.gif' data-src='https://cu.example/a.gif'>",
    ],
  ])("%s", (_, html) => {
    expect([...pageOf(`<h1>Tên</h1><p>Mở đầu.</p>${html}`, saved).pictures.keys()]).toEqual([
      "a.gif",
    ]);
  });

  it.each([
    [
      "its address",
      "<img src='https://cu.example/anh.jpg' alt='Tả'>",
      "[Chưa lấy được: ảnh https://cu.example/anh.jpg]",
    ],
    [
      "the link that it was",
      "<a href='https://khac.example/bai'><img src='https://cu.example/anh.jpg'></a>",
      "[Chưa lấy được: ảnh https://cu.example/anh.jpg]\n\nLiên kết ở ảnh: [https://khac.example/bai](https://khac.example/bai)",
    ],
    [
      "a link to a file of its own site",
      "<p><a href='https://cu.example/v.pdf'><img src='https://cu.example/anh.jpg'></a></p>",
      "[Chưa lấy được: ảnh https://cu.example/anh.jpg]\n\nLiên kết ở ảnh: [https://cu.example/v.pdf](https://cu.example/v.pdf)",
    ],
    [
      "where parts of it lead",
      "<img src='https://cu.example/so-do.png' usemap='#m'><map name='m'><area href='https://cu.example/a' alt='Chi bộ mẫu 1'></map>",
      "[Chưa lấy được: ảnh https://cu.example/so-do.png]\n\nLiên kết ở ảnh: [Chi bộ mẫu 1](https://cu.example/a)",
    ],
    [
      "itself behind words",
      "<div style='background-image: url(https://cu.example/nen.jpg)'><p>Chữ.</p></div>",
      "[Chưa lấy được: ảnh https://cu.example/nen.jpg]\n\nChữ.",
    ],
    [
      "nothing for a pixel",
      "<img src='cho.gif'><img src='https://dem.example/x' width='1' height='1'>",
      "",
    ],
    [
      "a drawn letter",
      "<p>Vui <img class='emoji' alt='☺' src='https://s.w.org/1.svg'></p>",
      "Vui ☺",
    ],
  ])("otherwise %s is in the draft", (_, html, expected) => {
    expect(bodyOf(html, saved)).toBe(expected);
  });

  it.each([
    "<figure><img src='https://cu.example/a.jpg' alt='Tả'><figcaption>Lời</figcaption></figure>",
    "<p><a href='https://cu.example/v.pdf'><img src='https://cu.example/a.jpg' alt='Tả'></a></p><p class='caption'>Lời</p>",
  ])("keeps what is known of one that could not be had", (html) => {
    const { pictures } = findsOf(pageOf(`<h1>Tên</h1><p>Mở đầu.</p>${html}`), reference);
    expect(pictures).toEqual([{ alt: "Tả", caption: "Lời", address: "https://cu.example/a.jpg" }]);
  });
});

describe("the picture at the top of an article", () => {
  const page = (head: string, top: string, more = "") =>
    whole(
      head,
      `<h1>Tên</h1>${top}<div class="entry-content"><p>${prose}</p>${more}<p>${prose}</p></div>`,
    );
  const shared =
    '<meta property="og:image" content="https://cu.example/le-1200x630.jpg"><meta property="og:image:alt" content="Lễ">';
  const figure =
    '<figure><img src="a.gif" alt="Hội trường"><figcaption>Quang cảnh</figcaption></figure>';
  const top = { src: "a.gif", alt: "Hội trường", caption: "Quang cảnh" };
  const other = '<img src="https://cu.example/hai.jpg">';
  const second = { alt: "", caption: "", address: "https://cu.example/hai.jpg" };
  it.each([
    ["comes first", page("", figure, other), [top, second]],
    ["comes once", page("", figure, figure), [top]],
    ["is none in a list of other articles", page("", `<ul><li>${figure}</li></ul>`), []],
    [
      "is the one that is shared, where the page shows none",
      page(shared, ""),
      [{ alt: "Lễ", caption: "", address: "https://cu.example/le-1200x630.jpg" }],
    ],
    ["is none that is shared where the text has its own", page(shared, "", other), [second]],
    ["is no sign of the site", page(shared.replace("le-", "logo-"), ""), []],
    [
      "is the one that is shared in another size",
      page(shared, '<div><img src="https://cu.example/nho/le-300x200.jpg" alt="Lễ"></div>', other),
      [{ alt: "Lễ", caption: "", address: "https://cu.example/nho/le-300x200.jpg" }, second],
    ],
  ])("%s", (_, html, expected) => {
    expect(findsOf(pageOf(html, { "a.gif": photo }), reference).pictures).toEqual(expected);
  });
});

describe("words and links", () => {
  it.each([
    ["<p>Họp <ruby>黨<rt>đảng</rt><rp>)</rp></ruby>.</p>", "Họp 黨(đảng)."],
    [
      "<ol><li value='5'>năm</li><li>sáu</li><li value='9'>chín</li></ol>",
      "5.  năm\n6.  sáu\n\n9)  chín",
    ],
    ["<ol start=''><li>một</li><li value='x'>hai</li></ol>", "1.  một\n2.  hai"],
    ["<ol start='-1'><li>âm</li><li>không</li></ol>", "\\-1. âm\n\n0\\. không"],
    ["<ol type='a' start='26'><li>một</li><li>hai</li></ol>", "z. một\n\naa. hai"],
    ["<p><input type='checkbox' checked> đã nộp</p>", "☑ đã nộp"],
    ["<p>Mẫu <svg viewBox='0 0 24 24'></svg>một.</p>", "Mẫu một."],
    [
      "<svg><text>Số đảng viên</text></svg><svg width='16'></svg><canvas></canvas>",
      "[Chưa lấy được: hình vẽ “Số đảng viên”]\n\n[Chưa lấy được: hình vẽ]",
    ],
    [
      "<p>Được <math alttext='1/2'><mfrac><mn>1</mn><mn>2</mn></mfrac></math>.</p>",
      "Được [Chưa lấy được: công thức “1/2”].",
    ],
    [
      "<amp-youtube data-videoid='abc'></amp-youtube><div class='fb-video' data-href='https://www.facebook.com/x/videos/1'></div>",
      "Video: [https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)\n\nVideo: [https://www.facebook.com/x/videos/1](https://www.facebook.com/x/videos/1)",
    ],
    [
      "<iframe src='https://docs.google.com/viewer?url=https%3A%2F%2Fcu.example%2Fnq.pdf&embedded=true'></iframe>",
      "Nội dung nhúng: [https://cu.example/nq.pdf](https://cu.example/nq.pdf)",
    ],
    [
      "<p><a href='https://www.google.com/url?q=https://cu.example/nq.pdf&amp;sa=D'>Nghị quyết</a></p>",
      "[Nghị quyết](https://cu.example/nq.pdf)",
    ],
    ["<p><del>Câu cũ</del> Câu mới.</p>", "[Chưa lấy được: chữ bị gạch ngang “Câu cũ”] Câu mới."],
    ["<ul><li>một<br></li><li>hai<br><br></li></ul>", "- một\n- hai"],
    ["<ul><li><p>một</p></li><li>hai</li></ul>", "- một\n- hai"],
    [
      '<ol type="a"><li>một <b>đậm</b></li><li><p>hai</p><ul><li>ba</li></ul></li></ol>',
      "a. một **đậm**\n\nb. hai\n- ba",
    ],
    ['<ol style="list-style-type:upper-roman" start="4"><li>một</li></ol>', "IV. một"],
    ['<ol style="list-style: none"><li>một</li></ol>', "- một"],
    [
      '<p><span style="text-decoration: line-through">Câu cũ</span> Câu mới.</p>',
      "[Chưa lấy được: chữ bị gạch ngang “Câu cũ”] Câu mới.",
    ],
    [
      '<div><div style="text-decoration:line-through">Một <b>hai</b><ul><li>ba<ul><li>bốn</li></ul></li></ul></div></div>',
      "[Chưa lấy được: chữ bị gạch ngang “Một hai”]\n- [Chưa lấy được: chữ bị gạch ngang “ba”]\n    - [Chưa lấy được: chữ bị gạch ngang “bốn”]",
    ],
    ["<ul>Lạc<li>một</li><ul><li>hai</li></ul><p>ba</p></ul>", "- Lạc\n- một\n    - hai\n- ba"],
    [
      "<table>Lạc<tr><td>a</td><td>b</td></tr><tr>này<td>c</td><td>d</td></tr></table>",
      "Lạc này\n\n| a | b |\n| --- | --- |\n| c | d |",
    ],
    ["<blockquote><ul><li>một</li></ul></blockquote>", "> - một"],
    ["<hgroup><h2>Một</h2><h3>Hai</h3></hgroup><p>Ba.</p>", "## Một\n\n### Hai\n\nBa."],
    ["<ol reversed><li>một</li><li>hai</li></ol>", "2\\. một\n\n1\\. hai"],
    ['<ol><li>một</li><li value="7">hai</li><li>ba</li></ol>', "1.  một\n\n7)  hai\n8)  ba"],
    ["<details><summary>Xem thêm</summary><p>Chi tiết.</p></details>", "Xem thêm\n\nChi tiết."],
    [
      '<p><a href="https://a.example/bao%20cao[1]:x.pdf">A</a>, <a href="//a.example/b">B</a>, <a href="www.a.example/c">C</a></p>',
      "[A](https://a.example/bao%20cao[1]:x.pdf), [B](https://a.example/b), [C](https://www.a.example/c)",
    ],
    ...["/tin/bai%20cũ[1]:2.html", "file:///D:/nq.docx", "ftp://a.example/x", "http://"].map(
      (href) => [
        `<p>Xem <a href="${href}">bài trước</a>.</p>`,
        `Xem bài trước [Chưa lấy được: liên kết “${href.replaceAll("[", "(").replaceAll("]", ")")}”].`,
      ],
    ),
    [
      '<p><a href="#muc">Mục</a> <a href="javascript:void(0)">In</a> <a>không</a></p>',
      "Mục In không",
    ],
  ])("%j", (html, expected) => {
    expect(bodyOf(html).replaceAll(/\n\n(?=- )/gu, "\n")).toBe(expected);
  });

  it("begins links where the page says", () => {
    const html = `<html><head><base href="/muc/"><meta property="og:url" content="//cu.example/tin/1.html"></head><body><h1>Tên</h1><p>Xem <a href="2.html">bài trước</a>.</p></body></html>`;
    expect(findsOf(pageOf(html), reference).body).toBe(
      "Xem [bài trước](https://cu.example/muc/2.html).",
    );
  });

  it("gives links of the page their host", () => {
    const html = `<html><head><link rel="canonical" href="https://cu.example/tin/1.html"></head><body><h1>Tên</h1><p>Xem <a href="/tin/2.html">bài trước</a>, <a href="3.html">bài sau</a>.</p></body></html>`;
    const { body } = findsOf(pageOf(html), reference);
    expect(body).toBe(
      "Xem [bài trước](https://cu.example/tin/2.html), [bài sau](https://cu.example/tin/3.html).",
    );
  });
});

const prose = "Sáng 19/5, chi bộ họp và bàn việc của quý sau, có đủ đảng viên dự. ".repeat(8);

function whole(head: string, body: string): string {
  return `<!doctype html><html lang="vi"><head>${head}</head><body>${body}</body></html>`;
}

describe("what a page says of itself", () => {
  const heading = "Hội nghị tổng kết năm";
  it.each([
    [
      "the heading that agrees with what is shared, not the name of the site",
      `<meta property="og:title" content="${heading}">`,
      `<h1>CỔNG THÔNG TIN</h1><h2>${heading}</h2>`,
      heading,
    ],
    [
      "the heading without what is behind it in the head",
      `<title>${heading} - Cổng thông tin</title>`,
      `<header><h1>Cổng thông tin</h1></header><h2>${heading}</h2>`,
      heading,
    ],
    [
      "the headline of its linked data",
      `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"${heading}"}]}</script>`,
      "<h1>Trang tin</h1>",
      heading,
    ],
    [
      "the heading without the line above it",
      "",
      `<h1><span class="article-kicker">Thi đua</span> ${heading}</h1>`,
      heading,
    ],
    [
      "what is shared, without the name of the site's address",
      `<meta property="og:title" content="${heading} › Tin Khối"><link rel="canonical" href="https://tin-khoi.vn/a">`,
      "",
      heading,
    ],
    ["a heading of two lines as one", "", "<h1>Hội nghị\n   tổng kết<br>năm</h1>", heading],
    [
      "the heading without a day in it",
      "",
      `<h1>${heading} <small>(12/05/2025)</small></h1>`,
      heading,
    ],
    [
      "what is drawn as a title rather than the name of the site",
      `<title>CỔNG THÔNG TIN | ${heading.toUpperCase()}</title>`,
      `<h1>Cổng thông tin</h1><div class="detail-title">${heading}</div>`,
      heading,
    ],
    [
      "what is drawn as a title where all else is the name of the site",
      '<title>Tin Khối</title><meta property="og:title" content="Tin Khối"><meta property="og:site_name" content="Tin Khối">',
      `<div class="tieu-de"><b>${heading}</b></div>`,
      heading,
    ],
    [
      "the heading of a page to print",
      "<title>In bài viết</title>",
      `<p>Cổng thông tin</p><h3>${heading}</h3>`,
      heading,
    ],
    [
      "without a heading, what is shared",
      `<meta property="og:title" content="${heading}">`,
      "",
      heading,
    ],
  ])("title: %s", (_, head, body, expected) => {
    expect(pageOf(whole(head, `${body}<p>${prose}</p>`)).title).toBe(expected);
  });

  const data = (more: string) =>
    `<script type="application/ld+json">{"@type":"Article",${more}}</script>`;
  it.each([
    ["its linked data", data('"datePublished":"2024-03-05T23:30:00+07:00"'), "", "2024-03-05"],
    ["a time in no zone", data('"datePublished":"2024-03-05T18:30:00Z"'), "", "2024-03-06"],
    [
      "its head",
      '<meta property="article:published_time" content="2024-03-05T08:00:00+07:00">',
      "",
      "2024-03-05",
    ],
    [
      "its address",
      '<link rel="canonical" href="https://cu.example/2024/03/05/bai/">',
      "",
      "2024-03-05",
    ],
    ["the line above it", "", '<div class="date-header">05/03/2024</div>', "2024-03-05"],
    ["its text", "", '<span class="ngay-dang">Thứ Ba, 05/03/2024 | 08:30</span>', "2024-03-05"],
    ...[
      "12 Tháng Năm, 2025",
      "Tháng Năm 12, 2025",
      "12 Th5 2025",
      "Ngày 12 tháng 5 năm 2025",
      "Cập nhật lúc 08:30, 12/05/2025",
      "Cập nhật: 15/05/2025 09:00 - Đăng: 12/05/2025 08:30",
      "12.5.2025",
    ].map((line) => [line, "", `<div class="date">${line}</div>`, "2025-05-12"] as const),
    [
      "its text, not the change of it",
      "",
      '<time class="updated" datetime="2025-05-15">15/5</time><time datetime="2025-05-12">12/5</time>',
      "2025-05-12",
    ],
    [
      "its text, not the clock above it",
      "",
      '<div class="date-today">Chủ nhật, 29/11/2026</div><div class="ngay">12/05/2025</div>',
      "2025-05-12",
    ],
    [
      "no clock",
      "",
      "<p class='date'>Hôm nay, 29/11/2026</p><div class='top-date'>29/11/2026</div>",
      undefined,
    ],
    ["no guess", "", '<span class="time">3 giờ trước</span>', undefined],
    ["no change in its linked data", data('"dateModified":"2025-05-15"'), "", undefined],
    [
      "no other article in its linked data",
      '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Bài khác","datePublished":"2020-01-01"}]}</script>',
      "",
      undefined,
    ],
    [
      "the one of several articles that has its title",
      `${data('"headline":"Bài khác của trang","datePublished":"2020-01-01"')}${data(`"headline":"${heading}","datePublished":"2025-05-12"`)}`,
      "",
      "2025-05-12",
    ],
    [
      "linked data with a quotation mark too many",
      data('"headline":"Lễ "trao" giải","datePublished":"2025-05-12"'),
      "",
      "2025-05-12",
    ],
    [
      "no comment on it",
      "",
      '<div class="comments"><time datetime="2024-03-09">9/3</time></div>',
      undefined,
    ],
  ] as readonly (readonly [string, string, string, string | undefined])[])(
    "date: %s",
    (_, head, body, expected) => {
      expect(pageOf(whole(head, `<h1>${heading}</h1>${body}<p>${prose}</p>`)).date).toBe(expected);
    },
  );

  it.each([
    [
      "its linked data",
      data('"author":[{"@type":"Person","name":"Cây Bút Mẫu"},{"name":"Ống Kính Mẫu"}]'),
      "",
      ["Cây Bút Mẫu", "Ống Kính Mẫu"],
    ],
    [
      "a person of its linked data, by reference",
      '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Cây Bút Mẫu"}]}</script>',
      "",
      ["Cây Bút Mẫu"],
    ],
    [
      "its head, but no address",
      '<meta property="article:author" content="https://cu.example/x"><meta name="author" content="Cây Bút Mẫu">',
      "",
      ["Cây Bút Mẫu"],
    ],
    ["its text", "", '<p class="author">Tác giả: Cây Bút Mẫu</p>', ["Cây Bút Mẫu"]],
    ["words and pictures", "", '<p class="author">Tin, ảnh: Cây Bút Mẫu</p>', ["Cây Bút Mẫu"]],
    [
      "linked data with codes of HTML",
      data('"author":"C&acirc;y B&uacute;t Mẫu"'),
      "",
      ["Cây Bút Mẫu"],
    ],
    [
      "linked data with a comma too many",
      data('"author":{"name":"Cây Bút Mẫu",},'),
      "",
      ["Cây Bút Mẫu"],
    ],
    [
      "a line of its text, after the day",
      "",
      "<div><span>14/1/2022 | Người viết: Cây Bút Mẫu</span></div>",
      ["Cây Bút Mẫu"],
    ],
    [
      "the foot of the article itself",
      "",
      '<article><p>Họp.</p><footer class="entry-footer"><a rel="author" href="/a">Cây Bút Mẫu</a></footer></article>',
      ["Cây Bút Mẫu"],
    ],
    [
      "no foot of the page",
      "",
      '<footer><a rel="author" href="/a">Cây Bút Mẫu</a></footer>',
      undefined,
    ],
    ["no sentence", "", "<p>Tin: chi bộ họp thường kỳ</p>", undefined],
    ["nobody", '<meta name="author" content="admin">', "", undefined],
    ["no button", "", '<p class="author">Xem thêm tin</p>', undefined],
  ])("author: %s", (_, head, body, expected) => {
    expect(pageOf(whole(head, `<h1>${heading}</h1>${body}<p>${prose}</p>`)).authors).toEqual(
      expected,
    );
  });
});

const end = "Hội nghị kết thúc vào 11 giờ cùng ngày.";

function articleWith(more: string): string {
  return whole(
    '<link rel="canonical" href="https://tin.vn/1">',
    `<h1>Tên</h1><div class="entry-content"><p>${prose}</p>${more}<p>${end}</p></div>`,
  );
}

it("a page that names no source has its address for one, unless its text names another", () => {
  const head = '<link rel="canonical" href="https://www.cu.example/tin/1.html">';
  const sourceOf = (more: string) =>
    findsOf(pageOf(whole(head, `<h1>Tên bài</h1><p>${prose}</p>${more}`)), reference).source;
  expect(sourceOf("")).toEqual({ name: "cu.example", url: "https://www.cu.example/tin/1.html" });
  expect(sourceOf("<p>Theo Báo Mẫu</p>")).toEqual({ name: "Báo Mẫu" });
});

describe("a document that an office program saved as a page", () => {
  const word = (body: string) =>
    `<html><head><meta name=Generator content="Microsoft Word 15"><title>Mau 2</title></head><body><div class=WordSection1><p class=MsoTitle>Chi bộ họp quý</p>${body}</div></body></html>`;
  const google = (body: string) =>
    `<html><head><title>Mau</title><style>.c1{font-weight:700}.c2{color:red;font-style:italic}</style></head><body><p class="c0 title"><span class="c1">Chi bộ họp quý</span></p><ul class="lst-kix_a-0 start"><li>Một</li></ul><ul class="lst-kix_a-1 start"><li>Con</li></ul><ul class="lst-kix_a-0"><li>Hai</li></ul>${body}</body></html>`;
  const list = "- Một\n    - Con\n- Hai";
  it.each([
    [
      "Word: notes",
      word(
        "<p>Đủ<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>.</p></div><div style='mso-element:footnote-list'><hr><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span class=MsoFootnoteReference>[1]</span></a> Theo báo cáo.</p></div>",
      ),
      "Đủ[^1].\n\n[^1]: Theo báo cáo.",
    ],
    [
      "Word: remarks",
      word(
        "<p>Đủ<a class=msocomanchor href='#_msocom_1'>[A1]</a>.</p></div><div style='mso-element:comment-list'><div id='_com_1'><a name='_msocom_1'></a><p>[A1] Xem lại</p></div>",
      ),
      "Đủ [Chưa lấy được: nhận xét bên lề “Xem lại”].",
    ],
    ["Word: a short text", word("<p>Họp.</p>"), "Họp."],
    [
      "Google Docs: letters and lists",
      google('<p><span class="c1">Kết luận</span>: <span class="c2">tốt</span>.</p>'),
      `${list}\n\n**Kết luận**: *tốt*.`,
    ],
    [
      "Google Docs: notes and remarks",
      google(
        '<p>Đủ<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Theo báo cáo.</p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> Xem lại</p></div>',
      ),
      `${list}\n\nĐủ[^1] [Chưa lấy được: nhận xét bên lề “Xem lại”].\n\n[^1]: Theo báo cáo.`,
    ],
  ])("%s", (_, html, expected) => {
    const document = pageOf(html);
    const { title, body } = findsOf(document, reference);
    expect(title).toBe("Chi bộ họp quý");
    expect(body).toBe(expected);
    expect(document.notes).toEqual([]);
  });
});

describe("which part of a page is the article", () => {
  it("is the longest that calls itself so, without what others put into it", () => {
    const html = whole(
      "",
      `<h1>Tên</h1><div class="entry-content"><p>${"Bài khác. ".repeat(30)}</p></div><div class="entry-content"><p>${prose}</p>${table}<div class="related"><p>Bài liên quan</p></div><p>Xem thêm: <a href="/x">Một bài khác</a></p><ul><li><a href="/1">Bài một</a></li><li><a href="/2">Bài hai</a></li><li><a href="/3">Bài ba</a></li></ul></div>`,
    );
    const document = pageOf(html);
    const { body } = findsOf(document, reference);
    expect(body).toBe(`${prose.trim()}\n\n${drawn}`);
    expect(document.notes.join()).toContain("Đã bỏ 3 khối");
  });

  it.each([
    ["other articles", `<div class="tin-lien-quan"><p>Bài khác</p></div>`],
    ["names of several words", `<div class="tinLienQuan"><p>Bài khác</p></div>`],
    ["a title of another article", `<aside class="related"><h1><a href="/2">Hai</a></h1></aside>`],
    ["comments", `<div class="binh-luan"><p>Bài hay quá!</p></div>`],
    ["buttons that share", `<div class="chia-se">Gửi cho bạn bè</div>`],
    ["letters to subscribe to", `<div class="news-letter-box">Nhận tin qua thư</div>`],
    ["a question about cookies", `<div id="cookie-bar">Trang này dùng cookie.</div>`],
    ["who wrote it", `<div class="author-box">An viết cho báo từ năm 2010.</div>`],
    ["tags", `<div class="tu-khoa">Từ khóa: học tập</div>`],
    ["the way to the page", `<ul class="breadcrumb"><li>Trang chủ</li></ul>`],
    ["words before a link", `<p>Mời bạn xem thêm: <a href="/2">Chi bộ kết nạp đảng viên</a></p>`],
    ["words above links", "<h3>Tin liên quan</h3>"],
    ["an element of the site's own", "<tin-lien-quan>Bài khác</tin-lien-quan>"],
    ["a field of a form", `<label for="a">Ý kiến của bạn</label>`],
    ["the way back", "<p>Quay về trang chủ</p>"],
    ["what is not shown", '<p style="color:red; display:none">Từ khóa ẩn</p>'],
    ["an advertisement of an accelerated page", "<amp-ad>Mua ngay</amp-ad>"],
    [
      "two linked titles",
      `<ul><li><a href="/2">Đảng bộ Sở Y tế kết nạp ba đảng viên</a></li><li><a href="/3">Chi bộ Bệnh viện tỉnh họp quý hai</a></li></ul>`,
    ],
    [
      "an aside of links",
      `<aside>Cùng tác giả, đã đăng trên báo: <a href="/2">Chi bộ họp quý hai</a></aside>`,
    ],
    ["a linked title alone", `<p><a href="/2">Đảng bộ Sở Y tế kết nạp ba đảng viên</a></p>`],
  ])("does not have %s", (_, more) => {
    expect(findsOf(pageOf(articleWith(more)), reference).body).toBe(`${prose.trim()}\n\n${end}`);
  });

  it("does not end with a heading that has nothing under it", () => {
    const html = articleWith(`<p>${end}</p><h3>Thông tin thêm</h3>`).replace(
      `<p>${end}</p></div>`,
      "</div>",
    );
    expect(findsOf(pageOf(html), reference).body).toBe(`${prose.trim()}\n\n${end}`);
  });

  it.each([
    ["what is said not to be there", `<div class="no-share"><p>Phần hai.</p></div>`, "Phần hai."],
    [
      "an aside of words",
      "<aside>Phần hai, theo báo cáo quý.</aside>",
      "Phần hai, theo báo cáo quý.",
    ],
    [
      "a list of documents",
      `<ul><li><a href="/2">Toàn văn nghị quyết về công tác cán bộ</a></li></ul>`,
      "[Toàn văn nghị quyết",
    ],
    [
      "a linked picture",
      `<p><a href="/2"><img src="a.jpg" alt="">Hội nghị tổng kết công tác năm 2026</a></p>`,
      "Hội nghị tổng kết công tác",
    ],
    [
      "a heading that is longer",
      "<h3>Xem thêm việc làm của các chi bộ trong năm qua</h3><p>Tốt.</p>",
      "Xem thêm việc làm",
    ],
    [
      "a part whose address is made of its heading",
      `<div id="chia-se-kinh-nghiem-cong-tac"><h3 id="chia-se">Chia sẻ kinh nghiệm</h3><p>Phần hai.</p></div>`,
      "Phần hai.",
    ],
    ["an ordinary box", `<div class="box-tin"><p>Phần hai.</p></div>`, "Phần hai."],
    ["a link within a sentence", `<p>Xem <a href="/2">Kế hoạch</a>.</p>`, "Xem [Kế hoạch]"],
    [
      "what is handed out",
      `<p><a href="/2">Toàn văn nghị quyết về công tác cán bộ</a></p>`,
      "[Toàn văn nghị quyết",
    ],
    ["a file", `<p><a href="/a.pdf">Nghị quyết về công tác cán bộ năm 2026</a></p>`, "[Nghị quyết"],
    [
      "a title of another site",
      `<p><a href="https://khac.vn/2">Đảng bộ Sở Y tế kết nạp ba đảng viên</a></p>`,
      "[Đảng bộ Sở Y tế",
    ],
    ["a heading with text under it", "<h3>Kết quả</h3><p>Tốt.</p>", "Kết quả"],
    ["a sentence drawn as a heading", "<h3>Hội nghị thành công.</h3>", "Hội nghị thành công"],
  ])("has %s", (_, more, expected) => {
    expect(findsOf(pageOf(articleWith(more)), reference).body).toContain(expected);
  });

  it("keeps the lead that is above the element with the text", () => {
    const lead = "Sáng 14/1/2022, Đảng ủy Khối tổ chức hội nghị tổng kết công tác năm 2021.";
    const page = (more: string) =>
      whole(
        "",
        `<h1>Tên</h1><h2 class="detail-sapo">${lead}</h2><div class="entry-content">${more}<p>${prose}</p></div>`,
      );
    expect(findsOf(pageOf(page("")), reference).body).toBe(`${lead}\n\n${prose.trim()}`);
    expect(findsOf(pageOf(page(`<p>${lead}</p>`)), reference).body).toBe(
      `${lead}\n\n${prose.trim()}`,
    );
  });

  it("is all of its pieces when something is between them", () => {
    const piece = (words: string) => `<div class="body-content"><p>${words}</p></div>`;
    const html = whole(
      "",
      `<article><h1>Tên</h1>${piece(prose)}<div class="ads">Quảng cáo</div>${piece(`Phần hai. ${prose}`)}</article>`,
    );
    expect(findsOf(pageOf(html), reference).body).toBe(
      `${prose.trim()}\n\nPhần hai. ${prose.trim()}`,
    );
  });

  it.each([
    ["nothing of it", "<p>Xin chờ.</p>", true],
    ["all of it", `<div class="entry-content"><p>${prose}</p></div>`, false],
  ])("is in the linked data where the page shows %s", (_, shown, isTold) => {
    const told = `Tin &amp; ảnh. ${prose.trim()}\n\nPhần hai.`;
    const data = JSON.stringify({ "@type": "NewsArticle", articleBody: told });
    const script = `<script type="application/ld+json">${data}</script>`;
    const document = pageOf(whole(script, `<h1>Tên</h1>${shown}`));
    expect(findsOf(document, reference).body).toBe(
      isTold ? `Tin & ảnh. ${prose.trim()}\n\nPhần hai.` : prose.trim(),
    );
    expect(document.notes.join().includes("JSON-LD")).toBe(isTold);
  });

  it.each([
    ["a summary", prose.slice(0, 200)],
    ["nothing", ""],
  ])("is what the page shows where its linked data has only %s", (_, told) => {
    const data = JSON.stringify({ "@type": "NewsArticle", articleBody: told });
    const script = `<script type="application/ld+json">${data}</script>`;
    const document = pageOf(whole(script, "<h1>Tên</h1><p>Chi bộ họp bàn việc.</p>"));
    expect(findsOf(document, reference).body).toBe("Chi bộ họp bàn việc.");
  });

  it.each([
    [
      "in a sentence",
      "<p>Lĩnh vực <a>quảng cáo</a> cần siết chặt, không <strong>chia sẻ</strong> tin sai.</p>",
      "Lĩnh vực quảng cáo cần siết chặt, không **chia sẻ** tin sai.",
    ],
    ["above text", "<h2>Bình luận</h2><p>Ý hay.</p>", "## Bình luận\n\nÝ hay."],
    [
      "above text, in an element of its own",
      "<div><h2><span>Bình luận</span></h2></div><p>Ý hay.</p>",
      "## Bình luận\n\nÝ hay.",
    ],
    ["in a list", "<ul><li>Quảng cáo</li><li><p>Báo chí</p></li></ul>", "- Quảng cáo\n- Báo chí"],
    [
      "in a table",
      "<table><tr><th>Mục</th></tr><tr><td><p>Quảng cáo</p></td></tr></table>",
      "| Mục |\n| --- |\n| Quảng cáo |",
    ],
    ["alone in a paragraph", "<p><a>Chia sẻ</a></p>", ""],
    ["beside each other", "<p><a>In trang</a> | <strong>Chia sẻ</strong></p>", ""],
    ["as a whole list", "<ul><li>Quảng cáo</li><li><a>Chia sẻ</a></li></ul>", ""],
    ["above nothing", "<h2>Bình luận</h2><p>Quảng cáo</p>", ""],
    ["above a heading", "<h2>Bình luận</h2><h2>Hết</h2><p>Ý.</p>", "## Hết\n\nÝ."],
  ])("has words of the frame of a page %s, as far as they are text", (_, html, expected) => {
    const page = whole("", `<h1>Tên</h1><div class="entry-content"><p>${prose}</p>${html}</div>`);
    expect(findsOf(pageOf(page), reference).body).toBe(
      [prose.trim(), expected].filter(Boolean).join("\n\n"),
    );
  });

  const comments = (words: string) =>
    `<div class="comment-list"><div class="comment-text"><p>${words.repeat(2)}</p></div></div>`;

  it("is not what readers wrote, though that is longer", () => {
    const html = whole(
      "",
      `<h1>Tên</h1><div class="bai"><p>${prose}</p></div>${comments("Bài hay quá, xin cảm ơn. ".repeat(40))}`,
    );
    expect(findsOf(pageOf(html), reference).body).toContain(prose.trim());
  });

  it.each([
    ["what readers wrote", `<h1>Tên</h1>${comments(prose)}`, "bình luận của người đọc"],
    [
      "one of several",
      [1, 2, 3, 4]
        .map(
          (at) =>
            `<article><h2>Bài ${at}</h2><div class="entry-content"><p>${prose}</p></div></article>`,
        )
        .join(""),
      "nhiều bài",
    ],
  ])("says so when it may be %s", (_, body, expected) => {
    expect(pageOf(whole("", body)).notes.join()).toContain(expected);
    expect(pageOf(articleWith("")).notes.join()).not.toContain(expected);
  });

  it("says so when it is a small part of the page", () => {
    const html = whole(
      "",
      `<h1>Tên</h1><div class="entry-content"><p>${prose.slice(0, 240)}</p></div>`,
    );
    expect(pageOf(html).notes.join()).toContain("Chỉ lấy được một phần chữ");
  });

  it.each([
    ["in <noscript>", `<noscript><div class="post-body"><p>${prose}</p></div></noscript>`],
    ["in the form that holds the page", `<form><div><p>${prose}</p></div></form>`],
    ["behind a second <html>", `<div></div></body></html><html><body><p>${prose}</p>`],
  ])("also %s", (_, body) => {
    expect(findsOf(pageOf(whole("", `<h1>Tên</h1>${body}`)), reference).body).toContain(
      prose.trim(),
    );
  });
});

it("reads title, author and description in the old font of the text", () => {
  const words = "§¶ng bé Khèi tæ chøc héi nghÞ tæng kÕt c«ng t¸c n¨m. ".repeat(10);
  const html = whole(
    '<meta name="author" content="Liªn Linh">',
    `<h1>Héi nghÞ tæng kÕt</h1><div class="entry-content"><p>${words}</p><img src="a.gif" alt="Héi tr\u00adêng"></div>`,
  );
  expect(findsOf(pageOf(html, { "a.gif": photo }), reference)).toMatchObject({
    title: "Hội nghị tổng kết",
    authors: [{ name: "Liên Linh" }],
    pictures: [{ alt: "Hội trường" }],
  });
});

describe("bytes become letters", () => {
  const text = "Đảng bộ tổ chức hội nghị tổng kết";
  const page = (charset: string) => `<meta charset="${charset}">`;
  it.each([
    [
      "UTF-8 with one broken byte",
      [Buffer.from(page("utf-8") + text), Buffer.from([0xe1, 0xbb])],
      `${page("utf-8")}${text}\ufffd`,
    ],
    [
      "an encoding stated late",
      [
        Buffer.from(`<!--${"x".repeat(5_000)}-->${page("windows-1258")}`),
        Buffer.from([0xd0, 0xf5]),
      ],
      `<!--${"x".repeat(5_000)}-->${page("windows-1258")}Đơ`,
    ],
    [
      "UTF-16 in either order",
      [Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()],
      text,
    ],
    ["old Windows", [Buffer.from([0xa7, 0xb6])], "§¶"],
    ["UTF-16 without a mark", [Buffer.from(text + text, "utf16le")], text + text],
    [
      "one broken byte among few letters",
      [Buffer.from("Hop \u00e2m "), Buffer.from([0xe1])],
      "Hop âm \ufffd",
    ],
    ...["", page("utf-8"), page("iso-8859-1")].map(
      (named) =>
        [
          `Vietnamese of old Windows after ${JSON.stringify(named)}`,
          // Đảng bộ: a vowel, and behind it the tone.
          [Buffer.from(named), Buffer.from([0xd0, 0x61, 0xd2, 0x6e, 0x67, 0x20, 0x62, 0xf4, 0xf2])],
          `${named}Đảng bộ`,
        ] as const,
    ),
    [
      "an encoding that only a font can draw",
      [Buffer.from(page("x-user-defined")), Buffer.from([0xa7, 0xb6])],
      `${page("x-user-defined")}§¶`,
    ],
  ] satisfies (readonly [string, readonly Buffer[], string])[])("%s", (_, parts, expected) => {
    expect(decodeText(Buffer.concat(parts))).toBe(expected);
  });
});
