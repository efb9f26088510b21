import type { Token } from "markdown-it";
import type { Meanings } from "../abbreviations.ts";
import { numberSpans } from "../text/cited-numbers.ts";

/**
 * Puts `<abbr>` around the first use of each known short form; text in links and code stays as it
 * is, and so does a document number, of which TW is a part and no word.
 *
 * @param explained short forms that the article has explained before; those found are added
 * @param pattern matches any short form
 * @param meaningOf returns what a short form means in the article
 */
export function explainAbbreviations(
  children: Token[],
  explained: Set<string>,
  pattern: RegExp,
  meaningOf: Meanings,
): Token[] {
  // Most blocks have none, and are looked through at the least cost.
  if (!children.some(({ type, content }) => type === "text" && content.search(pattern) !== -1))
    return children;
  let depth = 0;
  let changed = false;
  const result: Token[] = [];
  for (const token of children) {
    if (token.type === "link_open") depth += 1;
    if (token.type === "link_close") depth -= 1;
    if (token.type !== "text" || depth > 0) {
      result.push(token);
      continue;
    }
    let from = 0;
    const numbers = numberSpans(token.content);
    let at = 0;
    for (const { 0: short, index } of token.content.matchAll(pattern)) {
      while (at < numbers.length && numbers[at]!.to <= index) at += 1;
      if (at < numbers.length && numbers[at]!.from <= index) continue;
      const long = explained.has(short) ? undefined : meaningOf(short);
      if (long === undefined) continue;
      explained.add(short);
      changed = true;
      const Kind = token.constructor as new (
        type: string,
        tag: string,
        nesting: -1 | 0 | 1,
      ) => Token;
      const piece = (type: string, nesting: -1 | 0 | 1, content: string) =>
        Object.assign(new Kind(type, "", nesting), { content });
      const open = piece("abbr_open", 1, "");
      open.attrSet("title", long);
      result.push(
        piece("text", 0, token.content.slice(from, index)),
        open,
        piece("text", 0, short),
        piece("abbr_close", -1, ""),
      );
      from = index + short.length;
    }
    if (from === 0) result.push(token);
    else {
      const rest = Object.assign(Object.create(Object.getPrototypeOf(token)), token) as Token;
      rest.content = token.content.slice(from);
      result.push(rest);
    }
  }
  return changed ? result : children;
}
