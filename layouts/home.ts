import type { Article } from "../src/article.ts";
import { addDays, type Day, monthNumber, shortDay, yearOf } from "../src/day.ts";
import { pinnedLead } from "../src/lead.ts";
import { type HomeBlock, homeBlocks } from "../src/look.ts";
import { type Page, type PageGroup, page } from "../src/page.ts";
import { type Site, shortUnitName } from "../src/site.ts";
import { runs } from "../src/text/runs.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { archiveUrl, bulletinUrl, homeUrl, tagsUrl, unitsUrl, yearUrl } from "../src/urls.ts";
import { officeSite } from "./office/site-facts.ts";
import type { OfficeViews } from "./office/views.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html, trustedHtml } from "./parts/html.ts";
import { masthead } from "./parts/masthead.ts";
import {
  fullestMonth,
  monthCells,
  type YearOfMonths,
  yearOfMonths,
} from "./parts/months-of-year.ts";
import { type RegisterNews, registerNews, registerNewsView } from "./parts/register-news.ts";
import { type Link, pictureOf, type Shared, sharedOf } from "./parts/shared.ts";
import { type Teaser, teaser } from "./parts/teaser.ts";

type Props = {
  readonly chrome: Chrome;
  /** The day of the newest article: the page's own date, whatever the clock says. */
  readonly day?: Day;
  readonly lead?: Teaser;
  readonly layout: Layout;
  /** What comes next to the lead in weight, with pictures and leads of their own. */
  readonly seconds: readonly Teaser[];
  readonly recent: readonly Teaser[];
  readonly newestYear?: YearOfMonths;
  /** The years before it, newest first. */
  readonly otherYears: readonly Counted[];
  /** The bulletin of the last month that is over. */
  readonly bulletin?: Link;
  readonly registers: RegisterNews;
  readonly topics: readonly Topic[];
  readonly units: readonly Counted[];
  /** What is below the news, in this order. */
  readonly blocks: readonly HomeBlock[];
  /** A block of the office's own between the news and those, drawn. */
  readonly ownBlock?: string;
};

/** A topic with the newest of its articles that the page does not show already. */
type Topic = Link & { readonly newest: Link & { readonly day: Day } };

/**
 * What is beside the lead. As high as the lead and the two below it is a list only where the lead
 * has a picture; otherwise the two are beside the lead, and the list is below in two columns.
 */
type Layout = "list beside" | "two beside" | "alone";

/* How many of each. A phone leaves out the last ones (style/home.css), to be no endless strip. */
const SECONDS = 2;
/** With fewer articles than this all but the lead are lines of one list. */
const ENOUGH_FOR_SECONDS = 8;
/** How many lines are as high as lead and cards, by how many of the cards have a picture. */
const RECENT = [8, 8, 9] as const;
/** How many lines there are in two columns. */
const RECENT_BELOW = 8;
const TOPICS = 6;
const UNITS = 6;
/**
 * How many of the newest articles are looked through for the lead and the two after it, besides
 * those of the last days; older news is no lead, even with a picture.
 */
const LEAD_REACH = 6;
const FRESH_DAYS = 30;
/** How many years are named besides the newest. */
const OTHER_YEARS = 5;
/** How many of the newest articles are looked through for all the news of the page. */
const REACH = 30;

/** The front page. What the code of an office adds may show texts of any articles. */
export function homePages(site: Site, views: OfficeViews = {}): Iterable<Page | PageGroup> {
  if (views["home-block"]) return [homePage(site, views)];
  const pinned = pinnedLead(site.articles, site.today);
  const texts = [...site.articles.slice(-REACH), ...(pinned ? [pinned] : [])];
  return [{ name: "", texts, pages: () => [homePage(site, views)] }];
}

