/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { Readability } from "@mozilla/readability";
import { namesOf, proseLength, textLength } from "./element-text.ts";
import { leaveOutForeign } from "./foreign-parts.ts";
import { htmlTree, squeezed } from "./html-tree.ts";
import { plainPictures } from "./page-pictures.ts";

/** The body that was taken out of a page. */
export type PageBody = {
  readonly root: Element;
  /** It is so little of the page's text that the article may be elsewhere. */
  readonly isSmallPart: boolean;
  /** It is most likely what readers wrote below an article. */
  readonly isOfReaders?: boolean;
  /** The page has several whole texts, and none of them is most of it. */
  readonly isOneOfSeveral?: boolean;
  /** How many lists of links, frames and advertisements within the text were left out. */
  readonly dropped: number;
};

/** What content systems call the element with the text of an article. */
const marked =
  /(?:^|[\s_-])(?:article|post|entry|story|news|blog|detail|single|body|text|cms|td-post)(?:__|--|-|_)?(?:body|content|text|detail|main|copy|entry)s?(?:$|[\s_-])|(?:^|\s)(?:content-?detail|fck_detail|singular-content|noi-?dung\w*|chi-?tiet\w*|wysiwyg\w*|articleBody|prose)(?:$|[\s_-])/iu;

/**
 * Returns the article in a page; the whole of what is only a piece of HTML. Undefined when there is
 * no text.
 *
 * @param url the address of the page
 */
export function bodyOf(document: Document, html: string, url?: string): PageBody | undefined {
  unpackNoscript(document);
  const body = bodyElement(document, html);
  plainPictures(body);
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
  const isOneOfSeveral = hasOtherPosts(body);
  const lead = leadOf(body, root);
  const dropped = leaveOutForeign(root, url);
  if (lead !== undefined) root.prepend(lead);
  const kept = textLength(root);
  const isSmallPart =
    kept < 0.2 * all ||
    proseLength(root) < 0.5 * prose ||
    kept < Math.max(250, Math.min(700, 0.6 * all));
  return { root, isSmallPart, dropped, isOneOfSeveral, isOfReaders: isMostlyOfReaders(root) };
}

/** What content systems call what readers write. */
const ofReaders =
  /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|reviews?|rev|rezension(?:en)?|binh-?luan|y-kien(?:-ban-doc)?)(?:$|[\s_-])/iu;

/** Returns whether an element is within what readers wrote; a whole article is named so as well. */
function isOfReaders(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (/^(?:ARTICLE|MAIN|BODY|HTML)$/u.test(at.tagName)) return false;
    if (ofReaders.test(namesOf(at)) && at.querySelector("h1") === null) return true;
  }
  return false;
}

function isMostlyOfReaders(root: Element): boolean {
  if (isOfReaders(root)) return true;
  let length = 0;
  let last: Element | undefined;
  for (const one of root.querySelectorAll("[class],[id]")) {
    if (last?.contains(one) || !ofReaders.test(namesOf(one))) continue;
    length += textLength(one);
    last = one;
  }
  return length > 0.5 * textLength(root);
}

/** In letters; less is the beginning of an article that is elsewhere. */
const shortestPost = 500;

/**
 * Returns whether a page shows several whole texts, none of which is most of it, as the first page
 * of a blog does.
 */
function hasOtherPosts(body: Element): boolean {
  const lengths = [...body.querySelectorAll(posts)]
    .filter((one) => one.parentElement!.closest(posts) === null)
    .filter((one) => !ofReaders.test(namesOf(one)) && !isOfReaders(one.parentElement!))
    .map(proseLength)
    .filter((length) => length > shortestPost);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.length >= 3 && Math.max(...lengths) < 0.6 * all;
}

const posts = "article,.post,.hentry,.h-entry";

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

/**
 * Finds the element that calls itself the text of an article: the longest, and of those within it
 * the smallest that has nearly all of its prose.
 */
function markedBody(body: Element): Element | undefined {
  const candidates = [...body.querySelectorAll("[class],[id],[itemprop]")]
    .filter((one) => marked.test(namesOf(one)) || one.getAttribute("itemprop") === "articleBody")
    .map((element) => ({ element, length: proseLength(element) }))
    .filter(({ element, length }) => length > 200 && !isOfReaders(element));
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

function paragraphLength(element: Element): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll("p")) length += proseLength(paragraph);
  return length;
}
