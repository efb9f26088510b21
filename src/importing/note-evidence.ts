/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Places, placeOf, targetOf } from "./page-places.ts";

/** The heading above notes, which Markdown draws without one. */
const heading =
  /^(?:chú thích|chú dẫn|ghi chú|cước chú|footnotes?|notes?|references?|anmerkungen|einzelnachweise|fußnoten)\s*:?$/iu;

/** Elements that call themselves notes, or a list of them. */
const noteNames =
  /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|reference-?list|references|reflist|notes|chu-?thich|ghi-?chu-?ngan|cuoc-?chu)(?:$|[\s_-])/iu;

/** What a sign leads to. */
export type Note = {
  readonly element: Element;
  /** What the sign says: `1` of `[1]`. */
  readonly label: string;
  /** Where the ways back from the note lead: the signs, and what holds them. */
  readonly origins: ReadonlySet<Element>;
};

/** Returns the block that a note is when a sign leads to a place in it. */
export function blockOf(target: Element): Element | undefined {
  return target.closest("li,p,dd,div,aside") ?? undefined;
}

/** Finds the notes that signs lead to, among all that they lead to. */
export function notesIn(
  root: Element,
  links: readonly Element[],
  page: Places,
): ReadonlyMap<Element, Note> {
  const found = new Map<Element, { target: Element; note: Note & { origins: Set<Element> } }>();
  const unclear = new Set<Element>();
  for (const link of links) {
    const target = targetOf(link, page);
    const element = target && blockOf(target);
    if (element === undefined || (page.order.get(element) ?? -1) < page.order.get(link)!) continue;
    const origins = originsOf(link);
    const known = found.get(element);
    if (known === undefined)
      found.set(element, { target: target!, note: { element, label: labelOf(link), origins } });
    // Two notes in one block, which nothing divides.
    else if (known.target !== target) unclear.add(element);
    else for (const origin of origins) known.note.origins.add(origin);
  }
  const inLists = listed(root, [...found.keys()], page);
  const notes = new Map<Element, Note>();
  for (const [element, { note }] of found)
    if (!unclear.has(element) && (inLists.has(element) || isNote(note, page)))
      notes.set(element, note);
  return notes;
}

/** Returns the places that a way back to a sign may lead to. */
export function originsOf(link: Element): Set<Element> {
  const origins = new Set<Element>([link, ...link.querySelectorAll("*")]);
  let top = link;
  for (let at: Element | null = link; at !== null; at = at.parentElement) {
    origins.add(at);
    if (/^(?:P|LI|TD|TH|DIV|DD|H[1-6]|BLOCKQUOTE|BODY)$/u.test(at.tagName)) break;
    top = at;
  }
  for (const beside of [link.previousElementSibling, top.previousElementSibling])
    if (beside !== null && (beside.textContent ?? "").trim() === "") origins.add(beside);
  return origins;
}

/** Returns what a sign says, without brackets. */
export function labelOf(link: Element): string {
  return (link.textContent ?? "").trim().replaceAll(/[[\]()]/gu, "");
}

/** True for what begins with the number of its sign, or leads back to it. */
function isNote({ element, label, origins }: Note, page: Places): boolean {
  if (numberAt(element.textContent ?? "", label) !== "") return true;
  const first = [...element.querySelectorAll("sup,b,strong")].find(
    (one) => (one.textContent ?? "").trim() !== "",
  );
  const isRaised =
    first?.tagName === "SUP" &&
    labelOf(first) === label &&
    (element.textContent ?? "").trim().startsWith((first.textContent ?? "").trim());
  return (
    isRaised || [...element.querySelectorAll("a[href]")].some((a) => leadsTo(a, origins, page))
  );
}

/** True for a link to one of some elements. */
export function leadsTo(link: Element, origins: ReadonlySet<Element>, page: Places): boolean {
  const place = placeOf(link, page);
  return place !== undefined && origins.has(place);
}

/** Returns a note's own number at its beginning: `[1] `; “1 đảng viên” begins with none. */
export function numberAt(text: string, label: string): string {
  const own = RegExp.escape(label);
  const form = new RegExp(
    String.raw`^\s*(?:\[${own}\]|\(${own}\)|${own}\s*[.):\]](?!\d)|${own}(?=\s+[\p{Lu}“"]))\s*`,
    "u",
  );
  return form.exec(text)?.[0] ?? "";
}

/** Finds those in a list of notes: one that says so, or to whose items signs lead. */
function listed(root: Element, elements: readonly Element[], page: Places): Set<Element> {
  const all = new Set(elements);
  const found = new Set<Element>();
  const lists = new Map<Element, boolean>();
  for (const element of elements.toSorted((a, b) => page.order.get(a)! - page.order.get(b)!)) {
    const before = element.previousElementSibling;
    if (before !== null && (found.has(before) || isHeading(before))) found.add(element);
    const list = element.parentElement!;
    if (!lists.has(list)) lists.set(list, isList(list, root, all));
    if (lists.get(list) || noteNames.test(namesOf(element))) found.add(element);
  }
  return found;
}

function isList(list: Element, root: Element, all: ReadonlySet<Element>): boolean {
  for (let at: Element | null = list; at !== null && at !== root; at = at.parentElement)
    if (noteNames.test(namesOf(at))) return true;
  if (!/^(?:OL|UL|DL)$/u.test(list.tagName)) return false;
  const before = list.previousElementSibling;
  if (before !== null && isHeading(before)) return true;
  const items = [...list.children].filter(({ tagName }) => tagName !== "DT");
  return 2 * items.filter((item) => all.has(item)).length > items.length;
}

function namesOf(element: Element): string {
  return `${element.getAttribute("class") ?? ""} ${element.id} ${element.getAttribute("role") ?? ""}`;
}

/** True for the heading of a list of notes. */
export function isHeading(element: Element): boolean {
  return heading.test((element.textContent ?? "").trim());
}
