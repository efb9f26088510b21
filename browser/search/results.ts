import { asWritten, toIndexed } from "../../src/text/search-text.ts";
import type { Fragment } from "./engine.ts";

/**
 * A result as an item of the list: small picture, linked title, excerpt with the words marked, day
 * and unit.
 */
export function resultItem(
  { raw_url, meta, excerpt, content }: Fragment,
  typed: string,
  unit: string,
  root: string,
): HTMLElement {
  const [address = "", picture] = raw_url.split("#");
  const item = element("li", "found-item");
  if (picture) {
    const image = document.createElement("img");
    image.src = inSite(picture, root);
    image.alt = "";
    image.width = 160;
    image.height = 107;
    image.loading = "lazy";
    item.append(image);
  }
  const link = document.createElement("a");
  link.href = inSite(address, root);
  link.append(...marked(asWritten(meta.title ?? address), typed));
  const heading = element("h3", "found-title");
  heading.append(link);
  const text = element("div", "found-text");
  text.append(heading, ...excerptLine(excerpt, content), line(address, unit));
  item.append(text);
  return item;
}

/** Makes an address of the index absolute: it begins at the site's root, below any base path. */
function inSite(address: string, root: string): string {
  return new URL(address.replace(/^\//u, ""), root).href;
}

/**
 * Returns a line with the excerpt, or none. Pagefind puts the words that it found into `<mark>`,
 * and escapes everything else that could be taken for a tag.
 */
function excerptLine(excerpt: string, content: string): HTMLElement[] {
  if (excerpt.trim() === "") return [];
  const line = element("p", "found-excerpt");
  for (const [at, piece] of asWritten(excerpt)
    .split(/<\/?mark>/u)
    .entries()) {
    const text = textOf(piece);
    if (at % 2 === 0) line.append(text);
    else {
      // Pagefind marks everything between two spaces, also a comma after the word.
      const [, before = "", word = "", after = ""] =
        /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(text) ?? [];
      line.append(before, mark(word), after);
    }
  }
  const shown = textOf(excerpt.replace(/<\/?mark>/gu, "")).trim();
  if (!content.trim().startsWith(shown)) line.prepend("… ");
  if (!content.trim().endsWith(shown)) line.append(" …");
  return [line];
}

function textOf(escaped: string): string {
  return escaped.replace(/&lt;/gu, "<").replace(/&gt;/gu, ">");
}

/** Returns the title with the typed words highlighted, whatever their diacritics. */
function marked(title: string, typed: string): (Node | string)[] {
  const words = new Set(wordsIn(typed));
  return title.split(/([\p{L}\p{M}\p{N}]+)/u).map((piece) => {
    const [word] = wordsIn(piece);
    return word !== undefined && words.has(word) ? mark(piece) : piece;
  });
}

function wordsIn(text: string): string[] {
  const plain = toIndexed(text).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A line with day and unit. The day is read from the address, which every article has it in. */
function line(address: string, unit: string): HTMLElement {
  const line = element("p", "story-line");
  const day = /^\/(\d{4})\/(\d\d)\/(\d\d)\//u.exec(address);
  if (day) {
    const time = document.createElement("time");
    time.dateTime = `${day[1]}-${day[2]}-${day[3]}`;
    time.textContent = `${Number(day[3])}/${Number(day[2])}/${day[1]}`;
    line.append(time);
  }
  const name = document.createElement("span");
  name.textContent = unit;
  line.append(name);
  return line;
}

function mark(text: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
