import { describe, expect, it } from "vitest";
import { countText, reportText } from "../../../scripts/cli/report.ts";
import { maxTold } from "../../../src/limits.ts";
import { firstProblems } from "../../../src/problems/first-problems.ts";
import { type Problem, problem, reportOf } from "../../../src/problems/problem.ts";

const errors = (count: number, path = "a.md"): Problem[] =>
  Array.from({ length: count }, (_, at) =>
    problem("empty-value", { path, line: at + 2, column: 1 }, { key: "tags" }),
  );
const warnings = (count: number): Problem[] =>
  Array.from({ length: count }, (_, at) =>
    problem("placeholder-left", { path: "a.md", line: at + 2, column: 9 }, { value: "TODO" }),
  );
const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);

describe("the first problems of each file", () => {
  it("are all of them when there are few", () => {
    const few = [...errors(maxTold), ...errors(maxTold, "b.md")];
    expect(firstProblems(few)).toEqual(few);
  });

  it("are followed by one that counts the others, at the place of the first of these", () => {
    const told = firstProblems([...errors(maxTold + 7), ...errors(1, "b.md")]);
    expect(told).toHaveLength(maxTold + 2);
    expect(told[maxTold]).toMatchObject({ code: "more-errors", line: maxTold + 2 });
    expect(told[maxTold]!.args.count).toBe("7");
    expect(told.at(-1)).toMatchObject({ code: "empty-value", path: "b.md" });
  });

  it("hide no error behind warnings", () => {
    const told = firstProblems([...warnings(maxTold + 3), ...errors(2)]);
    expect(codes(told).filter((code) => code === "empty-value")).toHaveLength(2);
    expect(told.find(({ code }) => code === "more-warnings")!.args.count).toBe("5");
    expect(codes(told)).not.toContain("more-errors");
  });

  it("count errors and warnings apart", () => {
    const told = firstProblems([...errors(maxTold + 1), ...warnings(4)]);
    const counts = told.flatMap(({ code, args }) => (args.count ? [[code, args.count]] : []));
    expect(counts).toEqual([
      ["more-errors", "1"],
      ["more-warnings", "4"],
    ]);
  });
});

describe("a report of many problems", () => {
  const many = [...errors(maxTold + 1_000), ...warnings(3)];
  const options = { content: "content", lang: "vi" } as const;

  it("says how many there are besides, and keeps the true totals", () => {
    const text = reportText(many, options);
    expect(text).toContain("Và 1000 lỗi khác trong tệp này.");
    expect(text).toContain("Và 3 cảnh báo khác trong tệp này.");
    expect(countText(many, "vi")).toBe("1.050 lỗi, 3 cảnh báo");
  });

  it("adds up to the true totals in JSON", () => {
    const reports = JSON.parse(reportText(many, { ...options, format: "json" })) as {
      readonly severity: string;
      readonly count?: number;
    }[];
    const total = (severity: string) =>
      reports
        .filter((one) => one.severity === severity)
        .reduce((sum, { count = 1 }) => sum + count, 0);
    expect([total("error"), total("warning")]).toEqual([maxTold + 1_000, 3]);
  });

  it("is as many annotations on GitHub", () => {
    const lines = reportText(many, { ...options, format: "github" })
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(maxTold + 2);
    expect(lines.at(-2)).toContain("title=more-errors::Và 1000 lỗi khác");
  });
});

it("quotes no more of a value than people read", () => {
  const found = problem(
    "bad-date",
    { path: "a.md", line: 3, column: 7 },
    { value: "1".repeat(1e6) },
  );
  const { message, hint } = reportOf(found, "vi");
  expect((message + hint).length).toBeLessThan(2_000);
  expect(message).toContain("111…");
});
