import type { Article } from "../../src/article.ts";
import type { Award, AwardForm, AwardStatus } from "../../src/award.ts";
import { keyed } from "../../src/cache/key.ts";
import { type Day, shortDay } from "../../src/day.ts";
import {
  type Counts,
  type RegisterEntry,
  type Standing,
  standingOf,
  standings,
} from "../../src/registers/awards.ts";
import { awardDay } from "../../src/registers/received.ts";
import { fold, formatNumber } from "../../src/text/vietnamese.ts";
import { once, onceFor } from "../../src/work/once.ts";
import { type Html, html } from "../parts/html.ts";
import type { Link, Shared } from "../parts/shared.ts";
import { scrolling } from "../parts/table.ts";

/** One line of the ledger: who gave what to whom, how many, for what. */
export type LedgerRow = {
  readonly form: AwardForm;
  readonly step?: number;
  readonly status: AwardStatus;
  readonly counts: Counts;
  readonly to: string;
  readonly recipients: readonly string[];
  /** Recipients of whom it is known that their award was withdrawn. */
  readonly withdrawn?: readonly string[];
  readonly giver: Link;
  readonly body?: string;
  readonly for?: string;
  readonly years?: { readonly from: number; readonly to: number };
  readonly consecutive?: number;
  readonly decision?: { readonly number?: string; readonly date?: Day };
  readonly doubt?: string;
  /** The article that tells of it, and those before that did; not on the article's own page. */
  readonly told?: Told;
  readonly earlier?: readonly Told[];
};

/** An article as the ledger names it: by its day. */
type Told = { readonly url: string; readonly title: string; readonly day: Day };

/** Returns the lines of one article's own awards. */
export function rowsOfArticle(article: Article, shared: Shared): LedgerRow[] {
  return article.awards.map((award) => {
    const counts = { given: 0, proposed: 0, revoked: 0, [standingOf(award)]: award.count };
    return rowOf(award, counts, shared, award.decision?.date ?? article.date);
  });
}

/** Makes the line of an entry of the register, once for all pages that show it. */
export const ledgerRows = onceFor((shared: Shared) =>
  once((entry: RegisterEntry) => keyed(rowOfEntry(entry, shared))),
);

/** Makes the line of an entry of any register. */
export function rowOfEntry(entry: RegisterEntry, shared: Shared): LedgerRow {
  const { award, counts, article, earlier, withdrawn } = entry;
  return {
    ...rowOf(award, counts, shared, awardDay(entry)),
    withdrawn,
    told: toldBy(article),
    ...(earlier.length > 0 ? { earlier: earlier.map(toldBy) } : {}),
  };
}

/** @param day the day whose name of the giver is meant */
function rowOf(award: Award, counts: Counts, shared: Shared, day: Day): LedgerRow {
  const { by, count: _count, ...rest } = award;
  return { ...rest, counts, giver: shared.unitLinkOn(by, day) };
}

function toldBy({ url, title, date }: Article): Told {
  return { url, title, day: date };
}

const captions: Readonly<Record<Standing, string>> = {
  given: "Đã khen thưởng",
  proposed: "Đề xuất, chưa có quyết định",
  revoked: "Đã thu hồi",
};

/**
 * Draws the lines as tables. What was given, what is proposed and what was withdrawn are in tables
 * of their own, so that nobody adds them up by eye.
 */
export function ledger(rows: readonly LedgerRow[]): Html {
  return html`${standings.map((standing) => {
    const own = rows.filter(({ counts }) => counts[standing] > 0);
    return own.length > 0 && table(own, standing);
  })}`;
}

/**
 * On a phone the stylesheet lays each row out as a block, without the headings: hence the labels.
 */