function homePage(site: Site, views: OfficeViews): Page {
  const shared = sharedOf(site);
  const newest = site.articles.slice(-REACH).reverse();
  const hasCover = ({ images: [cover] }: Article) =>
    cover !== undefined && pictureOf(site, cover) !== undefined;
  const pinned = pinnedLead(site.articles, site.today);
  const lead = pinned ?? newest.slice(0, LEAD_REACH).find(hasCover) ?? newest[0];
  const others = newest.filter((article) => article !== lead);
  const layout =
    others.length === 0
      ? "alone"
      : others.length > SECONDS && lead !== undefined && hasCover(lead)
        ? "list beside"
        : "two beside";
  const fresh = others.filter(
    ({ date }, at) => at < LEAD_REACH - 1 || addDays(date, FRESH_DAYS) >= newest[0]!.date,
  );
  const isList = layout === "list beside" && newest.length < ENOUGH_FOR_SECONDS;
  const inWeight = [...fresh.filter(hasCover), ...fresh.filter((one) => !hasCover(one))];
  const seconds = isList ? [] : inWeight.slice(0, SECONDS);
  const pictures = seconds.filter(hasCover).length as 0 | 1 | 2;
  const recent = others
    .filter((article) => !seconds.includes(article))
    .slice(0, layout === "list beside" ? RECENT[pictures] : RECENT_BELOW);
  const shown = new Set([...(lead ? [lead] : []), ...seconds, ...recent]);
  const latest = site.years.at(-1);
  const props: Props = {
    chrome: shared.chrome,
    ...(newest[0] ? { day: newest[0].date } : {}),
    ...(lead ? { lead: shared.teaserWithCover(lead) } : {}),
    layout,
    seconds: seconds.map(shared.teaserWithCover),
    recent: recent.map(shared.teaserOf),
    ...(latest ? { newestYear: yearOfMonths(latest) } : {}),
    otherYears: site.years
      .slice(0, -1)
      .slice(-OTHER_YEARS)
      .reverse()
      .map(({ year, articles }) => ({
        name: String(year),
        url: yearUrl(year),
        count: articles.length,
      })),
    ...bulletinOf(site),
    registers: registerNews(newest, site),
    topics: topicsOf(site, shared, shown),
    units: busiest(site.units, UNITS)
      .toSorted((a, b) => b.articles.length - a.articles.length)
      .map(({ unit, articles }) => ({
        name: shortUnitName(unit.id, site),
        url: shared.unitLink(unit.id).url,
        count: articles.length,
      })),
    blocks: site.settings.home ?? homeBlocks,
    ...ownBlockOf(site, views),
  };
  return page("home", homeUrl, props, homeView);
}

function ownBlockOf(site: Site, views: OfficeViews): Pick<Props, "ownBlock"> {
  const block = views["home-block"];
  return block ? { ownBlock: String(block(officeSite(site))) } : {};
}

function bulletinOf({ bulletins }: Site): Pick<Props, "bulletin"> {
  const month = bulletins.at(-1)?.month;
  if (month === undefined) return {};
  const name = `Bản tin tháng ${monthNumber(month)}/${month.slice(0, 4)}`;
  return { bulletin: { name, url: bulletinUrl(month) } };
}

/**
 * Returns the busiest topics, each with news of its own: no article is on the page twice. A topic
 * that nearly every article has tells nothing.
 */
function topicsOf({ tags, articles }: Site, shared: Shared, shown: ReadonlySet<Article>): Topic[] {
  const used = new Set(shown);
  const telling = tags.filter((tag) => tag.articles.length * 2 <= articles.length);
  return busiest(telling, TOPICS).flatMap(({ name, articles }) => {
    const newest = articles.findLast((article) => !used.has(article));
    if (newest === undefined) return [];
    used.add(newest);
    return [
      {
        ...shared.tagLink(name),
        newest: { name: newest.title, url: newest.url, day: newest.date },
      },
    ];
  });
}

/** Returns the lists with the most articles, in their own order. */
function busiest<List extends { readonly articles: readonly Article[] }>(
  lists: readonly List[],
  most: number,
): List[] {
  const used = lists.filter(({ articles }) => articles.length > 0);
  const inOrder = used.toSorted((a, b) => b.articles.length - a.articles.length);
  const chosen = new Set(inOrder.slice(0, most));
  return used.filter((one) => chosen.has(one));
}

