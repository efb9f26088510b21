/// <reference lib="dom" />
import { leftOut } from "../text/left-out.ts";

/** Puts the mark that names something in its place: in its line, or else as a paragraph. */
export function putMark(element: Element, what: string): void {
  const inLine = element.closest("p,li,td,th,h1,h2,h3,h4,h5,h6,figcaption,a");
  if (inLine !== null) {
    element.replaceWith(leftOut(what));
    return;
  }
  const mark = element.ownerDocument.createElement("p");
  mark.textContent = leftOut(what);
  element.replaceWith(mark);
}
