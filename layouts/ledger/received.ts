import { type AwardForm, awardTitle } from "../../src/award.ts";
import { type Day, shortDay } from "../../src/day.ts";
import type { Standing } from "../../src/registers/award-tally.ts";
import { awardDay, type Received } from "../../src/registers/received.ts";
import { compareText } from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";
import type { Link, Shared } from "../parts/shared.ts";
import { scrolling } from "../parts/table.ts";

/** An award that a unit received, as a line of a table. */
export type ReceivedRow = {
  /** What it is called, with its rank or step. */
  readonly title: string;
  readonly standing: Standing;
  readonly day: Day;
  readonly for?: string;
  readonly giver: Link;
  readonly told: Link & { readonly day: Day };
};

/** How many awards of one form a unit received, alone and with those before and after it. */
export type ReceivedCount = {
  readonly form: AwardForm;
  readonly own: number;
  readonly inLine: number;
};

export function receivedRow({ entry, standing }: Received, shared: Shared): ReceivedRow {
  const { award, article } = entry;
  const day = awardDay(entry);
  return {
    title: awardTitle(award),
    standing,
    day,
    ...(award.for === undefined ? {} : { for: award.for }),
    giver: shared.unitLinkOn(award.by, day),
    told: { name: article.title, url: article.url, day: article.date },
  };
}

/** Counts what was received and not withdrawn; what is only proposed does not count. */
export function receivedCounts(
  own: readonly Received[],
  inLine: readonly Received[],
): ReceivedCount[] {
  const count = (list: readonly Received[], form: AwardForm) =>
    list.filter(({ entry, standing }) => standing === "given" && entry.award.form === form).length;
  const forms = new Set([...own, ...inLine].map(({ entry }) => entry.award.form));
  return [...forms]
    .map((form) => ({ form, own: count(own, form), inLine: count(inLine, form) }))
    .filter(({ own, inLine }) => own + inLine > 0)
    .sort((a, b) => compareText(a.form, b.form));
}

/** The counts as a table; those along the line only where there is one. */
export function receivedTable(counts: readonly ReceivedCount[], withLine: boolean): Html {
  const caption = "Số lần đơn vị này được khen";
  return scrolling(
    caption,
    html`<table class="sums"><caption class="unseen">${caption}</caption>
    <thead><tr><th scope="col">Hình thức</th><th scope="col" class="num">Đơn vị này</th>${withLine && html`<th scope="col" class="num">Cả tiền thân, kế tục</th>`}</tr></thead>
    <tbody>${counts.map(
      ({ form, own, inLine }) =>
        html`<tr><th scope="row">${form}</th><td class="num">${own || "–"}</td>${withLine && html`<td class="num">${inLine || "–"}</td>`}</tr>`,
    )}</tbody></table>`,
  );
}

const standingWords = { given: "", proposed: "đề xuất", revoked: "đã thu hồi" } as const;

/** The awards one after the other, with the articles that tell of them. */
export function receivedList(rows: readonly ReceivedRow[]): Html {
  return html`<ul class="events dated">${rows.map(
    ({ title, standing, day, for: reason, giver, told }) =>
      html`<li><span class="until">${shortDay(day)}</span> <span><b>${title}</b>${standingWords[standing] && ` (${standingWords[standing]})`} của <a href="${giver.url}">${giver.name}</a>${reason && `: ${reason}`}. <small>Bài viết: <a href="${told.url}">${told.name}</a>.</small></span></li>`,
  )}</ul>`;
}
