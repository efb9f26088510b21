import { formatMeasured } from "../../src/figure.ts";
import { periodName, rhythmOf } from "../../src/period.ts";
import { formatQuantity, type Quantity } from "../../src/quantity.ts";
import {
  type FigureSeries,
  latestResult,
  type Point,
  resultBefore,
  type Strand,
} from "../../src/registers/figures.ts";
import { changeText, targetText } from "./figure-words.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/** The newest of a strand in words. */
export type Newest = {
  /** `144 đảng viên`; left out where only targets are told. */
  readonly value?: string;
  readonly period?: string;
  /** Whether articles contradict each other. */
  readonly isDoubtful?: true;
  /** How it compares with the period before and with its target. */
  readonly notes: readonly string[];
  /** What several years add up to, in words that are long, as they say what was left out. */
  readonly sums?: readonly string[];
};

/** Returns the newest result of a strand, and what it can be compared with. */
export function newestOf(strand: Strand, { registered }: FigureSeries): Newest {
  const { measure, points } = strand;
  const latest = latestResult(strand);
  const next = nextTarget(points, latest);
  const ahead = next
    ? [`chỉ tiêu ${periodName(next.period)}: ${formatMeasured(next.target!.value, measure)}`]
    : [];
  if (latest === undefined) return { notes: ahead };
  const { result, target, period } = latest;
  const now = { value: result.value, measure, isSaid: true };
  const before = resultBefore(latest);
  const notes = [
    before ? changeText(now, before.result.value, before.period) : "",
    target ? standing(targetText(now, target.value, registered?.better), target.value) : "",
  ];
  return {
    value: formatMeasured(result.value, measure),
    period: periodName(period),
    ...(result.others.length > 0 ? { isDoubtful: true } : {}),
    notes: [...notes.filter((note) => note !== ""), ...ahead],
  };
}

/** Returns the target that comes next: of a year after a year, of a quarter after a quarter. */
function nextTarget(points: readonly Point[], latest: Point | undefined): Point | undefined {
  const ahead = points
    .slice(latest ? points.indexOf(latest) + 1 : 0)
    .filter(({ target }) => target !== undefined);
  return ahead.find(
    ({ period }) => latest === undefined || rhythmOf(period) === rhythmOf(latest.period),
  );
}

/**
 * Joins how far a result is from its target with the target: "thiếu 3 so với chỉ tiêu 100", "đạt
 * chỉ tiêu dưới 10".
 */
function standing(far: string, target: Quantity): string {
  const aim = formatQuantity(target);
  if (far === "") return `chỉ tiêu: ${aim}`;
  if (far === "bằng chỉ tiêu") return far;
  const [met] = /^(?:chưa )?đạt/u.exec(far) ?? [];
  return met ? far.replace(met, `${met} chỉ tiêu ${aim}`) : `${far} so với chỉ tiêu ${aim}`;
}

/** Returns what tells a strand from the others of its unit. */
export function aspectOf({ of, cumulative }: Strand): string {
  const grades =
    cumulative === undefined ? "" : cumulative ? "gồm cả các mức cao hơn" : "chỉ riêng mức này";
  return [of === undefined ? "" : `tính trên ${of}`, grades]
    .filter((part) => part !== "")
    .join("; ");
}

/** The newest of a strand under a name: of its unit, or of its series. */
export type NewestLine = {
  readonly name: Link | string;
  readonly aspect: string;
  readonly newest: Newest;
};

/** Lists the newest of some strands: value and period, and below them what they compare with. */
export function newestList(lines: readonly NewestLine[]): Html {
  return html`<dl class="facts newest-of">${lines.map(
    ({ name, aspect, newest: { value, period, isDoubtful, notes, sums = [] } }) =>
      html`<div><dt>${typeof name === "string" ? name : html`<a href="${name.url}">${name.name}</a>`}${aspect !== "" && html`<small>${aspect}</small>`}</dt>${value !== undefined && html`<dd><b>${value}</b> (${period})</dd>`}${
        (isDoubtful || notes.length + sums.length > 0) &&
        html`<dd>${isDoubtful && html`<small class="doubt">Các bài nêu khác nhau.</small>`}${notes.length > 0 && html`<small>${notes.join("; ")}</small>`}${sums.length > 0 && html`<details><summary>Cộng nhiều năm</summary><small>${sums.join("; ")}</small></details>`}</dd>`
      }</div>`,
  )}</dl>`;
}
