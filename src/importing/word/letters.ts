import { runsOf } from "./changes.ts";
import type { Styles } from "./styles.ts";
import { childOf, element, textIn, valOf, type XmlElement } from "./xml.ts";

/*
 * How letters look by their styles. Our reader asks each run alone, so what a style says is written
 * into the run.
 */

/** In half points. Letters that are moved by less stand a little off for the look of the line. */
const leastMove = 4;
/** In UTF-16 units. What is longer is text that was moved on the page, no exponent. */
const longest = 12;

/** Paragraphs of these styles are known by their names, and how they look goes without saying. */
const named = /^(?:title|subtitle|heading|caption|toc)(?:\s|$)/u;

/** Writes into each run of a paragraph whether it is bold, italic, raised or lowered. */
export function writeLetterForms(paragraph: XmlElement, styles: Styles): void {
  const runs = runsOf(paragraph).filter((run) => textIn(run, "w:t").trim() !== "");
  const isNamed = named.test(styles.nameOf(paragraph));
  const aligned = runs.map((run) => alignmentOf(run, paragraph, styles));
  const moved = runs.map((run) => moveOf(run, paragraph, styles));
  // A line that is raised as a whole is no exponent of anything.
  const isLineMoved = new Set(moved).size === 1;
  const isLineAligned = new Set(aligned).size === 1 && textIn(paragraph, "w:t").length > longest;
  for (const [at, run] of runs.entries()) {
    const place =
      (isLineAligned ? undefined : aligned[at]) ?? (isLineMoved ? undefined : moved[at]);
    write(run, "w:vertAlign", place === "baseline" ? undefined : place);
    if (isNamed) continue;
    write(run, "w:b", styles.isOn("w:b", run, paragraph) ? "1" : undefined);
    // Paragraphs that are italic by their style are quotations and remarks as a whole.
    const alone = element("w:p");
    if (styles.isOn("w:i", run, alone)) write(run, "w:i", "1");
  }
}

function alignmentOf(run: XmlElement, paragraph: XmlElement, styles: Styles): string | undefined {
  for (const one of styles.ofRun(run, paragraph)) {
    const align = valOf(one, "w:vertAlign");
    if (align !== undefined) return align;
  }
  return undefined;
}

/** Returns whether letters are raised or lowered by a number of points, and not by a switch. */
function moveOf(run: XmlElement, paragraph: XmlElement, styles: Styles): string | undefined {
  for (const one of styles.ofRun(run, paragraph)) {
    const position = valOf(one, "w:position");
    if (position === undefined) continue;
    const move = Number(position) || 0;
    if (Math.abs(move) < leastMove || textIn(run, "w:t").trim().length > longest) return undefined;
    return move > 0 ? "superscript" : "subscript";
  }
  return undefined;
}

/** Gives a run a property, or takes it away. */
function write(run: XmlElement, name: string, value: string | undefined): void {
  let properties = childOf(run, "w:rPr");
  if (value === undefined && childOf(properties, name) === undefined) return;
  if (properties === undefined) {
    properties = element("w:rPr");
    run.children.unshift(properties);
  }
  properties.children = properties.children.filter(
    (child) => typeof child === "string" || child.name !== name,
  );
  if (value !== undefined) properties.children.push(element(name, { "w:val": value }));
}
