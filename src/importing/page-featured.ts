/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { namesOf } from "./element-text.ts";
import { squeezed } from "./html-tree.ts";
import { isElsewhere } from "./page-frame.ts";

/** What content systems call the picture at the top of an article. */
const featured =
  /featured|hero|thumb|cover|lead-?(?:image|photo|media)|main-?(?:image|photo|img)|post-?image|article-?(?:image|photo)|top-?image|avatar|anh-?dai-?dien|anh-?bia/iu;
/** Pictures that stand for every page of a site where it is shared. */
const standing =
  /logo|favicon|default|no-?(?:image|photo)|placeholder|share-?(?:image|fb)|banner/iu;

/**
 * Puts the picture at the top of an article before its text, where the element with the text does
 * not have it: what the page shows between its title and that element, or, for a text without any
 * picture, the one by which the page is shared.
 *
 * @param shared the picture for those who share the page
 */
export function putFeatured(
  document: Document,
  root: Element,
  shared: { readonly address: string | undefined; readonly alt: string | undefined },
): void {
  const own = [...root.querySelectorAll("img")];
  const known = new Set(own.flatMap(namesOfFile));
  const shown = topPicture(document.body, root, shared.address);
  if (shown !== undefined) {
    const names = namesOfFile(shown.querySelector("img") ?? shown);
    if (names.length > 0 && !names.some((name) => known.has(name)))
      root.prepend(shown.cloneNode(true));
    return;
  }
  if (own.length > 0 || shared.address === undefined || standing.test(shared.address)) return;
  const picture = root.ownerDocument.createElement("img");
  picture.setAttribute("src", shared.address);
  picture.setAttribute("alt", shared.alt ?? "");
  root.prepend(picture);
}

/** Finds the picture with its frame that is shown between the title and the text. */
function topPicture(body: Element, root: Element, shared: string | undefined): Element | undefined {
  const all = [...body.querySelectorAll("*")];
  const from = all.findIndex(({ tagName }) => tagName === "H1");
  const isInside = body.contains(root) && body !== root;
  const to = isInside ? all.indexOf(root) : all.length;
  if (from === -1 || to < from) return undefined;
  for (const picture of all.slice(from + 1, to)) {
    if (picture.tagName !== "IMG" || root.contains(picture) || isElsewhere(picture)) continue;
    if (picture.closest("nav,footer,aside,form,li") !== null) continue;
    const figure = picture.closest("figure");
    const isShared = shared !== undefined && namesOfFile(picture).includes(nameOfFile(shared));
    const parents = [picture, picture.parentElement, picture.parentElement?.parentElement];
    const isNamed = parents.some((one) => one && featured.test(namesOf(one)));
    const isInPlace = isInside && (figure !== null || (isNamed && picture.closest("a") === null));
    if (!isShared && !isInPlace) continue;
    return figure !== null && squeezed(figure.textContent).length <= 400 ? figure : picture;
  }
  return undefined;
}

const places = ["src", "data-src", "data-original", "data-lazy-src"];

function namesOfFile(picture: Element): string[] {
  return places
    .map((name) => picture.getAttribute(name) ?? "")
    .filter((address) => address !== "" && !address.startsWith("data:"))
    .map(nameOfFile);
}

/** Returns the name of the file of a picture, without its folder, its size and its kind. */
function nameOfFile(address: string): string {
  const [name = ""] = (address.split(/[?#]/u)[0] ?? "").split("/").slice(-1);
  return name
    .replace(/\.\w+$/u, "")
    .replace(/[-_](?:\d+x\d+|scaled|thumb)$/u, "")
    .toLowerCase();
}
