/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut, quoted } from "../text/left-out.ts";
import { squeezed } from "./html-tree.ts";
import { keepNumbers } from "./list-numbers.ts";
import { putNotes } from "./page-notes.ts";
import { absolute } from "./page-pictures.ts";

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
  for (const element of [...root.querySelectorAll(embeds)]) putEmbed(element, base);
  for (const drawing of [...root.querySelectorAll("svg,canvas,math")]) putDrawing(drawing);
  for (const bracket of [...root.querySelectorAll("ruby > rp")]) bracket.remove();
  for (const reading of [...root.querySelectorAll("ruby > rt")])
    reading.replaceWith(`(${squeezed(reading.textContent)})`);
  for (const struck of [...root.querySelectorAll("del,s,strike,[style*='line-through']")])
    if (struck.isConnected && isStruck(struck)) putStruck(struck);
  for (const list of [...root.querySelectorAll("ul,ol")]) putLooseItems(list);
  for (const table of [...root.getElementsByTagName("table")]) putBeforeTable(table);
  for (const link of root.querySelectorAll("a[href]")) putLink(link, base, linkTo);
  for (const button of [...root.querySelectorAll(".wp-block-file__button")])
    if (button.previousElementSibling?.tagName === "A") button.remove();
  for (const text of [...root.getElementsByTagName("pre")]) putPreformatted(text);
  for (const list of [...root.querySelectorAll("ul,ol")]) putPictureList(list);
  keepNumbers(root);
  for (const details of [...root.querySelectorAll("details")]) unfold(details);
  for (const caption of [...root.querySelectorAll("table > caption")]) {
    const words = paragraphOf(caption);
    const table = caption.closest("table")!;
    caption.remove();
    if (words !== undefined) table.before(words);
  }
  // From the inside out: the pictures of a gallery are figures in a figure.
  for (const figure of [...root.querySelectorAll("figure")].toReversed()) putFigure(figure);
  markCaptions(root);
  for (const cite of [...root.querySelectorAll("blockquote > cite,blockquote > footer")])
    cite.replaceWith(paragraphOf(cite) ?? "");
  for (const line of [...root.querySelectorAll("br")]) if (isAtEnd(line)) line.remove();
}

