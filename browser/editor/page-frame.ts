/** The page that each frame shows now. */
const shown = new WeakMap<HTMLIFrameElement, string>();

/**
 * Shows a page in a frame. When the page changes, only its body is replaced, so that it neither
 * flickers nor loses its scroll position. Nothing in it can run: the frame is a sandbox, and the
 * page has no script.
 */
export function showPage(element: Element | undefined, page: string | undefined): void {
  if (!(element instanceof HTMLIFrameElement) || page === undefined) return;
  if (shown.get(element) === page) return;
  const isFirst = !shown.has(element);
  shown.set(element, page);
  if (isFirst) {
    element.addEventListener("load", () => keepInside(element));
    element.srcdoc = page;
    return;
  }
  const inside = element.contentDocument;
  const fresh = new DOMParser().parseFromString(page, "text/html");
  if (inside?.body) inside.body.replaceChildren(...inside.adoptNode(fresh.body).childNodes);
  else element.srcdoc = page;
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
