/*
 * What the characters of an article are, in one table. Every letter of every article is looked up
 * here, so this is no regular expression, which would be among the slowest steps of reading.
 */

const isVowel = 1;
const isToned = 2;
/** A combining mark that Vietnamese or a language beside it uses. */
const isMark = 4;
/** A blank that is not the space bar's, but typography's. */
export const isBlank = 8;
/** Anything that may deceive and needs a closer look. */
export const isOdd = 16;

/** A syllable may have two tone marks. */
export const hasTwoTones = 32;

const kinds = new Uint8Array(0x1_00_00).fill(isOdd);

/**
 * Returns the bits of a part of a text together, with `hasTwoTones` where a syllable may have two.
 * In NFC only two toned letters side by side (hòà), or a letter with a mark that did not compose
 * (ạ́), can hold two tones on one syllable; both are rare enough to look closely.
 */
export function kindsIn(text: string, from = 0, to = text.length): number {
  let seen = 0;
  let lastToned = -3;
  for (let at = from; at < to; at += 1) {
    const kind = kinds[text.charCodeAt(at)]!;
    seen |= kind;
    if ((kind & isToned) === 0) continue;
    if (at - lastToned <= 2 && (lastToned === at - 1 || kindBefore(text, at) & isVowel))
      seen |= hasTwoTones;
    lastToned = at;
  }
  return seen & isMark ? seen | hasTwoTones : seen;
}

function kindBefore(text: string, at: number): number {
  return kinds[text.charCodeAt(at - 1)]!;
}

/** True for letters, signs and marks that need no closer look wherever they are. */
export function isPlain(text: string): boolean {
  return (kindsIn(text) & (isOdd | isBlank)) === 0;
}

/**
 * Latin letters of living languages: those that UTS #39 allows in identifiers (Identifier_Status),
 * and ƀ Ƀ of the Ê Đê, Gia Rai, Ba Na and M'Nông. Left out are ı, which is like i, and what only
 * phonetics or old books use.
 */
const latin =
  "AZ az ÀÏ ÑÖ ØÞ ßï ñö øÿ Āİ Ĵķ Ĺľ Łň Ŋž ƀƀ ɃɃ ƏƏ əə Ơơ Ưư Ǎǜ Ǟǣ Ǧǰ Ǵǵ Ǹț Ȟȟ Ȧȳ ȷȷ Ḁẙ ẞẞ Ạỹ";
/** Signs of everyday text beyond ASCII. */
const signs =
  "¡© «¬ ®¹ »¿ ×× ÷÷ ʻʼ ‒‣ ‥‧ ‰› ‼‾ ⁄⁄ ⁰⁰ ⁴⁾ ₀₎ ₠₪ €⃀ ℃℃ ℉℉ №№ ™™ ⅐⅞ ←∗ ∙∢ ∤∧ ∩∩ ∫⋀ ⋂⋂ ⋄⋿ ─━ ┃◊ ◌◍ ◐◝ ◠◥ ◰◾ ☀⚫ ⚭❗ ❙➿ 〃〃 〈】";

kinds.fill(0, 0x20, 0x7f);
kinds[0x09] = 0;
kinds[0x0a] = 0;
for (const range of `${latin} ${signs}`.split(" "))
  kinds.fill(0, range.charCodeAt(0), range.charCodeAt(1) + 1);
for (const blank of "\u00a0\u2009\u202f") kinds[blank.charCodeAt(0)] = isBlank;
for (const vowel of "aăâeêioôơuưy") {
  for (const letter of [vowel, vowel.toUpperCase()]) {
    kinds[letter.charCodeAt(0)] = isVowel;
    for (const tone of "\u0300\u0301\u0303\u0309\u0323")
      kinds[(letter + tone).normalize("NFC").charCodeAt(0)] = isVowel | isToned;
  }
}
for (const consonant of "ÑñŃńǸǹḾḿṂṃṆṇ") kinds[consonant.charCodeAt(0)] = isToned;
for (let mark = 0x03_00; mark <= 0x03_6f; mark += 1) kinds[mark] = isMark | isOdd;
