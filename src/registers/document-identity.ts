import type { PartialDay } from "../day.ts";
import { append, only } from "../lists.ts";
import { figureOf, isBareNumber, issuerMark } from "../text/document-number.ts";
import { fold } from "../text/vietnamese.ts";
import type { UnitIndex } from "../unit-index.ts";
import { newestBefore, yearIn } from "./document-terms.ts";
import { kindOf, slugFor, type Told } from "./told-documents.ts";

/* What of all that is told is one document. */

/** A document while its articles are gathered. */
export type Draft = {
  readonly slug: string;
  readonly year?: number;
  readonly unit?: string | undefined;
  readonly told: Told[];
};

/** Returns the documents that are told of, in the order in which they are. */
export function partDocuments(
  told: readonly Told[],
  byMark: ReadonlyMap<string, string>,
): readonly Draft[] {
  const groups = [...Map.groupBy(told, ({ slug }) => slug).values()];
  const parted = (group: readonly Told[]) => draftsOf(group, byMark);
  const drafts = groups.filter((group) => !isBareGroup(group)).flatMap(parted);
  const left = joinBare(groups.filter(isBareGroup).flat(), drafts, byMark);
  for (const group of Map.groupBy(left, ({ slug }) => slug).values()) drafts.push(...parted(group));

  const order = new Map(told.map((one, at) => [one, at]));
  for (const draft of drafts) draft.told.sort((a, b) => order.get(a)! - order.get(b)!);
  return drafts.sort((a, b) => order.get(a.told[0]!)! - order.get(b.told[0]!)!);
}

/** Returns the unit of each mark that only one unit has in the numbers of its documents. */
export function unitsByMark({ units }: UnitIndex): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, eras } of units) {
    for (const mark of new Set(eras.map(({ docCode }) => fold(docCode ?? "")))) {
      if (marks.has(mark)) twice.add(mark);
      marks.set(mark, id);
    }
  }
  twice.add("");
  for (const mark of twice) marks.delete(mark);
  return marks;
}

/** Returns whether all that is told under a slug has but a figure for a number. */
function isBareGroup(group: readonly Told[]): boolean {
  return group.every(({ document: { number } }) => number !== undefined && isBareNumber(number));
}

/** Parts what is told under one slug into documents. */
function draftsOf(group: readonly Told[], byMark: ReadonlyMap<string, string>): Draft[] {
  const mark = issuerMark(group[0]!.document.number ?? "") ?? "";
  // The mark of one unit says whose a decision is; that of many leaves it to who gave the award.
  const giverOf = byMark.has(fold(mark)) ? () => undefined : ({ giver }: Told) => giver;
  const dated = group.filter(({ document }) => document.date !== undefined);
  const byYear = Map.groupBy(dated, ({ document }) => yearIn(document.date!));
  const drafts = [...byYear].flatMap(([year, ofYear]) => byUnit(ofYear, giverOf, year));
  const left: Told[] = [];
  const units = new Set(group.map(({ unit }) => unit).filter((unit) => unit !== undefined));
  // Found once: the articles that join below give no date, so none of these changes.
  const dates = new Map(drafts.map((draft) => [draft, dateOf(draft)!]));
  for (const told of group) {
    if (told.document.date !== undefined) continue;
    const { article, day, unit, giver } = told;
    // Where several units have the number, nobody knows whose a document without a unit is.
    const isOpen = (draft: Draft) =>
      units.size > 1 && unit !== undefined ? draft.unit === unit : areOfOne(draft.unit, unit);
    const open = drafts.filter(isOpen);
    const near = newestBefore(open, (draft) => dates.get(draft)!, day);
    const own = near.find((draft) => draft.unit === (unit ?? giver ?? article?.unit)) ?? near[0];
    if (own) own.told.push(told);
    else left.push(told);
  }
  return [...drafts, ...byUnit(left, giverOf)];
}

export function areOfOne(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/**
 * Makes a document for each unit that is told to have issued one; where nobody tells of that, for
 * each of several that gave awards by one. Who says nothing of both means the unit's own, otherwise
 * the one that was told of first.
 */
function byUnit(
  told: readonly Told[],
  giverOf: (told: Told) => string | undefined,
  year?: number,
): Draft[] {
  if (told.length === 0) return [];
  const slug = told[0]!.slug;
  const known = (of: (told: Told) => string | undefined) =>
    [...new Set(told.map(of))].filter((unit) => unit !== undefined);
  const issuers = known(({ unit }) => unit);
  const givers = issuers.length === 0 ? known(giverOf) : [];
  const units = givers.length > 1 ? givers : issuers;
  const drafts = (units.length === 0 ? [undefined] : units).map(
    (unit): Draft => ({ slug, unit, told: [], ...(year === undefined ? {} : { year }) }),
  );
  for (const one of told) {
    const unit = one.unit ?? one.giver ?? one.article?.unit;
    (drafts.find((draft) => draft.unit === unit) ?? drafts[0]!).told.push(one);
  }
  return drafts;
}

/** Returns the most exact date of a document; of equal ones that of the newest article. */
export function dateOf({ told }: Draft): PartialDay | undefined {
  let best: PartialDay | undefined;
  for (const { document } of told) {
    if (document.date !== undefined && document.date.length >= (best?.length ?? 0))
      best = document.date;
  }
  return best;
}

/**
 * Adds what is told of a figure alone to the document that has the whole number: it must be of the
 * same kind, year and unit. Returns what no such document is known for.
 */
function joinBare(
  bare: readonly Told[],
  drafts: readonly Draft[],
  byMark: ReadonlyMap<string, string>,
): readonly Told[] {
  if (bare.length === 0) return bare;
  const known = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { number } = draft.told[0]!.document;
    if (number === undefined || draft.year === undefined) continue;
    const unit = draft.unit ?? byMark.get(fold(issuerMark(number) ?? ""));
    const kind = draft.told
      .map(({ document }) => kindOf(document))
      .find((one) => one !== undefined);
    const key = [kind, figureOf(number), unit, draft.year].join("|");
    append(known, key, draft);
  }
  const left: Told[] = [];
  for (const told of bare) {
    const { number = "", date } = told.document;
    const key = [kindOf(told.document), figureOf(number), told.unit, date && yearIn(date)];
    const draft = told.unit === undefined ? undefined : only(known.get(key.join("|")) ?? []);
    if (draft === undefined) left.push(told);
    else draft.told.push(told);
  }
  return left;
}

/**
 * Returns other slugs that lead to a document, each pair once. What was told of a figure alone had
 * an address before an article gave the whole number. That has the id of the unit in it, but the
 * name as written for as long as units.yaml did not know it.
 */
export function aliasesOf(drafts: readonly Draft[]): (readonly [slug: string, draft: Draft])[] {
  return drafts.flatMap((draft) => {
    const slugs = new Set<string>();
    for (const { document, slug, unit } of draft.told) {
      if (document.number === undefined || !isBareNumber(document.number)) continue;
      slugs.add(slug);
      if (unit !== undefined) slugs.add(slugFor(document, undefined));
    }
    slugs.delete(draft.slug);
    return [...slugs].map((slug) => [slug, draft] as const);
  });
}
