import { leftOut, quoted } from "../../text/left-out.ts";
import {
  childOf,
  childrenOf,
  element,
  elementsIn,
  textIn,
  type XmlElement,
  type XmlNode,
} from "./xml.ts";

/** The other parts of the file, by the ids that the part of a drawing has for them. */
export type OtherParts = {
  readonly partOf: (id: string) => XmlElement | undefined;
  readonly hasFile: (id: string) => boolean;
};

/** In UTF-16 units. A diagram is named with what it says, which is nowhere else. */
const longestDiagram = 400;

/**
 * Returns what a drawing (`w:drawing`) becomes: its pictures and the texts of its boxes, and marks
 * for charts and diagrams. Lines and empty shapes become nothing.
 */
export function drawingRuns(drawing: XmlElement, parts: OtherParts): XmlNode[] {
  const own = elementsIn(drawing, "wp:docPr")[0]?.attributes ?? {};
  const said = own.descr?.trim() || own.title?.trim() || "";
  const made: XmlNode[] = [];
  const add = (node: XmlElement): void => {
    switch (node.name) {
      case "pic:pic":
        made.push(pictureRun(node, said, parts));
        break;
      case "w:txbxContent":
        made.push(boxRun(node.children));
        break;
      case "c:chart":
      case "cx:chart":
        made.push(
          markRun(
            `biểu đồ${named(chartTitle(parts.partOf(node.attributes["r:id"] ?? "")) || said)}`,
          ),
        );
        break;
      case "dgm:relIds": {
        const text = diagramText(parts.partOf(node.attributes["r:dm"] ?? ""));
        made.push(markRun(`sơ đồ SmartArt${named(text || said, longestDiagram)}`));
        break;
      }
      case "w14:contentPart":
        made.push(markRun("nét vẽ tay"));
        break;
      default:
        for (const child of childrenOf(node)) add(child);
    }
  };
  add(drawing);
  return made;
}

/** Returns a run of its own for text or a mark. */
export function textRun(text: string, properties?: XmlElement): XmlElement {
  const words = element("w:t", { "xml:space": "preserve" }, text);
  return properties === undefined
    ? element("w:r", {}, words)
    : element("w:r", {}, properties, words);
}

export function markRun(what: string): XmlElement {
  return textRun(` ${leftOut(what)} `);
}

function named(words: string, most?: number): string {
  return words === "" ? "" : ` ${quoted(words, most)}`;
}

/** Returns one picture in a drawing of its own, which is the only place where our reader looks. */
function pictureRun(picture: XmlElement, said: string, { hasFile }: OtherParts): XmlElement {
  const blip = elementsIn(picture, "a:blip")[0];
  const { "r:embed": embedded = "", "r:link": linked = "" } = blip?.attributes ?? {};
  if (!hasFile(embedded))
    return embedded + linked === ""
      ? textRun("")
      : markRun(`ảnh không nằm trong tệp Word${named(said)}`);
  const own = elementsIn(picture, "pic:cNvPr")[0]?.attributes ?? {};
  const descr = said || own.descr?.trim() || "";
  const data = element("a:graphicData", {}, picture);
  const inline = element(
    "wp:inline",
    {},
    element("wp:docPr", { descr }),
    element("a:graphic", {}, data),
  );
  return element("w:r", {}, element("w:drawing", {}, inline));
}

/** Returns the paragraphs of a text box as an old box, which is put behind its paragraph. */
function boxRun(content: readonly XmlNode[]): XmlElement {
  const box = element("v:textbox", {}, element("w:txbxContent", {}, ...content));
  return element("w:r", {}, element("w:pict", {}, element("v:rect", {}, box)));
}

function chartTitle(chart: XmlElement | undefined): string {
  const [title] = chart === undefined ? [] : elementsIn(chart, "c:title", "cx:title");
  return title === undefined ? "" : textIn(title, "a:t", "c:v").trim();
}

function diagramText(data: XmlElement | undefined): string {
  if (data === undefined) return "";
  return elementsIn(data, "a:p")
    .map((paragraph) => textIn(paragraph, "a:t").trim())
    .filter((text) => text !== "")
    .join("; ");
}

/** Shapes of the old kind that our reader knows; it passes over all others. */
const knownShapes = new Set(["v:shape", "v:rect", "v:roundrect", "v:group"]);

/**
 * Makes shapes of the old kind (`w:pict`, `w:object`) readable: any shape may hold text or a
 * picture, and the letters of a WordArt are in an attribute.
 */
export function simplifyShapes(holder: XmlElement): void {
  for (const child of childrenOf(holder)) {
    if (/^v:(?!shapetype$|textbox$|imagedata$|textpath$)/u.test(child.name)) {
      if (!knownShapes.has(child.name)) child.name = "v:rect";
      const letters = childOf(child, "v:textpath")?.attributes.string?.trim();
      if (letters) {
        const paragraph = element("w:p", {}, textRun(letters));
        child.children.push(element("v:textbox", {}, element("w:txbxContent", {}, paragraph)));
      }
      simplifyShapes(child);
    }
  }
}

const objectNames: readonly (readonly [form: RegExp, name: string])[] = [
  [/^Equation/iu, "công thức kiểu cũ (Equation)"],
  [/^Excel/iu, "bảng Excel nhúng"],
  [/^(?:MSGraph|.*Chart)/iu, "biểu đồ nhúng"],
  [/^PowerPoint/iu, "trang trình chiếu nhúng"],
  [/^Visio/iu, "sơ đồ Visio nhúng"],
  [/^(?:AcroExch|Acrobat)/iu, "tệp PDF nhúng"],
];

/** Returns what an embedded object is called; undefined when the element holds none. */
export function objectName(object: XmlElement): string | undefined {
  const [ole] = elementsIn(object, "o:OLEObject");
  if (ole === undefined) return undefined;
  const program = ole.attributes.ProgID ?? "";
  return objectNames.find(([form]) => form.test(program))?.[1] ?? `đối tượng nhúng (${program})`;
}
