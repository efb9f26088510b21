import { type AwardCount, exactCount } from "../award.ts";
import type { Head } from "../front-matter/head.ts";
import { append } from "../lists.ts";
import { type RecipientGroup, recipientGroupOf } from "../registers/recipients.ts";
import { fold } from "../text/vietnamese.ts";

/*
 * The sums that a writer may mean by one number: all lines of an article, those of one form, of one
 * state, of one kind of recipient. Only exact numbers are added up; a sum with any other is no sum.
 */

/** One line of awards, as far as sums look at it. */
export type AwardLine = {
  /** Undefined when it is not exact. */
  readonly count: number | undefined;
  readonly form: string;
  readonly group: RecipientGroup;
  /** What lines may have in common, each as a text. */
  readonly traits: readonly string[];
};

/** A sum and the numbers that it adds up. */
export type AwardSum = { readonly value: number; readonly parts: readonly number[] };

type WrittenAward = NonNullable<Head["awards"]>[number];

export function awardLines(awards: readonly WrittenAward[]): AwardLine[] {
  return awards.map((award) => {
    const { form, status, by, to, recipients = [], name, rank, occasion, years, decision } = award;
    const count: AwardCount = award.count ?? { value: recipients.length };
    const given = status === "đề xuất" || status === "thu hồi" ? status : "đã khen";
    const group = recipientGroupOf(to);
    const { for: reason, step, posthumous } = award;
    const traits = [
      `form ${form}`,
      `status ${status}`,
      `standing ${given}`,
      `by ${fold(by)}`,
      `to ${fold(to)}`,
      `group ${group}`,
      `name ${fold(name ?? "")}`,
      `rank ${rank ?? ""}`,
      `occasion ${fold(occasion ?? "")}`,
      `years ${years?.from ?? ""} ${years?.to ?? ""}`,
      `decision ${decision?.number ?? ""}`,
      `for ${fold(reason ?? "")}`,
      `step ${step?.from ?? ""}`,
      `posthumous ${posthumous ?? false}`,
    ];
    return { count: exactCount({ count }), form, group, traits };
  });
}

/** Returns the sums that a total most likely is: all lines, and those with one thing in common. */
export function likelySums(lines: readonly AwardLine[]): AwardSum[] {
  const groups = [lines, ...groupsBy(lines, ({ traits }) => traits)];
  const sums = groups.flatMap((own) => sumOf(own) ?? []);
  return [...new Map(sums.map((sum) => [sum.value, sum])).values()];
}

/** Comparing each with each takes too long in an article with hundreds of lines. */
const mostCompared = 60;

/**
 * Returns every number that lines of an article come to in a way that can be explained: lines with
 * one or two things in common, lines that follow each other, any two lines, all lines but one or
 * two.
 */
export function explainedSums(lines: readonly AwardLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  const add = (own: readonly AwardLine[]) => {
    const sum = sumOf(own);
    if (sum !== undefined) found.add(sum.value);
  };
  add(lines);
  for (const own of groupsBy(lines, ({ traits }) => traits)) add(own);
  if (lines.length > mostCompared) {
    for (const { count } of lines) if (count !== undefined) found.add(count);
    return found;
  }
  for (const own of groupsBy(lines, ({ traits }) => pairsOf(traits))) add(own);
  for (const [from, line] of lines.entries()) {
    for (let to = from + 1; to <= lines.length; to += 1) add(lines.slice(from, to));
    add(lines.toSpliced(from, 1));
    for (const [at, other] of lines.entries()) {
      if (at <= from) continue;
      add([line, other]);
      add(lines.filter((one) => one !== line && one !== other));
    }
  }
  return found;
}

/** In numbers: sums up to it are tried one by one, which is at most a blink. */
const mostTried = 100_000;

/** Returns whether some lines, whichever, come to a number. */
export function isSumOfSome(lines: readonly AwardLine[], number: number): boolean {
  if (!Number.isInteger(number) || number > mostTried || lines.length > mostCompared) {
    return explainedSums(lines).has(number);
  }
  const reached = new Uint8Array(number + 1);
  reached[0] = 1;
  for (const { count } of lines) {
    if (count === undefined) continue;
    for (let sum = number; sum >= count; sum -= 1) if (reached[sum - count]) reached[sum] = 1;
  }
  return number > 0 && reached[number] === 1;
}

function groupsBy(
  lines: readonly AwardLine[],
  keysOf: (line: AwardLine) => readonly string[],
): AwardLine[][] {
  const groups = new Map<string, AwardLine[]>();
  for (const line of lines) {
    for (const key of keysOf(line)) append(groups, key, line);
  }
  return [...groups.values()];
}

function pairsOf(traits: readonly string[]): string[] {
  return traits.flatMap((one, at) => traits.slice(at + 1).map((other) => `${one}|${other}`));
}

function sumOf(lines: readonly AwardLine[]): AwardSum | undefined {
  const parts: number[] = [];
  let value = 0;
  for (const { count } of lines) {
    if (count === undefined) return undefined;
    parts.push(count);
    value += count;
  }
  return parts.length === 0 ? undefined : { value, parts };
}
