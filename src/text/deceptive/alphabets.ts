/*
 * Which letters may be side by side in a word. UTS #39, section 5, calls a word "highly
 * restrictive" when it is of one script, or of Latin with the scripts of Chinese, Japanese or
 * Korean. Here that holds for words, not for whole texts: an honest sentence may quote another
 * language.
 */

/** Scripts in everyday use (UAX #31, table 5), and those of peoples of Viet Nam. */
const scripts = [
  "Latin Cyrillic Greek Han Hiragana Katakana Hangul Bopomofo Thai Lao Khmer Arabic Hebrew",
  "Armenian Georgian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam",
  "Sinhala Myanmar Tibetan Ethiopic Thaana Cham Tai_Viet Pahawh_Hmong Nyiakeng_Puachue_Hmong",
]
  .join(" ")
  .split(" ");
const forms = scripts.map((name) => [name, new RegExp(`\\p{scx=${name}}`, "u")] as const);
const shared = /[\p{sc=Common}\p{sc=Inherited}]/u;

const known = new Map<string, string>();

/**
 * Returns the script of a character; empty for one that several share, `other` for a script that no
 * text here uses, of which many are drawn like Latin (Cherokee, Lisu, Deseret).
 */
export function scriptOf(character: string): string {
  let script = known.get(character);
  if (script === undefined) {
    script = shared.test(character)
      ? ""
      : (forms.find(([, form]) => form.test(character))?.[0] ?? "other");
    if (known.size < 4_096) known.set(character, script);
  }
  return script;
}

const together = [
  new Set(["Latin", "Han", "Hiragana", "Katakana"]),
  new Set(["Latin", "Han", "Hangul"]),
  new Set(["Latin", "Han", "Bopomofo"]),
];
/** Letters of Chinese, Japanese and Korean that are drawn like a Latin letter or a stroke. */
const strokes = /[一丨丶丿〇口工卜ー〳ノニトロㅇㅣㅡㄱㄴᄋ]/u;

/**
 * Returns whether scripts may be in one word.
 *
 * @param word the word that is made of them
 */
export function mayMix(used: ReadonlySet<string>, word: string): boolean {
  if (used.size < 2) return true;
  if (!together.some((set) => used.isSubsetOf(set))) return isFormula(word);
  return !used.has("Latin") || !strokes.test(word);
}

/**
 * Greek letters are signs beside Latin ones in units and formulas: μm, kΩ, ΔT, πr, λmax. Those that
 * are drawn like Latin letters are none.
 */
const formulas =
  /^(?:\d*(?:μ(?:m|g|l|L|s|A|V|F|W|H|T|N|J|M|Pa|Sv|mol|Ci|Bq)\d?|[kMGTmnp]?Ω|[ΓΔΘΛΞΠΣΦΨΩβγδεζθλμξπσφψω]\d?[A-Za-z]\d?|[A-Za-z]?\d?[ΔΘΛΠΣΦΨΩθλμπσφψω]\d?(?:max|min)?)[²³]?)$/u;

function isFormula(word: string): boolean {
  return formulas.test(word);
}
