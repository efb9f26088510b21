import { fixCharacters } from "../content/characters.ts";
import { leftOut, quoted, withoutLeftOut } from "../text/left-out.ts";
import { decodedNote, decodeLegacy, type LegacyText, legacyText } from "../text/legacy-text.ts";
import { tidyBlanks } from "./blanks.ts";
import type { Block } from "./block.ts";
import { boldHeadings } from "./bold-lines.ts";
import { lettersOf } from "./element-text.ts";
import { tidyEmphasis } from "./emphasis.ts";
import { htmlTree, nearest, squeezed } from "./html-tree.ts";
import { loweredBehind, raisedBehind } from "./raised.ts";
import { cellsOf, tablesInside } from "./table.ts";
import { insideCell, markdownOf, tableMarkdown } from "./to-markdown.ts";
import { makeLists, partLists } from "./typed-lists.ts";

/**
 * Cuts the HTML of a document into blocks, with notes for the writer. Nothing in it is run or
 * loaded: only text, structure, links and pictures are read from its elements.
 */
export function blocksOf(html: string): { blocks: Block[]; notes: string[] } {
  const document = htmlTree(`<!doctype html><html><body>${html}</body></html>`);
  for (const element of [...document.querySelectorAll(unwanted)]) element.remove();
  makeLists(document.body);
  const fonts = decodeOldFonts(document.body);
  raiseNumbers(document.body);
  tidyBlanks(document.body);
  tidyEmphasis(document.body);
  partLists(document.body);
  const notes: string[] = fonts.map(decodedNote);
  const blocks: Block[] = [];
  walk(document.body, blocks);
  return { blocks: boldHeadings(joinPictures(blocks)), notes };
}

const unwanted =
  "script,style,noscript,iframe,object,embed,form,input,button,select,nav,svg,template,link,meta,head,title";
const containers = new Set([
  "DIV",
  "SECTION",
  "ARTICLE",
  "MAIN",
  "HEADER",
  "FOOTER",
  "CENTER",
  "FONT",
  "BODY",
  "ASIDE",
  "SPAN",
  "HGROUP",
  "FIELDSET",
  "ADDRESS",
  "INS",
]);
const blockNames = new Set(
  "P,DIV,SECTION,ARTICLE,UL,OL,TABLE,BLOCKQUOTE,FIGURE,H1,H2,H3,H4,H5,H6,PRE,HR,CENTER,DL".split(
    ",",
  ),
);

/** Returns whether an element is a block or holds one; selectors would be compiled each time. */
function isOrHasBlock(element: Element): boolean {
  return blockNames.has(element.tagName) || [...element.children].some(isOrHasBlock);
}

function walk(parent: Element, blocks: Block[]): void {
  let loose: ChildNode[] = [];
  const flush = () => {
    const holder = parent.ownerDocument.createElement("p");
    for (const node of loose) holder.append(node.cloneNode(true));
    loose = [];
    addParagraph(holder, blocks);
  };
  for (const node of [...parent.childNodes]) {
    const element = node.nodeType === 1 ? (node as unknown as Element) : undefined;
    const isBlock = element !== undefined && isOrHasBlock(element);
    if (!isBlock) {
      if (element?.tagName === "BR" && loose.every(isBlank)) continue;
      if (element?.tagName === "BR" && isEmptyBreak(loose)) flush();
      else loose.push(node);
      continue;
    }
    flush();
    addElement(element!, blocks);
  }
  flush();
}

function isBlank(node: ChildNode): boolean {
  return node.nodeType === 3 && (node.textContent ?? "").trim() === "";
}

/**
 * True when the nodes end in a line break: with the next one it is what their writer meant as an
 * empty line.
 */
function isEmptyBreak(nodes: readonly ChildNode[]): boolean {
  for (const node of nodes.toReversed()) {
    if (node.nodeName === "BR") return true;
    if ((node.textContent ?? "").trim() !== "") return false;
  }
  return false;
}

/** True for a paragraph with two line breaks behind each other within it: it is meant as two. */
function hasEmptyBreak({ childNodes }: Element): boolean {
  const nodes = [...childNodes].filter(
    (node) => (node.textContent ?? "").trim() !== "" || node.nodeType === 1,
  );
  return nodes.some((node, at) => node.nodeName === "BR" && nodes[at + 1]?.nodeName === "BR");
}

