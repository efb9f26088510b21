import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched, mergeLists, within } from "../../../src/text/three-way.ts";

/** Returns the merged list with `{mine|theirs}` where both changed something. */
function merged(base: string, mine: string, theirs: string, isTouching = false): string {
  const [b, m, t] = [[...base], [...mine], [...theirs]];
  return mergeLists(b, m, t, isTouching)
    .map((part) => {
      const [ours, others] = [within(m, part.mine).join(""), within(t, part.theirs).join("")];
      if (part.take === "conflict") return `{${ours}|${others}}`;
      return part.take === "theirs" ? others : ours;
    })
    .join("");
}

describe("what two people made of one list", () => {
  it.each([
    ["abc", "abc", "abc", "abc"],
    ["abc", "abXc", "abc", "abXc"],
    ["abc", "abc", "ac", "ac"],
    ["abc", "Xbc", "abY", "XbY"],
    ["abc", "Xbc", "aYc", "XYc"],
    ["abc", "aXbc", "aYc", "aXYc"],
    ["abc", "aXc", "abYc", "aXYc"],
    ["abc", "aXc", "aYc", "a{X|Y}c"],
    ["abc", "aXbc", "aYbc", "a{X|Y}bc"],
    ["abc", "aXbc", "aXbc", "aXbc"],
    ["abc", "ac", "aYc", "a{|Y}c"],
    ["abcd", "aXd", "abYd", "a{X|bY}d"],
    ["", "X", "Y", "{X|Y}"],
    ["abc", "", "abc", ""],
  ])("%j, %j and %j make %j", (base, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toBe(expected);
  });

  it.each([
    ["abc", "Xbc", "aYc", "{Xb|aY}c"],
    ["abc", "Xbc", "abY", "XbY"],
    ["abc", "aXbc", "aYc", "a{Xb|Y}c"],
    ["abc", "aXc", "abYc", "a{X|bY}c"],
  ])(
    "%j, %j and %j make %j where lines beside each other count",
    (base, mine, theirs, expected) => {
      expect(merged(base, mine, theirs, true)).toBe(expected);
    },
  );
});

const list = fc.array(fc.constantFrom(..."abcd"), { maxLength: 8 });

describe("any three lists", () => {
  it("make parts that follow each other without a gap in each", () => {
    fc.assert(
      fc.property(list, list, list, fc.boolean(), (base, mine, theirs, isTouching) => {
        const parts = mergeLists(base, mine, theirs, isTouching);
        for (const [side, items] of Object.entries({ base, mine, theirs }))
          expect(parts.flatMap((part) => within(items, part[side as "base"]))).toEqual(items);
      }),
    );
  });

  it("are in conflict in the same places, whoever of the two is called mine", () => {
    fc.assert(
      fc.property(list, list, list, fc.boolean(), (base, mine, theirs, isTouching) => {
        const places = (...given: [string[], string[], string[]]) =>
          mergeLists(...given, isTouching)
            .filter(({ take }) => take === "conflict")
            .map((part) => part.base);
        expect(places(base, theirs, mine)).toEqual(places(base, mine, theirs));
      }),
    );
  });
});

it("pairs as many items as there can be pairs of", () => {
  const pairs = (a: string, b: string) =>
    matched([...a], [...b]).filter((one) => one !== undefined);
  expect(pairs("abcabba", "cbabac")).toHaveLength(4);
  expect(pairs("abc", "abc")).toEqual([0, 1, 2]);
  expect(pairs("aXb", "ab")).toEqual([0, 1]);
});
