import type { Article } from "./article.ts";
import { dayCount, type PartialDay } from "./day.ts";
import { numberKey } from "./text/document-number.ts";
import { compareCodes, slugOf } from "./text/vietnamese.ts";
import { lately } from "./work/once.ts";

/** An article that a reader of another one may want, and the best reason for it. */
export type Related = { readonly article: Article; readonly reason: Reason };

/** What two articles have in common. */
export type Reason =
  | { readonly kind: "document"; readonly number: string }
  | { readonly kind: "tag"; readonly name: string }
  | { readonly kind: "award"; readonly form: string }
  | { readonly kind: "unit" };

/** How many related articles are shown. */
const RELATED_SIZE = 3;
/**
 * Of the articles that have something in common, only this many of the newest are looked at, so
 * that the work for one article is bounded.
 */
const LOOKED_AT = 8;

/**
 * Points for having something in common. Tags and awards come to fewer points the more articles
 * have them already, as with an inverse document frequency.
 */
const weights = { document: 32, tag: 16, award: 8, unit: 3 } as const;
/** What more articles than this have is no reason to read another one … */
const COMMON = 30;
/** … if they also are more than this part of all. */
const COMMON_PART = 1 / 3;

/** Something that an article may have in common with others. */
type Trait = {
  readonly holders: Holders;
  /** How many of the holders are of the day of the article in hand, or of an earlier one. */
  count: number;
  readonly reason: Reason;
  readonly date?: PartialDay | undefined;
};
type Known = {
  readonly article: Article;
  /** Its place in time among all articles. */
  readonly at: number;
  readonly dayCount: number;
  readonly session: string | undefined;
  readonly traits: readonly Trait[];
  /** The comparison that this one was last part of: it may be found by several traits. */
  comparedIn?: object;
};
/** The articles that have a trait. */
type Holders = {
  /** The oldest first. */
  readonly all: Known[];
  /**
   * The trait as the article in hand has it, and its weight there; looking it up by key for each
   * candidate would take longest of all.
   */
  own?: { readonly trait: Trait; readonly weight: number } | undefined;
};
type Scored = { readonly known: Known; readonly points: number };
type WithReason = Related & { readonly own: Trait };

/**
 * Returns a function that finds for an article, by its place among all, those of its day and of
 * earlier days that are most like it. Articles of later days never count, so a new one changes no
 * page of an older day. The articles right before and right after it have links of their own, and
 * those of one session have a list.
 *
 * @param articles oldest first
 * @param sessionOf returns what is the same for all articles of one session
 */
export function relatedOf(
  articles: readonly Article[],
  sessionOf: (article: Article) => string | undefined = () => undefined,
): (at: number) => readonly Related[] {
  const byKey: Traits = { holders: new Map(), tags: new Map() };
  const all: Known[] = [];
  const addDay = () => {
    const from = all.length;
    const { date } = articles[from]!;
    for (let at = from; articles[at]?.date === date; at += 1) {
      const article = articles[at]!;
      all.push({
        article,
        at,
        dayCount: dayCount(date),
        session: sessionOf(article),
        traits: traitsOf(article, byKey),
      });
    }
    const ofDay = all.slice(from);
    for (const known of ofDay) for (const { holders } of known.traits) holders.all.push(known);
    for (const { traits } of ofDay)
      for (const trait of traits) trait.count = trait.holders.all.length;
  };
  // Asked for the key of a page, and once more when it is drawn.
  return lately(1, (at) => {
    // Later days do not count, so those after the last page to make need not be looked at.
    while (all.length <= at) addDay();
    return relatedTo(all[at]!);
  });
}

function relatedTo(known: Known): Related[] {
  for (const trait of known.traits) {
    trait.holders.own = { trait, weight: weightOf(trait, known.at + 1) };
  }
  const best: Scored[] = [];
  const comparison = {};
  for (const { holders, count } of known.traits) {
    // The newest first; one of them may be the article in hand itself.
    for (let at = count - 1; at >= 0 && at >= count - LOOKED_AT - 1; at -= 1) {
      const other = holders.all[at]!;
      if (other.comparedIn === comparison || isShownElsewhere(known, other)) continue;
      other.comparedIn = comparison;
      const points = pointsOf(known, other);
      if (points > 0) keepBest(best, { known: other, points });
    }
  }
  const related = best.map(({ known: { article, traits } }): WithReason => {
    const own = reasonFor(traits);
    return { article, reason: own.reason, own };
  });
  for (const { holders } of known.traits) holders.own = undefined;
  return byReason(related);
}

