/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What a page shows where a note belongs: `1`, `[2]`, `(3)`, `*`, `a`. */
const sign = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?$/iu;
/** What leads from a note back into the text. */
const back = /^(?:[↩↑^⤴⬆]\ufe0e?\s*\d*|[[(]?\d{1,3}[\])]?\.?|[a-z])$/iu;
/** The heading above notes, which Markdown draws without one. */
const heading =
  /^(?:chú thích|chú dẫn|ghi chú|cước chú|footnotes?|notes?|references?|anmerkungen|einzelnachweise|fußnoten)\s*:?$/iu;

/** Elements that call themselves notes, or a list of them. */
const noteNames =
  /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|reference-?list|references|reflist|notes|chu-?thich|ghi-?chu-?ngan|cuoc-?chu)(?:$|[\s_-])/iu;

/** What a sign leads to. */
type Note = {
  readonly element: Element;
  /** What the sign says: `1` of `[1]`. */
  readonly label: string;
  /** Where the ways back from the note lead: the signs, and what holds them. */
  readonly origins: ReadonlySet<Element>;
};

/**
 * Gives the notes of a web page the form that notes of Word files have: signs that lead to
 * `#footnote-1`, and a list of the notes at the end. Links that lead elsewhere within the page stay
 * as they are, and so do raised numbers that lead to what is no note.
 *
 * @param base the address of the page: browsers write it before `#` when they save a page
 */
export function putNotes(root: Element, base?: string): void {
  const links = [...root.querySelectorAll("a[href*='#']")].filter(isSign);
  if (links.length === 0) return;
  cutLines(links, placesIn(root, base));
  const page = placesIn(root, base);
  const notes = notesIn(root, links, page);
  const numbers = new Map<Element, number>();
  const signs = new Map<Element, number>();
  for (const link of links) {
    const target = targetOf(link, page);
    const element = target && blockOf(target);
    if (element === undefined || !notes.has(element)) continue;
    // A note leads back to its sign, and that is no note.
    if (isInside(link, notes)) continue;
    const number = numbers.get(element) ?? numbers.size + 1;
    numbers.set(element, number);
    signs.set(link, number);
  }
  if (numbers.size === 0) return;
  const list = root.ownerDocument.createElement("ol");
  for (const [element, number] of numbers) list.append(itemOf(notes.get(element)!, number, page));
  for (const [link, number] of signs) putSign(link, number);
  for (const element of numbers.keys()) removeWithFrame(element, root);
  root.append(list);
}

/** True for a link that is raised, and says nothing but a number or a sign. */
function isSign(link: Element): boolean {
  const isRaised = link.closest("sup") !== null || link.querySelector("sup") !== null;
  return isRaised && sign.test((link.textContent ?? "").trim());
}

function isInside(link: Element, notes: ReadonlyMap<Element, unknown>): boolean {
  let at = link.parentElement;
  while (at !== null && !notes.has(at)) at = at.parentElement;
  return at !== null;
}

type Places = {
  readonly base: string | undefined;
  readonly named: ReadonlyMap<string, Element>;
  /** The place of each element in the order of the page. */
  readonly order: ReadonlyMap<Element, number>;
};

function placesIn(root: Element, base: string | undefined): Places {
  const named = new Map<string, Element>();
  const order = new Map<Element, number>();
  for (const element of root.querySelectorAll("*")) {
    order.set(element, order.size);
    for (const name of [element.getAttribute("id"), element.getAttribute("name")])
      if (name && !named.has(name)) named.set(name, element);
  }
  return { base: base?.split("#")[0], named, order };
}

/** Returns the name of the place within the page that a link leads to. */
function nameIn(link: Element, { base }: Places): string | undefined {
  const [page = "", name] = (link.getAttribute("href") ?? "").split("#");
  return page === "" || page === base ? name : undefined;
}

function placeOf(link: Element, page: Places): Element | undefined {
  const name = nameIn(link, page);
  return name === undefined ? undefined : (page.named.get(name) ?? page.named.get(decoded(name)));
}

/** Returns the place that a sign leads to. A sign comes before its note. */
function targetOf(link: Element, page: Places): Element | undefined {
  const target = placeOf(link, page);
  return target && page.order.get(target)! > page.order.get(link)! ? target : undefined;
}

function blockOf(target: Element): Element | undefined {
  return target.closest("li,p,dd,div,aside") ?? undefined;
}