function table(rows: readonly LedgerRow[], standing: Standing): Html {
  const withArticle = rows.some(({ told }) => told !== undefined);
  const caption = captions[standing];
  const giver = standing === "proposed" ? "Đề xuất lên" : "Cấp khen thưởng";
  return scrolling(
    caption,
    html`<table class="ledger ${standing}">
    <caption>${caption}</caption>
    <thead><tr>
    <th scope="col">Hình thức</th>
    <th scope="col" class="num">Số lượng</th>
    <th scope="col">Đối tượng</th>
    <th scope="col">Thành tích</th>
    <th scope="col">${giver}</th>
    ${withArticle && html`<th scope="col">Bài viết</th>`}
    </tr></thead>
    <tbody>${rows.map((row) => line(row, standing, giver, withArticle))}</tbody>
    ${total(rows, standing, withArticle)}
  </table>`,
  );
}

function line(row: LedgerRow, standing: Standing, label: string, withArticle: boolean): Html {
  const { form, step, status, counts, to, withdrawn = [], giver, body, doubt } = row;
  // A withdrawal by number alone does not say whom it met, so it names nobody.
  const isPart = standing === "revoked" && status !== "thu hồi";
  const recipients = isPart ? withdrawn : row.recipients;
  return html`<tr>
    <th scope="row">${form}${step !== undefined && html` ${step} năm`}${standing === "given" && status !== "thu hồi" && html` <small>${status}</small>`}</th>
    <td class="num">${formatNumber(counts[standing])}</td>
    <td>${to}${recipients.length > 0 && html`<small>${recipients.join(", ")}</small>`}</td>
    <td>${merit(row)}${doubt !== undefined && html`<small class="doubt"><b>Chưa rõ:</b> ${doubt}</small>`}</td>
    <td data-label="${label}"><a href="${giver.url}">${giver.name}</a>${body !== undefined && html`<small>${body}</small>`}${decision(row)}</td>
    ${withArticle && html`<td data-label="Bài viết">${articles(row)}</td>`}
  </tr>`;
}

/**
 * Returns what an award was for and in which years: "hoàn thành xuất sắc nhiệm vụ 5 năm liền
 * (2017–2021)".
 */
function merit({ for: reason, years, consecutive, doubt }: LedgerRow): Html {
  const span =
    years && (years.from === years.to ? `năm ${years.from}` : `${years.from}–${years.to}`);
  const running = consecutive !== undefined && `${consecutive} năm liền`;
  const time = running && span ? `${running} (${span})` : running || span;
  if (!time) return html`${reason ?? (doubt === undefined && "–")}`;
  // Broken after its dash, a span of years reads like one year.
  return html`${reason}${reason && (running ? " " : ", ")}<span class="whole">${time}</span>`;
}

function decision({ decision }: LedgerRow): Html | false {
  if (decision === undefined) return false;
  const { number, date } = decision;
  return html`<small>Quyết định${number !== undefined && ` số ${number}`}${date !== undefined && ` ngày ${shortDay(date)}`}</small>`;
}

/**
 * The day alone would be a poor name for a link, so the title goes with it for anyone who hears the
 * page.
 */
function articles({ told, earlier = [] }: LedgerRow): Html | false {
  if (told === undefined) return false;
  return html`${link(told)}${
    earlier.length > 0 &&
    html`<small>trước đó: ${earlier.map((one, at) => html`${at > 0 && ", "}${link(one)}`)}</small>`
  }`;
}

function link({ url, title, day }: Told): Html {
  return html`<a href="${url}">${shortDay(day)}<span class="unseen">: ${title}</span></a>`;
}

/** Draws a sum, but only under rows of one kind: members and organisations do not add up. */
function total(rows: readonly LedgerRow[], standing: Standing, withArticle: boolean): Html | false {
  const [first] = rows;
  if (withArticle || rows.length < 2 || rows.some(({ to }) => fold(to) !== fold(first!.to)))
    return false;
  const sum = rows.reduce((count, { counts }) => count + counts[standing], 0);
  return html`<tfoot><tr><th scope="row">Cộng</th><td class="num">${formatNumber(sum)}</td><td colspan="3">${first?.to}</td></tr></tfoot>`;
}
