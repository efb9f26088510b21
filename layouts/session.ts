import type { Article } from "../src/article.ts";
import { keyOf } from "../src/cache/key.ts";
import { type Day, yearOf } from "../src/day.ts";
import { isChair } from "../src/event.ts";
import { append } from "../src/lists.ts";
import { type PageGroup, page } from "../src/page.ts";
import { isSamePost, type Post, postsOn } from "../src/person.ts";
import type { RegisterEntry } from "../src/registers/awards.ts";
import { committeeTitle, daysText, sessionTitle, withUnit } from "../src/registers/session-name.ts";
import {
  articlesAbout,
  type Committee,
  daysFrom,
  type Session,
} from "../src/registers/sessions.ts";
import { type Site, shortUnitName } from "../src/site.ts";
import { runs } from "../src/text/runs.ts";
import { fold, nameKey } from "../src/text/vietnamese.ts";
import { sessionsUrl, sessionUrl } from "../src/urls.ts";
import { onceFor } from "../src/work/once.ts";
import { citedLines } from "./article.ts";
import { type LedgerRow, ledger, ledgerRows } from "./ledger/ledger.ts";
import { type CitedLine, documents } from "./parts/article-view.ts";
import type { Chrome } from "./parts/chrome.ts";
import { agendaList } from "./parts/event-facts.ts";
import { facts } from "./parts/facts.ts";
import { type FigureLine, figureLines, figuresTable } from "./parts/figure-table.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { eventNode } from "./parts/json-ld.ts";
import { plainList } from "./parts/list.ts";
import { type PersonShown, peopleList } from "./parts/people-list.ts";
import { type Link, type Shared, sharedOf } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";
import type { Teaser } from "./parts/teaser.ts";

/** All that the page of a session shows. */
type Props = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly title: string;
  readonly kind?: string;
  readonly unit: Link;
  /** The body that met; leads to the list of its sessions where its term is known. */
  readonly body?: string;
  readonly committee?: Link;
  readonly way: readonly Link[];
  readonly ordinal?: number;
  readonly from: Day;
  readonly to?: Day;
  readonly isDayStated: boolean;
  readonly place?: string;
  readonly agenda: readonly string[];
  readonly chairs: readonly PersonShown[];
  readonly others: readonly PersonShown[];
  readonly documents: readonly CitedLine[];
  readonly awards: readonly LedgerRow[];
  readonly figures: readonly FigureLine[];
  readonly articles: readonly Teaser[];
  readonly previous?: Link;
  readonly next?: Link;
};

/** One page for each session: what its articles tell of it, put together. */
export function sessionPages(site: Site): PageGroup[] {
  const shared = sharedOf(site);
  const { sessions, committees } = site.sessions;
  const byAddress = new Map(committees.map((committee) => [committee.address, committee]));
  const places = new Map(
    committees.flatMap(({ numbered }) => numbered.map((session, at) => [session, at] as const)),
  );
  const around = (session: Session) =>
    aroundOf(byAddress.get(session.committee ?? ""), places.get(session));
  // A session is told of by articles of several days, so it does not go with one of their months.
  return runs(sessions, ({ from }) => yearOf(from)).map(([year, ofYear]) => ({
    name: String(year),
    texts: [],
    sources: () => ofYear.map((one) => [around(one), sourcesOfSession(one, site, shared)]),
    urls: () => ofYear.map(({ address }) => sessionUrl(address)),
    pages: () =>
      ofYear.map((session) => {
        const beside = around(session);
        const props = { ...propsOf(session, beside.committee, site), ...beside };
        return page("session", props.url, props, sessionView);
      }),
  }));
}

/** Returns what the page of a session follows from but for the others of its committee. */
function sourcesOfSession(session: Session, site: Site, shared: Shared): unknown {
  const { listed, known } = sourcesOf(site);
  return [
    session.articles.map((article) => [listed(article), known(article)]),
    awardsOf(articlesAbout(session), site).map(ledgerRows(shared)),
  ];
}

type Around = Pick<Props, "committee" | "previous" | "next">;

