import type { Token } from "markdown-it";
import type { CitedInText } from "../document.ts";
import { citedDocuments } from "../text/cited-numbers.ts";
import { numberKey } from "../text/document-number.ts";
import type { CitedMeta } from "./markdown.ts";

/** The documents that a text names, each once. */
export type Cited = {
  readonly documents: CitedInText[];
  /** The places in the list, by what is in them. */
  readonly places: Map<string, number>;
};

export function newCited(): Cited {
  return { documents: [], places: new Map() };
}

/**
 * Puts marks around the names of documents, so that a page can make links of them when all
 * documents are known; text in links and code stays as it is.
 */
export function markCited(children: Token[], cited: Cited): Token[] {
  let depth = 0;
  let changed = false;
  const result: Token[] = [];
  for (const token of children) {
    if (token.type === "link_open") depth += 1;
    if (token.type === "link_close") depth -= 1;
    const found = token.type === "text" && depth === 0 ? citedDocuments(token.content) : [];
    if (found.length === 0) {
      result.push(token);
      continue;
    }
    changed = true;
    const Kind = token.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
    const text = (from: number, to?: number) =>
      Object.assign(new Kind("text", "", 0), { content: token.content.slice(from, to) });
    let from = 0;
    for (const { offset, length, number, kind, year } of found) {
      const meta: CitedMeta = { at: placeOf({ number: numberKey(number), kind, year }, cited) };
      result.push(
        text(from, offset),
        Object.assign(new Kind("cited_open", "", 1), { meta }),
        text(offset, offset + length),
        new Kind("cited_close", "", -1),
      );
      from = offset + length;
    }
    result.push(text(from));
  }
  return changed ? result : children;
}

function placeOf(
  { number, kind, year }: { [Key in keyof CitedInText]: CitedInText[Key] | undefined },
  { documents, places }: Cited,
): number {
  const key = `${number}|${kind ?? ""}|${year ?? ""}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, documents.length);
  return (
    documents.push({
      number: number!,
      ...(kind === undefined ? {} : { kind }),
      ...(year === undefined ? {} : { year }),
    }) - 1
  );
}
