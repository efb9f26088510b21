import { withoutPercent } from "../text/percent.ts";
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Where the named places of a page are. */
export type Places = {
  readonly base: string | undefined;
  readonly named: ReadonlyMap<string, Element>;
  /** The place of each element in the order of the page. */
  readonly order: ReadonlyMap<Element, number>;
};

/**
 * Finds the named places of a page.
 *
 * @param base the address of the page: browsers write it before `#` when they save a page
 */
export function placesIn(root: Element, base: string | undefined): Places {
  const named = new Map<string, Element>();
  const order = new Map<Element, number>();
  for (const element of root.querySelectorAll("*")) {
    order.set(element, order.size);
    for (const name of [element.getAttribute("id"), element.getAttribute("name")])
      if (name && !named.has(name)) named.set(name, element);
  }
  return { base: base?.split("#")[0], named, order };
}

/** Returns the name behind `#` in a link within the page; undefined for links to other pages. */
export function nameIn(link: Element, { base }: Places): string | undefined {
  const [page = "", name] = (link.getAttribute("href") ?? "").split("#");
  return page === "" || page === base ? name : undefined;
}

/** Returns the place within the page that a link leads to. */
export function placeOf(link: Element, page: Places): Element | undefined {
  const name = nameIn(link, page);
  return name === undefined
    ? undefined
    : (page.named.get(name) ?? page.named.get(withoutPercent(name)));
}

/** Returns the place that a sign leads to. A sign comes before its note. */
export function targetOf(link: Element, page: Places): Element | undefined {
  const target = placeOf(link, page);
  return target && page.order.get(target)! > page.order.get(link)! ? target : undefined;
}
