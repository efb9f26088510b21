/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { lettersOf } from "./element-text.ts";
import { squeezed } from "./html-tree.ts";
import { pictureLink } from "./picture-links.ts";

/** Brings the captions of a page into two forms: in a figure, or as a paragraph of that class. */
export function putCaptions(root: Element): void {
  for (const caption of [...root.querySelectorAll("table > caption")]) {
    const words = paragraphOf(caption);
    const table = caption.closest("table")!;
    caption.remove();
    if (words !== undefined) table.before(words);
  }
  // From the inside out: the pictures of a gallery are figures in a figure.
  for (const figure of [...root.querySelectorAll("figure")].toReversed()) putFigure(figure);
  markCaptions(root);
}

/** Returns a paragraph with what is in an element; undefined when that is nothing. */
export function paragraphOf(element: Element): Element | undefined {
  if (squeezed(element.textContent) === "") return undefined;
  const paragraph = element.ownerDocument.createElement("p");
  paragraph.append(...element.childNodes);
  return paragraph;
}

/**
 * Leaves a figure only where it is one picture with its caption. Others are what is in them: a
 * table, a quotation, a film, or many pictures, each with its own caption.
 */
function putFigure(figure: Element): void {
  const pictures = figure.querySelectorAll("img");
  const all = [...figure.querySelectorAll("figcaption")];
  const isOne = pictures.length === 1 && figure.querySelector("figure") === null;
  const captions = isOne ? all.slice(0, 1) : all;
  if (isOne) for (const more of all.slice(1)) joinCaption(all[0]!, more);
  const words = squeezed(figure.textContent);
  const captionWords = captions.map(({ textContent }) => textContent).join(" ");
  const isOnlyCaption = words === squeezed(captionWords);
  const holdsOther = figure.querySelector("table,blockquote,figure,ul,ol,pre") !== null;
  if (isOnlyCaption && pictures.length > 0 && captions.length <= 1 && !holdsOther) {
    // Several pictures with one caption: the caption is about the last, as in a gallery.
    return;
  }
  const document = figure.ownerDocument;
  const pieces: ChildNode[] = [];
  let waiting: Element | undefined;
  const walk = (parent: Element) => {
    for (const node of [...parent.childNodes]) {
      const element = node.nodeType === 1 ? (node as unknown as Element) : undefined;
      if (element?.tagName === "FIGCAPTION") {
        const caption = element;
        if (waiting !== undefined && waiting.querySelector("figcaption") === null) {
          waiting.append(caption);
          waiting = undefined;
        } else {
          const paragraph = paragraphOf(caption);
          if (paragraph !== undefined) pieces.push(paragraph as unknown as ChildNode);
        }
      } else if (element?.tagName === "IMG") {
        waiting = document.createElement("figure");
        waiting.append(element);
        pieces.push(waiting as unknown as ChildNode);
      } else if (element !== undefined && holdsPieces(element)) walk(element);
      else pieces.push(node);
    }
  };
  walk(figure);
  figure.replaceWith(...pieces);
}

/** Puts one caption of a picture behind another, as a sentence of its own. */
function joinCaption(caption: Element, more: Element): void {
  const isEnded = /(?:^|[.!?…:;)”"])$/u.test(squeezed(caption.textContent));
  caption.append(isEnded ? " " : ". ", ...more.childNodes);
  more.remove();
}

/** True for an element that only holds a figure together. */
function holdsPieces(element: Element): boolean {
  return (
    /^(?:DIV|SPAN|A|PICTURE|SECTION)$/u.test(element.tagName) &&
    element.querySelector("img,figcaption") !== null
  );
}

/** What content systems call the words of a picture. */
const captionName =
  /(?:^|[\s_-])(?:(?:image|img|photo|pic|wp|media)-?)?(?:caption|chu-?thich(?:-anh)?|legend|cutline)(?:-?text)?(?:$|[\s_-])|(?:image|img|photo|pic)-?(?:desc|note)/iu;

/** In UTF-16 units. More words are the text itself. */
const longestCaption = 400;
const longestLine = 220;
/** In elements. A line with more is a part of the page. */
const mostOnLine = 12;

/**
 * Marks what a page shows as the caption of a picture: what calls itself so, and what follows a
 * picture in italics, or centred as the picture is.
 */
function markCaptions(root: Element): void {
  for (const one of [...root.querySelectorAll("[class]")]) {
    const names = (one.getAttribute("class") ?? "").replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, "-");
    if (!captionName.test(names) || !/^(?:P|DIV|SPAN|EM|I|SMALL|H[2-6])$/u.test(one.tagName))
      continue;
    if (one.closest("figure,table") !== null || !mayBeCaption(one, longestCaption)) continue;
    putCaption(one);
  }
  // Of several pictures on a line only the last can have words behind it, and nothing else.
  const lasts = new Map<Element | null, Element>();
  for (const picture of root.querySelectorAll("img")) lasts.set(picture.closest("p,div"), picture);
  for (const [line, picture] of lasts) {
    if (line === null || line === root || line.children.length > mostOnLine) continue;
    if (picture.closest("figure,table,li") !== null) continue;
    const behind = line.nextElementSibling;
    const next = behind?.hasAttribute(pictureLink) ? behind.nextElementSibling : behind;
    const below = takeBelow(picture, line);
    if (below !== undefined) {
      if (mayBeCaption(below, longestLine) && (centred(line) || isItalic(below))) {
        line.after(asCaption(below));
        below.remove();
      } else below.replaceWith(...below.childNodes);
    } else if (next !== null && squeezed(line.textContent) === "" && isLine(next)) {
      const isUnder = centred(line) && centred(next) && next.querySelector("strong,b") === null;
      if (mayBeCaption(next, longestLine) && (isUnder || isItalic(next)))
        next.replaceWith(asCaption(next));
    }
  }
  for (const line of [...root.querySelectorAll(`p[${pictureLink}]`)]) {
    const next = line.nextElementSibling;
    if (next?.matches("p.caption")) line.before(next);
  }
}