/** Finds the notes that signs lead to, among all that they lead to. */
function notesIn(
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
function originsOf(link: Element): Set<Element> {
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

function labelOf(link: Element): string {
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

function leadsTo(link: Element, origins: ReadonlySet<Element>, page: Places): boolean {
  const place = placeOf(link, page);
  return place !== undefined && origins.has(place);
}

/** Returns a note's own number at its beginning: `[1] `; “1 đảng viên” begins with none. */
function numberAt(text: string, label: string): string {
  const own = RegExp.escape(label);
  const form = new RegExp(
    String.raw`^\s*(?:\[${own}\]|\(${own}\)|${own}\s*[.):\]](?!\d)|${own}(?=\s+[\p{Lu}“"]))\s*`,
    "u",
  );
  return form.exec(text)?.[0] ?? "";
}

/** Finds those that are in a list of notes: one that says so, or whose items are led to by signs. */
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
  return 2 * items.filter((item) => all.has(item)).length >= items.length;
}

function namesOf(element: Element): string {
  return `${element.getAttribute("class") ?? ""} ${element.id} ${element.getAttribute("role") ?? ""}`;
}

function isHeading(element: Element): boolean {
  return heading.test((element.textContent ?? "").trim());
}

/** Gives each note its own paragraph where several are lines of one. */
function cutLines(links: readonly Element[], page: Places): void {
  const lines = new Map<Element, Map<Element, Element>>();
  for (const link of links) {
    const target = targetOf(link, page);
    const block = target?.closest("p,div");
    if (!target || !block || target === block) continue;
    if (block.querySelector("p,div,ul,ol,table") !== null) continue;
    let top = target;
    while (top.parentElement !== block) top = top.parentElement!;
    const of = lines.get(block) ?? new Map<Element, Element>();
    lines.set(block, of.set(top, link));
  }
  for (const [block, links] of lines) cutBlock(block, links, page);
}

function cutBlock(block: Element, links: ReadonlyMap<Element, Element>, page: Places): void {
  const document = block.ownerDocument;
  const lines: ChildNode[][] = [[]];
  for (const node of block.childNodes) {
    if (node.nodeName === "BR") lines.push([]);
    lines.at(-1)!.push(node);
  }
  let open: Element | undefined;
  let last = block;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && isNoteLine(line, links, page)) {
      open = document.createElement("p");
      last.after(open);
      last = open;
      line.shift()!.remove();
    }
    open?.append(...line);
  }
}

/** True for a line, with the line break before it, that begins as a note. */
function isNoteLine(
  line: readonly ChildNode[],
  links: ReadonlyMap<Element, Element>,
  page: Places,
): boolean {
  const link = line.map((node) => links.get(node as unknown as Element)).find(Boolean);
  if (link === undefined) return false;
  const label = labelOf(link);
  const text = line.map(({ textContent }) => textContent ?? "").join("");
  if (numberAt(text, label) !== "") return true;
  const origins = originsOf(link);
  return line.some((node) => {
    if (node.nodeType !== 1) return false;
    const element = node as unknown as Element;
    if (element.tagName === "SUP" && labelOf(element) === label) return true;
    const inside = [element, ...element.querySelectorAll("a[href]")];
    return inside.some((one) => one.hasAttribute("href") && leadsTo(one, origins, page));
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function itemOf({ element, label, origins }: Note, number: number, page: Places): Element {
  const item = element.ownerDocument.createElement("li");
  item.id = `footnote-${number}`;
  item.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  for (const link of [...item.querySelectorAll("a")]) {
    const text = (link.textContent ?? "").trim();
    if (!isWayBack(link, text, origins, page)) continue;
    const raised = link.closest("sup");
    if (raised !== null && (raised.textContent ?? "").trim() === text) raised.remove();
    else link.remove();
  }
  removeNumber(item, label, element.parentElement?.tagName === "OL");
  return item;
}

/** True for an arrow or an empty link within the page, and a number that leads to the sign. */
function isWayBack(
  link: Element,
  text: string,
  origins: ReadonlySet<Element>,
  page: Places,
): boolean {
  if (!link.hasAttribute("href")) return text === "";
  if (nameIn(link, page) === undefined) return false;
  const isPlain = text === "" || !/[\p{L}\p{N}]/u.test(text);
  return isPlain ? text === "" || back.test(text) : back.test(text) && leadsTo(link, origins, page);
}

/** Removes the number that a note begins with; the item of a numbered list has it from the list. */
function removeNumber(item: Element, label: string, isNumbered: boolean): void {
  item.normalize();
  for (const node of item.childNodes) {
    const text = node.textContent ?? "";
    if (text.trim() === "" || node.nodeType === 8) continue;
    if (node.nodeType === 3) {
      const own = isNumbered ? "" : numberAt(text, label);
      // Brackets around a way back are empty by now.
      node.textContent = text
        .slice(own.length)
        .replace(/^\s*(?:\[\s*\]|\(\s*\))/u, "")
        .replace(/^\s*[.):^]\s*/u, "");
      return;
    }
    const element = node as unknown as Element;
    const isNumber = labelOf(element).replace(/\s*\.$/u, "") === label;
    if (isNumber && (element.tagName === "SUP" || !isNumbered)) {
      element.remove();
      removeNumber(item, label, true);
    } else removeNumber(element, label, isNumbered);
    return;
  }
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

/** What readers see of an element without text. */
const seen = "img,picture,svg,video,audio,table,iframe,object,embed";

/** Removes a note, the list that held only notes, and the heading of that list. */
function removeWithFrame(note: Element, root: Element): void {
  let gone = note;
  for (
    let parent = gone.parentElement;
    parent !== null && parent !== root && holdsOnly(parent, gone);
    parent = parent.parentElement
  )
    gone = parent;
  const before = gone.previousElementSibling;
  const isLast = gone !== note || note.tagName !== "LI";
  gone.remove();
  if (isLast && before !== null && isHeading(before)) before.remove();
}

function holdsOnly(parent: Element, child: Element): boolean {
  return (
    (parent.textContent ?? "").trim() === (child.textContent ?? "").trim() &&
    parent.querySelectorAll(seen).length === child.querySelectorAll(seen).length &&
    !/^(?:TD|TH|TR|TBODY|TABLE)$/u.test(parent.tagName)
  );
}
