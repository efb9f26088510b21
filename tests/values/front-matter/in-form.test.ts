import { describe, expect, it } from "vitest";
import { fieldWords } from "../../../src/front-matter/field-words.ts";
import { inForm } from "../../../src/problems/messages/in-form.ts";
import { type MessageCode, messages } from "../../../src/problems/messages.ts";
import { formReportOf, problem } from "../../../src/problems/problem.ts";

/** What problems say to a writer who sees a form and not the file. */

const place = { path: "a.md", line: 3, column: 1 };
const keys = [...new Set(Object.keys(fieldWords).map((way) => way.split(".").at(-1)!))];
const keyWord = new RegExp(String.raw`(?<![\p{L}{“])(?:${keys.join("|")})(?![\p{L}}])`, "u");

describe("a message in a form", () => {
  it.each(Object.entries(inForm))("of %s names no key of the file", (_, words) => {
    expect(`${words?.message ?? ""} ${words?.hint ?? ""}`).not.toMatch(keyWord);
  });

  it.each(Object.entries(inForm))("of %s fills only what its problem brings", (code, words) => {
    const known = new Set(messages[code as MessageCode].vi.join(" ").match(/\{\p{L}+\}/gu) ?? []);
    known.add("{key}");
    for (const asked of `${words?.message} ${words?.hint}`.match(/\{\p{L}+\}/gu) ?? [])
      expect(known).toContain(asked);
  });

  it.each([
    ["missing-key", { key: "title" }, "Tiêu đề", "“Tiêu đề” chưa điền.", ""],
    [
      "number-not",
      { key: "value", value: "98,2 %" },
      "Giá trị",
      "“98,2 %” của “Giá trị” không phải là con số.",
      "Chỉ ghi con số, ví dụ 98,2. Đơn vị tính ghi ở ô Đơn vị tính.",
    ],
    [
      "unknown-unit",
      { value: "khoi", suggestion: "khoi-thu" },
      "Đơn vị",
      "Không có đơn vị “khoi” trong danh mục.",
      "Có phải bạn muốn viết “khoi-thu”?",
    ],
  ] as const)("of %s with %j speaks of the field", (code, args, label, message, hint) => {
    const report = formReportOf(problem(code, place, args as Record<string, string>), label);
    expect(report).toMatchObject({ message, hint });
  });
});
