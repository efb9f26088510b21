import { type Award, exactCount } from "../award.ts";

/** Given, proposed and revoked are never added together. */
export const standings = ["given", "proposed", "revoked"] as const;
export type Standing = (typeof standings)[number];
export type Counts = { readonly [Key in Standing]: number };

/** A sum of entries. Only exact numbers are added up, so the others are counted beside it. */
export type Tally = {
  readonly counts: Counts;
  /** How many entries have a number that is not exact. */
  readonly unclear: Counts;
};

export function standingOf({ status }: Pick<Award, "status">): Standing {
  if (status === "đề xuất") return "proposed";
  return status === "thu hồi" ? "revoked" : "given";
}

/** Returns how many were given, proposed and revoked in all. */
export function countsOf(entries: readonly Tally[]): Counts {
  return tallyOf(entries).counts;
}

/** Adds entries up, or sums of entries. */
export function tallyOf(entries: readonly Tally[]): Tally {
  const counts = { given: 0, proposed: 0, revoked: 0 };
  const unclear = { given: 0, proposed: 0, revoked: 0 };
  for (const entry of entries) {
    for (const standing of standings) {
      counts[standing] += entry.counts[standing];
      unclear[standing] += entry.unclear[standing];
    }
  }
  return { counts, unclear };
}

/** Returns what one line of an article adds to each total, as if no other article told of it. */
export function tallyOfAward(award: Award): Tally {
  const counts = { given: 0, proposed: 0, revoked: 0 };
  const unclear = { given: 0, proposed: 0, revoked: 0 };
  const number = exactCount(award);
  if (number === undefined) unclear[standingOf(award)] = 1;
  else counts[standingOf(award)] = number;
  return { counts, unclear };
}
