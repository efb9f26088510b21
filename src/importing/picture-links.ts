/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { squeezed } from "./html-tree.ts";

/*
 * Pictures of our articles lead nowhere. What pictures of a page lead to becomes a link below them.
 */

/** The attribute of such a link's line. */
export const pictureLink = "data-picture-link";

/** What makes an address whole; see `absolute` in page-pictures.ts. */
type Whole = (address: string) => string;

/**
 * Sets each link that is around nothing but pictures below them, and makes links of the parts of an
 * image map. A link to the picture itself, to its own page, or to where words lead as well, goes.
 *
 * @param base the address of the page
 * @returns the addresses of whole pictures, by the small one that leads there
 */
export function putPictureLinks(
  root: Element,
  base: string | undefined,
  whole: Whole,
): Map<Element, string> {
  for (const map of [...root.querySelectorAll("map")]) putAreas(map);
  const links = [...root.querySelectorAll("a[href]")];
  const told = new Set(
    links.filter((link) => squeezed(link.textContent) !== "").map((link) => whole(hrefOf(link))),
  );
  const wholes = new Map<Element, string>();
  for (const link of links) {
    const pictures = link.firstElementChild === null ? [] : [...link.querySelectorAll("img")];
    if (pictures.length === 0 || squeezed(link.textContent) !== "") continue;
    const href = hrefOf(link);
    const address = whole(href);
    if (pictureFile.test(href)) {
      if (pictures.length === 1) wholes.set(pictures[0]!, href);
    } else if (/^(?:https?:\/)?\/[^/\s]/iu.test(address) && !isItsPage(link, href)) {
      if (!told.has(address) && address !== base) putBelow(link, address);
      told.add(address);
      link.replaceWith(...link.childNodes);
    }
  }
  return wholes;
}

function hrefOf(link: Element): string {
  return (link.getAttribute("href") ?? "").trim();
}

/** True for a link to the page that shows nothing but the picture. */
function isItsPage(link: Element, href: string): boolean {
  return /[?&]attachment_id=/u.test(href) || /\battachment\b/u.test(link.getAttribute("rel") ?? "");
}

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|heic)(?:[?#]|$)/iu;

function putBelow(link: Element, address: string): void {
  const line = linkOf(link, address, "");
  const holder = link.closest("figure") ?? link.closest("p") ?? link;
  if (holder.closest("li,td,th") === null) holder.after(line);
  else link.after(" ", ...line.childNodes);
}

/** Turns the parts of a picture that lead somewhere into a list of links. */
function putAreas(map: Element): void {
  const links = [...map.querySelectorAll("area[href]")].map((area) =>
    linkOf(area, hrefOf(area), squeezed(area.getAttribute("alt"))),
  );
  map.replaceWith(...links);
}

function linkOf({ ownerDocument }: Element, href: string, words: string): Element {
  const paragraph = ownerDocument.createElement("p");
  paragraph.setAttribute(pictureLink, "");
  const link = ownerDocument.createElement("a");
  link.setAttribute("href", href);
  link.textContent = words || href;
  paragraph.append("Liên kết ở ảnh: ", link);
  return paragraph;
}
