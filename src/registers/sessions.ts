import type { Article } from "../article.ts";
import { shortHash } from "../cache/short-hash.ts";
import { type Day, daysBetween, shortDay } from "../day.ts";
import { bodyOf, type EventKind, isCongress, type OfficialEvent } from "../event.ts";
import { type Finding, finding } from "../problems/finding.ts";
import { compareCodes, fold, slugOf } from "../text/vietnamese.ts";

/** Every session that articles tell of: meetings, congresses, ceremonies. */
export type SessionRegister = {
  /** In order of their first days. */
  readonly sessions: readonly Session[];
  /** By the path of each article that tells of it. */
  readonly byArticle: ReadonlyMap<string, Session>;
  /** In the order in which they first met. */
  readonly committees: readonly Committee[];
  /** By unit, in order of their first days. */
  readonly byUnit: ReadonlyMap<string, readonly Session[]>;
};

export type Session = {
  /** Where it is below the list of all: `khoi/ban-chap-hanh-xix/11`. */
  readonly address: string;
  /** Id of the unit that met. */
  readonly unit: string;
  /** Address of its committee; undefined where body or term is not known. */
  readonly committee?: string | undefined;
  readonly name: string;
  readonly kind?: EventKind | undefined;
  readonly body?: string | undefined;
  readonly term?: string | undefined;
  readonly ordinal?: number | undefined;
  /** The first day; that of the first article where none says it. */
  readonly from: Day;
  readonly isDayStated: boolean;
  /** The last day of several. */
  readonly to?: Day | undefined;
  readonly place?: string | undefined;
  readonly agenda: readonly string[];
  /** Oldest first. */
  readonly articles: readonly Article[];
};

/** Returns whether a session is still to come, or is going on. */
export function isAhead({ from, to = from }: Pick<Session, "from" | "to">, today: Day): boolean {
  return to >= today;
}

/** Articles of other units belong to a session for at most this many days before and after it. */
const NEAR_DAYS = 14;

/**
 * Returns the articles whose awards and figures are those of the session: those of the unit that
 * met, and of anyone for a fortnight around the session. A later article of another unit may name
 * the session only to recall it.
 */
export function articlesAbout({ unit, from, to = from, articles }: Session): Article[] {
  return articles.filter(
    (article) => article.unit === unit || daysFrom(article.date, from, to) <= NEAR_DAYS,
  );
}

/** Returns how many days a day is before or after some days; 0 within them. */
export function daysFrom(day: Day, from: Day, to: Day): number {
  if (day < from) return daysBetween(day, from);
  return day > to ? daysBetween(to, day) : 0;
}

/** A body in one term: the Ban Chấp hành of term XIX. The congress is one through all terms. */
export type Committee = {
  readonly address: string;
  readonly unit: string;
  readonly body: string;
  readonly term?: string | undefined;
  /** In order of their ordinals. */
  readonly numbered: readonly Session[];
  /** In order of their first days. */
  readonly others: readonly Session[];
};

/**
 * Returns what makes a session the same in two articles, which is also its address: unit, body,
 * term and ordinal where these are known, otherwise unit, first day and name. It follows from the
 * one article alone, so no later article can move a page.
 *
 * Only a congress is numbered through all terms; of any other body the ninth session is not known
 * without its term.
 */
export function placeOfEvent(
  event: OfficialEvent,
  article: Pick<Article, "unit" | "date">,
): { readonly address: string; readonly committee?: string } {
  const unit = event.unit ?? article.unit;
  const body = bodyOf(event);
  const term = body !== undefined && isCongress(body) ? "" : event.term;
  const ofBody = body === undefined || term === undefined ? "" : slugOf(`${body} ${term}`);
  const committee = ofBody === "" ? undefined : `${unit}/${step(ofBody)}`;
  if (committee !== undefined && event.ordinal !== undefined)
    return { address: `${committee}/${event.ordinal}`, committee };
  const name = slugOf(event.name) || "su-kien";
  const address = `${unit}/${event.date ?? article.date}-${cut(name)}`;
  return committee === undefined ? { address } : { address, committee };
}

