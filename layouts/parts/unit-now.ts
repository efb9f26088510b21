import { partialDayText } from "../../src/unit.ts";
import { type Html, html } from "./html.ts";
import type { Link, UnitNow } from "./shared.ts";

/** What a unit is called now, after the name that it had: "(nay là …)". */
export function nowCalled(now: UnitNow | undefined): Html | false {
  if (now === undefined || now.links.length === 0) return false;
  return html` <span class="now">(nay là ${linksInLine(now.links)})</span>`;
}

/** Says above an article that its unit is there no more, and what has become of it. */
export function historyNotice(now: UnitNow | undefined, { name }: Link): Html | false {
  if (now?.until === undefined) return false;
  return html`<p class="history">${name} ${endedText(now)}</p>`;
}

/** Says until when a unit existed, and what it is now. */
export function endedText({ until, links }: UnitNow): Html {
  return html`hoạt động đến hết ${until !== undefined && timeText(until)}${
    links.length > 0 && html`; nay là ${linksInLine(links)}`
  }.`;
}

/** Names a day, a month or a year with the word for it. */
export function timeText(date: string): string {
  const kind = date.length === 4 ? "năm" : date.length === 7 ? "tháng" : "ngày";
  return `${kind} ${partialDayText(date)}`;
}

/** Links one after another within a sentence. */
export function linksInLine(links: readonly Link[]): Html {
  return html`${links.map(
    ({ name, url }, at) =>
      html`${at > 0 && (at === links.length - 1 ? " và " : ", ")}<a href="${url}">${name}</a>`,
  )}`;
}
