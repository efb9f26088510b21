import { type Day, partialDayText, shortDay } from "../../src/day.ts";
import type { Site } from "../../src/site.ts";
import { capitalized, formatNumber } from "../../src/text/vietnamese.ts";
import { firstDay } from "../../src/unit.ts";
import type { EventKind, FactChange, UnitEvent } from "../../src/unit-events.ts";
import { type Html, html } from "./html.ts";
import type { Link, Shared } from "./shared.ts";
import { linksInLine } from "./unit-now.ts";

/** An event in the life of a unit, as pages tell it. */
export type EventLine = {
  readonly kind: EventKind;
  readonly date: string;
  readonly facts: readonly (Omit<FactChange, "before" | "after"> & {
    readonly before?: Link | string;
    readonly after?: Link | string;
  })[];
  readonly into: readonly Link[];
  readonly from: readonly Link[];
  readonly decision?: {
    readonly number?: string;
    readonly date?: Day;
    /** Address of the page of the decision. */
    readonly url?: string;
  };
  readonly article?: Link;
  readonly note?: string;
};

/** Returns an event with links to all that it names, by the names of the day. */
export function eventLine(event: UnitEvent, site: Site, shared: Shared): EventLine {
  const { kind, date, facts, into, from, change } = event;
  const day = firstDay(date);
  const link = (id: string) => shared.unitLinkOn(id, day);
  const asShown = (key: FactChange["key"], value: string | undefined) =>
    key === "parent" && value !== undefined ? link(value) : value;
  const decision = change?.decision;
  const url = change && site.documents.ofChange.get(change)?.url;
  const article = change?.article && site.articleByPath.get(change.article);
  return {
    kind,
    date,
    facts: facts.map(({ key, before, after }) => ({
      key,
      ...(before === undefined ? {} : { before: asShown(key, before)! }),
      ...(after === undefined ? {} : { after: asShown(key, after)! }),
    })),
    into: into.map(link),
    from: from.map(link),
    ...(decision === undefined
      ? {}
      : { decision: { ...decision, ...(url === undefined ? {} : { url }) } }),
    ...(article ? { article: { name: article.title, url: article.url } } : {}),
    ...(change?.note === undefined ? {} : { note: change.note }),
  };
}

/** Events one after the other, each with its date. */
export function timeline(events: readonly EventLine[]): Html {
  return html`<ol class="events">${events.map(
    (event) => html`<li><b>${partialDayText(event.date)}</b> <span>${eventText(event)}</span></li>`,
  )}</ol>`;
}

/** What happened, by which decision, and where one can read of it. */
export function eventText(event: EventLine): Html {
  const { decision, article, note } = event;
  return html`${whatHappened(event)}.${decision && html` <small>${decisionText(decision)}.</small>`}${
    note !== undefined && html` <small>${note}</small>`
  }${article && html` <small>Bài viết: <a href="${article.url}">${article.name}</a>.</small>`}`;
}

function decisionText({ number, date, url }: NonNullable<EventLine["decision"]>): Html {
  const name = number && `số ${number}`;
  const parts = [
    url ? html`<a href="${url}">${name}</a>` : name,
    date && `ngày ${shortDay(date)}`,
  ].filter((part) => part);
  return html`Theo văn bản ${parts.map((part, at) => html`${at > 0 && ", "}${part}`)}`;
}

/** What happened, without the stop at its end. */
export function whatHappened({ kind, facts, into, from }: EventLine): Html {
  // A unit that another one went into is itself still there.
  const isHost = kind === "sáp nhập" && from.length > 0 && into.length === 0;
  const fromWord = isHost ? " " : (fromWords[kind] ?? " từ ");
  const others = html`${from.length > 0 && html`${fromWord}${linksInLine(from)}`}${
    into.length > 0 && html`${intoWords[kind] ?? " thành "}${linksInLine(into)}`
  }`;
  const changes = facts.map((fact) => factText(fact));
  const isTold = from.length + into.length > 0;
  return html`${isHost ? "Nhận sáp nhập" : opening[kind]}${others}${changes.map(
    (text, at) => html`${at > 0 ? "; " : isTold ? "; " : ": "}${text}`,
  )}`;
}

const opening: Readonly<Record<EventKind, string>> = {
  "thành lập": "Thành lập",
  "đổi tên": "Đổi tên",
  "nâng cấp": "Nâng cấp",
  "chuyển về": "Đổi cấp trên",
  "sáp nhập": "Sáp nhập",
  "hợp nhất": "Hợp nhất",
  "chia tách": "Chia tách",
  "kết thúc": "Kết thúc hoạt động",
  "đổi loại": "Đổi loại tổ chức",
  "tiếp nhận": "Tiếp nhận",
  "tách ra": "Tách ra",
};
const fromWords: Partial<Record<EventKind, string>> = {
  "thành lập": " trên cơ sở ",
  "tiếp nhận": " ",
  "sáp nhập": " với ",
};
const intoWords: Partial<Record<EventKind, string>> = {
  "sáp nhập": " vào ",
  "kết thúc": "; nay là ",
  "tách ra": " ",
};

const factNames = {
  name: "tên",
  short: "tên gọn",
  kind: "loại tổ chức",
  parent: "cấp trên",
  docCode: "ký hiệu văn bản",
} as const satisfies Record<FactChange["key"], string>;

function factText({ key, before, after }: EventLine["facts"][number]): Html {
  if (key === "parent") {
    if (after === undefined) return html`thôi trực thuộc ${shown(before)}`;
    return html`trực thuộc ${shown(after)}${before !== undefined && html`, trước đó trực thuộc ${shown(before)}`}`;
  }
  const name = factNames[key];
  if (after === undefined) return html`không còn ${name} “${shown(before)}”`;
  if (before === undefined) return html`${name} là “${shown(after)}”`;
  return html`${name} từ “${shown(before)}” thành “${shown(after)}”`;
}

function shown(value: Link | string | undefined): Html | string | undefined {
  return typeof value === "object" ? html`<a href="${value.url}">${value.name}</a>` : value;
}

/** What happened on a day or in a year, by its kind. */
export type EventsOfKind = {
  readonly kind: EventKind;
  readonly count: number;
  /** The units that it happened to; only where they are few. */
  readonly units: readonly Link[];
};

/** With more units than this of one kind they are counted, not named. */
const FEW_UNITS = 3;

/** Parts events by their kinds, in the order in which the kinds are first told. */
export function eventsByKind(
  events: readonly { readonly kind: EventKind; readonly unit: () => Link }[],
): EventsOfKind[] {
  return [...Map.groupBy(events, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    count: own.length,
    units: own.length <= FEW_UNITS ? own.map(({ unit }) => unit()) : [],
  }));
}

/** "Đổi tên: Chi bộ mẫu số 1; kết thúc: 63 đơn vị" */
export function eventKinds(kinds: readonly EventsOfKind[]): Html {
  return html`${kinds.map(
    ({ kind, count, units }, at) =>
      html`${at > 0 && "; "}${at > 0 ? kind : capitalized(kind)}: ${
        units.length > 0
          ? units.map(({ name, url }, at) => html`${at > 0 && ", "}<a href="${url}">${name}</a>`)
          : `${formatNumber(count)} đơn vị`
      }`,
  )}`;
}
