import type { Article } from "./article.ts";
import { type Award, type AwardForm, awardForms } from "./award.ts";
import { type Day, daysBetween, yearOf } from "./day.ts";
import { type Finding, finding } from "./finding.ts";
import { compareText, fold } from "./vietnamese.ts";

/** The register of awards: every award of every published article, each counted once. */
export type Register = {
  /** Oldest first. */
  readonly entries: readonly RegisterEntry[];
  /** Oldest first; only years with an entry. */
  readonly years: readonly { readonly year: number; readonly entries: readonly RegisterEntry[] }[];
  /** Entries that a unit gave or proposed, by unit id. */
  readonly byGiver: ReadonlyMap<string, readonly RegisterEntry[]>;
};

/** Given, proposed and revoked are never added together. */
export const standings = ["given", "proposed", "revoked"] as const;
export type Standing = (typeof standings)[number];
export type Counts = { readonly [Key in Standing]: number };

export type RegisterEntry = {
  /** As told by the newest article that does not merely tell of a withdrawal. */
  readonly award: Award;
  /** What the entry adds to each total. Of 11 given and 1 withdrawn later, 10 count as given. */
  readonly counts: Counts;
  /** The year of the article that first told of it. */
  readonly year: number;
  /** The newest article that tells of it. */
  readonly article: Article;
  /** Earlier articles on the same award, oldest first. They add nothing to the counts. */
  readonly earlier: readonly Article[];
  /** Recipients who were named when a part was withdrawn; `award.recipients` no longer names them. */
  readonly withdrawn: readonly string[];
};

export type AwardTotal = {
  readonly form: AwardForm;
  readonly to: string;
  readonly standing: Standing;
  readonly count: number;
};

export function standingOf(award: Award): Standing {
  if (award.status === "đề xuất") return "proposed";
  return award.status === "thu hồi" ? "revoked" : "given";
}

/**
 * Builds the register from articles given oldest first.
 *
 * Several articles may tell of one award (the decision, then the ceremony). They are one entry when
 * they name the same decision, giver, form and recipients; the newest article counts. Names need
 * not be the same in both: often only one article has them, and a withdrawal names some of many. A
 * number recurs in each term, so decisions of different dates, or more than a year apart, are
 * different. Without a decision nothing proves that two lines are one award: both count, and a
 * look-alike is reported instead of being guessed away.
 */
export function buildRegister(articles: readonly Article[]): {
  register: Register;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const drafts: Draft[] = [];
  const byDecision = new Map<string, Draft[]>();
  const alike = new Map<string, Article>();
  for (const article of articles) {
    const told = new Set<Draft>();
    for (const [index, award] of article.awards.entries()) {
      const key = decisionKey(award);
      if (key === undefined) {
        drafts.push(newDraft(article, award));
        if (standingOf(award) === "revoked") {
          findings.push(finding("award-withdrawal-unknown", article.path, ["awards", index]));
          continue;
        }
        const other = lookAlike(article, award, alike);
        if (other) {
          const at = ["awards", index];
          findings.push(finding("award-look-alike", article.path, at, { other: other.path }));
        }
        continue;
      }
      const known = byDecision.get(key) ?? [];
      const open = known.filter(
        (draft) => !told.has(draft) && draft.article !== article && isSame(draft, article, award),
      );
      const same =
        open.find((draft) => draft.award.count === award.count) ??
        open.find((draft) => sharesName(draft.award, award)) ??
        open[0];
      if (same === undefined) {
        if (standingOf(award) === "revoked") {
          findings.push(finding("award-withdrawal-unknown", article.path, ["awards", index]));
        }
        const draft = newDraft(article, award);
        told.add(draft);
        drafts.push(draft);
        byDecision.set(key, [...known, draft]);
        continue;
      }
      told.add(same);
      findings.push(...retell(same, article, award, index));
    }
  }
  return { register: registerOf(drafts.map(entryOf)), findings };
}

/** Sums entries by form, kind of recipient and standing, in the order in which forms are usually listed. */
export function totalsOf(entries: readonly RegisterEntry[]): AwardTotal[] {
  const totals = new Map<
    string,
    { form: AwardForm; to: string; standing: Standing; count: number }
  >();
  for (const { award, counts } of entries) {
    for (const standing of standings) {
      if (counts[standing] === 0) continue;
      const key = `${standing}|${award.form}|${foldOnce(award.to)}`;
      const total = totals.get(key);
      if (total) total.count += counts[standing];
      else totals.set(key, { form: award.form, to: award.to, standing, count: counts[standing] });
    }
  }
  return [...totals.values()].sort(
    (a, b) =>
      standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
      awardForms.indexOf(a.form) - awardForms.indexOf(b.form) ||
      compareText(a.to, b.to),
  );
}

/** How many were given, proposed and revoked in all. */
export function countsOf(entries: readonly RegisterEntry[]): Counts {
  const sum = { given: 0, proposed: 0, revoked: 0 };
  for (const { counts } of entries) {
    for (const standing of standings) sum[standing] += counts[standing];
  }
  return sum;
}

type Draft = {
  award: Award;
  article: Article;
  revoked: number;
  readonly withdrawn: string[];
  readonly first: Article;
  readonly earlier: Article[];
};

