import type { Article } from "../src/article.ts";
import { type Day, shortDay } from "../src/day.ts";
import { formatMeasured } from "../src/figure.ts";
import { type Page, type PageGroup, page } from "../src/page.ts";
import { comparePeriods, monthsIn, periodName, rhythmOf } from "../src/period.ts";
import { formatQuantity } from "../src/quantity.ts";
import {
  type FigureSeries,
  newestFirst,
  type Point,
  resultBefore,
  type Strand,
} from "../src/registers/figures.ts";
import { type Site, shortUnitName, unitName } from "../src/site.ts";
import { fold, formatNumber } from "../src/text/vietnamese.ts";
import { dataUrl, figuresUrl, seriesUrl } from "../src/urls.ts";
import { lazily } from "../src/work/once.ts";
import { type Chart, chart, mostLines } from "./parts/chart.ts";
import type { Chrome } from "./parts/chrome.ts";
import { changeText, targetText } from "./parts/figure-words.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { datasetNode } from "./parts/json-ld.ts";
import {
  LEDGER_SIZE,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pagingNav,
  type Slice,
  urlsOfList,
} from "./parts/paging.ts";
import { type Link, type Shared, sharedOf } from "./parts/shared.ts";
import { sourcesOf, tellersOfSeries } from "./parts/sources.ts";
import { aspectOf, type NewestLine, newestList, newestOf } from "./parts/strand.ts";
import { scrolling } from "./parts/table.ts";

/** How many units are told in words above the chart. */
const FEW_UNITS = 5;
/** How many charts a page has: one for years, one for quarters … */
const MOST_CHARTS = 3;
/** How many periods a chart shows, the newest. */
const MOST_PERIODS = 24;

const way: readonly Link[] = [{ name: "Số liệu", url: figuresUrl }];

type Props = PageOfList & {
  readonly chrome: Chrome;
  readonly name: string;
  readonly description: string;
  readonly note?: string;
  readonly measure?: string;
  readonly better?: "tăng" | "giảm";
  /** On the newest page only. */
  readonly newest?: readonly NewestLine[];
  readonly charts?: readonly Chart[];
  /** The first and the last month of all points, for machines. */
  readonly time?: string;
  readonly groups: readonly Group[];
};

/** The lines of one strand. */
type Group = {
  readonly unit: Link;
  readonly aspect: string;
  readonly measure?: string;
  readonly rows: readonly Row[];
};

type Row = {
  readonly period: string;
  /** Whether it is a part of a year, which stands below the year. */
  readonly isPart?: true;
  readonly result?: string;
  readonly target?: string;
  readonly change: string;
  readonly reached: string;
  readonly articles: readonly Source[];
  readonly others: readonly (Source & { readonly value: string })[];
};

type Source = { readonly url: string; readonly title: string; readonly day: Day };

/** One series: what is told of it for each unit and period. */
export function seriesPages(site: Site): PageGroup[] {
  const byId = lazily(() => new Map(site.figures.series.map((one) => [one.id, one])));
  return site.seriesFacts
    .filter(({ hasPage }) => hasPage)
    .map(({ id }) => {
      const series = () => byId().get(id)!;
      return {
        name: id,
        texts: [],
        sources: () => sourcesOf(site).ofList(tellersOfSeries(site).get(series()) ?? []),
        urls: () => urlsOfList(seriesUrl(id), series().points.length, LEDGER_SIZE),
        pages: () => pagesOf(series(), site),
      };
    });
}

function* pagesOf(series: FigureSeries, site: Site): Generator<Page> {
  const shared = sharedOf(site);
  const url = seriesUrl(series.id);
  const { name, points, registered } = series;
  const list = { url, title: name, way, here: name };
  const measures = measuresOf(series);
  for (const slice of pagesOfList(url, points, LEDGER_SIZE, ({ first }) => first.date)) {
    const isNewest = slice.number === undefined;
    const props: Props = {
      chrome: shared.chrome,
      ...pageOfList(list, slice),
      name,
      description: `${name}: số liệu qua các kỳ của từng đơn vị, có biểu đồ và bài viết nêu từng con số.`,
      ...(registered?.note === undefined ? {} : { note: registered.note }),
      ...(measures.length === 1 && measures[0] !== "" ? { measure: measures[0]! } : {}),
      ...(registered?.better === undefined ? {} : { better: registered.better }),
      ...(isNewest ? summaryOf(series, site, shared) : {}),
      groups: groupsOf(series, slice, measures.length > 1, site, shared),
    };
    yield page("series", slice.url, props, seriesView);
  }
}

/**
 * Pages at the addresses that a series had before it was registered under an id of its own: an
 * address that somebody kept still leads somewhere.
 */
export function* movedSeriesPages(site: Site): Generator<Page> {
  const { chrome } = sharedOf(site);
  for (const { id, name, formerIds } of site.figures.series) {
    for (const former of formerIds) {
      const props = { chrome, url: seriesUrl(former), to: { name, url: seriesUrl(id) } };
      yield page("moved series", props.url, props, movedView);
    }
  }
}

