import MarkdownIt from "markdown-it";
import { compose } from "./compose.ts";
import { withoutPercent } from "./percent.ts";
import { fold, nameKey } from "./vietnamese.ts";

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

/** Finds the places of what may be short forms of one name, from top to bottom. */
export type ShortNameFinder = (text: string) => Pick<NamePlace, "index" | "text">[];

/** Where a sentence, a paragraph or an item of a list ends, and a name with it. */
const ending = String.raw`\r?\n[ \t>]*(?:\r?\n|[-*+]\s)|\.\s|</?(?:p|div|[uod]l|li|d[dt]|t[dhr]|table|h[1-6]|figcaption|blockquote)\b`;
/** Signs that take no room: soft hyphens, joiners, marks of the order of bytes. */
const unseen = String.raw`\u00ad\u034f\u200b-\u200d\u2060\ufeff`;
/** What only Markdown has: the ends of links, the marks of footnotes, lines of a quotation. */
const ofMarkdown = String.raw`\]\([^()\s<>]{0,200}(?:\s"[^"\n]{0,200}")?\)|\[\^[^\]\s]{1,40}\]|\n[ \t]*>[ \t>]{0,10}`;
/** What may stand between two words of a name: blanks, signs of Markdown, hyphens, tags. */
const between = String.raw`(?:(?!${ending})(?:[\s\u00a0${unseen}*_~.+\-\u2010\u2011\u2013\\${"`"}[]|${ofMarkdown}|<[^<>]{1,200}>)){1,20}`;
const unseens = new RegExp(`[${unseen}]`, "gu");

/** A name written without blanks is a word of its own only when it is this long, in letters. */
const shortestJoined = 8;

/**
 * Makes the search for a name.
 *
 * @param name two words at least; a single one is in too many others
 */
export function nameFinder(name: string): NameFinder {
  const words = wordsOf(name);
  const patterns = words.map(wordPattern);
  // As in hashtags and e-mail addresses, where a number may follow.
  const isLong = fold(words.join("")).length >= shortestJoined;
  const joined = isLong ? `|${patterns.join("")}\\p{N}*` : "";
  const form = new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}])(?:${patterns.join(between)}(?!\p{N})${joined})(?![\p{L}\p{M}])`,
    "giu",
  );
  return (written) => {
    const { text, sourceOf } = withoutEscapes(written);
    return Array.from(text.matchAll(form), (match) => {
      const [found, ...parts] = match;
      const kind = kindOf(
        parts.filter((part) => part !== undefined).map((part) => part.replaceAll(unseens, "")),
        words,
      );
      const isPart = kind !== "other" && isInLonger(text, match.index, found);
      const index = sourceOf(match.index);
      const end = sourceOf(match.index + found.length);
      return { index, text: written.slice(index, end), kind: isPart ? "unclear" : kind };
    });
  };
}

function wordsOf(name: string): string[] {
  return nameKey(name).split(" ");
}

/** What people call somebody by in front of a name. */
const formsOfAddress =
  "ông|bà|anh|chị|em|cô|chú|bác|cụ|thầy|bạn|đồng[\\s\\u00a0]+chí|đ\\s?[/.]\\s?c(?:hí)?|đc";

/**
 * Makes the search for what may be a short form of a name: the given name behind a form of address,
 * and the other names as initials. Who is meant, only a reader of the text can tell.
 */
export function shortNameFinder(name: string): ShortNameFinder {
  const words = wordsOf(name);
  const patterns = words.map(wordPattern);
  const last = patterns.at(-1)!;
  const middle = words.length > 2 ? `(?:${patterns.at(-2)}${between})?` : "";
  const initials = words
    .slice(0, -1)
    .map((word) => `${initialPattern(word)}(?:\\.[\\s\\u00a0]*|[\\s\\u00a0]+)`)
    .join("");
  const form = new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}])(?:(?:${formsOfAddress})[\s\u00a0.:]+${middle}|${initials})${last}(?![\p{L}\p{M}\p{N}])`,
    "giu",
  );
  return (written) => {
    const { text, sourceOf } = withoutEscapes(written);
    return [...text.matchAll(form)].flatMap((match) => {
      const { 0: found, index } = match;
      const given = match.at(-1)!.replaceAll(unseens, "");
      const end = index + found.length;
      if (!isSameWord(given, words.at(-1)!)) return [];
      if (wordAfter.test(text.slice(end, end + nearby))) return [];
      const from = sourceOf(index);
      return [{ index: from, text: written.slice(from, sourceOf(end)) }];
    });
  };
}

/** Returns a pattern of a word's first letter, or of the two or three that stand for one sound. */
function initialPattern(word: string): string {
  const letters = fold(word);
  const [sound = ""] = /^(?:ngh?|[cgknpt]h|gi|qu|tr|)/u.exec(letters) ?? [];
  const first = letterPattern(letters[0]!);
  return sound.length > 1 ? `(?:${[...sound].map(letterPattern).join("")}|${first})` : first;
}

/**
 * What means another letter than it is written as. An address has UTF-8 in percent signs, Markdown
 * and HTML have character references, YAML and JSON have `\\u`.
 */
const escapeForm =
  /%(?:[2-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f]%[89ab][\da-f]%[89ab][\da-f])|&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});|\\(?:u[\da-f]{4}|x[\da-f]{2})|<wbr ?\/?>/giu;

