import { describe, expect, it } from "vitest";
import type { Day } from "../../../src/day.ts";
import { newArticleText } from "../../../src/front-matter/new-article.ts";
import { countLeft, proposalsIn, withoutProposals } from "../../../src/importing/proposals.ts";
import { reviewsIn, withReviews } from "../../../src/importing/reviews.ts";

/** What an import proposes, as a form shows it and takes it out again. */

const draft = `---
title: "Bài"
# ghi chú của người viết
draft: true

# Bài nhập từ tệp có sẵn. Đọc lại, bỏ dấu # ở những mục đúng.

# Chưa rõ đơn vị; mã đơn vị lấy ở units.yaml:
# unit: ma-don-vi

# Sự kiện:
# event:
#   name: Hội nghị
#   ordinal: 11

# Khen thưởng; so từng mục với văn bản gốc rồi mới bỏ dấu #:
# awards:
#   - form: Giấy khen
#     count: 11
#   - form: Cờ
#     count: 2
---

# Đề mục của bài:
# awards: không phải đề xuất
`;

describe("proposals", () => {
  it("are read from the comments of an imported draft, examples left out", () => {
    expect(proposalsIn(draft)).toEqual({
      event: [{ name: "Hội nghị", ordinal: "11" }],
      awards: [
        { form: "Giấy khen", count: "11" },
        { form: "Cờ", count: "2" },
      ],
    });
  });

  it("go one by one, and nothing else with them", () => {
    const without = withoutProposals(draft, { awards: [0, 1] });
    expect(draft.startsWith(without.slice(0, without.indexOf("---\n\n# Đề mục")))).toBe(true);
    expect(without).toContain("# event:");
    expect(without).toContain("# Đề mục của bài:\n# awards: không phải đề xuất\n");
    expect(proposalsIn(without)).toEqual({ event: [{ name: "Hội nghị", ordinal: "11" }] });
    expect(withoutProposals(draft, { figures: [0] })).toBe(draft);
  });

  it("leave those of the same key that have not been looked at", () => {
    const without = withoutProposals(draft, { awards: [0] });
    expect(without).toBe(
      draft.replace(
        "#   - form: Giấy khen\n#     count: 11\n#   - form: Cờ\n#     count: 2",
        "#   - { form: Cờ, count: 2 }",
      ),
    );
  });

  it("stay when nothing is taken, whatever else is there", () => {
    for (const text of [
      draft.replace(/# Sự kiện:.*?(?=---)/su, ""),
      draft.replace(
        "# ghi chú của người viết\n",
        "# Cần xem lại:\n# awards: chưa chắc, hỏi anh Ba\n",
      ),
      `---\ntitle: A\n---\n\n# Bài nhập từ tệp có sẵn. Chữ trong bài.\n`,
    ]) {
      expect(withoutProposals(text, {})).toBe(text);
      expect(withoutProposals(text, { awards: [] })).toBe(text);
    }
    const own = draft.replace(
      "# ghi chú của người viết\n",
      "# Cần xem lại:\n# awards: hỏi anh Ba\n",
    );
    expect(withoutProposals(own, { awards: [0, 1] })).toContain(
      "# Cần xem lại:\n# awards: hỏi anh Ba\n",
    );
  });

  it("take the line that explains them along when the last one goes", () => {
    const imported = draft.replace(/# Chưa rõ.*?\n\n/su, "");
    const without = withoutProposals(imported, { awards: [0, 1], event: [0] });
    expect(without).not.toContain("Bài nhập từ tệp");
    expect(without).toContain("# ghi chú của người viết\ndraft: true\n");
    // The line still explains other advice.
    expect(withoutProposals(draft, { awards: [0, 1], event: [0] })).toContain("Bài nhập từ tệp");
  });

  it("are not the examples of a new article", () => {
    const text = newArticleText({
      title: "Bài",
      date: "2024-03-05" as Day,
      authors: ["A"],
      unit: "khoi-thu",
      tags: [],
    });
    expect(proposalsIn(text)).toEqual({});
    expect(withoutProposals(text, { awards: [0] })).toBe(text);
  });
});

describe("what an import was not sure of", () => {
  const doubts = ["Tiêu đề đang viết hoa toàn bộ.", "Một câu về bài: có dấu hai chấm ở cuối:"];
  const unsure = withReviews(draft, doubts);

  it("is in lines of the draft, which go one by one and nothing else with them", () => {
    expect(reviewsIn(draft)).toEqual([]);
    expect(reviewsIn(unsure)).toEqual([{ words: doubts[0], field: "title" }, { words: doubts[1] }]);
    expect(proposalsIn(unsure)).toEqual(proposalsIn(draft));
    expect(withReviews(unsure, doubts)).toBe(unsure);
    expect(reviewsIn(withReviews(unsure, doubts.slice(1)))).toEqual([{ words: doubts[1] }]);
    expect(withReviews(unsure, [])).toBe(draft);
  });

  it("counts with the proposals as what is left to do", () => {
    expect([draft, unsure, "---\ntitle: A\n---\n\n# Xin xem lại: B\n"].map(countLeft)).toEqual([
      3, 5, 0,
    ]);
  });

  it("has words: a line without any is no more than a comment", () => {
    const wordless = "---\ntitle: A\n# Xin xem lại: \n# Xin xem lại: B\n# Xin xem lại:   \n---\n";
    expect(reviewsIn(wordless)).toEqual([{ words: "B" }]);
    expect(countLeft(wordless)).toBe(1);
    expect(withReviews(wordless, [])).toBe(wordless.replace("# Xin xem lại: B\n", ""));
  });
});
