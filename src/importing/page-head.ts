/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { squeezed } from "./html-tree.ts";

/** Returns what the head of a page says under the first of some names that it has. */
export type Meta = (...names: string[]) => string | undefined;

/** Reads the head of a page. */
export function metaOf(document: Document): Meta {
  const all = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = squeezed(element.getAttribute("content") ?? "");
    for (const by of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(by)?.trim().toLowerCase();
      if (name && content !== "" && !all.has(name)) all.set(name, content);
    }
  }
  return (...names) => names.map((name) => all.get(name.toLowerCase())).find(Boolean);
}
