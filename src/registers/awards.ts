import type { Article } from "../article.ts";
import {
  type Award,
  type AwardCount,
  type AwardForm,
  awardForms,
  exactCount,
  formatCount,
  isSameCount,
  unknownCount,
} from "../award.ts";
import { type ByName, firstOf, lastOf, newByName } from "../by-name.ts";
import { dayCount, daysBetween, yearOf } from "../day.ts";
import { type FieldOf, type Finding, finding } from "../problems/finding.ts";
import { mayMean } from "../quantity.ts";
import { numberKey } from "../text/document-number.ts";
import { compareText, fold, nameKey } from "../text/vietnamese.ts";
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

export type RegisterEntry = Tally & {
  /** As told by the newest article that does not merely tell of a withdrawal. */
  readonly award: Award;
  /** The year of the article that first told of it. */
  readonly year: number;
  /** The newest article that tells of it. */
  readonly article: Article;
  /** Earlier articles on the same award, oldest first. They add nothing to the counts. */
  readonly earlier: readonly Article[];
  /** Recipients named when a part was withdrawn; `award.recipients` no longer names them. */
  readonly withdrawn: readonly string[];
};

/** How many of one form went to one kind of recipient. */
export type AwardTotal = Tally & { readonly form: AwardForm; readonly to: string };

export function standingOf({ status }: Pick<Award, "status">): Standing {
  if (status === "đề xuất") return "proposed";
  return status === "thu hồi" ? "revoked" : "given";
}

/**
 * Builds the register from articles given oldest first.
 *
 * Several articles may tell of one award (the decision, then the ceremony). They are one entry when
 * they name the same decision, giver, form and recipients; the newest article counts. Names need
 * not be the same in both: often only one article has them, and a withdrawal names some of many. A
 * number recurs in each term, so decisions of different dates, or more than a year apart, are
 * different. Where nothing proves that two lines are one award both count, and a look-alike is
 * reported instead of being guessed away.
 *
 * @param unitOfRecipient finds a unit by the name that it had on a day
 * @param newIndex makes the indexes in which awards are looked up; tests compare with a plain list
 */
