import { lowered, raised } from "../raised.ts";
import { childOf, childrenOf, textIn, valOf, type XmlElement } from "./xml.ts";

/** Returns an equation of Word (`m:oMath`) in one line, as people type it: `a/b`, `√(a + b)`. */
export function equationText(equation: XmlElement): string {
  return linear(equation).replaceAll(/\s+/gu, " ").trim();
}

function linear(element: XmlElement | undefined): string {
  return childrenOf(element).map(oneLine).join("");
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
