import { shortDay } from "../../src/day.ts";
import { dayAfter, partialDayText } from "../../src/unit.ts";
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

/** Says that a unit has ended, when, and what it is now. */
export function endedText({ until = "", links }: UnitNow): Html {
  return html`đã kết thúc hoạt động ${endText(until)}${
    links.length > 0 && html`; nay là ${linksInLine(links)}`
  }.`;
}

function endText(until: string): string {
  if (until.length === 10) return `từ ngày ${shortDay(dayAfter(until))}`;
  return `trong ${until.length === 4 ? "năm" : "tháng"} ${partialDayText(until)}`;
}

/** Links one after another within a sentence. */
export function linksInLine(links: readonly Link[]): Html {
  return html`${links.map(
    ({ name, url }, at) =>
      html`${at > 0 && (at === links.length - 1 ? " và " : ", ")}<a href="${url}">${name}</a>`,
  )}`;
}
