import { expect, it } from "vitest";
import { reviewText } from "../../../scripts/writing/review.ts";
import type { Day } from "../../../src/day.ts";
import { parseArticle } from "../../../src/parse.ts";
import type { MessageCode } from "../../../src/problems/messages.ts";
import { fileStart, problem } from "../../../src/problems/problem.ts";
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
    Array.from({ length: count }, () => ({
      ...problem(code, fileStart("a.md")),
      severity: "warning" as const,
    }));
  const review = reviewText({
    changed: new Map([["a.md", "added"]]),
    before: { articles: [], units: [], people: [], today },
    after: { articles: [{ ...parsed, hash: "", listHash: "" }], units: [], people: [], today },
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

it("the review of a change says who wrote and who approved, where that matters", () => {
  const contentOf = (head: string, approvalFrom?: Day) => ({
    ...{ articles: [{ ...parsedOf(head), hash: "", listHash: "" }], units: [], people: [], today },
    approvalFrom,
  });
  const reviewOf = (after: ReturnType<typeof contentOf>) =>
    reviewText({
      changed: new Map([["a.md", "added"]]),
      before: { articles: [], units: [], people: [], today },
      after,
      pictures: [],
      problems: [],
    });
  expect(reviewOf(contentOf(""))).not.toContain("Viết");
  expect(reviewOf(contentOf("", "2024-01-01" as Day))).toContain(
    "| khoi-thu | Viết: Người Thử; chưa ai duyệt |",
  );
  expect(
    reviewOf(contentOf("approved_by: { name: Trần Mẫu, post: Bí thư, date: 2024-03-06 }")),
  ).toContain("| khoi-thu | Viết: Người Thử; duyệt: Trần Mẫu, Bí thư, 6/3/2024 |");
});

it("the review of a change tells which figures are new, changed or gone", () => {
  const told = (...figures: readonly string[]) => {
    const lines = figures.map((figure) => `  - { name: ${figure} }`);
    return {
      articles: [{ ...parsedOf(`figures:\n${lines.join("\n")}`), hash: "", listHash: "" }],
      units: [],
      people: [],
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

it("the review of a change names sessions and office holders that come, change or go", () => {
  const people = (posts: string) =>
    `- { id: le-mot, name: Lê Một, posts: [${posts}] }\n- { id: vo-hai, name: Võ Hai, posts: [{ post: Ủy viên }] }\n`;
  const contentOf = (event: string, file: string) => {
    const { reference } = readReference({
      files: new Map([
        ["units.yaml", { path: "units.yaml", text: base["units.yaml"] }],
        ["people.yaml", { path: "people.yaml", text: file }],
      ]),
      pictures: new Set(),
    });
    const text = article(`event: { name: Hội nghị Ban Chấp hành, term: XIX, ${event} }`);
    const parsed = parseArticle({ path: "a.md", text }, reference).article!;
    const today = "2024-06-30" as Day;
    const { people } = reference.people;
    return { articles: [{ ...parsed, hash: "", listHash: "" }], units: [], people, today };
  };
  const review = reviewText({
    changed: new Map([["a.md", "changed"]]),
    before: contentOf("ordinal: 1", people("{ post: Phó Bí thư }")),
    after: contentOf(
      "ordinal: 2, date: 2024-03-01, to: 2024-03-02",
      people("{ post: Phó Bí thư, from: 2020, to: 2023-05 }, { post: Bí thư, from: 2023-06 }"),
    ),
    pictures: [],
    problems: [],
  });
  expect(review).toContain("| Hội nghị Ban Chấp hành, lần thứ 1 | 5/3/2024 | bỏ |");
  expect(review).toContain("| Hội nghị Ban Chấp hành, lần thứ 2 | 1/3/2024 – 2/3/2024 | thêm |");
  expect(review).toContain(
    "| `le-mot` | Lê Một | Phó Bí thư \\(từ 2020 đến 2023-05\\); Bí thư \\(từ 2023-06\\) | sửa |",
  );
  expect(review).not.toContain("vo-hai");
});

it("the review of a change says which published addresses would vanish, and how many are new", () => {
  const content = { articles: [], units: [], people: [], today };
  const gone = { value: "/2024/03/05/a/", file: "a.md", suggestion: "" };
  const review = reviewText({
    changed: new Map([["a.md", "deleted"]]),
    before: content,
    after: content,
    pictures: [],
    problems: [problem("address-gone", { path: "addresses.txt", line: 3, column: 1 }, gone)],
    newAddresses: 2,
  });
  expect(review).toContain("### Địa chỉ đã đăng");
  expect(review).toContain("- `addresses.txt`: Địa chỉ /2024/03/05/a/ đã đăng, nay sẽ mất");
  expect(review).toContain("2 địa chỉ chưa có trong sổ. Sau khi đăng, chạy `npm run addresses`.");
});
