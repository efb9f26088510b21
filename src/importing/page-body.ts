/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { Readability } from "@mozilla/readability";
import { htmlTree, squeezed } from "./html-tree.ts";

/** The body that was taken out of a page. */
export type PageBody = {
  readonly root: Element;
  /** It is so little of the page's text that the article may be elsewhere. */
  readonly isSmallPart: boolean;
  /** How many lists of links, frames and advertisements within the text were left out. */
  readonly dropped: number;
};

/** What content systems call the element with the text of an article. */
const marked =
  /(?:^|[\s_-])(?:article|post|entry|story|news|blog|detail|single|body|text|cms|td-post)(?:__|--|-|_)?(?:body|content|text|detail|main|copy|entry)s?(?:$|[\s_-])|(?:^|\s)(?:content-?detail|fck_detail|singular-content|noi-?dung\w*|chi-?tiet\w*|wysiwyg\w*|articleBody|prose)(?:$|[\s_-])/iu;

/** What is within an article on a page, and is none of it. The names are those of many systems. */
const foreign =
  /(?:^|[\s_-])(?:(?:(?:post|entry|article|content|node|item)-?_?)?meta|byline\w*|dateline|publish(?:ed)?-?date|(?:post|entry|article)-?date|kicker|related\w*|recommend\w*|recirc\w*|newsletter\w*|subscri\w*|promo\w*|teasers?|share|sharing|sharedaddy|shariff|social\w*|comments?|comment-?list|kommentare?|disqus|author-?(?:box|bio|info|card)|about-?author|tags|tag-?list|tagcloud|breadcrumbs?|copyright|advert\w*|adsbygoogle|sponsor\w*|outbrain|taboola|cookies?|cookie-?\w*|consent\w*|rating|pagination|pager|read-?(?:more|next|also)|more-?(?:news|stories|articles)|popular|trending|most-?read|sidebar|modal|popup|login|signup|banner|footer|lien-?quan|tin-?khac|xem-?them|tin-?cung\w*|doc-?them|jp-relatedposts|yarpp\w*|screen-reader-text|sr-only|visually-?hidden|hidden)(?:$|[\s_-])|(?:^|\s)(?:widget|ads?|nav|menu)(?:$|\s)/iu;

const never = "script,style,template,link,meta,nav,footer,form,button,select,dialog,[hidden]";

/**
 * Returns the article in a page; the whole of what is only a piece of HTML. Undefined when there is
 * no text.
 */
export function bodyOf(document: Document, html: string): PageBody | undefined {
  unpackNoscript(document);
  const body = bodyElement(document, html);
  if (!/<(?:html|body|head)\b/iu.test(html)) return { root: body, isSmallPart: false, dropped: 0 };
  for (const one of [...body.querySelectorAll("script,style,template,dialog")]) one.remove();
  unwrapForms(body);
  const whole = textLength(body);
  if (whole === 0 && body.querySelector("img") === null) return undefined;
  // What asks for consent is often the longest text of a page.
  for (const one of [...body.querySelectorAll("[id],[class]")])
    if (/cookie|consent|gdpr/iu.test(namesOf(one)) && textLength(one) < whole / 2) one.remove();
  const all = textLength(body);
  const prose = paragraphLength(body);
  const best = markedBody(body);
  let root: Element;
  if (best !== undefined && proseLength(best) >= 0.4 * prose) root = best;
  else {
    const copy = htmlTree(`<!doctype html><html><body>${body.innerHTML}</body></html>`);
    const read = new Readability(copy, { keepClasses: true, charThreshold: 100 }).parse();
    const found = treeOf(read?.content ?? "");
    const isLonger = best !== undefined && proseLength(best) > 2 * proseLength(found);
    root = isLonger ? best : textLength(found) > 0 ? found : body;
  }
  const lead = leadOf(body, root);
  const dropped = clean(root);
  if (lead !== undefined) root.prepend(lead);
  const kept = textLength(root);
  const isSmallPart =
    kept < 0.2 * all ||
    proseLength(root) < 0.5 * prose ||
    kept < Math.max(250, Math.min(700, 0.6 * all));
  return { root, isSmallPart, dropped };
}

