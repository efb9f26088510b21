import { leftOut, quoted } from "../../text/left-out.ts";
import { countSyllables } from "../../text/vietnamese.ts";
import { textRun } from "./drawings.ts";
import type { Styles } from "./styles.ts";
import {
  childOf,
  childrenOf,
  element,
  elementsIn,
  textIn,
  type XmlElement,
  type XmlNode,
} from "./xml.ts";

/*
 * What a reader of the Word file does not see as text, or sees as put out: hidden and struck-out
 * letters, changes that nobody has accepted. None of it may come out as live text, and none is
 * passed over.
 */

/** Elements within a paragraph that hold paragraphs of their own. */
const holders = new Set(["w:txbxContent", "w:pict", "w:drawing", "w:object"]);

/** Returns the runs of a paragraph in order, without those of boxes in it. */
export function runsOf(paragraph: XmlElement): XmlElement[] {
  const runs: XmlElement[] = [];
  const look = (parent: XmlElement) => {
    for (const child of childrenOf(parent)) {
      if (child.name === "w:r") runs.push(child);
      else if (!dropped.has(child.name) && !holders.has(child.name)) look(child);
    }
  };
  look(paragraph);
  return runs;
}

/** What is deleted or was moved elsewhere. */
const dropped = new Set(["w:del", "w:moveFrom"]);
/** What is in a run as text, and what takes the room of text. */
const words = new Set(["w:t", "w:tab", "w:br", "w:cr", "w:sym", "w:noBreakHyphen"]);

/** What is in a run as a picture or a box. */
const drawn = new Set(["w:r", "w:pict", "w:drawing", "w:object"]);

/** Puts a mark in place of each piece of hidden or struck-out text, and of hidden pictures. */
export function markUnseen(paragraph: XmlElement, styles: Styles): void {
  let open:
    | { kind: "hidden" | "struck"; text: string; pictures: number; readonly place: XmlElement }
    | undefined;
  const close = () => {
    if (open !== undefined) {
      const { kind, text, pictures, place } = open;
      const isSaid = text.trim() !== "";
      const said = [
        ...(isSaid && kind === "hidden"
          ? [`chữ ẩn trong tệp Word (${countSyllables(text)} tiếng)`]
          : []),
        ...(isSaid && kind === "struck" ? [`chữ bị gạch ngang ${quoted(text)}`] : []),
        ...(pictures > 0 ? [`${pictures} hình ẩn trong tệp Word`] : []),
      ];
      const marks = said.map((what) =>
        element("w:t", { "xml:space": "preserve" }, ` ${leftOut(what)} `),
      );
      // The mark is no part of what is raised, bold or in capitals here.
      if (marks.length > 0) place.children = [...withoutProperties(place), ...marks];
    }
    open = undefined;
  };
  for (const run of runsOf(paragraph)) {
    const text = childrenOf(run, "w:t")
      .map((one) => one.children.join(""))
      .join("");
    const isOn = (name: string) => styles.isOn(name, run, paragraph);
    const kind = isOn("w:vanish")
      ? "hidden"
      : isOn("w:strike") || isOn("w:dstrike")
        ? "struck"
        : undefined;
    if (kind === undefined) {
      if (text !== "") close();
      continue;
    }
    if (open?.kind !== kind) close();
    open ??= { kind, text: "", pictures: 0, place: run };
    open.text += text;
    const pictures = kind === "hidden" ? childrenOf(run).filter(({ name }) => drawn.has(name)) : [];
    open.pictures += pictures.length;
    run.children = run.children.filter(
      (child) => typeof child === "string" || !(words.has(child.name) || pictures.includes(child)),
    );
  }
  close();
}

function withoutProperties(run: XmlElement): XmlNode[] {
  return run.children.filter((child) => typeof child === "string" || child.name !== "w:rPr");
}

/** Writes letters that are capitals by their format as capitals. */
export function writeCapitals(paragraph: XmlElement, styles: Styles): void {
  for (const run of runsOf(paragraph)) {
    if (!styles.isOn("w:caps", run, paragraph)) continue;
    for (const text of childrenOf(run, "w:t"))
      text.children = text.children.map((one) =>
        typeof one === "string" ? one.toLocaleUpperCase("vi") : one,
      );
  }
}

/**
 * Says at the end of a paragraph which changes in it nobody has accepted. What was added is text,
 * what was deleted is not quoted: perhaps it was deleted for a good reason.
 */
export function markChanges(paragraph: XmlElement): void {
  const added: string[] = [];
  let deleted = 0;
  let moved = 0;
  const look = (parent: XmlElement) => {
    for (const child of childrenOf(parent)) {
      if (holders.has(child.name)) continue;
      const text = () => textIn(child, "w:t").trim();
      if (child.name === "w:ins" && text() !== "") added.push(text());
      else if (child.name === "w:del" && saysAnything(child)) deleted += 1;
      else if (/^w:move(?:From|To)$/u.test(child.name) && elementsIn(child, "w:t").length > 0)
        moved += 1;
      else look(child);
    }
  };
  look(paragraph);
  const said = [
    ...(added.length > 0 ? [`thêm ${quoted(added.join(" … "))}`] : []),
    ...(deleted > 0 ? [`xóa ${deleted} chỗ`] : []),
    ...(moved > 0 ? ["chuyển chỗ một đoạn"] : []),
  ];
  if (said.length === 0) return;
  const mark = leftOut(`sửa đổi chưa được chấp nhận trong tệp Word: ${said.join(", ")}`);
  paragraph.children.push(textRun(` ${mark}`));
}

/** Returns whether a reader would see anything of what was deleted: words, a picture, a formula. */
function saysAnything(change: XmlElement): boolean {
  const text = textIn(change, "w:delText", "w:t", "m:t").trim();
  return text !== "" || elementsIn(change, ...seen).length > 0;
}

const seen = ["w:drawing", "w:pict", "w:object", "w:sym"].concat([
  "w:footnoteReference",
  "w:endnoteReference",
]);

/** Joins each big first letter, which is a paragraph of its own, with the word that it begins. */
export function joinDropCaps(parent: XmlElement): void {
  const kept: XmlElement["children"] = [];
  let letters: XmlElement["children"] = [];
  for (const child of parent.children) {
    if (typeof child === "string" || child.name !== "w:p") {
      kept.push(child);
      continue;
    }
    const frame = childOf(childOf(child, "w:pPr"), "w:framePr");
    const isCap = /^(?:drop|margin)$/u.test(frame?.attributes["w:dropCap"] ?? "");
    const own = child.children.filter((one) => typeof one === "string" || one.name !== "w:pPr");
    if (isCap) letters.push(...own);
    else {
      const properties = childrenOf(child, "w:pPr");
      if (letters.length > 0) child.children = [...properties, ...letters, ...own];
      letters = [];
      kept.push(child);
    }
  }
  if (letters.length > 0) kept.push(element("w:p", {}, ...letters));
  parent.children = kept;
}
