import type { Article } from "../../src/article.ts";
import { type Award, formatCount, unknownCount } from "../../src/award.ts";
import { type Day, shortDay } from "../../src/day.ts";
import { formatMeasured, isTarget } from "../../src/figure.ts";
import { only } from "../../src/lists.ts";
import { standingOf, tallyOf } from "../../src/registers/award-tally.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { awardDay } from "../../src/registers/received.ts";
import { isAhead } from "../../src/registers/sessions.ts";
import type { Site } from "../../src/site.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { awardsUrl, figuresUrl, sessionsUrl, sessionUrl } from "../../src/urls.ts";
import { onceFor } from "../../src/work/once.ts";
import { type Html, html } from "./html.ts";
import { sessionTitle } from "./session-name.ts";
import type { Link, Shared } from "./shared.ts";

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

/** How many lines of each register. */
const LINES = 4;
/** How many figures of one article are shown, so that one report does not fill the list. */
const FIGURES_EACH = 2;

/**
 * Returns the news of all registers.
 *
 * @param newest the newest articles, newest first, whose figures are shown
 */
export function registerNews(newest: readonly Article[], site: Site, shared: Shared): RegisterNews {
  return {
    ceremonies: recentCeremonies(site, shared),
    figures: recentFigures(newest, shared),
    sessions: recentSessions(site, shared),
  };
}

/** The newest awards that were given, by article; a proposal is no award yet. */
function recentCeremonies({ articles, register }: Site, shared: Shared): Ceremony[] {
  const found: Ceremony[] = [];
  const given = Map.groupBy(register.entries.filter(isGivenLast), ({ article }) => article);
  for (const article of given.size === 0 ? [] : articles.toReversed()) {
    const entries = given.get(article);
    if (entries === undefined) continue;
    const givers = entries.map((entry) => shared.unitLinkOn(entry.award.by, awardDay(entry)).name);
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

/** What the newest articles added to the registers: this is where the site changes. */
export function registerNewsView({ ceremonies, figures, sessions }: RegisterNews): Html | false {
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
