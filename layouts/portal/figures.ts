import type { Day } from "../../src/day.ts";
import { append } from "../../src/lists.ts";
import { type Page, page } from "../../src/page.ts";
import type { Portal, PortalFigure } from "../../src/portal/portal.ts";
import { compareText, fold } from "../../src/text/vietnamese.ts";
import { dataUrl, figuresUrl, seriesUrl } from "../../src/urls.ts";
import type { Chrome } from "../parts/chrome.ts";
import { type Counted, countedNames } from "../parts/facts.ts";
import { frame } from "../parts/frame.ts";
import { type Html, html } from "../parts/html.ts";
import {
  LEDGER_SIZE,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pagingNav,
} from "../parts/paging.ts";
import type { NewsLine } from "../parts/register-news.ts";
import type { Link } from "../parts/shared.ts";
import { scrolling } from "../parts/table.ts";
import { portalChrome, siteName } from "./portal-chrome.ts";

/** A figure as a portal shows it. */
export type FigureShown = {
  readonly name: string;
  readonly value: string;
  readonly measure?: string;
  readonly isTarget: boolean;
  readonly of?: string;
  readonly period?: string;
  readonly unit: string;
  /** The sites that state it, each with its article. */
  readonly tellers: readonly Link[];
  readonly day: Day;
};

type UnitGroup = { readonly unit: string; readonly figures: readonly FigureShown[] };

type FrontProps = {
  readonly chrome: Chrome;
  readonly newest: readonly UnitGroup[];
  readonly sites: readonly Counted[];
};

type SiteProps = PageOfList & {
  readonly chrome: Chrome;
  readonly site: Link;
  readonly groups: readonly UnitGroup[];
};

/** How many figures the front page shows. */
const NEWEST = 40;

const way: readonly Link[] = [{ name: "Số liệu", url: figuresUrl }];

/** The newest figures of all sites by unit, and a list for each site. */
export function* figurePages(portal: Portal): Generator<Page> {
  const chrome = portalChrome(portal);
  const bySite = new Map<string, PortalFigure[]>();
  for (const figure of portal.figures)
    for (const { site } of figure.tellers) append(bySite, site, figure);
  const withFigures = portal.sites.filter(({ site: { id } }) => bySite.has(id));
  const front: FrontProps = {
    chrome,
    newest: groupsOf(portal.figures.slice(0, NEWEST), portal),
    sites: withFigures.map(({ site: { id, name } }) => ({
      name,
      url: seriesUrl(id),
      count: bySite.get(id)!.length,
    })),
  };
  yield page("figures", figuresUrl, front, frontView);
  for (const { site, base } of withFigures) {
    const oldestFirst = bySite.get(site.id)!.toReversed();
    const list = { url: seriesUrl(site.id), title: `Số liệu: ${site.name}`, way, here: site.name };
    for (const slice of pagesOfList(list.url, oldestFirst, 2 * LEDGER_SIZE, ({ day }) => day)) {
      const props: SiteProps = {
        chrome,
        ...pageOfList(list, slice),
        site: { name: site.name, url: base + figuresUrl },
        groups: groupsOf(slice.items, portal),
      };
      yield page("figures of a site", slice.url, props, siteView);
    }
  }
}

export function figureShown(figure: PortalFigure, portal: Portal): FigureShown {
  const { row, unit, tellers, day } = figure;
  const { name, value_text: value, value_unit: measure, kind, of, period } = row;
  return {
    name,
    value,
    ...(measure === null ? {} : { measure }),
    isTarget: kind === "chỉ tiêu",
    ...(of === null ? {} : { of }),
    ...(period === null ? {} : { period }),
    unit: unit.name,
    tellers: tellers.map(({ site, url }) => ({ name: siteName(portal, site), url })),
    day,
  };
}

