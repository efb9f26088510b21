import type { Page, PageGroup } from "../src/page.ts";
import type { RegisterEntry } from "../src/registers/awards.ts";
import type { Received } from "../src/registers/received.ts";
import type { Site, UnitEntry } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { namesOf, type Unit } from "../src/unit.ts";
import { newTimeline, type UnitEvent } from "../src/unit-events.ts";
import { awardGiverUrl, awardsUrl, unitsUrl, unitUrl } from "../src/urls.ts";
import { lazily } from "../src/work/once.ts";
import { formatLinks } from "./feeds/follow.ts";
import { formSums, type Sum, sumTable } from "./ledger/answers.ts";
import { newestGiven } from "./ledger/given.ts";
import {
  type ReceivedCount,
  type ReceivedRow,
  receivedCounts,
  receivedList,
  receivedRow,
  receivedTable,
} from "./ledger/received.ts";
import { signsNote, tallySigns } from "./ledger/tally.ts";
import { foldedTotals, type Totals, totalsFor, withSum } from "./ledger/totals.ts";
import { facts, linkList } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { unitNode } from "./parts/json-ld.ts";
import { jumpList } from "./parts/jumps.ts";
import { plainList } from "./parts/list.ts";
import { articlePart, type Listing, listingPages, listingView } from "./parts/listing.ts";
import { LIST_SIZE, urlsOfList } from "./parts/paging.ts";
import { eachYear } from "./parts/session-lines.ts";
import { type Link, type Shared, sharedOf, type UnitNow } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";
import type { Teaser } from "./parts/teaser.ts";
import { type EventLine, eventLine, timeline } from "./parts/unit-event.ts";
import { endedText } from "./parts/unit-now.ts";
import { validityText } from "./parts/validity.ts";
import { officialsPart, registerParts, registersOf, type UnitRegisters } from "./unit-registers.ts";

/** At most this many units are listed among the facts of the unit above them. */
const FEW = 8;

/** How many awards that it received are on the page of a unit. */
const FEW_ROWS = 5;

/** How many of the newest decisions of its ledger are on the page of a unit. */
const DECISIONS = 5;

/** With more articles than this, the newest few come first, and all of them below the registers. */
const FEW_ARTICLES = 8;
const NEWEST_ARTICLES = 5;

/** At most this many officials stand below the facts, where awards are long enough beside both. */
const FEW_OFFICIALS = 6;

/** With fewer parts, of which the first is in sight, there is nothing to choose from. */
const MANY_PARTS = 4;

/** No step further is shown once there are this many units before, or after, one. */
const LONGEST_LINE = 200;

/** What is known of a unit, for the newest page of its articles. */
type About = {
  /** How many articles it has, on all pages of their list. */
  readonly count: number;
  readonly short?: string;
  readonly kind?: string;
  readonly docCode?: string;
  readonly validity?: string;
  readonly isOutside: boolean;
  /** What has become of it, if it has ended. */
  readonly now?: UnitNow;
  readonly parent?: Link;
  readonly children: readonly Link[];
  readonly formerChildren: readonly Link[];
  readonly predecessors: readonly Link[];
  readonly successors: readonly Link[];
  readonly line: readonly (readonly Member[])[];
  readonly events: readonly EventLine[];
  readonly awards?: Awards;
  readonly received?: AwardsReceived;
  readonly registers: UnitRegisters;
  /** For machines: its other names, and when it began and ended. */
  readonly otherNames: readonly string[];
  readonly founded?: string;
  readonly ended?: string;
};

/** One unit of a line of predecessors and heirs. */
type Member = Link & { readonly validity?: string; readonly isHere: boolean };

type Awards = {
  readonly totals: Totals;
  /** The totals of all units before and after it as well, where they gave any. */
  readonly inLine?: Totals;
  readonly forms: readonly Sum[];
  /** Its newest decisions. */
  readonly newest: readonly Teaser[];
  readonly all: string;
};

