import type { Article } from "../../src/article.ts";
import { type Award, formatCount, unknownCount } from "../../src/award.ts";
import { type Day, shortDay } from "../../src/day.ts";
import { type Figure, formatMeasured, isPercentage, isTarget } from "../../src/figure.ts";
import { only } from "../../src/lists.ts";
import { comparePeriods, type Period, periodName } from "../../src/period.ts";
import { standingOf, tallyOf } from "../../src/registers/award-tally.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { latestResult, type Point, resultBefore } from "../../src/registers/figures.ts";
import { awardDay } from "../../src/registers/received.ts";
import { sessionTitle } from "../../src/registers/session-name.ts";
import { isAhead } from "../../src/registers/sessions.ts";
import { type Site, shortUnitName } from "../../src/site.ts";
import { fold, formatNumber } from "../../src/text/vietnamese.ts";
import { awardsUrl, figuresUrl, sessionsUrl, sessionUrl } from "../../src/urls.ts";
import { onceFor } from "../../src/work/once.ts";
import { changeText } from "./figure-words.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/** What the newest articles added to the registers, and the sessions ahead. */
export type RegisterNews = {
  readonly ceremonies: readonly Ceremony[];
  readonly figures: readonly RecentFigure[];
  readonly sessions: readonly RecentSession[];
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
  /** With its unit of measure, where the name does not begin with it: "98,2%". */
  readonly value: string;
  /** "năm 2023" */
  readonly period?: string;
  /** How it compares with the period before: "tăng 12 so với năm 2022". */
  readonly change?: string;
  readonly unit: string;
  readonly day: Day;
};

/** A session that is still to come, or one of the newest that are over. */
type RecentSession = Link & {
  readonly unit: string;
  readonly day: Day;
  readonly isAhead: boolean;
};

/** How many lines of each register. */
const LINES = 3;
/** How many figures of one article are shown, so that one report does not fill the list. */
const FIGURES_EACH = 2;

/**
 * Returns the news of all registers.
 *
 * @param newest the newest articles, newest first, whose figures are shown
 */
export function registerNews(newest: readonly Article[], site: Site): RegisterNews {
  return {
    ceremonies: recentCeremonies(site),
    figures: recentFigures(newest, site),
    sessions: recentSessions(site),
  };
}

/** The newest awards that were given, by article; a proposal is no award yet. */
function recentCeremonies(site: Site): Ceremony[] {
  const { articles, register } = site;
  const found: Ceremony[] = [];
  const given = Map.groupBy(register.entries.filter(isGivenLast), ({ article }) => article);
  for (const article of given.size === 0 ? [] : articles.toReversed()) {
    const entries = given.get(article);
    if (entries === undefined) continue;
    const givers = entries.map((entry) => shortUnitName(entry.award.by, site, awardDay(entry)));
    found.push({
      url: article.url,
      forms: [...Map.groupBy(entries, ({ award }) => award.form)].map(formOf),
      givers: [...new Set(givers)],
      day: article.date,
    });
    if (found.length === LINES) break;
  }
  return found;
}

/**
 * Returns how many of one form were given: "11", "khoảng 30", "11 và khoảng 30", or "ít nhất 11" of
 * what is known least. Rough numbers are never added up.
 */
function formOf([form, entries]: [string, readonly RegisterEntry[]]): Ceremony["forms"][number] {
  const { counts, unclear } = tallyOf(entries);
  const exact = counts.given > 0 ? [formatNumber(counts.given)] : [];
  if (unclear.given === 0) return { form, count: exact.join("") };
  const rough = only(entries.filter((entry) => entry.unclear.given > 0));
  const isWhole = rough !== undefined && rough.counts.revoked + rough.unclear.revoked === 0;
  if (isWhole && rough.award.count !== unknownCount)
    return { form, count: [...exact, formatCount(rough.award.count)].join(" và ") };
  return exact.length > 0 ? { form, count: `ít nhất ${exact[0]}` } : { form };
}

/** Returns whether an award is given, and the newest article on it tells of more than an end. */
function isGivenLast({ award, article, counts, unclear }: RegisterEntry): boolean {
  return counts.given + unclear.given > 0 && givenIn(article).has(decisionOf(award));
}

/** An article may have thousands of lines, so they are not looked through for each entry. */
const givenIn = onceFor(
  ({ awards }: Article) =>
    new Set(awards.filter((one) => standingOf(one) === "given").map(decisionOf)),
);

function decisionOf({ form, by, decision }: Award): string {
  return [form, by, decision?.number].join("|");
}

/**
 * The figures of the newest articles. Of a figure that is told for several periods or more than
 * once, only the newest period counts as news; one that looks back is no news.
 */
function recentFigures(newest: readonly Article[], site: Site): RecentFigure[] {
  const seen = new Set<string>();
  return newest
    .flatMap((article) => {
      const own = article.figures
        .filter((figure) => !isTarget(figure) && !isOvertaken(figure, article, site))
        .toSorted((a, b) => comparePeriods(periodOf(b), periodOf(a)))
        .filter(({ name, about = article.unit }) => {
          const key = `${fold(name)}|${about}`;
          return !seen.has(key) && seen.add(key);
        });
      return firstOf(own).map((figure) => recentFigure(figure, article, site));
    })
    .slice(0, LINES);
}