/** Some systems put the whole page into one form, and a form is not text. */
function unwrapForms(body: Element): void {
  for (const form of [...body.querySelectorAll("form")])
    if (proseLength(form) > 400 || form.querySelector("article,h1") !== null)
      form.replaceWith(...form.childNodes);
}

const leading =
  /(?:^|[\s_-])(?:sapo|chapeau|standfirst|trich-?(?:dan|yeu)|mo-?ta|tom-?tat|(?:article|post|entry|news|detail|story|single|content|page)[-_]*(?:lead|intro|summary|excerpt|description|desc|subtitle|teaser|sapo|head-?text|top-content)|lead|lede|intro(?:-?text)?|excerpt|dek|subheadline)(?:$|[\s_-])/iu;

/**
 * Finds the lead of an article, which many systems keep beside the element with its text: between
 * the title and that element. Returns a copy of it; undefined where the text has it.
 */
function leadOf(body: Element, root: Element): Element | undefined {
  const taken = squeezed(root.textContent);
  const all = [...body.querySelectorAll("*")];
  const from = all.findIndex(({ tagName }) => tagName === "H1");
  const to = body.contains(root) ? all.indexOf(root) : all.length;
  for (const one of all.slice(from + 1, Math.max(from + 1, to))) {
    if (!leading.test(namesOf(one)) || one.contains(root)) continue;
    const words = squeezed(one.textContent);
    const isLead =
      words.length >= 60 && words.length <= 900 && proseLength(one) > 0.8 * words.length;
    const isFrame =
      one.closest("nav,footer,aside,form,li") !== null || one.querySelector("h1") !== null;
    if (!isLead || isFrame) continue;
    if (taken.includes(words.slice(0, 60))) return undefined;
    const paragraph = one.ownerDocument.createElement("p");
    paragraph.textContent = words;
    return paragraph;
  }
  return undefined;
}

function treeOf(html: string): Element {
  return htmlTree(`<!doctype html><html><body>${html}</body></html>`).body;
}

/**
 * Returns the element with the content of a page. Some pages have a second `<html>` within the
 * first; then the reader finds no body where it looks for one.
 */
function bodyElement(document: Document, html: string): Element {
  const count = html.match(/<(?:html|body)[\s>]/giu)?.length ?? 0;
  if (count <= 2 && document.body !== null && textLength(document.body) > 0) return document.body;
  return treeOf(html.replaceAll(/<\/?(?:html|body|!doctype)(?:\s[^<>]*)?>/giu, ""));
}

/** Some pages have their text in `<noscript>`, and draw it again by a script. */
function unpackNoscript(document: Document): void {
  for (const holder of [...document.querySelectorAll("noscript")])
    if (textLength(holder) > 500 && holder.querySelector("p,br") !== null)
      holder.replaceWith(...holder.childNodes);
}

function namesOf(element: Element): string {
  return `${element.getAttribute("class") ?? ""} ${element.id}`;
}

/**
 * Finds the element that calls itself the text of an article: the longest, and of those within it
 * the smallest that has nearly all of its prose.
 */
function markedBody(body: Element): Element | undefined {
  const candidates = [...body.querySelectorAll("[class],[id],[itemprop]")]
    .filter((one) => marked.test(namesOf(one)) || one.getAttribute("itemprop") === "articleBody")
    .map((element) => ({ element, length: proseLength(element) }))
    .filter(({ length }) => length > 200);
  const most = Math.max(0, ...candidates.map(({ length }) => length));
  // In the order of the page those within others come later.
  const best = candidates.findLast(({ length }) => length >= 0.8 * most)?.element;
  return (
    best &&
    wholeOf(
      best,
      candidates.map(({ element }) => element),
    )
  );
}

