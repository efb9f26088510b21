import type { Article } from "../../src/article.ts";
import { bodyOf, isCongress, type OfficialEvent } from "../../src/event.ts";
import { committeeTitle, daysText, termText } from "../../src/registers/session-name.ts";
import { placeOfEvent } from "../../src/registers/sessions.ts";
import { fold } from "../../src/text/vietnamese.ts";
import { sessionUrl } from "../../src/urls.ts";
import { facts } from "./facts.ts";
import { type Html, html } from "./html.ts";
import type { Link, Shared } from "./shared.ts";

/** What an article says of its event, and where its session and committee are. */
export type EventShown = Omit<OfficialEvent, "unit"> & {
  readonly url: string;
  readonly committee?: Link;
  /** The unit that met. */
  readonly unit: Link;
};

/** Returns the event of an article; nothing where it tells of none. */
export function eventOf(article: Article, shared: Shared): { readonly event?: EventShown } {
  const { event } = article;
  if (event === undefined) return {};
  const { address, committee } = placeOfEvent(event, article);
  const body = bodyOf(event);
  return {
    event: {
      ...event,
      url: sessionUrl(address),
      unit: shared.unitLinkOn(event.unit ?? article.unit, article.date),
      ...(committee === undefined || body === undefined
        ? {}
        : {
            committee: {
              name: committeeTitle({ body, term: isCongress(body) ? undefined : event.term }),
              url: sessionUrl(committee),
            },
          }),
    },
  };
}

/** The facts of an event; its name leads to the page of the session. */
export function eventFacts(event: EventShown): Html | false {
  const { name, kind, body, unit, ordinal, term, place, date, to, agenda } = event;
  return facts([
    ["Tên", html`<a href="${event.url}">${name}</a>`],
    // Most names begin with it.
    ["Loại", kind !== undefined && !fold(name).startsWith(fold(kind)) && kind],
    [
      "Cơ quan",
      event.committee ? html`<a href="${event.committee.url}">${event.committee.name}</a>` : body,
    ],
    ["Đơn vị", html`<a href="${unit.url}">${unit.name}</a>`],
    ["Lần thứ", ordinal],
    // The name of the committee mostly says it already.
    term !== undefined && !event.committee?.name.endsWith(termText(term))
      ? [/^\d/u.test(term) ? "Nhiệm kỳ" : "Khóa", term.replace("-", "–")]
      : ["Khóa", undefined],
    [
      "Ngày",
      date
        ? html`<time datetime="${date}">${daysText(date, to)}</time>`
        : to && `đến ${daysText(to, undefined)}`,
    ],
    ["Nơi tổ chức", place],
    ["Nội dung", agendaList(agenda)],
  ]);
}

/** What was on the agenda, in its order. */
export function agendaList(agenda: readonly string[]): Html | false {
  return (
    agenda.length > 0 &&
    html`<ol class="agenda">${agenda.map((item) => html`<li>${item}</li>`)}</ol>`
  );
}