/** A committee's step begins with a letter, a session's with its day; so they never meet. */
function step(slug: string): string {
  return cut(/^\d/u.test(slug) ? `ban-${slug}` : slug);
}

/** In letters; a folder may have 255. */
const longestStep = 100;

function cut(slug: string): string {
  if (slug.length <= longestStep) return slug;
  return `${slug.slice(0, 80)}-${shortHash(slug).slice(0, 12)}`;
}

type Draft = { -readonly [Key in keyof Session]: Session[Key] } & {
  readonly articles: Article[];
  /** The articles that say its day and its place. */
  dayBy?: Article;
  placeBy?: Article;
};

/**
 * Builds the register from articles given oldest first. What a newer article says counts, and what
 * it leaves out the older ones have said; of names and agendas the fuller one counts. Two days or
 * two places of one session are findings of the newer article.
 */
export function buildSessions(articles: readonly Article[]): {
  register: SessionRegister;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const drafts = new Map<string, Draft>();
  const byArticle = new Map<string, Session>();
  for (const article of articles) {
    const { event } = article;
    if (event === undefined) continue;
    const { address, committee } = placeOfEvent(event, article);
    let draft = drafts.get(address);
    if (draft === undefined) {
      draft = newDraft(event, article, address, committee);
      drafts.set(address, draft);
    } else findings.push(...retell(draft, event, article));
    byArticle.set(article.path, draft);
  }
  const sessions = [...drafts.values()].sort(
    (a, b) => compareCodes(a.from, b.from) || compareCodes(a.address, b.address),
  );
  const committees = committeesOf(sessions);
  const byUnit = Map.groupBy(sessions, ({ unit }) => unit);
  findings.push(...termFindings(committees));
  return { register: { sessions, byArticle, committees, byUnit }, findings };
}

function newDraft(
  event: OfficialEvent,
  article: Article,
  address: string,
  committee: string | undefined,
): Draft {
  const { name, kind, term, ordinal, date, to, place, agenda } = event;
  const from = date ?? article.date;
  return {
    address,
    unit: event.unit ?? article.unit,
    committee,
    name,
    kind,
    body: bodyOf(event),
    term,
    ordinal,
    from,
    isDayStated: date !== undefined,
    to: to !== undefined && to > from ? to : undefined,
    place,
    agenda,
    articles: [article],
    ...(date === undefined ? {} : { dayBy: article }),
    ...(place === undefined ? {} : { placeBy: article }),
  };
}

/** Adds what a later article tells of a session that is known. */
function retell(draft: Draft, event: OfficialEvent, article: Article): Finding[] {
  const findings = [...retellDays(draft, event, article), ...retellPlace(draft, event, article)];
  // A later article often recalls a session in few words: the fuller account tells more.
  if (wordsIn(event.name) >= wordsIn(draft.name)) draft.name = event.name;
  draft.kind = event.kind ?? draft.kind;
  draft.term = event.term ?? draft.term;
  if (event.agenda.length > 0 && event.agenda.length >= draft.agenda.length)
    draft.agenda = event.agenda;
  draft.articles.push(article);
  return findings;
}

function wordsIn(name: string): number {
  return name.split(/\s+/u).length;
}

function retellDays(draft: Draft, { date, to }: OfficialEvent, article: Article): Finding[] {
  const { dayBy, from, to: last } = draft;
  // The report of the second day names that day: it is one of those that are known.
  const isKnown = date !== undefined && date >= from && date <= (last ?? from);
  if (dayBy !== undefined && to === undefined && isKnown) return [];
  const begin = date ?? from;
  const end = to !== undefined && to >= begin ? to : last;
  draft.to = end !== undefined && end > begin ? end : undefined;
  if (date === undefined) return [];
  const isOther = dayBy !== undefined && (from < date || from > (to ?? date));
  draft.from = date;
  draft.isDayStated = true;
  draft.dayBy = article;
  if (!isOther) return [];
  return [
    finding(
      "event-date-differs",
      article.path,
      ["event", "date"],
      { value: shortDay(date), otherValue: shortDay(from) },
      { path: dayBy.path, at: ["event", "date"] },
    ),
  ];
}