/** Returns the units of measure of a series, each once, as first written. */
function measuresOf({ strands }: FigureSeries): string[] {
  const known = new Map<string, string>();
  for (const { measure = "" } of strands)
    if (!known.has(fold(measure))) known.set(fold(measure), measure);
  return [...known.values()];
}

function summaryOf(series: FigureSeries, site: Site, shared: Shared) {
  const strands = newestFirst(series.strands, (id) => unitName(id, site));
  const months = series.points.flatMap(({ period }) => [period.from, period.to]).toSorted();
  return {
    newest: strands.slice(0, FEW_UNITS).map((strand) => ({
      name: shared.unitLink(strand.unit),
      aspect: aspectOf(strand),
      newest: newestOf(strand, series),
    })),
    charts: chartsOf(series, strands, site),
    ...(months.length > 0 ? { time: `${months[0]}/${months.at(-1)}` } : {}),
  };
}

/** Returns a chart for each measure and rhythm in which something can be compared. */
function chartsOf(series: FigureSeries, strands: readonly Strand[], site: Site): Chart[] {
  const lines = strands.flatMap((strand) =>
    [...Map.groupBy(strand.points, ({ period }) => rhythmOf(period))].map(([rhythm, points]) => ({
      strand,
      points,
      key: `${fold(strand.measure ?? "")}|${rhythm}`,
    })),
  );
  const groups = [...Map.groupBy(lines, ({ key }) => key).values()]
    .map((own) => own.toSorted((a, b) => b.points.length - a.points.length))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    // Two points beside a longer line are told well enough by the table.
    .filter((own, at) => own[0]!.points.length > (at === 0 ? 1 : 2));
  return groups.slice(0, MOST_CHARTS).map((own) => {
    const shown = own.slice(0, mostLines);
    const periods = shown.flatMap(({ points }) => points.map(({ period }) => period));
    const since = [...new Map(periods.map((period) => [period.to, period])).values()]
      .toSorted(comparePeriods)
      .slice(-MOST_PERIODS)[0]!;
    const rhythm = rhythmWords(shown[0]!.points[0]!);
    const { measure } = shown[0]!.strand;
    const units =
      own.length > shown.length
        ? ` Biểu đồ chỉ vẽ ${shown.length} trong số ${formatNumber(own.length)} dãy, là những dãy có nhiều kỳ nhất; bảng có đủ cả.`
        : "";
    return {
      title: `Biểu đồ ${series.name} ${rhythm}; bảng bên dưới có cùng số liệu`,
      caption: `${series.name} ${rhythm}${measure === undefined ? "" : `, tính bằng ${measure}`}. Chỗ đứt là kỳ chưa có số liệu.${units}`,
      lines: shown.map(({ strand, points }) => ({
        name: [shortUnitName(strand.unit, site), aspectOf(strand)].filter(Boolean).join(", "),
        points: points
          .filter(({ period }) => comparePeriods(period, since) >= 0)
          .map(({ period, result, target }) => ({
            period,
            ...(result ? { result: result.value } : {}),
            ...(target ? { target: target.value } : {}),
            others: result?.others.map(({ value }) => value) ?? [],
          })),
      })),
    };
  });
}

function sizeOf(own: readonly { readonly points: readonly unknown[] }[]): number {
  return own.reduce((sum, { points }) => sum + points.length, 0);
}

/** Says what all periods of a chart are: "theo quý", "theo 6 tháng đầu năm". */
function rhythmWords({ period }: Point): string {
  const months = monthsIn(period);
  if (months === 12) return "theo năm";
  if (months > 12) return "theo giai đoạn";
  const [words = ""] = periodName(period).split(/\/| năm \d/u);
  if (words.startsWith("quý")) return "theo quý";
  return months === 1 ? "theo tháng" : `trong ${words} năm`;
}

function groupsOf(
  series: FigureSeries,
  { items }: Slice<Point>,
  withMeasure: boolean,
  site: Site,
  shared: Shared,
): Group[] {
  const byStrand = Map.groupBy(items, ({ strand }) => strand);
  return newestFirst([...byStrand.keys()], (id) => unitName(id, site)).map((strand) => ({
    unit: shared.unitLink(strand.unit),
    aspect: aspectOf(strand),
    ...(withMeasure && strand.measure !== undefined ? { measure: strand.measure } : {}),
    rows: byStrand
      .get(strand)!
      .toSorted((a, b) => comparePeriods(b.period, a.period))
      .map((point) => rowOf(point, series)),
  }));
}