type AwardsReceived = {
  readonly counts: readonly ReceivedCount[];
  readonly withLine: boolean;
  readonly rows: readonly ReceivedRow[];
  readonly more: number;
};

/** One unit: its place in the tree, what became of it, what it gave, and its articles. */
export function unitPages(site: Site): PageGroup[] {
  const eventsOf = newTimeline(site.units.map(({ unit }) => unit));
  return site.units.map((entry) => {
    const about = lazily(() => aboutOf(entry, eventsOf(entry.unit), site, sharedOf(site)));
    return {
      name: entry.unit.id,
      texts: [],
      sources: () => [about(), sourcesOf(site).ofList(entry.articles)],
      urls: () => urlsOfList(unitUrl(entry.unit.id), entry.articles.length, LIST_SIZE),
      pages: () => pagesOf(entry, about(), site),
    };
  });
}

function pagesOf({ unit, ancestors, articles }: UnitEntry, about: About, site: Site): Page[] {
  const shared = sharedOf(site);
  const url = unitUrl(unit.id);
  return listingPages(
    {
      kind: "unit",
      url,
      title: unit.name,
      heading: unit.name,
      description: `${unit.name}: tin tức, hệ thống tổ chức và khen thưởng.`,
      way: [{ name: "Đơn vị", url: unitsUrl }, ...ancestors.map(({ id }) => shared.unitLink(id))],
      here: unit.short ?? unit.name,
      ...(articles.length > 0 ? { feed: { name: unit.name, of: url } } : {}),
      teaserOf: shared.teaserWithoutUnit,
      articles,
    },
    shared,
    { about },
    unitView,
  );
}

function aboutOf(
  entry: UnitEntry,
  events: readonly UnitEvent[],
  site: Site,
  shared: Shared,
): About {
  const { unit, ancestors, children, formerChildren, predecessors } = entry;
  const { short, kind, docCode, validFrom, validTo } = unit;
  const validity = validityText(validFrom, validTo);
  const parent = ancestors.at(-1);
  const now = shared.endOf(unit.id);
  const links = (units: readonly Unit[]) => units.map(({ id }) => shared.unitLink(id));
  const steps = lineOf(entry, site);
  const ids = steps.flat().map((one) => one.unit.id);
  const given = site.register.byGiver.get(unit.id) ?? [];
  const givenInLine = ids.flatMap((id) => site.register.byGiver.get(id) ?? []);
  const received = site.received.get(unit.id) ?? [];
  const receivedInLine = ids.flatMap((id) => site.received.get(id) ?? []);
  return {
    count: entry.articles.length,
    ...(short === undefined ? {} : { short }),
    ...(kind === undefined ? {} : { kind }),
    ...(docCode === undefined ? {} : { docCode }),
    ...(validity === undefined ? {} : { validity }),
    isOutside: unit.outside ?? false,
    ...(now === undefined ? {} : { now }),
    ...(parent ? { parent: shared.unitLink(parent.id) } : {}),
    children: links(children),
    formerChildren: links(formerChildren),
    predecessors: links(predecessors),
    successors: [...unit.successors, ...unit.offshoots].map(shared.unitLink),
    line:
      steps.length === 1 ? [] : steps.map((step) => step.map((one) => memberOf(one, unit, shared))),
    events:
      events.length === 1 && isBare(events[0]!)
        ? []
        : events.map((event) => eventLine(event, site, shared)),
    ...(givenInLine.length > 0 ? { awards: awardsOf(unit.id, given, givenInLine) } : {}),
    ...(receivedInLine.length > 0
      ? { received: receivedOf(received, receivedInLine, steps.length > 1, shared) }
      : {}),
    registers: registersOf(
      unit.id,
      steps.map((step) => step.map((one) => one.unit.id)),
      site,
    ),
    otherNames: namesOf(unit).filter((name) => name !== unit.id && name !== unit.name),
    ...(validFrom === undefined ? {} : { founded: validFrom }),
    ...(validTo === undefined ? {} : { ended: validTo }),
  };
}

