import type { Article } from "./article.ts";
import { type Day, daysBetween } from "./day.ts";
import { numberKey } from "./document-number.ts";
import { slugOf } from "./vietnamese.ts";

/** An earlier article that a reader of this one may want, and the best reason for it. */
export type Related = { readonly article: Article; readonly reason: Reason };

/** What two articles have in common. */
export type Reason =
  | { readonly kind: "document"; readonly number: string }
  | { readonly kind: "tag"; readonly name: string }
  | { readonly kind: "award"; readonly form: string }
  | { readonly kind: "unit" };

/** How many related articles are shown. */
const RELATED_SIZE = 3;
/** How many of the newest articles with something in common are looked at, so that the work for one article is bounded. */
const LOOKED_AT = 8;

/**
 * How much it says to have something in common. Of tags and awards that comes to less, the more
 * articles have them already.
 */
const weights = { document: 32, tag: 16, award: 8, unit: 3 } as const;

/** What may be common to an article and others, by a key that is the same in both. */
type Trait = { readonly reason: Reason; readonly date?: Day | undefined };
type Traits = ReadonlyMap<string, Trait>;
type Known = { readonly article: Article; readonly traits: Traits };
type Holders = { newest: readonly Known[]; count: number };

/**
 * For each article, which run from the oldest to the newest, the earlier ones that are most like it.
 * Later ones never count, so a new article changes no old page. The one right before is left out:
 * it has a link of its own.
 */
export function relatedOf(articles: readonly Article[]): (readonly Related[])[] {
  const holders = new Map<string, Holders>();
  return articles.map((article, at) => {
    const known: Known = { article, traits: traitsOf(article) };
    const weightOf = (key: string, { reason }: Trait) => {
      const weight = weights[reason.kind];
      const count = holders.get(key)?.count ?? 0;
      return reason.kind === "document" || reason.kind === "unit" ? weight : weight / bits(count);
    };
    const own = new Map<string, number>();
    const candidates = new Set<Known>();
    for (const [key, trait] of known.traits) {
      own.set(key, weightOf(key, trait));
      for (const other of holders.get(key)?.newest ?? []) candidates.add(other);
    }
    const best = [...candidates]
      .flatMap((other) => {
        if (other.article === articles[at - 1]) return [];
        const scored = score(known, other, own);
        return scored ? [{ article: other.article, ...scored }] : [];
      })
      .sort((a, b) => b.points - a.points || byNewest(a.article, b.article))
      .slice(0, RELATED_SIZE);
    for (const key of known.traits.keys()) remember(holders, key, known);
    return best.map(({ article, reason }) => ({ article, reason }));
  });
}

/** How alike two articles are; undefined when they have nothing in common. */
function score(
  one: Known,
  other: Known,
  weights: ReadonlyMap<string, number>,
): { points: number; reason: Reason } | undefined {
  let points = 0;
  let best = 0;
  let reason: Reason | undefined;
  for (const [key, trait] of other.traits) {
    const weight = weights.get(key);
    const own = one.traits.get(key);
    if (weight === undefined || own === undefined || areOfDifferentDays(own, trait)) continue;
    points += weight;
    if (weight <= best) continue;
    best = weight;
    reason = own.reason;
  }
  return reason && { points: points + nearness(one.article.date, other.article.date), reason };
}

/** The same number comes again in each term. */
function areOfDifferentDays(a: Trait, b: Trait): boolean {
  return a.date !== undefined && b.date !== undefined && a.date !== b.date;
}

function nearness(day: Day, earlier: Day): number {
  const days = daysBetween(earlier, day);
  return days <= 31 ? 2 : days <= 92 ? 1 : days <= 366 ? 0.5 : 0;
}

function traitsOf({ documents, tags, unit, awards }: Article): Traits {
  const traits = new Map<string, Trait>();
  for (const { number, date } of documents) {
    // "Chỉ thị 05" may be anybody's; a number with the body that issued it says which one is meant.
    if (number?.includes("/"))
      traits.set(`document|${numberKey(number)}`, { reason: { kind: "document", number }, date });
  }
  for (const name of tags) traits.set(`tag|${slugOf(name)}`, { reason: { kind: "tag", name } });
  for (const { form, by } of awards)
    traits.set(`award|${form}|${by}`, { reason: { kind: "award", form } });
  traits.set(`unit|${unit}`, { reason: { kind: "unit" } });
  return traits;
}

function remember(holders: Map<string, Holders>, key: string, known: Known): void {
  const { newest = [], count = 0 } = holders.get(key) ?? {};
  holders.set(key, { newest: [...newest.slice(1 - LOOKED_AT), known], count: count + 1 });
}

function byNewest(a: Article, b: Article): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.path < b.path ? -1 : 1;
}

/** 1 for 1, 2 for 2 and 3, 3 for 4 to 7: a count twice as high is one more. */
function bits(count: number): number {
  return Math.max(1, 32 - Math.clz32(count));
}
