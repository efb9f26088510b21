/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { textNodes } from "./element-text.ts";
import { squeezed } from "./html-tree.ts";
import { keepNumbers } from "./list-numbers.ts";
import { paragraphOf, putCaptions } from "./page-captions.ts";
import { nameDrawings } from "./page-drawings.ts";
import { putEmbeds } from "./page-embeds.ts";
import { putNotes } from "./page-notes.ts";
import { absolute } from "./page-pictures.ts";
import { nameStruck } from "./struck.ts";

/** What is known of the place that a text comes from. */
export type Origin = {
  /** The address of the page, for links without a host. */
  readonly base?: string | undefined;
  /** Returns what a link to an address becomes; undefined where it stays. */
  readonly linkTo?: ((address: string) => string | undefined) | undefined;
};

/**
 * Brings the HTML of a web page into the few forms that our articles know, before it is cut into
 * blocks. What has no such form is named in its place.
 */
export function tidyHtml(root: Element, { base, linkTo }: Origin): void {
  putNotes(root, base);
  putEmbeds(root, base);
  nameDrawings(root);
  for (const box of [...root.querySelectorAll("input[type='checkbox'],input[type='radio']")])
    box.replaceWith(box.hasAttribute("checked") ? "☑ " : "☐ ");
  for (const bracket of [...root.querySelectorAll("ruby > rp")]) bracket.remove();
  for (const reading of [...root.querySelectorAll("ruby > rt")])
    reading.replaceWith(`(${squeezed(reading.textContent)})`);
  nameStruck(root);
  for (const list of [...root.querySelectorAll("ul,ol")]) putLooseItems(list);
  for (const table of [...root.getElementsByTagName("table")]) putBeforeTable(table);
  for (const link of root.querySelectorAll("a[href]")) putLink(link, base, linkTo);
  for (const button of [...root.querySelectorAll(".wp-block-file__button")])
    if (button.previousElementSibling?.tagName === "A") button.remove();
  for (const text of [...root.getElementsByTagName("pre")]) putPreformatted(text);
  for (const list of [...root.querySelectorAll("ul,ol")]) putPictureList(list);
  keepNumbers(root);
  for (const details of [...root.querySelectorAll("details")]) unfold(details);
  putCaptions(root);
  for (const cite of [...root.querySelectorAll("blockquote > cite,blockquote > footer")])
    cite.replaceWith(paragraphOf(cite) ?? "");
  for (const line of [...root.querySelectorAll("br")]) if (isAtEnd(line)) line.remove();
}

/** Where a line break makes no new line, because a block begins or ends beside it. */
const blocks = /^(?:P|DIV|UL|OL|LI|TABLE|BLOCKQUOTE|FIGURE|H[1-6]|PRE|HR|TD|TH|SECTION|ARTICLE)$/u;

function isAtEnd(line: Element): boolean {
  const parent = line.parentElement;
  if (parent === null || !/^(?:LI|TD|TH|P|H[1-6]|BLOCKQUOTE)$/u.test(parent.tagName)) return false;
  const isNothing = (node: ChildNode | null, next: (node: ChildNode) => ChildNode | null) => {
    let at = node;
    while (
      at !== null &&
      (at.nodeType === 8 || (at.nodeType === 3 && squeezed(at.textContent) === ""))
    )
      at = next(at);
    return at === null || (at.nodeType === 1 && blocks.test(at.nodeName));
  };
  return (
    isNothing(line.nextSibling, (node) => node.nextSibling) ||
    isNothing(line.previousSibling, (node) => node.previousSibling)
  );
}

function putLink(link: Element, base: string | undefined, linkTo: Origin["linkTo"]): void {
  const href = withoutGoogle((link.getAttribute("href") ?? "").trim());
  if (href === "" || href.startsWith("#") || /^(?:javascript|mailto|tel|data):/iu.test(href))
    return;
  // A code of WordPress stands for the beginning of the address.
  if (href.startsWith("[")) return;
  // Browsers look for `www.a.example` beside the page; whoever wrote it meant the site.
  const address = absolute(/^www\.\S+\.\S/iu.test(href) ? `https://${href}` : href, base);
  const ours = linkTo?.(address);
  link.setAttribute("href", ours ?? address);
}

