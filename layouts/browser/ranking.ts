import { hasMarks, toIndexed, toneSpellings } from "../../src/search-text.ts";

/** One question to the index. The better its answers fit what was typed, the earlier it stands in a plan. */
export type Question = {
  readonly text: string;
  /** Marks count: "đường" does not find "duong". */
  readonly exact: boolean;
};

/**
 * What to ask the index for what somebody typed, best answers first: with the marks as typed before
 * without, and words side by side before words apart. What is in quotation marks is only looked for
 * side by side. Whoever types no marks means all of them alike.
 */
export function planOf(typed: string): Question[] {
  const { words, isQuoted } = wordsOf(typed);
  if (words === "") return [];
  const phrase = (text: string) => `"${text}"`;
  const shapes = [
    ...(words.includes(" ") ? [phrase] : []),
    ...(isQuoted && words.includes(" ") ? [] : [(text: string) => text]),
  ];
  const exact = hasMarks(words)
    ? shapes.flatMap((shape) =>
        toneSpellings(words).map((text) => ({ text: shape(text), exact: true })),
      )
    : [];
  return [...exact, ...shapes.map((shape) => ({ text: shape(words), exact: false }))];
}

function wordsOf(typed: string): { words: string; isQuoted: boolean } {
  const trimmed = toIndexed(typed).trim().replace(/\s+/gu, " ");
  const quoted = /^["“”](.+)["“”]$/u.exec(trimmed)?.[1];
  return {
    words: (quoted ?? trimmed).replace(/["“”]/gu, "").trim(),
    isQuoted: quoted !== undefined,
  };
}

/** The answers to the questions of a plan as one list: a page stands where the first question found it. */
export function merged<Found extends { readonly id: string }>(
  answers: readonly (readonly Found[])[],
): Found[] {
  const byId = new Map<string, Found>();
  // The last question finds every page, so it alone knows all places of the words.
  const all = new Map((answers[answers.length - 1] ?? []).map((found) => [found.id, found]));
  for (const found of answers.flat()) {
    if (!byId.has(found.id)) byId.set(found.id, all.get(found.id) ?? found);
  }
  return [...byId.values()];
}