function rowOf(point: Point, { registered }: FigureSeries): Row {
  const { period, result, target, strand } = point;
  const { measure } = strand;
  const before = result && resultBefore(point);
  const now = result && { value: result.value, measure };
  const articles = [...(result?.articles ?? []), ...(target?.articles ?? [])];
  return {
    period: periodName(period),
    ...(monthsIn(period) < 12 ? { isPart: true } : {}),
    ...(result ? { result: formatQuantity(result.value) } : {}),
    ...(target ? { target: formatQuantity(target.value) } : {}),
    change: now && before ? changeText(now, before.result.value, before.period) : "",
    reached: now && target ? targetText(now, target.value, registered?.better) : "",
    articles: [...new Set(articles)].map(sourceOf).reverse(),
    others: [...(result?.others ?? []), ...(target?.others ?? [])].map(({ value, article }) => ({
      ...sourceOf(article),
      value: formatMeasured(value, measure),
    })),
  };
}

function sourceOf({ url, title, date }: Article): Source {
  return { url, title, day: date };
}

function seriesView(props: Props): Html {
  const { name, note, measure, better, newest, charts = [], groups, span } = props;
  const facts = [
    measure && `Tính bằng ${measure}.`,
    better && `Càng ${better === "tăng" ? "cao" : "thấp"} càng tốt.`,
    note,
  ].filter((fact) => fact);
  return frame({
    ...props,
    nodes: newest ? [datasetNode({ ...props, unit: measure })] : [],
    main: html`<header class="page-head"><h1>${name}</h1>
      ${facts.length > 0 && html`<p class="intro">${facts.join(" ")}</p>`}</header>
      ${
        newest &&
        html`<div class="series-top"><section aria-labelledby="moi-nhat"><h2 id="moi-nhat">Mới nhất</h2>
        ${newestList(newest)}</section>${charts.length > 0 && html`<div>${charts.map(chart)}</div>`}</div>`
      }
      <section class="part" aria-labelledby="tung-ky"><h2 id="tung-ky">Từng kỳ</h2>
      ${span && html`<p class="span-line">Số liệu được nêu ${span}</p>`}
      ${table(name, groups)}
      ${pagingNav(props)}
      <p class="note">Số liệu ghi đúng như bài nêu. Tải về ở <a href="${dataUrl}">Dữ liệu mở</a>.</p></section>`,
  });
}

/** On a phone the stylesheet lays rows out as blocks, without the headings: hence the label. */
function table(name: string, groups: readonly Group[]): Html {
  const rows = groups.flatMap((group) => group.rows);
  const withTarget = rows.some(({ target }) => target !== undefined);
  return scrolling(
    `${name}, từng kỳ`,
    html`<table class="series">
    <caption class="unseen">${name}, từng kỳ</caption>
    <thead><tr><th scope="col">Kỳ</th><th scope="col" class="num">Kết quả</th>${withTarget && html`<th scope="col" class="num">Chỉ tiêu</th>`}<th scope="col">So sánh</th><th scope="col">Bài viết</th></tr></thead>
    ${groups.map(
      ({ unit, aspect, measure, rows: own }) => html`<tbody>
      <tr><th scope="rowgroup" colspan="${withTarget ? 5 : 4}"><a href="${unit.url}">${unit.name}</a>${aspect !== "" && html`<small>${aspect}</small>`}${measure && html`<small>tính bằng ${measure}</small>`}</th></tr>
      ${own.map((row) => line(row, withTarget))}
      </tbody>`,
    )}
  </table>`,
  );
}

function line(row: Row, withTarget: boolean): Html {
  const { period, isPart, result, target, change, reached, articles, others } = row;
  const compared = [reached, change].filter((one) => one !== "").join("; ");
  return html`<tr>
    <th scope="row"${isPart && html` class="part-of"`}>${period}</th>
    <td class="num">${result ?? "–"}</td>
    ${withTarget && html`<td class="num"${target !== undefined && html` data-label="Chỉ tiêu"`}>${target ?? html`<span class="nothing">–</span>`}</td>`}
    <td>${compared}${others.map(
      (other) => html`<small class="doubt">Bài ${link(other)} nêu ${other.value}</small>`,
    )}</td>
    <td data-label="Bài">${articles.map((one, at) => html`<span class="whole">${link(one)}${at < articles.length - 1 && ","}</span> `)}</td>
  </tr>`;
}

/** The day alone would be a poor name for a link to anyone who hears the page. */
function link({ url, title, day }: Source): Html {
  return html`<a href="${url}">${shortDay(day)}<span class="unseen">: ${title}</span></a>`;
}

function movedView({
  chrome,
  url,
  to,
}: {
  readonly chrome: Chrome;
  readonly url: string;
  readonly to: Link;
}): Html {
  return frame({
    chrome,
    url,
    title: `${to.name} (địa chỉ cũ)`,
    description: `${to.name}: trang này đã chuyển sang địa chỉ khác.`,
    way,
    here: to.name,
    hidden: true,
    main: html`<header class="page-head"><h1>${to.name}</h1>
      <p class="intro">Số liệu này nay nằm ở trang <a href="${to.url}">${to.name}</a>.</p></header>`,
  });
}