/** Returns the first figures of an article that say something each. */
function firstOf(figures: readonly Figure[]): Figure[] {
  const first: Figure[] = [];
  for (const figure of figures) {
    if (first.length === FIGURES_EACH) break;
    if (!first.some((one) => makesWhole(one, figure))) first.push(figure);
  }
  return first;
}

/** Returns whether two percentages say one thing twice: 82.4 % in time, 17.6 % late. */
function makesWhole(a: Figure, b: Figure): boolean {
  if (!isPercentage(a) || !isPercentage(b) || a.about !== b.about) return false;
  if (comparePeriods(periodOf(a), periodOf(b)) !== 0) return false;
  return Math.abs(a.value.value + b.value.value - 100) < 0.01;
}

/** Any period is newer than none. */
const periodOf = ({ period }: Figure): Period => period ?? { from: "", to: "" };

function recentFigure(figure: Figure, article: Article, site: Site): RecentFigure {
  const { name, value, unit: measure, period, about = article.unit } = figure;
  const change = changeOf(figure, article, site);
  const isInName = measure !== undefined && fold(name).startsWith(`${fold(measure)} `);
  return {
    url: article.url,
    name,
    value: formatMeasured(value, isInName ? undefined : measure),
    ...(period === undefined ? {} : { period: periodName(period) }),
    ...(change ? { change } : {}),
    unit: shortUnitName(about, site, article.date),
    day: article.date,
  };
}

/** Finds the point of a series that a figure tells of; undefined where another one counts there. */
function pointOf({ figures }: Site, figure: Figure, article: Article): Point | undefined {
  const unit = figure.about ?? article.unit;
  return figures
    .seriesOf(figure)
    ?.strands.filter((strand) => strand.unit === unit)
    .flatMap(({ points }) => points)
    .find(({ result }) => result?.figure === figure);
}

/** Returns whether a newer period of the same is told of. */
function isOvertaken(figure: Figure, article: Article, site: Site): boolean {
  const { period } = figure;
  const point = pointOf(site, figure, article);
  const latest = point && latestResult(point.strand);
  return period !== undefined && latest !== undefined && comparePeriods(period, latest.period) < 0;
}

/** Compares a figure with the period before in its series; undefined where that cannot be done. */
function changeOf(figure: Figure, article: Article, site: Site): string | undefined {
  const point = pointOf(site, figure, article);
  const before = point && resultBefore(point);
  if (before === undefined) return undefined;
  const { measure } = point!.strand;
  return changeText({ value: figure.value, measure }, before.result.value, before.period);
}

/** The sessions that come next, in their order, followed by those that were last. */
function recentSessions(site: Site): RecentSession[] {
  const { today } = site;
  const { sessions } = site.sessions;
  const ahead = sessions.filter((one) => isAhead(one, today));
  const past = sessions.filter((one) => !isAhead(one, today)).slice(-LINES);
  return [...ahead.slice(0, LINES), ...past.reverse()].slice(0, LINES).map((session) => ({
    name: sessionTitle(session),
    url: sessionUrl(session.address),
    unit: shortUnitName(session.unit, site, session.from),
    day: session.from,
    isAhead: isAhead(session, today),
  }));
}

/** What the newest articles added to the registers: this is where the site changes. */
export function registerNewsView({ ceremonies, figures, sessions }: RegisterNews): Html | false {
  return (
    ceremonies.length + figures.length + sessions.length > 0 &&
    html`<section class="strip" aria-labelledby="moi-trong-so"><h2 id="moi-trong-so">Mới trong các sổ</h2>
      <div>${newsOf(
        "Khen thưởng",
        awardsUrl,
        ceremonies.map(({ url, forms, givers, day }) => ({
          line: html`<a href="${url}">${forms.map(({ form, count }, at) => html`${at > 0 && ", "}${count && html`<b>${at === 0 ? sentence(count) : count}</b> `}${form}`)}</a>`,
          from: givers.join(", "),
          day,
        })),
      )}${newsOf(
        "Số liệu",
        figuresUrl,
        figures.map(({ url, name, value, period, change, unit, day }) => ({
          line: html`<a href="${url}"><b>${value}</b> ${name}${period && ` (${period})`}</a>${change && html`<p>${sentence(change)}</p>`}`,
          from: unit,
          day,
        })),
      )}${newsOf(
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

/** Begins with a capital letter. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A line of news of a register: what there is, from whom, of which day. */
export type NewsLine = { readonly line: Html; readonly from: string; readonly day: Day };

/** The newest lines of one register, under its name. */
export function newsOf(name: string, url: string, lines: readonly NewsLine[]): Html | false {
  return (
    lines.length > 0 &&
    html`<section><h3 class="to"><a href="${url}">${name}</a></h3>
      <ul>${lines.map(({ line, from, day }) => html`<li>${line}<p>${from}, <time datetime="${day}">${shortDay(day)}</time></p></li>`)}</ul>
    </section>`
  );
}
