import type { Article } from "../article.ts";
import { agree, type Figure, formatMeasured, isPercentage, isTarget } from "../figure.ts";
import { append } from "../lists.ts";
import {
  comparePeriods,
  isNext,
  monthsIn,
  type Period,
  periodName,
  rhythmOf,
  yearOfPeriod,
} from "../period.ts";
import { type Finding, finding } from "../problems/finding.ts";
import { exactly, type Quantity } from "../quantity.ts";
import type { Series, SeriesIndex } from "../series.ts";
import { compareText, fold, slugOf } from "../text/vietnamese.ts";

/** The register of figures: what all articles tell of one thing, through time. */
export type FigureRegister = {
  /** Those of figures.yaml in its order, then those of equal names as they were first told. */
  readonly series: readonly FigureSeries[];
  /** Finds the series of a figure; undefined where no address can be made from its name. */
  readonly seriesOf: (figure: Figure) => FigureSeries | undefined;
  /** What the series with a page hold of each unit, by unit id, in the order of the series. */
  readonly byUnit: ReadonlyMap<string, readonly UnitStrand[]>;
};

/** What a page of an article tells of a series: known without the points of the series. */
export type SeriesFacts = Pick<FigureSeries, "id" | "name" | "hasPage">;

export type UnitStrand = { readonly series: FigureSeries; readonly strand: Strand };

export type FigureSeries = {
  /** Its id in figures.yaml, otherwise made from the slug of its name: part of its address. */
  readonly id: string;
  /** The name in figures.yaml, otherwise as the first article has it. */
  readonly name: string;
  /** What figures.yaml says of it. */
  readonly registered?: Series;
  /** In the order in which they were first told. */
  readonly strands: readonly Strand[];
  /** Every point in the order in which they were first told; later articles only add to the end. */
  readonly points: readonly Point[];
  /**
   * Whether it has a page. A series without an entry in figures.yaml needs two points; more
   * articles never take the page away.
   */
  readonly hasPage: boolean;
  /** Slugs of names under which it would have a page of its own if it were not registered. */
  readonly formerIds: readonly string[];
};

/** What can be compared from one period to the next: one unit, one measure, one way of counting. */
export type Strand = {
  readonly unit: string;
  /** Unit of measure. */
  readonly measure?: string;
  /** What the figure is a part of, where the series is not registered and so does not say. */
  readonly of?: string;
  readonly cumulative?: boolean;
  /** In order of their periods. */
  readonly points: readonly Point[];
};

/** What is told of a strand in one period. */
export type Point = {
  readonly strand: Strand;
  readonly period: Period;
  readonly result?: Told;
  readonly target?: Told;
  /** The article that first told of it. */
  readonly first: Article;
};

/** A figure with the articles that tell it. */
export type Told = {
  /** The most exact one of the newest articles. */
  readonly value: Quantity;
  readonly figure: Figure;
  /** Oldest first. */
  readonly articles: readonly Article[];
  /** What other articles say instead, oldest first. */
  readonly others: readonly { readonly value: Quantity; readonly article: Article }[];
};

type Draft<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type TellDraft = { figure: Figure; article: Article; index: number }[];
type PointDraft = {
  strand: StrandDraft;
  period: Period;
  first: Article;
  result: TellDraft;
  target: TellDraft;
};
type StrandDraft = Omit<Draft<Strand>, "points"> & {
  byPeriod: Map<string, PointDraft>;
};
type SeriesDraft = {
  id: string;
  name: string;
  registered?: Series;
  strands: Map<string, StrandDraft>;
  points: PointDraft[];
  /** The points that a series of each slug would have without an entry in figures.yaml. */
  slugs: Map<string, Set<string>>;
};

/**
 * Puts the figures of all articles, given oldest first, into their series. A figure without a
 * period is nobody's point: which year it means would be a guess.
 */
