import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAt } from "../../../src/problems/problem.ts";

describe("the place of an offset", () => {
  it("is found by counting the line breaks before it", () => {
    const text = fc
      .array(fc.constantFrom("a", "ộ", "👍", "\n", "\n\n", " "), { maxLength: 60 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.nat(80), (written, wanted) => {
        const offset = Math.min(wanted, written.length);
        const before = written.slice(0, offset).split("\n");
        expect(placeAt("a.md", written, offset)).toEqual({
          path: "a.md",
          line: before.length,
          column: before.at(-1)!.length + 1,
        });
      }),
    );
  });

  it("does not mix up two texts of which one is the beginning of the other", () => {
    expect(placeAt("a.md", "a\nb", 2)).toMatchObject({ line: 2, column: 1 });
    expect(placeAt("a.md", "a b", 2)).toMatchObject({ line: 1, column: 3 });
    expect(placeAt("a.md", "a\nb", 2)).toMatchObject({ line: 2, column: 1 });
  });
});
