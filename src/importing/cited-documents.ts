import { maxItems } from "../limits.ts";
import { citedDocuments } from "../text/cited-numbers.ts";
import { isBareNumber, kindOfNumber, numberKey } from "../text/document-number.ts";
import type { HeadValues } from "../text/yaml-text.ts";

const relations =
  /(quán triệt|triển khai|thực hiện|sơ kết|tổng kết|phổ biến|học tập|căn cứ|theo)/giu;

/** In UTF-16 units. What is further away from a number says nothing about it. */
const mostBefore = 2_000;

/**
 * Finds the documents whose full numbers are in a text, with what the article does with each. A
 * figure alone ("Chỉ thị 05") would need the body and the year that are nowhere near it.
 */
export function documentsIn(text: string): HeadValues[] {
  const found = new Map<string, HeadValues>();
  for (const { number, offset, kind, day, year } of citedDocuments(text)) {
    const key = numberKey(number);
    if (isBareNumber(number) || found.has(key)) continue;
    if (found.size === maxItems.documents) break;
    const before = text.slice(Math.max(0, offset - mostBefore), offset);
    const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1);
    const relation = [...sentence.matchAll(relations)].at(-1)?.[1]?.toLowerCase();
    found.set(key, {
      number: number.replaceAll(/\s+/gu, ""),
      // A number says its own kind, but for QĐ.
      kind: kindOfNumber(number) === undefined ? kind : undefined,
      date: day ?? (year === undefined || number.includes(String(year)) ? undefined : String(year)),
      relation: relation === "theo" ? undefined : relation,
    });
  }
  return [...found.values()];
}