function retellPlace(draft: Draft, { place }: OfficialEvent, article: Article): Finding[] {
  if (place === undefined) return [];
  const { placeBy, place: known = "" } = draft;
  const [one, other] = [fold(place), fold(known)];
  // "Hội trường A, tầng hai" only says more than "Hội trường A".
  if (placeBy !== undefined && other.includes(one)) return [];
  draft.place = place;
  draft.placeBy = article;
  if (placeBy === undefined || one.includes(other)) return [];
  return [
    finding(
      "event-place-differs",
      article.path,
      ["event", "place"],
      { value: place, otherValue: known },
      { path: placeBy.path, at: ["event", "place"] },
    ),
  ];
}

/** The days of a committee's first and last session, and its sessions in their order. */
type Span = { readonly committee: Committee; readonly sessions: readonly Session[] };

/** Finds one committee under two names of its term, a Roman numeral and the years. */
function termFindings(committees: readonly Committee[]): Finding[] {
  const spans = committees
    .filter(({ term }) => term !== undefined)
    .map((committee): Span => {
      const own = [...committee.numbered, ...committee.others];
      return { committee, sessions: own.sort((a, b) => compareCodes(a.from, b.from)) };
    });
  const bodies = Map.groupBy(spans, ({ committee: { unit, body } }) => `${unit} ${fold(body)}`);
  return [...bodies.values()].flatMap((own) => {
    const byYears = own.filter(({ committee: { term = "" } }) => /^\d/u.test(term));
    if (byYears.length === 0) return [];
    return own.flatMap((span) => {
      if (byYears.includes(span)) return [];
      const other = byYears.find((one) => areAtOneTime(span, one));
      return other === undefined ? [] : [termFinding(span, other)];
    });
  });
}

/** Returns whether a committee met while another did, or in the middle of the years of its term. */
function areAtOneTime({ sessions }: Span, { committee, sessions: others }: Span): boolean {
  const [first, last] = [sessions[0]!.from, sessions.at(-1)!.from];
  if (first <= others.at(-1)!.from && others[0]!.from <= last) return true;
  const [from = "", to = ""] = committee.term!.split("-");
  // In the first and the last year of a term two committees meet.
  return sessions.some(({ from: day }) => day.slice(0, 4) > from && day.slice(0, 4) < to);
}

/** Reports two names of a term in the article that has used the later one first. */
function termFinding(one: Span, other: Span): Finding {
  const [known, later] =
    one.sessions[0]!.from <= other.sessions[0]!.from ? [one, other] : [other, one];
  const at = ["event", "term"];
  const { body, term: value = "" } = later.committee;
  return finding(
    "event-term-differs",
    later.sessions[0]!.articles[0]!.path,
    at,
    { value, body, otherValue: known.committee.term! },
    { path: known.sessions[0]!.articles[0]!.path, at },
  );
}

function committeesOf(sessions: readonly Session[]): Committee[] {
  const groups = Map.groupBy(sessions, ({ committee }) => committee);
  return [...groups].flatMap(([address, own]): Committee[] => {
    if (address === undefined) return [];
    const { unit, body = "", term } = own[0]!;
    return [
      {
        address,
        unit,
        body,
        term: isCongress(body) ? undefined : term,
        numbered: own
          .filter(({ ordinal }) => ordinal !== undefined)
          .sort((a, b) => a.ordinal! - b.ordinal!),
        others: own.filter(({ ordinal }) => ordinal === undefined),
      },
    ];
  });
}
