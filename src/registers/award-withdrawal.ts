import type { Decision } from "../award.ts";
import { numberKey } from "../text/document-number.ts";
import type { Recipient } from "./award-recipient.ts";

/** What one decision withdrew of an award, as the articles so far tell of it. */
export type Withdrawal = {
  revocation: Decision | undefined;
  /** How many, as far as articles give exact numbers. */
  count: number;
  /** Whether an article gave no exact number. */
  isVague: boolean;
  readonly recipients: Recipient[];
};

/** All that was withdrawn of an award. */
export type Withdrawals = {
  readonly list: Withdrawal[];
  readonly byDecision: Map<string, Withdrawal>;
  /** By the key of each recipient that a withdrawal names. */
  readonly byRecipient: Map<string, Withdrawal>;
};

export function noWithdrawals(): Withdrawals {
  return { list: [], byDecision: new Map(), byRecipient: new Map() };
}

/** Finds the withdrawal that names a recipient. */
export function withdrawalOf(
  { byRecipient }: Withdrawals,
  { keys }: Recipient,
): Withdrawal | undefined {
  for (const key of keys) {
    const found = byRecipient.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What one article tells of a withdrawal. */
type Told = Readonly<Omit<Withdrawal, "recipients">> & {
  /** Whom it names. */
  readonly named: readonly Recipient[];
  /** Whom of these no earlier article named. */
  readonly fresh: readonly Recipient[];
};

/**
 * Adds what an article tells of a withdrawal. It is that of an earlier article when both give the
 * same decision, or when it names only recipients who were named before.
 */
export function addWithdrawal(known: Withdrawals, told: Told): void {
  const one = sameWithdrawal(known, told) ?? newWithdrawal(known);
  if (told.revocation !== undefined) one.revocation = { ...one.revocation, ...told.revocation };
  one.count += told.count;
  one.isVague ||= told.isVague;
  known.byDecision.set(keyOf(one.revocation), one);
  for (const recipient of told.fresh) {
    one.recipients.push(recipient);
    for (const key of recipient.keys) known.byRecipient.set(key, one);
  }
}

function newWithdrawal({ list }: Withdrawals): Withdrawal {
  const one = { revocation: undefined, count: 0, isVague: false, recipients: [] };
  list.push(one);
  return one;
}

function sameWithdrawal(known: Withdrawals, told: Told): Withdrawal | undefined {
  const { named, fresh, revocation } = told;
  const isRetold = named.length > 0 && fresh.length === 0;
  if (fresh.length < named.length) {
    const found = named
      .map((one) => withdrawalOf(known, one))
      .find((one) => one !== undefined && (isRetold || mayBeOneDecision(one, told)));
    if (found !== undefined) return found;
  }
  return known.byDecision.get(keyOf(revocation));
}

type By = { readonly revocation?: Decision | undefined };

/** Returns whether two withdrawals may be by one decision: one has no number, or they are alike. */
export function mayBeOneDecision({ revocation: one }: By, { revocation: other }: By): boolean {
  if (one?.number === undefined || other?.number === undefined) return true;
  return numberKey(one.number) === numberKey(other.number);
}

/** Returns what tells a decision from others: its number, otherwise its date. */
function keyOf(decision: Decision | undefined): string {
  return decision?.number === undefined ? (decision?.date ?? "") : numberKey(decision.number);
}

/** Returns the counts of withdrawals, cut off where they come to more than was given. */
export function cappedCounts(list: readonly Withdrawal[], given: number): number[] {
  let left = given;
  return list.map(({ count }) => {
    const own = Math.min(count, left);
    left -= own;
    return own;
  });
}

/** Returns how many were withdrawn in all, as far as numbers are exact. */
export function sumOf(list: readonly Withdrawal[]): number {
  return list.reduce((sum, { count }) => sum + count, 0);
}
