import { citedNumbers } from "../text/cited-numbers.ts";
import type { HeadValues } from "../text/yaml-text.ts";

const relations =
  /(quán triệt|triển khai|thực hiện|sơ kết|tổng kết|phổ biến|học tập|căn cứ|theo)/giu;

/** Finds the documents whose full numbers are in a text, with what the article does with each. */
export function documentsIn(text: string): HeadValues[] {
  return citedNumbers(text).map(({ number, offset }) => {
    const sentence = text.slice(
      Math.max(text.lastIndexOf(". ", offset), text.lastIndexOf("\n", offset)) + 1,
      offset,
    );
    const relation = [...sentence.matchAll(relations)].at(-1)?.[1]?.toLowerCase();
    return {
      number: number.replaceAll(/\s+/gu, ""),
      relation: relation === "theo" ? undefined : relation,
    };
  });
}
