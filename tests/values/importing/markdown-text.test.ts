import { describe, expect, it } from "vitest";
import { findsOf } from "../../../src/importing/draft.ts";
import { readMarkdownText } from "../../../src/importing/markdown-text.ts";
import { readReference } from "../../../src/reference.ts";

/** What an import makes of Markdown that other programs wrote. */

const { reference } = readReference({ files: new Map(), pictures: new Set() });
const nothing = () => undefined;
const jpeg = Buffer.alloc(40, 0xff);

describe("what is before the text", () => {
  const expected = {
    title: "Tên: bài",
    date: "2024-01-02",
    authors: ["Cây Bút Mẫu"],
    tags: ["Tin", "Họp"],
    summary: "Sapo.",
  };
  it.each([
    [
      "YAML",
      `---\ntitle: "Tên: bài"\ndate: 2024-01-02 08:00:00 +0700\nauthor: Cây Bút Mẫu\ntags: [Tin, Họp]\ndescription: Sapo.\nlayout: post\n---\nChữ.\n`,
    ],
    [
      "TOML",
      `+++\ntitle = "Tên: bài"\ndate = 2024-01-02T08:00:00+07:00\nauthors = ["Cây Bút Mẫu"]\ntags = ["Tin", "Họp"]\nsummary = 'Sapo.'\n+++\nChữ.\n`,
    ],
    [
      "JSON",
      `{\n"title": "Tên: bài", "date": "2024-01-02", "author": {"name": "Cây Bút Mẫu"}, "categories": ["Tin", "Họp"], "excerpt": "Sapo."\n}\nChữ.\n`,
    ],
  ])("%s", (_, text) => {
    const { title, date, authors, tags, summary, html } = readMarkdownText(text, nothing);
    expect({ title, date, authors, tags, summary }).toEqual(expected);
    expect(html.trim()).toBe("<p>Chữ.</p>");
  });

  it.each([
    [
      "TOML on several lines",
      '+++\ntitle = "Tên"\ntags = [\n  "Tin",\n  "Họp",\n]\nsummary = """\nSapo.\n"""\n+++\nChữ.\n',
      { title: "Tên", tags: ["Tin", "Họp"], summary: "Sapo." },
    ],
    [
      "YAML without a line before it",
      "title: Tên\ndate: 2024-01-02 08:00:00\ntags:\n- Tin\n---\nChữ.\n",
      { title: "Tên", date: "2024-01-02", tags: ["Tin"] },
    ],
    [
      "lines that are no YAML",
      '---\ntitle: Tên: bài\ndate: 2/1/2024\n\ttags: [Tin, "Họp"]\n---\nChữ.\n',
      { title: "Tên: bài", date: "2024-01-02", tags: ["Tin", "Họp"] },
    ],
    [
      "an address that is none",
      "---\ntitle: Tên\ncanonical: https://\n---\nChữ.\n",
      { title: "Tên" },
    ],
    [
      "addresses that it had",
      "---\ntitle: Tên\npermalink: /tin/ten/\nredirect_from: [/cu/, 'https://khac.example/']\nurl: /:year/:title/\n---\nChữ.\n",
      { title: "Tên", aliases: ["/cu/", "/tin/ten/"] },
    ],
  ])("%s", (_, text, expected) => {
    expect(readMarkdownText(text, nothing)).toMatchObject(expected);
  });

  it("says that lines are no YAML", () => {
    const { notes } = readMarkdownText("---\ntitle: Tên\n\tx: y\n---\nChữ.", nothing);
    expect(notes.join()).toContain("viết chưa đúng YAML");
  });

  it.each([
    "cover: { image: a.jpg, alt: Tả, caption: Lời }",
    "heroImage: a.jpg\nalt: Tả\ncaption: Lời",
  ])("the picture of %j", (cover) => {
    const document = readMarkdownText(`---\ntitle: A\n${cover}\n---\nChữ.`, nothing);
    expect(findsOf(document, reference).pictures).toEqual([
      { alt: "Tả", caption: "Lời", address: "a.jpg" },
    ]);
    expect(document.notes).toEqual([]);
  });

  it("names the keys that mean nothing to us", () => {
    expect(
      readMarkdownText("---\ntitle: A\nnhac_nen: x\n---\nChữ.", nothing).notes.join(),
    ).toContain("“nhac_nen”");
  });
});

