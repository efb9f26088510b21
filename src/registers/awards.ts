import type { Article } from "../article.ts";
import { type Award, type AwardForm, awardForms, type Decision, exactCount } from "../award.ts";
import { type ByName, newByName } from "../by-name.ts";
import { yearOf } from "../day.ts";
import { append } from "../lists.ts";
import type { Finding } from "../problems/finding.ts";
import { compareText, fold } from "../text/vietnamese.ts";
import { lazyFields } from "../work/once.ts";
import {
  type Draft,
  decisionKey,
  newDraft,
  newDrafts,
  put,
  retell,
  sameAward,
} from "./award-accounts.ts";
import { doubtsAbout } from "./award-doubts.ts";
import { type NamesOfId, recipientsBy } from "./award-recipient.ts";
import { standingOf, type Tally, tallyOf } from "./award-tally.ts";
import { cappedCounts, withdrawalOf } from "./award-withdrawal.ts";
import type { UnitOfRecipient } from "./unit-of-recipient.ts";

/** The register of awards: every award of every published article, each counted once. */
export type Register = {
  /** Oldest first. */
  readonly entries: readonly RegisterEntry[];
  /** Oldest first; only years with an entry. */
  readonly years: readonly { readonly year: number; readonly entries: readonly RegisterEntry[] }[];
  /** The same by the last year of merit, where one is given; in order of years. */
  readonly meritYears: readonly {
    readonly year: number;
    readonly entries: readonly RegisterEntry[];
  }[];
  readonly byForm: ReadonlyMap<AwardForm, readonly RegisterEntry[]>;
  /** Entries that a unit gave, or is asked to give, by unit id. */
  readonly byGiver: ReadonlyMap<string, readonly RegisterEntry[]>;
  readonly unitOfRecipient: UnitOfRecipient;
};

export type RegisterEntry = Tally & {
  /** As told by the newest article that does not merely tell of a withdrawal. */
  readonly award: Award;
  /** The year of the article that first told of it. */
  readonly year: number;
  /** The newest article that tells of it. */
  readonly article: Article;
  /** Earlier articles on the same award, oldest first. They add nothing to the counts. */
  readonly earlier: readonly Article[];
  /**
   * What was withdrawn of it afterwards, by each decision; `award.recipients` no longer names whom
   * it names. The counts come to `counts.revoked`.
   */
  readonly withdrawals: readonly EntryWithdrawal[];
};

/** What one decision withdrew of an award, with the names as they were written. */
export type EntryWithdrawal = {
  readonly revocation?: Decision;
  readonly count: number;
  /** Whether an article gave no exact number. */
  readonly isVague: boolean;
  readonly names: readonly string[];
};

type Outside = {
  /** Finds a unit by the name that it had on a day. */
  readonly unitOfRecipient?: UnitOfRecipient;
  readonly namesOfId?: NamesOfId;
  /** Makes the indexes in which awards are looked up; tests compare with a plain list. */
  readonly newIndex?: () => ByName<Draft>;
};

/** How many of one form went to one kind of recipient. */
export type AwardTotal = Tally & { readonly form: AwardForm; readonly to: string };

/**
 * Builds the register from articles given oldest first.
 *
 * Several articles may tell of one award (the decision, then the ceremony). They are one entry when
 * they name the same decision, giver, form and recipients; the newest article counts. Names need
 * not be the same in both: often only one article has them, and a withdrawal names some of many. A
 * number recurs in each term, so decisions of different dates, or more than a year apart, are
 * different. Where nothing proves that two lines are one award both count, and a look-alike is
 * reported instead of being guessed away. To find look-alikes takes four times as long as the rest,
 * so findings are made apart from the register, when they are asked for.
 *
 * @param outside the look-ups that the register needs; left out where nobody has an id
 */
export function buildRegister(
  articles: readonly Article[],
  {
    unitOfRecipient = () => undefined,
    namesOfId = () => undefined,
    newIndex = newByName,
  }: Outside = {},
): {
  readonly register: Register;
  readonly findings: readonly Finding[];
} {
  const outside = { namesOfId, newIndex };
  return lazyFields({
    register: () => registerOf(draftsOf(articles, outside).map(entryOf), unitOfRecipient),
    findings() {
      const findings: Finding[] = [];
      draftsOf(articles, outside, findings);
      return findings;
    },
  });
}