export function buildRegister(
  articles: readonly Article[],
  unitOfRecipient: UnitOfRecipient = () => undefined,
  newIndex: () => ByName<Draft> = newByName,
): {
  register: Register;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const drafts: Draft[] = [];
  const byDecision = newDrafts(newIndex);
  const lookAlikes = { byKind: newDrafts(newIndex), byNumber: newDrafts(newIndex) };
  for (const article of articles) {
    for (const [index, award] of article.awards.entries()) {
      const key = decisionKey(award);
      const same = key === undefined ? undefined : sameAward(byDecision.get(key), article, award);
      if (same !== undefined) {
        findings.push(...retell(same, article, award, index));
        continue;
      }
      const draft = newDraft(article, award, index, drafts.length);
      drafts.push(draft);
      if (key !== undefined) put(byDecision.get(key), draft);
      findings.push(...doubtsAbout(draft, index, lookAlikes));
    }
  }
  return { register: registerOf(drafts.map(entryOf), unitOfRecipient), findings };
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

/** An entry of the register that later articles may still change. */
export type Draft = {
  /** Its place among all of them; they are in the order in which they were first told. */
  readonly order: number;
  award: Award;
  /** The newest article that tells of it, and where among its awards. */
  article: Article;
  index: number;
  revoked: number;
  /** Whether an article told of a withdrawal without an exact number. */
  isVague: boolean;
  readonly withdrawn: string[];
  /** The keys of the names withdrawn. */
  readonly gone: Set<string>;
  readonly first: Article;
  /** Its day, counted. */
  readonly firstDay: number;
  readonly earlier: Article[];
  /** The indexes that hold it. */
  readonly indexes: ByName<Draft>[];
};

function newDraft(article: Article, award: Award, index: number, order: number): Draft {
  return {
    order,
    award,
    article,
    index,
    revoked: 0,
    isVague: false,
    withdrawn: [],
    gone: new Set(),
    first: article,
    firstDay: dayCount(article.date),
    earlier: [],
    indexes: [],
  };
}

/** Indexes of drafts by what their awards have in common; each is made when it is first needed. */
type Drafts = { readonly get: (key: string) => ByName<Draft> };

function newDrafts(newIndex: () => ByName<Draft>): Drafts {
  const indexes = new Map<string, ByName<Draft>>();
  return {
    get(key) {
      const index = indexes.get(key) ?? newIndex();
      indexes.set(key, index);
      return index;
    },
  };
}

function put(index: ByName<Draft>, draft: Draft): void {
  index.add(draft, keysOf(draft.award.recipients));
  draft.indexes.push(index);
}

/** Returns where the newest article tells of an award, or of one thing about it. */
function placeIn({ article, index }: Draft, ...keys: readonly string[]): FieldOf {
  return { path: article.path, at: ["awards", index, ...keys] };
}

/** Finds the one among the awards of a decision that an article tells of again. */
function sameAward(known: ByName<Draft>, article: Article, award: Award): Draft | undefined {
  const lists = known.listsFor(keysOf(award.recipients));
  // What the article itself has told of is another award of it.
  const isOpen = (draft: Draft) => draft.article !== article && isSame(draft, article, award);
  const isCounted = (draft: Draft) => isSameCount(draft.award.count, award.count) && isOpen(draft);
  return (
    firstOf(lists, (draft) => hasSameDetails(draft.award, award) && isCounted(draft)) ??
    firstOf(lists, isCounted) ??
    firstOf(lists, (draft) => isOpen(draft) && sharesName(draft.award, award)) ??
    firstOf(lists, isOpen)
  );
}

/** Adds what a later article tells of an award that is known. */
function retell(draft: Draft, article: Article, award: Award, index: number): Finding[] {
  const isWithdrawal = standingOf(award) === "revoked" && standingOf(draft.award) !== "revoked";
  const findings = isWithdrawal
    ? withdraw(draft, article, award, index)
    : update(draft, article, award, index);
  if (draft.article !== article) draft.earlier.push(draft.article);
  draft.article = article;
  draft.index = index;
  return findings;
}

/** Notes what a later article says was withdrawn; nobody's award is withdrawn twice. */
function withdraw(draft: Draft, article: Article, award: Award, index: number): Finding[] {
  const { gone } = draft;
  const names = award.recipients.filter((name) => !gone.has(nameKey(name)));
  const isNameless = award.recipients.length === 0;
  const stated = exactCount(award);
  const count = isNameless || stated === undefined ? stated : names.length;
  const before = draft.revoked;
  const given = exactCount(draft.award);
  const left = given === undefined ? undefined : Math.max(0, given - before);
  if (award.revocation !== undefined)
    draft.award = { ...draft.award, revocation: award.revocation };
  // In the end at most what was given is taken off, however the articles after this one correct it.
  draft.revoked += count ?? 0;
  draft.isVague ||= count === undefined;
  for (const name of names) {
    draft.withdrawn.push(name);
    gone.add(nameKey(name));
  }
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
  return isNameless && before > 0 ? [report("award-withdrawal-again", before)] : [];
}

/** Takes over what a later article says of the award itself. */
function update(draft: Draft, article: Article, award: Award, index: number): Finding[] {
  const { award: known } = draft;
  // A later article is often shorter: what it leaves out, the earlier ones have said.
  const decision = { ...known.decision, ...award.decision };
  const count = isVaguer(award.count, known.count) ? known.count : award.count;
  const isNameless = award.recipients.length === 0 && isSameCount(count, known.count);
  const { recipients } = isNameless ? known : award;
  const { presentedBy } = award.presentedBy.length === 0 ? known : award;
  draft.award = { ...known, ...award, decision, recipients, presentedBy, count };
  if (recipients !== known.recipients)
    for (const drafts of draft.indexes) drafts.add(draft, keysOf(recipients));
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

function entryOf({
  award,
  article,
  first,
  earlier,
  withdrawn,
  gone,
  ...draft
}: Draft): RegisterEntry {
  const count = exactCount(award);
  // A later article may have corrected the count to less than was withdrawn before.
  const revoked = Math.min(draft.revoked, count ?? draft.revoked);
  const counts = { given: 0, proposed: 0, revoked };
  const unclear = { given: 0, proposed: 0, revoked: draft.isVague ? 1 : 0 };
  if (count === undefined || draft.isVague) unclear[standingOf(award)] = 1;
  else counts[standingOf(award)] += count - revoked;
  const recipients = award.recipients.filter((name) => !gone.has(nameKey(name)));
  const year = yearOf(first.date);
  return { award: { ...award, recipients }, counts, unclear, year, article, earlier, withdrawn };
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

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * Returns what two accounts of one award have in common; undefined for an award without a decision
 * number.
 */
function decisionKey(award: Award): string | undefined {
  const { decision, by, form, to } = award;
  if (decision?.number === undefined) return undefined;
  return [numberKey(decision.number), by, form, fold(to), gradeOf(award)].join("|");
}

/** Returns what grades an award: a decision has a line for each grade. */
function gradeOf({ step, rank }: Award): string {
  return [step?.from, step?.to, rank].join("|");
}

/** Returns whether neither of two accounts says of an award what the other denies. */
function mayBeOne(one: Award, other: Award): boolean {
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
function agree(one: AwardCount, other: AwardCount): boolean {
  if (one === unknownCount || other === unknownCount) return true;
  const [first, second] = [exactCount({ count: one }), exactCount({ count: other })];
  if (first !== undefined) return mayMean(other, first);
  return second === undefined || mayMean(one, second);
}

function isSame(draft: Draft, article: Article, award: Award): boolean {
  const { decision, recipients } = award;
  const areNamed = recipients.length > 0 && draft.award.recipients.length > 0;
  if (areNamed && !sharesName(draft.award, award)) return false;
  if (!mayBeOne(draft.award, award)) return false;
  const known = draft.award.decision?.date;
  if (known !== undefined && decision?.date !== undefined) return known === decision.date;
  return daysBetween(draft.article.date, article.date) <= 366;
}

function sharesName(one: Award, other: Award): boolean {
  return !keysOf(one.recipients).isDisjointFrom(keysOf(other.recipients));
}

/** Returns the keys of names, made once for each list: it is compared with those of many awards. */
function keysOf(names: readonly string[]): ReadonlySet<string> {
  const known = nameKeys.get(names);
  if (known !== undefined) return known;
  const keys = new Set(names.map(nameKey));
  nameKeys.set(names, keys);
  return keys;
}

const nameKeys = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Awards told so far, to find those that may be told twice without anything to prove it. */
type LookAlikes = {
  /** By giver, form and kind of recipient, among awards of one standing and one count. */
  readonly byKind: Drafts;
  /** By decision, among awards of one count. */
  readonly byNumber: Drafts;
};

/**
 * Finds what is doubtful about an award that no earlier article told of, as far as can be proved.
 */
function doubtsAbout(draft: Draft, index: number, { byKind, byNumber }: LookAlikes): Finding[] {
  const { award, article } = draft;
  const at = ["awards", index];
  const standing = standingOf(award);
  if (standing === "revoked") return [finding("award-withdrawal-unknown", article.path, at)];
  const { by, form, to, decision } = award;
  const count = formatCount(award.count);
  const ofKind = byKind.get([standing, by, form, fold(to), count, gradeOf(award)].join("|"));
  const alike = findNewest(ofKind, draft, (other) => isLookAlike(other, draft));
  put(ofKind, draft);
  if (alike) return [finding("award-look-alike", article.path, at, {}, placeIn(alike))];
  if (decision?.number === undefined) return [];
  const ofNumber = byNumber.get([numberKey(decision.number), standing, by, form, count].join("|"));
  const other = findNewest(ofNumber, draft, (known) => isSame(known, article, award));
  put(ofNumber, draft);
  if (other === undefined) return [];
  return [
    finding(
      "award-same-decision",
      article.path,
      [...at, "to"],
      { number: decision.number, to: other.award.to },
      placeIn(other, "to"),
    ),
  ];
}

/** Finds the newest award of another article that fits and is at most a year older. */
function findNewest(
  known: ByName<Draft>,
  { award, article, firstDay }: Draft,
  fits: (draft: Draft) => boolean,
): Draft | undefined {
  return lastOf(
    known.listsFor(keysOf(award.recipients)),
    (draft) => firstDay - draft.firstDay <= 366,
    (draft) => draft.article !== article && fits(draft),
  );
}

/**
 * Returns whether two awards may be one. Rounds of awards look alike from one month to the next;
 * only near ones are likely to be the same.
 */
function isLookAlike(one: Draft, other: Draft): boolean {
  const { decision: ofOne, years, for: reason, recipients, posthumous = false } = one.award;
  const { decision: ofOther, years: otherYears, for: otherReason } = other.award;
  if (ofOne?.number !== undefined && ofOther?.number !== undefined) return false;
  if (!mayBeOne(one.award, other.award)) return false;
  if (posthumous !== (other.award.posthumous ?? false)) return false;
  if (years && otherYears && (years.from !== otherYears.from || years.to !== otherYears.to))
    return false;
  if (reason !== undefined && otherReason !== undefined && fold(reason) !== fold(otherReason))
    return false;
  const areNamed = recipients.length > 0 && other.award.recipients.length > 0;
  if (areNamed && !sharesName(one.award, other.award)) return false;
  if (ofOne?.date !== undefined && ofOther?.date !== undefined) return ofOne.date === ofOther.date;
  return daysBetween(one.first.date, other.first.date) <= 14;
}