/** True for a paragraph, and for an element of a page that is used as one. */
function isLine(element: Element): boolean {
  return (
    element.tagName === "P" ||
    (element.tagName === "DIV" && element.querySelector("p,div,section,h2,h3,h4,h5,h6") === null)
  );
}

function mayBeCaption(element: Element, most: number): boolean {
  const words = squeezed(element.textContent);
  return (
    words !== "" && words.length <= most && element.querySelector("img,table,ul,ol,h1") === null
  );
}

/** Makes a caption a paragraph of its own, behind the one that it is in. */
function putCaption(element: Element): void {
  const holder = element.parentElement?.closest("p");
  if (!holder) element.replaceWith(asCaption(element));
  else {
    holder.after(asCaption(element));
    element.remove();
  }
}

/** Returns a paragraph that is known as a caption, with what is in an element. */
function asCaption(element: Element): Element {
  const paragraph = element.ownerDocument.createElement("p");
  paragraph.append(...element.childNodes);
  paragraph.setAttribute("class", "caption");
  return paragraph;
}

/**
 * Puts all that is behind a picture into one element, where the line has no words before it.
 * Undefined where it has, and where nothing is behind the picture.
 */
function takeBelow(picture: Element, line: Element): Element | undefined {
  const words = squeezed(line.textContent);
  let holder = line;
  // The whole line may be in italics, with the picture in it.
  for (
    let only = holder.firstElementChild;
    only !== null && only !== picture && only.contains(picture);
    only = holder.firstElementChild
  ) {
    if (squeezed(only.textContent) !== words || words === "") break;
    holder = only;
  }
  let top: Element = picture;
  while (top.parentElement !== holder && squeezed(top.parentElement?.textContent) === "")
    top = top.parentElement!;
  if (words === "" || top.parentElement !== holder) return undefined;
  const rest: ChildNode[] = [];
  for (let node = top.nextSibling; node !== null; node = node.nextSibling) rest.push(node);
  if (squeezed(rest.map(({ textContent }) => textContent).join("")) !== words) return undefined;
  const name = /^(?:EM|I)$/u.test(holder.tagName) ? "em" : "span";
  const below = line.ownerDocument.createElement(name);
  top.after(below);
  below.append(...rest);
  while (below.firstChild !== null && isBlank(below.firstChild)) below.firstChild.remove();
  return below;
}

function isBlank(node: ChildNode): boolean {
  return node.nodeName === "BR" || (node.nodeType === 3 && squeezed(node.textContent) === "");
}

function centred(element: Element): boolean {
  return (
    /center/iu.test(element.getAttribute("align") ?? "") ||
    /text-align:\s*center/iu.test(element.getAttribute("style") ?? "") ||
    /(?:^|[\s_-])(?:text-?)?(?:align-?)?center(?:$|[\s_-])/iu.test(
      element.getAttribute("class") ?? "",
    )
  );
}

function isItalic(element: Element): boolean {
  if (element.tagName === "EM") return true;
  const words = [...element.querySelectorAll("em,i")]
    .filter((one) => one.querySelector("em,i") === null)
    .map(({ textContent }) => textContent)
    .join("");
  return words !== "" && lettersOf(words) === lettersOf(element.textContent ?? "");
}
