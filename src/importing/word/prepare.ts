import { leftOut, quoted, withoutLeftOut } from "../../text/left-out.ts";
import type { LegacyText } from "../../text/legacy-text.ts";
import { joinDropCaps, markChanges, markUnseen, runsOf, writeCapitals } from "./changes.ts";
import { drawingRuns, markRun, objectName, simplifyShapes, textRun } from "./drawings.ts";
import { equationText, setFractionsApart } from "./equations.ts";
import { finishFields, simpleField } from "./fields.ts";
import { writeLetterForms } from "./letters.ts";
import { type Label, numberingOf } from "./numbering.ts";
import { decodeFonts, type OldFonts, oldFontsOf } from "./old-fonts.ts";
import { mainPart, type Relation, readPart, relatedTo, relationsOf } from "./package.ts";
import { type Styles, stylesOf } from "./styles.ts";
import { nameSymbols } from "./symbols.ts";
import { makeTabTables, setFiguresApart } from "./tab-tables.ts";
import { straightenTable } from "./tables.ts";
import {
  childOf,
  childrenOf,
  element,
  elementsIn,
  parseXml,
  replaceIn,
  textIn,
  writeXml,
  type XmlElement,
  type XmlNode,
} from "./xml.ts";

/*
 * The library that turns Word files into HTML passes over a good deal without a word: equations,
 * charts, hidden and struck-out text, numbers that Word makes itself. So its files are written in
 * plainer words first: each of these becomes text, or a mark that names it at its place.
 */

/** The files of a Word document in words that every reader knows. */
export type Prepared = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How many letters are in its text, without its notes: so many must come out again. */
  readonly letters: number;
  /** The fonts of the time before Unicode that some of its letters were in. */
  readonly fonts: ReadonlySet<LegacyText["font"]>;
  /** How many tables were made of lines with tabs. */
  readonly tabTables: number;
};

/** Returns the files of a Word document in plainer words. Throws when its text cannot be read. */
export function preparedFiles(files: ReadonlyMap<string, Uint8Array>): Prepared {
  let letters = 0;
  const prepared = new Map(files);
  const main = mainPart(files);
  const relations = relationsOf(files, main);
  const styles = stylesOf(readPart(files, relatedTo(files, relations, "styles")[0]));
  const numberings = relatedTo(files, relations, "numbering");
  const labelOf = numberingOf(readPart(files, numberings[0]), styles);
  // The labels are written out, so nobody may make others.
  for (const name of numberings) prepared.set(name, writeXml(element("w:numbering")));
  // Remarks are named in the text, so nobody need read them.
  for (const name of relatedTo(files, relations, "comments"))
    prepared.set(name, writeXml(element("w:comments")));
  const notes = ["footnotes", "endnotes"].flatMap((type) => relatedTo(files, relations, type));
  const roots = new Map([[main, parseXml(files.get(main) ?? new Uint8Array())]]);
  const noteIds = new Set<string>();
  for (const name of notes) {
    const root = readPart(files, name) ?? element("w:footnotes");
    roots.set(name, root);
    for (const note of childrenOf(root))
      noteIds.add(`${note.name}Reference ${note.attributes["w:id"]}`);
  }
  const fonts = oldFontsOf([...roots.values()], styles);
  let tabTables = 0;
  for (const [name, root] of roots) {
    const own = name === main ? relations : relationsOf(files, name);
    tabTables += prepare(root, { files, relations: own, styles, labelOf, noteIds, fonts });
    if (name === main) {
      addMargins(root, files, relations);
      letters = lettersIn(root);
    }
    prepared.set(name, writeXml(root));
  }
  return { files: prepared, letters, fonts: fonts.found, tabTables };
}

function lettersIn(element: XmlElement): number {
  if (element.name === "w:t") return countLetters(element.children.join(""));
  if (/^w:(?:del|moveFrom)$/u.test(element.name) || isCovered(element)) return 0;
  return childrenOf(element).reduce((sum, child) => sum + lettersIn(child), 0);
}

/** Returns whether a cell is below one that is merged over it; what is in it, nobody sees. */
function isCovered(cell: XmlElement): boolean {
  const merged = cell.name === "w:tc" && childOf(childOf(cell, "w:tcPr"), "w:vMerge");
  return Boolean(merged && merged.attributes["w:val"] !== "restart");
}

/** Returns how many letters are in a text, without digits, which the numbers of notes are. */
export function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

type Context = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly styles: Styles;
  readonly labelOf: (paragraph: XmlElement) => Label | undefined;
  /** What notes there are: the names of elements that refer to them, with their ids. */
  readonly noteIds: ReadonlySet<string>;
  readonly fonts: OldFonts;
};