export function buildFigures(
  articles: readonly Article[],
  index: SeriesIndex,
): { register: FigureRegister; findings: Finding[] } {
  const drafts = new Map<string, SeriesDraft>();
  for (const registered of index.all) {
    const { id, name } = registered;
    if (!drafts.has(id)) drafts.set(id, newSeries(id, name, registered));
  }
  const placeOf = placesOf(index);
  for (const article of articles) {
    for (const [at, figure] of article.figures.entries()) {
      const { slug, id } = placeOf(figure.name);
      if (id === "") continue;
      let series = drafts.get(id);
      if (series === undefined) {
        series = newSeries(id, figure.name);
        drafts.set(id, series);
      }
      addFigure(series, slug, figure, article, at);
    }
  }
  const findings: Finding[] = [];
  const byId = new Map<string, FigureSeries>();
  for (const [id, draft] of drafts) byId.set(id, finished(draft, findings));
  const byUnit = new Map<string, UnitStrand[]>();
  for (const series of byId.values()) {
    if (!series.hasPage) continue;
    for (const strand of series.strands) {
      append(byUnit, strand.unit, { series, strand });
    }
  }
  return {
    register: {
      series: [...byId.values()],
      byUnit,
      seriesOf: ({ name }) => byId.get(placeOf(name).id),
    },
    findings,
  };
}

/** Returns what articles tell of each series, as plain data. */
export function factsOfSeries({ series }: FigureRegister): SeriesFacts[] {
  return series.map(({ id, name, hasPage }) => ({ id, name, hasPage }));
}

/** Finds facts of the series of a figure as the register finds its series. */
export function seriesFinder(
  facts: readonly SeriesFacts[],
  index: SeriesIndex,
): (figure: Figure) => SeriesFacts | undefined {
  const byId = new Map(facts.map((one) => [one.id, one]));
  const placeOf = placesOf(index);
  return ({ name }) => byId.get(placeOf(name).id);
}

/**
 * Memoizes the id of the series of a name, and the slug that is its id while it is not registered:
 * names recur in thousands of articles. Where that slug is the id of another registered series, two
 * hyphens, which neither ids nor slugs have, tell their addresses apart.
 */
function placesOf(index: SeriesIndex): (name: string) => { slug: string; id: string } {
  const known = new Map<string, { slug: string; id: string }>();
  const ids = new Set(index.all.map(({ id }) => id));
  return (name) => {
    let place = known.get(name);
    if (place === undefined) {
      const own = index.find(name)?.id;
      const plain = slugOf(name);
      const slug = own !== plain && ids.has(plain) ? `${plain}--khac` : plain;
      place = { slug, id: own ?? slug };
      known.set(name, place);
    }
    return place;
  };
}

function newSeries(id: string, name: string, registered?: Series): SeriesDraft {
  return {
    id,
    name,
    ...(registered ? { registered } : {}),
    strands: new Map(),
    points: [],
    slugs: new Map(),
  };
}

function addFigure(
  series: SeriesDraft,
  slug: string,
  figure: Figure,
  article: Article,
  index: number,
): void {
  const { period } = figure;
  if (period === undefined) return;
  const unit = figure.about || article.unit;
  const measure = figure.unit ?? series.registered?.unit;
  // A registered series says itself what it is counted of.
  const of = series.registered ? undefined : figure.of?.text;
  const key = [unit, fold(measure ?? ""), fold(of ?? ""), figure.cumulative ?? ""].join("|");
  let strand = series.strands.get(key);
  if (strand === undefined) {
    strand = {
      unit,
      ...(measure === undefined ? {} : { measure }),
      ...(of === undefined ? {} : { of }),
      ...(figure.cumulative === undefined ? {} : { cumulative: figure.cumulative }),
      byPeriod: new Map(),
    };
    series.strands.set(key, strand);
  }
  const when = `${period.from} ${period.to}`;
  let point = strand.byPeriod.get(when);
  if (point === undefined) {
    point = { strand, period, first: article, result: [], target: [] };
    strand.byPeriod.set(when, point);
    series.points.push(point);
  }
  point[isTarget(figure) ? "target" : "result"].push({ figure, article, index });
  // Alone it would tell by measure and whole what the registered series knows to be one.
  const plain = [unit, fold(figure.unit ?? ""), fold(figure.of?.text ?? "")];
  const alone = [...plain, figure.cumulative ?? "", when].join("|");
  const ofSlug = series.slugs.get(slug);
  if (ofSlug) ofSlug.add(alone);
  else series.slugs.set(slug, new Set([alone]));
}

