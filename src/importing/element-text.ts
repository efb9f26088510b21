/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { squeezed } from "./html-tree.ts";

/** Returns the classes and the id of an element. */
export function namesOf(element: Element): string {
  return `${element.getAttribute("class") ?? ""} ${element.id}`;
}

/** Returns how many letters an element shows, with its blanks squeezed. */
export function textLength(element: Element): number {
  return squeezed(element.textContent).length;
}

/** Returns the letters of an element that are in no link. */
export function proseLength(element: Element): number {
  let length = textLength(element);
  for (const link of element.querySelectorAll("a")) length -= textLength(link);
  return length;
}

/** Returns the letters and digits of a text, without blanks and signs. */
export function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Returns all pieces of text in an element, in order. */
export function textNodes(element: Element): ChildNode[] {
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === 1 ? textNodes(node as unknown as Element) : node.nodeType === 3 ? [node] : [],
  );
}
