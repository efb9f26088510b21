import { codePoint } from "dingbat-to-unicode";
import { leftOut } from "../../text/left-out.ts";
import { runsOf } from "./changes.ts";
import { fontOf, type Styles } from "./styles.ts";
import { childrenOf, element, type XmlElement } from "./xml.ts";

/** Fonts whose letters are signs of their own, by their names in small letters. */
const symbolFonts = new Map(
  ["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** Signs that few fonts have, each with one that nearly all have and that says the same. */
const common = new Map(
  [
    "🡨←🡪→🡩↑🡫↓🡬↖🡭↗🡯↙🡮↘🡸⇐🡺⇒🡹⇑🡻⇓🡠←🡢→🡡↑🡣↓🠐←🠒→🠑↑🠓↓",
    "🗶✗🗴✗🗸✓🗷☒🗵☒🗹☑🞎□🞏□🞐□🞑□🞒□🞓□🔾○🔿○🞅○🞆○🞄•🞌·🞍◆🞟◆🞚◆",
  ].flatMap((row) => Array.from(row.matchAll(/(.)(.)/gu), ([, from, to]) => [from!, to!] as const)),
);

/** Where letters of symbol fonts are in Unicode, which knows only that they are somebody's own. */
const ownLetter = /[\uf020-\uf0ff]/u;
const own = 0xf0_00;
/** In letters. Longer text in a symbol font is text: programs name the font without meaning it. */
const mostLetters = 3;

/** Returns what a letter of a font shows; undefined for a sign that Unicode does not have. */
export function symbolText(font: string, letter: number): string | undefined {
  const code = letter >= own && letter <= own + 0xff ? letter - own : letter;
  const known = symbolFonts.get(font.trim().toLowerCase());
  if (known === undefined) {
    const plain = letter === code && code > 0 && code < own ? String.fromCodePoint(code) : "";
    return plain === "" || /\p{C}/u.test(plain) ? undefined : plain;
  }
  const sign = codePoint(known, code)?.string;
  return sign === undefined ? undefined : (common.get(sign) ?? sign);
}

/** Writes letters of symbol fonts, and symbols by their numbers, as the signs that they show. */
export function nameSymbols(paragraph: XmlElement, styles: Styles): void {
  for (const run of runsOf(paragraph)) {
    for (const symbol of childrenOf(run, "w:sym")) {
      const { "w:font": font = "", "w:char": written = "" } = symbol.attributes;
      become(symbol, shown(font, Number.parseInt(written, 16)));
    }
    const font = fontOf(styles.ofRun(run, paragraph));
    if (font === undefined || !symbolFonts.has(font.trim().toLowerCase())) continue;
    for (const text of childrenOf(run, "w:t")) {
      const written = text.children.join("");
      const isSign = [...written.trim()].length <= mostLetters;
      become(
        text,
        Array.from(written, (letter) =>
          ownLetter.test(letter) || (isSign && /[!-\u00ff]/u.test(letter))
            ? shown(font, letter.codePointAt(0)!)
            : letter,
        ).join(""),
      );
    }
  }
}

/** Makes an element text. */
function become(symbol: XmlElement, text: string): void {
  const made = element("w:t", { "xml:space": "preserve" }, text);
  symbol.name = made.name;
  Object.assign(symbol.attributes, made.attributes);
  symbol.children = made.children;
}

function shown(font: string, letter: number): string {
  return symbolText(font, letter) ?? ` ${leftOut(`ký hiệu của phông chữ ${font}`)} `;
}
