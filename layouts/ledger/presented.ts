import { type AwardCount, awardTitle, formatCount, unknownCount } from "../../src/award.ts";
import { type Day, shortDay } from "../../src/day.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import { awardDay } from "../../src/registers/received.ts";
import { type Html, html } from "../parts/html.ts";
import type { Link, Shared } from "../parts/shared.ts";

/** An award that somebody handed over, as a line of a list. */
export type PresentedRow = {
  readonly title: string;
  /** Of the newest article that tells of it: a decision is older than the day of the ceremony. */
  readonly day: Day;
  readonly count: AwardCount;
  readonly to: string;
  readonly giver: Link;
  readonly told: Link;
};

export function presentedRow(entry: RegisterEntry, shared: Shared): PresentedRow {
  const { award, article } = entry;
  return {
    title: awardTitle(award),
    day: article.date,
    count: award.count,
    to: award.to,
    giver: shared.unitLinkOn(award.by, awardDay(entry)),
    told: { name: article.title, url: article.url },
  };
}

/** The awards one after the other, with the articles that tell of them. */
export function presentedList(rows: readonly PresentedRow[]): Html {
  return html`<ul class="events dated">${rows.map(
    ({ title, day, count, to, giver, told }) =>
      html`<li><span class="until">${shortDay(day)}</span> <span><b>${title}</b> của <a href="${giver.url}">${giver.name}</a> tặng ${count !== unknownCount && `${formatCount(count)} `}${to}. <small>Bài viết: <a href="${told.url}">${told.name}</a>.</small></span></li>`,
  )}</ul>`;
}
