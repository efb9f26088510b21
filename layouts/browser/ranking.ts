import { hasMarks, toIndexed, toneSpellings } from "../../src/search-text.ts";

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
  const { text, isQuoted } = textOf(typed);
  if (text === "") return undefined;
  const exact = hasMarks(text)
    ? toneSpellings(text).flatMap((spelling) => kindsOf(spelling, true, isQuoted))
    : [];
  const kinds = [...exact, ...kindsOf(text, false, isQuoted)];
  return { kinds: kinds.sort((a, b) => rankOf(a) - rankOf(b)), near: text };
}

function kindsOf(text: string, exact: boolean, isQuoted: boolean): Kind[] {
  const phrase: Kind = { exact, questions: [quoted(text)], isLastResort: false };
  const words = text.split(" ");
  // A number such as 21-KL/TW is one word; who types only its beginning means the parts of it.
  const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== "");
  const apart: Kind = { exact, questions: words.map(quoted), isLastResort: false };
  const inParts: Kind = { exact, questions: parts.map(quoted), isLastResort: true };
  const kinds = isQuoted ? [phrase] : [phrase, apart, inParts];
  return kinds.filter(
    ({ questions }, at) =>
      questions.length > 0 &&
      kinds.findIndex((one) => one.questions.join(" ") === questions.join(" ")) === at,
  );
}

function rankOf({ exact, questions, isLastResort }: Kind): number {
  return (exact ? 0 : 2) + (questions.length > 1 ? 1 : 0) + (isLastResort ? 4 : 0);
}

function quoted(text: string): string {
  return `"${text}"`;
}

function textOf(typed: string): { text: string; isQuoted: boolean } {
  const trimmed = toIndexed(typed).trim().replace(/\s+/gu, " ");
  const isQuoted = /^["“”].+["“”]$/u.test(trimmed);
  const text = trimmed.replace(/["“”]/gu, "").trim();
  return { text: /[\p{L}\p{N}]/u.test(text) ? text : "", isQuoted };
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