/** Returns what holds all pieces of an article that is cut by advertisements into several. */
function wholeOf(best: Element, candidates: readonly Element[]): Element {
  const article = best.closest("article");
  if (article === null) return best;
  const names = best.getAttribute("class") ?? "";
  const pieces = candidates.filter(
    (one) => (one.getAttribute("class") ?? "") === names && article.contains(one),
  );
  if (names === "" || pieces.length < 2) return best;
  let whole = best;
  while (whole !== article && !pieces.every((one) => whole.contains(one)))
    whole = whole.parentElement!;
  return whole;
}

/** Lines of a page that are for its readers, and no part of the article. */
const furniture =
  /^(?:advertisement|anzeige|werbung|publicidad|publicité|teilen|share(?: this)?|drucken|drukuj|print|rezept drucken|kommentieren|kommentare?(?: schreiben)?|comments?|leave a comment|hinterlasse einen kommentar|suche|zur startseite|nach oben|inhaltsverzeichnis|news teilen|schon gelesen\?|temas relacionados|dowiedz się więcej|in trang|in bài(?: viết)?|chia sẻ|gửi (?:email|bình luận)|bình luận|quảng cáo|quay lại|lên đầu trang|bản in|cỡ chữ)\s*[:!.]?$/iu;

/** Lines that only introduce other articles. */
const others =
  /^(?:xem thêm|đọc thêm|tin liên quan|bài liên quan|tin cùng chuyên mục|bài cùng chuyên mục|tin khác|các tin khác|read more|read also|see also|related(?: articles| posts| stories)?|more (?:on|from)|lesen sie auch|auch interessant|mehr zum thema|weitere artikel|ähnliche (?:beiträge|artikel)|das könnte (?:dich|sie|euch) auch|zum weiterlesen|lire aussi|à lire aussi|lea también|lea más|zobacz także|más sobre|mehr zu(?:m thema)?|weitere (?:beiträge|themen|nachrichten)|lesen sie (?:hier|mehr)|könnte dich auch|das thema könnte)/iu;

/** Takes away what is not the article, and returns how many pieces that were. */
function clean(root: Element): number {
  let dropped = 0;
  const whole = textLength(root);
  for (const one of [...root.querySelectorAll(never)])
    if (one.querySelector("h1") === null && textLength(one) < whole / 2) one.remove();
  for (const one of [...root.querySelectorAll("[class],[id]")]) {
    if (!root.contains(one) || !foreign.test(namesOf(one))) continue;
    if (one.querySelector("h1") !== null || textLength(one) >= whole / 2) continue;
    if (textLength(one) > 0) dropped += 1;
    one.remove();
  }
  for (const one of [...root.querySelectorAll("p,div,span,a,li,h2,h3,h4,h5,h6,strong")]) {
    const words =
      one.firstElementChild === null || one.children.length < 3 ? squeezed(one.textContent) : "";
    const isLine =
      furniture.test(words) || (words.length <= 60 && others.test(words) && /[:?]$/u.test(words));
    if (words === "" || !isLine || !root.contains(one) || one.querySelector("img") !== null)
      continue;
    const gone = furnitureAt(one, words, root);
    if (gone === undefined) continue;
    gone.remove();
    dropped += 1;
  }
  for (const one of [...root.querySelectorAll("ul,ol,div,section,aside,p")]) {
    if (!root.contains(one) || !isOnlyLinks(one, whole)) continue;
    const before = one.previousElementSibling;
    if (before !== null && /^H[2-6]$/u.test(before.tagName)) before.remove();
    one.remove();
    dropped += 1;
  }
  return dropped;
}

const inline = /^(?:A|B|EM|FONT|I|MARK|SMALL|SPAN|STRONG|SUB|SUP|U)$/u;

/**
 * Returns what goes together with an element whose words are furniture: its list, its line, or
 * itself. Undefined where the same words belong to the article: in a sentence, a table, among other
 * items of a list, or above the text that they are the heading of.
 */
