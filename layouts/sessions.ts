import { isCongress } from "../src/event.ts";
import { type Page, page } from "../src/page.ts";
import { committeeTitle } from "../src/registers/session-name.ts";
import { type Committee, isAhead, type Session } from "../src/registers/sessions.ts";
import { type Site, shortUnitName, unitName } from "../src/site.ts";
import { compareText } from "../src/text/vietnamese.ts";
import { calendarUrl, sessionsUrl, sessionUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { jumpList } from "./parts/jumps.ts";
import { plainList, teaserList } from "./parts/list.ts";
import {
  LIST_SIZE,
  type ListName,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pagingNav,
} from "./parts/paging.ts";
import { eachYear, sessionLines } from "./parts/session-lines.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import { type Teaser, teaser } from "./parts/teaser.ts";

/** At most this many units are beside the list of sessions. */
const FEW_UNITS = 8;

/** A list of sessions, newest first: all of them, or those of one unit. */
type ListProps = PageOfList & {
  readonly chrome: Chrome;
  readonly heading: string;
  readonly description: string;
  /** The unit whose sessions they are. */
  readonly unit?: Link;
  readonly items: readonly Teaser[];
  /** On the newest page only, because they change with each session and each day. */
  readonly ahead?: readonly Teaser[];
  readonly units?: readonly Counted[];
  readonly committees?: readonly Counted[];
};

/** The sessions of one body in one term, in their order. */
type CommitteeProps = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly title: string;
  readonly heading: string;
  readonly unit: Link;
  readonly way: readonly Link[];
  readonly here: string;
  readonly numbered: readonly Step[];
  readonly others: readonly Teaser[];
};

/** A session, or the ordinals between two that no article tells of. */
type Step = { readonly session: Teaser } | { readonly from: number; readonly to: number };

/** Every session: all of them, by unit, and by committee and term. */
export function* sessionsPages(site: Site): Generator<Page> {
  const { sessions, byUnit, committees } = site.sessions;
  const { withUnit, withoutUnit } = sessionLines(site);
  const shared = sharedOf(site);
  const all = { url: sessionsUrl, title: "Hội nghị", way: [], here: "Hội nghị" };
  const units = [...byUnit].map(
    ([unit, own]): Counted => ({
      name: shortUnitName(unit, site),
      url: sessionUrl(unit),
      count: own.length,
    }),
  );
  yield* listPages(all, sessions, withUnit, site, {
    heading: "Hội nghị",
    description: "Các hội nghị, đại hội, buổi lễ và kỳ sinh hoạt được đưa tin.",
    units: units.sort((a, b) => compareText(a.name, b.name)),
  });
  const committeesOf = Map.groupBy(committees, ({ unit }) => unit);
  for (const [unit, own] of byUnit) {
    const name = unitName(unit, site);
    const list = {
      url: sessionUrl(unit),
      title: `Hội nghị của ${name}`,
      way: [{ name: "Hội nghị", url: sessionsUrl }],
      here: shortUnitName(unit, site),
    };
    yield* listPages(list, own, withoutUnit, site, {
      heading: `Hội nghị của ${name}`,
      description: `Các hội nghị, đại hội, buổi lễ của ${name} được đưa tin.`,
      unit: shared.unitLink(unit),
      committees: (committeesOf.get(unit) ?? []).toReversed().map(countedCommittee),
    });
  }
  for (const committee of committees) yield committeePage(committee, site);
}

function* listPages(
  list: ListName,
  sessions: readonly Session[],
  lineOf: (session: Session) => Teaser,
  site: Site,
  own: Pick<ListProps, "heading" | "description" | "unit" | "units" | "committees">,
): Generator<Page> {
  const { heading, description, unit, ...newestOnly } = own;
  for (const slice of pagesOfList(list.url, sessions, LIST_SIZE, ({ from }) => from)) {
    const isNewest = slice.number === undefined;
    const ahead = isNewest ? sessions.filter((one) => isAhead(one, site.today)) : [];
    const items = isNewest ? slice.items.filter((one) => !isAhead(one, site.today)) : slice.items;
    const props: ListProps = {
      chrome: sharedOf(site).chrome,
      ...pageOfList(list, slice),
      heading,
      description: isNewest ? description : `${description} Trang này: ${slice.span}.`,
      ...(unit ? { unit } : {}),
      items: items.map(lineOf),
      ...(isNewest ? { ...newestOnly, ahead: ahead.map(lineOf) } : {}),
    };
    yield page("sessions", slice.url, props, listView);
  }
}

function countedCommittee(committee: Committee): Counted {
  return {
    name: committeeTitle(committee),
    url: sessionUrl(committee.address),
    count: committee.numbered.length + committee.others.length,
  };
}

