import { expect, it } from "vitest";
import { reviewText } from "../../../scripts/writing/review.ts";
import type { Day } from "../../../src/day.ts";
import { parseArticle } from "../../../src/parse.ts";
import type { MessageCode } from "../../../src/problems/messages.ts";
import { readReference } from "../../../src/reference.ts";
import { article, base } from "../../content.ts";

const { reference } = readReference({
  files: new Map([["units.yaml", { path: "units.yaml", text: base["units.yaml"] }]]),
  pictures: new Set(),
});
const today = "2024-06-30" as Day;

function parsedOf(head: string) {
  return parseArticle({ path: "a.md", text: article(head) }, reference).article!;
}

it("the review of a change counts what is given, proposed and revoked apart, and names the commonest warnings", () => {
  const awards = [
    ["đã trao", 7],
    ["đề xuất", 4],
    ["thu hồi", 1],
  ].map(
    ([status, count]) =>
      `  - { form: Giấy khen, status: ${status}, by: khoi-thu, to: chi bộ, count: ${count} }`,
  );
  const parsed = parsedOf(`awards:\n${awards.join("\n")}`);
  const warnings = (code: MessageCode, count: number) =>
    Array.from({ length: count }, () => ({ code, severity: "warning" as const }));
  const review = reviewText({
    changed: new Map([["a.md", "added"]]),
    before: { articles: [], units: [], today },
    after: { articles: [{ ...parsed, hash: "" }], units: [], today },
    pictures: [],
    problems: [
      ...warnings("empty-body", 2),
      ...warnings("award-look-alike", 3),
      ...warnings("empty-value", 1),
      ...warnings("placeholder-left", 1),
      ...warnings("award-same-decision", 1),
      ...warnings("award-withdrawal-again", 1),
    ],
  });
  expect(review).toContain(
    "Nội dung có 0 lỗi, 9 cảnh báo: `award-look-alike` (3), `empty-body` (2), `award-same-decision` (1), `award-withdrawal-again` (1), `empty-value` (1), và 1 loại khác.",
  );
  expect(review).toContain(`| Đã khen | Đề xuất | Thu hồi |
| --- | --- | --- | --- | --- | --- | --- |
| \`a.md\` | Bài thử | 5/3/2024 | khoi-thu | 7 | 4 | 1 |`);
});

it("the review of a change tells which figures are new, changed or gone", () => {
  const told = (...figures: readonly string[]) => {
    const lines = figures.map((figure) => `  - { name: ${figure} }`);
    return {
      articles: [{ ...parsedOf(`figures:\n${lines.join("\n")}`), hash: "" }],
      units: [],
      today,
    };
  };
  const review = reviewText({
    changed: new Map([["a.md", "changed"]]),
    before: told("A, value: 1, year: 2023", "B, value: 2", "C, value: 3"),
    after: told(
      "A, value: 1, year: 2023",
      "A, value: 2, year: 2023, kind: chỉ tiêu",
      "B, value: khoảng 2",
      "D, value: 98.2, unit: '%', about: chi-bo-mot, period: quý I/2023",
    ),
    pictures: [],
    problems: [],
  });
  expect(review).toContain(`### Số liệu

| Tên | Kỳ | Trước | Sau |
| --- | --- | --- | --- |
| B |  | 2 | khoảng 2 |
| C |  | 3 |  |
| A | 2023 (chỉ tiêu) |  | 2 |
| D, chi-bo-mot | quý I/2023 |  | 98,2% |`);
});
