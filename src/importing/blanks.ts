/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { nearest } from "./html-tree.ts";

/** Elements that begin a line of their own. */
const lines = new Set(
  "P,DIV,SECTION,ARTICLE,UL,OL,LI,TABLE,TR,TD,TH,CAPTION,BLOCKQUOTE,FIGURE,FIGCAPTION,H1,H2,H3,H4,H5,H6,CENTER,DL,DT,DD,BODY".split(
    ",",
  ),
);

/**
 * Puts right what the habits of typewriters leave: blanks before a comma or a full stop, two blanks
 * for one, and blanks or tabs at the beginning of a paragraph. Dots of an omission keep the blank
 * before them.
 */
export function tidyBlanks(root: Element): void {
  let line: Element | null = null;
  /** The last piece of text on the line. */
  let last: ChildNode | undefined;
  const tidy = (node: ChildNode) => {
    const own = nearest(node.parentElement as Element, lines);
    if (own !== line) last = undefined;
    line = own;
    const before = last?.textContent ?? "";
    let text = (node.textContent ?? "")
      .replaceAll(/\s{2,}|[\t\n\r]/gu, " ")
      .replaceAll(/(?<=\S)\s+(?=[,.](?:\s|$|[”"’)]))/gu, "");
    if (before === "" || /\s$/u.test(before)) text = text.trimStart();
    if (last !== undefined && /^[,.](?:\s|$|[”"’)])/u.test(text))
      last.textContent = before.trimEnd();
    node.textContent = text;
    if (text !== "") last = node;
  };
  const walk = (parent: Element) => {
    for (const node of [...parent.childNodes]) {
      if (node.nodeType === 3) tidy(node);
      else if (node.nodeType === 1) {
        const element = node as unknown as Element;
        if (element.tagName === "BR") line = null;
        // Preformatted text stays as it is.
        if (element.tagName !== "PRE" && element.tagName !== "CODE") walk(element);
        else last = lastText(element) ?? last;
      }
    }
  };
  // Until then, a character that was written as an entity is a text node of its own.
  root.normalize();
  walk(root);
}

/** Returns the last piece of text in an element. */
function lastText(element: Element): ChildNode | undefined {
  let at: ChildNode | null = element.lastChild;
  while (at !== null && at.nodeType === 1) at = at.lastChild;
  return at?.nodeType === 3 ? at : undefined;
}
