import TurndownService from "turndown";
import { leftOut, quoted, unescapedLeftOut, withoutLeftOut } from "../text/left-out.ts";
import { gridOf, tablesInside } from "./table.ts";

/**
 * Converts HTML to the Markdown that our articles are written in (src/body/markdown.ts): no raw
 * HTML, notes as `[^1]`.
 */
const turndown = new TurndownService({
  headingStyle: "atx",
  bulletListMarker: "-",
  emDelimiter: "*",
  codeBlockStyle: "fenced",
  // Blanks at the end of a line mean a new line too, but nobody sees them.
  br: "\\",
});

turndown.addRule("picture", { filter: "img", replacement: () => "" });
// If two rules fit one element, the later counts.
turndown.addRule("note", {
  filter: (node) => node.nodeName === "SUP" && noteNumber(node) !== undefined,
  replacement: (_, node) => `[^${noteNumber(node as Element)}]`,
});
turndown.addRule("notes", {
  filter: (node) =>
    node.nodeName === "OL" && Boolean(node.querySelector("li[id^='footnote-'],li[id^='endnote-']")),
  replacement: (_, node) =>
    // A note that is called twice is there twice.
    [...new Set(Array.from((node as Element).children, noteText))].join("\n\n"),
});
turndown.addRule("item", {
  filter: (node) => node.nodeName === "LI" && node.parentElement?.getAttribute("data-sign") === ")",
  replacement: (content, node) => {
    const list = node.parentElement!;
    const number = startOf(list) + Array.from(list.children).indexOf(node as never);
    const text = content.trim().replaceAll("\n", "\n    ");
    return `${number})  ${text}${node.nextSibling === null ? "" : "\n"}`;
  },
});
turndown.addRule("link", {
  filter: "a",
  replacement: (content, node) => {
    const href = ((node as Element).getAttribute("href") ?? "").trim();
    const text = content.trim();
    if (text === "" || leadsNowhere.test(href)) return content;
    if (!isAddress(href))
      return `${content} ${turndown.escape(leftOut(`liên kết ${quoted(href, longestAddress)}`))}`;
    return `[${text}](${href.replaceAll(/\s/gu, "%20").replaceAll("(", "%28").replaceAll(")", "%29")})`;
  },
});
turndown.addRule("table", {
  filter: "table",
  replacement: (_, node) => `\n\n${tablesMarkdown(node as Element)}\n\n`,
});

