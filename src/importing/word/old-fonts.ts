import { decodeLegacy, isUnicodeText, type LegacyText } from "../../text/legacy-text.ts";
import { runsOf } from "./changes.ts";
import { fontOf, type Styles } from "./styles.ts";
import { childrenOf, textIn, type XmlElement } from "./xml.ts";

/*
 * Fonts of the time before Unicode. A Word file says which letters are in one, so that even a word
 * can be read that alone would not show it.
 */

/** What the names of fonts say in the files of one document. */
export type OldFonts = {
  /** Returns how text in a font is written; undefined for Unicode. */
  readonly encodingOf: (font: string) => LegacyText["font"] | undefined;
  /** The encodings that were found; complete when all paragraphs are decoded. */
  readonly found: Set<LegacyText["font"]>;
};

/**
 * Looks through all text in old fonts. Where some of it is Vietnamese in Unicode, the name of the
 * font says nothing: the text was converted, or typed with another keyboard, and Word shows it in
 * whatever font has the letters.
 */
export function oldFontsOf(roots: readonly XmlElement[], styles: Styles): OldFonts {
  const named = new Set<string>();
  const look = (parent: XmlElement): void => {
    for (const child of childrenOf(parent)) {
      look(child);
      if (child.name !== "w:p") continue;
      for (const run of runsOf(child)) {
        const font = fontOf(styles.ofRun(run, child));
        if (font !== undefined && nameOf(font) && isUnicodeText(textIn(run, "w:t")))
          named.add(font);
      }
    }
  };
  for (const root of roots) look(root);
  return {
    encodingOf: (font) => (named.has(font) ? undefined : nameOf(font)),
    found: new Set(),
  };
}

function nameOf(font: string): LegacyText["font"] | undefined {
  if (/^\.vn/iu.test(font)) return "TCVN3";
  return /^vni[\s-]/iu.test(font) ? "VNI" : undefined;
}

/** Decodes the letters of a paragraph that are in old fonts. */
export function decodeFonts(
  paragraph: XmlElement,
  { styles, fonts }: { readonly styles: Styles; readonly fonts: OldFonts },
): void {
  for (const run of runsOf(paragraph)) {
    const font = fontOf(styles.ofRun(run, paragraph));
    const encoding = font === undefined ? undefined : fonts.encodingOf(font);
    if (font === undefined || encoding === undefined) continue;
    // The fonts of TCVN3 whose names end in H draw small letters as capitals.
    const isCapital = encoding === "TCVN3" && /h$/iu.test(font);
    for (const text of childrenOf(run, "w:t"))
      text.children = text.children.map((one) => {
        if (typeof one !== "string") return one;
        const plain = one.replaceAll(/[\uf020-\uf0ff]/gu, (letter) =>
          String.fromCodePoint(letter.codePointAt(0)! - 0xf0_00),
        );
        const read = decodeLegacy(plain, encoding);
        if (read !== one) fonts.found.add(encoding);
        return isCapital ? read.toLocaleUpperCase("vi") : read;
      });
  }
}
