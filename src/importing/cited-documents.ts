import { maxItems } from "../limits.ts";
import { citedNumbers } from "../text/cited-numbers.ts";
import type { HeadValues } from "../text/yaml-text.ts";

const relations =
  /(quán triệt|triển khai|thực hiện|sơ kết|tổng kết|phổ biến|học tập|căn cứ|theo)/giu;

/** In UTF-16 units. What is further away from a number says nothing about it. */
const mostBefore = 2_000;

/** Finds the documents whose full numbers are in a text, with what the article does with each. */
export function documentsIn(text: string): HeadValues[] {
  const cited = citedNumbers(text).slice(0, maxItems.documents);
  return cited.map(({ number, offset }) => {
    const before = text.slice(Math.max(0, offset - mostBefore), offset);
    const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1);
    const relation = [...sentence.matchAll(relations)].at(-1)?.[1]?.toLowerCase();
    return {
      number: number.replaceAll(/\s+/gu, ""),
      relation: relation === "theo" ? undefined : relation,
    };
  });
}