function homeView(props: Props): Html {
  const { chrome, day, lead, layout, seconds, recent, newestYear, bulletin } = props;
  const pictures = seconds.filter(({ cover }) => cover !== undefined).length;
  return frame({
    chrome,
    url: homeUrl,
    title: chrome.name,
    description: chrome.description,
    masthead: masthead(chrome, day),
    main: html`<div class="front${layout !== "list beside" && html` front-${layout === "alone" ? "alone" : "flat"}`}">
      <section class="front-lead" aria-label="Tin chính">${lead ? teaser(lead, "lead", 2) : html`<p class="empty">Chưa có bài nào.</p>`}</section>
      ${seconds.length > 0 && html`<section class="front-cards${pictures === 1 && " stacked"}" aria-label="Tin nổi bật">${seconds.map((item) => teaser(item, "card"))}</section>`}
      ${
        recent.length > 0 &&
        html`<section class="front-recent" aria-labelledby="tin-moi"><h2 id="tin-moi">Tin mới</h2>
          <ol class="brief">${recent.map((item) => html`<li>${teaser(item, "row", 3, day && yearOf(day))}</li>`)}</ol>
          <p class="more">${newestYear && html`<a href="${newestYear.url}">Cả năm ${newestYear.name}</a>`} ${bulletin && html`<a href="${bulletin.url}">${bulletin.name}</a>`}</p></section>`
      }
      </div>
      ${
        props.ownBlock !== undefined &&
        html`<section class="strip">${trustedHtml(props.ownBlock)}</section>
      `
      }${blocksBelow(props)}`,
  });
}

/** The blocks below the news. Two halves that follow each other are beside each other. */
function blocksBelow(props: Props): Html {
  const { blocks } = props;
  const drawn = runs(blocks, (block) => (isHalf(block) ? "halves" : block)).map(([kind, run]) => {
    if (kind === "Mới trong các sổ") return registerNewsView(props.registers);
    if (kind === "Chủ đề") return topics(props.topics);
    const halves = run.map((block) => (block === "Đơn vị" ? units(props.units) : archive(props)));
    return html`<div class="halves">${halves}</div>`;
  });
  return html`${drawn.map((block, at) => html`${at > 0 && "\n"}${block}`)}`;
}

function isHalf(block: HomeBlock): boolean {
  return block === "Đơn vị" || block === "Lưu trữ";
}

function topics(list: readonly Topic[]): Html | false {
  return (
    list.length > 0 &&
    html`<section class="strip" aria-labelledby="chu-de"><h2 class="to" id="chu-de"><a href="${tagsUrl}">Chủ đề</a></h2>
      <p class="note">Bài gần nhất của mỗi chủ đề, ngoài các bài đã nêu ở trên</p>
      <ul class="newest">${list.map(
        ({ name, url, newest }) =>
          html`<li><p><a href="${url}"><b>${name}</b></a></p><p><a href="${newest.url}">${newest.name}</a> <time class="count" datetime="${newest.day}">${shortDay(newest.day)}</time></p></li>`,
      )}</ul>
    </section>`
  );
}

function units(list: readonly Counted[]): Html | false {
  return (
    list.length > 0 &&
    html`<section aria-labelledby="don-vi"><h2 class="to" id="don-vi"><a href="${unitsUrl}">Đơn vị</a></h2>
      ${countedNames(list)}
    </section>`
  );
}

/** The months of the newest year, and the way to all others. */
function archive({ newestYear, otherYears }: Props): Html | false {
  return (
    newestYear !== undefined &&
    html`<section aria-labelledby="luu-tru"><h2 class="to" id="luu-tru"><a href="${archiveUrl}">Lưu trữ</a></h2>
      <p class="note"><a href="${newestYear.url}">Năm ${newestYear.name}</a>: ${formatNumber(newestYear.count)} bài</p>
      ${monthCells(newestYear, fullestMonth([newestYear]))}
      ${otherYears.length > 0 && html`<p class="more">${otherYears.map(({ name, url, count }) => html`<span><a href="${url}">${name}</a> <span class="count">(${formatNumber(count)})</span></span> `)}</p>`}
    </section>`
  );
}