/** Returns a paragraph with what is in an element; undefined when that is nothing. */
function paragraphOf(element: Element): Element | undefined {
  if (squeezed(element.textContent) === "") return undefined;
  const paragraph = element.ownerDocument.createElement("p");
  paragraph.append(...element.childNodes);
  return paragraph;
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
 * Names what was struck out: it must not come out as text that counts. A list or a table that is
 * struck out as a whole stays one, of such names.
 */
function putStruck(struck: Element): void {
  let run: ChildNode[] = [];
  const flush = () => {
    const [first] = run;
    const words = squeezed(run.map(({ textContent }) => textContent).join(""));
    if (first !== undefined && words !== "") {
      first.before(leftOut(`chữ bị gạch ngang ${quoted(words)}`));
      for (const node of run)
        if (node.nodeType === 1)
          node.replaceWith(...(node as unknown as Element).querySelectorAll("img"));
        else node.remove();
    }
    run = [];
  };
  const walk = (parent: Element) => {
    for (const node of [...parent.childNodes]) {
      const element = node.nodeType === 1 ? (node as unknown as Element) : undefined;
      const holdsLines = element?.matches(lineHolders) || element?.querySelector(lineHolders);
      if (!holdsLines) {
        if (element?.tagName !== "IMG") run.push(node);
        continue;
      }
      flush();
      walk(element!);
      flush();
    }
    flush();
  };
  walk(struck);
  if (/^(?:DEL|S|STRIKE|SPAN)$/u.test(struck.tagName)) struck.replaceWith(...struck.childNodes);
}

const lineHolders =
  "p,ul,ol,li,table,thead,tbody,tfoot,tr,td,th,h1,h2,h3,h4,h5,h6,figure,figcaption,blockquote,dl,dt,dd,cite,summary,pre,div";

function isStruck(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    /^(?:DEL|S|STRIKE)$/u.test(element.tagName) ||
    /text-decoration(?:-line)?\s*:[^;]*line-through/iu.test(style)
  );
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

/** Names a drawing that only a browser can draw, unless it is so small that it is a sign. */
function putDrawing(drawing: Element): void {
  const words = squeezed(drawing.textContent);
  const sized = ["width", "height"].some(
    (side) => Number.parseInt(drawing.getAttribute(side) ?? "", 10) >= 120,
  );
  if (drawing.tagName.toUpperCase() === "MATH") {
    // Without their places, the digits of a fraction are another number.
    if (drawing.querySelector("mfrac,msup,msub,msubsup,msqrt,mroot,mtable,munder,mover") === null)
      return;
    const told =
      drawing.querySelector("annotation")?.textContent ?? drawing.getAttribute("alttext");
    drawing.replaceWith(leftOut(`công thức ${quoted(squeezed(told) || words)}`));
  } else if (drawing.tagName.toUpperCase() === "CANVAS") drawing.replaceWith(leftOut("hình vẽ"));
  else if (sized || drawing.querySelector("text") !== null)
    drawing.replaceWith(leftOut(words === "" ? "hình vẽ" : `hình vẽ ${quoted(words)}`));
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
  for (const picture of [...root.querySelectorAll("img")]) {
    const line = picture.closest("p,div");
    if (line === null || line === root || line.children.length > mostOnLine) continue;
    if (picture.closest("figure,table,li") !== null) continue;
    const next = line.nextElementSibling;
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

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** What shows a film, a sound or another page within a text. */
const embeds =
  "iframe,video,audio,object,embed,amp-iframe,amp-video,amp-audio,amp-youtube,amp-vimeo,amp-dailymotion,amp-facebook,amp-twitter,.fb-video[data-href],.fb-post[data-href],[type='VideoStream'],[data-vid]";

const advertising =
  /doubleclick|googlesyndication|googletagmanager|adservice|adsystem|amazon-adsystem|taboola|outbrain|criteo|facebook\.com\/plugins\/(?:like|share|page|comments)|platform\.twitter\.com\/widgets|about:blank|recaptcha/iu;

/** Puts a link in the place of a film, a map or another page that was shown within the text. */
function putEmbed(element: Element, base: string | undefined): void {
  const written =
    ["src", "data-src", "data-lazy-src", "data", "data-original", "data-href", "data-vid"]
      .map((name) => element.getAttribute(name))
      .find(Boolean) ??
    filmOf(element) ??
    element.querySelector("source[src],embed[src],iframe[src]")?.getAttribute("src") ??
    element.querySelector("a[href]")?.getAttribute("href") ??
    "";
  const address = written === "" ? "" : shownAddress(absolute(written, base));
  const title = squeezed(element.getAttribute("title"));
  const document = element.ownerDocument;
  if (advertising.test(written)) {
    element.remove();
    return;
  }
  const paragraph = document.createElement("p");
  const kind = /^(?:AMP-)?AUDIO$/u.test(element.tagName)
    ? "Âm thanh"
    : isFilm(element, address)
      ? "Video"
      : "Nội dung nhúng";
  if (/^https?:\/\//iu.test(address)) {
    const link = document.createElement("a");
    link.setAttribute("href", address);
    link.textContent = title === "" || /video player/iu.test(title) ? address : title;
    paragraph.append(`${kind}: `, link);
  } else
    paragraph.append(
      leftOut(`${kind.toLowerCase()}${written === "" ? "" : ` ${quoted(written)}`}`),
    );
  // A paragraph cannot hold another.
  const holder = element.closest("p");
  if (
    holder !== null &&
    squeezed(holder.textContent) === "" &&
    holder.querySelector("img") === null
  )
    holder.replaceWith(paragraph);
  else if (holder === null) element.replaceWith(paragraph);
  else {
    element.remove();
    holder.after(paragraph);
  }
}

/** Returns the address of a film that an accelerated page (AMP) only tells the number of. */
function filmOf(element: Element): string | undefined {
  const number = element.getAttribute("data-videoid");
  if (!number) return undefined;
  return {
    "AMP-YOUTUBE": `https://www.youtube.com/watch?v=${number}`,
    "AMP-VIMEO": `https://vimeo.com/${number}`,
    "AMP-DAILYMOTION": `https://www.dailymotion.com/video/${number}`,
  }[element.tagName];
}

function isFilm(element: Element, address: string): boolean {
  return (
    /^(?:AMP-)?VIDEO$/u.test(element.tagName) ||
    element.matches(".fb-video,[type='VideoStream']") ||
    /youtube|youtu\.be|vimeo|dailymotion|video|\.(?:mp4|webm|m3u8)(?:$|\?)/iu.test(address)
  );
}

/** Returns the address at which readers find what is embedded. */
function shownAddress(address: string): string {
  const [, film] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/iu.exec(address) ?? [];
  if (film !== undefined && film !== "videoseries")
    return `https://www.youtube.com/watch?v=${film}`;
  // Pages that show a file of another site, and links that Google leads through itself.
  const [, shown] =
    /^https?:\/\/(?:docs\.google\.com\/g?viewer(?:ng\/viewer)?|view\.officeapps\.live\.com\/op\/\w+\.aspx)\?(?:.*&)?(?:url|src)=([^&]+)/iu.exec(
      address,
    ) ?? [];
  const [, inner = shown] =
    /^https?:\/\/(?:www\.)?facebook\.com\/plugins\/\w+\.php\?(?:.*&)?href=([^&]+)/iu.exec(
      address,
    ) ?? [];
  try {
    if (inner !== undefined && /^https?:/iu.test(decodeURIComponent(inner)))
      return decodeURIComponent(inner);
  } catch {
    // Then the address as it is.
  }
  return address;
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
  const texts = (parent: Element): ChildNode[] =>
    [...parent.childNodes].flatMap((node) =>
      node.nodeType === 1 ? texts(node as unknown as Element) : node.nodeType === 3 ? [node] : [],
    );
  for (const node of texts(holder)) {
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
