import { formatMeasured } from "../src/figure.ts";
import { type Page, page } from "../src/page.ts";
import {
  aspectKey,
  type FigureRegister,
  type FigureSeries,
  newestFirst,
  sumOfYears,
  type UnitStrand,
  type YearSum,
} from "../src/registers/figures.ts";
import { type Site, shortUnitName, unitName } from "../src/site.ts";
import { compareText, formatNumber } from "../src/text/vietnamese.ts";
import { dataUrl, figuresUrl, seriesUrl, unitUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type PageOfList, pageOfList, pagesOfList, pagingNav } from "./parts/paging.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import { aspectOf, type NewestLine, newestList, newestOf } from "./parts/strand.ts";

/** How many series a page lists that are not in figures.yaml. */
const OTHERS_SIZE = 60;
/** How many units of a series are in the list; its page has all. */
const FEW_UNITS = 3;
/** How many series a unit's page shows; the others are on their own pages. */
const MOST_OF_UNIT = 12;

type Props = PageOfList & {
  readonly chrome: Chrome;
  /** Those that the office follows; on the newest page only. */
  readonly followed?: readonly Followed[];
  readonly units?: readonly Counted[];
  readonly others: readonly Counted[];
};

type Followed = Link & { readonly units: readonly NewestLine[]; readonly more: number };

/** All figures that are told more than once, and those that the office follows. */
export function figuresPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const withPage = site.figures.series.filter(({ hasPage }) => hasPage);
  const followed = withPage.filter(({ registered }) => registered);
  // One is in the list from its second point on.
  const others = withPage
    .filter(({ registered }) => !registered)
    .map((series) => ({ series, since: series.points[1]!.first.date }))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const list = { url: figuresUrl, title: "Số liệu", way: [], here: "Số liệu" };
  return pagesOfList(figuresUrl, others, OTHERS_SIZE, ({ since }) => since).map((slice) => {
    const isNewest = slice.number === undefined;
    const props: Props = {
      chrome: shared.chrome,
      ...pageOfList(list, slice),
      ...(isNewest
        ? { followed: followed.map((one) => followedOf(one, site)), units: unitsOf(site) }
        : {}),
      others: slice.items
        .map(({ series }) => ({ ...linkTo(series), count: series.points.length }))
        .sort((a, b) => compareText(a.name, b.name)),
    };
    return page("figures", slice.url, props, figuresView);
  });
}

function linkTo({ id, name }: FigureSeries): Link {
  return { name, url: seriesUrl(id) };
}

function followedOf(series: FigureSeries, site: Site): Followed {
  const strands = newestFirst(series.strands, (id) => unitName(id, site));
  return {
    ...linkTo(series),
    units: strands.slice(0, FEW_UNITS).map((strand) => ({
      name: shortUnitName(strand.unit, site),
      aspect: aspectOf(strand),
      newest: newestOf(strand, series),
    })),
    more: Math.max(0, strands.length - FEW_UNITS),
  };
}

/** The units that have figures, with the number of their series. */
function unitsOf(site: Site): Counted[] {
  return site.units.flatMap(({ unit }) => {
    const own = site.figures.byUnit.get(unit.id);
    if (own === undefined) return [];
    const count = new Set(own.map(({ series }) => series)).size;
    return [{ name: unit.name, url: unitUrl(unit.id), count }];
  });
}

function figuresView(props: Props): Html {
  const { followed = [], units = [], others, span } = props;
  const isEmpty = followed.length === 0 && others.length === 0;
  return frame({
    ...props,
    description: "Số liệu qua các kỳ của từng đơn vị, lấy từ các bài đã đăng.",
    main: html`<header class="page-head"><h1>Số liệu</h1>
      <p class="intro">Lấy đúng như các bài đã nêu và xếp theo thời gian. Trang của mỗi số liệu ghi từng kỳ và bài viết nêu số ấy; toàn bộ có ở <a href="${dataUrl}">Dữ liệu mở</a>.</p></header>
      ${isEmpty && html`<p class="empty">Chưa có số liệu nào.</p>`}
      ${followed.length > 0 && html`<div class="followed">${followed.map(followedPart)}</div>`}
      ${
        others.length > 0 &&
        html`<section class="part" aria-labelledby="so-lieu-khac"><h2 id="so-lieu-khac">${followed.length > 0 ? "Số liệu khác" : "Số liệu có từ hai kỳ trở lên"}</h2>
        ${span && html`<p class="span-line">Có từ hai kỳ trở lên ${span}</p>`}
        ${countedNames(others)}
        <p class="note">Trong ngoặc là số kỳ có số liệu, gộp các đơn vị.</p>
        ${pagingNav(props)}</section>`
      }
      ${
        units.length > 0 &&
        html`<section class="part" aria-labelledby="theo-don-vi"><h2 id="theo-don-vi">Theo đơn vị</h2>${countedNames(units)}<p class="note">Trong ngoặc: mỗi đơn vị có bao nhiêu loại số liệu.</p></section>`
      }`,
  });
}

