import { describe, expect, it } from "vitest";
import { findsOf } from "../../../src/importing/draft.ts";
import { readMarkdownText } from "../../../src/importing/markdown-text.ts";
import { readReference } from "../../../src/reference.ts";

/** What an import makes of Markdown that other programs wrote. */

const { reference } = readReference({ files: new Map(), pictures: new Set() });
const nothing = () => undefined;

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

  it("names the keys that mean nothing to us", () => {
    expect(
      readMarkdownText("---\ntitle: A\nnhac_nen: x\n---\nChữ.", nothing).notes.join(),
    ).toContain("“nhac_nen”");
  });
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
    ["# Tên\n\nMở.\n\n![Tả](anh/a.jpg)", "Mở.\n\n[Chưa lấy được: ảnh anh/a.jpg]"],
  ])("%j", (text, expected) => {
    expect(findsOf(readMarkdownText(text, nothing), reference).body).toBe(expected);
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