/** @param findings takes what there is to report; left out where nobody asks for it */
function draftsOf(
  articles: readonly Article[],
  { namesOfId, newIndex }: Required<Pick<Outside, "namesOfId" | "newIndex">>,
  findings?: Finding[],
): Draft[] {
  const drafts: Draft[] = [];
  const recipientOf = recipientsBy(namesOfId);
  const byDecision = newDrafts(newIndex);
  const lookAlikes = { byKind: newDrafts(newIndex), byNumber: newDrafts(newIndex) };
  for (const article of articles) {
    for (const [index, award] of article.awards.entries()) {
      const account = { article, index, award, recipients: award.recipients.map(recipientOf) };
      const key = decisionKey(award);
      const same = key === undefined ? undefined : sameAward(byDecision.get(key), account);
      if (same !== undefined) {
        const found = retell(same, account);
        findings?.push(...found);
        continue;
      }
      const draft = newDraft(account, drafts.length);
      drafts.push(draft);
      if (key !== undefined) put(byDecision.get(key), draft);
      findings?.push(...doubtsAbout(draft, index, lookAlikes));
    }
  }
  return drafts;
}

/** Sums entries by form and kind of recipient, in the order in which forms are usually listed. */
export function totalsOf(entries: readonly RegisterEntry[]): AwardTotal[] {
  const groups = Map.groupBy(entries, ({ award }) => `${award.form}|${fold(award.to)}`);
  return [...groups.values()]
    .map((own) => ({ form: own[0]!.award.form, to: own[0]!.award.to, ...tallyOf(own) }))
    .sort(
      (a, b) => awardForms.indexOf(a.form) - awardForms.indexOf(b.form) || compareText(a.to, b.to),
    );
}

/** Returns the names of the recipients who lost an award. */
export function namesWithdrawn({ withdrawals }: Pick<RegisterEntry, "withdrawals">): string[] {
  return withdrawals.flatMap(({ names }) => names);
}

function entryOf({ award, article, first, earlier, ...draft }: Draft): RegisterEntry {
  const count = exactCount(award);
  // A later article may have corrected the count to less than was withdrawn before.
  const withdrawals = withdrawalsOf(draft, count ?? Infinity);
  const revoked = withdrawals.reduce((sum, one) => sum + one.count, 0);
  const isVague = withdrawals.some((one) => one.isVague);
  const counts = { given: 0, proposed: 0, revoked };
  const unclear = { given: 0, proposed: 0, revoked: isVague ? 1 : 0 };
  if (count === undefined || isVague) unclear[standingOf(award)] = 1;
  else counts[standingOf(award)] += count - revoked;
  const left = draft.recipients.filter((one) => withdrawalOf(draft.withdrawals, one) === undefined);
  const told = { ...award, recipients: left.map(({ written }) => written) };
  return { award: told, counts, unclear, year: yearOf(first.date), article, earlier, withdrawals };
}

function withdrawalsOf({ withdrawals: { list } }: Pick<Draft, "withdrawals">, given: number) {
  const counts = cappedCounts(list, given);
  return list.map(
    ({ revocation, isVague, recipients }, at): EntryWithdrawal => ({
      ...(revocation === undefined ? {} : { revocation }),
      count: counts[at]!,
      isVague,
      names: recipients.map(({ written }) => written),
    }),
  );
}

function registerOf(entries: readonly RegisterEntry[], unitOfRecipient: UnitOfRecipient): Register {
  const byGiver = new Map<string, RegisterEntry[]>();
  const byForm = new Map<AwardForm, RegisterEntry[]>();
  const years = new Map<number, RegisterEntry[]>();
  const meritYears = new Map<number, RegisterEntry[]>();
  for (const entry of entries) {
    const { by, form, years: merit } = entry.award;
    append(byGiver, by, entry);
    append(byForm, form, entry);
    append(years, entry.year, entry);
    if (merit !== undefined) append(meritYears, merit.to, entry);
  }
  return {
    entries,
    years: listed(years),
    meritYears: listed(meritYears).sort((a, b) => a.year - b.year),
    byForm,
    byGiver,
    unitOfRecipient,
  };
}

function listed(years: ReadonlyMap<number, readonly RegisterEntry[]>) {
  return [...years].map(([year, entries]) => ({ year, entries }));
}
