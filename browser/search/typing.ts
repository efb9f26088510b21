/*
 * What somebody meant whose keyboard program was off: "dduowfng" is "đường" in the keys of Telex,
 * "d9u7o72ng" in those of VNI. Both write a syllable letter by letter, with signs for marks
 * anywhere behind the letter that they are for.
 */

const tones = "\u0301\u0300\u0309\u0303\u0323";
const circumflex = "\u0302";
const breve = "\u0306";
const horn = "\u031b";

/** Returns the syllable that keys of Telex or VNI would have written; undefined for other words. */
export function writtenByKeys(word: string): string | undefined {
  const keys = word.toLowerCase();
  if (/^[a-z]+$/u.test(keys)) return syllable(keys, telex(keys));
  return /^[a-z][a-z1-9]*[1-9][a-z1-9]*$/u.test(keys) ? syllable(keys, vni(keys)) : undefined;
}

/** A syllable in its parts: letters without marks, and the marks that were asked for. */
type Keys = {
  readonly letters: string;
  readonly tone: string;
  readonly stroke: boolean;
  /** Circumflex, breve or horn. */
  readonly shape: string;
};

function telex(keys: string): Keys {
  let letters = "";
  let tone = "";
  let shape = "";
  let stroke = false;
  for (const key of keys) {
    const hasVowel = /[aeiouy]/u.test(letters);
    const toneAt = "sfrxj".indexOf(key);
    if (toneAt !== -1 && hasVowel) tone = tones[toneAt]!;
    else if (key === "w" && hasVowel) shape = horn;
    else if (key === "w") [letters, shape] = [`${letters}u`, horn];
    else if (key === "d" && letters.startsWith("d")) stroke = true;
    else if (/[aeo]/u.test(key) && new RegExp(`${key}[^aeiouy]*$`, "u").test(letters))
      shape = circumflex;
    else letters += key;
  }
  // One key for the horn and for the breve: which one, the vowel decides.
  return { letters, tone, stroke, shape: shape === horn && !/[uo]/u.test(letters) ? breve : shape };
}

function vni(keys: string): Keys {
  let letters = "";
  let tone = "";
  let shape = "";
  let stroke = false;
  for (const key of keys) {
    const number = Number(key);
    if (!(number > 0)) letters += key;
    else if (number <= 5) tone = tones[number - 1]!;
    else if (number === 9) stroke = true;
    else shape = [circumflex, horn, breve][number - 6]!;
  }
  return { letters, tone, stroke, shape };
}

const parts =
  /^(ngh|ng|gh|gi(?=[aeouy])|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx]?)([aeiouy]+)(ch|ng|nh|[cmnpt]?)$/u;

/** Returns whether letters without marks can be a syllable. */
function isSyllable(letters: string): boolean {
  return parts.test(letters);
}

/** Most syllables that are looked for in a word without blanks, and most letters of it. */
const mostSyllables = 4;
const mostLetters = 24;

/**
 * Returns the ways to read a word that was typed without blanks as syllables, those with the fewest
 * first: "giaykhen" is "giay khen", or "gia y khen".
 */
export function syllablesIn(letters: string): readonly (readonly string[])[] {
  if (!/^[a-z]+$/u.test(letters) || letters.length > mostLetters) return [];
  const all: string[][] = [];
  const cut = (from: number, before: readonly string[]) => {
    if (from === letters.length) {
      if (before.length > 1) all.push([...before]);
      return;
    }
    if (before.length === mostSyllables) return;
    // "nghiêng" is the longest of all syllables.
    for (let to = Math.min(letters.length, from + 7); to > from; to -= 1) {
      const own = letters.slice(from, to);
      if (isSyllable(own)) cut(to, [...before, own]);
    }
  };
  cut(0, []);
  return all.sort((a, b) => a.length - b.length);
}

/** Puts the marks on the letters they belong to; undefined when that is no Vietnamese syllable. */
function syllable(keys: string, { letters, tone, stroke, shape }: Keys): string | undefined {
  const [, onset, vowels, end] = parts.exec(letters) ?? [];
  if (onset === undefined || vowels === undefined || end === undefined || letters === keys)
    return undefined;
  const shaped = [...vowels].map((vowel, at) => vowel + shapeOf(vowels, at, shape));
  const at = toneAt(shaped, end !== "");
  const rime = shaped.map((vowel, one) => (one === at ? vowel + tone : vowel)).join("");
  return ((stroke ? onset.replace("d", "đ") : onset) + rime + end).normalize("NFC");
}

function shapeOf(vowels: string, at: number, shape: string): string {
  const vowel = vowels[at]!;
  if (shape === horn) {
    const isBoth = vowels.startsWith("uo");
    const isMeant = isBoth ? at < 2 : at === Math.max(vowels.indexOf("u"), vowels.indexOf("o"));
    return isMeant && /[uo]/u.test(vowel) ? horn : "";
  }
  if (shape === breve) return vowel === "a" ? breve : "";
  const last = Math.max(...[..."aeo"].map((one) => vowels.lastIndexOf(one)));
  return shape === circumflex && at === last ? circumflex : "";
}

/** Returns which vowel has the tone mark: one with a mark of its own, otherwise by its place. */
function toneAt(vowels: readonly string[], isClosed: boolean): number {
  const marked = vowels.map((vowel) => vowel.length > 1).lastIndexOf(true);
  if (marked !== -1) return marked;
  if (vowels.length === 1) return 0;
  return isClosed || vowels.length > 2 ? 1 : 0;
}