it("counts the keys that it does not name", () => {
  const keys = Array.from({ length: 12 }, (_, at) => `rieng_${at}: x`).join("\n");
  const { notes } = readMarkdownText(`---\ntitle: A\n${keys}\n---\nChữ.`, nothing);
  expect(notes.join()).toContain("“rieng_9” và 2 mục khác.");
});

describe("the text", () => {
  it.each([
    [
      "# Tên\n\nMột **đậm**[^1].\n\n- a\n    - b\n\n[^1]: Chú.",
      "Một **đậm**[^1].\n\n- a\n    - b\n\n[^1]: Chú.",
    ],
    [
      "# Tên\n\nMở.\n\n| a | b |\n|---|---|\n| 1 | 2 |",
      "Mở.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
    ],
    ["# Tên\n\nMở.\n\n{{< youtube abc >}}", "Mở.\n\n[Chưa lấy được: mã “youtube abc”]"],
    [
      "# Tên {#ten}\n\nMở.\n\n{{< youtube abc123 >}}\n{: .center}\n\nHết.",
      "Mở.\n\nVideo: [https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)\n\nHết.",
    ],
    [
      '# Tên\n\nXem [bài]({{< ref "b.md" >}}), [kia]({% post_url b %}), {{ site.title }}.',
      'Xem bài [Chưa lấy được: liên kết “ref "b.md"”], kia [Chưa lấy được: liên kết “post_url b”], [Chưa lấy được: mã “site.title”].',
    ],
    [
      "# Tên\n\nMở.{% comment %}ẩn{% endcomment %}\n\n<Bieu so={1} />",
      "Mở.[Chưa lấy được: ghi chú “ẩn”]\n\n[Chưa lấy được: mã “Bieu so={1}”]",
    ],
    ["# Tên\n\nMở.\n\n![Tả](anh/a.jpg)", "Mở.\n\n[Chưa lấy được: ảnh anh/a.jpg]"],
  ])("%j", (text, expected) => {
    expect(findsOf(readMarkdownText(text, nothing), reference).body).toBe(expected);
  });

  it.each([
    '![Tả](a.jpg "Lời")',
    "![Tả](a.jpg){width=50%}\n\n*Lời*",
    '{{< figure src="a.jpg" alt="Tả" caption="Lời" >}}',
  ])("has pictures with captions: %j", (text) => {
    const { body, pictures } = findsOf(
      readMarkdownText(`# Tên\n\nMở.\n\n${text}`, (one) => (one === "a.jpg" ? jpeg : undefined)),
      reference,
    );
    expect(body).toBe("Mở.");
    expect(pictures).toEqual([{ src: "a.jpg", alt: "Tả", caption: "Lời" }]);
  });

  it("keeps title, caption and link of a picture's code", () => {
    const code =
      '{{< figure src="a.jpg" title="Lễ mẫu" caption="Trao cờ" link="https://a.example/" >}}';
    const document = readMarkdownText(`# Tên\n\nMở.\n\n${code}`, () => jpeg);
    const { body, pictures } = findsOf(document, reference);
    expect(body).toBe("Mở.\n\nLiên kết ở ảnh: [https://a.example/](https://a.example/)");
    expect(pictures.map(({ caption }) => caption)).toEqual(["Lễ mẫu – Trao cờ"]);
  });

  it("takes pictures out of the file", () => {
    const bytes = Buffer.concat([Buffer.from("GIF89a\x40\0\x40\0", "latin1"), Buffer.alloc(40)]);
    const address = `data:image/gif;base64,${bytes.toString("base64")}`;
    const document = readMarkdownText(
      `# Tên\n\nMở.\n\n![][anh1]\n\n[anh1]: <${address}>\n`,
      (one) => (one === address ? bytes : undefined),
    );
    expect([...document.pictures.values()]).toEqual([bytes]);
  });
});
