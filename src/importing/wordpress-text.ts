/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";
import { textNodes } from "./element-text.ts";
import { htmlTree } from "./html-tree.ts";
import { type ShortcodeLibrary, withoutShortcodes } from "./shortcodes.ts";

/** What the texts of a site refer to by number. */
export type Library = ShortcodeLibrary & {
  /** The text of a block that several posts share. */
  readonly blockOf: (id: string) => string | undefined;
};

/**
 * Returns the text of a post as it is on the page: WordPress keeps an empty line where a paragraph
 * ends, a code where a gallery is, and comments around its blocks.
 */
export function wordPressTree(text: string, library: Library): Document {
  const isBlocks = text.includes("<!-- wp:");
  const plain = withoutShortcodes(withoutComments(text, library, 0), library);
  const document = htmlTree(`<!doctype html><html><body>${plain}</body></html>`);
  putParagraphs(document.body, isBlocks);
  return document;
}

/** How deep shared blocks may hold each other. */
const maxNesting = 3;

/** Blocks without content of their own that readers would not miss. */
const empty = /^(?:spacer|separator|more|nextpage|page-break|block|footnotes|post-\w+)$/u;

/**
 * Cuts comments out, and puts shared blocks in. A block that is nothing but a comment is drawn by a
 * program, so it is named. A regular expression would look for the end of each unclosed comment
 * through all the text, in quadratic time.
 */
function withoutComments(html: string, library: Library, depth: number): string {
  const [before = "", ...rest] = html.split("<!--");
  const behind = rest.map((part) => {
    const end = part.indexOf("-->");
    if (end === -1) return /\p{L}/u.test(part) ? `\n\n<p>${leftOut(unclosed)}</p>\n\n` : "";
    const after = part.slice(end + 3);
    const comment = part.slice(0, end);
    const [, name, more = ""] = /^\s*wp:(\S+)\s*(.*)\/\s*$/su.exec(comment) ?? [];
    if (name === undefined) return after;
    const [, shared] = /"ref"\s*:\s*(\d+)/u.exec(more) ?? [];
    const text = name === "block" && shared !== undefined ? library.blockOf(shared) : undefined;
    if (text !== undefined && depth < maxNesting)
      return `\n\n${withoutComments(text, library, depth + 1)}\n\n${after}`;
    if (empty.test(name) && shared === undefined) return after;
    const words = shared === undefined ? quoted(name) : `dùng chung số ${shared}`;
    const mark = `<p>${leftOut(`khối ${words} của WordPress`)}</p>`;
    return `\n\n${mark}\n\n${wordsOfBlock(more)}${after}`;
  });
  return before + behind.join("");
}