/** Returns whether the page of one article has a link to another outside the related articles. */
function isShownElsewhere(known: Known, other: Known): boolean {
  if (Math.abs(known.at - other.at) <= 1) return true;
  return known.session !== undefined && known.session === other.session;
}

/** Puts articles with one reason behind each other, the newest of them first. */
function byReason(related: readonly WithReason[]): Related[] {
  return [...Map.groupBy(related, ({ own }) => own.holders).values()].flatMap((alike) =>
    alike
      .toSorted((a, b) => compareCodes(b.article.date, a.article.date))
      .map(({ article, reason }) => ({ article, reason })),
  );
}

/** @param all how many articles there are so far */
function weightOf({ reason: { kind }, count }: Trait, all: number): number {
  if (kind === "document" || kind === "unit") return weights[kind];
  if (count > COMMON && count > all * COMMON_PART) return 0;
  // The article in hand is one of those counted.
  return weights[kind] / bits(count - 1);
}

/**
 * Returns how much the article in hand and another have in common; 0 for nothing, however near they
 * are.
 */
function pointsOf(known: Known, { traits, dayCount }: Known): number {
  let points = 0;
  for (const trait of traits) points += commonWeight(trait);
  return points === 0 ? 0 : points + nearness(known.dayCount - dayCount);
}

/** Returns the weightiest thing that the article in hand has in common with another. */
function reasonFor(traits: readonly Trait[]): Trait {
  let best = traits[0]!;
  for (const trait of traits) if (commonWeight(trait) > commonWeight(best)) best = trait;
  return best.holders.own?.trait ?? best;
}

function commonWeight(trait: Trait): number {
  const { own } = trait.holders;
  return own === undefined || areOfDifferentDays(own.trait, trait) ? 0 : own.weight;
}

/** Inserts one into its place among the best, if it has one there. */
function keepBest(best: Scored[], one: Scored): void {
  let place = best.length;
  while (place > 0 && isBetter(one, best[place - 1]!)) place -= 1;
  if (place === RELATED_SIZE) return;
  best.splice(place, 0, one);
  if (best.length > RELATED_SIZE) best.pop();
}

/** Returns whether one comes before another: by points, then the newer one, then by path. */
function isBetter(a: Scored, b: Scored): boolean {
  if (a.points !== b.points) return a.points > b.points;
  const { article: one } = a.known;
  const { article: other } = b.known;
  return one.date === other.date ? one.path < other.path : one.date > other.date;
}

/**
 * Returns whether two documents with one number are of different days: the same number comes again
 * in each term.
 */
function areOfDifferentDays(a: Trait, b: Trait): boolean {
  if (a.date === undefined || b.date === undefined) return false;
  return !a.date.startsWith(b.date) && !b.date.startsWith(a.date);
}

/** Returns the points for being near in time. */
function nearness(days: number): number {
  return days <= 31 ? 2 : days <= 92 ? 1 : days <= 366 ? 0.5 : 0;
}

/** All traits, and of each tag the reason that it is and its slug, which takes long to work out. */
type Traits = {
  readonly holders: Map<string, Holders>;
  readonly tags: Map<string, { readonly slug: string; readonly reason: Reason }>;
};
const sameUnit: Reason = { kind: "unit" };

function traitsOf(article: Article, { holders: byKey, tags }: Traits): Trait[] {
  const traits = new Map<string, Trait>();
  const add = (key: string, reason: Reason, date?: PartialDay) => {
    let holders = byKey.get(key);
    if (holders === undefined) {
      holders = { all: [] };
      byKey.set(key, holders);
    }
    traits.set(key, { holders, count: 0, reason, date });
  };
  for (const { number, date } of article.documents) {
    // Anyone may have issued "Chỉ thị 05"; a number with the body that issued it says which one is
    // meant.
    if (number?.includes("/"))
      add(`document|${numberKey(number)}`, { kind: "document", number }, date);
  }
  for (const name of article.tags) {
    let tag = tags.get(name);
    if (tag === undefined) {
      tag = { slug: slugOf(name), reason: { kind: "tag", name } };
      tags.set(name, tag);
    }
    add(`tag|${tag.slug}`, tag.reason);
  }
  for (const { form, by } of article.awards) add(`award|${form}|${by}`, { kind: "award", form });
  add(`unit|${article.unit}`, sameUnit);
  return [...traits.values()];
}

/**
 * Returns the number of binary digits: 1 for 1, 2 for 2 and 3, 3 for 4 to 7. A count twice as high
 * has one more.
 */
function bits(count: number): number {
  return Math.max(1, 32 - Math.clz32(count));
}
