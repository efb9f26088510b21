import { codePoint, type Deception, shown, type Where } from "./deception.ts";
import { latinLike } from "./look-alikes.ts";

/*
 * Words of another alphabet that could be read as Latin letter by letter ("whole-script
 * confusable", UTS #39, section 4): сосо in place of coco. They are honest beside a word of that
 * alphabet that cannot be misread, and between quotation marks or brackets, which tell readers to
 * look closely.
 */

const phrases = (["Cyrl", "Grek", "Armn"] as const).map(
  (script) =>
    new RegExp(
      `\\p{sc=${script}}[\\p{sc=${script}}\\p{M}]*(?:[ .,’'–-]{1,3}\\p{sc=${script}}[\\p{sc=${script}}\\p{M}]*)*`,
      "gu",
    ),
);
/** Short forms that stand in Vietnamese texts as they are. */
const customary = new Set(["СССР", "ТАСС", "МХАТ", "ООН", "СВО", "НАТО"]);
/** Letters that weapons and machines are called by, with a number behind: Т-54, Су-30, С-300. */
const designation = /^(?:[АВКСТ]|Ка|Су|Ту)$/u;
const numbered = /^[-‑–]\d{2,3}(?![\p{L}\d])/u;
/** A Greek letter alone is a sign (α, β, ρ), unless it is drawn like a Latin one in all fonts. */
const sign = /^[αβγδεζηθκλμξπρστφχψω]$/u;

/** Finds whole words of other alphabets that read as Latin. */
export function* misreadPhrases(text: string, where: Where): Generator<Deception> {
  for (const form of phrases) {
    for (const { 0: phrase, index } of text.matchAll(form)) {
      if (isBeside(text, index, phrase.length) || isHonest(phrase)) continue;
      if (isQuoted(text, index, phrase.length, where)) continue;
      if (where === "body" && isDesignation(text, index, phrase)) continue;
      const letter = [...phrase][0]!;
      const suggestion = [...phrase].map((one) => latinLike(one) ?? one).join("");
      const args = { value: shown(phrase), letter, code: codePoint(letter), suggestion };
      yield { code: "look-alike-word", index, length: phrase.length, args };
    }
  }
}

/** True for a part of a word of two alphabets, which has a message of its own. */
function isBeside(text: string, index: number, length: number): boolean {
  const around = `${text[index - 1] ?? ""} ${text[index + length] ?? ""}`;
  return /\p{L}/u.test(around);
}

function isHonest(phrase: string): boolean {
  if (customary.has(phrase) || sign.test(phrase)) return true;
  return [...phrase].some((one) => /\p{L}/u.test(one) && latinLike(one) === undefined);
}

function isDesignation(text: string, index: number, phrase: string): boolean {
  const after = text.slice(index + phrase.length, index + phrase.length + 5);
  return designation.test(phrase) && numbered.test(after);
}

function isQuoted(text: string, index: number, length: number, where: Where): boolean {
  // In the front matter, plain quotation marks belong to YAML.
  const [open, close] =
    where === "body" ? [/[«“"'‘„(]$/u, /^[»”"'’“)]/u] : [/[«“„(]$/u, /^[»”“)]/u];
  return open.test(text[index - 1] ?? "") && close.test(text[index + length] ?? "");
}