/** Returns whether an event says no more than the dates of the unit do. */
function isBare({ change, from, into, facts }: UnitEvent): boolean {
  return change === undefined && from.length + into.length + facts.length === 0;
}

function memberOf({ unit, isEnded }: UnitEntry, here: Unit, shared: Shared): Member {
  const validity = validityText(unit.validFrom, isEnded ? unit.validTo : undefined);
  return {
    ...shared.unitLink(unit.id),
    ...(validity === undefined ? {} : { validity }),
    isHere: unit === here,
  };
}

/**
 * Returns a unit with all that came before and after it, step by step: the first units of all, then
 * those that they became.
 */
function lineOf(entry: UnitEntry, site: Site): UnitEntry[][] {
  const entries = (ids: readonly string[]) => ids.flatMap((id) => site.unitById.get(id) ?? []);
  const before = steps(entry, (one) => entries(one.predecessors.map(({ id }) => id)));
  // A unit that was split off and taken in again is before the other one, not after it as well.
  const known = new Set(before.flat());
  const after = steps(entry, ({ unit }) => entries([...unit.successors, ...unit.offshoots]))
    .map((step) => step.filter((one) => !known.has(one)))
    .filter((step) => step.length > 0);
  return [...before.reverse(), [entry], ...after];
}

/** A breadth-first search; each unit is in the first step that reaches it. */
function steps(start: UnitEntry, next: (entry: UnitEntry) => readonly UnitEntry[]): UnitEntry[][] {
  const seen = new Set([start]);
  const found: UnitEntry[][] = [];
  for (let step = [start]; step.length > 0 && seen.size <= LONGEST_LINE; ) {
    const further = new Set(step.flatMap(next)).difference(seen);
    for (const entry of further) seen.add(entry);
    step = [...further];
    if (step.length > 0) found.push(step);
  }
  return found;
}

function awardsOf(
  id: string,
  given: readonly RegisterEntry[],
  inLine: readonly RegisterEntry[],
): Awards {
  return {
    totals: totalsFor(given),
    ...(inLine.length > given.length ? { inLine: totalsFor(inLine) } : {}),
    forms: formSums(given),
    newest: newestGiven(given, DECISIONS),
    all: awardGiverUrl(id),
  };
}

function receivedOf(
  received: readonly Received[],
  inLine: readonly Received[],
  withLine: boolean,
  shared: Shared,
): AwardsReceived {
  return {
    counts: receivedCounts(received, inLine),
    withLine,
    rows: received
      .slice(-FEW_ROWS)
      .reverse()
      .map((one) => receivedRow(one, shared)),
    more: Math.max(0, received.length - FEW_ROWS),
  };
}

/**
 * The newest of everything about the unit comes first, with what it is beside it; its articles
 * would otherwise push all else out of sight, so a longer list of them is at the end.
 */
function unitView(props: Listing & { readonly about?: About }): Html {
  const { about, chrome, url, heading } = props;
  if (about === undefined) return listingView(props);
  const isLong = about.count > FEW_ARTICLES;
  const known = aboutPart(about, props);
  const { officials, ...registers } = about.registers;
  const beside = hasOfficialsBeside(about) && officials && officialsPart(officials);
  const below = beside ? registers : about.registers;
  const parts = [
    html`<div class="list-and-facts unit-top">${newest(about, props)}${(known || beside) && html`<div class="about">${known}${beside}</div>`}${received(about)}${awards(about)}</div>`,
    Object.keys(below).length > 0 && html`<div class="register">${registerParts(below)}</div>`,
    manyChildren(about),
    former(about),
    history(about),
    line(about),
    isLong && articlePart(props, about.count),
  ];
  return frame({
    ...props,
    nodes: [unitNode({ ...about, chrome, url, name: heading })],
    main: html`<header class="page-head"><h1>${heading}</h1>
      ${about.now && html`<p class="history">Đơn vị ${endedText(about.now)}</p>`}
      ${jumps(about, known !== false, isLong)}</header>
      ${parts}`,
  });
}

