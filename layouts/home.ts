import type { Article } from "../src/article.ts";
import { formatCount, unknownCount } from "../src/award.ts";
import { type Day, longDay, monthNumber, shortDay, yearOf } from "../src/day.ts";
import { formatMeasured, isTarget } from "../src/figure.ts";
import { type Page, page } from "../src/page.ts";
import { type RegisterEntry, tallyOf } from "../src/registers/awards.ts";
import { awardDay } from "../src/registers/received.ts";
import { isAhead } from "../src/registers/sessions.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import {
  awardsUrl,
  bulletinUrl,
  figuresUrl,
  homeUrl,
  monthUrl,
  sessionsUrl,
  sessionUrl,
  tagsUrl,
  unitsUrl,
  yearUrl,
} from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sessionTitle } from "./parts/session-name.ts";
import { type Link, type Shared, sharedOf } from "./parts/shared.ts";
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
  readonly ceremonies: readonly Ceremony[];
  readonly figures: readonly RecentFigure[];
  readonly sessions: readonly RecentSession[];
  readonly tags: readonly Counted[];
  readonly units: readonly Counted[];
  readonly years: readonly YearRow[];
};

/** The awards that one article tells of, which were mostly handed over on one occasion. */
type Ceremony = {
  readonly url: string;
  /** How many were given of each form, as far as it is known, in the order of the article. */
  readonly forms: readonly { readonly form: string; readonly count?: string }[];
  /** In the order of the article. */
  readonly givers: readonly string[];
  readonly day: Day;
};

/** A figure with the article that told it. */
type RecentFigure = {
  readonly url: string;
  readonly name: string;
  /** With its unit of measure: "98,2%". */
  readonly value: string;
  readonly unit: string;
  readonly day: Day;
};
/** A session that is still to come, or one of the newest that are over. */
type RecentSession = Link & {
  readonly unit: string;
  readonly day: Day;
  readonly isAhead: boolean;
};
/** Counts of the twelve months; null for a month without articles. */
type YearRow = Counted & { readonly months: readonly (Counted | null)[] };

const PICTURED = 3;
/** With fewer articles than this the column of news comes before the articles with pictures. */
const ENOUGH_FOR_PICTURES = 8;
const RECENT = 8;
/** How many lines of each register. */
const LINES = 4;
/** How many figures of one article are shown, so that one report does not fill the list. */
const FIGURES_EACH = 2;
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
    ceremonies: recentCeremonies(site, shared),
    figures: recentFigures(newest, shared),
    sessions: recentSessions(site, shared),
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

/** The newest awards that were given, by article; a proposal is no award yet. */
function recentCeremonies({ register }: Site, shared: Shared): Ceremony[] {
  const found: Ceremony[] = [];
  for (const [article, entries] of newestFirst(register.entries, ({ article }) => article)) {
    const given = entries.filter(({ counts, unclear }) => counts.given + unclear.given > 0);
    if (given.length === 0) continue;
    const givers = given.map((entry) => shared.unitLinkOn(entry.award.by, awardDay(entry)).name);
    found.push({
      url: article.url,
      forms: [...Map.groupBy(given, ({ award }) => award.form)].map(formOf),
      givers: [...new Set(givers)],
      day: article.date,
    });
    if (found.length === LINES) break;
  }
  return found;
}

/** Returns how many of one form were given: "11", "khoảng 30", or "trên 11" of both. */
function formOf([form, entries]: [string, readonly RegisterEntry[]]): Ceremony["forms"][number] {
  const { counts, unclear } = tallyOf(entries);
  if (unclear.given === 0) return { form, count: formatNumber(counts.given) };
  if (counts.given > 0) return { form, count: `trên ${formatNumber(counts.given)}` };
  const [{ award, ...first }] = entries as [RegisterEntry];
  const isWhole = entries.length === 1 && first.counts.revoked + first.unclear.revoked === 0;
  const isKnown = isWhole && award.count !== unknownCount;
  return isKnown ? { form, count: formatCount(award.count) } : { form };
}

/** Groups neighbours in a list that belong to one thing, from the end of the list. */
function* newestFirst<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Generator<[Key, Item[]]> {
  for (let end = items.length; end > 0; ) {
    const key = keyOf(items[end - 1]!);
    let start = end;
    while (start > 0 && keyOf(items[start - 1]!) === key) start -= 1;
    yield [key, items.slice(start, end)];
    end = start;
  }
}

/** The figures of the newest articles. */
function recentFigures(newest: readonly Article[], shared: Shared): RecentFigure[] {
  return newest
    .flatMap(({ url, date, unit, figures }) =>
      figures
        .filter((figure) => !isTarget(figure))
        .slice(0, FIGURES_EACH)
        .map((figure) => ({
          url,
          name: figure.name,
          value: formatMeasured(figure.value, figure.unit),
          unit: shared.unitLinkOn(figure.about ?? unit, date).name,
          day: date,
        })),
    )
    .slice(0, LINES);
}

/** The sessions that come next, in their order, followed by those that were last. */
function recentSessions({ sessions: { sessions }, today }: Site, shared: Shared): RecentSession[] {
  const ahead = sessions.filter((one) => isAhead(one, today));
  const past = sessions.filter((one) => !isAhead(one, today)).slice(-LINES);
  return [...ahead.slice(0, LINES), ...past.reverse()].slice(0, LINES).map((session) => ({
    name: sessionTitle(session),
    url: sessionUrl(session.address),
    unit: shared.unitLinkOn(session.unit, session.from).name,
    day: session.from,
    isAhead: isAhead(session, today),
  }));
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
      ${strip(props)}
      <div class="halves">${names("Chủ đề", "chu-de", props.tags, tagsUrl)}${names("Đơn vị", "don-vi", props.units, unitsUrl)}</div>
      ${archive(props)}`,
  });
}

/** What the newest articles added to the registers: this is where the site changes. */
function strip({ ceremonies, figures, sessions }: Props): Html | false {
  return (
    ceremonies.length + figures.length + sessions.length > 0 &&
    html`<section class="strip" aria-labelledby="moi-trong-so"><h2 id="moi-trong-so">Mới trong các sổ</h2>
      <div>${register(
        "Khen thưởng",
        awardsUrl,
        ceremonies.map(({ url, forms, givers, day }) => ({
          line: html`<a href="${url}">${forms.map(({ form, count }, at) => html`${at > 0 && ", "}${count && html`<b>${count}</b> `}${form}`)}</a>`,
          from: givers.join(", "),
          day,
        })),
      )}${register(
        "Số liệu",
        figuresUrl,
        figures.map(({ url, name, value, unit, day }) => ({
          line: html`<a href="${url}"><b>${value}</b> ${name}</a>`,
          from: unit,
          day,
        })),
      )}${register(
        "Hội nghị",
        sessionsUrl,
        sessions.map(({ url, name, unit, day, isAhead }) => ({
          line: html`<a href="${url}">${isAhead && html`<b>Sắp tới:</b> `}${name}</a>`,
          from: unit,
          day,
        })),
      )}</div>
    </section>`
  );
}

type Line = { readonly line: Html; readonly from: string; readonly day: Day };

function register(name: string, url: string, lines: readonly Line[]): Html | false {
  return (
    lines.length > 0 &&
    html`<section><h3><a href="${url}">${name}</a></h3>
      <ul>${lines.map(({ line, from, day }) => html`<li>${line}<p>${from}, <time datetime="${day}">${shortDay(day)}</time></p></li>`)}</ul>
    </section>`
  );
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
