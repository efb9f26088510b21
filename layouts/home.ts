import type { Article } from "../src/article.ts";
import { type Day, longDay, monthNumber, yearOf } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { bulletinUrl, homeUrl, monthUrl, tagsUrl, unitsUrl, yearUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type RegisterNews, registerNews, registerNewsView } from "./parts/register-news.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import { scrolling } from "./parts/table.ts";
import { type Teaser, teaser } from "./parts/teaser.ts";

type Props = {
  readonly chrome: Chrome;
  /** The day of the newest article: the page's own date, whatever the clock says. */
  readonly day?: Day;
  readonly lead?: Teaser;
  readonly pictured: readonly Teaser[];
  readonly recent: readonly Teaser[];
  readonly newestYear?: Link;
  /** The bulletin of the last month that is over. */
  readonly bulletin?: Link;
  readonly registers: RegisterNews;
  readonly tags: readonly Counted[];
  readonly units: readonly Counted[];
  readonly years: readonly YearRow[];
};

/** Counts of the twelve months; null for a month without articles. */
type YearRow = Counted & { readonly months: readonly (Counted | null)[] };

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
    ...(latest
      ? { newestYear: { name: `Mọi tin năm ${latest.year}`, url: yearUrl(latest.year) } }
      : {}),
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
    years: site.years.map(yearRow).reverse(),
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

function yearRow({ year, articles, months }: Site["years"][number]): YearRow {
  const counts = new Map(
    months.map(({ month, articles }) => [monthNumber(month), { month, count: articles.length }]),
  );
  return {
    name: String(year),
    url: yearUrl(year),
    count: articles.length,
    months: Array.from({ length: 12 }, (_, index) => {
      const entry = counts.get(index + 1);
      return entry
        ? { name: `Tháng ${index + 1}/${year}`, url: monthUrl(entry.month), count: entry.count }
        : null;
    }),
  };
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
          ${newestYear && html`<p class="more"><a href="${newestYear.url}">${newestYear.name}</a></p>`}
          ${bulletin && html`<p class="more"><a href="${bulletin.url}">${bulletin.name}</a></p>`}</section>`
      }
      ${pictured.length > 0 && html`<section class="front-cards" aria-label="Tin có ảnh">${pictured.map((item) => teaser(item, "card"))}</section>`}
      </div>
      ${registerNewsView(props.registers)}
      <div class="halves">${names("Chủ đề", "chu-de", props.tags, tagsUrl)}${names("Đơn vị", "don-vi", props.units, unitsUrl)}</div>
      ${archive(props)}`,
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

/** The counts of all months on one sheet. */
function archive({ years }: Props): Html | false {
  const most = Math.max(
    1,
    ...years.flatMap(({ months }) => months.map((month) => month?.count ?? 0)),
  );
  return html`<section class="archive" aria-labelledby="luu-tru"><h2 id="luu-tru">Lưu trữ</h2>
    ${
      years.length === 0
        ? html`<p class="empty">Chưa có bài nào.</p>`
        : scrolling(
            "Số bài theo tháng",
            html`<table class="counts">
          <caption>Số bài theo tháng</caption>
          <thead><tr><th scope="col">Năm</th>${Array.from({ length: 12 }, (_, index) => html`<th scope="col">T${index + 1}</th>`)}<th scope="col">Cả năm</th></tr></thead>
          <tbody>${years.map(
            (year) =>
              html`<tr><th scope="row"><a href="${year.url}">${year.name}</a></th>${year.months.map((month) => monthCell(month, most))}<td class="sum">${formatNumber(year.count)}</td></tr>`,
          )}</tbody>
          </table>`,
          )
    }
  </section>`;
}

/** The fuller the month, the warmer its cell: four shades. */
function monthCell(month: Counted | null, most: number): Html {
  if (month === null) return html`<td><span class="unseen">không có bài</span></td>`;
  const { name, url, count } = month;
  return html`<td class="warm-${Math.ceil((count / most) * 4)}"><a href="${url}"><span class="unseen">${name}: </span>${formatNumber(count)}<span class="unseen"> bài</span></a></td>`;
}
