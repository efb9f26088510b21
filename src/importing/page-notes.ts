/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import {
  blockOf,
  isHeading,
  labelOf,
  leadsTo,
  type Note,
  notesIn,
  numberAt,
  originsOf,
} from "./note-evidence.ts";
import { nameIn, type Places, placesIn, targetOf } from "./page-places.ts";

/** What a page shows where a note belongs: `1`, `[2]`, `(3)`, `*`, `a`. */
const sign = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?$/iu;
/** What leads from a note back into the text. */
const back = /^(?:[↩↑^⤴⬆]\ufe0e?\s*\d*|[[(]?\d{1,3}[\])]?\.?|[a-z])$/iu;

/**
 * Gives the notes of a web page the form that notes of Word files have: signs that lead to
 * `#footnote-1`, and a list of the notes at the end. Links that lead elsewhere within the page stay
 * as they are, and so do raised numbers that lead to what is no note.
 *
 * @param base the address of the page: browsers write it before `#` when they save a page
 */
export function putNotes(root: Element, base?: string): void {
  const links = [...root.querySelectorAll("a[href*='#']")].filter(isSign);
  if (links.length === 0) return;
  cutLines(links, placesIn(root, base));
  const page = placesIn(root, base);
  const notes = notesIn(root, links, page);
  const numbers = new Map<Element, number>();
  const signs = new Map<Element, number>();
  for (const link of links) {
    const target = targetOf(link, page);
    const element = target && blockOf(target);
    if (element === undefined || !notes.has(element)) continue;
    // A note leads back to its sign, and that is no note.
    if (isInside(link, notes)) continue;
    const number = numbers.get(element) ?? numbers.size + 1;
    numbers.set(element, number);
    signs.set(link, number);
  }
  if (numbers.size === 0) return;
  const list = root.ownerDocument.createElement("ol");
  for (const [element, number] of numbers) list.append(itemOf(notes.get(element)!, number, page));
  for (const [link, number] of signs) putSign(link, number);
  for (const element of numbers.keys()) removeWithFrame(element, root);
  root.append(list);
}

/** True for a link that is raised, and says nothing but a number or a sign. */
function isSign(link: Element): boolean {
  // Word raises the sign by a style.
  const isRaised =
    link.closest("sup") !== null ||
    link.querySelector("sup,.MsoFootnoteReference,.MsoEndnoteReference") !== null;
  return isRaised && sign.test((link.textContent ?? "").trim());
}

function isInside(link: Element, notes: ReadonlyMap<Element, unknown>): boolean {
  let at = link.parentElement;
  while (at !== null && !notes.has(at)) at = at.parentElement;
  return at !== null;
}

/** Gives each note its own paragraph where several are lines of one. */
function cutLines(links: readonly Element[], page: Places): void {
  const lines = new Map<Element, Map<Element, Element>>();
  for (const link of links) {
    const target = targetOf(link, page);
    const block = target?.closest("p,div");
    if (!target || !block || target === block) continue;
    if (!lines.has(block) && block.querySelector("p,div,ul,ol,table") !== null) continue;
    let top = target;
    while (top.parentElement !== block) top = top.parentElement!;
    const of = lines.get(block) ?? new Map<Element, Element>();
    lines.set(block, of.set(top, link));
  }
  for (const [block, links] of lines) cutBlock(block, links, page);
}

function cutBlock(block: Element, links: ReadonlyMap<Element, Element>, page: Places): void {
  const document = block.ownerDocument;
  const lines: ChildNode[][] = [[]];
  for (const node of block.childNodes) {
    if (node.nodeName === "BR") lines.push([]);
    lines.at(-1)!.push(node);
  }
  let open: Element | undefined;
  let last = block;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && isNoteLine(line, links, page)) {
      open = document.createElement("p");
      last.after(open);
      last = open;
      line.shift()!.remove();
    }
    open?.append(...line);
  }
}

