import { awardTitle } from "../../src/award.ts";
import { type Day, shortDay, yearOf } from "../../src/day.ts";
import { append } from "../../src/lists.ts";
import { type Page, page } from "../../src/page.ts";
import type { JoinedAward } from "../../src/portal/joined-award.ts";
import type { Portal, PortalArticle } from "../../src/portal/portal.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { awardsUrl, figuresUrl, homeUrl, sourcesUrl, unitsUrl } from "../../src/urls.ts";
import { followLine } from "../feeds/follow.ts";
import {
  type Givers,
  giverSums,
  giverTable,
  type Sum,
  yearsOf,
  yearTable,
} from "../ledger/answers.ts";
import { signsNote } from "../ledger/tally.ts";
import type { Chrome } from "../parts/chrome.ts";
import { type Counted, countedNames } from "../parts/facts.ts";
import { frame } from "../parts/frame.ts";
import { type Html, html } from "../parts/html.ts";
import { masthead } from "../parts/masthead.ts";
import { newsOf } from "../parts/register-news.ts";
import { type Teaser, teaser } from "../parts/teaser.ts";
import { type FigureShown, figureLine, figureShown } from "./figures.ts";
import { portalChrome, siteName } from "./portal-chrome.ts";
import { articleCounts } from "./units.ts";

type Props = {
  readonly chrome: Chrome;
  readonly day?: Day;
  readonly lead?: Teaser;
  readonly seconds: readonly Teaser[];
  readonly recent: readonly Teaser[];
  readonly awards: readonly AwardNews[];
  readonly figures: readonly FigureShown[];
  readonly sites: readonly SiteNews[];
  readonly givers: Givers;
  readonly years: readonly Sum[];
  readonly units: readonly Counted[];
};

/** The awards that one article tells of. */
type AwardNews = {
  readonly url: string;
  readonly lines: readonly { readonly count: string; readonly what: string }[];
  readonly givers: readonly string[];
  readonly sites: readonly string[];
  readonly day: Day;
};

type SiteNews = Counted & { readonly newest?: Day };

/* How many of each. */
const SECONDS = 2;
const RECENT = 14;
const LINES = 4;
/** How many awards of one article are named. */
const AWARDS_EACH = 3;
const UNITS = 8;
/** At most this many of one site come before those of others, so that nobody fills the page. */
const MOST_OF_SITE = 5;

/** The front page of a portal. */
export function homePages(portal: Portal): Page[] {
  const { articles, awards, figures, sites } = portal;
  const [lead, ...others] = newestOf(articles, SECONDS + RECENT + 1);
  const newest = new Map(articles.map(({ site, day }) => [site, day]));
  const names = new Map(awards.entries.map(({ giver }) => [giver.key, giver.name]));
  const props: Props = {
    chrome: portalChrome(portal),
    ...(lead ? { day: lead.day, lead: { ...teaserOf(lead, portal), summary: lead.summary } } : {}),
    seconds: others
      .slice(0, SECONDS)
      .map((one) => ({ ...teaserOf(one, portal), summary: one.summary })),
    recent: others.slice(SECONDS).map((one) => teaserOf(one, portal)),
    awards: newsOfAwards(portal),
    figures: figures
      .filter(({ row }) => row.kind !== "chỉ tiêu")
      .slice(0, LINES)
      .map((one) => figureShown(one, portal)),
    sites: sites.map(({ site: { id, name }, base, rows }) => {
      const day = newest.get(id);
      return {
        name,
        url: `${base}/`,
        count: rows.articles.length,
        ...(day === undefined ? {} : { newest: day }),
      };
    }),
    givers: giverSums(awards.entries, (key) => names.get(key)!),
    years: yearsOf(awards.entries),
    units: articleCounts(portal)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, UNITS),
  };
  return [page("home", homeUrl, props, homeView)];
}

/** Returns the newest articles, newest first, so that no site alone fills the list. */
function newestOf(articles: readonly PortalArticle[], most: number): PortalArticle[] {
  const counts = new Map<string, number>();
  const found: PortalArticle[] = [];
  const later: PortalArticle[] = [];
  for (const article of articles.slice(-most * MOST_OF_SITE).reverse()) {
    const count = (counts.get(article.site) ?? 0) + 1;
    counts.set(article.site, count);
    (count <= MOST_OF_SITE ? found : later).push(article);
  }
  const chosen = new Set([...found, ...later].slice(0, most));
  return articles
    .slice(-most * MOST_OF_SITE)
    .reverse()
    .filter((one) => chosen.has(one));
}

