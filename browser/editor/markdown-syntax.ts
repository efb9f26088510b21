import { type MarkdownConfig, parser, Strikethrough, Table } from "@lezer/markdown";

/*
 * How the editor reads Markdown while somebody types: like the program that draws the pages
 * (src/body/markdown.ts), with tables and footnotes and without HTML. It only decides how the text
 * looks and where marks are put; what is published is read by that program alone.
 */

const bracket = 91;

/** `[^1]:` at the start of a note. */
export const noteStart = /^\[\^[^\s\]]+\]:/u;

/** `[^1]` in a text, and with a colon at the start of the note. */
const footnotes: MarkdownConfig = {
  defineNodes: ["FootnoteReference"],
  parseInline: [
    {
      name: "FootnoteReference",
      parse(context, next, at) {
        if (next !== bracket) return -1;
        const text = context.slice(at, context.end);
        const [found] =
          (at === context.offset && noteStart.exec(text)) || /^\[\^[^\s\]]+\]/u.exec(text) || [];
        if (found === undefined) return -1;
        return context.addElement(context.elt("FootnoteReference", at, at + found.length));
      },
      before: "Link",
    },
  ],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      endLeaf: (_, line) => noteStart.test(line.text.slice(line.pos)),
    },
  ],
  // A note of one word would be read as the address of a link.
  remove: ["LinkReference", "HTMLBlock", "HTMLTag", "ProcessingInstruction", "Comment"],
};

/** The parser of articles' texts. */
export const markdownParser = parser.configure([Table, Strikethrough, footnotes]);

export type MarkdownNode = ReturnType<typeof markdownParser.parse>["topNode"];