function finished(draft: SeriesDraft, findings: Finding[]): FigureSeries {
  const { id, name, registered } = draft;
  const points = new Map<PointDraft, Point>();
  const strands = [...draft.strands.values()].map(({ byPeriod, ...about }) => {
    const strand: Draft<Strand> = { ...about, points: [] };
    const own = [...byPeriod.values()].toSorted((a, b) => comparePeriods(a.period, b.period));
    strand.points = own.map((one) => {
      const point = pointOf(one, strand, findings);
      points.set(one, point);
      return point;
    });
    return strand;
  });
  return {
    id,
    name,
    ...(registered ? { registered } : {}),
    strands,
    points: draft.points.map((one) => points.get(one)!),
    hasPage: draft.points.length >= (registered ? 1 : 2),
    formerIds: registered
      ? [...draft.slugs].filter(([slug, own]) => slug !== id && own.size > 1).map(([slug]) => slug)
      : [],
  };
}

function pointOf(draft: PointDraft, strand: Strand, findings: Finding[]): Point {
  const { period, first } = draft;
  const told = (tellings: TellDraft) => {
    if (tellings.length === 0) return undefined;
    findings.push(...contradictions(tellings, period, strand));
    return toldOf(tellings, strand);
  };
  const [result, target] = [told(draft.result), told(draft.target)];
  return { strand, period, first, ...(result ? { result } : {}), ...(target ? { target } : {}) };
}

/** The newest article counts; of those that agree with it, the one that says it most exactly. */
function toldOf(tellings: TellDraft, { measure }: Strand): Told {
  const newest = tellings.at(-1)!;
  const isInLine = ({ figure }: TellDraft[number]) =>
    agree(figure.value, newest.figure.value, measure);
  const inLine = tellings.filter(isInLine);
  const best = inLine.reduce((one, other) =>
    exactness(other.figure.value) >= exactness(one.figure.value) ? other : one,
  );
  return {
    value: best.figure.value,
    figure: best.figure,
    articles: [...new Set(inLine.map(({ article }) => article))],
    others: tellings
      .filter((one) => !isInLine(one))
      .map(({ figure, article }) => ({ value: figure.value, article })),
  };
}

/** Returns how exactly a quantity is stated: the more decimals the better, rough is worst. */
function exactness(value: Quantity): number {
  const exact = exactly(value);
  return exact === undefined ? -1 : (String(exact).split(".")[1]?.length ?? 0);
}

/** Finds each telling that contradicts the newest one before it that it does not agree with. */
function contradictions(tellings: TellDraft, period: Period, { measure }: Strand): Finding[] {
  // The last place of each value: a year's figure may be told by thousands of articles.
  const lastOf = new Map<string, number>();
  return tellings.flatMap(({ figure, article, index }, at) => {
    const differs = (place: number) =>
      place >= 0 && !agree(tellings[place]!.figure.value, figure.value, measure);
    let last = at - 1;
    if (!differs(last)) {
      last = -1;
      for (const place of lastOf.values()) if (place > last && differs(place)) last = place;
    }
    lastOf.set(JSON.stringify(figure.value), at);
    const other = tellings[last];
    if (other === undefined) return [];
    return [
      finding(
        "figure-differs",
        article.path,
        ["figures", index, "value"],
        {
          name: figure.name,
          period: periodName(period),
          value: formatMeasured(figure.value, measure),
          otherValue: formatMeasured(other.figure.value, measure),
        },
        { path: other.article.path, at: ["figures", other.index, "value"] },
      ),
    ];
  });
}

/** The results of whole years, added up. */
export type YearSum = {
  readonly value: number;
  /** Unit of measure of all that is added up. */
  readonly measure?: string;
  readonly years: readonly number[];
  /**
   * Years that are left out: their numbers are not exact, articles contradict each other, or one of
   * several units that were there side by side states none.
   */
  readonly leftOut: readonly number[];
};

/** What strands that are added up have in common: measure, and whether higher grades count. */
type Aspect = Pick<Strand, "measure" | "cumulative">;

/** Returns a key that is the same for strands that can be added up. */
export function aspectKey({ measure = "", cumulative }: Aspect): string {
  return `${fold(measure)}|${cumulative}`;
}

/**
 * Adds up the results of whole years that units state one after the other, as of a unit and those
 * that it carries on. Returns undefined where a sum would be wrong or say too little: of a series
 * that figures.yaml does not call one to add up, of percentages, of fewer than two years, and of a
 * year that units of two steps state, because the later one may have counted the earlier in.
 *
 * @param like what is added up: only strands with its measure and its grade, because others cannot
 *   be compared with them
 * @param steps the ids of the units: those of one step were there side by side
 */