function committeePage(committee: Committee, site: Site): Page {
  const { withoutUnit } = sessionLines(site);
  const shared = sharedOf(site);
  const heading = committeeTitle(committee);
  const unit = shared.unitLink(committee.unit);
  const props: CommitteeProps = {
    chrome: shared.chrome,
    url: sessionUrl(committee.address),
    title: `${heading}, ${unit.name}: các kỳ họp`,
    heading,
    unit,
    way: [
      { name: "Hội nghị", url: sessionsUrl },
      { name: shortUnitName(committee.unit, site), url: sessionUrl(committee.unit) },
    ],
    here: heading,
    numbered: stepsOf(committee, withoutUnit),
    others: committee.others.map(withoutUnit),
  };
  return page("committee", props.url, props, committeeView);
}

/** Puts the ordinals that no article tells of between those that one does. */
function stepsOf(
  { numbered, body }: Committee,
  lineOf: (session: Session) => Teaser,
): readonly Step[] {
  // The first congresses of a Party organisation were long before there was a site.
  let expected = isCongress(body) ? (numbered[0]?.ordinal ?? 1) : 1;
  return numbered.flatMap((session): Step[] => {
    const ordinal = session.ordinal!;
    const gap = ordinal > expected ? [{ from: expected, to: ordinal - 1 }] : [];
    expected = ordinal + 1;
    return [...gap, { session: lineOf(session) }];
  });
}

function listView(props: ListProps): Html {
  const { heading, unit, ahead = [], units = [], committees = [], items, span } = props;
  const isWhole = unit === undefined;
  const isNewest = props.ahead !== undefined;
  const byUnit = names("theo-don-vi", "Theo đơn vị", units);
  // Beside the sessions many names would be longer than they are.
  const areMany = units.length > FEW_UNITS;
  const next =
    ahead.length > 0 &&
    html`<section class="part" aria-labelledby="sap-toi"><h2 id="sap-toi">Sắp diễn ra</h2>${plainList(ahead, 3, eachYear)}</section>`;
  const others =
    ((units.length > 0 && !areMany) || committees.length > 0) &&
    html`${!areMany && byUnit}${names("theo-khoa", "Theo cơ quan và nhiệm kỳ", committees)}`;
  const list = html`<section class="part" aria-labelledby="da-dien-ra"><h2 id="da-dien-ra">${span ? `Các kỳ họp ${span}` : "Đã diễn ra"}</h2>
      ${items.length === 0 ? html`<p class="empty">Chưa có hội nghị nào${ahead.length > 0 && " đã diễn ra"}.</p>` : teaserList(items, 3)}</section>`;
  return frame({
    ...props,
    main: html`<header class="page-head"><h1>${heading}</h1>
      <p class="intro">${unit ? html`Xem thêm: <a href="${unit.url}">trang của đơn vị</a>.` : props.description}</p>
      ${isWhole && isNewest && html`<p class="feed-line"><a href="${calendarUrl}" type="text/calendar">Lịch các hội nghị sắp tới (iCalendar)</a></p>`}
      ${jumpList(
        [
          ahead.length > 0 && { name: "Sắp diễn ra", url: "#sap-toi" },
          items.length > 0 && { name: "Đã diễn ra", url: "#da-dien-ra" },
          units.length > 0 && { name: "Theo đơn vị", url: "#theo-don-vi" },
          committees.length > 0 && { name: "Theo cơ quan và nhiệm kỳ", url: "#theo-khoa" },
        ].filter((part) => part !== false),
        2,
      )}</header>
      ${
        next || others
          ? // On a phone what comes next is above the list, and what leads elsewhere below it.
            html`<div class="list-and-facts">${next && html`<div>${next}</div>`}${list}${others && html`<div class="after">${others}</div>`}</div>`
          : html`<div class="wide">${list}</div>`
      }
      ${pagingNav(props)}
      ${areMany && byUnit}`,
  });
}

function names(id: string, title: string, list: readonly Counted[]): Html | false {
  return (
    list.length > 0 &&
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${countedNames(list)}</section>`
  );
}

function committeeView(props: CommitteeProps): Html {
  const { heading, unit, numbered, others } = props;
  return frame({
    ...props,
    description: `Mọi kỳ họp của ${heading}, ${unit.name}, được đưa tin trên ${props.chrome.name}.`,
    main: html`<header class="page-head"><h1>${heading}</h1>
      <p class="intro"><a href="${unit.url}">${unit.name}</a></p></header>
      ${
        numbered.length > 0 &&
        html`<section class="part" aria-labelledby="cac-ky"><h2 id="cac-ky">Các kỳ họp</h2>
      <ol class="rows">${numbered.map(step)}</ol></section>`
      }
      ${others.length > 0 && html`<section class="part" aria-labelledby="khac"><h2 id="khac">${numbered.length > 0 ? "Chưa rõ lần thứ mấy" : "Các kỳ họp"}</h2>${plainList(others, 3, eachYear)}</section>`}`,
  });
}

function step(one: Step): Html {
  if ("session" in one) return html`<li>${teaser(one.session, "row", 3, eachYear)}</li>`;
  const { from, to } = one;
  return html`<li class="gap">Lần thứ ${from === to ? from : `${from} – ${to}`}: chưa có bài</li>`;
}
