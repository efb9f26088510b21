import type { Article } from "../article.ts";
import type { BodyPart } from "../body/body.ts";
import { type BulletinFile, lastDayOf } from "../bulletin.ts";
import { addDays, type Day, monthOf } from "../day.ts";
import { maxUnitLevels } from "../limits.ts";
import { runs } from "../text/runs.ts";
import { compareCodes } from "../text/vietnamese.ts";
import { type UnitIndex, unitsAbove } from "../unit-index.ts";
import { lazily, lazyFields, once } from "../work/once.ts";

/** The bulletin of one month: what a Party cell reads at its meeting. */
export type Bulletin = {
  /** `2024-05` */
  readonly month: string;
  readonly title?: string;
  readonly foreword: readonly BodyPart[];
  /** All articles that it brings or names, oldest first. */
  readonly articles: readonly Article[];
  /** The articles that it brings in full, in reading order. */
  readonly inFull: readonly Article[];
  /** The others, in the same order; it only names them. */
  readonly others: readonly Article[];
  /**
   * The last day on which something in it changed: the first day after the month, or that of a
   * later correction.
   */
  readonly changed: Day;
};

/**
 * How many articles are in full, unless the editor orders more. A cell has an hour and a half for
 * its meeting, of which reading takes a third.
 */
const MOST_IN_FULL = 12;

type BulletinParts = {
  /** The articles of the site, oldest first. */
  readonly articles: readonly Article[];
  readonly units: UnitIndex;
  readonly files: readonly BulletinFile[];
  readonly today: Day;
  /** Whether a month that is not over has a bulletin too, as for an editor who prepares it. */
  readonly withOpenMonths: boolean;
};

/**
 * Makes the bulletins of all months that are over, oldest first. Each follows from the articles of
 * its month and its own file alone, so a later article changes none of them.
 */
export function bulletinsOf({
  articles,
  units,
  files,
  today,
  withOpenMonths,
}: BulletinParts): Bulletin[] {
  const fileOf = new Map(files.map((file) => [file.month, file]));
  const places = new Map(units.units.map(({ id }, at) => [id, at]));
  return runs(articles, ({ date }) => monthOf(date)).flatMap(([month, ofMonth]) => {
    if (!withOpenMonths && month >= monthOf(today)) return [];
    const { title, foreword = [], order = [], leaveOut = [] } = fileOf.get(month) ?? {};
    const chosen = ofMonth.filter(({ path }) => !leaveOut.includes(path));
    if (chosen.length === 0) return [];
    const parted = lazily(() => {
      const rank = rankIn(units, places, month);
      const byPath = new Map(chosen.map((article) => [article.path, article]));
      const first = order.flatMap((path) => byPath.get(path) ?? []);
      for (const { path } of first) byPath.delete(path);
      const rest = [...byPath.values()].sort(
        (a, b) => rank(a) - rank(b) || decided(b) - decided(a) || compareCodes(a.date, b.date),
      );
      const full = new Set([...first, ...inTurns(rest, MOST_IN_FULL - first.length)]);
      return {
        inFull: [...first, ...rest].filter((article) => full.has(article)),
        others: rest.filter((article) => !full.has(article)),
      };
    });
    return lazyFields<Bulletin>({
      month: () => month,
      ...(title === undefined ? {} : { title: () => title }),
      foreword: () => foreword,
      articles: () => chosen,
      inFull: () => parted().inFull,
      others: () => parted().others,
      changed: () => lastChange(chosen, addDays(lastDayOf(month), 1)),
    });
  });
}

/**
 * Makes the rank of an article by its unit, in the tree as it was when the month ended: units
 * further up come first, as they decide for those below, and units of one level in the order of
 * units.yaml.
 */
function rankIn(
  { byId }: UnitIndex,
  places: ReadonlyMap<string, number>,
  month: string,
): (article: Article) => number {
  const rankOf = once((id: string) => {
    const level = byId.has(id) ? unitsAbove(id, byId, lastDayOf(month)).length : maxUnitLevels;
    return level * places.size + (places.get(id) ?? 0);
  });
  return ({ unit }) => rankOf(unit);
}

/** Returns 1 for an article that tells of a decision: it cites a document or tells of awards. */
function decided({ documents, awards }: Article): number {
  return documents.length + awards.length > 0 ? 1 : 0;
}

/**
 * Chooses articles in turns: the first of each unit, then the second of each. Otherwise a unit that
 * writes much would leave no room for the others.
 */
function inTurns(articles: readonly Article[], most: number): Article[] {
  if (articles.length <= most) return [...articles];
  const turns = [...Map.groupBy(articles, ({ unit }) => unit).values()];
  const chosen: Article[] = [];
  for (let turn = 0; chosen.length < most; turn += 1) {
    const some = turns.flatMap((ofUnit) => ofUnit[turn] ?? []);
    if (some.length === 0) break;
    chosen.push(...some.slice(0, most - chosen.length));
  }
  return chosen;
}

function lastChange(articles: readonly Article[], from: Day): Day {
  let last = from;
  for (const { corrections } of articles)
    for (const { date } of corrections) if (date > last) last = date;
  return last;
}
