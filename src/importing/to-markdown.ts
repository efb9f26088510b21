import TurndownService from "turndown";
import { unescapedLeftOut } from "../text/left-out.ts";

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
turndown.addRule("raised", {
  filter: ["sup", "sub"],
  replacement: (content, node) =>
    node.nodeName === "SUP"
      ? content.replaceAll(/[123]/gu, (digit) => "¹²³"["123".indexOf(digit)]!)
      : content,
});
turndown.addRule("note", {
  filter: (node) => node.nodeName === "SUP" && noteNumber(node) !== undefined,
  replacement: (_, node) => `[^${noteNumber(node as Element)}]`,
});
turndown.addRule("notes", {
  filter: (node) =>
    node.nodeName === "OL" && Boolean(node.querySelector("li[id^='footnote-'],li[id^='endnote-']")),
  replacement: (_, node) =>
    Array.from((node as Element).children)
      .map((item) => noteText(item))
      .join("\n\n"),
});
turndown.addRule("link", {
  filter: "a",
  replacement: (content, node) => {
    const href = (node as Element).getAttribute("href") ?? "";
    const text = content.trim();
    if (text === "" || !/^(?:https?:\/\/|mailto:|tel:)/iu.test(href)) return content;
    return `[${text}](${href.replaceAll(/\s/gu, "%20").replaceAll("(", "%28").replaceAll(")", "%29")})`;
  },
});
turndown.addRule("table", {
  filter: "table",
  replacement: (_, node) => `\n\n${tableMarkdown(node as Element)}\n\n`,
});

/** Returns an element as Markdown, without empty lines around it. */
export function markdownOf(element: Element): string {
  return markdownIn(element.outerHTML)
    .replaceAll(/^(\s*)-\s{3}/gmu, "$1- ")
    .replaceAll(/[ \t]+$/gmu, "")
    .trim()
    .replace(/(?<!\\)\\$/u, "");
}

function markdownIn(html: string): string {
  return unescapedLeftOut(turndown.turndown(html));
}

/** Returns a table as Markdown, with its first row as the head, which Markdown asks for. */
export function tableMarkdown(table: Element): string {
  const rows = Array.from(table.querySelectorAll("tr"))
    .map((row) => Array.from(row.children).flatMap(cellTexts))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0) return "";
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${" --- |".repeat(width)}`, ...body.map(line)].join("\n");
}

/** Returns the texts of a cell: one over several columns leaves the others empty. */
function cellTexts(cell: Element): string[] {
  const text = markdownIn(cell.innerHTML)
    .replaceAll(/\\?\s*\n\s*/gu, " ")
    .replaceAll("|", "\\|")
    .trim();
  const span = Math.min(20, Math.max(1, Number(cell.getAttribute("colspan") ?? 1) || 1));
  return [text, ...Array.from({ length: span - 1 }, () => "")];
}

function noteNumber(element: Element): string | undefined {
  const href = element.querySelector("a")?.getAttribute("href") ?? "";
  const [, kind, number] = /^#(foot|end)note-(\d+)$/u.exec(href) ?? [];
  return number === undefined ? undefined : kind === "end" ? `c${number}` : number;
}

function noteText(item: Element): string {
  const [, kind, number = "1"] = /^(foot|end)note-(\d+)$/u.exec(item.id) ?? [];
  for (const back of Array.from(
    item.querySelectorAll("a[href^='#footnote-ref'],a[href^='#endnote-ref']"),
  ))
    back.remove();
  const text = markdownIn(item.innerHTML)
    .replaceAll(/\\?\s*\n\s*/gu, " ")
    .trim();
  return `[^${kind === "end" ? "c" : ""}${number}]: ${text}`;
}