function teaserOf({ url, title, day, unitName, site }: PortalArticle, portal: Portal): Teaser {
  const name = siteName(portal, site);
  return { url, title, day, unit: unitName, ...(name === unitName ? {} : { why: name }) };
}

/** The newest awards that were given, by the article that tells of them. */
function newsOfAwards(portal: Portal): AwardNews[] {
  const found = new Map<string, JoinedAward[]>();
  for (const entry of portal.awards.entries.toReversed()) {
    const { url } = entry.sources[0]!;
    if (entry.counts.given === 0) continue;
    if (!found.has(url) && found.size === LINES) break;
    append(found, url, entry);
  }
  return [...found].map(([url, entries]) => ({
    url,
    lines: entries.slice(0, AWARDS_EACH).map(({ award, counts }) => ({
      count: formatNumber(counts.given),
      what: `${awardTitle(award)} cho ${award.to}`,
    })),
    givers: [...new Set(entries.map(({ giver }) => giver.name))],
    sites: sitesOf(entries, portal),
    day: entries[0]!.sources[0]!.day,
  }));
}

function sitesOf(entries: readonly JoinedAward[], portal: Portal): string[] {
  const ids = new Set(entries.flatMap(({ sources }) => sources.map(({ site }) => site)));
  return [...ids].map((id) => siteName(portal, id));
}

function homeView(props: Props): Html {
  const { chrome, day, lead, seconds, recent, givers, years } = props;
  return frame({
    chrome,
    url: homeUrl,
    title: chrome.name,
    description: chrome.description,
    masthead: masthead(chrome, day),
    main: html`<div class="front front-${seconds.length === 0 ? "alone" : "flat"}">
      <section class="front-lead" aria-label="Tin chính">${lead ? teaser(lead, "lead", 2) : html`<p class="empty">Chưa có bài nào.</p>`}</section>
      ${seconds.length > 0 && html`<section class="front-cards" aria-label="Tin nổi bật">${seconds.map((item) => teaser(item, "card"))}</section>`}
      ${
        recent.length > 0 &&
        html`<section class="front-recent" aria-labelledby="tin-moi"><h2 id="tin-moi">Tin mới của các trang</h2>
        <ol class="brief">${recent.map((item) => html`<li>${teaser(item, "row", 3, day && yearOf(day))}</li>`)}</ol></section>`
      }
      </div>
      ${news(props)}
      ${givers.most.length > 0 && html`<div class="answers">${giverTable(givers, signsNote([...givers.most, ...(givers.others ? [givers.others] : [])]))}${yearTable(years, false)}</div>`}
      <div class="halves">${sitesPart(props)}${unitsPart(props)}</div>
      ${chrome.hasFeed && followLine({ name: chrome.name, of: homeUrl })}`,
  });
}

/** What the newest articles added to the registers. */
function news({ awards, figures }: Props): Html | false {
  return (
    awards.length + figures.length > 0 &&
    html`<section class="strip" aria-labelledby="moi-trong-so"><h2 id="moi-trong-so">Khen thưởng và số liệu mới</h2>
    <div>${newsOf(
      "Khen thưởng",
      awardsUrl,
      awards.map(({ url, lines, givers, sites, day }) => ({
        line: html`<a href="${url}">${lines.map(({ count, what }, at) => html`${at > 0 && ", "}<b>${count}</b> ${what}`)}</a>`,
        from: `${givers.join(", ")}; theo ${sites.join(", ")}`,
        day,
      })),
    )}${newsOf("Số liệu", figuresUrl, figures.map(figureLine))}</div>
    </section>`
  );
}

function sitesPart({ sites }: Props): Html {
  return html`<section aria-labelledby="cac-trang"><h2 class="to" id="cac-trang"><a href="${sourcesUrl}">Các trang</a></h2>
    <ul class="names">${sites.map(
      ({ name, url, count, newest }) =>
        html`<li><a href="${url}">${name}</a> <span class="count">(${formatNumber(count)} bài${newest && `, mới nhất ${shortDay(newest)}`})</span></li>`,
    )}</ul></section>`;
}

function unitsPart({ units }: Props): Html | false {
  return (
    units.length > 0 &&
    html`<section aria-labelledby="don-vi"><h2 class="to" id="don-vi"><a href="${unitsUrl}">Đơn vị có nhiều bài</a></h2>
    ${countedNames(units)}</section>`
  );
}
