import { quoted } from "../../text/left-out.ts";
import { lowered, raised } from "../raised.ts";
import { markRun, textRun } from "./drawings.ts";
import { symbolText } from "./symbols.ts";
import { childrenOf, element, elementsIn, valOf, type XmlElement } from "./xml.ts";

/*
 * Fields of Word. Most have what they show behind them in the file, and that is text like any
 * other. A few have nothing there, because Word draws them from their code: fractions, symbols,
 * choices of a form, numbers.
 */

type Field = { code: string; readonly begin: XmlElement; isShowing: boolean; shows: boolean };

/** What takes up room where a field shows it. */
const shownParts = new Set(["w:t", "w:sym", "w:drawing", "w:pict", "w:object", "w:tab"]);

/** Writes what the fields show that have nothing behind them. */
export function finishFields(root: XmlElement): void {
  const open: Field[] = [];
  /** How many of the open fields are known to show what was last seen, as far as they show. */
  let told = 0;
  const look = (parent: XmlElement): void => {
    for (const child of childrenOf(parent)) {
      const field = open.at(-1);
      if (child.name === "w:fldChar") {
        const type = child.attributes["w:fldCharType"];
        if (type === "begin") open.push({ code: "", begin: child, isShowing: false, shows: false });
        else if (field === undefined) continue;
        else if (type === "separate") {
          field.isShowing = true;
          told = Math.min(told, open.length - 1);
        } else if (type === "end") {
          open.pop();
          told = Math.min(told, open.length);
          if (!field.shows) parent.children.push(...drawnField(field.code, field.begin).children);
        }
      } else if (child.name === "w:instrText") {
        if (field !== undefined && !field.isShowing) field.code += child.children.join("");
      } else if (shownParts.has(child.name))
        for (; told < open.length; told += 1) open[told]!.shows ||= open[told]!.isShowing;
      look(child);
    }
  };
  look(root);
}

/** Returns what a field of one element (`w:fldSimple`) shows when there is nothing in it. */
export function simpleField(field: XmlElement): XmlElement[] {
  const drawn = drawnField(field.attributes["w:instr"] ?? "", field);
  return drawn.children.length > 0 ? [drawn] : childrenOf(field);
}

/** Returns a run with what Word draws for the code of a field; an empty one for most. */
function drawnField(code: string, begin: XmlElement): XmlElement {
  const [, name = "", rest = ""] = /^\s*(\S+)\s*(.*)$/su.exec(code) ?? [];
  switch (name.toUpperCase()) {
    case "EQ": {
      const text = drawnEquation(rest);
      return text === undefined ? markRun(`công thức ${quoted(rest)}`) : textRun(text);
    }
    case "SYMBOL": {
      const [, number = ""] = /^(0x[\da-f]+|\d+)/iu.exec(rest) ?? [];
      const [, font = ""] = /\\f\s+"([^"]*)"/iu.exec(rest) ?? [];
      const text = symbolText(font, Number(number));
      return text === undefined ? markRun(`ký hiệu của phông chữ ${font}`) : textRun(text);
    }
    case "FORMDROPDOWN": {
      const list = elementsIn(begin, "w:ddList")[0];
      const at = Number(valOf(list, "w:result") ?? valOf(list, "w:default") ?? 0) || 0;
      return textRun(childrenOf(list, "w:listEntry")[at]?.attributes["w:val"] ?? "");
    }
    case "LISTNUM":
    case "AUTONUM":
    case "AUTONUMLGL":
    case "AUTONUMOUT":
      return markRun("số thứ tự mà Word tự đánh");
    default:
      return element("w:r");
  }
}

/** Returns the text of an EQ field in one line: `\f(1;2)` is 1/2; undefined for rarer forms. */
function drawnEquation(code: string): string | undefined {
  let at = 0;
  const text = code.trim();
  const list = (): string[] | undefined => {
    const parts = [""];
    at += 1;
    while (at < text.length) {
      const sign = text[at]!;
      if (sign === ")") {
        at += 1;
        return parts;
      }
      if (sign === ";" || (sign === "," && !/\d,\d/u.test(text.slice(at - 1, at + 2)))) {
        parts.push("");
        at += 1;
        continue;
      }
      const next = piece();
      if (next === undefined) return undefined;
      parts[parts.length - 1] += next;
    }
    return undefined;
  };
  const piece = (): string | undefined => {
    if (text[at] !== "\\") {
      at += 1;
      return text[at - 1] === "(" ? undefined : text[at - 1];
    }
    const [all, name = "", more = ""] =
      /^\\([a-z])((?:\\[a-z]+\d*)*)\s*(?=\()/iu.exec(text.slice(at)) ?? [];
    if (all === undefined) return undefined;
    at += all.length;
    const parts = list()?.map((one) => one.trim());
    if (parts === undefined) return undefined;
    const [first = "", second = ""] = parts;
    switch (name.toLowerCase()) {
      case "f":
        return ` ${inBrackets(first)}/${inBrackets(second)} `;
      case "r":
        return parts.length === 1 || first === ""
          ? `√${inBrackets(second || first)}`
          : `${raised(first)}√${inBrackets(second)}`;
      case "s":
        return /up/iu.test(more) ? raised(first) : /do/iu.test(more) ? lowered(first) : undefined;
      case "b":
        return more === "" ? `(${parts.join("; ")})` : undefined;
      case "l":
      case "x":
        return parts.join("; ");
      default:
        return undefined;
    }
  };
  let result = "";
  while (at < text.length) {
    const next = piece();
    if (next === undefined) return undefined;
    result += next;
  }
  return result.replaceAll(/\s+/gu, " ");
}

function inBrackets(text: string): string {
  return /^[\p{L}\p{M}\d.,%]+$/u.test(text) ? text : `(${text})`;
}
