import type { OpenArticle } from "../../src/front-matter/editor-api.ts";
import type { FormValue, FormValues } from "../../src/front-matter/field.ts";
import { fold } from "../../src/text/vietnamese.ts";

/** The sentences of each open article, folded: finding one goes through all for each offer. */
const sentences = new WeakMap<OpenArticle, readonly Sentence[]>();
const found = new WeakMap<FormValues, string | undefined>();

type Sentence = {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly folded: string;
};

/**
 * Returns the sentence of an article that an offer was most likely taken from: the one that has
 * most of what the offer says, its numbers above all. Undefined when none has.
 */
export function sourceSentence(opened: OpenArticle, offer: FormValues): string | undefined {
  const known = sentences.get(opened) ?? sentencesOf(opened.form?.body ?? "");
  sentences.set(opened, known);
  if (found.has(offer)) return found.get(offer);
  const parts = textsIn(offer).map((text) => fold(text).replaceAll(/\s+/gu, " ").trim());
  const words = new Set(parts.flatMap(wordsOf));
  const numbers = [...words].filter((word) => /\d/u.test(word));
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const { text, words: own, folded } of known) {
    const shared = [...words].filter((word) => own.has(word)).length;
    const whole = parts.filter((part) => part !== "" && folded.includes(part)).length;
    const counted = numbers.filter((number) => own.has(number)).length;
    const score = shared + 3 * whole + 5 * counted;
    // A sentence with none of its numbers is not where they come from.
    if (numbers.length > 0 && counted === 0) continue;
    if (shared > 1 && score > (best?.score ?? 0)) best = { text, score };
  }
  found.set(offer, best?.text);
  return best?.text;
}

/** A part of a sentence, and whether an offer has it too. */
export type SentencePart = { readonly text: string; readonly isUsed: boolean };

/** Cuts the sentence of an offer into parts, so that what was taken from it can be marked. */
export function usedParts(sentence: string, texts: readonly string[]): readonly SentencePart[] {
  const used = texts.filter((text) => text !== "").toSorted((a, b) => b.length - a.length);
  if (used.length === 0) return [{ text: sentence, isUsed: false }];
  const words = used.map((text) => escaped(text).replaceAll(/\s+/gu, "\\s+"));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])((?:${words.join("|")}))(?![\\p{L}\\p{N}])`,
    "giu",
  );
  return sentence
    .split(pattern)
    .map((text, at) => ({ text, isUsed: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** Escapes what has a meaning in a pattern; not every browser has `RegExp.escape` yet. */
function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

function sentencesOf(body: string): readonly Sentence[] {
  return body
    .split(/\n+|(?<=[.!?;…])\s+/u)
    .map((line) => line.replaceAll(/[*_]+|^#+\s|^[-+]\s/gu, "").trim())
    .filter((text) => text !== "")
    .map((text) => {
      const folded = fold(text).replaceAll(/\s+/gu, " ");
      return { text, folded, words: new Set(wordsOf(folded)) };
    });
}

/** Returns words, and numbers without the points of their thousands. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu) ?? []).map((word) =>
    word.replaceAll(/(?<=\d)\.(?=\d{3}(?!\d))/gu, ""),
  );
}

function textsIn(value: FormValue): readonly string[] {
  return typeof value === "string" ? [value] : Object.values(value).flatMap(textsIn);
}
