/** The page that each frame shows now. */
const shown = new WeakMap<HTMLIFrameElement, string>();

/**
 * Shows a page in a frame. When the page changes, only its body is replaced, so that it neither
 * flickers nor loses its scroll position. Nothing in it can run: the frame is a sandbox, and the
 * page has no script.
 */
export function showPage(element: Element | undefined, page: string | undefined): void {
  if (!(element instanceof HTMLIFrameElement) || page === undefined) return;
  frame = element;
  if (shown.get(element) === page) return;
  const isFirst = !shown.has(element);
  shown.set(element, page);
  if (isFirst) {
    place = undefined;
    element.addEventListener("load", () => {
      keepInside(element);
      // The head of the site is the same on every page; what is written is below it.
      const { contentDocument: inside, contentWindow: view } = element;
      const top = inside?.querySelector("main")?.getBoundingClientRect().top ?? 0;
      view?.scrollTo({ top });
      lookAt(place);
    });
    element.srcdoc = page;
    return;
  }
  const inside = element.contentDocument;
  const fresh = new DOMParser().parseFromString(page, "text/html");
  if (inside?.body) inside.body.replaceChildren(...inside.adoptNode(fresh.body).childNodes);
  else element.srcdoc = page;
  lookAt(place);
}

/** What somebody works at: the key of a field, and words that are in it. */
export type WorkPlace = { readonly key: string; readonly words: string };

let frame: HTMLIFrameElement | undefined;
let place: WorkPlace | undefined;

/** The key of the text of an article, which the front matter has none for. */
export const bodyKey = "noi dung";

/** Where the page shows a field of the form; the text itself is below `.prose`. */
const places: Readonly<Record<string, string>> = {
  title: "h1",
  date: ".byline",
  author: ".byline",
  unit: ".byline",
  place: ".byline",
  summary: ".lead",
  source: ".byline, .article-foot",
  images: "figure",
  event: ".beside",
  people: ".beside",
  awards: "section[aria-labelledby=khen-thuong]",
  figures: "section[aria-labelledby=so-lieu]",
  documents: "section[aria-labelledby=van-ban], .beside",
  corrections: ".corrections",
  tags: ".article-foot",
  mentions: ".article-foot",
  [bodyKey]: ".prose",
};

/** Shows the part of the page that somebody works at, now and when the page has changed. */
export function lookAt(at: WorkPlace | undefined): void {
  place = at;
  const inside = frame?.contentDocument;
  const view = frame?.contentWindow;
  if (at === undefined || !inside?.body || !view) return;
  const part = inside.querySelector(places[at.key] ?? "main");
  if (part === null) return;
  const { top, bottom } = (withWords(part, at.words) ?? part).getBoundingClientRect();
  // What is in sight stays where it is, because a page that moves at every key is not to be read.
  if (top >= 0 && Math.min(bottom, top + 80) <= view.innerHeight) return;
  view.scrollTo({ top: view.scrollY + top - view.innerHeight / 3 });
}

/** Finds the smallest block of a part that has some words. */
function withWords(part: Element, words: string): Element | undefined {
  const wanted = plain(words).slice(0, 60);
  if (wanted.length < 2) return undefined;
  const all = part.querySelectorAll("p, li, h2, h3, h4, tr, figure, blockquote, dd");
  return [...all].findLast((one) => plain(one.textContent).includes(wanted));
}

/** Returns words as they are both in Markdown and on the page. */
function plain(text: string): string {
  return text
    .replaceAll(/\]\([^)\s]*\)|\[\^[^\]]*\]:?|^\s*(?:[-*+>]|#+|\d+\.)\s/gu, " ")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Keeps links from leading away from what is being written. A link to a place on the page scrolls
 * there; every other link does nothing.
 */
function keepInside(frame: HTMLIFrameElement): void {
  frame.contentDocument?.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href]");
    if (!link) return;
    event.preventDefault();
    const [start, name = ""] = link.getAttribute("href")!.split("#");
    if (start === "" && name !== "")
      frame.contentDocument?.getElementById(decodeURIComponent(name))?.scrollIntoView();
  });
}
