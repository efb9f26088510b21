import { describe, expect, it } from "vitest";
import {
  articleDifferences,
  changeInWords,
  shownConflicts,
} from "../../../src/front-matter/differences.ts";
import { mergeArticle } from "../../../src/front-matter/merge-article.ts";
import { wordDifference } from "../../../src/text/word-difference.ts";
import { article } from "../../content.ts";

/** Differences between two versions, in the words of the form. */

const awards = `awards:
  - form: Giấy khen
    status: đã trao
    count: 3
  - form: Bằng khen
    status: đề xuất`;
const before = article(`tags: [Một]\n${awards}`);

describe("what was changed in an article", () => {
  it.each<[string, (text: string) => string]>([
    ["Không đổi", (text) => text],
    ["Sửa tiêu đề", (text) => text.replace("Bài thử", "Bài khác")],
    [
      "Sửa chủ đề, 1 khen thưởng",
      (text) => text.replace("[Một]", "[Hai]").replace("count: 3", "count: 4"),
    ],
    [
      "Sửa nội dung; thêm 1 khen thưởng",
      (text) =>
        text
          .replace("đề xuất", "đề xuất\n  - form: Cờ thi đua")
          .replace("Nội dung bài", "Nội dung mới của bài"),
    ],
    ["Bỏ 2 khen thưởng", (text) => text.replace(`${awards}\n`, "")],
    ["Bỏ chủ đề", (text) => text.replace("tags: [Một]\n", "")],
    ["Thêm tóm tắt", (text) => text.replace("tags:", "summary: Một câu\ntags:")],
    ["Sửa cách ghi", (text) => text.replace("title: Bài thử", 'title: "Bài thử" # tên')],
    ["Sửa tệp", () => "chỉ có chữ"],
  ])("is told as %j", (words, change) => {
    expect(changeInWords(before, change(before))).toBe(words);
  });

  it("is a new article where there was none", () => {
    expect(changeInWords(undefined, before)).toBe("Bài mới");
  });
});

it("names the field of a conflict, and tells values in place of YAML", () => {
  const { conflicts } = mergeArticle({
    base: before,
    mine: before.replace("count: 3", "count: 4").replace("Bài thử", "Của tôi"),
    theirs: before.replace("count: 3", "count: 5").replace("Bài thử", "Của họ"),
  });
  const shown = shownConflicts(conflicts).map(({ label, mine, mayBoth }) => ({
    label,
    mine: mine.map(({ words }) => words).join(""),
    marked: mine.filter(({ isOther }) => isOther).map(({ words }) => words),
    mayBoth,
  }));
  expect(shown).toEqual([
    { label: "Tiêu đề", mine: "Của tôi", marked: ["tôi"], mayBoth: false },
    {
      label: "Khen thưởng",
      mine: expect.stringMatching(/Giấy khen.*4\n.*Bằng khen/u),
      marked: ["4"],
      mayBoth: true,
    },
  ]);
});

it("shows each field and each place of the text that differs", () => {
  const other = before
    .replace("Bài thử", "Bài khác")
    .replace("Nội dung bài thử.", "Nội dung khác.");
  expect(articleDifferences(before, other).map(({ id }) => id)).toEqual(["title", "body-1"]);
  expect(articleDifferences(before, before)).toEqual([]);
  expect(articleDifferences("một", "hai").map(({ id }) => id)).toEqual(["all"]);
});

it.each([
  ["một hai ba", "một bốn ba", [["hai"], ["bốn"]]],
  ["một hai ba", "một ba", [["hai"], []]],
  ["một hai ba tư", "một năm sáu tư", [["hai ba"], ["năm sáu"]]],
  ["", "mới", [[], ["mới"]]],
])("marks the words of %j and %j that the other has not", (a, b, expected) => {
  const marked = wordDifference(a, b).map((parts) =>
    parts.filter(({ isOther }) => isOther).map(({ words }) => words),
  );
  expect(marked).toEqual(expected);
});
