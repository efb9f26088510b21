import { runsOf } from "./changes.ts";
import { fontOf, type Styles } from "./styles.ts";
import { element, type XmlNode } from "./xml.ts";

/** Fonts whose letters are signs of their own. */
const symbolFont = /^(?:symbol|wingdings(?: [23])?|webdings)$/iu;
/** Where such letters are in Unicode, which knows only that they are somebody's own. */
const ownLetter = /[\uf020-\uf0ff]/u;

/**
 * Writes letters of symbol fonts as symbols, which our reader knows by font and number; as text
 * they would be code points without a meaning.
 */
export function nameSymbols(paragraph: Parameters<typeof runsOf>[0], styles: Styles): void {
  for (const run of runsOf(paragraph)) {
    const font = fontOf(styles.ofRun(run, paragraph));
    if (font === undefined || !symbolFont.test(font)) continue;
    run.children = run.children.flatMap((child): XmlNode[] => {
      const text = typeof child === "string" || child.name !== "w:t" ? "" : child.children.join("");
      if (!ownLetter.test(text)) return [child];
      return Array.from(text, (letter) =>
        ownLetter.test(letter)
          ? element("w:sym", {
              "w:font": font,
              "w:char": letter.codePointAt(0)!.toString(16).toUpperCase(),
            })
          : element("w:t", { "xml:space": "preserve" }, letter),
      );
    });
  }
}
