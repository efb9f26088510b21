/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { written } from "./word/numbering.ts";

/** The names that Word has for how items are counted, by those of HTML and CSS. */
const formats: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "lower-alpha": "lowerLetter",
  "upper-alpha": "upperLetter",
  "lower-latin": "lowerLetter",
  "upper-latin": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
};

/**
 * Keeps what readers see before the items of lists. Markdown counts with 1, 2, 3 only: items with
 * letters, or counted down, become paragraphs that begin with their sign, because texts refer to
 * `điểm b`. So do items with numbers below 0. A list that goes on at another number becomes two.
 */
export function keepNumbers(root: Element): void {
  // From the inside out, so that lists in items are done before the items move.
  for (const list of [...root.getElementsByTagName("ol")].toReversed()) {
    const style = /list-style(?:-type)?\s*:\s*([\w-]+)/iu.exec(list.getAttribute("style") ?? "");
    const name = list.getAttribute("type") ?? style?.[1]?.toLowerCase() ?? "";
    // Nobody saw numbers; most often somebody typed other signs.
    if (/^(?:none|disc|circle|square)$/u.test(name)) {
      const plain = list.ownerDocument.createElement("ul");
      plain.append(...list.childNodes);
      list.replaceWith(plain);
      continue;
    }
    const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
    const start = numberOf(list, "start");
    if (start === undefined) list.removeAttribute("start");
    else list.setAttribute("start", String(start));
    const isBelow = [start, ...itemsOf(list).map((item) => numberOf(item, "value"))].some(
      (number) => number !== undefined && number < 0,
    );
    if (format !== undefined || isBelow || list.hasAttribute("reversed"))
      unfoldList(list, format ?? "decimal");
    else partAtNumbers(list);
  }
}

function itemsOf(list: Element): Element[] {
  return [...list.children].filter(({ tagName }) => tagName === "LI");
}

/** Returns the number that an attribute states, as browsers read it; undefined for none. */
function numberOf(element: Element, name: "start" | "value"): number | undefined {
  const [number] = /^\s*[+-]?\d{1,9}/u.exec(element.getAttribute(name) ?? "") ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Returns a number as browsers show it: behind `z` come `aa` and `ab`, where Word has `bb`. */
function shown(number: number, format: string): string {
  if (number <= 26 || !format.endsWith("Letter")) return written(number, format);
  const before = shown(Math.floor((number - 1) / 26), format);
  return before + written(((number - 1) % 26) + 1, format);
}

function unfoldList(list: Element, format: string): void {
  const items = itemsOf(list);
  const step = list.hasAttribute("reversed") ? -1 : 1;
  let number = numberOf(list, "start") ?? (step === 1 ? 1 : items.length);
  const holders = items.map((item) => {
    number = numberOf(item, "value") ?? number;
    const holder = item.ownerDocument.createElement("div");
    holder.append(...item.childNodes);
    const first = holder.firstElementChild;
    const isFirst =
      first?.tagName === "P" && (first.previousSibling?.textContent ?? "").trim() === "";
    (isFirst ? first : holder).prepend(`${shown(number, format)}. `);
    number += step;
    return holder;
  });
  list.replaceWith(...holders);
}

function partAtNumbers(list: Element): void {
  const items = itemsOf(list);
  let number = numberOf(list, "start") ?? 1;
  let open = list;
  for (const item of items) {
    const value = numberOf(item, "value");
    if (value !== undefined && value !== number) {
      number = value;
      if (item === items[0]) list.setAttribute("start", String(value));
      else {
        const next = list.cloneNode(false) as Element;
        next.setAttribute("start", String(value));
        open.after(next);
        open = next;
      }
    }
    if (open !== list) open.append(item);
    number += 1;
  }
}
