import type { Token } from "markdown-it";
import type { MessageCode } from "../problems/messages.ts";

/**
 * What text pasted from a word processor turns into without any notice: paragraphs that become
 * boxes of code, tables that run together into one line, bullets that make no list.
 */
export type Pasted = {
  readonly code: MessageCode;
  /** Text of the block by which its line can be found. */
  readonly needle: string;
  readonly args: Readonly<Record<string, string>>;
};

/**
 * What to look for in a paragraph, line by line; the first of each kind is enough. No line of a
 * kind is without one of its signs.
 */
export const inParagraph: readonly (readonly [MessageCode, sign: RegExp, line: RegExp])[] = [
  // Three columns, or two with something before them; a single tab is hardly a table.
  ["table-with-tabs", /\t/u, /^[^\t\n]*\S\t+\S.*$/mu],
  ["table-without-rule", /\|/u, /^\|.*\|\s*$/mu],
  // A dash begins a quotation too; it is a bullet only where lines run together.
  ["typed-bullet", /[•●○▪■◦‣·➢✓–—]/u, /^\s*[•●○▪■◦‣·➢✓]\s+\S.*$|(?<=\n)[–—]\s+\S.*$/mu],
  ["heading-without-space", /#/u, /^#{1,6}[^\s#].*$/mu],
];

/** A paragraph without one of these characters holds none of the above; few have any. */
const suspect = /[\t|#*•●○▪■◦‣·➢✓–—]/u;

/**
 * Finds what a word processor left in one block of an article's Markdown.
 *
 * @param before the token before the block
 */
export function pastedIn(block: Token, before: Token | undefined): Pasted[] {
  if (block.type === "code_block") {
    const [line = ""] = block.content.split("\n");
    return [{ code: "indented-text", needle: line.trim(), args: { text: opening(line) } }];
  }
  if (block.type === "inline" && before?.type === "heading_open" && /^[-=]/u.test(before.markup)) {
    const args = { text: opening(block.content), mark: before.markup[0]!.repeat(3) };
    return [{ code: "underlined-heading", needle: "", args }];
  }
  if (block.type !== "inline" || before?.type !== "paragraph_open") return [];
  if (!suspect.test(block.content)) return [];
  const found = inParagraph.flatMap(([code, sign, form]) => {
    if (!sign.test(block.content)) return [];
    const line = form.exec(block.content)?.[0].trim();
    return line === undefined ? [] : [{ code, needle: line, args: { text: opening(line) } }];
  });
  const isLeft = (block.children ?? []).some(
    ({ type, content }) => type === "text" && content.includes("**"),
  );
  const stars = isLeft ? (/\*\*[^*\n]*(?:\*\*)?/u.exec(block.content)?.[0] ?? "**") : undefined;
  if (stars !== undefined) {
    found.push({ code: "stars-left", needle: stars, args: { text: opening(stars) } });
  }
  return found;
}

function opening(text: string): string {
  const plain = text.replaceAll(/\s+/gu, " ").trim();
  return plain.length <= 40 ? plain : `${plain.slice(0, 40)}…`;
}
