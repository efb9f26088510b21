import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inParagraph } from "../../../src/body/pasted.ts";
import { maxMarks } from "../../../src/limits.ts";
import { forms } from "../../../src/remarks/remarks.ts";
import { stackedMarks } from "../../../src/text/compose.ts";

/*
 * Before a whole text is looked through with care, a cheap look says whether there can be anything.
 * It must never say no where the careful look finds something.
 */

/** Texts of these pieces in any order, which make what is looked for, and nearly make it. */
function textsOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(""));
}

describe("a pile of marks", () => {
  it("is found wherever it is, and no lower one", () => {
    const high = new RegExp(String.raw`\p{M}{${maxMarks + 1}}`, "u");
    const marks = fc
      .tuple(
        fc.constantFrom("\u0301", "\u0323\u0301", "\u{1e8d0}", "\u0301\u{1d165}"),
        fc.integer({ min: maxMarks - 3, max: maxMarks + 3 }),
      )
      .map(([mark, count]) => [...mark.repeat(count)].slice(0, count).join(""));
    const letters = fc
      .tuple(fc.constantFrom("a", "ạ ", "e\u0301", "\u{1f1fb}"), fc.integer({ min: 0, max: 600 }))
      .map(([letter, count]) => letter.repeat(count));
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, letters), { maxLength: 5 }), (parts) => {
        const text = parts.join("");
        const at = text.search(high);
        if (at !== -1) found += 1;
        expect(stackedMarks(text)).toBe(at);
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(20);
  });
});

describe("what a writer forgot, and personal data", () => {
  const pieces =
    "0|9|12|345|1985|2010|5/3/| |.|-|+84|\n|: |, |ông |Mẫu |sinh|Sinh|SN|Năm |ngày |năm |tháng |CMND |số thẻ |Thẻ Đảng ".split(
      "|",
    );
  const parted = forms.flatMap(([code, form, , part]) =>
    part === undefined ? [] : [[code, form, part] as const],
  );

  it.each(parted)("%s %s has its cheap part", (_, form, part) => {
    let found = 0;
    fc.assert(
      fc.property(textsOf(pieces), (text) => {
        const match = text.match(form)?.[0];
        if (match === undefined) return;
        found += 1;
        expect([text, part.test(text)]).toEqual([text, true]);
      }),
      {
        numRuns: 2_000,
        examples: [
          ["số điện thoại 0912 345.678"],
          ["+84 912-345-678"],
          ["CCCD 001 099 123456"],
          ["cmnd: 123 456 789"],
          ["Số thẻ đảng 12.345678"],
          ["ông Mẫu sinh ngày 5/3/1985"],
          ["Năm sinh：1985"],
          ["(SN: 1985)"],
        ].map((one) => one as [string]),
      },
    );
    expect(found).toBeGreaterThan(0);
  });
});

describe("what is left of a paste", () => {
  const pieces = [..."\t \na•–—➢#|*", "## ", "x y"];

  it.each(inParagraph)("%s has its sign", (_, sign, line) => {
    let found = 0;
    fc.assert(
      fc.property(textsOf(pieces), (text) => {
        if (!line.test(text)) return;
        found += 1;
        expect([text, sign.test(text)]).toEqual([text, true]);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