export function sumOfYears(
  series: FigureSeries,
  like: Aspect,
  steps: readonly (readonly string[])[],
  { byUnit }: Pick<FigureRegister, "byUnit">,
): YearSum | undefined {
  if (series.registered?.sum !== true || isPercentage({ unit: like.measure })) return undefined;
  const stepOf = new Map(steps.flatMap((ids, at) => ids.map((id) => [id, at] as const)));
  const own = [...stepOf.keys()]
    .flatMap((id) => byUnit.get(id) ?? [])
    .filter((one) => one.series === series && aspectKey(one.strand) === aspectKey(like))
    .map(({ strand }) => strand);
  const stated = own.flatMap(({ unit, points }) =>
    points.flatMap(({ period, result }) => {
      const year = monthsIn(period) === 12 ? yearOfPeriod(period) : undefined;
      return result && year !== undefined ? { step: stepOf.get(unit)!, unit, year, result } : [];
    }),
  );
  const byYear = [...Map.groupBy(stated, ({ year }) => year)].sort(([a], [b]) => a - b);
  if (byYear.some(([, own]) => own.some(({ step }) => step !== own[0]!.step))) return undefined;
  const isSure = ({ result: { value, others } }: (typeof stated)[number]) =>
    exactly(value) !== undefined && others.length === 0;
  const countUnits = (list: typeof stated) => new Set(list.map(({ unit }) => unit)).size;
  const ofStep = Map.groupBy(stated, ({ step }) => step);
  const isWhole = (list: typeof stated) =>
    countUnits(list) === countUnits(ofStep.get(list[0]!.step)!);
  const [sure, open] = [true, false].map((wanted) =>
    byYear.filter(([, own]) => (own.every(isSure) && isWhole(own)) === wanted),
  ) as [typeof byYear, typeof byYear];
  if (sure.length < 2) return undefined;
  const values = sure.flatMap(([, own]) => own.map(({ result }) => exactly(result.value)!));
  const sum = values.reduce((total, value) => total + value, 0);
  const yearsOf = (list: typeof byYear) => list.map(([year]) => year);
  // Without what binary fractions leave over.
  const value = Number(sum.toFixed(6));
  const { measure } = like;
  return {
    value,
    ...(measure === undefined ? {} : { measure }),
    years: yearsOf(sure),
    leftOut: yearsOf(open),
  };
}

/** Returns the newest point of a strand that has a result. */
export function latestResult({ points }: Strand): (Point & { readonly result: Told }) | undefined {
  return points.findLast(hasResult);
}

/**
 * Returns the result before a point that it can be compared with: of the newest earlier period of
 * its rhythm.
 */
export function resultBefore(point: Point): (Point & { readonly result: Told }) | undefined {
  const { points } = point.strand;
  const rhythm = rhythmOf(point.period);
  return points
    .slice(0, points.indexOf(point))
    .findLast(
      (one): one is Point & { readonly result: Told } =>
        hasResult(one) && rhythmOf(one.period) === rhythm,
    );
}

function hasResult(point: Point): point is Point & { readonly result: Told } {
  return point.result !== undefined;
}

/** Cuts points of one rhythm where a period between them is missing. */
export function unbroken<Item extends { readonly period: Period }>(
  points: readonly Item[],
): Item[][] {
  const runs: Item[][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && isNext(last.at(-1)!.period, point.period)) last.push(point);
    else runs.push([point]);
  }
  return runs;
}

/**
 * Orders strands for readers: first those in which something can be compared, the newest of them
 * first, then those with most points.
 */
export function newestFirst(
  strands: readonly Strand[],
  nameOf: (unit: string) => string,
): Strand[] {
  const ends = new Map(strands.map((strand) => [strand, strand.points.at(-1)?.period]));
  return strands.toSorted((a, b) => {
    const [endA, endB] = [ends.get(a), ends.get(b)];
    const byTime = endA && endB ? comparePeriods(endB, endA) : 0;
    return (
      Number(b.points.length > 1) - Number(a.points.length > 1) ||
      byTime ||
      b.points.length - a.points.length ||
      compareText(nameOf(a.unit), nameOf(b.unit))
    );
  });
}
