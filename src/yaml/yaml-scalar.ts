import { Scalar } from "yaml";
import { type Place, type Problem, problem } from "../problems/problem.ts";

/** Keys whose values are dates, numbers or fixed words: a comment behind them cuts nothing off. */
const notText = new Set([
  "date",
  "draft",
  "count",
  "ordinal",
  "term",
  "years",
  "year",
  "value",
  "consecutive",
  "step",
  "cumulative",
  "form",
  "status",
  "valid_from",
  "valid_to",
  "parent",
  "id",
]);

type At = (position: number) => Place;

/**
 * Finds what YAML reads differently from what the writer meant, in one value.
 *
 * @param key the key of the value; empty in a list
 * @param text the YAML that holds the value
 * @param at turns an offset in it into a place in the file
 */
export function scalarProblems(key: string, scalar: Scalar, text: string, at: At): Problem[] {
  const found: (Problem | undefined)[] = [
    scalar.anchor
      ? problem("yaml-alias", at(scalar.range![0]), { text: scalar.anchor })
      : undefined,
    curlyQuotes(scalar, at),
    escapeCode(scalar, text, at),
    notText.has(key) ? undefined : cut(key, scalar, text, at),
  ];
  return found.filter((one) => one !== undefined);
}

/**
 * Returns the problem of a YAML tag, a type that writers give a value mostly by beginning a text
 * with `!`.
 */
export function tagProblem(tag: string, valueAt: number, text: string, at: At): Problem {
  // The parser gives the place of the value; the tag is before it.
  const before = text.lastIndexOf(" !", valueAt);
  return problem("yaml-tag", at(before === -1 ? valueAt : before + 1), { text: tag });
}

/**
 * Finds text that YAML took for a comment: `title: Chi bộ #3 họp` is read as "Chi bộ". Comparing
 * with the line shows it.
 */
function cut(key: string, scalar: Scalar, text: string, at: At): Problem | undefined {
  if (scalar.type !== Scalar.PLAIN && scalar.value !== null && scalar.value !== "")
    return undefined;
  const end = scalar.range![1];
  const lineEnd = text.indexOf("\n", end);
  const rest = text.slice(end, lineEnd === -1 ? undefined : lineEnd);
  const [, space, comment] = /^(\s*)#(.*)$/u.exec(rest) ?? [];
  if (space === undefined || comment === undefined) return undefined;
  const read = String(scalar.value ?? "");
  const isConventional = space.length >= 2 && /^\s/u.test(comment);
  const looksLikeComment = /^\s/u.test(comment) && read === "";
  if (isConventional || looksLikeComment) return undefined;
  return problem("comment-cuts-text", at(end + space.length), {
    key: key || "-",
    read,
    whole: `${read}${rest.trimEnd()}`.trim(),
  });
}

/** Finds quotation marks that Word made curly, which YAML takes for letters of the text. */
function curlyQuotes(scalar: Scalar, at: At): Problem | undefined {
  if (scalar.type !== Scalar.PLAIN) return undefined;
  const value = String(scalar.value);
  const inside = /^[“”„]([^“”„"]*)[“”"]$/u.exec(value)?.[1];
  if (inside === undefined) return undefined;
  return problem("curly-quotes", at(scalar.range![0]), { value, fixed: `"${inside}"` });
}

/**
 * Finds escapes. One could mean any character, and so bring in what no check of the text can see.
 */
function escapeCode(scalar: Scalar, text: string, at: At): Problem | undefined {
  if (scalar.type !== Scalar.QUOTE_DOUBLE) return undefined;
  const [start, end] = scalar.range!;
  for (const { 0: value, 1: meaning, index } of text.slice(start, end).matchAll(/\\(.)/gsu)) {
    if (!/["\\/\n]/u.test(meaning!)) return problem("yaml-escape", at(start + index), { value });
  }
  return undefined;
}