/** Links within the page, and those that are only there for a script. */
const leadsNowhere = /^(?:$|#|javascript:|data:|about:)/iu;

/** In UTF-16 units. */
const longestAddress = 250;

/** Returns whether an article of ours may have a link to an address; see src/body/links.ts. */
function isAddress(href: string): boolean {
  if (/^https?:/iu.test(href)) return /^https?:\/\/[^/]/iu.test(href) && URL.canParse(href);
  return /^(?:mailto:[^/]|tel:\+?\d|(?:\.\.\/)+[^:?#\\]+\.md$)/iu.test(href);
}

/** Returns an element as Markdown, without empty lines around it. */
export function markdownOf(element: Element): string {
  return (
    markdownIn(element.outerHTML)
      .replaceAll(/^([\s>]*)-\s{3}/gmu, "$1- ")
      .replaceAll(/[ \t]+$/gmu, "")
      .trim()
      // A line break at an end, as behind a picture that was taken out.
      .replace(/^(?:\\\n\s*)+/u, "")
      .replace(/(?<!\\)\\$/u, "")
  );
}

function markdownIn(html: string): string {
  return unescapedLeftOut(turndown.turndown(html));
}

/** Returns a table as Markdown, and below it those that are in its cells. */
function tablesMarkdown(table: Element): string {
  const copy = table.cloneNode(true) as Element;
  const inner = tablesInside(copy);
  for (const one of inner) {
    const mark = one.ownerDocument.createElement("p");
    mark.textContent = leftOut(insideCell);
    one.replaceWith(mark);
  }
  return [tableMarkdown(copy), ...inner.map(tablesMarkdown)]
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Names a table that could not stay in its cell. */
export const insideCell = "bảng nằm trong ô, đã đưa xuống dưới bảng này";

/**
 * Returns a table as Markdown, which knows one row as the head and no merged cells: rows of a head
 * become one, and a merged cell leaves the others empty. Tables in its cells are for the caller.
 */
export function tableMarkdown(table: Element): string {
  const { title, head, body } = gridOf(table);
  const width = Math.max(0, ...[...head, ...body].map((row) => row.length));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = body
    .map((row) => row.map((cell) => (cell === undefined ? "" : cellText(cell))))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const names = Array.from({ length: width }, (_, column) =>
    [...new Set(head.map((row) => row[column]))]
      .map((cell) => (cell === undefined ? "" : cellText(cell, "head")))
      .filter((text) => text !== "")
      .join(" – "),
  );
  if (rows.length === 0 && names.every((name) => name === "")) return "";
  const text = title === undefined ? "" : cellText(title, "head").replaceAll("\\|", "|");
  return [
    ...(text === "" ? [] : [text, ""]),
    line(names),
    `|${" --- |".repeat(width)}`,
    ...rows.map(line),
  ].join("\n");
}

/** Returns what a cell says in one line. */
function cellText(cell: Element, place: "head" | "body" = "body"): string {
  // Most cells are a word or a number, and to read each as a document of its own takes long.
  if (cell.firstElementChild === null) {
    const words = (cell.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
    return unescapedLeftOut(turndown.escape(words)).replaceAll("|", "\\|");
  }
  const copy = cell.cloneNode(true) as Element;
  for (const list of Array.from(copy.querySelectorAll("ol"))) {
    const start = startOf(list);
    for (const [at, item] of Array.from(list.children).entries()) item.prepend(`${start + at}. `);
  }
  for (const item of Array.from(copy.querySelectorAll("li"))) {
    for (const inner of Array.from(item.querySelectorAll("ul,ol"))) inner.before(";");
    if (item.nextElementSibling !== null && !/[.;:,!?…]\s*$/u.test(item.textContent ?? ""))
      item.append(";");
  }
  // Two paragraphs are two things, such as two names, which on one line would be one.
  if (place === "body")
    for (const paragraph of Array.from(copy.children))
      if (isLineOfItsOwn(paragraph)) paragraph.append(";");
  for (const list of Array.from(copy.querySelectorAll("li,ul,ol")))
    list.replaceWith(" ", ...Array.from(list.childNodes));
  return (
    markdownIn(copy.innerHTML)
      // Two numbers below each other are not one.
      .replaceAll(/(?<=\d)\\?\s*\n\s*(?=\d)/gu, "; ")
      .replaceAll(/\\?\s*\n\s*/gu, " ")
      .replaceAll(/\s{2,}/gu, " ")
      .replaceAll(/\s+(?=[;,])/gu, "")
      .replaceAll("|", "\\|")
      .trim()
  );
}

/** Returns whether a paragraph says something whole, and the next one something else. */
function isLineOfItsOwn(paragraph: Element): boolean {
  const next = paragraph.nextElementSibling;
  if (paragraph.tagName !== "P" || next?.tagName !== "P") return false;
  const [text = "", behind = ""] = [paragraph, next].map((one) =>
    withoutLeftOut(one.textContent ?? "").trim(),
  );
  return (
    /[\p{L}\p{N})%]$/u.test(text) &&
    /^(?:\p{Lu}\p{Ll}|(?:[IVX]+|\d{1,3}|\p{L})[.)]\s)/u.test(behind) &&
    /\p{Ll}/u.test(text)
  );
}

/** Returns the number of the first item of a list, which may be 0. */
function startOf(list: Element): number {
  const start = Number(list.getAttribute("start") || 1);
  return Number.isSafeInteger(start) && start >= 0 ? start : 1;
}

function noteNumber(element: Element): string | undefined {
  const href = element.querySelector("a")?.getAttribute("href") ?? "";
  const [, kind, number] = /^#(foot|end)note-(\d+)$/u.exec(href) ?? [];
  return number === undefined ? undefined : kind === "end" ? `c${number}` : number;
}

/** Returns a table as text, for a note, which cannot hold one: `Tổ: Số; Tổ 1: 12.` */
function linesOf(table: Element): Element {
  const line = table.ownerDocument.createElement("p");
  const rows = Array.from(table.querySelectorAll("tr"), (row) =>
    Array.from(row.children, (cell) => (cell.textContent ?? "").trim())
      .filter((text) => text !== "")
      .join(" – "),
  );
  line.textContent = `${rows.filter((row) => row !== "").join("; ")}.`;
  return line;
}

function noteText(item: Element): string {
  const [, kind, number = "1"] = /^(foot|end)note-(\d+)$/u.exec(item.id) ?? [];
  for (const back of Array.from(
    item.querySelectorAll("a[href^='#footnote-ref'],a[href^='#endnote-ref']"),
  ))
    back.remove();
  for (const table of Array.from(item.querySelectorAll("table"))) table.replaceWith(linesOf(table));
  const text = markdownIn(item.innerHTML)
    .replaceAll(/\\?\s*\n\s*/gu, " ")
    .trim();
  return `[^${kind === "end" ? "c" : ""}${number}]: ${text}`;
}
