import { describe, expect, it } from "vitest";
import { draftText, findsOf } from "../../../src/importing/draft.ts";
import { readHtmlPage } from "../../../src/importing/html-page.ts";
import type { ImportedDocument } from "../../../src/importing/imported-document.ts";
import { readPlainText } from "../../../src/importing/plain-text.ts";
import { readReference } from "../../../src/reference.ts";

/** What an import makes of pieces of a document. */

const units = `- { id: tinh-uy-mau, name: Tỉnh ủy Mẫu }
- { id: chi-bo-hai, name: Chi bộ Hai, parent: tinh-uy-mau }
`;
const { reference } = readReference({
  files: new Map([["units.yaml", { path: "units.yaml", text: units }]]),
  pictures: new Set(),
});

function draftOf(document: ImportedDocument): string {
  return draftText(findsOf(document, reference), []);
}

function body(text: string): string {
  return text.slice(text.indexOf("\n---\n", 4) + 5).trim();
}

describe("lines of a plain text", () => {
  it.each([
    ["- một\n- hai", "- một\n- hai"],
    ["- một\n  còn nữa\n– hai\n\n+ ba", "- một còn nữa\n- hai\n- ba"],
    ["▪ một\n▪\thai", "- một\n- hai"],
    ["3. ba\n4. bốn", "3.  ba\n4.  bốn"],
    ["Một đoạn\nxuống dòng.", "Một đoạn xuống dòng."],
    ["- Một lời nói.", "\\- Một lời nói."],
    ["1. Mục một\n\nĐoạn.\n\n2. Mục hai", "1\\. Mục một\n\nĐoạn.\n\n2\\. Mục hai"],
    ["1. Một\n1. Một nữa", "1\\. Một\n\n1\\. Một nữa"],
  ])("%j", (lines, expected) => {
    expect(body(draftOf(readPlainText(`Tên bài\n\nMở đầu.\n\n${lines}\n`)))).toBe(
      `Mở đầu.\n\n${expected}`,
    );
  });
});

describe("pieces of a page", () => {
  it.each([
    // If only part of the text were decoded, the rest would no longer be recognized as an old font.
    ["<p>§¶ng uû <b>khèi häp</b> th\u00adêng kú.</p>", "Đảng uỷ **khối họp** thường kỳ."],
    [
      "<p><b>Kết <a href='https://a.example/x'>quả</a></b></p><p>Hai.</p>",
      "## Kết [quả](https://a.example/x)\n\nHai.",
    ],
    [
      "<h2><b>Một</b><sup><a href='#footnote-1'>[1]</a></sup></h2><p>Hai.</p><ol><li id='footnote-1'>Ba</li></ol>",
      "## Một[^1]\n\nHai.\n\n[^1]: Ba",
    ],
    ["<p>Câu một<br>câu hai<br></p>", "Câu một\\\ncâu hai"],
    [
      "<table><tr><td>a<br>b</td><td>c</td></tr></table><p>Hai.</p>",
      "| a b | c |\n| --- | --- |\n\nHai.",
    ],
  ])("%j", (html, expected) => {
    const text = draftOf(readHtmlPage(`<h1>Tên bài</h1><p>Mở đầu.</p>${html}`, () => undefined));
    expect(body(text)).toBe(`Mở đầu.\n\n${expected}`);
  });

  it("looks for awards in each item of a list by itself", () => {
    const text = draftOf(
      readHtmlPage(
        "<h1>Tên bài</h1><p>Mở đầu.</p><ul><li>Giấy khen của Chi bộ Hai cho 3 tổ đảng</li><li>Bằng khen của Tỉnh ủy Mẫu cho 2 tập thể</li></ul>",
        () => undefined,
      ),
    );
    const awards = text.matchAll(/- form: (.*)\n.*\n.* by: (.*)\n.* to: (.*)\n.* count: (.*)/gu);
    expect([...awards].map(([, ...facts]) => facts.join(" | "))).toEqual([
      "Giấy khen | chi-bo-hai | tổ đảng | 3",
      "Bằng khen | tinh-uy-mau | tập thể | 2",
    ]);
  });
});