/** True for a line, with the line break before it, that begins as a note. */
function isNoteLine(
  line: readonly ChildNode[],
  links: ReadonlyMap<Element, Element>,
  page: Places,
): boolean {
  const link = line.map((node) => links.get(node as unknown as Element)).find(Boolean);
  if (link === undefined) return false;
  const label = labelOf(link);
  const text = line.map(({ textContent }) => textContent ?? "").join("");
  if (numberAt(text, label) !== "") return true;
  const origins = originsOf(link);
  return line.some((node) => {
    if (node.nodeType !== 1) return false;
    const element = node as unknown as Element;
    if (element.tagName === "SUP" && labelOf(element) === label) return true;
    const inside = [element, ...element.querySelectorAll("a[href]")];
    return inside.some((one) => one.hasAttribute("href") && leadsTo(one, origins, page));
  });
}

function itemOf({ element, label, origins }: Note, number: number, page: Places): Element {
  const item = element.ownerDocument.createElement("li");
  item.id = `footnote-${number}`;
  item.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  for (const link of [...item.querySelectorAll("a")]) {
    const text = (link.textContent ?? "").trim();
    if (!isWayBack(link, text, origins, page)) continue;
    const raised = link.closest("sup");
    if (raised !== null && (raised.textContent ?? "").trim() === text) raised.remove();
    else link.remove();
  }
  removeNumber(item, label, element.parentElement?.tagName === "OL");
  return item;
}

/** True for an arrow or an empty link within the page, and a number that leads to the sign. */
function isWayBack(
  link: Element,
  text: string,
  origins: ReadonlySet<Element>,
  page: Places,
): boolean {
  if (!link.hasAttribute("href")) return text === "";
  if (nameIn(link, page) === undefined) return false;
  const isPlain = text === "" || !/[\p{L}\p{N}]/u.test(text);
  return isPlain ? text === "" || back.test(text) : back.test(text) && leadsTo(link, origins, page);
}

/** Removes the number that a note begins with; the item of a numbered list has it from the list. */
function removeNumber(item: Element, label: string, isNumbered: boolean): void {
  item.normalize();
  for (const node of item.childNodes) {
    const text = node.textContent ?? "";
    if (text.trim() === "" || node.nodeType === 8) continue;
    if (node.nodeType === 3) {
      const own = isNumbered ? "" : numberAt(text, label);
      // Brackets around a way back are empty by now.
      node.textContent = text
        .slice(own.length)
        .replace(/^\s*(?:\[\s*\]|\(\s*\))/u, "")
        .replace(/^\s*[.):^]\s*/u, "");
      return;
    }
    const element = node as unknown as Element;
    const isNumber = labelOf(element).replace(/\s*\.$/u, "") === label;
    if (isNumber && (element.tagName === "SUP" || !isNumbered)) {
      element.remove();
      removeNumber(item, label, true);
    } else removeNumber(element, label, isNumbered);
    return;
  }
}

function putSign(link: Element, number: number): void {
  const document = link.ownerDocument;
  const raised = document.createElement("sup");
  const own = document.createElement("a");
  own.setAttribute("href", `#footnote-${number}`);
  own.textContent = `[${number}]`;
  raised.append(own);
  const holder = link.closest("sup");
  const isAlone = holder !== null && holder.querySelectorAll("a").length === 1;
  if (isAlone) holder.replaceWith(raised);
  else if (holder !== null) {
    // A raised element may hold the signs of several notes.
    holder.before(raised);
    link.remove();
    if (!/[\p{L}\p{N}]/u.test(holder.textContent ?? "")) holder.remove();
  } else link.replaceWith(raised);
}

/** What readers see of an element without text. */
const seen = "img,picture,svg,video,audio,table,iframe,object,embed";

/** Removes a note, the list that held only notes, and the heading of that list. */
function removeWithFrame(note: Element, root: Element): void {
  let gone = note;
  for (
    let parent = gone.parentElement;
    parent !== null && parent !== root && holdsOnly(parent, gone);
    parent = parent.parentElement
  )
    gone = parent;
  const before = gone.previousElementSibling;
  const isLast = gone !== note || note.tagName !== "LI";
  gone.remove();
  if (isLast && before !== null && isHeading(before)) before.remove();
}

function holdsOnly(parent: Element, child: Element): boolean {
  return (
    (parent.textContent ?? "").trim() === (child.textContent ?? "").trim() &&
    parent.querySelectorAll(seen).length === child.querySelectorAll(seen).length &&
    !/^(?:TD|TH|TR|TBODY|TABLE)$/u.test(parent.tagName)
  );
}
