/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const emphasized = "strong,b,em,i";
/** Elements that end the line that letters are on. */
const lines = /^(?:P|DIV|LI|UL|OL|TD|TH|TR|TABLE|H[1-6]|BLOCKQUOTE|FIGCAPTION|DD|DT|BODY|BR)$/u;

/**
 * Brings bold and italic letters into a form that Markdown can show: a star between a sign and a
 * letter, as in `**Kết luận:**Đồng chí`, opens or ends nothing, so the sign is put outside.
 */
export function tidyEmphasis(root: Element): void {
  for (const element of [...root.querySelectorAll(emphasized)]) {
    if (element.parentElement === null) continue;
    // A style and the letters themselves may both say that they are bold.
    if (isWithin(element)) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    // A word processor cuts a bold line into pieces, which would have stars between them.
    for (let next = element.nextSibling; next !== null; next = element.nextSibling) {
      if (next.nodeName !== element.nodeName) break;
      element.append(...(next as unknown as Element).childNodes);
      (next as unknown as Element).remove();
    }
    const text = element.textContent ?? "";
    if (!/[\p{L}\p{N}]/u.test(text)) {
      if (element.querySelector("img") === null) element.replaceWith(...element.childNodes);
      continue;
    }
    const behind = /[\p{P}\p{S}]+$/u.exec(text)?.[0] ?? "";
    if (behind !== "" && isWord(beside(element, "nextSibling"))) {
      cut(element, behind.length, "end");
      element.after(behind);
    }
    const before = /^[\p{P}\p{S}]+/u.exec(text)?.[0] ?? "";
    if (before !== "" && isWord(beside(element, "previousSibling"))) {
      cut(element, before.length, "start");
      element.before(before);
    }
  }
}

const kinds: readonly ReadonlySet<string>[] = [new Set(["STRONG", "B"]), new Set(["EM", "I"])];

/** Returns whether an element is in another of its kind. */
function isWithin(element: Element): boolean {
  const kind = kinds.find((one) => one.has(element.tagName));
  for (let one = element.parentElement; one !== null; one = one.parentElement) {
    if (kind?.has(one.tagName)) return true;
    if (lines.test(one.tagName)) return false;
  }
  return false;
}

function isWord(letter: string): boolean {
  return /[^\s\p{P}\p{S}]/u.test(letter);
}

/** Returns the letter next to an element on its line; nothing at an end of the line. */
function beside(element: Element, side: "nextSibling" | "previousSibling"): string {
  for (let from: Element | null = element; from !== null; from = from.parentElement) {
    for (let node = from[side]; node !== null; node = node[side]) {
      const { nodeName } = node;
      if (lines.test(nodeName)) return "";
      const letters = [...(node.textContent ?? "")];
      const letter = side === "nextSibling" ? letters[0] : letters.at(-1);
      if (letter !== undefined) return letter;
    }
    if (from.parentElement === null || lines.test(from.parentElement.tagName)) return "";
  }
  return "";
}

/** Deletes letters from one end of what an element says, however it is cut into pieces. */
export function cut(element: Node, length: number, end: "start" | "end"): void {
  let left = length;
  const within = (node: Node): void => {
    const children = [...node.childNodes];
    for (const child of end === "start" ? children : children.toReversed()) {
      if (left === 0) return;
      if (child.nodeType !== 3) within(child);
      else {
        const text = child.textContent ?? "";
        child.textContent =
          end === "start" ? text.slice(left) : text.slice(0, Math.max(0, text.length - left));
        left -= Math.min(left, text.length);
      }
    }
  };
  within(element);
}
