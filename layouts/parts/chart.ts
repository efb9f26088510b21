import { monthCount, type Period, periodName, yearOfPeriod } from "../../src/period.ts";
import type { Quantity } from "../../src/quantity.ts";
import { unbroken } from "../../src/registers/figures.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { type Html, html } from "./html.ts";

/*
 * A chart of figures through time, drawn as SVG while the site is built. It says nothing by colour
 * alone: units differ by the shape of their marks and by their dashes. It has no style and no
 * script, which the content policy would not let through.
 */

export type Chart = {
  /** Read out in place of the drawing. */
  readonly title: string;
  /** Under the drawing. */
  readonly caption: string;
  readonly lines: readonly ChartLine[];
};

export type ChartLine = { readonly name: string; readonly points: readonly ChartPoint[] };

/** All points of a chart are of one rhythm: years, quarters … */
export type ChartPoint = {
  readonly period: Period;
  readonly result?: Quantity;
  readonly target?: Quantity;
  /** What other articles say instead of the result. */
  readonly others: readonly Quantity[];
};

/** At most this many lines are in one chart; there is one shape for each. */
export const mostLines = 4;

/* In units of the drawing, which are about pixels on a phone. */
const width = 400;
/** Of what is above the names of the periods. */
const height = 194;
const left = 46;
const right = 26;
const top = 22;
/** Marks nearer than this to each other have no values beside them. */
const roomForValue = 34;

type Scale = (value: number) => number;

