import { fold, nameKey, slugOf } from "./vietnamese.ts";

/**
 * A place where a text has the name of a person. It is `exact` as people write it, whatever the
 * case, the blanks and the place of tone marks; `bare` where no word has a mark, as in addresses
 * and file names; `other` has other marks, and is mostly the name of somebody else: Trần Văn Hải is
 * not Trần Văn Hai.
 */
export type NamePlace = {
  /** In UTF-16 units. */
  readonly index: number;
  readonly text: string;
  readonly kind: "exact" | "bare" | "other";
};

/** Finds the places of one name in a text, from top to bottom. */
export type NameFinder = (text: string) => NamePlace[];

/** What may stand between two words of a name: blanks, signs of Markdown, hyphens, tags. */
const between = String.raw`(?:[\s\u00a0\u200b*_~.+-]|&nbsp;|&#160;|%20|<[^<>]{1,200}>){1,20}`;
const betweens = new RegExp(between, "gu");

/**
 * Makes the search for a name.
 *
 * @param name two words at least; a single one is in too many others
 */
export function nameFinder(name: string): NameFinder {
  const words = nameKey(name).split(" ");
  const pattern = fold(name)
    .trim()
    .split(/\s+/u)
    .map((word) => [...word].map(letterPattern).join(""))
    .join(between);
  const form = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${pattern}(?![\p{L}\p{M}\p{N}])`, "giu");
  return (text) =>
    Array.from(text.matchAll(form), (match) => ({
      index: match.index,
      text: match[0],
      kind: kindOf(match[0], words),
    }));
}

/** Pagefind keeps đ as ḓ, see docs/decisions/0012. */
const ofPagefind = /ḓ/giu;

function kindOf(found: string, words: readonly string[]): NamePlace["kind"] {
  const written = nameKey(found.replaceAll(betweens, " ").replaceAll(ofPagefind, "đ")).split(" ");
  if (written.every((word, at) => word === words[at])) return "exact";
  return written.every((word) => /^[a-z\d]+$/u.test(word)) ? "bare" : "other";
}

/** All letters that fold to one of ASCII, by it. */
const alike = Map.groupBy(
  Array.from({ length: 0x1f00 - 0x41 }, (_, at) => String.fromCodePoint(at + 0x41)).filter((one) =>
    /\p{Script=Latin}/u.test(one),
  ),
  fold,
);

function letterPattern(letter: string): string {
  const letters = alike.get(letter)?.join("") ?? RegExp.escape(letter);
  return String.raw`[${letters}]\p{M}*`;
}

/**
 * Returns a text with other words in place of a name. In an address or a file name, where the words
 * have hyphens between them, they are put as an address has them.
 *
 * @param kinds the places to replace
 */
export function withoutName(
  text: string,
  find: NameFinder,
  words: string,
  kinds: ReadonlySet<NamePlace["kind"]>,
): string {
  let result = "";
  let from = 0;
  for (const { index, text: found, kind } of find(text)) {
    if (!kinds.has(kind)) continue;
    result += text.slice(from, index) + (/[\s\u00a0]/u.test(found) ? words : slugOf(words));
    from = index + found.length;
  }
  return result + text.slice(from);
}
