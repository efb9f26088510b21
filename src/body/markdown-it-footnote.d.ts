/** The package has no types of its own; this is the part that src/body/footnotes.ts uses. */
declare module "markdown-it-footnote" {
  import type MarkdownIt from "markdown-it";
  export default function footnotes(markdown: MarkdownIt): void;
}