/** Draws a figure as a line of news. */
export function figureLine(figure: FigureShown): NewsLine {
  const { name, value, measure, period, unit, tellers, day } = figure;
  // "105 đảng viên mới", not "105 đảng viên đảng viên mới".
  const isInName = measure !== undefined && fold(name).startsWith(`${fold(measure)} `);
  const sign = measure === undefined || isInName ? "" : measure === "%" ? "%" : ` ${measure}`;
  const sites = tellers.map((one) => one.name).join(", ");
  return {
    line: html`<a href="${tellers[0]!.url}"><b>${value + sign}</b> ${name}${period && ` (${period})`}</a>`,
    from: unit === sites ? unit : `${unit}; theo ${sites}`,
    day,
  };
}

function groupsOf(figures: readonly PortalFigure[], portal: Portal): UnitGroup[] {
  const shown = figures.map((one) => figureShown(one, portal));
  return [...Map.groupBy(shown, ({ unit }) => unit)]
    .map(([unit, own]) => ({ unit, figures: own }))
    .sort((a, b) => compareText(a.unit, b.unit));
}

function frontView({ chrome, newest, sites }: FrontProps): Html {
  return frame({
    chrome,
    url: figuresUrl,
    title: "Số liệu",
    description: "Số liệu mới nhất của từng đơn vị, lấy đúng như các trang đã nêu.",
    way: [],
    main: html`<header class="page-head"><h1>Số liệu</h1>
      <p class="intro">Số mới nhất của từng đơn vị, lấy đúng như bài viết của các trang đã nêu; bấm vào tên trang để đọc bài. Toàn bộ có ở <a href="${dataUrl}">Dữ liệu mở</a>.</p></header>
      ${newest.length === 0 && html`<p class="empty">Chưa có số liệu nào.</p>`}
      ${
        sites.length > 0 &&
        html`<section class="part" aria-labelledby="theo-trang"><h2 id="theo-trang">Theo trang</h2>${countedNames(sites)}<p class="note">Trong ngoặc: số chỉ tiêu mà mỗi trang có.</p></section>`
      }
      ${newest.length > 0 && html`<section class="part" aria-labelledby="moi-nhat"><h2 id="moi-nhat">Mới nhất, theo đơn vị</h2>${groups(newest)}</section>`}`,
  });
}

function siteView(props: SiteProps): Html {
  const { site, groups: list, title, span } = props;
  return frame({
    ...props,
    description: `Số liệu mới nhất của từng đơn vị theo ${site.name}.`,
    main: html`<header class="page-head"><h1>${title}</h1>
      <p class="intro">Số mới nhất của từng đơn vị. Số qua các kỳ có ở <a href="${site.url}">trang Số liệu của ${site.name}</a>.</p></header>
      <section class="part" aria-labelledby="theo-don-vi"><h2 id="theo-don-vi">Theo đơn vị</h2>
      ${span && html`<p class="span-line">Số liệu nêu trong ${span}</p>`}
      ${groups(list)}</section>
      ${pagingNav(props)}`,
  });
}

/** Figures as tables, one for each unit. On a phone each row is a block: hence the labels. */
function groups(list: readonly UnitGroup[]): Html {
  return html`${list.map(
    ({ unit, figures }) => html`<h3>${unit}</h3>
    ${scrolling(
      `Số liệu: ${unit}`,
      html`<table class="figures">
      <thead><tr><th scope="col">Nội dung</th><th scope="col" class="num">Giá trị</th><th scope="col">Đơn vị tính</th><th scope="col">Kỳ</th><th scope="col">Theo</th></tr></thead>
      <tbody>${figures.map(
        (figure) => html`<tr>
        <th scope="row">${figure.name}${figure.isTarget && html`<small>chỉ tiêu</small>`}${figure.of !== undefined && html`<small>tính trên ${figure.of}</small>`}</th>
        <td class="num">${figure.value}</td>
        <td>${figure.measure}</td>
        <td class="when" data-label="Kỳ">${figure.period ?? "–"}</td>
        <td data-label="Theo">${figure.tellers.map(({ name, url }, at) => html`${at > 0 && ", "}<a href="${url}">${name}<span class="unseen">: ${figure.name}</span></a>`)}</td>
        </tr>`,
      )}</tbody>
      </table>`,
    )}`,
  )}`;
}
