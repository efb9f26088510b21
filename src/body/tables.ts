import type { Token } from "markdown-it";
import { plainText } from "./tokens.ts";

/** A table of this many columns needs more room than the text around it has. */
const WIDE = 6;
/** A column with a text longer than this is one of words, in UTF-16 units. */
const LONGEST_FIGURE = 12;

/**
 * Marks what the stylesheet has to know of the tables: those that are wide, and the columns of
 * words. Browsers give figures their room first, and would leave a column of words one word wide.
 */
export function markTables(tokens: readonly Token[]): void {
  let table: Token | undefined;
  let heads: Token[] = [];
  let column = 0;
  for (const [index, token] of tokens.entries()) {
    const { type } = token;
    if (type === "table_open") {
      table = token;
      heads = [];
    } else if (type === "th_open") heads.push(token);
    else if (type === "thead_close" && heads.length >= WIDE) table?.attrSet("class", "wide");
    else if (type === "tr_open") column = 0;
    else if (type === "td_close") column += 1;
    else if (type === "inline" && tokens[index - 1]!.type === "td_open") {
      const head = heads[column];
      if (plainText(token.children ?? []).length > LONGEST_FIGURE) head?.attrSet("class", "words");
    }
  }
}