function addElement(element: Element, blocks: Block[]): void {
  const { tagName } = element;
  const level = /^H([1-6])$/u.exec(tagName)?.[1];
  if (level !== undefined) {
    const text = textOf(element);
    addPictures(element, blocks);
    if (text !== "")
      blocks.push({
        kind: "heading",
        level: Number(level),
        text,
        markdown: headingMarkdown(element),
      });
  } else if (tagName === "FIGURE") addFigure(element, blocks);
  else if (tagName === "TABLE") addTable(element, blocks);
  else if (tagName === "P" && !hasEmptyBreak(element)) addParagraph(element, blocks);
  else if (tagName === "HR") return;
  else if (tagName === "P" || containers.has(tagName)) walk(element, blocks);
  else {
    const markdown = markdownOf(element);
    if (markdown !== "") blocks.push({ kind: "other", text: linesOf(element), markdown });
    addPictures(element, blocks);
  }
}

function addParagraph(element: Element, blocks: Block[]): void {
  addPictures(element, blocks);
  const text = textOf(element);
  if (text === "") return;
  const bold = lettersOf(elementsIn(element, "STRONG", "B").map(textOf).join(""));
  const isBold = bold !== "" && bold === lettersOf(withoutLeftOut(text));
  const isCaption = /\bcaption\b/iu.test(element.getAttribute("class") ?? "");
  blocks.push({
    kind: "paragraph",
    text,
    markdown: markdownOf(element),
    isCaption,
    ...(isBold ? { heading: headingMarkdown(element) } : {}),
  });
}

function addFigure(element: Element, blocks: Block[]): void {
  const caption = element.querySelector("figcaption");
  const words = caption ? textOf(caption) : "";
  const pictures = picturesIn(element);
  for (const [at, picture] of pictures.entries())
    blocks.push(at === pictures.length - 1 ? { ...picture, caption: words } : picture);
  if (pictures.length > 0 && caption) addCaptionLinks(markdownOf(caption), blocks);
  if (pictures.length === 0 && words !== "")
    blocks.push({ kind: "paragraph", text: words, markdown: words, isCaption: true });
}

/** Names the links of a caption, which is plain text in our articles. */
function addCaptionLinks(markdown: string, blocks: Block[]): void {
  for (const { 1: words = "", 2: address = "" } of markdown.matchAll(
    /\[((?:[^\]\\[]|\\.)+)\]\(([^()\s]+)\)/gu,
  )) {
    const mark = leftOut(`liên kết ${quoted(plainWords(words))} trong chú thích ảnh: ${address}`);
    blocks.push({ kind: "paragraph", text: mark, markdown: mark, isCaption: false });
  }
}

function plainWords(markdown: string): string {
  return markdown.replaceAll(/\\(?=\p{P})|[*]/gu, "");
}

/** In UTF-16 units. More words beside a picture are the text itself, in a table for the page. */
const longestCaption = 400;

/**
 * Adds a table, or the picture in it: portals put a picture and its caption into a table of two
 * cells.
 */
function addTable(table: Element, blocks: Block[]): void {
  const pictures = picturesIn(table);
  const inner = cellsOf(table);
  const cells = inner.map(textOf).filter((text) => text !== "");
  const tables = tablesInside(table);
  const isPicture = pictures.length > 0 && cells.length <= 1 && tables.length === 0;
  if (isPicture && (cells[0]?.length ?? 0) <= longestCaption) {
    for (const picture of pictures) blocks.push({ ...picture, caption: cells[0] ?? "" });
    for (const cell of inner) addCaptionLinks(markdownOf(cell), blocks);
    return;
  }
  // A table of one cell only holds the page together, and so does a row or a column of tables.
  const rows = new Set(inner.map(({ parentElement }) => parentElement));
  const isRow = rows.size === 1 || rows.size === inner.length;
  if (inner.length === 1 || isPicture || (tables.length > 0 && isRow)) {
    for (const cell of inner) walk(cell, blocks);
    return;
  }
  for (const one of tables) one.replaceWith(insideMark(one.ownerDocument));
  const markdown = tableMarkdown(table);
  if (markdown !== "") blocks.push({ kind: "other", text: linesOf(table), markdown });
  addPictures(table, blocks);
  for (const one of tables) addTable(one, blocks);
}

function insideMark(document: Document): Element {
  const mark = document.createElement("p");
  mark.textContent = leftOut(insideCell);
  return mark;
}

function addPictures(element: Element, blocks: Block[]): void {
  for (const picture of picturesIn(element)) blocks.push(picture);
}

function picturesIn(element: Element): Extract<Block, { kind: "picture" }>[] {
  return elementsIn(element, "IMG").map((picture) => ({
    kind: "picture",
    src: picture.getAttribute("src") || picture.getAttribute("data-src") || "",
    alt: describing(squeezed(picture.getAttribute("alt") ?? "")),
    caption: "",
  }));
}

