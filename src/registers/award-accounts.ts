import type { Article } from "../article.ts";
import {
  type Award,
  type AwardCount,
  exactCount,
  formatCount,
  isSameCount,
  unknownCount,
} from "../award.ts";
import { type ByName, firstOf } from "../by-name.ts";
import { dayCount, daysBetween } from "../day.ts";
import { type FieldOf, type Finding, finding } from "../problems/finding.ts";
import { mayMean } from "../quantity.ts";
import { numberKey } from "../text/document-number.ts";
import { fold } from "../text/vietnamese.ts";
import { keysOf, type Recipient, withKnownIds } from "./award-recipient.ts";
import { standingOf } from "./award-tally.ts";
import {
  addWithdrawal,
  mayBeOneDecision,
  noWithdrawals,
  sumOf,
  type Withdrawals,
  withdrawalOf,
} from "./award-withdrawal.ts";

/*
 * What several articles tell of one award: when two accounts are of the same one, and what the
 * newer of them changes.
 */

/** What one article tells of an award. */
export type Account = {
  readonly article: Article;
  /** Where among its awards. */
  readonly index: number;
  readonly award: Award;
  readonly recipients: readonly Recipient[];
};

/** An entry of the register that later articles may still change. */
export type Draft = {
  /** Its place among all of them; they are in the order in which they were first told. */
  readonly order: number;
  award: Award;
  recipients: readonly Recipient[];
  /** The newest article that tells of it, and where among its awards. */
  article: Article;
  index: number;
  readonly withdrawals: Withdrawals;
  readonly first: Article;
  /** Its day, counted. */
  readonly firstDay: number;
  readonly earlier: Article[];
  /** The indexes that hold it. */
  readonly indexes: ByName<Draft>[];
};

export function newDraft(account: Account, order: number): Draft {
  const { article } = account;
  return {
    ...account,
    order,
    withdrawals: noWithdrawals(),
    first: article,
    firstDay: dayCount(article.date),
    earlier: [],
    indexes: [],
  };
}

/** Indexes of drafts by what their awards have in common; each is made when it is first needed. */
export type Drafts = { readonly get: (key: string) => ByName<Draft> };

export function newDrafts(newIndex: () => ByName<Draft>): Drafts {
  const indexes = new Map<string, ByName<Draft>>();
  return {
    get(key) {
      const index = indexes.get(key) ?? newIndex();
      indexes.set(key, index);
      return index;
    },
  };
}

export function put(index: ByName<Draft>, draft: Draft): void {
  index.add(draft, keysOf(draft.recipients));
  draft.indexes.push(index);
}

/** Finds the one among the awards of a decision that an article tells of again. */
export function sameAward(known: ByName<Draft>, account: Account): Draft | undefined {
  const { article, award } = account;
  const lists = known.listsFor(keysOf(account.recipients));
  // What the article itself has told of is another award of it.
  const isOpen = (draft: Draft) => draft.article !== article && isSame(draft, account);
  const isCounted = (draft: Draft) => isSameCount(draft.award.count, award.count) && isOpen(draft);
  return (
    firstOf(lists, (draft) => hasSameDetails(draft.award, award) && isCounted(draft)) ??
    firstOf(lists, isCounted) ??
    firstOf(lists, (draft) => isOpen(draft) && sharesName(draft, account)) ??
    firstOf(lists, isOpen)
  );
}

/** Adds what a later article tells of an award that is known. */
export function retell(draft: Draft, account: Account): Finding[] {
  const { article, index, award } = account;
  const isWithdrawal = standingOf(award) === "revoked" && standingOf(draft.award) !== "revoked";
  const findings = isWithdrawal ? withdraw(draft, account) : update(draft, account);
  if (draft.article !== article) draft.earlier.push(draft.article);
  draft.article = article;
  draft.index = index;
  return findings;
}

/** Notes what a later article says was withdrawn; nobody's award is withdrawn twice. */
function withdraw(draft: Draft, { article, award, index, recipients }: Account): Finding[] {
  const { withdrawals } = draft;
  const isNameless = recipients.length === 0;
  const fresh = withKnownIds(
    recipients.filter((one) => withdrawalOf(withdrawals, one) === undefined),
    draft.recipients,
  );
  const stated = exactCount(award);
  const count = isNameless || stated === undefined ? stated : fresh.length;
  const { revocation } = award;
  const given = exactCount(draft.award);
  const left = given === undefined ? undefined : Math.max(0, given - sumOf(withdrawals.list));
  const alike = isNameless ? withdrawals.list.filter((one) => mayBeOneDecision(one, award)) : [];
  const before = sumOf(alike);
  // In the end at most what was given is taken off, however the articles after this one correct it.
  addWithdrawal(withdrawals, {
    revocation,
    count: count ?? 0,
    isVague: count === undefined,
    named: recipients,
    fresh,
  });
  if (count === undefined) return [];
  const report = (code: "award-withdrawal-too-large" | "award-withdrawal-again", number: number) =>
    finding(
      code,
      article.path,
      ["awards", index],
      { count: String(count), left: String(number) },
      placeIn(draft),
    );
  if (left !== undefined && count > left) return [report("award-withdrawal-too-large", left)];
  return before > 0 ? [report("award-withdrawal-again", before)] : [];
}