function furnitureAt(one: Element, words: string, root: Element): Element | undefined {
  const heading = one.querySelector("h2,h3,h4,h5,h6");
  if (heading !== null) return hasTextBelow(heading, root) ? undefined : one;
  let top = one;
  for (let at: Element | null = one; at !== null && at !== root; at = at.parentElement) {
    if (squeezed(at.textContent) !== words) break;
    top = at;
    if (/^(?:TD|TH|DT|DD)$/u.test(at.tagName)) return undefined;
    if (/^H[2-6]$/u.test(at.tagName)) return hasTextBelow(at, root) ? undefined : one;
    if (at.tagName !== "LI") continue;
    const list = at.parentElement!;
    const isWhole = [...list.children].every(isFurniture);
    return isWhole && list !== root && list.querySelector("img") === null ? list : undefined;
  }
  if (!inline.test(top.tagName)) return one;
  if (!isWholeLine(top)) return undefined;
  const block = one.closest("p,div");
  const isAll = block !== null && block !== root && root.contains(block) && isFurniture(block);
  return isAll && block.querySelector("img") === null ? block : one;
}

/** True when the text around an inline element, up to the next block, is furniture too. */
function isWholeLine(one: Element): boolean {
  let top = one;
  while (top.parentElement !== null && inline.test(top.parentElement.tagName))
    top = top.parentElement;
  for (const step of ["previousSibling", "nextSibling"] as const)
    for (let at = top[step]; at !== null && !isBlock(at); at = at[step])
      if (!isFurniture(at)) return false;
  return isFurniture(top);
}

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && node.nodeName !== "BR" && !inline.test(node.nodeName);
}

/** True for a node that says nothing, or nothing but furniture. */
function isFurniture(node: Node): boolean {
  if (node.nodeType === 8) return true;
  const words = squeezed(node.textContent);
  if (!/[\p{L}\p{N}]/u.test(words) || furniture.test(words)) return true;
  return node.nodeType === 1 && [...node.childNodes].every(isFurniture);
}

/** True when prose follows a heading before the next one of its rank. */
function hasTextBelow(heading: Element, root: Element): boolean {
  let at: Node = heading;
  while (at !== root) {
    const next: Node | null = at.nextSibling;
    if (next === null) {
      if (at.parentNode === null) return false;
      at = at.parentNode;
      continue;
    }
    at = next;
    if (isFurniture(at)) continue;
    if (at.nodeType !== 1) return true;
    const element = at as Element;
    if (/^H[1-6]$/u.test(element.tagName)) return element.tagName > heading.tagName;
    if (proseLength(element) > 0) return true;
  }
  return false;
}

/** True for a list of links to other pages; links to files are what an article hands out. */
function isOnlyLinks(element: Element, whole: number): boolean {
  const links = [...element.querySelectorAll("a[href]")];
  if (links.length === 0 || element.querySelector("img,table") !== null) return false;
  const length = textLength(element);
  if (length >= whole / 3) return false;
  const isFile = links.some((link) =>
    /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)(?:$|[?#])/iu.test(link.getAttribute("href") ?? ""),
  );
  if (isFile || links.every((link) => (link.getAttribute("href") ?? "").startsWith("#")))
    return false;
  const linked = links.reduce((sum, link) => sum + textLength(link), 0);
  const words = (element.textContent ?? "").trim();
  if (element.tagName === "P") return others.test(words) && linked > 0.4 * length;
  return (
    (links.length >= 3 && linked > 0.75 * length) || (others.test(words) && linked > 0.5 * length)
  );
}

function textLength(element: Element): number {
  return squeezed(element.textContent).length;
}

/** Returns the letters of an element that are in no link. */
function proseLength(element: Element): number {
  let length = textLength(element);
  for (const link of element.querySelectorAll("a")) length -= textLength(link);
  return length;
}

function paragraphLength(element: Element): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll("p")) length += proseLength(paragraph);
  return length;
}