/** Writes a part in plainer words; returns how many tables were made of lines with tabs. */
function prepare(root: XmlElement, context: Context): number {
  replaceIn(root, (one) => (one.name === "mc:AlternateContent" ? alternative(one) : undefined));
  for (const one of withAll(root)) if (one.name === "w:p") setFractionsApart(one);
  finishFields(root);
  replaceIn(root, (one) => plainer(one, context));
  for (const one of withAll(root)) if (childOf(one, "w:p") !== undefined) joinDropCaps(one);
  const inCells = new Set<XmlElement>();
  for (const one of withAll(root))
    if (one.name === "w:tc") for (const line of childrenOf(one, "w:p")) inCells.add(line);
  let tabTables = 0;
  for (const one of withAll(root))
    if (tabTableHolder.test(one.name)) tabTables += makeTabTables(one);
  for (const one of withAll(root)) {
    if (one.name !== "w:p") continue;
    setFiguresApart(one);
    decodeFonts(one, context);
    nameSymbols(one, context.styles);
    writeCapitals(one, context.styles);
    writeLetterForms(one, context.styles);
    markUnseen(one, context.styles);
    writeLabel(one, context, inCells.has(one));
    markChanges(one);
  }
  return tabTables;
}

/** Where lines that were typed as a table become one; a cell cannot hold another table. */
const tabTableHolder = /^w:(?:body|txbxContent)$/u;

/** Yields an element and all within it, in the order of the document. */
function* withAll(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of childrenOf(element)) yield* withAll(child);
}

/**
 * Returns one of the forms of something: the old one where it says anything, because readers know
 * it best.
 */
function alternative(one: XmlElement): readonly XmlNode[] {
  const choices = childrenOf(one, "mc:Choice");
  const fallback = childOf(one, "mc:Fallback");
  // The old form of a chart of the newest kind is a picture, or a sentence that Word is too old.
  const isChart = choices.some((choice) => elementsIn(choice, "cx:chart").length > 0);
  const asked = isChart ? ["a:blip"] : saying;
  const isText = choices[0] !== undefined && saysItself(choices[0]);
  if (fallback !== undefined && !isText && elementsIn(fallback, ...asked).length > 0)
    return fallback.children;
  return (choices[0] ?? fallback)?.children ?? [];
}

/** Returns whether something is text of the line itself, and not of a drawing. */
function saysItself(one: XmlElement): boolean {
  return elementsIn(one, "w:t", "w:drawing", "w:pict", "w:object").some(
    ({ name }) => name === "w:t",
  );
}

const saying = ["w:t", "w:sym", "v:imagedata", "v:textpath", "a:blip"];

/** Returns what an element becomes in plainer words; undefined for those that stay. */
function plainer(one: XmlElement, context: Context): readonly XmlNode[] | undefined {
  switch (one.name) {
    case "w:drawing":
      return drawingRuns(one, {
        partOf: (id) => readPart(context.files, context.relations.get(id)?.target),
        hasFile: (id) => hasFile(id, context),
      });
    case "w:pict":
    case "w:object":
      return oldShape(one, context);
    case "m:oMath":
      return [textRun(equationText(one))];
    case "m:oMathPara":
      return childrenOf(one, "w:r").flatMap((equation, at) =>
        at === 0 ? [equation] : [element("w:r", {}, element("w:br")), equation],
      );
    case "w:cr":
      return [element("w:br")];
    case "w:tbl":
      return [one, ...straightenTable(one)];
    case "w:ruby":
      return childrenOf(one, "w:rubyBase").flatMap(({ children }) => children);
    case "w:sdt":
      return childOf(one, "w:sdtContent")?.children ?? [];
    case "w:hyperlink": {
      const { "r:id": id } = one.attributes;
      return id === undefined || context.relations.has(id) ? undefined : one.children;
    }
    case "w:footnoteReference":
    case "w:endnoteReference":
      return context.noteIds.has(`${one.name} ${one.attributes["w:id"]}`)
        ? undefined
        : markRun("chú thích không có trong tệp Word").children;
    case "w:r":
      if (hasOwnSign(one)) return [withoutWords(one)];
      return undefined;
    case "w:fldSimple":
      return textIn(one, "w:t").trim() === "" ? simpleField(one) : one.children;
    case "w:dir":
    case "w:bdo":
      return one.children;
    case "w:ptab":
      return [element("w:tab")];
    case "w:br":
      return /^(?:page|column)$/u.test(one.attributes["w:type"] ?? "")
        ? [element("w:t", { "xml:space": "preserve" }, " ")]
        : undefined;
    case "w:commentReference":
      return markRun("nhận xét bên lề trong tệp Word").children;
    case "w:altChunk":
    case "w:subDoc":
      return [element("w:p", {}, markRun("phần chèn từ một tệp khác"))];
    default:
      return undefined;
  }
}

/** Returns whether a note is called by a sign of its own, which is behind it in the run. */
function hasOwnSign(run: XmlElement): boolean {
  return childrenOf(run).some(
    ({ name, attributes }) =>
      /^w:(?:foot|end)noteReference$/u.test(name) &&
      attributes["w:customMarkFollows"] !== undefined &&
      !/^(?:0|false|off)$/u.test(attributes["w:customMarkFollows"]),
  );
}