/** Returns words for readers, and addresses, in the attributes of a block that a program draws. */
function wordsOfBlock(json: string): string {
  const texts: string[] = [];
  const add = (value: unknown, key: string) => {
    if (typeof value === "string") {
      const isWords = /\p{L}\S*\s+\S*\p{L}/u.test(value) && !/^(?:_|class|style|anchor)/u.test(key);
      if (/^https?:\/\/[^\s<>"]+$/u.test(value))
        texts.push(`<a href="${escapeHtml(value)}">${escapeHtml(value)}</a>`);
      else if (isWords && !/^[{[#.]/u.test(value)) texts.push(value);
    } else if (typeof value === "object" && value !== null)
      for (const [name, inner] of Object.entries(value)) add(inner, name);
  };
  try {
    add(JSON.parse(json || "{}"), "");
  } catch {
    return "";
  }
  return texts.map((text) => `<div>${text}</div>\n\n`).join("");
}

/** Readers do not see such a text either, and most often its writer did not notice. */
const unclosed = "chữ đứng sau một chú thích HTML không có dấu đóng";

/** Elements in which WordPress makes paragraphs of lines. */
const flows =
  /^(?:BODY|DIV|BLOCKQUOTE|SECTION|ARTICLE|CENTER|TD|TH|LI|DD|ASIDE|HEADER|FOOTER|MAIN)$/u;
const inlines =
  /^(?:A|ABBR|ACRONYM|B|BDI|BDO|BIG|BLINK|BR|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|IMG|INS|KBD|LABEL|MARK|NOBR|O:P|PICTURE|Q|R[BPT]|RUBY|S|SAMP|SMALL|SOURCE|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR)$/u;

/**
 * Makes paragraphs of the lines in an element: an empty line ends a paragraph, and the end of a
 * line within one is a line break, as WordPress has it. In posts made of blocks, where every
 * paragraph has its element, the end of a line means nothing.
 */
function putParagraphs(parent: Element, isBlocks: boolean): void {
  const document = parent.ownerDocument;
  const isItem = /^(?:TD|TH|LI|DD)$/u.test(parent.tagName);
  let loose: ChildNode[] = [];
  const flush = () => {
    const nodes = loose;
    loose = [];
    const paragraphs = paragraphsOf(nodes, document);
    // The only line of a cell or an item needs no paragraph of its own.
    if (isItem && paragraphs.length <= 1) {
      for (const node of nodes) if (node.nodeType === 3 && !isBlocks) breakLines(node, document);
      return;
    }
    for (const paragraph of paragraphs) nodes[0]!.before(paragraph);
    for (const node of nodes) node.remove();
    for (const paragraph of paragraphs) tidyParagraph(paragraph, isBlocks);
  };
  for (const node of [...parent.childNodes]) {
    const element = node.nodeType === 1 ? (node as unknown as Element) : undefined;
    if (node.nodeType === 8) node.remove();
    else if (element === undefined || isInline(element)) loose.push(node);
    else {
      flush();
      if (element.tagName === "P") putLines(element, isBlocks);
      else if (element.tagName === "UL" || element.tagName === "OL" || isTablePart(element)) {
        for (const inner of element.children) putParagraphsIn(inner, isBlocks);
      } else putParagraphsIn(element, isBlocks);
    }
  }
  flush();
}

/** Cuts a paragraph at its empty lines, as WordPress does outside of blocks. */
function putLines(paragraph: Element, isBlocks: boolean): void {
  if (isBlocks || !emptyLine.test(paragraph.textContent ?? "")) {
    tidyParagraph(paragraph, isBlocks);
    return;
  }
  const parts = paragraphsOf([...paragraph.childNodes], paragraph.ownerDocument);
  paragraph.replaceWith(...parts);
  for (const part of parts) tidyParagraph(part, isBlocks);
}

function putParagraphsIn(element: Element, isBlocks: boolean): void {
  if (flows.test(element.tagName)) putParagraphs(element, isBlocks);
  else if (isTablePart(element) || /^(?:UL|OL|DL|FIGURE|DETAILS)$/u.test(element.tagName))
    for (const inner of [...element.children]) putParagraphsIn(inner, isBlocks);
}

function isTablePart(element: Element): boolean {
  return /^(?:TABLE|THEAD|TBODY|TFOOT|TR)$/u.test(element.tagName);
}

function isInline(element: Element): boolean {
  return inlines.test(element.tagName) && [...element.children].every(isInline);
}

/** Cuts a run of text and inline elements at its empty lines. */
function paragraphsOf(nodes: readonly ChildNode[], document: Document): Element[] {
  const paragraphs: Element[] = [];
  let open = document.createElement("p");
  const end = () => {
    if ((open.textContent ?? "").trim() !== "" || open.querySelector("img") !== null)
      paragraphs.push(open);
    open = document.createElement("p");
  };
  for (const node of nodes) {
    const [first = "", ...more] = pieces(node);
    open.append(first);
    for (const part of more) {
      end();
      open.append(part);
    }
  }
  end();
  return paragraphs;
}

const emptyLine = /\r?\n[^\S\n]*(?:\r?\n\s*)+/u;

/**
 * Cuts a text or an inline element at its empty lines. Browsers begin bold letters anew in the next
 * paragraph, and so does each piece.
 */
function pieces(node: ChildNode): (ChildNode | string)[] {
  if (node.nodeType === 3) return (node.textContent ?? "").split(emptyLine);
  if (!emptyLine.test(node.textContent ?? "")) return [node.cloneNode(true) as ChildNode];
  const shell = () => node.cloneNode(false) as Element;
  let open = shell();
  const cut = [open];
  for (const child of node.childNodes) {
    const [first = "", ...more] = pieces(child);
    open.append(first);
    for (const part of more) {
      open = shell();
      open.append(part);
      cut.push(open);
    }
  }
  return cut as unknown as ChildNode[];
}

/** Turns ends of lines into line breaks, and an address alone into a link to what it shows. */
function tidyParagraph(paragraph: Element, isBlocks: boolean): void {
  const document = paragraph.ownerDocument;
  const text = (paragraph.textContent ?? "").trim();
  if (paragraph.children.length === 0 && /^https?:\/\/\S+$/u.test(text)) {
    const link = document.createElement("a");
    link.setAttribute("href", text);
    link.textContent = text;
    paragraph.replaceChildren(link);
    return;
  }
  if (isBlocks) return;
  for (const node of textNodes(paragraph)) breakLines(node, document);
}

function breakLines(node: ChildNode, document: Document): void {
  const lines = (node.textContent ?? "").split(/[^\S\n]*\n\s*/u);
  if (lines.length === 1) return;
  // Beside an element that breaks the line anyway, and at the ends, there is no new line to make.
  const isAfterBreak = node.previousSibling?.nodeName === "BR";
  const isBeforeBreak = node.nextSibling?.nodeName === "BR";
  const pieces = lines.flatMap((line, at) => {
    if (at === 0) return [line];
    const isEdge =
      (lines.slice(0, at).every((one) => one.trim() === "") &&
        (isAfterBreak || node.previousSibling === null)) ||
      (lines.slice(at).every((one) => one.trim() === "") &&
        (isBeforeBreak || node.nextSibling === null));
    return isEdge ? [" ", line] : [document.createElement("br"), line];
  });
  node.replaceWith(...pieces);
}
