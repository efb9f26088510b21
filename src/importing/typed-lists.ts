/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { cut } from "./emphasis.ts";

/*
 * Lists without the elements of lists: Word hands them over as paragraphs that carry a level and a
 * marker, and many writers type the bullets themselves. Both become lists.
 */

/** A paragraph that is meant as an item of a list. */
type Item = {
  readonly paragraph: Element;
  /** 1 is the outermost. */
  readonly level: number;
  /** The number of its marker; undefined for a bullet. */
  readonly number: number | undefined;
  /** Takes the marker away, so that only the text is left. */
  readonly unmark: () => void;
};

/** Replaces paragraphs that are meant as items with lists. Doing it twice changes nothing more. */
export function makeLists(root: Element): void {
  const parents = new Set([...root.querySelectorAll("p")].map((one) => one.parentElement));
  for (const parent of parents) {
    if (parent === null) continue;
    for (const run of runsIn(parent, wordItem)) putList(run);
    // One line with a dash begins a remark; two make a list.
    for (const run of runsIn(parent, typedItem).map(withoutRemark))
      if (run.length > 1) putList(withLevels(run));
  }
}

/** Finds runs of paragraphs that are items; empty ones between them do not count. */
function runsIn<Found>(parent: Element, itemOf: (paragraph: Element) => Found | undefined) {
  const runs: Found[][] = [];
  let run: Found[] = [];
  const end = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const node of parent.childNodes) {
    const element = node.nodeType === 1 ? (node as unknown as Element) : undefined;
    const item = element?.tagName === "P" ? itemOf(element) : undefined;
    if (item !== undefined) run.push(item);
    else if (!isNothing(node, element)) end();
  }
  end();
  return runs;
}

function isNothing(node: ChildNode, element: Element | undefined): boolean {
  if (element === undefined) return node.nodeType !== 3 || (node.textContent ?? "").trim() === "";
  return (
    element.tagName === "P" &&
    (element.textContent ?? "").trim() === "" &&
    element.querySelector("img") === null
  );
}

function wordItem(paragraph: Element): Item | undefined {
  const style = paragraph.getAttribute("style") ?? "";
  const [, level] = /mso-list:\s*l\d+\s+level(\d)/iu.exec(style) ?? [];
  if (level === undefined) return undefined;
  const marker = [...paragraph.querySelectorAll("span[style]")].find((span) =>
    /mso-list:\s*ignore/iu.test(span.getAttribute("style") ?? ""),
  );
  const sign = (marker?.textContent ?? "").trim();
  const [, digits] = /^\(?(\d{1,4})[.)/]?$/u.exec(sign) ?? [];
  // Markdown counts in figures. A letter or a numeral stays as it is, because texts refer to it.
  if (digits === undefined && /\p{N}|\p{L}.|\p{Lu}/u.test(sign)) return undefined;
  const number = digits === undefined ? undefined : Number(digits);
  return { paragraph, level: Number(level), number, unmark: () => marker?.remove() };
}

/**
 * What people type before an item, for use between square brackets of a regular expression. Word's
 * own bullets, of the fonts Symbol and Wingdings, are in the private use area of Unicode.
 */
export const bullets = String.raw`•●○▪■◦·➢✓\uf0b7\uf0a7\uf0d8\uf0fc+–\-`;
const typedMarker = new RegExp(String.raw`^\s*([${bullets}])\s+(?=\S)`, "u");

type TypedItem = { readonly paragraph: Element; readonly sign: string; readonly length: number };

function typedItem(paragraph: Element): TypedItem | undefined {
  const [all, sign] = typedMarker.exec(paragraph.textContent ?? "") ?? [];
  if (all === undefined || sign === undefined) return undefined;
  return { paragraph, sign: sign === "–" ? "-" : sign, length: all.length };
}

/** Drops the only dash of a run when it is behind other bullets, because it begins a remark. */
function withoutRemark(run: readonly TypedItem[]): readonly TypedItem[] {
  const dashes = run.filter(({ sign }) => sign === "-");
  return dashes.length === 1 && run.at(-1) === dashes[0] ? run.slice(0, -1) : run;
}

/**
 * Gives the items of a run their levels, as of dashes with plus signs between them: each new sign
 * is deeper than those before it.
 */
function withLevels(run: readonly TypedItem[]): Item[] {
  const signs = [...new Set(run.map(({ sign }) => sign))];
  return run.map(({ paragraph, sign, length }) => ({
    paragraph,
    level: signs.indexOf(sign) + 1,
    number: undefined,
    unmark: () => cut(paragraph, length, "start"),
  }));
}

/** Makes one list of a run of items, with the deeper ones in lists of their own. */
function putList(run: readonly Item[]): void {
  const { ownerDocument: document } = run[0]!.paragraph;
  const open: { readonly list: Element; readonly level: number; last: number | undefined }[] = [];
  for (const { paragraph, level, number, unmark } of run) {
    unmark();
    const isNumbered = number !== undefined;
    while (open.length > 0 && open.at(-1)!.level > level) {
      // A list that begins deep and then comes out goes on at the same place.
      if (open.length === 1) break;
      open.pop();
    }
    const last = open.at(-1);
    // One that does not go on with the number before it begins a list of its own.
    const goesOn =
      last !== undefined && number === (last.last === undefined ? undefined : last.last + 1);
    if (last !== undefined && last.level >= level && !goesOn) open.pop();
    if (open.length === 0 || open.at(-1)!.level < level) {
      const list = document.createElement(isNumbered ? "ol" : "ul");
      if (number !== undefined && number !== 1) list.setAttribute("start", String(number));
      const holder = open.at(-1)?.list.lastElementChild;
      if (holder) holder.append(list);
      else paragraph.before(list);
      open.push({ list, level, last: number });
    }
    open.at(-1)!.last = number;
    const item = document.createElement("li");
    item.append(...paragraph.childNodes);
    open.at(-1)!.list.append(item);
    paragraph.remove();
  }
}

/**
 * Parts ordered lists that are right behind one another: in Markdown the second would go on with
 * the numbers of the first, were it not for another sign behind its numbers.
 */
export function partLists(root: Element): void {
  for (const list of [...root.querySelectorAll("ol")]) {
    let before = list.previousElementSibling;
    while (before !== null && isNothing(before as unknown as ChildNode, before))
      before = before.previousElementSibling;
    if (before?.tagName === "OL" && before.getAttribute("data-sign") === null)
      list.setAttribute("data-sign", ")");
  }
}
