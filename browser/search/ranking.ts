import { hasMarks, toIndexed, toneSpellings } from "../../src/text/search-text.ts";

/** The queries to the index for what somebody typed. */
export type Plan = {
  /** Kinds of matches, best first. */
  readonly kinds: readonly Kind[];
  /** A loose query: it says how much a page is about the words, and where they are in it. */
  readonly near: string;
};

/** The pages that match every one of some queries. */
export type Kind = {
  /** True when marks count: "đường" does not find "duong". */
  readonly exact: boolean;
  /** Each in quotation marks, because without them Pagefind also finds words that begin alike. */
  readonly questions: readonly string[];
  /** Asked only when nothing else was found, because every query loads more of the index. */
  readonly isLastResort: boolean;
};

/**
 * Returns the queries for what somebody typed; undefined when there is nothing to search for.
 * Matches with the marks as typed come before others, and words side by side before words apart.
 * Words in quotation marks are searched side by side only. Anyone who types no marks means all
 * marks alike.
 */
export function planOf(typed: string): Plan | undefined {
  const { phrases, text } = textOf(typed);
  if (phrases.length === 0 && text === "") return undefined;
  // Each on a line of its own, so that one spelling of tone marks is used for all at once.
  const whole = [...phrases, text].join("\n");
  const exact = hasMarks(whole)
    ? toneSpellings(whole).flatMap((spelling) => kindsOf(spelling, true))
    : [];
  const kinds = [...exact, ...kindsOf(whole, false)];
  return {
    kinds: kinds.sort((a, b) => rankOf(a) - rankOf(b)),
    near: whole.replace(/\n/gu, " ").trim(),
  };
}

/** @param whole the phrases that were in quotation marks, then the rest, each on a line */
function kindsOf(whole: string, exact: boolean): Kind[] {
  const lines = whole.split("\n");
  const text = lines[lines.length - 1]!;
  const phrases = lines.slice(0, -1).map(quoted);
  const ask = (loose: readonly string[], isLastResort = false): Kind => ({
    exact,
    questions: [...phrases, ...loose.map(quoted)],
    isLastResort,
  });
  const words = text.split(" ").filter(isWord);
  // A document number such as 21-KL/TW is one word; its beginning alone is found by its parts.
  const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(isWord);
  const kinds = text === "" ? [ask([])] : [ask([text]), ask(words), ask(parts, true)];
  return kinds.filter(
    ({ questions }, at) =>
      kinds.findIndex((one) => one.questions.join(" ") === questions.join(" ")) === at,
  );
}

function rankOf({ exact, questions, isLastResort }: Kind): number {
  return (exact ? 0 : 2) + (questions.length > 1 ? 1 : 0) + (isLastResort ? 4 : 0);
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** Splits what was typed into the phrases in quotation marks and the rest. */
function textOf(typed: string): { phrases: string[]; text: string } {
  const spaced = (text: string) => text.replace(/["“”]/gu, " ").replace(/\s+/gu, " ").trim();
  const indexed = toIndexed(typed);
  const pairs = /["“”]([^"“”]+)["“”]/gu;
  const phrases = [...indexed.matchAll(pairs)].map(([, phrase = ""]) => spaced(phrase));
  const text = spaced(indexed.replace(pairs, " "));
  return { phrases: phrases.filter(isWord), text: isWord(text) ? text : "" };
}

/** Returns whether a text has a letter or digit, without which the index cannot know it. */
function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

type Scored = { readonly id: string; readonly score: number };

/**
 * Merges the results of a plan into one list. A page is listed with the best kind that it belongs
 * to, and within the kind by its score.
 *
 * @param answers for each kind, the results of each of its queries
 * @param near the results of the loose query, whose scores decide
 */
export function ranked<Found extends Scored>(
  answers: readonly (readonly (readonly Found[])[])[],
  near: readonly Found[],
): Found[] {
  const nearById = new Map(near.map((found) => [found.id, found]));
  const listed = new Set<string>();
  return answers.flatMap(([first = [], ...others]) => {
    const sets = others.map((some) => new Set(some.map(({ id }) => id)));
    const found = first
      .filter(({ id }) => !listed.has(id) && sets.every((some) => some.has(id)))
      .map((one) => nearById.get(one.id) ?? one);
    for (const { id } of found) listed.add(id);
    return found.sort((a, b) => b.score - a.score);
  });
}
