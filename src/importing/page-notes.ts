/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What a page shows where a note belongs: `1`, `[2]`, `(3)`, `*`, `a`. */
const sign = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?$/iu;
/** What leads from a note back into the text. */
const back = /^(?:[↩↑^⤴⬆]\ufe0e?\s*\d*|[[(]?\d{1,3}[\])]?\.?|[a-z])$/iu;
/** The heading above notes, which Markdown draws without one. */
const heading =
  /^(?:chú thích|chú dẫn|ghi chú|cước chú|footnotes?|notes?|references?|anmerkungen|einzelnachweise|fußnoten)\s*:?$/iu;

/**
 * Gives the notes of a web page the form that notes of Word files have: signs that lead to
 * `#footnote-1`, and a list of the notes at the end. Links that lead elsewhere within the page stay
 * as they are.
 *
 * @param base the address of the page: browsers write it before `#` when they save a page
 */
export function putNotes(root: Element, base?: string): void {
  const links = [...root.querySelectorAll("a[href*='#']")].filter(isSign);
  if (links.length === 0) return;
  const page = placesIn(root);
  const numbers = new Map<Element, number>();
  const signs = new Map<Element, number>();
  for (const link of links) {
    const note = noteOf(link, page, base);
    if (note === undefined) continue;
    // A note leads back to its sign, and that is no note.
    if (isInside(link, numbers)) continue;
    const number = numbers.get(note) ?? numbers.size + 1;
    numbers.set(note, number);
    signs.set(link, number);
  }
  if (numbers.size === 0) return;
  const document = root.ownerDocument;
  const list = document.createElement("ol");
  for (const [note, number] of numbers) list.append(itemOf(note, number));
  for (const [link, number] of signs) putSign(link, number);
  for (const note of numbers.keys()) removeWithFrame(note, root);
  root.append(list);
}

/** True for a link that is raised, and says nothing but a number or a sign. */
function isSign(link: Element): boolean {
  const isRaised = link.closest("sup") !== null || link.querySelector("sup") !== null;
  return isRaised && sign.test((link.textContent ?? "").trim());
}

function isInside(link: Element, notes: ReadonlyMap<Element, number>): boolean {
  let at = link.parentElement;
  while (at !== null && !notes.has(at)) at = at.parentElement;
  return at !== null;
}

type Places = {
  readonly named: ReadonlyMap<string, Element>;
  /** The place of each element in the order of the page. */
  readonly order: ReadonlyMap<Element, number>;
};

function placesIn(root: Element): Places {
  const named = new Map<string, Element>();
  const order = new Map<Element, number>();
  for (const element of root.querySelectorAll("*")) {
    order.set(element, order.size);
    for (const name of [element.getAttribute("id"), element.getAttribute("name")])
      if (name && !named.has(name)) named.set(name, element);
  }
  return { named, order };
}

function noteOf(
  link: Element,
  { named, order }: Places,
  base: string | undefined,
): Element | undefined {
  const [page = "", name = ""] = (link.getAttribute("href") ?? "").split("#");
  if (page !== "" && page !== base?.split("#")[0]) return undefined;
  const note = (named.get(name) ?? named.get(decoded(name)))?.closest("li,p,dd,div,aside");
  // The sign of a note comes before it.
  const isBehind = note && (order.get(note) ?? -1) > order.get(link)!;
  return isBehind ? note : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function itemOf(note: Element, number: number): Element {
  const item = note.ownerDocument.createElement("li");
  item.id = `footnote-${number}`;
  item.append(...[...note.childNodes].map((node) => node.cloneNode(true)));
  for (const link of [...item.querySelectorAll("a")]) {
    const text = (link.textContent ?? "").trim();
    const isBack = /#/u.test(link.getAttribute("href") ?? "") && (text === "" || back.test(text));
    const isAnchor = !link.hasAttribute("href") && text === "";
    if (!isBack && !isAnchor) continue;
    const raised = link.closest("sup");
    if (raised !== null && (raised.textContent ?? "").trim() === text) raised.remove();
    else link.remove();
  }
  const first = item.firstChild;
  if (first?.nodeType === 3)
    first.textContent = (first.textContent ?? "").replace(/^\s*[.):^]\s*/u, "");
  return item;
}

function putSign(link: Element, number: number): void {
  const document = link.ownerDocument;
  const raised = document.createElement("sup");
  const own = document.createElement("a");
  own.setAttribute("href", `#footnote-${number}`);
  own.textContent = `[${number}]`;
  raised.append(own);
  const holder = link.closest("sup");
  const isAlone = holder !== null && holder.querySelectorAll("a").length === 1;
  if (isAlone) holder.replaceWith(raised);
  else if (holder !== null) {
    // Several signs in one: each stands for itself.
    holder.before(raised);
    link.remove();
    if (!/[\p{L}\p{N}]/u.test(holder.textContent ?? "")) holder.remove();
  } else link.replaceWith(raised);
}

/** Removes a note, the list that held only notes, and the heading of that list. */
function removeWithFrame(note: Element, root: Element): void {
  let gone = note;
  for (
    let parent = gone.parentElement;
    parent !== null &&
    parent !== root &&
    (parent.textContent ?? "").trim() === (gone.textContent ?? "").trim();
    parent = parent.parentElement
  )
    gone = parent;
  const before = gone.previousElementSibling;
  const isLast = gone !== note || note.tagName !== "LI";
  gone.remove();
  if (isLast && before !== null && heading.test((before.textContent ?? "").trim())) before.remove();
}
