import { describe, expect, it } from "vitest";
import { draftText, findsOf } from "../../../src/importing/draft.ts";
import { pastedMarkdown } from "../../../src/importing/pasted-html.ts";
import { readReference } from "../../../src/reference.ts";
import { leftOut, leftOutIn, quoted, withoutLeftOut } from "../../../src/text/left-out.ts";

/** The mark for what could not be brought over, from the document to the draft. */

it("names anything in one line, without brackets that would end it", () => {
  const mark = leftOut(`biểu đồ ${quoted("Số [1]\n của\\quý")}`);
  expect(mark).toBe("[Chưa lấy được: biểu đồ “Số (1) của/quý”]");
  expect(leftOutIn(`a ${mark} b ${leftOut("ảnh *1*")}`)).toEqual([
    "biểu đồ “Số (1) của/quý”",
    "ảnh *1*",
  ]);
  expect(quoted("dài ".repeat(50)).length).toBeLessThan(90);
  expect(withoutLeftOut(`a ${mark} b`)).toBe("a b");
});

it.each([
  ["a paragraph", `<p>Họp ${leftOut("biểu đồ")} xong.</p>`],
  ["a paragraph of its own", `<p>Họp.</p><p>${leftOut("ảnh a_b*c*.emf")}</p>`],
  ["a list", `<ul><li>${leftOut("biểu đồ")}</li><li>Hai</li></ul>`],
  ["a table", `<table><tr><td>${leftOut("biểu đồ")}</td><td>Hai</td></tr></table>`],
  ["a heading", `<h2>Đề mục ${leftOut("ảnh")}</h2>`],
])("stays as it is in %s", (_, html) => {
  expect(leftOutIn(pastedMarkdown(html))).toEqual(leftOutIn(html));
  expect(pastedMarkdown(html)).not.toContain("\\[");
});

describe("a draft", () => {
  const { reference } = readReference({
    files: new Map([
      ["units.yaml", { path: "units.yaml", text: "- { id: mau, name: Đảng ủy Mẫu }\n" }],
    ]),
    pictures: new Set(),
  });

  it("takes no title, byline, caption or award out of a mark", () => {
    const mark = leftOut("chữ bị gạch ngang “Đảng ủy tặng Giấy khen cho 7 chi bộ”");
    const html = `<p>${mark}</p><p>Họp tổ</p><p>Sáng nay họp.</p><p>Lê Thị Thử</p><p>${mark}</p>`;
    const finds = findsOf({ html, pictures: new Map(), notes: [] }, reference);
    expect(finds).toMatchObject({
      title: "Họp tổ",
      authors: [{ name: "Lê Thị Thử" }],
      pictures: [],
      awards: [],
    });
    expect(leftOutIn(draftText(finds, []))).toHaveLength(2);
  });
});
