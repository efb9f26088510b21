import { isSyllable } from "../syllable.ts";
import { mayMix, scriptOf } from "./alphabets.ts";
import { codePoint, type Deception, shown, type Where } from "./deception.ts";
import { isUnsure, latinLike } from "./look-alikes.ts";
import { isOverloaded } from "./marks.ts";
import { isPlain } from "./plain-letters.ts";
import { isBold, isStyled, plainForm } from "./styled.ts";

/*
 * Words that are not what they look like. A word is a run of letters, marks and digits, and of
 * signs that are drawn like letters (○, ∪, ⍺).
 */

const word =
  /[\p{L}\p{M}\p{N}\u20ab\u2218\u2223\u2228\u222a\u22c1\u22c3\u2373-\u237a\u23d0\u2502\u249c-\u24e9\u25cb\u25e6\u25ef\u26ac\u2758\u{1ccd6}-\u{1ccef}\u{1f110}-\u{1f189}\u{1f1e6}-\u{1f1ff}]+/gu;
const sign =
  /^\u20ab(?=\p{sc=Latn}{2})|(?<=\p{sc=Latn})[ªº\u20ab\u2218\u2223\u2228\u222a\u22c1\u22c3\u2373-\u237a\u23d0\u2502\u25cb\u25e6\u25ef\u26ac\u2758](?=\p{sc=Latn})/u;
const ignored = /\p{Default_Ignorable_Code_Point}/gu;

/** A longer word is repaired, but not quoted. */
const longestWord = 60;

/** Finds the words of a text that deceive; in each word one thing, the first to be put right. */
export function* deceptiveWords(text: string, where: Where): Generator<Deception> {
  for (const { 0: written, index } of text.matchAll(word)) {
    if (isPlain(written)) continue;
    const found = faultOf({ written, index, text, where });
    if (found === undefined) continue;
    const { code, letter, fixed, likely = fixed } = found;
    const args = {
      value: shown(written),
      letter: shown(letter),
      code: codePoint(letter),
      suggestion: likely !== undefined && likely.length <= longestWord ? likely : "",
      bold: code === "styled-letters" && where === "body" && isBold(written) ? "**" : "",
    };
    yield { code, index, length: written.length, args, fixed };
  }
}

/** A word and where it is. */
type Place = {
  readonly written: string;
  readonly index: number;
  readonly text: string;
  readonly where: Where;
};
type Fault = Pick<Deception, "code" | "fixed"> & {
  readonly letter: string;
  /** What was meant, when there is no one right form. */
  readonly likely?: string | undefined;
};

function faultOf(place: Place): Fault | undefined {
  // Invisible characters are told of already; letters around them still make one word.
  const letters = [...place.written.replaceAll(ignored, "")];
  return (
    styledFault(place) ??
    rareFault(letters, place) ??
    mixedFault(letters, place.where) ??
    digitFault(letters, place.where) ??
    markFault(place)
  );
}

function styledFault({ written, index, text, where }: Place): Fault | undefined {
  const before = text[index - 1] ?? "";
  const after = text[index + written.length] ?? "";
  const fixed = plainForm(written, before, after, where);
  if (fixed === undefined) return undefined;
  const letter = [...written].find((one) => one.normalize("NFKC") !== one) ?? written;
  return { code: "styled-letters", letter, fixed };
}

/** Finds a letter that no living orthography has, or that only looks like one. */
function rareFault(letters: readonly string[], place: Place): Fault | undefined {
  const rare = letters.filter((one) => isRare(one));
  if (rare.length === 0 || isQuotedSound(letters, place)) return undefined;
  const all = letters.join("");
  const fixed = latinised(all, (one) => isRare(one));
  // Turkish has a letter ı of its own.
  if (rare.every((one) => one === "ı") && !isVietnamese(fixed ?? all)) return undefined;
  // Small capitals may stand for great letters or for small ones.
  if (rare.some((one) => smallCapital.test(one)))
    return { code: "odd-letter", letter: rare[0]!, fixed: undefined, likely: fixed };
  return { code: "odd-letter", letter: rare[0]!, fixed };
}

const smallCapital = /[ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]/u;

function isRare(letter: string): boolean {
  const script = scriptOf(letter);
  if (script === "other") return true;
  // Those of foreign Đ have a message of their own, and styled letters were judged before.
  return (
    script === "Latin" &&
    /\p{L}/u.test(letter) &&
    !isPlain(letter) &&
    !isStyled(letter) &&
    !/[ÐðƉɖªº]/u.test(letter)
  );
}

