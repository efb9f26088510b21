import { type Day, longDay, partialDayText, shortDay } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { compareCodes, compareText, formatNumber } from "../src/text/vietnamese.ts";
import { firstDay, lastDay, type Unit } from "../src/unit.ts";
import {
  mirrored,
  newTimeline,
  type TreeDay,
  type TreeNode,
  treesThrough,
  type UnitEvent,
} from "../src/unit-events.ts";
import { unitsDayUrl, unitsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Link, type Shared, sharedOf } from "./parts/shared.ts";
import {
  type EventLine,
  type EventsOfKind,
  eventKinds,
  eventLine,
  eventsByKind,
  eventText,
} from "./parts/unit-event.ts";

/** A unit with the units under it. */
type Branch = Link & {
  /** How many articles it has; left out in a tree of the past. */
  readonly count?: number;
  /** When it begins, where that is still to come. */
  readonly since?: string;
  /** Whether it changed on the day of the tree. */
  readonly isNew?: boolean;
  /** How many units below it are left out. */
  readonly hidden?: number;
  readonly children: readonly Branch[];
};

/** Units that ended on one day. */
type Former = {
  readonly until: string;
  readonly units: readonly (Link & { readonly count: number })[];
};

/** A time in which something changed, and what. */
type Change = {
  readonly date: string;
  readonly kinds: readonly EventsOfKind[];
  readonly url?: string;
};

type Props = {
  readonly chrome: Chrome;
  readonly tops: readonly Branch[];
  readonly former: readonly Former[];
  readonly outside: readonly Branch[];
  readonly changes: readonly Change[];
};

type DayProps = {
  readonly chrome: Chrome;
  readonly day: Day;
  readonly events: readonly (Link & { readonly event: EventLine })[];
  readonly tops: readonly Branch[];
  readonly isPart: boolean;
  readonly earlier?: Day;
  readonly later?: Day;
};

/** Units that ended on one day are folded away when they are more than this. */
const FEW_FORMER = 12;

/** In a tree with more units than this, what is below the second level is folded away. */
const LARGE_TREE = 60;

/** With more units than this that have none below them, they stand in columns. */
const FEW_LEAVES = 8;

/** When there are more changes than this beside the tree, the older ones are folded away. */
const RECENT = 16;

/** All units, as the tree that they are, and the tree of each day on which it changed. */
export function* unitsPages(site: Site): Generator<Page> {
  const shared = sharedOf(site);
  const { units, today } = site;
  const known = units.map(({ unit }) => unit);
  const events = eventsByDate(known, today);
  const days = [...treesThrough(known, today)];
  const hasTree = new Set<string>(days.map(({ day }) => day));
  const isLiving = (id: string) => site.unitById.get(id)?.isEnded === false;
  const tops = units.filter(
    ({ unit, isEnded }) => !isEnded && !unit.outside && !isLiving(unit.parent ?? ""),
  );
  const props: Props = {
    chrome: shared.chrome,
    tops: leavesFirst(tops.map(({ unit }) => branchNow(unit.id, site, shared))),
    former: formerUnits(site, shared),
    outside: units
      .filter(({ unit, isEnded }) => unit.outside && !isEnded)
      .map(({ unit }) => branchNow(unit.id, site, shared)),
    changes: [...events]
      .sort(([a], [b]) => compareCodes(firstDay(b), firstDay(a)))
      .map(([date, own]) => ({
        date,
        kinds: eventsByKind(
          own.map(({ event: { kind }, unit }) => ({
            kind,
            unit: () => shared.unitLinkOn(unit.id, firstDay(date)),
          })),
        ),
        ...(hasTree.has(date) ? { url: unitsDayUrl(date as Day) } : {}),
      })),
  };
  yield page("units", unitsUrl, props, unitsView);
  for (const [at, tree] of days.entries()) {
    const { day } = tree;
    const earlier = days[at - 1]?.day;
    const later = days[at + 1]?.day;
    const dayProps: DayProps = {
      chrome: shared.chrome,
      day,
      events: (events.get(day) ?? []).map(({ unit, event }) => ({
        ...shared.unitLinkOn(unit.id, day),
        event: eventLine(event, site, shared),
      })),
      tops: branchesThen(tree.tops, tree, shared),
      isPart: tree.isPart,
      ...(earlier === undefined ? {} : { earlier }),
      ...(later === undefined ? {} : { later }),
    };
    yield page("units on a day", unitsDayUrl(day), dayProps, dayView);
  }
}