/** Returns the committee of a session, and the sessions before and after it. */
function aroundOf(committee: Committee | undefined, place: number | undefined): Around {
  const neighbour = (by: number) =>
    place === undefined ? undefined : committee?.numbered[place + by];
  const [previous, next] = [neighbour(-1), neighbour(1)];
  return {
    ...(committee
      ? { committee: { name: committeeTitle(committee), url: sessionUrl(committee.address) } }
      : {}),
    ...(previous ? { previous: linkTo(previous) } : {}),
    ...(next ? { next: linkTo(next) } : {}),
  };
}

function propsOf(session: Session, inCommittee: Around["committee"], site: Site): Props {
  const shared = sharedOf(site);
  const { articles, kind, body, ordinal, to } = session;
  const people = peopleOf(session, site);
  const about = articlesAbout(session);
  const isLeading = ({ role = "" }: PersonShown) => role.split(", ").some(isChair);
  return {
    chrome: shared.chrome,
    url: sessionUrl(session.address),
    title: sessionTitle(session),
    unit: shared.unitLinkOn(session.unit, session.from),
    way: [
      { name: "Hội nghị", url: sessionsUrl },
      { name: shortUnitName(session.unit, site), url: sessionUrl(session.unit) },
      ...(inCommittee ? [inCommittee] : []),
    ],
    from: session.from,
    isDayStated: session.isDayStated,
    agenda: session.agenda,
    chairs: people.filter(isLeading).map(withoutChairing),
    others: people.filter((person) => !isLeading(person)),
    documents: uniqueBy(
      articles.flatMap((article) => citedLines(article, site)),
      ({ page }) => page,
    ),
    awards: awardsOf(about, site).map(ledgerRows(shared)),
    figures: uniqueBy(
      about.flatMap((article) => figureLines(article, shared)),
      keyOf,
    ),
    articles: articles.map(shared.teaserOf).reverse(),
    ...(kind === undefined ? {} : { kind }),
    ...(body === undefined ? {} : { body }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(to === undefined ? {} : { to }),
    ...(session.place === undefined ? {} : { place: session.place }),
  };
}

function linkTo(session: Session): Link {
  return { name: sessionTitle(session), url: sessionUrl(session.address) };
}

/**
 * Puts the people of several articles together, with every role. Their posts are those of the day
 * of the session: as the article nearest to it has them, but for what content/people.yaml says was
 * held at other times only.
 */
function peopleOf({ articles, from, to = from }: Session, site: Site): PersonShown[] {
  const found = new Map<string, PersonShown & { readonly days: number }>();
  for (const { date, people } of articles) {
    const days = daysFrom(date, from, to);
    for (const { id, name, posts: written, role: did } of people) {
      const key = id ?? nameKey(name);
      const known = found.get(key);
      const roles = [known?.role, did].flatMap((role) => role?.split(", ") ?? []);
      const role = [...new Map(roles.map((one) => [fold(one), one])).values()].join(", ");
      const isNearest = written.length > 0 && days < (known?.days ?? Infinity);
      found.set(key, {
        ...(id === undefined ? {} : { id }),
        name,
        ...(isNearest || known === undefined
          ? { posts: written, days: written.length > 0 ? days : Infinity }
          : { posts: known.posts, days: known.days }),
        ...(role === "" ? {} : { role }),
      });
    }
  }
  return [...found.values()].map(({ days, ...person }) => withPostsOn(person, from, site));
}

/** Returns a person with the posts of a day, as far as content/people.yaml knows them. */
function withPostsOn(person: PersonShown, day: Day, { officials }: Site): PersonShown {
  const official = person.id === undefined ? undefined : officials.byId.get(person.id)?.official;
  if (official === undefined) return person;
  const held = postsOn(official, day);
  const isIn = (posts: readonly Post[], post: string) =>
    posts.some((one) => isSamePost(one.post, post));
  const posts = person.posts.filter((post) => isIn(held, post) || !isIn(official.posts, post));
  if (posts.length > 0 && posts.length === person.posts.length) return person;
  // Of several posts an article names those that matter; what stands in for a wrong one is unclear.
  const others = held.filter(({ post }) => !posts.some((one) => isSamePost(one, post)));
  return { ...person, posts: [...posts, ...others.map(({ post }) => post)] };
}

/** Drops "chủ trì" from a role: the heading of the list says it. */
function withoutChairing({ role = "", ...person }: PersonShown): PersonShown {
  const rest = role.split(", ").filter((one) => !saidByHeading.test(fold(one)));
  return { ...person, ...(rest.length > 0 ? { role: rest.join(", ") } : {}) };
}

const saidByHeading = /^chu tri(?: (?:hoi nghi|phien hop|cuoc hop|buoi le))?$/u;

/** By article, the entries of the register that it tells of. */
const entriesByArticle = onceFor((site: Site) => {
  const found = new Map<string, RegisterEntry[]>();
  for (const entry of site.register.entries) {
    for (const { path } of [entry.article, ...entry.earlier]) {
      append(found, path, entry);
    }
  }
  return found;
});

/** Returns the awards that were told of at a session, each once, as the register counts them. */
function awardsOf(articles: readonly Article[], site: Site): RegisterEntry[] {
  const byArticle = entriesByArticle(site);
  return [...new Set(articles.flatMap(({ path }) => byArticle.get(path) ?? []))];
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function sessionView(props: Props): Html {
  const { title, unit, chairs, others, agenda, articles, awards } = props;
  const days = daysText(props.from, props.to);
  return frame({
    ...props,
    title: `${withUnit(title, unit.name)} (${days})`,
    here: props.ordinal === undefined ? title : `Lần thứ ${props.ordinal}`,
    description: `${withUnit(title, unit.name)}, ngày ${days}: chương trình, người dự, văn bản, khen thưởng và các bài viết.`,
    nodes: [eventNode(props)],
    main: html`<header class="page-head"><h1>${title}</h1>
      <p class="intro"><a href="${unit.url}">${unit.name}</a>, ${days}</p></header>
      <div class="list-and-facts"><div>
      ${facts([
        // What the headline and the line below it say is not said again.
        ["Loại", props.kind && !fold(title).startsWith(fold(props.kind)) && props.kind],
        [
          "Cơ quan",
          props.committee
            ? html`<a href="${props.committee.url}">${props.committee.name}</a>`
            : props.body,
        ],
        ["Lần thứ", !title.includes(`thứ ${props.ordinal}`) && props.ordinal],
        ["Ngày", !props.isDayStated && html`${days} <small>(theo ngày đăng bài)</small>`],
        ["Nơi tổ chức", props.place],
      ])}
      ${people("chu-tri", "Chủ trì", chairs)}
      ${people("tham-gia", "Tham gia", others)}
      </div><div class="told">
      ${agenda.length > 0 && html`<section class="part" aria-labelledby="noi-dung-hop"><h2 id="noi-dung-hop">Nội dung</h2>${agendaList(agenda)}</section>`}
      <section class="part" aria-labelledby="cac-bai"><h2 id="cac-bai">Bài viết</h2>${plainList(articles, 3, yearOf(props.from))}</section>
      ${documents(props)}
      </div></div>
      ${awards.length > 0 && html`<section class="part" aria-labelledby="khen-thuong"><h2 id="khen-thuong">Khen thưởng</h2>${ledger(awards)}</section>`}
      ${figuresTable(props)}
      ${neighbours(props)}`,
  });
}

function people(id: string, title: string, list: readonly PersonShown[]): Html | false {
  return (
    list.length > 0 &&
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${peopleList(list)}</section>`
  );
}

function neighbours({ previous, next }: Props): Html | false {
  return (
    (previous !== undefined || next !== undefined) &&
    html`<nav class="paging neighbours" aria-label="Kỳ họp trước và sau">${
      previous &&
      html`<a class="older" rel="prev" href="${previous.url}"><b>Kỳ trước</b> <span>${previous.name}</span></a>`
    }${
      next &&
      html`<a class="newer" rel="next" href="${next.url}"><b>Kỳ sau</b> <span>${next.name}</span></a>`
    }</nav>`
  );
}
