import { excerptOf } from "./excerpt.ts";
import type { Words } from "./query.ts";

/*
 * What the page of an article says, as lines of text. On a page the cells of a table and the parts
 * of a fact are apart because of where they are; in a line a sign has to tell them apart.
 */

/**
 * Returns what an article says about the words: a passage of its text, or of its tables and facts
 * where these have more of them. When only its topics have any, its lead says what it is about.
 */
export function articleExcerpt(page: Document, query: Words): string | undefined {
  const article = page.querySelector("main article");
  if (article === null) return undefined;
  for (const other of Array.from(article.querySelectorAll(noText))) other.remove();
  const linesOf = (blocks: string) => Array.from(article.querySelectorAll(blocks), lineOf);
  const said = excerptOf(linesOf(proseBlocks), query);
  const told = excerptOf(linesOf(factBlocks), query);
  const best = (told?.count ?? 0) > (said?.count ?? 0) ? told : said;
  return best?.text ?? linesOf(".lead, .prose p").find((line) => line !== "");
}

const noText =
  "h1, .byline, .related, .permalink, .on-paper, .tags, thead, nav, sup, script, .back";
const proseBlocks = ".lead, .prose p, .prose li, .prose tr, .prose h2, .prose h3";
const factBlocks = "figcaption, aside li, aside dd, .part tr, .part li, .part p";

/** Elements that a line of text goes on in. */
const inline = new Set(
  "a abbr b cite code em i mark no-break q s strong sub sup time u".split(" "),
);

/** Returns the text of an element as one line, its cells and parts with a dot between them. */
function lineOf(element: Element): string {
  return textOf(element)
    .replace(/\v+(?=[^\s\n.,;:!?)\]…»”])/gu, (_between, at: number, all: string) =>
      /[\s(]/u.test(all[at - 1] ?? " ") ? "" : "\n",
    )
    .replace(/\v/gu, "")
    .split("\n")
    .map((part) =>
      part
        .replace(/\s+/gu, " ")
        .replace(/^[\s–]+$|[\s,;]+$/gu, "")
        .trim(),
    )
    .filter((part) => part !== "")
    .join(" · ");
}

/**
 * Returns the text below a node, with a line end around each block or cell, and a vertical tab
 * around what may be part of a sentence ("Quyết định số <span>…") or beside it.
 */
function textOf(node: Node): string {
  return Array.from(node.childNodes, (child) => {
    if (child.nodeType === Node.TEXT_NODE) return (child.nodeValue ?? "").replace(/\s+/gu, " ");
    if (child.nodeType !== Node.ELEMENT_NODE) return "";
    const name = child.nodeName.toLowerCase();
    const own = textOf(child);
    if (inline.has(name)) return own;
    return name === "span" ? `\v${own}\v` : `\n${own}\n`;
  }).join("");
}