type Happened = { readonly unit: Unit; readonly event: UnitEvent };

/** Returns what happened to all units by its date; what two units tell of one event comes once. */
function eventsByDate(units: readonly Unit[], today: Day): Map<string, Happened[]> {
  const eventsOf = newTimeline(units);
  const all = units.flatMap((unit) => eventsOf(unit).map((event): Happened => ({ unit, event })));
  const told = all.filter(
    ({ event, unit }) =>
      !mirrored.has(event.kind) && !unit.outside && firstDay(event.date) <= today,
  );
  return Map.groupBy(told, ({ event }) => event.date);
}

/** Returns the units that have ended by the day of their end, newest first. */
function formerUnits({ units }: Site, shared: Shared): Former[] {
  const ended = units.filter(({ isEnded }) => isEnded);
  return [...Map.groupBy(ended, ({ unit }) => unit.validTo!)]
    .sort(([a], [b]) => compareCodes(lastDay(b), lastDay(a)))
    .map(([until, own]) => ({
      until,
      units: own.map(({ unit, articles }) => ({
        ...shared.unitLink(unit.id),
        count: articles.length,
      })),
    }));
}

function branchNow(id: string, site: Site, shared: Shared): Branch {
  const { unit, children, articles } = site.unitById.get(id)!;
  const { validFrom } = unit;
  return {
    ...shared.unitLink(id),
    count: articles.length,
    ...(validFrom !== undefined && firstDay(validFrom) > site.today ? { since: validFrom } : {}),
    children: leavesFirst(children.map((child) => branchNow(child.id, site, shared))),
  };
}

function branchesThen(nodes: readonly TreeNode[], tree: TreeDay, shared: Shared): Branch[] {
  const branches = nodes.map(({ unit, children, hidden }) => ({
    ...shared.unitLinkOn(unit.id, tree.day),
    ...(tree.changed.has(unit.id) ? { isNew: true } : {}),
    ...(hidden > 0 ? { hidden } : {}),
    children: branchesThen(children, tree, shared),
  }));
  return leavesFirst(branches.sort((a, b) => compareText(a.name, b.name)));
}

/** Puts units without others under them first: they share lines, and each branch has its own. */
function leavesFirst(branches: readonly Branch[]): Branch[] {
  const isBranch = ({ children }: Branch) => children.length > 0;
  return [...branches.filter((one) => !isBranch(one)), ...branches.filter(isBranch)];
}

function unitsView({ chrome, tops, former, outside, changes }: Props): Html {
  return frame({
    chrome,
    url: unitsUrl,
    title: "Đơn vị",
    description: `Các tổ chức đảng có tin trên ${chrome.name}, theo hệ thống tổ chức.`,
    way: [],
    main: html`<header class="page-head"><h1>Đơn vị</h1>
      <p class="intro">Theo hệ thống tổ chức hiện nay, kèm số bài của từng đơn vị.</p></header>
      <div${changes.length > 0 && html` class="tree-and-times"`}><div>${tops.length === 0 ? html`<p class="empty">Chưa có đơn vị nào.</p>` : treeView(tops)}${
        outside.length > 0 &&
        html`<section class="part" aria-labelledby="ngoai-he-thong"><h2 id="ngoai-he-thong">Ngoài hệ thống tổ chức đảng</h2>
        ${treeView(outside)}</section>`
      }${
        former.length > 0 &&
        html`<section class="part" aria-labelledby="da-ket-thuc"><h2 id="da-ket-thuc">Đã kết thúc hoạt động</h2>
        ${former.map(formerOf)}</section>`
      }</div>${
        changes.length > 0 &&
        html`<section class="part" aria-labelledby="qua-cac-thoi-ky"><h2 id="qua-cac-thoi-ky">Hệ thống tổ chức qua các thời kỳ</h2>
        <p class="note">Liên kết ở mỗi ngày dẫn đến hệ thống tổ chức của ngày đó.</p>
        ${changeList(changes.slice(0, RECENT))}${
          changes.length > RECENT &&
          html`<details class="folded"><summary>${formatNumber(changes.length - RECENT)} thay đổi trước đó</summary>${changeList(changes.slice(RECENT))}</details>`
        }</section>`
      }</div>`,
  });
}