/** Returns a run without its words: the notes of an article have numbers. */
function withoutWords(run: XmlElement): XmlElement {
  run.children = run.children.filter(
    (child) => typeof child === "string" || !/^w:(?:t|sym)$/u.test(child.name),
  );
  return run;
}

function hasFile(id: string, { files, relations }: Context): boolean {
  const relation = relations.get(id);
  return relation !== undefined && !relation.isOutside && files.has(relation.target);
}

/** Pictures of the kinds that embedded objects have as their look; only Windows draws them. */
const windowsPicture = /\.(?:emf|wmf|emz|wmz|pict)$/iu;

function oldShape(shape: XmlElement, context: Context): readonly XmlNode[] | undefined {
  const name = objectName(shape);
  const looks = elementsIn(shape, "v:imagedata");
  const isDrawn = looks.some(({ attributes: { "r:id": id = "" } }) => {
    return hasFile(id, context) && !windowsPicture.test(context.relations.get(id)!.target);
  });
  if (name !== undefined && !isDrawn) return [markRun(name)];
  simplifyShapes(shape);
  const lost = looks.filter(({ attributes: { "r:id": id = "" } }) => !hasFile(id, context));
  if (lost.length === 0) return undefined;
  replaceIn(shape, (one) => (lost.includes(one) ? [] : undefined));
  return [shape, ...lost.map(() => markRun("ảnh nằm ngoài tệp Word"))];
}

/**
 * Stands before a paragraph of a list in the HTML, with its level and its number, if it has one: no
 * document may hold these code points.
 */
export const listMark = /\ufdd0(\d)\|(\d*)\ufdd1/gu;

/** Writes before a paragraph what Word shows there. */
function writeLabel(paragraph: XmlElement, { labelOf, styles }: Context, isInCell: boolean): void {
  const runs = runsOf(paragraph).filter((run) => textIn(run, "w:t").trim() !== "");
  const end = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
  const isGone = [childOf(end, "w:del"), childOf(end, "w:moveFrom")].some(Boolean);
  const isUnseen = styles.isOn("w:vanish", element("w:r", {}, ...(end ? [end] : [])), paragraph);
  // Word counts an empty paragraph too, but none that is hidden or deleted to its end.
  if (isGone && runs.length === 0) end!.children = [];
  if ((isGone && runs.length === 0) || (isUnseen && runs.every(isOnlyMark))) return;
  const label = labelOf(paragraph);
  if (label === undefined || label.text === "") return;
  if (runs.length === 0) {
    // In a table a number alone is what a column is for.
    if (isInCell && label.text !== undefined) paragraph.children.push(textRun(label.text));
    return;
  }
  const isBold = runs.every((run) => styles.isOn("w:b", run, element("w:p")));
  const number = /^(\d{1,4})[.)]?$/u.exec(label.text ?? "")?.[1];
  const isHeading = styles.isHeading(paragraph);
  // A bold line with a number is the heading of what is below it.
  const isItem = !isHeading && (label.text === undefined || (number !== undefined && !isBold));
  if (isHeading && label.text === undefined) return;
  const first = isItem
    ? textRun(`\ufdd0${label.level}|${number ?? ""}\ufdd1`)
    : textRun(`${label.text ?? ""} `, isBold ? element("w:rPr", {}, element("w:b")) : undefined);
  const at = paragraph.children.findIndex(
    (child) => typeof child !== "string" && child.name === "w:pPr",
  );
  paragraph.children.splice(at + 1, 0, first);
}

function isOnlyMark(run: XmlElement): boolean {
  return withoutLeftOut(textIn(run, "w:t")) === "";
}

/** Says below the text what is in the margins of its pages, except for the numbers of pages. */
function addMargins(
  root: XmlElement,
  files: ReadonlyMap<string, Uint8Array>,
  relations: ReadonlyMap<string, Relation>,
): void {
  const said = new Set<string>();
  for (const [type, name] of [
    ["header", "đầu trang"],
    ["footer", "chân trang"],
  ] as const) {
    for (const part of relatedTo(files, relations, type)) {
      const margin = readPart(files, part);
      if (margin === undefined) continue;
      replaceIn(margin, (one) =>
        one.name === "mc:AlternateContent" ? alternative(one) : undefined,
      );
      const text = elementsIn(margin, "w:p")
        .map((paragraph) => textIn(paragraph, "w:t"))
        .join(" ")
        .trim();
      if (!isPageNumber.test(text)) said.add(`${name} ${quoted(text)}`);
      for (const { attributes } of elementsIn(margin, "v:textpath"))
        if (attributes.string?.trim()) said.add(`chữ mờ dưới trang ${quoted(attributes.string)}`);
      if (elementsIn(margin, "a:blip", "v:imagedata").length > 0) said.add(`ảnh ở ${name}`);
    }
  }
  const body = childOf(root, "w:body");
  if (body === undefined || said.size === 0) return;
  body.children.push(element("w:p", {}, textRun(leftOut([...said].join(", ")))));
}

const isPageNumber = /^(?:trang|page|p\.)?[^\p{L}]*(?:(?:trên|của|of)[^\p{L}]*)?$/iu;
