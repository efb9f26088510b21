import { compose } from "../../text/compose.ts";
import { lowered, raised } from "../raised.ts";
import {
  childOf,
  childrenOf,
  element,
  textIn,
  valOf,
  type XmlElement,
  type XmlNode,
} from "./xml.ts";

/** Returns an equation of Word (`m:oMath`) in one line, as people type it: `a/b`, `√(a + b)`. */
export function equationText(equation: XmlElement): string {
  return linear(equation).replaceAll(/\s+/gu, " ").trim();
}

function linear(parent: XmlElement | undefined): string {
  let text = "";
  let wasFraction = false;
  for (const child of childrenOf(parent)) {
    const piece = oneLine(child);
    if (piece === "") continue;
    const isFraction = child.name === "m:f";
    // On paper a fraction is apart from the number before it: 3 and 1/4 is no 31/4.
    const goesOn = /[\p{L}\d]$/u.test(text) && /^[\p{L}\d]/u.test(piece);
    text += (isFraction || wasFraction) && goesOn ? ` ${piece}` : piece;
    wasFraction = isFraction;
  }
  return text;
}

/** Puts blanks between the equations of a paragraph that are fractions and numbers beside them. */
export function setFractionsApart(paragraph: XmlElement): void {
  let before: XmlElement | undefined;
  const children: XmlNode[] = [];
  for (const child of paragraph.children) {
    if (typeof child !== "string") {
      if (before !== undefined && goOn(before, child)) children.push(blank());
      before = /^(?:w:bookmark(?:Start|End)|w:proofErr)$/u.test(child.name) ? before : child;
    }
    children.push(child);
  }
  paragraph.children = children;
}

function goOn(left: XmlElement, right: XmlElement): boolean {
  const isFraction = [childrenOf(left).at(-1), childrenOf(right)[0]].some(
    (one) => one?.name === "m:f",
  );
  return isFraction && /\d$/u.test(shown(left)) && /^\d/u.test(shown(right));
}

function shown(one: XmlElement): string {
  return one.name === "m:oMath" ? equationText(one) : textIn(one, "w:t");
}

function blank(): XmlElement {
  return element("w:r", {}, element("w:t", { "xml:space": "preserve" }, " "));
}

/** Puts a sign over a name of one letter. Nothing longer can have one in a line. */
function withAccent(text: string, accent: string): string {
  return /^\p{L}\p{M}*$/u.test(text) ? compose(text + accent) : text;
}

/** How an element is written in one line; all others are what is within them. */
const forms: Readonly<Record<string, (element: XmlElement) => string>> = {
  "m:r": (element) => textIn(element, "m:t", "w:t"),
  "w:r": (element) => textIn(element, "w:t"),
  "w:del": () => "",
  "m:f": (element) => {
    const [above, below] = [part(element, "m:num"), part(element, "m:den")];
    const isBar = valOf(childOf(element, "m:fPr"), "m:type") !== "noBar";
    return isBar ? `${grouped(above)}/${grouped(below)}` : `(${above}; ${below})`;
  },
  "m:sSup": (element) => grouped(part(element, "m:e"), true) + raised(part(element, "m:sup")),
  "m:sSub": (element) => part(element, "m:e") + lowered(part(element, "m:sub")),
  "m:sSubSup": (element) =>
    part(element, "m:e") + lowered(part(element, "m:sub")) + raised(part(element, "m:sup")),
  "m:sPre": (element) =>
    lowered(part(element, "m:sub")) + raised(part(element, "m:sup")) + part(element, "m:e"),
  "m:rad": (element) => {
    const degree = part(element, "m:deg");
    const under = grouped(part(element, "m:e"));
    return degree === "" || degree === "2" ? `√${under}` : `${raised(degree)}√${under}`;
  },
  "m:nary": (element) => {
    const sign = valOf(childOf(element, "m:naryPr"), "m:chr") ?? "∫";
    const [from, to] = [part(element, "m:sub"), part(element, "m:sup")];
    return `${sign}${from && lowered(from)}${to && raised(to)} ${part(element, "m:e")}`;
  },
  "m:d": (element) => {
    const own = childOf(element, "m:dPr");
    const inside = childrenOf(element, "m:e").map(linear);
    const separator = valOf(own, "m:sepChr") ?? "|";
    const begin = valOf(own, "m:begChr") ?? "(";
    return begin + inside.join(separator) + (valOf(own, "m:endChr") ?? ")");
  },
  "m:func": (element) => {
    const argument = part(element, "m:e");
    return `${part(element, "m:fName")}${/^[(|]/u.test(argument) ? "" : " "}${argument}`;
  },
  "m:limLow": (element) => part(element, "m:e") + lowered(part(element, "m:lim")),
  "m:limUpp": (element) => part(element, "m:e") + raised(part(element, "m:lim")),
  "m:bar": (element) => {
    const isBelow = valOf(childOf(element, "m:barPr"), "m:pos") !== "top";
    return withAccent(part(element, "m:e"), isBelow ? "\u0332" : "\u0304");
  },
  "m:acc": (element) =>
    withAccent(part(element, "m:e"), valOf(childOf(element, "m:accPr"), "m:chr") ?? "\u0302"),
  "m:phant": (element) => {
    const isShown = valOf(childOf(element, "m:phantPr"), "m:show");
    return /^(?:0|off|false)$/u.test(isShown ?? "") ? "" : part(element, "m:e");
  },
  "m:m": (element) =>
    `[${childrenOf(element, "m:mr")
      .map((row) => childrenOf(row, "m:e").map(linear).join(", "))
      .join("; ")}]`,
  "m:eqArr": (element) => childrenOf(element, "m:e").map(linear).join("; "),
};

function oneLine(element: XmlElement): string {
  if (/Pr$/u.test(element.name)) return "";
  return forms[element.name]?.(element) ?? linear(element);
}

function part(element: XmlElement, name: string): string {
  return linear(childOf(element, name)).trim();
}

/** Puts brackets round what is more than one number or name: a line shows no other bounds. */
function grouped(text: string, isBase = false): string {
  const isOne = isBase
    ? /^(?:[\p{L}\d.,]+|\(.*\)|\|.*\|)$/u.test(text)
    : /^(?:[\p{L}\p{M}\d.,%²³¹⁰⁴-⁹₀-₉]+|\([^()]*\))$/u.test(text);
  return isOne || text === "" ? text : `(${text})`;
}