function isVietnamese(word: string): boolean {
  return isSyllable(word) || /[ăâđêôơư\u1ea0-\u1ef9]/iu.test(word.normalize("NFC"));
}

/** True for phonetics between strokes or brackets, and for raised letters (1ᵉʳ, xⁿ) in a body. */
function isQuotedSound(
  letters: readonly string[],
  { written, index, text, where }: Place,
): boolean {
  if (where !== "body") return false;
  if (letters.every((one) => scriptOf(one) !== "other") && isPhonetic(text, index, written))
    return true;
  const raised = letters.filter((one) => isRare(one));
  return (
    raised.length <= 3 && raised.every((one) => /\p{Lm}/u.test(one)) && !/\p{Lm}/u.test(letters[0]!)
  );
}

/** At most this many characters are between the strokes or brackets of a transcription. */
const longestSound = 60;

function isPhonetic(text: string, index: number, word: string): boolean {
  const before = text.slice(Math.max(0, index - longestSound), index);
  const after = text.slice(index + word.length, index + word.length + longestSound);
  return (
    (/(?:^|[\s(])\/[^/\n]*$/u.test(before) && /^[^/\n]*\/(?:[\s).,;]|$)/u.test(after)) ||
    (/\[[^\][\n]*$/u.test(before) && /^[^\][\n]*\](?!\()/u.test(after))
  );
}

/** A quantity with its index, which a body has room for: Pα, Tν. */
const formula = /^[A-Z][\u03b1-\u03be\u03c0-\u03c9]{1,2}$/u;

/** Finds letters of two alphabets in one word. */
function mixedFault(letters: readonly string[], where: Where): Fault | undefined {
  const all = letters.join("");
  const scripts = new Set(letters.map(scriptOf).filter((script) => script !== ""));
  const letter = sign.exec(all)?.[0];
  if (letter !== undefined) return { code: "mixed-letters", letter, fixed: undefined };
  if (mayMix(scripts, all) || (where === "body" && formula.test(all))) return undefined;
  const isForeign = (one: string) => !["", "Latin"].includes(scriptOf(one));
  const foreign = letters.filter(isForeign);
  // A word with more foreign letters than Latin ones may have been meant the other way round.
  const latin = letters.filter((one) => scriptOf(one) === "Latin").length;
  const read = scripts.has("Latin") ? latinised(all, isForeign) : undefined;
  const isSure =
    read !== undefined &&
    !isUnsure(foreign.join("")) &&
    (foreign.length < latin || isVietnamese(read));
  return { code: "mixed-letters", letter: foreign[0]!, fixed: isSure ? read : undefined };
}

/** Finds digits of another script beside our own, or in a line that has to be compared. */
function digitFault(letters: readonly string[], where: Where): Fault | undefined {
  const foreign = letters.find((one) => /\p{Nd}/u.test(one) && !/\d/u.test(one));
  if (foreign === undefined) return undefined;
  if (where === "body" && !/[\d\p{sc=Latn}]/u.test(letters.join(""))) return undefined;
  return { code: "odd-letter", letter: foreign, fixed: undefined };
}

function markFault({ written, index, text, where }: Place): Fault | undefined {
  if (!/\p{M}/u.test(written)) return undefined;
  const sounds = where === "body" && isPhonetic(text, index, written);
  for (const { 1: base = "", 2: marks = "" } of written.matchAll(/(\P{M}?)(\p{M}+)/gu)) {
    const visible = marks.replaceAll(ignored, "");
    if (visible === "") continue;
    const under = base || baseBefore(text, index);
    const isLatin = ["Latin", ""].includes(scriptOf(under || "a"));
    if (!isOverloaded(under, visible, isLatin, where, sounds)) continue;
    return { code: "stacked-marks", letter: [...visible][0]!, fixed: undefined };
  }
  return undefined;
}

/** Returns the sign that shows a mark by itself: a dotted circle or a no-break space. */
function baseBefore(text: string, index: number): string {
  return /[\u25cc\u00a0]/u.exec(text[index - 1] ?? "")?.[0] ?? "";
}

/** Returns a word with Latin letters for those that look like them; undefined when one does not. */
function latinised(word: string, isForeign: (letter: string) => boolean): string | undefined {
  const read = [...word].map((one) => (isForeign(one) ? latinLike(one) : one));
  return read.includes(undefined) ? undefined : read.join("").normalize("NFC");
}