/** Without awards beside them, facts and officials would stand beside nothing. */
function hasOfficialsBeside({ awards, received, registers: { officials } }: About): boolean {
  return (
    (awards ?? received) !== undefined &&
    officials !== undefined &&
    officials.now.length <= FEW_OFFICIALS
  );
}

/** Leads to the parts of the page, in their order. */
function jumps(about: About, hasFacts: boolean, isLong: boolean): Html | false {
  const { count, registers } = about;
  const isBeside = hasOfficialsBeside(about);
  const parts = [
    [count > 0, isLong ? "moi-nhat" : "cac-bai", isLong ? "Bài mới nhất" : "Bài viết"],
    [hasFacts, "ve-don-vi", ABOUT],
    [isBeside, "can-bo", "Cán bộ"],
    [about.received, "duoc-khen", "Được khen thưởng"],
    [about.awards, "khen-thuong", "Khen thưởng"],
    [registers.figures, "so-lieu", "Số liệu"],
    [registers.sessions, "hoi-nghi", "Hội nghị"],
    [!isBeside && registers.officials, "can-bo", "Cán bộ"],
    [registers.documents, "van-ban", "Văn bản"],
    [about.children.length > FEW, "truc-thuoc", "Đơn vị trực thuộc"],
    [about.events.length > 0, "qua-cac-thoi-ky", "Qua các thời kỳ"],
    [isLong, "cac-bai", `Tất cả ${formatNumber(count)} bài`],
  ] as const;
  const links = parts.flatMap(([part, id, name]) => (part ? { name, url: `#${id}` } : []));
  return jumpList(links, MANY_PARTS);
}

/** The newest articles; all, where they are few. */
function newest(about: About, props: Listing): Html {
  const { items } = props;
  if (about.count > FEW_ARTICLES)
    return html`<section class="part" aria-labelledby="moi-nhat"><h2 id="moi-nhat">Bài mới nhất</h2>
      ${plainList(items.slice(0, NEWEST_ARTICLES), 3, eachYear)}
      <p class="more"><a href="#cac-bai">Tất cả ${formatNumber(about.count)} bài</a></p></section>`;
  if (items.length === 0) return articlePart(props);
  // Headings of years over one article each would push all else down.
  return html`<section class="part" aria-labelledby="cac-bai"><h2 id="cac-bai">Bài viết</h2>
    ${plainList(items, 3, eachYear)}</section>`;
}

const ABOUT = "Về đơn vị";

function aboutPart(about: About, { feed }: Listing): Html | false {
  const known = tree(about, feed);
  return (
    known &&
    html`<section class="part" aria-labelledby="ve-don-vi"><h2 id="ve-don-vi">${ABOUT}</h2>${known}</section>`
  );
}

function tree(about: About, feed: Listing["feed"]): Html | false {
  const { short, kind, docCode, validity, parent, children, predecessors, successors } = about;
  return facts([
    ["Tên gọn", short],
    ["Loại tổ chức", kind],
    ["Tính chất", about.isOutside && "cơ quan, tổ chức ngoài hệ thống tổ chức đảng"],
    ["Ký hiệu văn bản", docCode],
    ["Hoạt động", validity],
    ["Trực thuộc", parent && html`<a href="${parent.url}">${parent.name}</a>`],
    ["Đơn vị trực thuộc", children.length <= FEW && linkList(children)],
    ["Đơn vị tiền thân", predecessors.length <= FEW && linkList(predecessors)],
    ["Đơn vị kế tục", linkList(successors)],
    ["Khen thưởng", about.awards && awardsLine(about.awards)],
    ["Theo dõi tin", feed && formatLinks(feed)],
  ]);
}

