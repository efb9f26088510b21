import { describe, expect, it } from "vitest";
import { readAbbreviations } from "../../../src/abbreviations.ts";
import { renderBody } from "../../../src/body/body.ts";
import { problem } from "../../../src/problems/problem.ts";
import { readUnits } from "../../../src/units.ts";

/** Returns the HTML of a heading. */
const h = (level: number, anchor: string, title: string) =>
  `<div class="titled"><h${level} id="${anchor}">${title}</h${level}><a class="anchor" href="#${anchor}" aria-label="Liên kết đến mục ${title}"></a></div>`;

/** Markdown and the HTML that it becomes. */
const rows: readonly (readonly [name: string, markdown: string, html: string])[] = [
  ["a paragraph", "Một **hai** *ba*.", "<p>Một <strong>hai</strong> <em>ba</em>.</p>"],
  ["raw HTML as text", "a <b>b</b> & c", "<p>a &lt;b&gt;b&lt;/b&gt; &amp; c</p>"],
  [
    "headings without gaps",
    "### Một\n\n### Hai\n\n##### Ba\n\n## Bốn",
    `${h(2, "muc-mot", "Một")}\n${h(2, "muc-hai", "Hai")}\n${h(3, "muc-ba", "Ba")}\n${h(2, "muc-bon", "Bốn")}`,
  ],
  [
    "two headings alike",
    "## Kết quả\n\n## Kết quả",
    `${h(2, "muc-ket-qua", "Kết quả")}\n${h(2, "muc-ket-qua-2", "Kết quả")}`,
  ],
  [
    "a table with columns of numbers",
    "| Tên | Số |\n|:---:|---:|\n| A | 1 |",
    '<div class="table-scroll" role="group" aria-label="Bảng" tabindex="0"><table>\n<thead>\n<tr>\n<th class="mid">Tên</th>\n<th class="num">Số</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="mid">A</td>\n<td class="num">1</td>\n</tr>\n</tbody>\n</table></div>',
  ],
  [
    "a table with columns of words, and more columns than the text has room for",
    "| TT | Tên | Số | 4 | 5 | 6 |\n|---|---|---:|---|---|---|\n| 1 | Chi bộ mẫu số 1 | 12 | | | |",
    '<div class="table-scroll wide" role="group" aria-label="Bảng" tabindex="0"><table>\n<thead>\n<tr>\n' +
      '<th>TT</th>\n<th class="words">Tên</th>\n<th class="num">Số</th>\n<th>4</th>\n<th>5</th>\n<th>6</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n' +
      '<td>1</td>\n<td>Chi bộ mẫu số 1</td>\n<td class="num">12</td>\n<td></td>\n<td></td>\n<td></td>\n</tr>\n</tbody>\n</table></div>',
  ],
  [
    "a bare address as a link",
    "Xem https://example.com/a.",
    '<p>Xem <a href="https://example.com/a">https://example.com/a</a>.</p>',
  ],
  ["no link from a bare name", "example.com", "<p>example.com</p>"],
  [
    "the first short form explained, where it stands alone",
    "ĐUK họp; ĐUK. XĐUK",
    '<p><abbr title="Đảng ủy Khối">ĐUK</abbr> họp; ĐUK. XĐUK</p>',
  ],
  [
    "no short form explained inside a link or code",
    "[ĐUK](https://a.example) `ĐUK` ĐUK",
    '<p><a href="https://a.example">ĐUK</a> <code>ĐUK</code> <abbr title="Đảng ủy Khối">ĐUK</abbr></p>',
  ],
  [
    "no short form explained inside the number of a document, in a heading neither",
    "## Kết luận 21-KL/ĐUK\n\n100 – KL/ĐUK, 1436/QĐ-ĐUK; 7/11 ĐUK",
    '<div class="titled"><h2 id="muc-ket-luan-21-kl-duk">Kết luận 21-KL/ĐUK</h2>' +
      '<a class="anchor" href="#muc-ket-luan-21-kl-duk" aria-label="Liên kết đến mục Kết luận 21-KL/ĐUK"></a></div>\n' +
      '<p>100 – KL/ĐUK, 1436/QĐ-ĐUK; 7/11 <abbr title="Đảng ủy Khối">ĐUK</abbr></p>',
  ],
  [
    "notes in the order of their references, with ways back",
    "Hai[^b] ba[^a], lại[^b].\n\n[^a]: Của ĐUK.\n[^b]: Xem [kia](https://a.example).\n\n    Đoạn hai.",
    '<p>Hai<sup><a id="chu-thich-1-tu" href="#chu-thich-1" role="doc-noteref" aria-label="Chú thích 1">1</a></sup>' +
      ' ba<sup><a id="chu-thich-2-tu" href="#chu-thich-2" role="doc-noteref" aria-label="Chú thích 2">2</a></sup>,' +
      ' lại<sup><a id="chu-thich-1-tu-2" href="#chu-thich-1" role="doc-noteref" aria-label="Chú thích 1">1</a></sup>.</p>\n' +
      '<section class="notes" aria-labelledby="chu-thich">\n<h2 id="chu-thich">Chú thích</h2>\n<ol>\n' +
      '<li id="chu-thich-1"><p>Xem <a href="https://a.example">kia</a>.</p>\n<p>Đoạn hai.' +
      ' <a class="back" href="#chu-thich-1-tu" role="doc-backlink" aria-label="Trở lại chỗ đọc, chú thích 1">↩\uFE0E</a>' +
      ' <a class="back" href="#chu-thich-1-tu-2" role="doc-backlink" aria-label="Trở lại chỗ đọc thứ 2, chú thích 1">↩\uFE0E</a></p>\n</li>\n' +
      '<li id="chu-thich-2"><p>Của <abbr title="Đảng ủy Khối">ĐUK</abbr>.' +
      ' <a class="back" href="#chu-thich-2-tu" role="doc-backlink" aria-label="Trở lại chỗ đọc, chú thích 2">↩\uFE0E</a></p>\n</li>\n</ol>\n</section>',
  ],
  ["a short form with two meanings of equal right left alone", "BTV", "<p>BTV</p>"],
  [
    "a short form with the meaning of the unit",
    "UB",
    '<p><abbr title="Ủy ban của Khối">UB</abbr></p>',
  ],
];

