import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { archiveUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import {
  fullestMonth,
  monthCells,
  type YearOfMonths,
  yearOfMonths,
} from "./parts/months-of-year.ts";
import { sharedOf } from "./parts/shared.ts";
import { sinceText } from "./parts/span.ts";

type Props = {
  readonly chrome: Chrome;
  readonly total: number;
  /** The month of the oldest article: "từ tháng 1/2022"; empty where there is none. */
  readonly since: string;
  /** Newest first. */
  readonly years: readonly YearOfMonths[];
};

/** With more years than this, those after the newest are folded by decades. */
const MANY_YEARS = 12;
const OPEN_YEARS = 8;

/** The archive: every year that has articles, with its months. */
export function archivePages(site: Site): Page[] {
  const [first] = site.articles;
  const props: Props = {
    chrome: sharedOf(site).chrome,
    total: site.articles.length,
    since: sinceText(first?.date),
    years: site.years.map(yearOfMonths).reverse(),
  };
  return [page("archive", archiveUrl, props, archiveView)];
}

function archiveView({ chrome, total, since, years }: Props): Html {
  const most = fullestMonth(years);
  const open = years.length > MANY_YEARS ? years.slice(0, OPEN_YEARS) : years;
  const decades = Map.groupBy(
    years.slice(open.length),
    ({ name }) => Math.floor(Number(name) / 10) * 10,
  );
  return frame({
    chrome,
    url: archiveUrl,
    title: "Lưu trữ",
    description: `Mọi bài của ${chrome.name} theo năm và tháng.`,
    way: [],
    main: html`<header class="page-head"><h1>Lưu trữ</h1>
      ${since && html`<p class="intro">${formatNumber(total)} bài ${since}. Xin chọn một tháng (T1 là tháng 1) hoặc cả năm; ô càng nổi màu, tháng càng nhiều bài.</p>`}</header>
      ${years.length === 0 && html`<p class="empty">Chưa có bài nào.</p>`}
      ${open.map((year) => yearSection(year, most))}
      ${[...decades.values()].map((own) => {
        const count = own.reduce((sum, year) => sum + year.count, 0);
        return html`<details class="folded"><summary><b>${own.length > 1 && `${own.at(-1)!.name}–`}${own[0]!.name}</b> <span class="count">${formatNumber(count)} bài</span></summary>
          ${own.map((year) => yearSection(year, most))}</details>`;
      })}`,
  });
}

function yearSection(year: YearOfMonths, most: number): Html {
  return html`<section class="year" aria-labelledby="nam-${year.name}"><h2 id="nam-${year.name}"><a href="${year.url}">${year.name}</a></h2>
    ${monthCells(year, most)}
    <p class="count">${formatNumber(year.count)} bài</p></section>
    `;
}
