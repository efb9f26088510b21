import type { Day } from "../src/day.ts";
import { isChair } from "../src/event.ts";
import type { Page, PageGroup } from "../src/page.ts";
import { newestPost, type Official, type Post, postsInOrder } from "../src/person.ts";
import type { OfficialEntry } from "../src/registers/officials.ts";
import type { Session } from "../src/registers/sessions.ts";
import type { Site } from "../src/site.ts";
import { compareCodes, formatNumber } from "../src/text/vietnamese.ts";
import { awardsUrl, officialsUrl, officialUrl } from "../src/urls.ts";
import { lazily } from "../src/work/once.ts";
import { type PresentedRow, presentedList, presentedRow } from "./ledger/presented.ts";
import { type ReceivedRow, receivedList, receivedRow } from "./ledger/received.ts";
import { type Html, html } from "./parts/html.ts";
import { officialNode } from "./parts/json-ld.ts";
import { plainList } from "./parts/list.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import { LIST_SIZE, urlsOfList } from "./parts/paging.ts";
import { eachYear, sessionLines } from "./parts/session-lines.ts";
import { type Link, type Shared, sharedOf } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";
import type { Teaser } from "./parts/teaser.ts";
import { validityText } from "./parts/validity.ts";

/** At most this many sessions, and awards of each kind, are beside the articles. */
const SHOWN = 20;

/** What is known of an office holder, for the newest page of the articles. */
type About = {
  readonly posts: readonly PostShown[];
  /** Sessions that the person led, newest first. */
  readonly chaired: readonly Teaser[];
  /** How many older ones are not shown. */
  readonly more: number;
  /** Awards handed over, newest first. */
  readonly presented: Cut<PresentedRow>;
  /** Awards given to the person, newest first. */
  readonly received: Cut<ReceivedRow>;
};

/** The newest of a list, and how many older ones are not shown. */
type Cut<Row> = { readonly rows: readonly Row[]; readonly more: number };

/** A post with its time in words, as far as it is known. */
export type PostShown = {
  readonly post: string;
  readonly body?: string;
  readonly unit?: Link;
  readonly time?: string;
};

/** One office holder: posts, sessions chaired, awards handed over and received, articles. */
export function officialPages(site: Site): PageGroup[] {
  return site.officials.officials.map((official) => {
    const { id } = official;
    const entry = () => site.officials.byId.get(id)!;
    const called = calledByPost(official, site.today);
    const about = lazily(() => aboutOf(entry(), site, sharedOf(site)));
    return {
      name: id,
      texts: [],
      sources: () => [called, about(), sourcesOf(site).ofList(entry().articles)],
      urls: () => urlsOfList(officialUrl(id), entry().articles.length, LIST_SIZE),
      pages: () => pagesOf(entry(), called, about(), site),
    };
  });
}

function pagesOf(
  { official, articles }: OfficialEntry,
  called: string,
  about: About,
  site: Site,
): Page[] {
  const shared = sharedOf(site);
  return listingPages(
    {
      kind: "official",
      url: officialUrl(official.id),
      title: called,
      heading: official.name,
      description: `${called}: chức vụ, các hội nghị chủ trì và bài viết.`,
      way: [{ name: "Cán bộ", url: officialsUrl }],
      here: official.name,
      // What the person did there tells one article from the other.
      teaserOf: (article) => {
        const { role } = article.people.find(({ id }) => id === official.id) ?? {};
        const teaser = shared.teaserOf(article);
        return role === undefined ? teaser : { ...teaser, why: role };
      },
      articles,
    },
    shared,
    { about },
    officialView,
  );
}

function aboutOf(entry: OfficialEntry, site: Site, shared: Shared): About {
  const { official, articles } = entry;
  const { withUnit } = sessionLines(site);
  const chaired = new Set<Session>();
  for (const { path, people } of articles.toReversed()) {
    const session = site.sessions.byArticle.get(path);
    const isLeading = people.some(
      ({ id, role = "" }) => id === official.id && role.split(", ").some(isChair),
    );
    if (session && isLeading) chaired.add(session);
  }
  return {
    posts: postsInOrder(official.posts).map((post) => postShown(post, shared)),
    chaired: [...chaired].slice(0, SHOWN).map(withUnit),
    more: Math.max(0, chaired.size - SHOWN),
    presented: cut(entry.presented, (one) => presentedRow(one, shared)),
    received: cut(entry.received, (one) => receivedRow(one, shared)),
  };
}

/** Returns the rows of the newest days. */
function cut<From, Row extends { readonly day: Day }>(
  list: readonly From[],
  rowOf: (one: From) => Row,
): Cut<Row> {
  const rows = list.map(rowOf).sort((a, b) => compareCodes(b.day, a.day));
  return { rows: rows.slice(0, SHOWN), more: Math.max(0, rows.length - SHOWN) };
}

/** Returns somebody's name with the newest post that has begun: "Trần A, nguyên Bí thư Đảng ủy". */
export function calledByPost(official: Official, today: Day): string {
  const post = newestPost(official, today);
  return post === undefined ? official.name : `${official.name}, ${post}`;
}

/** Returns a post as pages show it. */
export function postShown({ post, body, unit, from, to }: Post, shared: Shared): PostShown {
  const time = validityText(from, to);
  return {
    post,
    ...(body === undefined ? {} : { body }),
    ...(unit === undefined ? {} : { unit: shared.unitLink(unit) }),
    ...(time === undefined ? {} : { time }),
  };
}

function officialView(props: Listing & { readonly about?: About }): Html {
  const { about } = props;
  return listingView(props, {
    facts: about && html`${posts(about.posts)}${chaired(about)}`,
    beside: true,
    after: about && html`${presented(about)}${received(about)}`,
    ...(about
      ? {
          nodes: [
            officialNode({
              chrome: props.chrome,
              url: props.url,
              name: props.heading,
              posts: about.posts.map(({ post }) => post),
            }),
          ],
        }
      : {}),
  });
}

function posts(list: readonly PostShown[]): Html {
  return html`<section class="part" aria-labelledby="chuc-vu"><h2 id="chuc-vu">Chức vụ</h2>
    <ul class="people">${list.map(
      ({ post, body, unit, time }) =>
        html`<li><b>${post}</b>${body && html`<span>${body}</span>`}${unit && html`<span><a href="${unit.url}">${unit.name}</a></span>`}${time && html`<span class="role">${time}</span>`}</li>`,
    )}</ul></section>`;
}

function chaired({ chaired: list, more }: About): Html | false {
  return (
    list.length > 0 &&
    html`<section class="part" aria-labelledby="chu-tri"><h2 id="chu-tri">Hội nghị chủ trì</h2>${plainList(list, 3, eachYear)}${more > 0 && html`<p class="note">Và ${formatNumber(more)} hội nghị cũ hơn, xem ở các bài viết.</p>`}</section>`
  );
}

function presented({ presented: { rows, more } }: About): Html | false {
  return (
    rows.length > 0 &&
    html`<section class="part" aria-labelledby="da-trao"><h2 id="da-trao">Đã trao</h2>${presentedList(rows)}${older(more)}</section>`
  );
}

function received({ received: { rows, more } }: About): Html | false {
  return (
    rows.length > 0 &&
    html`<section class="part" aria-labelledby="duoc-khen"><h2 id="duoc-khen">Được khen thưởng</h2>${receivedList(rows)}${older(more)}</section>`
  );
}

function older(more: number): Html | false {
  return (
    more > 0 &&
    html`<p class="note">Và ${formatNumber(more)} lượt cũ hơn, ghi ở <a href="${awardsUrl}">sổ khen thưởng</a>.</p>`
  );
}