function followedPart({ name, url, units, more }: Followed): Html {
  return html`<section class="part"><h2><a href="${url}">${name}</a></h2>
    ${newestList(units)}
    ${more > 0 && html`<p class="note"><a href="${url}">Và ${formatNumber(more)} đơn vị khác</a></p>`}
  </section>`;
}

/** The figures of one unit for its own page, as plain data. */
export type UnitFigures = {
  readonly lines: readonly NewestLine[];
  /** How many more there are. */
  readonly more: number;
};

/**
 * Returns what the series hold of a unit, with the sums of its years; undefined when they hold
 * nothing.
 *
 * @param steps the ids of the unit and of all before and after it, step by step
 */
export function figuresOfUnit(
  id: string,
  steps: readonly (readonly string[])[],
  site: Site,
): UnitFigures | undefined {
  const { figures } = site;
  const { byUnit } = figures;
  const own = byUnit.get(id) ?? [];
  const keyOf = ({ series, strand }: UnitStrand) => `${series.id}|${aspectKey(strand)}`;
  const known = new Set(own.map(keyOf));
  const ofOthers = steps.flat().flatMap((other) => byUnit.get(other) ?? []);
  const inherited = new Map(
    ofOthers.filter((one) => !known.has(keyOf(one))).map((one) => [keyOf(one), one]),
  );
  const lines = [
    ...own.map((one) => lineOf(one, [[id]], steps, figures)),
    ...[...inherited.values()].flatMap(({ series, strand }) => {
      const sums = sumTexts(undefined, sumOfYears(series, strand, steps, figures));
      const aspect = aspectOf(strand);
      return sums.length > 0 ? { name: linkTo(series), aspect, newest: { notes: [], sums } } : [];
    }),
  ];
  if (lines.length === 0) return undefined;
  return {
    lines: lines.slice(0, MOST_OF_UNIT),
    more: Math.max(0, lines.length - MOST_OF_UNIT),
  };
}

function lineOf(
  { series, strand }: UnitStrand,
  alone: readonly (readonly string[])[],
  steps: readonly (readonly string[])[],
  figures: FigureRegister,
): UnitFigures["lines"][number] {
  const newest = newestOf(strand, series);
  const sums = sumTexts(
    sumOfYears(series, strand, alone, figures),
    sumOfYears(series, strand, steps, figures),
  );
  return {
    name: linkTo(series),
    aspect: aspectOf(strand),
    newest: { ...newest, ...(sums.length > 0 ? { sums } : {}) },
  };
}

/** Returns the sums of a unit alone and along its line, where that one says more. */
function sumTexts(own: YearSum | undefined, inLine: YearSum | undefined): string[] {
  const text = ({ value, measure, years, leftOut }: YearSum) =>
    `cộng ${formatNumber(years.length)} năm có số liệu từ ${years[0]} đến ${years.at(-1)}: ${formatMeasured({ value }, measure)}${
      leftOut.length > 0
        ? ` (chưa cộng ${leftOut.join(", ")} vì số liệu chưa đủ hoặc chưa chắc chắn)`
        : ""
    }`;
  const isMore = inLine !== undefined && inLine.value !== own?.value;
  return [
    ...(own ? [text(own)] : []),
    ...(isMore ? [`tính cả đơn vị tiền thân, kế tục, ${text(inLine)}`] : []),
  ];
}

/** The part of a unit's page that shows its figures. */
export function unitFiguresPart({ lines, more }: UnitFigures): Html {
  return html`<section class="part" aria-labelledby="so-lieu"><h2 id="so-lieu">Số liệu</h2>
    ${newestList(lines)}
    ${more > 0 && html`<p class="note">Còn ${formatNumber(more)} số liệu khác ở trang <a href="${figuresUrl}">Số liệu</a>.</p>`}
  </section>`;
}
