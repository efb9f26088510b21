import {
  childOf,
  childrenOf,
  element,
  textIn,
  valOf,
  type XmlElement,
  type XmlNode,
} from "./xml.ts";

/*
 * Tables that were typed with tabs: lines below each other, each with the same number of pieces.
 * As text the tabs are blanks, and "12 15" on a line is read as one number.
 */

/** With fewer columns it is a line with something at its right end, unless that is a figure. */
const fewestColumns = 3;
const figure = /^[-–+]?\d[\d.,\s]*(?:%|(?:\s\p{L}+){1,3})?$/u;
const fewestLines = 2;
/** In UTF-16 units. Longer pieces are sentences. */
const longestCell = 60;

/** What begins a line as a sign of a list; the tab behind it only sets the text in. */
const listSign = /^(?:[-–+*•▪]|\(?(?:\d{1,3}|[a-zđ]|[ivx]{1,4})[.)/])$/iu;

/** Makes tables of the lines in a part of a document that were typed as such; returns how many. */
export function makeTabTables(holder: XmlElement): number {
  let count = 0;
  const made: XmlNode[] = [];
  let lines: { readonly paragraph: XmlElement; readonly cells: XmlElement[][] }[] = [];
  const end = () => {
    const isTable =
      (lines[0]?.cells.length ?? 0) >= fewestColumns ||
      // The first line may be the head.
      lines.slice(1).every(({ cells }) => figure.test(wordsOf(cells[1]!)));
    if (lines.length >= fewestLines && isTable) {
      const rows = lines.map(({ paragraph, cells }) => rowOf(paragraph, cells));
      made.push(element("w:tbl", {}, ...rows));
      count += 1;
    } else for (const { paragraph } of lines) made.push(paragraph);
    lines = [];
  };
  for (const child of holder.children) {
    const cells = typeof child !== "string" && child.name === "w:p" ? cellsOf(child) : undefined;
    if (cells === undefined || cells.length !== (lines[0]?.cells.length ?? cells.length)) end();
    if (cells === undefined) made.push(child);
    else lines.push({ paragraph: child as XmlElement, cells });
  }
  end();
  holder.children = made;
  return count;
}

/** Returns the runs of each piece of a line between tabs; undefined for any other line. */
function cellsOf(paragraph: XmlElement): XmlElement[][] | undefined {
  const properties = childOf(paragraph, "w:pPr");
  const isItem = childOf(properties, "w:numPr") !== undefined;
  if (isItem || /^toc/iu.test(valOf(properties, "w:pStyle") ?? "")) return undefined;
  const cells: XmlElement[][] = [[]];
  for (const child of childrenOf(paragraph)) {
    if (child.name === "w:r")
      for (const [at, run] of partsOf(child).entries()) {
        if (at > 0) cells.push([]);
        cells.at(-1)!.push(run);
      }
    else if (child.name !== "w:pPr" && textIn(child, "w:t", "w:tab") !== "") return undefined;
    else if (child.name !== "w:pPr") cells.at(-1)!.push(child);
  }
  // Several tabs in a row only bring the next piece to where it should be.
  const said = cells.filter((cell) => wordsOf(cell) !== "");
  const isTable =
    said.length >= 2 &&
    !said.every((cell) => wordsOf(cell).endsWith(":")) &&
    said.every((cell) => wordsOf(cell).length <= longestCell) &&
    !listSign.test(wordsOf(said[0]!));
  return isTable ? said : undefined;
}

/** Cuts a run at its tabs. */
function partsOf(run: XmlElement): XmlElement[] {
  const properties = childrenOf(run, "w:rPr");
  const parts: XmlNode[][] = [[]];
  for (const child of run.children) {
    if (typeof child !== "string" && child.name === "w:tab") parts.push([]);
    else if (typeof child === "string" || child.name !== "w:rPr") parts.at(-1)!.push(child);
  }
  return parts.map((part) => element("w:r", {}, ...properties, ...part));
}

function wordsOf(cell: readonly XmlElement[]): string {
  return cell
    .map((run) => textIn(run, "w:t"))
    .join("")
    .trim();
}

function rowOf(paragraph: XmlElement, cells: readonly XmlElement[][]): XmlElement {
  const properties = childrenOf(paragraph, "w:pPr");
  return element(
    "w:tr",
    {},
    ...cells.map((cell) => element("w:tc", {}, element("w:p", {}, ...properties, ...cell))),
  );
}

/** Puts a sign between figures that only a tab is between: "12 15" is read as one number. */
export function setFiguresApart(paragraph: XmlElement): void {
  let before = "";
  let tabs: XmlElement[] = [];
  for (const run of childrenOf(paragraph, "w:r"))
    for (const child of childrenOf(run)) {
      if (child.name === "w:tab") tabs.push(child);
      else if (child.name === "w:t") {
        const text = child.children.join("");
        const [tab] = tabs;
        if (tab !== undefined && /\d\s*$/u.test(before) && /^\s*\d/u.test(text)) {
          tab.name = "w:t";
          tab.attributes["xml:space"] = "preserve";
          tab.children = ["; "];
        }
        if (text !== "") [before, tabs] = [text, []];
      }
    }
}
