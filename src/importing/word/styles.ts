import { childOf, childrenOf, valOf, type XmlElement } from "./xml.ts";

/** The styles of a Word file: what a paragraph or its letters get without saying so themselves. */
export type Styles = {
  /** Returns the elements that hold the properties of a run (`w:rPr`), the nearest first. */
  readonly ofRun: (run: XmlElement, paragraph: XmlElement) => readonly XmlElement[];
  /**
   * Returns whether a switch of letters, such as `w:caps`, is on. Where a run does not say so
   * itself, one that both its styles turn on is off.
   */
  readonly isOn: (name: string, run: XmlElement, paragraph: XmlElement) => boolean;
  /** Returns the name of the style of a paragraph, in small letters. */
  readonly nameOf: (paragraph: XmlElement) => string;
  /** Returns the elements that hold the properties of a paragraph (`w:pPr`), the nearest first. */
  readonly ofParagraph: (paragraph: XmlElement) => readonly XmlElement[];
  /** Returns whether a paragraph is a title or a heading. */
  readonly isHeading: (paragraph: XmlElement) => boolean;
  /** Returns the numbering that a style of lists stands for. */
  readonly numberingOf: (styleId: string) => string | undefined;
};

type Style = {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly own: XmlElement;
};

/** No style is based on so many others; one that is has been made to go round. */
const mostSteps = 20;

/** Reads `word/styles.xml`. */
export function stylesOf(part: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  for (const own of childrenOf(part, "w:style")) {
    const id = own.attributes["w:styleId"] ?? "";
    if (styles.has(id)) continue;
    const name = (valOf(own, "w:name") ?? "").toLowerCase();
    styles.set(id, { name, basedOn: valOf(own, "w:basedOn"), own });
    const isDefault = isOn(own.attributes["w:default"], false);
    if (isDefault && own.attributes["w:type"] === "paragraph") defaultParagraph ??= id;
  }
  const defaults = childOf(part, "w:docDefaults");
  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = [];
    for (let next = id; next !== undefined && found.length < mostSteps; ) {
      const style = styles.get(next);
      if (style === undefined) break;
      found.push(style);
      next = style.basedOn;
    }
    return found;
  };
  const known = new Map<string, readonly XmlElement[]>();
  /** Returns the properties of a style and of those that it is based on, the nearest first. */
  const propertiesOf = (id: string | undefined, name: string) => {
    if (id === undefined) return [];
    const key = `${name} ${id}`;
    const found = known.get(key) ?? chain(id).flatMap(({ own }) => childOf(own, name) ?? []);
    known.set(key, found);
    return found;
  };
  const byDefault = childrenOf(childOf(defaults, "w:rPrDefault"), "w:rPr");
  const paragraphStyle = (paragraph: XmlElement) =>
    valOf(childOf(paragraph, "w:pPr"), "w:pStyle") ?? defaultParagraph;
  return {
    ofRun(run, paragraph) {
      const direct = childOf(run, "w:rPr");
      return [
        ...(direct === undefined ? [] : [direct]),
        ...propertiesOf(valOf(direct, "w:rStyle"), "w:rPr"),
        ...propertiesOf(paragraphStyle(paragraph), "w:rPr"),
        ...byDefault,
      ];
    },
    isOn(name, run, paragraph) {
      const direct = childOf(run, "w:rPr");
      if (childOf(direct, name) !== undefined) return hasSwitch([direct!], name);
      if (hasSwitch(byDefault, name)) return true;
      const ofLetters = propertiesOf(valOf(direct, "w:rStyle"), "w:rPr");
      const ofLine = propertiesOf(paragraphStyle(paragraph), "w:rPr");
      return hasSwitch(ofLetters, name) !== hasSwitch(ofLine, name);
    },
    nameOf: (paragraph) => chain(paragraphStyle(paragraph))[0]?.name ?? "",
    ofParagraph(paragraph) {
      const direct = childOf(paragraph, "w:pPr");
      return [
        ...(direct === undefined ? [] : [direct]),
        ...propertiesOf(paragraphStyle(paragraph), "w:pPr"),
      ];
    },
    isHeading(paragraph) {
      const [style] = chain(paragraphStyle(paragraph));
      return style !== undefined && /^(?:title|subtitle|heading(?: \d)?)$/u.test(style.name);
    },
    numberingOf: (styleId) =>
      valOf(childOf(childOf(styles.get(styleId)?.own, "w:pPr"), "w:numPr"), "w:numId"),
  };
}

/** Returns whether the nearest of some properties that knows a switch, such as `w:caps`, is on. */
function hasSwitch(properties: readonly XmlElement[], name: string): boolean {
  for (const one of properties) {
    const found = childOf(one, name);
    if (found !== undefined) return isOn(found.attributes["w:val"], true);
  }
  return false;
}

/**
 * Returns the font that letters get from the nearest of some properties; undefined for one that
 * follows the theme.
 */
export function fontOf(properties: readonly XmlElement[]): string | undefined {
  for (const one of properties) {
    const fonts = childOf(one, "w:rFonts")?.attributes ?? {};
    if (fonts["w:asciiTheme"] !== undefined) return undefined;
    const font = fonts["w:ascii"] ?? fonts["w:hAnsi"];
    if (font !== undefined) return font;
  }
  return undefined;
}

function isOn(value: string | undefined, otherwise: boolean): boolean {
  return value === undefined ? otherwise : !/^(?:0|false|off|none)$/u.test(value);
}
