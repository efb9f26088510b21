import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../scripts/cli/excerpt.ts";

describe("the line under a problem", () => {
  const long = `${"một ".repeat(60)}LỖI${" hai".repeat(60)}`;
  it.each([
    ["title: A", 8, "A", "title: A", "       ^"],
    ['title: "A b"', 8, "A b", 'title: "A b"', "       ^^^^^"],
    ["a\tb", 3, "", "a b", "  ^"],
    ["a\u200bb", 2, "", "a�b", " ^"],
    ["", 1, "", "", "^"],
  ])("%j, column %i", (line, column, about, shown, marks) => {
    expect(excerptOf(line, column, about)).toEqual({ line: shown, marks });
  });

  it("is cut where it is long, and the mark stays in its place", () => {
    const { line, marks } = excerptOf(long, long.indexOf("LỖI") + 1, "LỖI");
    expect(line.length).toBeLessThanOrEqual(100);
    expect(line.slice(marks.indexOf("^"), marks.length)).toBe("LỖI");
    expect([line.at(0), line.at(-1)]).toEqual(["…", "…"]);
  });
});