/** Returns a text with its escapes read, and where each of its UTF-16 units was before. */
function withoutEscapes(written: string): { text: string; sourceOf: (index: number) => number } {
  /** Behind the unit before `from`, the source is `by` units further on. */
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let by = 0;
  const text = written.replaceAll(escapeForm, (signs, at: number) => {
    const letters = decoded(signs);
    const from = at - by + letters.length;
    by += signs.length - letters.length;
    if (letters !== signs) shifts.push({ from, by });
    return letters;
  });
  const sourceOf = (index: number) => {
    let [low, high] = [0, shifts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (shifts[middle]!.from <= index) low = middle + 1;
      else high = middle;
    }
    return index + (shifts[low - 1]?.by ?? 0);
  };
  return { text, sourceOf };
}

const { unescapeAll } = new MarkdownIt().utils;

function decoded(signs: string): string {
  if (signs.startsWith("&")) return unescapeAll(signs);
  if (signs.startsWith("\\")) return String.fromCharCode(Number.parseInt(signs.slice(2), 16));
  if (signs.startsWith("<")) return "\u200b";
  return withoutPercent(signs);
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

function kindOf(found: readonly string[], words: readonly string[]): NamePlace["kind"] {
  if (found.every((word, at) => isSameWord(word, words[at]!))) return "exact";
  return found.every((word) => /^[a-z\d]+$/iu.test(word)) ? "bare" : "other";
}

/** Returns whether a word as it was found is that of a name, marks and all. */
function isSameWord(found: string, word: string): boolean {
  return nameKey(found) === word;
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
  return String.raw`[${letters}][\p{M}${unseen}]*`;
}

/** Returns a pattern that captures a word, whatever its marks are. */
function wordPattern(word: string): string {
  return `(${[...fold(word)].map(letterPattern).join("")})`;
}

/** The rest of a file name behind a part of it. */
const fileRest =
  /^[^\n"'<>|[\]:,;]{0,80}\.(?:jpe?g|png|webp|gif|avif|svg|heic|tiff?|pdf|md|ya?ml|txt)\b/iu;

/** What is put in place of a name. */
export type Replacement = {
  /** In a text that people read. */
  readonly words: string;
  /** In an address, an id or the name of a file. */
  readonly slug: string;
};

/**
 * Returns a text with other words in place of a name. In an address or a file name they are put as
 * an address has them, so that a file and what leads to it get the same name. Marks of Markdown and
 * tags that begin or end within the name stay, unless they surround a part of it.
 *
 * @param kinds the places to replace
 * @param isPath true where the whole text is the name of a file or folder
 */
export function withoutName(
  text: string,
  find: NameFinder,
  { words, slug }: Replacement,
  kinds: ReadonlySet<NamePlace["kind"]>,
  isPath = false,
): string {
  let result = "";
  let from = 0;
  for (const { index, text: found, kind } of find(text)) {
    if (!kinds.has(kind)) continue;
    const end = index + found.length;
    const isProse =
      !isPath && /[\s\u00a0]/u.test(readingOf(found)) && !fileRest.test(text.slice(end, end + 100));
    result += text.slice(from, index) + (isProse ? amongMarks(words, found) : slug);
    from = end;
  }
  return result + text.slice(from);
}

/** Returns a text as readers see it; what is part of an address stays as it is. */
function readingOf(found: string): string {
  return found.includes("%") ? found : withoutEscapes(found).text;
}

const emphasisOrPart = new RegExp(
  String.raw`[*_~${"`"}]+|<(?!wbr)/?[a-z][^<>]{0,200}>|${ofMarkdown}|\[`,
  "giu",
);

/** Puts words in place of a name, among those of its marks that have no partner within it. */
function amongMarks(words: string, found: string): string {
  const open: { readonly mark: string; readonly isOpening: boolean }[] = [];
  for (const { 0: mark, index } of found.matchAll(emphasisOrPart)) {
    if (/^\n|^\[\^/u.test(mark)) continue;
    let rest = mark;
    // One run of stars may close what two have opened.
    for (let last = open.at(-1); last && isPair(last.mark, rest); last = open.at(-1)) {
      open.pop();
      rest = rest.startsWith(last.mark) ? rest.slice(last.mark.length) : "";
    }
    const isOpening =
      /^(?:\[|<[^/])/u.test(mark) ||
      (/^[^\]<]/u.test(mark) && /[^\p{L}\p{M}]$/u.test(found.slice(0, index)));
    if (rest !== "") open.push({ mark: rest, isOpening });
  }
  const marksOf = (isWanted: boolean) =>
    open.flatMap(({ mark, isOpening }) => (isOpening === isWanted ? [mark] : [])).join("");
  const [opening, closing] = [marksOf(true), marksOf(false)];
  return closing === "" ? opening + words : words + closing + opening;
}

function isPair(first: string, then: string): boolean {
  if (then === "") return false;
  if (first === "[") return then.startsWith("](");
  const tag = /^<([a-z][a-z\d]*)/iu.exec(first)?.[1];
  if (tag !== undefined) return then.toLowerCase() === `</${tag.toLowerCase()}>`;
  return /^[*_~`]/u.test(first) && then.startsWith(first);
}
