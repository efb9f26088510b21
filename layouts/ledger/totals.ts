import { type Tally, tallyOf } from "../../src/registers/award-tally.ts";
import { type AwardTotal, type RegisterEntry, totalsOf } from "../../src/registers/awards.ts";
import { type Html, html } from "../parts/html.ts";
import { scrolling } from "../parts/table.ts";
import { cells, has, heads, vagueNote } from "./tally.ts";

export type Totals = { readonly rows: readonly AwardTotal[]; readonly sum: Tally };

/** Adds entries up, form by form and recipient by recipient. */
export function totalsFor(entries: readonly RegisterEntry[]): Totals {
  return { rows: totalsOf(entries), sum: tallyOf(entries) };
}

/**
 * The totals as a table that says what it adds up. An unseen caption repeats the heading above for
 * anyone who hears the page.
 */
export function totalsTable({ rows, sum }: Totals, caption: string, unseen = false): Html {
  const withdrawn = has(sum, "revoked");
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
        ${own.map((one) => html`<tr><th scope="row">${one.to}</th>${cells(one, withdrawn)}</tr>`)}
        </tbody>`,
    )}
    <tfoot><tr><th scope="row">Cộng</th>${cells(sum, withdrawn)}</tr></tfoot>
  </table>`,
  )}
  ${vagueNote(rows)}<p class="note">Mỗi cột cộng riêng số lượt, tập thể và cá nhân gộp chung. Số đề xuất không tính vào số đã khen.</p>`;
}