/** Makes the function from one stretch to another; both ends come out exactly. */
export function scaleOf(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Scale {
  if (from === to) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/**
 * Returns round numbers that a stretch lies between, three to seven of them. Zero is among them
 * unless all values would then be in the topmost fifth.
 */
export function ticksOf(least: number, most: number): number[] {
  const low = least >= 0 && least < most * 0.8 ? 0 : least;
  const high = low === most ? low + (Math.abs(low) || 1) : most;
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough)!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

/** Draws a chart with its legend. */
export function chart({ title, caption, lines }: Chart): Html {
  const points = lines.flatMap((line) => line.points);
  const values = points.flatMap(({ result, target, others }) =>
    [result, target, ...others].flatMap((one) => (one ? [one.value, one.to ?? one.value] : [])),
  );
  const ticks = ticksOf(Math.min(...values), Math.max(...values));
  const y = scaleOf([ticks[0]!, ticks.at(-1)!], [height, top]);
  const times = [...new Set(points.map(({ period }) => middleOf(period)))].sort((a, b) => a - b);
  const x = scaleOf(
    [times[0]!, times.at(-1)!],
    times.length === 1 ? [left, width - right] : [left + 18, width - right - 14],
  );
  const labels = timeLabels(points, x);
  const below = labels.some(({ year }) => year !== "") ? 40 : 24;
  return html`<figure class="trend">
    <svg viewBox="0 0 ${width} ${height + below}" role="img" aria-label="${title}">
    ${ticks.map((tick) => {
      const at = round(y(tick));
      return html`<path class="grid" d="M${left} ${at}H${width - right}"/><text x="${left - 6}" y="${at + 4}" text-anchor="end">${formatNumber(tick)}</text>`;
    })}
    ${labels.map(
      ({ at, main, year }) =>
        html`<text x="${at}" y="${height + 17}" text-anchor="middle">${main}</text>${year !== "" && html`<text x="${at}" y="${height + 33}" text-anchor="middle">${year}</text>`}`,
    )}
    ${lines.map((line, at) => html`<g class="line-${at + 1}">${drawnLine(line, at, x, y, lines.length === 1)}</g>`)}
    </svg>
    <figcaption>${legend(lines)}<p>${caption}${ticks[0]! > 0 && " Trục đứng không bắt đầu từ 0."}</p></figcaption>
  </figure>`;
}

function middleOf({ from, to }: Period): number {
  return (monthCount(from) + monthCount(to) + 1) / 2;
}

/** Names the periods below the axis, as many as there is room for, the newest always. */
function timeLabels(points: readonly ChartPoint[], x: Scale): TimeLabel[] {
  const unique = new Map(points.map(({ period }) => [middleOf(period), period]));
  const inOrder = [...unique].sort(([a], [b]) => a - b).map(([, period]) => period);
  const shown: TimeLabel[] = [];
  for (const period of inOrder.toReversed()) {
    const at = round(x(middleOf(period)));
    const { main, year } = timeName(period);
    const nearest = shown.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    if (nearest - at >= main.length * 7 + 8) shown.push({ at, main, year });
  }
  // A year is named once, below its first quarter or month.
  return shown
    .toReversed()
    .map((label, at, all) => (label.year === all[at - 1]?.year ? { ...label, year: "" } : label));
}

type TimeLabel = { readonly at: number; readonly main: string; readonly year: string };

/** Returns the name of a period in two lines; the title of the chart says what is left out. */
function timeName(period: Period): { main: string; year: string } {
  const year = yearOfPeriod(period);
  const [, part, rest] = /^(?:quý|tháng) (.+)\/(\d+)$/u.exec(periodName(period)) ?? [];
  if (part !== undefined && rest !== undefined) return { main: part, year: rest };
  return { main: year === undefined ? periodName(period) : String(year), year: "" };
}

type Spot = ChartPoint & { readonly x: number; readonly y: number; readonly result: Quantity };

function drawnLine(line: ChartLine, at: number, x: Scale, y: Scale, isAlone: boolean): Html {
  const spots = line.points.flatMap((point): Spot[] => {
    const { result } = point;
    if (result === undefined) return [];
    return [
      { ...point, result, x: round(x(middleOf(point.period))), y: round(y(centerOf(result))) },
    ];
  });
  return html`${unbroken(spots).map(
    (run) =>
      run.length > 1 &&
      html`<path class="trace" d="M${run.map((spot) => `${spot.x} ${spot.y}`).join("L")}"${dashOf(at)}/>`,
  )}${line.points.map(
    (point) => point.target && target(point.target, round(x(middleOf(point.period))), y, spots),
  )}${spots.map(
    (spot) =>
      html`${spread(spot.result, spot.x, y)}${mark(at, spot.x, spot.y, isRough(spot.result))}${spot.others.map((other) => cross(spot.x, round(y(centerOf(other)))))}`,
  )}${valuesBeside(spots, isAlone, y)}`;
}

/**
 * Writes values above marks, or below where another sign is in the way: all of a single line where
 * there is room, otherwise the newest.
 */
function valuesBeside(spots: readonly Spot[], isAlone: boolean, scale: Scale): Html {
  const hasRoom = spots.every((spot, at) => at === 0 || spot.x - spots[at - 1]!.x >= roomForValue);
  const shown = isAlone && hasRoom ? spots : spots.slice(-1);
  return html`${shown.map(({ x, y, result, target, others }) => {
    const signs = [...(target ? [target] : []), ...others].map((one) => scale(centerOf(one)));
    const isCrowded = signs.some((sign) => sign < y && y - sign < 26);
    const isBelow = isCrowded || result.to !== undefined || isAtLeast(result);
    const above = isBelow ? y + 18 : y - 9;
    return html`<text class="value" x="${x}" y="${round(above)}" text-anchor="middle">${formatNumber(result.value)}${result.to !== undefined && `–${formatNumber(result.to)}`}</text>`;
  })}`;
}

/** A target is a bar across, joined to its result by a row of dots. */
function target(value: Quantity, x: number, y: Scale, spots: readonly Spot[]): Html {
  const at = round(y(centerOf(value)));
  const spot = spots.find((one) => one.x === x);
  return html`${spot && html`<path class="dots" d="M${x} ${at}V${spot.y}"/>`}${spread(value, x, y)}<path class="target" d="M${x - 10} ${at}h20"/>`;
}

/** Returns where a quantity is drawn: a range at its middle. */
function centerOf({ value, to = value }: Quantity): number {
  return (value + to) / 2;
}

function isRough({ to, bound }: Quantity): boolean {
  return to !== undefined || bound !== undefined;
}

function isAtLeast({ bound }: Quantity): boolean {
  return bound === "trên" || bound === "hơn" || bound === "ít nhất";
}

function hasArrow({ bound }: Quantity): boolean {
  return bound !== undefined && bound !== "khoảng";
}

/** A range is a bar from end to end; "more than" and "less than" are an arrow. */
function spread(value: Quantity, x: number, y: Scale): Html | false {
  if (value.to !== undefined) {
    const [low, high] = [round(y(value.value)), round(y(value.to))];
    return html`<path class="spread" d="M${x} ${low}V${high}M${x - 5} ${low}h10M${x - 5} ${high}h10"/>`;
  }
  if (!hasArrow(value)) return false;
  const start = round(y(value.value));
  const sign = isAtLeast(value) ? -1 : 1;
  const end = start + sign * 15;
  return html`<path class="spread" d="M${x} ${start}V${end}m-3 ${-4 * sign}l3 ${4 * sign}l3 ${-4 * sign}"/>`;
}

/** One shape for each line; a rough value has an open one. */
function mark(at: number, x: number, y: number, open: boolean): Html {
  const name = open ? "open" : "full";
  switch (at % mostLines) {
    case 0:
      return html`<circle class="${name}" cx="${x}" cy="${y}" r="4.5"/>`;
    case 1:
      return html`<path class="${name}" d="M${x - 4} ${y - 4}h8v8h-8z"/>`;
    case 2:
      return html`<path class="${name}" d="M${x} ${y - 5.5}l5 9h-10z"/>`;
    default:
      return html`<path class="${name}" d="M${x} ${y - 6}l5.5 6l-5.5 6l-5.5 -6z"/>`;
  }
}

function cross(x: number, y: number): Html {
  return html`<path class="spread" d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8"/>`;
}

const dashes = ["", "7 4", "2 4", "9 3 2 3"] as const;

function dashOf(at: number): Html | false {
  const dash = dashes[at % mostLines];
  return dash !== "" && html` stroke-dasharray="${dash}"`;
}

/** The words for every sign that is in the drawing. */
function legend(lines: readonly ChartLine[]): Html {
  const points = lines.flatMap((line) => line.points);
  const results = points.flatMap(({ result }) => result ?? []);
  const signs: (readonly [Html, string])[] = lines.map(({ name }, at) => [
    html`<g class="line-${at + 1}"><path class="trace" d="M2 8H34"${dashOf(at)}/>${mark(at, 18, 8, false)}</g>`,
    name,
  ]);
  if (points.some(({ target }) => target))
    signs.push([html`<path class="target" d="M8 8h20"/>`, "chỉ tiêu"]);
  if (results.some(({ bound }) => bound !== undefined))
    signs.push([
      mark(0, 18, 8, true),
      results.some(hasArrow) ? "số ước chừng; mũi tên: nhiều hơn, ít hơn" : "số ước chừng",
    ]);
  if (results.some(({ to }) => to !== undefined))
    signs.push([html`<path class="spread" d="M18 2V14M13 2h10M13 14h10"/>`, "từ – đến"]);
  if (points.some(({ others }) => others.length > 0))
    signs.push([cross(18, 8), "con số khác, theo bài khác"]);
  return html`<ul>${signs.map(([sign, name]) => html`<li><svg viewBox="0 0 36 16" aria-hidden="true" focusable="false">${sign}</svg><span>${name}</span></li>`)}</ul>`;
}

/** Two decimals of a pixel are more than any eye sees. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