function newDraft(article: Article, award: Award): Draft {
  return { award, article, revoked: 0, withdrawn: [], first: article, earlier: [] };
}

/** Adds a later article's telling of an award that is known. */
function retell(draft: Draft, article: Article, award: Award, index: number): Finding[] {
  const isWithdrawal = standingOf(award) === "revoked" && standingOf(draft.award) !== "revoked";
  const findings = isWithdrawal
    ? withdraw(draft, article, award, index)
    : update(draft, article, award, index);
  if (draft.article !== article) draft.earlier.push(draft.article);
  draft.article = article;
  return findings;
}

/** Takes off what a later article says was withdrawn, never more than is left. */
function withdraw(draft: Draft, article: Article, award: Award, index: number): Finding[] {
  const gone = new Set(draft.withdrawn.map(fold));
  const isToldAgain =
    award.recipients.length > 0 && award.recipients.every((name) => gone.has(fold(name)));
  if (isToldAgain) return [];
  const left = draft.award.count - draft.revoked;
  draft.revoked += Math.min(award.count, left);
  draft.withdrawn.push(...award.recipients);
  if (award.count <= left) return [];
  return [
    finding("award-withdrawal-too-large", article.path, ["awards", index, "count"], {
      count: String(award.count),
      left: String(left),
      other: draft.article.path,
    }),
  ];
}

/** Takes over what a later article says of the award itself. */
function update(draft: Draft, article: Article, award: Award, index: number): Finding[] {
  const { award: known } = draft;
  // A later article is often shorter: what it leaves out, the earlier ones have said.
  const decision = { ...known.decision, ...award.decision };
  const isNameless = award.recipients.length === 0 && award.count === known.count;
  const { recipients } = isNameless ? known : award;
  draft.award = { ...known, ...award, decision, recipients };
  if (award.count === known.count) return [];
  return [
    finding("award-decision-differs", article.path, ["awards", index, "count"], {
      number: award.decision!.number!,
      other: draft.article.path,
      count: String(award.count),
      otherCount: String(known.count),
    }),
  ];
}

function entryOf({ award, article, first, earlier, withdrawn, ...draft }: Draft): RegisterEntry {
  // A later article may have corrected the count to less than was withdrawn before.
  const revoked = Math.min(draft.revoked, award.count);
  const counts = { given: 0, proposed: 0, revoked };
  counts[standingOf(award)] += award.count - revoked;
  const gone = new Set(withdrawn.map(fold));
  const recipients = award.recipients.filter((name) => !gone.has(fold(name)));
  const year = yearOf(first.date);
  return { award: { ...award, recipients }, counts, year, article, earlier, withdrawn };
}

function registerOf(entries: readonly RegisterEntry[]): Register {
  const byGiver = new Map<string, RegisterEntry[]>();
  const years = new Map<number, RegisterEntry[]>();
  for (const entry of entries) {
    append(byGiver, entry.award.by, entry);
    append(years, entry.year, entry);
  }
  return {
    entries,
    years: [...years].map(([year, ofYear]) => ({ year, entries: ofYear })),
    byGiver,
  };
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What two tellings of one award have in common; undefined for an award without a decision number. */
function decisionKey({ decision, by, form, to, step }: Award): string | undefined {
  if (decision?.number === undefined) return undefined;
  const number = fold(decision.number).replaceAll(/\s+/gu, "").replaceAll("–", "-");
  return [number, by, form, foldOnce(to), step ?? ""].join("|");
}

function isSame(draft: Draft, article: Article, award: Award): boolean {
  const { decision, recipients } = award;
  const areNamed = recipients.length > 0 && draft.award.recipients.length > 0;
  if (areNamed && !sharesName(draft.award, award)) return false;
  const known = draft.award.decision?.date;
  if (known !== undefined && decision?.date !== undefined) return known === decision.date;
  return daysBetween(draft.article.date, article.date) <= 366;
}

function sharesName(one: Award, other: Award): boolean {
  const names = new Set(one.recipients.map(fold));
  return other.recipients.some((name) => names.has(fold(name)));
}

/** Remembers an award without a decision, and answers the article that told of just the same one. */
function lookAlike(
  article: Article,
  award: Award,
  known: Map<string, Article>,
): Article | undefined {
  const { status, by, form, to, recipients, count, years, step } = award;
  const span = years ? `${years.from}-${years.to}` : "";
  const reason = award.for === undefined ? "" : fold(award.for);
  const key = [status, by, form, foldOnce(to), count, reason, span, step ?? "", ...recipients].join(
    "|",
  );
  const other = known.get(key);
  known.set(key, article);
  // Rounds of awards look alike from one month to the next; only near ones are likely to be the same.
  return other && other !== article && isNear(other.date, article.date) ? other : undefined;
}

function isNear(a: Day, b: Day): boolean {
  return daysBetween(a, b) <= 14;
}

const folded = new Map<string, string>();

/** Kinds of recipients are few and come again in thousands of awards. */
function foldOnce(text: string): string {
  let key = folded.get(text);
  if (key === undefined) {
    key = fold(text);
    folded.set(text, key);
  }
  return key;
}
