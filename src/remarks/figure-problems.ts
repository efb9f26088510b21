import { type Day, monthOf } from "../day.ts";
import {
  type Figure,
  formatMeasured,
  isPercentage,
  isTarget,
  roundingOf,
  tiny,
} from "../figure.ts";
import type { Head } from "../front-matter/head.ts";
import { monthCount, periodName, yearOfPeriod } from "../period.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { exactly } from "../quantity.ts";
import type { Reference } from "../reference.ts";
import { isSpelt } from "../series.ts";
import { fold, formatNumber } from "../text/vietnamese.ts";
import { unknownUnit } from "../unknown-unit.ts";
import type { YamlTree } from "../yaml/yaml.ts";

/**
 * Finds what is wrong or doubtful about the figures of an article, each by itself and beside the
 * others. What was counted wrongly by a source cannot be mended by a writer, so sums are warnings.
 *
 * @param figures those made from the front matter, in the same order
 */
export function figureProblems(
  head: YamlTree,
  { figures: written = [], date }: Partial<Head>,
  figures: readonly Figure[],
  reference: Reference,
): Problem[] {
  const each = figures.flatMap((figure, index) => {
    const place = (key: string) => head.placeOf(["figures", index, key]);
    const found: Problem[] = [];
    const { year, period, about } = written[index]!;
    const keyOfPeriod = period === undefined ? "year" : "period";
    if (year !== undefined && period !== undefined)
      found.push(problem("figure-year-and-period", place("period"), { value: String(year) }));
    if (about !== undefined && figure.about === "") {
      const at = { key: "about", place: place("about"), day: date };
      found.push(unknownUnit(about, at, reference.units));
    }
    const ahead = date === undefined ? undefined : periodAhead(figure, date);
    if (ahead !== undefined)
      found.push(problem("figure-period-ahead", place(keyOfPeriod), { value: ahead }));
    // A year alone often says only when something was so, such as how many members there were.
    const isResult = period !== undefined || written[index]!.kind === "kết quả";
    const open = isResult && date !== undefined ? periodOpen(figure, date) : undefined;
    if (open !== undefined && ahead === undefined)
      found.push(problem("figure-period-open", place(keyOfPeriod), { value: open }));
    found.push(
      ...wholeProblems(figure).map(({ key, code, args }) => problem(code, place(key), args)),
      ...seriesProblems(figure, reference).map(({ key, code, args }) =>
        problem(code, place(key), args),
      ),
    );
    return found;
  });
  return [
    ...each,
    ...sumsOfParts(figures).map(({ index, ...args }) =>
      problem("figure-parts-differ", head.placeOf(["figures", index, "part_of"]), args),
    ),
  ];
}

type Told = {
  readonly key: string;
  readonly code:
    | "figure-share-differs"
    | "figure-above-whole"
    | "figure-above-hundred"
    | "figure-part-alone"
    | "figure-part-no-whole"
    | "figure-name-spelling"
    | "figure-name-near"
    | "figure-unit-differs";
  readonly args: Readonly<Record<string, string>>;
};

/** Returns the period of a result that had not begun when the article was written. */
function periodAhead(figure: Figure, date: Day): string | undefined {
  const { period } = figure;
  if (period === undefined || isTarget(figure)) return undefined;
  return period.from > date.slice(0, 7) ? periodName(period) : undefined;
}

/**
 * Returns the period of a result that was far from over when the article was written. Meetings sum
 * up a year a month before its end, and a congress its term in the last year.
 */
function periodOpen(figure: Figure, date: Day): string | undefined {
  const { period } = figure;
  if (period === undefined || isTarget(figure)) return undefined;
  const isLong = yearOfPeriod(period) === undefined;
  const isOver = isLong
    ? period.to.slice(0, 4) <= date.slice(0, 4)
    : monthCount(period.to) - monthCount(monthOf(date)) <= 1;
  return isOver ? undefined : periodName(period);
}