/** Returns the description of a picture; empty for its address, which Word writes in that place. */
function describing(alt: string): string {
  return /^(?:[a-z]:\\|https?:\/\/|file:)|^\S+\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic|[ew]mf)$/iu.test(
    alt,
  )
    ? ""
    : alt;
}

/** Joins each picture with the caption right behind it. */
function joinPictures(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isCaption =
      block.kind === "paragraph" && (block.isCaption || /^Ảnh\s*\d*\s*:/u.test(block.text));
    if (isCaption && last?.kind === "picture" && last.caption === "") {
      joined[joined.length - 1] = {
        ...last,
        caption: block.text.replace(/^Ảnh\s*\d*\s*:\s*/u, ""),
      };
      addCaptionLinks(block.markdown, joined);
    } else joined.push(block);
  }
  return joined;
}

/** Writes what is raised or lowered so that it is not taken for a part of the number before it. */
function raiseNumbers(body: Element): void {
  for (const element of [...body.querySelectorAll("sup,sub")]) {
    // A link in it is the sign of a note.
    if (element.querySelector("a,img,br") !== null) continue;
    const text = element.textContent ?? "";
    element.replaceWith(element.tagName === "SUP" ? raisedBehind(text) : loweredBehind(text));
  }
}

/** Returns the text of an element without the numbers of notes; line breaks become blanks. */
function textOf(element: Element): string {
  const textIn = (parent: Element, isRaised: boolean): string =>
    [...parent.childNodes]
      .map((node) => {
        if (node.nodeType === 3) return node.textContent ?? "";
        if (node.nodeType !== 1) return "";
        const inner = node as unknown as Element;
        if (inner.tagName === "BR") return " ";
        if (isRaised && inner.tagName === "A") return "";
        return textIn(inner, isRaised || inner.tagName === "SUP");
      })
      .join("");
  return squeezed(textIn(element, element.tagName === "SUP"));
}

/** Returns the elements of some names within an element, in order. */
function elementsIn(parent: Element, ...names: readonly string[]): Element[] {
  return [...parent.children].flatMap((element) => [
    ...(names.includes(element.tagName) ? [element] : []),
    ...elementsIn(element, ...names),
  ]);
}

/**
 * Returns the text of a list or a table, each item or cell on a line of its own, because they are
 * not one sentence.
 */
function linesOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const item of [...copy.querySelectorAll("li,td,th,p,br")])
    item.prepend(copy.ownerDocument.createElement("hr"));
  for (const line of [...copy.querySelectorAll("hr")]) line.replaceWith("\0");
  return textOf(copy)
    .split("\0")
    .map(squeezed)
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * Returns the Markdown of a heading. It keeps its links and notes; that it is bold goes without
 * saying.
 */
function headingMarkdown(element: Element): string {
  const copy = element.ownerDocument.createElement("p");
  copy.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  for (const bold of [...copy.querySelectorAll("strong,b")]) bold.replaceWith(...bold.childNodes);
  for (const line of [...copy.querySelectorAll("br")]) line.replaceWith(" ");
  return squeezed(markdownOf(copy));
}

const lineHolders = new Set("P,LI,TD,TH,H1,H2,H3,H4,H5,H6,FIGCAPTION,DIV".split(","));

/**
 * Decodes text that was typed for old fonts, and returns the fonts that were found. Word cuts a
 * line into pieces, so the whole paragraph tells the font.
 */
function decodeOldFonts(body: Element): LegacyText["font"][] {
  const fonts = new Map<Element, LegacyText["font"] | undefined>();
  // The font of a block is kept before anything in it is changed: text that is decoded already
  // would hide the font of the rest.
  const fontOf = (block: Element) => {
    if (!fonts.has(block))
      fonts.set(block, legacyText((block.textContent ?? "").normalize("NFC"))?.font);
    return fonts.get(block);
  };
  for (const element of [...body.querySelectorAll("*"), body]) {
    const own = [...element.childNodes].filter((node) => node.nodeType === 3);
    if (own.length === 0) continue;
    const block = nearest(element, lineHolders) ?? element;
    const font = fontOf(block);
    for (const node of own) {
      const text = (node.textContent ?? "").normalize("NFC");
      const plain = fixCharacters(font === undefined ? text : decodeLegacy(text, font), 0);
      // The hyphens that Word does not break are no others to a reader, and to a search they are.
      node.textContent = plain.replaceAll(/[\u2010\u2011]/gu, "-");
    }
  }
  return [...new Set([...fonts.values()].filter((font) => font !== undefined))];
}
