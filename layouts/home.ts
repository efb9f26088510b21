import type { Article } from "../src/article.ts";
import { type Day, longDay, monthNumber, yearOf } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { archiveUrl, bulletinUrl, homeUrl, tagsUrl, unitsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import {
  fullestMonth,
  monthCells,
  type YearOfMonths,
  yearOfMonths,
} from "./parts/months-of-year.ts";
import { type RegisterNews, registerNews, registerNewsView } from "./parts/register-news.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import { type Teaser, teaser } from "./parts/teaser.ts";

type Props = {
  readonly chrome: Chrome;
  /** The day of the newest article: the page's own date, whatever the clock says. */
  readonly day?: Day;
  readonly lead?: Teaser;
  readonly pictured: readonly Teaser[];
  readonly recent: readonly Teaser[];
  readonly newestYear?: YearOfMonths;
  /** The bulletin of the last month that is over. */
  readonly bulletin?: Link;
  readonly registers: RegisterNews;
  readonly tags: readonly Counted[];
  readonly units: readonly Counted[];
};

const PICTURED = 3;
/** With fewer articles than this the column of news comes before the articles with pictures. */
const ENOUGH_FOR_PICTURES = 8;
const RECENT = 8;
const NAMES = 12;
/**
 * How many of the newest articles are looked through for the lead; older news is no lead, even with
 * a picture.
 */
const LEAD_REACH = 6;
/** How many of the newest articles are looked through for all the news of the page. */
const REACH = 30;

/** The front page. */
export function homePages(site: Site): Page[] {
  const shared = sharedOf(site);
  const newest = site.articles.slice(-REACH).reverse();
  const hasCover = ({ images: [cover] }: Article) =>
    cover !== undefined && site.pictures.has(cover.file);
  const lead = newest.slice(0, LEAD_REACH).find(hasCover) ?? newest[0];
  const pictured =
    newest.length < ENOUGH_FOR_PICTURES
      ? []
      : newest.filter((article) => article !== lead && hasCover(article)).slice(0, PICTURED);
  const recent = newest
    .filter((article) => article !== lead && !pictured.includes(article))
    .slice(0, RECENT);
  const latest = site.years.at(-1);
  const props: Props = {
    chrome: shared.chrome,
    ...(newest[0] ? { day: newest[0].date } : {}),
    ...(lead ? { lead: shared.teaserWithCover(lead) } : {}),
    pictured: pictured.map(shared.teaserWithCover),
    recent: recent.map(shared.teaserOf),
    ...(latest ? { newestYear: yearOfMonths(latest) } : {}),
    ...bulletinOf(site),
    registers: registerNews(newest, site, shared),
    tags: busiest(
      site.tags.map(({ name, articles }) => ({ ...shared.tagLink(name), count: articles.length })),
    ),
    units: busiest(
      site.units.map(({ unit, articles }) => ({
        ...shared.unitLink(unit.id),
        count: articles.length,
      })),
    ),
  };
  return [page("home", homeUrl, props, homeView)];
}

function bulletinOf({ bulletins }: Site): Pick<Props, "bulletin"> {
  const month = bulletins.at(-1)?.month;
  if (month === undefined) return {};
  const name = `Bản tin tháng ${monthNumber(month)}/${month.slice(0, 4)}, để in hoặc đọc tại buổi sinh hoạt chi bộ`;
  return { bulletin: { name, url: bulletinUrl(month) } };
}

/** Returns the lists with the most articles, in their own order. */
function busiest(list: readonly Counted[]): Counted[] {
  const used = list.filter(({ count }) => count > 0);
  const chosen = new Set(used.toSorted((a, b) => b.count - a.count).slice(0, NAMES));
  return used.filter((one) => chosen.has(one));
}

function homeView(props: Props): Html {
  const { chrome, day, lead, pictured, recent, newestYear, bulletin } = props;
  return frame({
    chrome,
    url: homeUrl,
    title: chrome.name,
    description: chrome.description,
    masthead: html`<div class="masthead">
      <h1>${chrome.name}</h1>
      <p>${day && html`<time datetime="${day}">${longDay(day)}</time>`}<span>${chrome.description}</span></p>
      </div>`,
    main: html`<div class="front">
      <section class="front-lead" aria-label="Tin chính">${lead ? teaser(lead, "lead", 2) : html`<p class="empty">Chưa có bài nào.</p>`}</section>
      ${
        recent.length > 0 &&
        html`<section class="front-recent" aria-labelledby="tin-moi"><h2 id="tin-moi">Tin mới</h2>
          <ol class="brief">${recent.map((item) => html`<li>${teaser(item, "row", 3, day && yearOf(day))}</li>`)}</ol>
          ${newestYear && html`<p class="more"><a href="${newestYear.url}">Mọi tin năm ${newestYear.name}</a></p>`}
          ${bulletin && html`<p class="more"><a href="${bulletin.url}">${bulletin.name}</a></p>`}</section>`
      }
      ${pictured.length > 0 && html`<section class="front-cards" aria-label="Tin có ảnh">${pictured.map((item) => teaser(item, "card"))}</section>`}
      </div>
      ${registerNewsView(props.registers)}
      <div class="halves">${names("Chủ đề", "chu-de", props.tags, tagsUrl)}${names("Đơn vị", "don-vi", props.units, unitsUrl)}${archive(props)}</div>`,
  });
}

function names(title: string, id: string, list: readonly Counted[], all: string): Html | false {
  return (
    list.length > 0 &&
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
      ${countedNames(list)}
      <p class="more"><a href="${all}">Tất cả</a></p>
    </section>`
  );
}

/** The months of the newest year, and the way to all others. */
function archive({ newestYear }: Props): Html | false {
  return (
    newestYear !== undefined &&
    html`<section aria-labelledby="luu-tru"><h2 id="luu-tru">Lưu trữ</h2>
      <p class="note"><a href="${newestYear.url}">Năm ${newestYear.name}</a>: ${formatNumber(newestYear.count)} bài</p>
      ${monthCells(newestYear, fullestMonth([newestYear]))}
      <p class="more"><a href="${archiveUrl}">Mọi năm</a></p>
    </section>`
  );
}
