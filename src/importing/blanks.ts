/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Elements that begin a line of their own. */
const lines =
  "p,div,section,article,ul,ol,li,table,tr,td,th,caption,blockquote,figure,figcaption,h1,h2,h3,h4,h5,h6,center,dl,dt,dd,body";

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
    const own = (node.parentElement as Element).closest(lines);
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
        if (!element.matches("pre,code")) walk(element);
      }
    }
  };
  // Until then, a character that was written as an entity is a text node of its own.
  root.normalize();
  walk(root);
}