function formerOf({ until, units }: Former): Html {
  const when = `Đến ${partialDayText(until)}`;
  const list = html`<ul class="names">${units.map(({ name, url, count }) => html`<li><a href="${url}">${name}</a>${counted(count)}</li>`)}</ul>`;
  if (units.length <= FEW_FORMER) return html`<h3 class="until">${when}</h3>${list}`;
  return html`<details class="folded"><summary><b>${when}</b>: ${formatNumber(units.length)} đơn vị</summary>${list}</details>`;
}

function changeList(changes: readonly Change[]): Html {
  return html`<ul class="times">${changes.map(
    ({ date, kinds, url }) =>
      html`<li><b>${url ? html`<a href="${url}">${partialDayText(date)}</a>` : partialDayText(date)}</b> <span>${eventKinds(kinds)}</span></li>`,
  )}</ul>`;
}

/** The tree of one day, and what changed on it. */
function dayView(props: DayProps): Html {
  const { chrome, day, events, tops, isPart, earlier, later } = props;
  const title = `Hệ thống tổ chức ngày ${shortDay(day)}`;
  return frame({
    chrome,
    url: unitsDayUrl(day),
    title,
    description: `Các tổ chức đảng trực thuộc nhau thế nào vào ngày ${shortDay(day)}, và thay đổi gì trong ngày đó.`,
    way: [{ name: "Đơn vị", url: unitsUrl }],
    here: `Ngày ${shortDay(day)}`,
    main: html`<header class="page-head"><h1>${title}</h1>
      <p class="intro">${longDay(day)}. Tên gọi và cấp trên như vào ngày đó; xem <a href="${unitsUrl}">hệ thống hiện nay</a>.</p></header>
      ${
        events.length > 0 &&
        html`<section class="part" aria-labelledby="thay-doi"><h2 id="thay-doi">Thay đổi từ ngày này</h2>
        <ul class="events">${events.map(
          ({ name, url, event }) =>
            html`<li><b><a href="${url}">${name}</a></b> <span>${eventText(event)}</span></li>`,
        )}</ul></section>`
      }
      <section class="part" aria-labelledby="he-thong"><h2 id="he-thong">Hệ thống tổ chức</h2>
      ${isPart && html`<p class="note">Chỉ gồm những đơn vị có thay đổi và các cấp trên của chúng.</p>`}
      ${tops.length === 0 ? html`<p class="empty">Không có đơn vị nào.</p>` : branches(tops, Infinity, "tree")}</section>
      ${
        (earlier || later) &&
        html`<nav class="paging" aria-label="Ngày thay đổi trước và sau">${
          earlier &&
          html`<a class="older" rel="prev" href="${unitsDayUrl(earlier)}"><b>Thay đổi trước đó</b> <span>ngày ${shortDay(earlier)}</span></a>`
        }${
          later &&
          html`<a class="newer" rel="next" href="${unitsDayUrl(later)}"><b>Thay đổi tiếp theo</b> <span>ngày ${shortDay(later)}</span></a>`
        }</nav>`
      }`,
  });
}

function sizeOf(list: readonly Branch[]): number {
  return list.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0);
}

/** A tree; of a large one only the two upper levels, with all that is below each to unfold. */
function treeView(tops: readonly Branch[]): Html {
  return branches(tops, sizeOf(tops) > LARGE_TREE ? 2 : Infinity, "tree");
}

function branches(list: readonly Branch[], levels: number, name?: string): Html {
  const leaves = list.filter(({ children }) => children.length === 0);
  const names = [name, leaves.length > FEW_LEAVES && "many"].filter(Boolean);
  return html`<ul${names.length > 0 && html` class="${names.join(" ")}"`}>${list.map((one) => {
    const { name, url, count = 0, since, isNew, hidden, children } = one;
    const isFolded = levels === 1 && children.length > 0;
    const below = children.length > 0 && branches(children, levels - 1);
    return html`<li${below && !isFolded && html` class="branch"`}><a href="${url}">${name}</a>${counted(count)}${
      since && html` <span class="until">từ ${partialDayText(since)}</span>`
    }${isNew && html` <span class="until">thay đổi</span>`}${
      hidden && html` <span class="until">và ${hidden} đơn vị khác</span>`
    }${isFolded ? html`<details><summary>${formatNumber(sizeOf(children))} đơn vị bên dưới</summary>${below}</details>` : below}</li>`;
  })}</ul>`;
}

/** How many articles a unit has, so that nobody reads the number as part of a name. */
function counted(count: number): Html | false {
  return count > 0 && html` <span class="count">(${formatNumber(count)} bài)</span>`;
}
