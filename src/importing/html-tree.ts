/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { parseHTML } from "linkedom";
import { maxElements } from "../limits.ts";
import { ImportRefused } from "./imported-document.ts";

/**
 * In levels. Browsers nest no deeper either; what does was made to overflow the stack of its
 * reader.
 */
const maxDepth = 512;

/**
 * Reads HTML into a tree. Nothing in it is run or loaded. Throws `ImportRefused` when it has too
 * many elements, or is nested too deeply to be walked.
 */
export function htmlTree(html: string): Document {
  // Elements with their closing tags, and comments; so many are not even taken to pieces.
  if (countOf(html, "<") > 3 * maxElements) throw tooLarge();
  const { document } = parseHTML(html);
  const { elements, isTooDeep } = measured(document.documentElement);
  if (elements > maxElements) throw tooLarge();
  if (isTooDeep)
    throw new ImportRefused(
      "Trang này có quá nhiều lớp lồng nhau, không đọc được. Xin chép phần chữ vào tệp .txt rồi nhập.",
    );
  return document as unknown as Document;
}

/**
 * Returns the text that a piece of HTML shows, on one line: `Lễ &#8220;trao&#8221;<br>giải` is
 * `Lễ “trao” giải`.
 */
export function plainText(html: string): string {
  if (!/[<&]/u.test(html)) return html.replaceAll(/\s+/gu, " ").trim();
  const { body } = htmlTree(`<!doctype html><html><body>${html}</body></html>`);
  for (const line of [...body.querySelectorAll("br,p,div")]) line.before(" ");
  return (body.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
}

/** Returns a text on one line, without blanks at its ends. */
export function squeezed(text: string | null | undefined): string {
  return (text ?? "").replaceAll(/\s+/gu, " ").trim();
}

/**
 * Finds the nearest element, from one on upwards, whose name is among some. A selector would be
 * compiled each time, which is most of the work of an import.
 */
export function nearest(element: Element, names: ReadonlySet<string>): Element | null {
  let at: Element | null = element;
  while (at !== null && !names.has(at.tagName)) at = at.parentElement;
  return at;
}

/**
 * Counts a tree level by level without recursion, because the tree may be deeper than the stack.
 */
function measured(root: { readonly children: Iterable<unknown> } | null): {
  readonly elements: number;
  readonly isTooDeep: boolean;
} {
  let level = root === null ? [] : [root];
  let elements = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    elements += level.length;
    if (depth > maxDepth) return { elements, isTooDeep: true };
    level = level.flatMap(({ children }) => [...children] as (typeof level)[number][]);
  }
  return { elements, isTooDeep: false };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length))
    count += 1;
  return count;
}

function tooLarge(): ImportRefused {
  const most = maxElements.toLocaleString("vi-VN");
  return new ImportRefused(
    `Tệp có hơn ${most} đoạn, ô bảng và mảnh định dạng, dài quá mức một bài viết. Xin tách ra thành nhiều tệp, mỗi tệp một bài, rồi nhập từng tệp.`,
  );
}