/** Returns where a link leads that Google Docs wrote so that it leads through Google. */
function withoutGoogle(href: string): string {
  if (!/^https?:\/\/(?:www\.)?google\.com\/url\?/iu.test(href) || !URL.canParse(href)) return href;
  const target = new URL(href).searchParams.get("q") ?? "";
  return /^https?:\/\//iu.test(target) ? target : href;
}

/**
 * Makes items of what is in a list beside its items. A list right in a list belongs to the item
 * before it.
 */
function putLooseItems(list: Element): void {
  for (const node of [...list.childNodes]) {
    const isElement = node.nodeType === 1;
    if (node.nodeName === "LI" || node.nodeType === 8) continue;
    if (!isElement && squeezed(node.textContent) === "") continue;
    const before = (node as Element).previousElementSibling;
    if (isElement && /^(?:UL|OL)$/u.test(node.nodeName) && before?.tagName === "LI") {
      before.append(node);
      continue;
    }
    const item = list.ownerDocument.createElement("li");
    node.replaceWith(item);
    item.append(node);
  }
}

const ofTable = /^(?:THEAD|TBODY|TFOOT|TR|TD|TH|CAPTION|COLGROUP|COL|SCRIPT|STYLE|TEMPLATE)$/u;

/** Sets what is in a table but in none of its cells before it, where browsers show it. */
function putBeforeTable(table: Element): void {
  const holders = [table, ...table.querySelectorAll("thead,tbody,tfoot,tr")];
  const loose = holders
    .filter((holder) => holder.closest("table") === table)
    .flatMap(({ childNodes }) => [...childNodes])
    .filter((node) =>
      node.nodeType === 3
        ? squeezed(node.textContent) !== ""
        : node.nodeType === 1 && !ofTable.test(node.nodeName),
    );
  if (loose.length === 0) return;
  const holder = table.ownerDocument.createElement("div");
  for (const node of loose) holder.append(node.nodeType === 3 ? `${node.textContent} ` : node);
  for (const node of loose) if (node.nodeType === 3) node.remove();
  table.before(holder);
}

/**
 * Keeps the lines of a preformatted text, as of a poem: in Markdown they would run together. Text
 * in columns, which blanks hold together, stays as it is.
 */
function putPreformatted(text: Element): void {
  if (text.querySelector("code") !== null || text.querySelector("img,table") !== null) return;
  const document = text.ownerDocument;
  if (/\S(?: {3,}|\t)\S/u.test(text.textContent ?? "") && text.firstElementChild === null) {
    const code = document.createElement("code");
    code.append(...text.childNodes);
    text.append(code);
    return;
  }
  const holder = document.createElement("p");
  for (const node of [...text.childNodes]) holder.append(node);
  // Its first and last line are those of the tags.
  const { firstChild: first, lastChild: last } = holder;
  if (first?.nodeType === 3) first.textContent = (first.textContent ?? "").trimStart();
  if (last?.nodeType === 3) last.textContent = (last.textContent ?? "").trimEnd();
  for (const node of textNodes(holder)) {
    const lines = (node.textContent ?? "").split(/\r?\n/u);
    node.replaceWith(
      ...lines.flatMap((line, at) => (at === 0 ? [line] : [document.createElement("br"), line])),
    );
  }
  // Two line breaks part paragraphs; see blocks.ts.
  const block = document.createElement("div");
  block.append(...holder.childNodes);
  text.replaceWith(block);
}

/** Takes pictures out of a list that only holds a gallery together. */
function putPictureList(list: Element): void {
  const items = [...list.children];
  const isGallery =
    items.length > 0 &&
    items.every((item) => {
      const words = [...item.querySelectorAll("figcaption")].map(({ textContent }) => textContent);
      const isOnlyPicture = squeezed(item.textContent) === squeezed(words.join(" "));
      return item.querySelector("img") !== null && isOnlyPicture;
    });
  if (isGallery) list.replaceWith(...items.flatMap((item) => [...item.childNodes]));
}

function unfold(details: Element): void {
  const summary = details.querySelector("summary");
  const words = summary ? paragraphOf(summary) : undefined;
  summary?.remove();
  details.replaceWith(...(words === undefined ? [] : [words]), ...details.childNodes);
}
