import { describe, expect, it } from "vitest";
import { mergeConflictsIn } from "../../../src/text/merge-conflict.ts";

const plain = "<<<<<<< a\nA\n=======\nB\n>>>>>>> b";
const nested =
  "<<<<<<< a\n||||||| base\n<<<<<<<<< Temporary merge branch 1\n=========\n>>>>>>>>> Temporary merge branch 2\n=======\nB\n>>>>>>> b";

/** The lines of the marks of each conflict. */
describe("the marks of merge conflicts", () => {
  it.each([
    ["one conflict", plain, [[1, 3, 5]]],
    [
      "one below another",
      `${plain}\n${plain}`,
      [
        [1, 3, 5],
        [6, 8, 10],
      ],
    ],
    [
      "one that was merged with itself",
      "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n=======\n>>>>>>> d",
      [[1, 2, 3, 4, 5, 6]],
    ],
    ["a base that is a conflict of its own", nested, [[1, 2, 3, 4, 5, 6, 8]]],
    [
      "what was left within when only the outer marks were taken out",
      nested.split("\n").slice(2, 5).join("\n"),
      [[1, 2, 3]],
    ],
    ["a heading within a conflict", "<<<<<<< a\nA\n==========\n=======\nB\n>>>>>>> b", [[1, 4, 6]]],
    [
      "an end that was deleted",
      `<<<<<<< a\n=======\n\n${plain}`,
      [
        [1, 2],
        [4, 6, 8],
      ],
    ],
    ["a beginning that was deleted", "A\n=======\nB\n>>>>>>> b", [[2, 4]]],
    [
      "a beginning that was deleted, far below a heading",
      "A\n=======\n\nB\n=======\nC\n>>>>>>> b",
      [[5, 7]],
    ],
    ["a quotation in quotations", `${">".repeat(20)} A`, []],
    ["the end of a conflict in a base", `A\n>>>>>>>>> Temporary merge branch 2`, [[2]]],
    [
      "an underlined heading above one, and an end below",
      `A\n=======\n\n${plain}\n>>>>>>> c`,
      [[4, 6, 8], [9]],
    ],
  ])("%s", (_name, text, lines) => {
    expect(mergeConflictsIn(text, "markdown").map((one) => one.lines)).toEqual(lines);
  });

  it("are named one by one in data files, where nothing else looks like them", () => {
    const text = "a: b\n=======\n<<<<<<< a\n==========\n=======\n>>>>>>> b\nc: d\n|||||||\n";
    expect(mergeConflictsIn(text, "yaml").map((one) => one.lines)).toEqual([[2], [3, 5, 6], [8]]);
  });
});