/** Takes over what a later article says of the award itself. */
function update(draft: Draft, account: Account): Finding[] {
  const { article, award, index } = account;
  const { award: known } = draft;
  // A later article is often shorter: what it leaves out, the earlier ones have said.
  const decision = { ...known.decision, ...award.decision };
  const count = isVaguer(award.count, known.count) ? known.count : award.count;
  const isNameless = award.recipients.length === 0 && isSameCount(count, known.count);
  const { presentedBy } = award.presentedBy.length === 0 ? known : award;
  if (!isNameless) {
    draft.recipients = withKnownIds(account.recipients, draft.recipients);
    for (const drafts of draft.indexes) drafts.add(draft, keysOf(draft.recipients));
  }
  const recipients = draft.recipients.map(({ written }) => written);
  draft.award = { ...known, ...award, decision, recipients, presentedBy, count };
  if (agree(award.count, known.count)) return [];
  return [
    finding(
      "award-decision-differs",
      article.path,
      ["awards", index, "count"],
      {
        number: award.decision!.number!,
        count: formatCount(award.count),
        otherCount: formatCount(known.count),
      },
      placeIn(draft, "count"),
    ),
  ];
}

/** Returns where the newest article tells of an award, or of one thing about it. */
export function placeIn({ article, index }: Draft, ...keys: readonly string[]): FieldOf {
  return { path: article.path, at: ["awards", index, ...keys] };
}

/**
 * Returns what two accounts of one award have in common; undefined for an award without a decision
 * number.
 */
export function decisionKey(award: Award): string | undefined {
  const { decision, by, form, to } = award;
  if (decision?.number === undefined) return undefined;
  return [numberKey(decision.number), by, form, fold(to), gradeOf(award)].join("|");
}

/** Returns what grades an award: a decision has a line for each grade. */
export function gradeOf({ step, rank }: Award): string {
  return [step?.from, step?.to, rank].join("|");
}

/** Returns whether neither of two accounts says of an award what the other denies. */
export function mayBeOne(one: Award, other: Award): boolean {
  const differ = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && fold(a) !== fold(b);
  return !differ(one.name, other.name) && !differ(one.occasion, other.occasion);
}

/** Returns whether two accounts say the same of all that one of them could leave out. */
function hasSameDetails(one: Award, other: Award): boolean {
  return (
    fold(one.name ?? "") === fold(other.name ?? "") &&
    fold(one.occasion ?? "") === fold(other.occasion ?? "") &&
    one.posthumous === other.posthumous &&
    one.early === other.early
  );
}

/** Returns whether a later account says less of a number than is known already. */
function isVaguer(told: AwardCount, known: AwardCount): boolean {
  if (told === unknownCount) return true;
  const number = exactCount({ count: known });
  return number !== undefined && exactCount({ count: told }) === undefined && mayMean(told, number);
}

/** Returns whether two accounts of one number may both be right. */
export function agree(one: AwardCount, other: AwardCount): boolean {
  if (one === unknownCount || other === unknownCount) return true;
  const [first, second] = [exactCount({ count: one }), exactCount({ count: other })];
  if (first !== undefined) return mayMean(other, first);
  return second === undefined || mayMean(one, second);
}

export function isSame(draft: Draft, account: Account): boolean {
  const { article, award } = account;
  const { decision } = award;
  if (areNamed(draft, account) && !sharesName(draft, account)) return false;
  if (!mayBeOne(draft.award, award)) return false;
  const known = draft.award.decision?.date;
  if (known !== undefined && decision?.date !== undefined) return known === decision.date;
  return daysBetween(draft.article.date, article.date) <= 366;
}

type Named = Pick<Account, "recipients">;

/** Returns whether both accounts name somebody. */
export function areNamed(one: Named, other: Named): boolean {
  return one.recipients.length > 0 && other.recipients.length > 0;
}

export function sharesName(one: Named, other: Named): boolean {
  return !keysOf(one.recipients).isDisjointFrom(keysOf(other.recipients));
}