/** Compares a figure with the whole that it is a part of. */
function wholeProblems(figure: Figure): Told[] {
  const { of: { count } = {}, unit } = figure;
  const value = exactly(figure.value);
  const part = figure.part && exactly(figure.part);
  if (!isPercentage(figure)) {
    if (figure.part !== undefined)
      return [{ key: "part", code: "figure-part-alone", args: { value: unit ?? "—" } }];
    if (value === undefined || count === undefined || value <= count) return [];
    return [aboveWhole("value", value, count)];
  }
  if (figure.part !== undefined && count === undefined)
    return [{ key: "part", code: "figure-part-no-whole", args: {} }];
  if (part !== undefined && count !== undefined && part > count)
    return [aboveWhole("part", part, count)];
  if (value === undefined) return [];
  if (part !== undefined && count !== undefined) {
    const share = (part / count) * 100;
    if (Math.abs(share - value) <= roundingOf(value) + tiny) return [];
    const digits = String(value).split(".")[1]?.length ?? 0;
    const args = {
      value: `${formatNumber(value)}%`,
      part: formatNumber(part),
      whole: formatNumber(count),
      share: `${formatNumber(Number(share.toFixed(Math.max(1, digits))))}%`,
    };
    return [{ key: "value", code: "figure-share-differs", args }];
  }
  if (value <= 100 || mayGrow(figure)) return [];
  const args = { value: `${formatNumber(value)}%` };
  return [{ key: "value", code: "figure-above-hundred", args }];
}

function aboveWhole(key: string, value: number, count: number): Told {
  const args = { value: formatNumber(value), whole: formatNumber(count) };
  return { key, code: "figure-above-whole", args };
}

/** Plans are exceeded and incomes double; these are no parts of a whole. */
function mayGrow({ name, of }: Figure): boolean {
  const words = fold(`${name} ${of?.text ?? ""}`);
  return /(?<![a-z])(?:ke hoach|chi tieu|du toan|nghi quyet|cung ky|so voi|tang|vuot|toc do|dat)(?![a-z])/u.test(
    words,
  );
}

/** Compares a figure with the register of series. */
function seriesProblems({ name, unit }: Figure, { series }: Reference): Told[] {
  if (series.all.length === 0) return [];
  const own = series.find(name);
  if (own === undefined) {
    const near = series.near(name);
    if (near === undefined) return [];
    return [{ key: "name", code: "figure-name-near", args: { value: name, series: near.name } }];
  }
  const found: Told[] = [];
  if (!isSpelt(name, own))
    found.push({
      key: "name",
      code: "figure-name-spelling",
      args: { value: name, series: own.name },
    });
  if (unit !== undefined && own.unit !== undefined && fold(unit) !== fold(own.unit))
    found.push({
      key: "unit",
      code: "figure-unit-differs",
      args: { value: unit, series: own.name, unit: own.unit },
    });
  return found;
}

type PartSum = {
  readonly index: number;
  readonly group: string;
  readonly parts: string;
  readonly sum: string;
  readonly whole: string;
};

/**
 * Adds up the figures that together are a whole. Nothing is said of a group in which one of them
 * is rough, or holds the grades above it too.
 */
function sumsOfParts(figures: readonly Figure[]): PartSum[] {
  const members = figures.flatMap((figure, index) =>
    figure.partOf === undefined ? [] : [{ figure, index }],
  );
  const groups = Map.groupBy(members, ({ figure }) =>
    [fold(figure.partOf!), fold(figure.unit ?? ""), isTarget(figure)].join("|"),
  );
  return [...groups.values()].flatMap((group) => {
    const values = group.map(({ figure }) => exactly(figure.value));
    const isClear = group.every(
      ({ figure }, at) => values[at] !== undefined && figure.cumulative !== true,
    );
    if (!isClear) return [];
    const { figure, index } = group[0]!;
    const stated = values as number[];
    const sum = Number(stated.reduce((total, value) => total + value, 0).toFixed(9));
    const isShare = isPercentage(figure);
    const counts = group.flatMap(({ figure: { of } }) => of?.count ?? []);
    const whole = isShare ? 100 : counts[0];
    if (whole === undefined) return [];
    const rounding = isShare ? stated.reduce((total, value) => total + roundingOf(value), 0) : 0;
    if (Math.abs(sum - whole) <= rounding + tiny) return [];
    const { unit } = isShare ? figure : {};
    return {
      index,
      group: figure.partOf!,
      parts: stated.map(formatNumber).join(" + "),
      sum: formatMeasured({ value: sum }, unit),
      whole: formatMeasured({ value: whole }, unit),
    };
  });
}