/**
 * Lists many units in columns below the articles, because beside them a long list would be like a
 * pillar.
 */
function manyChildren({ children }: About): Html | false {
  return (
    children.length > FEW &&
    html`<section class="part" aria-labelledby="truc-thuoc"><h2 id="truc-thuoc">Đơn vị trực thuộc</h2>
      ${namesInColumns(children)}
    </section>`
  );
}

function former({ formerChildren }: About): Html | false {
  return (
    formerChildren.length > 0 &&
    html`<section class="part" aria-labelledby="tung-truc-thuoc"><h2 id="tung-truc-thuoc">Từng trực thuộc</h2>
      ${namesInColumns(formerChildren)}
    </section>`
  );
}

function namesInColumns(links: readonly Link[]): Html {
  return html`<ul class="names">${links.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul>`;
}

/** What happened to the unit, oldest first. */
function history({ events }: About): Html | false {
  return (
    events.length > 0 &&
    html`<section class="part" aria-labelledby="qua-cac-thoi-ky"><h2 id="qua-cac-thoi-ky">Qua các thời kỳ</h2>
      ${timeline(events)}
    </section>`
  );
}

/** All that came before and after the unit. */
function line({ line }: About): Html | false {
  return (
    line.length > 0 &&
    html`<section class="part" aria-labelledby="tien-than"><h2 id="tien-than">Tiền thân và kế tục</h2>
      <ol class="line">${line.map(
        (step) =>
          html`<li>${step.map(
            ({ name, url, validity, isHere }) =>
              html`<span>${isHere ? html`<b>${name}</b>` : html`<a href="${url}">${name}</a>`}${validity && html` <small>(${validity})</small>`}</span>`,
          )}</li>`,
      )}</ol>
    </section>`
  );
}

/** What it gave is below; a line among the facts, in the words of the register, leads there. */
function awardsLine({ totals }: Awards): Html {
  const own = totals.rows.length > 0;
  return html`<a href="#khen-thuong">${own ? tallySigns(totals.sum) : "của đơn vị tiền thân, kế tục"}</a>`;
}

/** What the unit gave: by form, and folded below by form and recipient. */
function awards({ awards }: About): Html | false {
  if (awards === undefined) return false;
  const { totals, inLine, forms, newest, all } = awards;
  const gave = forms.length > 0;
  const below = html`${gave && foldedTotals(totals, "Theo đối tượng")}
    ${inLine && foldedTotals(inLine, withSum(inLine, "Tính cả các đơn vị tiền thân và kế tục"))}
    ${newest.length > 0 && html`<h3 class="period-name">Mới đây</h3>${plainList(newest, 4, eachYear)}`}
    ${gave && html`<p class="more"><a href="${all}">Sổ khen thưởng của đơn vị</a></p>`}`;
  const before = signsNote(
    [totals, ...(inLine ? [inLine] : [])].flatMap(({ rows, sum }) => [...rows, sum]),
  );
  if (gave)
    return sumTable("khen-thuong", "Khen thưởng", "Hình thức", forms, { before, more: below });
  return html`<section class="part" aria-labelledby="khen-thuong"><h2 id="khen-thuong">Khen thưởng</h2>
    ${before}${below}</section>`;
}

function received({ received }: About): Html | false {
  if (received === undefined) return false;
  const { counts, withLine, rows, more } = received;
  return html`<section class="part" aria-labelledby="duoc-khen"><h2 id="duoc-khen">Được khen thưởng</h2>
    ${counts.length > 0 && receivedTable(counts, withLine)}
    ${rows.length > 0 && receivedList(rows)}
    ${more > 0 && html`<p class="note">Còn ${formatNumber(more)} lần cũ hơn trong <a href="${awardsUrl}">sổ khen thưởng</a>.</p>`}
  </section>`;
}
