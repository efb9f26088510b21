/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { quoted } from "../text/left-out.ts";
import { squeezed } from "./html-tree.ts";
import { putMark } from "./marks.ts";

/** Names drawings and formulas that only a browser can draw, each at its place. */
export function nameDrawings(root: Element): void {
  for (const drawing of [...root.querySelectorAll("svg,canvas,math")]) {
    const words = squeezed(drawing.textContent);
    if (drawing.tagName.toLowerCase() === "math") nameFormula(drawing, words);
    else if (isSign(drawing, words)) drawing.remove();
    else putMark(drawing, words === "" ? "hình vẽ" : `hình vẽ ${quoted(words)}`);
  }
}

/** Without their places, the digits of a fraction are another number; others stay as text. */
function nameFormula(formula: Element, words: string): void {
  if (formula.querySelector("mfrac,msup,msub,msubsup,msqrt,mroot,mtable,munder,mover") === null)
    return;
  const told = formula.querySelector("annotation")?.textContent ?? formula.getAttribute("alttext");
  putMark(formula, `công thức ${quoted(squeezed(told) || words)}`);
}

/** In pixels. A smaller drawing without words is a sign, as an arrow. */
const leastSide = 120;

/** True for what only goes with the words beside it. */
function isSign(drawing: Element, words: string): boolean {
  if (words !== "" || drawing.tagName.toLowerCase() === "canvas") return false;
  if (drawing.closest("a,button,span") !== null) return true;
  if (drawing.getAttribute("aria-hidden") === "true") return true;
  const sides = ["width", "height"].flatMap((side) => drawing.getAttribute(side) ?? []);
  const [, , ...ofBox] = (drawing.getAttribute("viewBox") ?? "").split(/[\s,]+/u);
  const known = (sides.length > 0 ? sides : ofBox)
    .map((side) => Number.parseFloat(side))
    .filter((side) => !Number.isNaN(side));
  return known.length > 0 && Math.max(...known) < leastSide;
}
