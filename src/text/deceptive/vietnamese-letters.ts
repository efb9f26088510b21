import { isSyllable } from "../syllable.ts";
import { codePoint, type Deception } from "./deception.ts";
import { hasTwoTones, kindsIn } from "./plain-letters.ts";

/* Slips of old fonts and input methods: a foreign letter for Đ, two tones on one syllable. */

const word = /[\p{L}\p{M}]+/gu;
const foreignD = /[ÐðƉɖ]/u;
/** Letters of a word that is Icelandic or Faroese, where ð is right. */
const icelandic = /[ÞþÆæÖö]/u;
const vietnamese = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/u;

/** Finds Ð (U+00D0) and its like in place of Đ. */
export function* foreignDs(text: string): Generator<Deception> {
  if (!foreignD.test(text)) return;
  // Word by word: a pattern with `*` before the letter would be tried from each letter of a word.
  for (const { 0: written, index: start } of text.matchAll(word)) {
    const before = written.search(foreignD);
    if (before === -1 || isForeignName(written, withVietnameseD(written))) continue;
    const value = written.slice(before);
    const letter = foreignD.exec(value)![0];
    const args = { value, letter, code: codePoint(letter), fixed: withVietnameseD(value) };
    const index = start + before;
    yield { code: "wrong-d", index, length: value.length, args, fixed: args.fixed };
  }
}

function withVietnameseD(word: string): string {
  return word.replaceAll(/[ÐƉ]/gu, "Đ").replaceAll(/[ðɖ]/gu, "đ");
}

/** True for a name such as Sigurðsson: no syllable of ours, and nothing but ð to doubt. */
function isForeignName(word: string, fixed: string): boolean {
  if (/[ÐƉɖ]/u.test(word) || isSyllable(fixed) || vietnamese.test(word)) return false;
  return icelandic.test(word) || /^\p{Lu}\p{Ll}{3,}$/u.test(word);
}

/** The five tone marks as combining characters: grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const vowelRun = /(?:[aeiouyAEIOUY]\p{M}*)+/gu;

/** Letters that are no vowels, with the mark of a tone. */
const tonedConsonant = /(?<=[b-df-hj-np-tv-xz])[\u0300\u0301\u0303\u0309\u0323]/giu;

/** Finds syllables with two tone marks: hòà, ạ́, Đảñg. */
export function* doubleTones(text: string): Generator<Deception> {
  if ((kindsIn(text) & hasTwoTones) === 0) return;
  for (const { index, 0: value } of text.matchAll(word)) {
    if ((kindsIn(value) & hasTwoTones) === 0) continue;
    const apart = value.normalize("NFD");
    const runs = apart.match(vowelRun) ?? [];
    const plain = apart.replaceAll(tonedConsonant, "");
    // A name such as Núñez is no syllable of ours.
    const isOnConsonant = plain !== apart && plain.match(tones) !== null && isSyllable(plain);
    if (isOnConsonant || runs.some((run) => (run.match(tones)?.length ?? 0) > 1))
      yield { code: "double-tone", index, length: value.length, args: { value } };
  }
}
