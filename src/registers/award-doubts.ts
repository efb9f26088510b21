import { formatCount } from "../award.ts";
import { type ByName, lastOf } from "../by-name.ts";
import { daysBetween } from "../day.ts";
import { type Finding, finding } from "../problems/finding.ts";
import { numberKey } from "../text/document-number.ts";
import { fold } from "../text/vietnamese.ts";
import {
  areNamed,
  type Draft,
  type Drafts,
  gradeOf,
  isSame,
  mayBeOne,
  placeIn,
  put,
  sharesName,
} from "./award-accounts.ts";
import { keysOf } from "./award-recipient.ts";
import { standingOf } from "./award-tally.ts";

/** Awards told so far, to find those that may be told twice without anything to prove it. */
export type LookAlikes = {
  /** By giver, form and kind of recipient, among awards of one standing and one count. */
  readonly byKind: Drafts;
  /** By decision, among awards of one count. */
  readonly byNumber: Drafts;
};

/**
 * Finds what is doubtful about an award that no earlier article told of, as far as can be proved.
 */
export function doubtsAbout(
  draft: Draft,
  index: number,
  { byKind, byNumber }: LookAlikes,
): Finding[] {
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
  const other = findNewest(ofNumber, draft, (known) => isSame(known, draft));
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
  { recipients, article, firstDay }: Draft,
  fits: (draft: Draft) => boolean,
): Draft | undefined {
  return lastOf(
    known.listsFor(keysOf(recipients)),
    (draft) => firstDay - draft.firstDay <= 366,
    (draft) => draft.article !== article && fits(draft),
  );
}

/**
 * Returns whether two awards may be one. Rounds of awards look alike from one month to the next;
 * only near ones are likely to be the same.
 */
function isLookAlike(one: Draft, other: Draft): boolean {
  const { decision: ofOne, years, for: reason, posthumous = false } = one.award;
  const { decision: ofOther, years: otherYears, for: otherReason } = other.award;
  if (ofOne?.number !== undefined && ofOther?.number !== undefined) return false;
  if (!mayBeOne(one.award, other.award)) return false;
  if (posthumous !== (other.award.posthumous ?? false)) return false;
  if (years && otherYears && (years.from !== otherYears.from || years.to !== otherYears.to))
    return false;
  if (reason !== undefined && otherReason !== undefined && fold(reason) !== fold(otherReason))
    return false;
  if (areNamed(one, other) && !sharesName(one, other)) return false;
  if (ofOne?.date !== undefined && ofOther?.date !== undefined) return ofOne.date === ofOther.date;
  return daysBetween(one.first.date, other.first.date) <= 14;
}
