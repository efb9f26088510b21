import { sectionTextUrl, type TitleRow } from "../../src/text/search-text.ts";
import { articleExcerpt } from "./article-text.ts";
import { excerptOf, type Piece, piecesOf } from "./excerpt.ts";
import type { Words } from "./query.ts";

/** What fetches the excerpts of items that have none yet. */
const excerpts = new WeakMap<Element, () => void>();

/**
 * Fetches the excerpt of a result once the item is in sight. As long as older parts of the index
 * are read, others may take its place, so the excerpt waits for this call.
 */
export function withExcerpt(item: Element): void {
  excerpts.get(item)?.();
  excerpts.delete(item);
}

/**
 * A result as an item of the list: small picture, linked title, day and unit. Its excerpt comes
 * from the page of the article itself.
 */
export function resultItem(
  [url, title, , picture]: TitleRow,
  unit: string,
  query: Words | undefined,
  root: string,
): HTMLElement {
  const item = element("li", "found-item");
  if (picture !== "") {
    const image = document.createElement("img");
    const [src = "", side = "50"] = picture.split("#");
    image.src = inSite(src, root);
    image.style.objectPosition = `${side}% ${side}%`;
    image.alt = "";
    image.width = 160;
    image.height = 107;
    image.loading = "lazy";
    item.append(image);
  }
  const heading = element("h3", "found-title");
  const href = inSite(url, root);
  heading.append(link(href, title, query));
  const excerpt = element("p", "found-excerpt");
  const text = element("div", "found-text");
  text.append(heading, ...(query ? [excerpt] : []), line(url, unit));
  item.append(text);
  if (query)
    excerpts.set(item, () => whenInSight(item, () => void fillExcerpt(excerpt, href, query)));
  return item;
}

/** A page that is no article, above the results: its name and what it is. */
export function directHit(
  [url, name, kind, more]: TitleRow,
  query: Words | undefined,
  root: string,
): HTMLElement {
  const item = document.createElement("li");
  const note = document.createElement("span");
  note.textContent = more === "" ? kind : `${kind}: ${more}`;
  item.append(link(inSite(url, root), name, query), " ", note);
  return item;
}

function link(href: string, text: string, query: Words | undefined): HTMLElement {
  const made = document.createElement("a");
  made.href = href;
  made.append(...nodesOf(text, query));
  return made;
}

/**
 * Returns a text as nodes, with the words that were searched for in `<mark>`, and each number of a
 * document in the element that keeps it in one line, as on all pages.
 */
function nodesOf(text: string, query: Words | undefined): (Node | string)[] {
  return text.split(documentNumber).flatMap((part, at) => {
    const nodes = query === undefined ? [part] : piecesOf(part, query).map(nodeOf);
    if (at % 2 === 0) return nodes;
    const run = document.createElement("no-break");
    run.append(...nodes);
    return [run];
  });
}

/** `21-KL/TW`, `30/2020/NĐ-CP` */
const documentNumber = /(\d{1,5}(?:\/\d{4})?(?:[-–/]\p{Lu}[\p{L}\d]*)+)/u;

function nodeOf({ text, isFound }: Piece): Node | string {
  if (!isFound) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/** Makes an address of the index absolute: it begins at the site's root, below any base path. */
function inSite(address: string, root: string): string {
  return new URL(address.replace(/^\//u, ""), root).href;
}

/** Calls `act` once, when an element is on the screen or nearly so. */
function whenInSight(target: HTMLElement, act: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: "200px" },
  );
  observer.observe(target);
}

/** Without a network the result stays as it is: its title leads to the article all the same. */
async function fillExcerpt(place: HTMLElement, url: string, query: Words): Promise<void> {
  try {
    const text = await (await fetch(url)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const excerpt = articleExcerpt(page, query);
    if (excerpt !== undefined) place.append(...nodesOf(excerpt, query));
  } catch {}
}

/**
 * A section of an attached file as an item of the list. Its title leads to the page of the
 * document; the line below leads to the page of the file on which the words are.
 *
 * @param key what is put behind the address of the text, so that none of an older index is shown
 */
export function fileItem(
  [url, title, , , file]: TitleRow,
  query: Words,
  root: string,
  key: string,
): HTMLElement {
  const [address, name, firstPage] = file!;
  const item = element("li", "found-item");
  const heading = element("h3", "found-title");
  heading.append(link(inSite(url, root), title, query));
  const excerpt = element("p", "found-excerpt");
  const place = document.createElement("a");
  place.href = inSite(address, root);
  place.type = "application/pdf";
  place.textContent = name;
  const line = element("p", "story-line");
  line.append("Trong tệp đính kèm: ", place);
  item.append(heading, excerpt, line);
  whenInSight(item, async () => {
    // Without a network the link leads to the file as a whole.
    try {
      const response = await fetch(`${inSite(sectionTextUrl(file!), root)}?${key}`);
      const found = excerptOf((await response.json()) as string[], query);
      if (found === undefined) return;
      excerpt.append(...nodesOf(found.text, query));
      const page = firstPage + found.block;
      place.href += `#page=${page}`;
      place.textContent = `${name}, trang ${page}`;
    } catch {}
  });
  return item;
}

/** A line with day and unit. The day is read from the address, which every article has it in. */
function line(address: string, unit: string): HTMLElement {
  const line = element("p", "story-line");
  const day = /^\/(\d{4})\/(\d\d)\/(\d\d)\//u.exec(address);
  if (day) {
    const time = document.createElement("time");
    time.dateTime = day.slice(1).join("-");
    time.textContent = dayText(time.dateTime);
    line.append(time);
  }
  const name = document.createElement("span");
  name.textContent = unit;
  line.append(name);
  return line;
}

/** Returns a day as it is read: "2/5/2024" for "2024-05-02". */
export function dayText(day: string): string {
  return day.split("-").map(Number).reverse().join("/");
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
