import type { Token } from "markdown-it";

/*
 * Small questions to the tokens of markdown-it, and small changes to them.
 */

/** Returns an attribute's value; empty when there is none. */
export function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

/** Returns the text of a block as a reader hears it, without marks and pictures. */
export function plainText(children: readonly Token[]): string {
  return children
    .map(({ type, content, children: inner }) => {
      if (type === "softbreak" || type === "hardbreak") return " ";
      if (type === "image") return "";
      return inner ? plainText(inner) : content;
    })
    .join("");
}

/** Estimates the size of the HTML of some tokens, in characters. */
export function outputSize(tokens: readonly Token[]): number {
  let size = 0;
  for (const { content, attrs, children } of tokens) {
    size += content.length + (children ? outputSize(children) : 0);
    for (const [name, value] of attrs ?? []) size += name.length + String(value).length;
  }
  return size;
}

/** Hides the paragraph around a lone picture: HTML allows no figure in a paragraph. */
export function hideParagraph(tokens: Token[], inlineIndex: number): void {
  tokens[inlineIndex - 1]!.hidden = true;
  tokens[inlineIndex + 1]!.hidden = true;
}

/** Aligns a column by a class in place of markdown-it's style attribute. */
export function alignByClass(cell: Token): void {
  const style = attribute(cell, "style");
  if (style === "") return;
  cell.attrs = cell.attrs?.filter(([name]) => name !== "style") ?? null;
  if (style.endsWith("right")) cell.attrJoin("class", "num");
  if (style.endsWith("center")) cell.attrJoin("class", "mid");
}
