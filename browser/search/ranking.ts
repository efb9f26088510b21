import { hasMarks, toIndexed, toneSpellings } from "../../src/text/search-text.ts";

/** What to ask the index for what somebody typed. */
export type Plan = {
  /** Kinds of answers, best first. */
  readonly kinds: readonly Kind[];
  /** Finds whatever comes near; it says how much a page is about the words, and where they stand. */
  readonly near: string;
};

/** Pages that answer every one of some questions. */
export type Kind = {
  /** Marks count: "đường" does not find "duong". */
  readonly exact: boolean;
  /** Each in quotation marks, for without them Pagefind also takes words that only begin alike. */
  readonly questions: readonly string[];
  /** Only asked when nothing else was found: every question loads more of the index. */
  readonly isLastResort: boolean;
};

/**
 * With the marks as typed comes before without, and words side by side come before words apart.
 * What is in quotation marks is only looked for side by side. Whoever types no marks means all of
 * them alike. Undefined when there is nothing to look for.
 */
export function planOf(typed: string): Plan | undefined {
  const { phrases, text } = textOf(typed);
  if (phrases.length === 0 && text === "") return undefined;
  // A line of its own for each, so that all are spelled alike at once.
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

/** @param whole the phrases that were in quotation marks, and then the rest, a line each */
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
  // A number such as 21-KL/TW is one word; who types only its beginning means the parts of it.
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

/** What was typed: the phrases in quotation marks, and the rest. */
function textOf(typed: string): { phrases: string[]; text: string } {
  const spaced = (text: string) => text.replace(/["“”]/gu, " ").replace(/\s+/gu, " ").trim();
  const indexed = toIndexed(typed);
  const pairs = /["“”]([^"“”]+)["“”]/gu;
  const phrases = [...indexed.matchAll(pairs)].map(([, phrase = ""]) => spaced(phrase));
  const text = spaced(indexed.replace(pairs, " "));
  return { phrases: phrases.filter(isWord), text: isWord(text) ? text : "" };
}

/** Whether there is anything in it that the index could know. */
function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

type Scored = { readonly id: string; readonly score: number };

/**
 * The answers to a plan as one list: a page stands with the best kind that it belongs to, and among
 * those by how much it is about the words.
 *
 * @param answers for each kind the answers to each of its questions
 * @param near the answers to the question for whatever comes near
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
