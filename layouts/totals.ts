import { type AwardForm, awardForms } from "../src/award.ts";
import {
  type Counts,
  countsOf,
  type RegisterEntry,
  type Standing,
  totalsOf,
} from "../src/register.ts";
import { compareText, formatNumber } from "../src/vietnamese.ts";
import { type Html, html } from "./html.ts";
import { scrolling } from "./table.ts";

/** How many of one form went to one kind of recipient; given, proposed and withdrawn side by side. */
export type TotalRow = {
  readonly form: AwardForm;
  readonly to: string;
  readonly counts: Counts;
};

export type Totals = { readonly rows: readonly TotalRow[]; readonly sum: Counts };

/** Adds entries up, form by form and recipient by recipient. */
export function totalsFor(entries: readonly RegisterEntry[]): Totals {
  const rows = new Map<
    string,
    { form: AwardForm; to: string; counts: Record<keyof Counts, number> }
  >();
  for (const { form, to, standing, count } of totalsOf(entries)) {
    const key = `${form}|${to}`;
    let row = rows.get(key);
    if (row === undefined) {
      row = { form, to, counts: { given: 0, proposed: 0, revoked: 0 } };
      rows.set(key, row);
    }
    row.counts[standing] += count;
  }
  return {
    rows: [...rows.values()].sort(
      (a, b) => awardForms.indexOf(a.form) - awardForms.indexOf(b.form) || compareText(a.to, b.to),
    ),
    sum: countsOf(entries),
  };
}

/** The totals as a table that says what it adds up. An unseen caption repeats the heading above for those who hear the page. */
export function totalsTable({ rows, sum }: Totals, caption: string, unseen = false): Html {
  const withdrawn = sum.revoked > 0;
  return html`${scrolling(
    caption,
    html`<table class="totals">
    <caption${unseen && html` class="unseen"`}>${caption}</caption>
    <thead><tr>
    <th scope="col">Hình thức, đối tượng</th>
    <th scope="col" class="num">Đã khen</th>
    <th scope="col" class="num">Đề xuất</th>
    ${withdrawn && html`<th scope="col" class="num">Thu hồi</th>`}
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

/** The cells of one row of counts. */
export function cells({ given, proposed, revoked }: Counts, withdrawn: boolean): Html {
  return html`${cell(given, "given")}${cell(proposed, "proposed")}${withdrawn && cell(revoked, "revoked")}`;
}

/** Nothing at all is a dash, easier to pass over than a nought. */
function cell(count: number, standing: Standing): Html {
  return count === 0
    ? html`<td class="num">–</td>`
    : html`<td class="num ${standing}">${formatNumber(count)}</td>`;
}