describe("the body of an article", () => {
  it.each(rows)("renders %s", (_name, markdown, html) => {
    const { parts, problems } = render(markdown);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(
      parts
        .map((part) => (part.kind === "html" ? part.html : ""))
        .join("")
        .trim(),
    ).toBe(html);
  });

  it("takes a picture that stands alone out of its paragraph", () => {
    const { parts } = render('Một.\n\n![Hội trường](a.jpg "Toàn cảnh")\n\nHai ![nhỏ](b.jpg) ba.');
    expect(parts).toEqual([
      { kind: "html", html: "<p>Một.</p>\n" },
      { kind: "picture", file: "2024/a.jpg", alt: "Hội trường", caption: "Toàn cảnh", block: true },
      { kind: "html", html: expect.stringMatching(/^\s*<p>Hai $/u) },
      { kind: "picture", file: "2024/b.jpg", alt: "nhỏ", block: false },
      { kind: "html", html: " ba.</p>\n" },
    ]);
  });

  it.each<[string, string, readonly unknown[]]>([
    [
      "pictures of one paragraph",
      "![Một](a.jpg)\n![Hai](b.jpg)",
      ["gallery of 2", "a.jpg as a figure", "b.jpg as a figure", "end"],
    ],
    [
      "pictures on one line, with a caption that has a link below",
      '![Một](a.jpg "Lời") ![Hai](b.jpg)\nCảnh **hội** [ĐUK](/a)',
      [
        "gallery of 2",
        "a.jpg as a figure",
        "b.jpg as a figure",
        '<figcaption>Cảnh <strong>hội</strong> <a href="/a">ĐUK</a>',
        "end with a caption",
      ],
    ],
    [
      "no pictures at the beginning of a sentence",
      "![Một](a.jpg) ![Hai](b.jpg) cùng dòng",
      ["<p>", "a.jpg", " ", "b.jpg", " cùng dòng</p>\n"],
    ],
    [
      "no single picture with a line below",
      "![Một](a.jpg)\nMột dòng",
      ["<p>", "a.jpg", "\nMột dòng</p>\n"],
    ],
    [
      "no pictures with text between them",
      "![Một](a.jpg)\nvà\n![Hai](b.jpg)",
      ["<p>", "a.jpg", "\nvà\n", "b.jpg", "</p>\n"],
    ],
    [
      "what is left when one is missing",
      "![Một](a.jpg)\n![Hai](c.jpg)",
      ["gallery of 1", "a.jpg as a figure", "end"],
    ],
  ])("puts together %s", (_, markdown, expected) => {
    const { parts, firstParagraph } = render(`${markdown}\n\nMột đoạn.`);
    const last = parts.at(-1);
    const seen = parts.map((part) => {
      if (part.kind === "html") return part.html.replace("<p>Một đoạn.</p>\n", "");
      if (part.kind === "gallery") return `gallery of ${part.count}`;
      if (part.kind === "galleryEnd") return part.hasCaption ? "end with a caption" : "end";
      if (part.kind !== "picture") return part;
      return part.file.slice(5) + (part.block ? " as a figure" : "");
    });
    expect(last).toMatchObject({ html: expect.stringContaining("<p>Một đoạn.</p>") });
    expect(seen.filter((one) => one !== "")).toEqual(expected);
    if (String(expected[0]).startsWith("gallery")) expect(firstParagraph).toBe("Một đoạn.");
  });

  it("tells the first paragraph as plain text", () => {
    expect(render("## Đề mục\n\nMột **hai**\nba.\n\nBốn.").firstParagraph).toBe("Một hai ba.");
  });

  it("takes the first paragraph from the text and not from a note", () => {
    expect(render("## Một[^1]\n\n[^1]: Hai.").firstParagraph).toBe("");
  });

  it("tells its headings and how long it is, without its notes", () => {
    const { headings, syllables } = render(
      "## Một *hai* “ba”[^1]\n\nBốn 5 – 98,2% `sáu`.\n\n### A & B\n\n[^1]: Bảy\n\n    ## Tám",
    );
    expect(headings).toEqual([
      { level: 2, title: "Một hai “ba”", anchor: "muc-mot-hai-ba" },
      { level: 3, title: "A & B", anchor: "muc-a-b" },
    ]);
    expect(syllables).toBe(9);
  });

  it("marks the documents that it names, but not in links, code and headings", () => {
    const { parts, cites, headings } = render(
      "## Học 21-KL/TW\n\nTheo **Kết luận số 21-KL/T.Ư**, 25-QĐ/ĐUK và kết luận 21 – KL/TW năm 2021[^1]; `21-KL/TW`, [21-KL/TW](/a).\n\n[^1]: Xem Chỉ thị 05.",
    );
    expect(headings).toEqual([{ level: 2, title: "Học 21-KL/TW", anchor: "muc-hoc-21-kl-tw" }]);
    expect(cites).toEqual([
      { number: "21-kl/tw", kind: "Kết luận" },
      { number: "25-qd/duk" },
      { number: "21-kl/tw", kind: "Kết luận", year: 2021 },
      { number: "5", kind: "Chỉ thị" },
    ]);
    const text = parts.map((part) =>
      part.kind === "html" ? part.html : part.kind === "cited" ? `{${part.at}:` : "}",
    );
    const shown = text.join("");
    expect(shown).toContain("<strong>{0:Kết luận số 21-KL/T.Ư}</strong>");
    expect(shown).toContain("{1:25-QĐ/ĐUK}");
    expect(shown).toContain("{2:kết luận 21 – KL/TW} năm 2021");
    expect(shown).toContain("{3:Chỉ thị 05}.");
    expect(shown).toContain('<code>21-KL/TW</code>, <a href="/a">21-KL/TW</a>');
  });

  it("cannot be made to forge a part", () => {
    const { parts } = render("a \x000\0 b ![x](a.jpg)");
    expect(parts.filter(({ kind }) => kind === "picture")).toHaveLength(1);
  });
});

function render(markdown: string) {
  const file = (path: string, text: string) => ({ path, text });
  const { value: units } = readUnits(
    file(
      "units.yaml",
      "- { id: khoi, name: Khối }\n- { id: chi-bo, name: Chi bộ, parent: khoi }\n- { id: xa, name: Xã }\n",
    ),
  );
  const { value: abbreviations } = readAbbreviations(
    file(
      "abbreviations.yaml",
      "- { short: ĐUK, long: Đảng ủy Khối }\n- { short: BTV, long: Ban Thường vụ }\n- { short: BTV, long: Biên tập viên }\n- { short: UB, long: Ủy ban }\n- { short: UB, long: Ủy ban của Khối, scope: khoi }\n- { short: UB, long: Ủy ban xã, scope: xa }\n",
    ),
    units,
  );
  const pictures = new Set(["2024/a.jpg", "2024/b.jpg"]);
  return renderBody(file("2024/x.md", markdown), markdown, 0, {
    unit: "chi-bo",
    abbreviations,
    captionOf: () => undefined,
    findPicture: (src, place) =>
      pictures.has(`2024/${src}`)
        ? `2024/${src}`
        : problem("picture-missing", place, { value: src }),
  });
}
