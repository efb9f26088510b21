import { describe, expect, it } from "vitest";
import type { Day } from "../src/day.ts";
import { proposalsIn, withoutProposals } from "../src/importing/proposals.ts";
import { newArticleText } from "../src/new-article.ts";

/** What an import found, in a form. */

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
      event: { name: "Hội nghị", ordinal: "11" },
      awards: [
        { form: "Giấy khen", count: "11" },
        { form: "Cờ", count: "2" },
      ],
    });
  });

  it("go one by one, and nothing else with them", () => {
    const without = withoutProposals(draft, ["awards"]);
    expect(draft.startsWith(without.slice(0, without.indexOf("---\n\n# Đề mục")))).toBe(true);
    expect(without).toContain("# event:");
    expect(without).toContain("# Đề mục của bài:\n# awards: không phải đề xuất\n");
    expect(proposalsIn(without)).toEqual({ event: { name: "Hội nghị", ordinal: "11" } });
    expect(withoutProposals(draft, [])).toBe(draft);
  });

  it("take the line that explains them along when the last one goes", () => {
    const without = withoutProposals(draft, ["awards", "event"]);
    expect(without).not.toContain("Bài nhập từ tệp");
    expect(without).toContain("# ghi chú của người viết\ndraft: true\n");
    expect(without).toContain("# unit: ma-don-vi\n");
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
    expect(withoutProposals(text, ["awards"])).toBe(text);
  });
});
