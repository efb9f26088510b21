import { compose } from "./compose.ts";
import { fold, nameKey, slugOf } from "./vietnamese.ts";

/**
 * A place where a text has the name of a person. It is `exact` as people write it, whatever the
 * case, the blanks and the place of tone marks; `bare` where no word has a mark, as in addresses
 * and file names; `other` has other marks, and is mostly the name of somebody else: Trần Văn Hải is
 * not Trần Văn Hai. It is `unclear` where a capital letter right before or behind it may make a
 * longer name of it: đường Nguyễn Thị Minh Khai does not name Nguyễn Thị Minh.
 */
export type NamePlace = {
  /** In UTF-16 units. */
  readonly index: number;
  readonly text: string;
  readonly kind: "exact" | "bare" | "other" | "unclear";
};

/** Finds the places of one name in a text, from top to bottom. */
export type NameFinder = (text: string) => NamePlace[];

/** Where a sentence, a paragraph or an item of a list ends, and a name with it. */
const ending = String.raw`\r?\n[ \t]*(?:\r?\n|[-*+]\s)|\.\s|</?(?:p|div|[uod]l|li|d[dt]|t[dhr]|table|h[1-6]|figcaption|blockquote)\b`;
/** What may stand between two words of a name: blanks, signs of Markdown, hyphens, tags. */
const between = String.raw`(?:(?!${ending})(?:[\s\u00a0\u200b*_~.+-]|&nbsp;|&#160;|<[^<>]{1,200}>)){1,20}`;
const betweens = new RegExp(between, "giu");

/** A name written without blanks is a word of its own only when it is this long, in letters. */
const shortestJoined = 8;

/**
 * Makes the search for a name.
 *
 * @param name two words at least; a single one is in too many others
 */
export function nameFinder(name: string): NameFinder {
  const words = nameKey(name).split(" ");
  const folded = fold(name).trim().split(/\s+/u);
  const patterns = folded.map((word) => [...word].map(letterPattern).join(""));
  // As in hashtags and e-mail addresses, where a number may follow.
  const isLong = folded.join("").length >= shortestJoined;
  const joined = isLong ? `|${patterns.map((one) => `(${one})`).join("")}\\p{N}*` : "";
  const form = new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}])(?:${patterns.join(between)}(?!\p{N})${joined})(?![\p{L}\p{M}])`,
    "giu",
  );
  return (written) => {
    const { text, sourceOf } = withoutEscapes(written);
    return Array.from(text.matchAll(form), (match) => {
      const [found, ...parts] = match;
      const kind = kindOf(parts[0] === undefined ? found : parts.join(" "), words);
      const isPart = kind !== "other" && isInLonger(text, match.index, found);
      const index = sourceOf(match.index);
      const end = sourceOf(match.index + found.length);
      return { index, text: written.slice(index, end), kind: isPart ? "unclear" : kind };
    });
  };
}

/** One character of an address as UTF-8 in percent signs; each is one UTF-16 unit. */
const escapeForm =
  /%(?:[2-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f]%[89ab][\da-f]%[89ab][\da-f])/giu;

/** Returns a text with the escapes of addresses read, and where each of its units was before. */
function withoutEscapes(written: string): { text: string; sourceOf: (index: number) => number } {
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let by = 0;
  const text = written.replaceAll(escapeForm, (signs, at: number) => {
    const letter = decoded(signs);
    const from = at - by + 1;
    by += signs.length - letter.length;
    if (letter !== signs) shifts.push({ from, by });
    return letter;
  });
  const sourceOf = (index: number) =>
    index + (shifts.findLast(({ from }) => from <= index)?.by ?? 0);
  return { text, sourceOf };
}

function decoded(signs: string): string {
  try {
    return decodeURIComponent(signs);
  } catch {
    return signs;
  }
}

/** Words that begin with a capital letter before a name only because a sentence begins. */
const opening = new Set(
  "ông bà anh chị em cô chú bác cháu cụ mẹ thầy bạn theo với do khi và của cho còn có là nhờ gặp về từ để".split(
    " ",
  ),
);
const wordBefore = /([\p{L}\p{M}]+)(?: +| ?\r?\n *|\u00a0|&nbsp;)[*_~]*$/u;
const wordAfter = /^[*_~]*(?: +| ?\r?\n *|\u00a0|&nbsp;)[*_~]*\p{Lu}/u;
/** How many UTF-16 units before and behind a name are looked at. */
const nearby = 40;

/** Returns whether a word beside a name may belong to it, to make the name of something else. */
function isInLonger(text: string, index: number, found: string): boolean {
  const end = index + found.length;
  if (wordAfter.test(text.slice(end, end + nearby))) return true;
  const [, word = ""] = wordBefore.exec(text.slice(Math.max(0, index - nearby), index)) ?? [];
  if (!/^\p{Lu}/u.test(word) || opening.has(compose(word).toLowerCase())) return false;
  // TS, GS, BS are titles; where the name is in capitals as well, nobody can tell.
  const isTitle = word.length <= 4 && isUpper(word) && !isUpper(found);
  return !isTitle;
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}

function kindOf(found: string, words: readonly string[]): NamePlace["kind"] {
  const written = nameKey(found.replaceAll(betweens, " ")).split(" ");
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

/** The rest of a file name behind a part of it. */
const fileRest =
  /^[^\n"'<>|[\]:,;]{0,80}\.(?:jpe?g|png|webp|gif|avif|svg|heic|tiff?|pdf|md|ya?ml|txt)\b/iu;

/**
 * Returns a text with other words in place of a name. In an address or a file name they are put as
 * an address has them, so that a file and what leads to it get the same name.
 *
 * @param kinds the places to replace
 * @param isPath true where the whole text is the name of a file or folder
 */
export function withoutName(
  text: string,
  find: NameFinder,
  words: string,
  kinds: ReadonlySet<NamePlace["kind"]>,
  isPath = false,
): string {
  let result = "";
  let from = 0;
  for (const { index, text: found, kind } of find(text)) {
    if (!kinds.has(kind)) continue;
    const end = index + found.length;
    const isProse =
      !isPath && /[\s\u00a0]/u.test(found) && !fileRest.test(text.slice(end, end + 100));
    result += text.slice(from, index) + (isProse ? words : slugOf(words));
    from = end;
  }
  return result + text.slice(from);
}
