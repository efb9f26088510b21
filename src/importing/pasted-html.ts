import { blocksOf } from "./blocks.ts";
import { levelHeadings, markdownOf } from "./draft.ts";

/** Returns HTML copied from Word or a page as Markdown; pictures stay behind. */
export function pastedMarkdown(html: string): string {
  const blocks = [...blocksOf(html).blocks];
  levelHeadings(blocks);
  return markdownOf(blocks);
}
