import {
  type AwardTotal,
  type Counts,
  countsOf,
  type RegisterEntry,
  type Standing,
  totalsOf,
} from "../../src/registers/awards.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";
import { scrolling } from "../parts/table.ts";

export type Totals = { readonly rows: readonly AwardTotal[]; readonly sum: Counts };

/** Adds entries up, form by form and recipient by recipient. */
export function totalsFor(entries: readonly RegisterEntry[]): Totals {
  return { rows: totalsOf(entries), sum: countsOf(entries) };
}

/**
 * The totals as a table that says what it adds up. An unseen caption repeats the heading above for
 * anyone who hears the page.
 */
export function totalsTable({ rows, sum }: Totals, caption: string, unseen = false): Html {
  const withdrawn = sum.revoked > 0;
  return html`${scrolling(
    caption,
    html`<table class="totals">
    <caption${unseen && html` class="unseen"`}>${caption}</caption>
    <thead><tr>
    <th scope="col">Hình thức, đối tượng</th>
    ${heads(withdrawn)}
    </tr></thead>
    ${[...Map.groupBy(rows, ({ form }) => form)].map(
      ([form, own]) => html`<tbody>
        <tr><th scope="rowgroup" colspan="${withdrawn ? 4 : 3}">${form}</th></tr>
        ${own.map(({ to, counts }) => html`<tr><th scope="row">${to}</th>${cells(counts, withdrawn)}</tr>`)}
        </tbody>`,
    )}
    <tfoot><tr><th scope="row">Cộng</th>${cells(sum, withdrawn)}</tr></tfoot>
  </table>`,
  )}
  <p class="note">Mỗi cột cộng riêng số lượt, tập thể và cá nhân gộp chung. Số đề xuất không tính vào số đã khen.</p>`;
}

/** The headings above rows of counts. */
export function heads(withdrawn: boolean): Html {
  return html`<th scope="col" class="num given">Đã khen</th><th scope="col" class="num proposed">Đề xuất</th>${
    withdrawn && html`<th scope="col" class="num">Thu hồi</th>`
  }`;
}

/** The cells of one row of counts. */
export function cells({ given, proposed, revoked }: Counts, withdrawn: boolean): Html {
  return html`${cell(given, "given")}${cell(proposed, "proposed")}${withdrawn && cell(revoked, "revoked")}`;
}

/** Shows zero as a dash, which is easier to pass over than a figure. */
function cell(count: number, standing: Standing): Html {
  return count === 0
    ? html`<td class="num">–</td>`
    : html`<td class="num ${standing}">${formatNumber(count)}</td>`;
}
