/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { parseHTML } from "linkedom";
import { ImportRefused } from "./imported-document.ts";

/**
 * In levels. Browsers nest no deeper either; what does was made to overflow the stack of its
 * reader.
 */
const maxDepth = 512;

/**
 * Reads HTML into a tree. Nothing in it is run or loaded. Throws `ImportRefused` when it is nested
 * too deeply to be walked.
 */
export function htmlTree(html: string): Document {
  const { document } = parseHTML(html);
  if (isTooDeep(document.documentElement))
    throw new ImportRefused(
      "Trang này có quá nhiều lớp lồng nhau, không đọc được. Xin chép phần chữ vào tệp .txt rồi nhập.",
    );
  return document as unknown as Document;
}

/**
 * Returns whether a tree is too deep; goes level by level without recursion, because the tree may
 * be deeper than the stack.
 */
function isTooDeep(root: { readonly children: Iterable<unknown> } | null): boolean {
  let level = root === null ? [] : [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap(({ children }) => [...children] as (typeof level)[number][]);
  }
  return false;
}
