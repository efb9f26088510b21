import { type Tally, tallyOf } from "../../src/registers/award-tally.ts";
import { type AwardTotal, type RegisterEntry, totalsOf } from "../../src/registers/awards.ts";
import { type Html, html } from "../parts/html.ts";
import { scrolling } from "../parts/table.ts";
import { cells, has, heads, tallyPhrase, vagueNote } from "./tally.ts";

/** A longer table is folded away where it is not what the page is for. */
const FEW_LINES = 6;

export type Totals = { readonly rows: readonly AwardTotal[]; readonly sum: Tally };

/** Adds entries up, form by form and recipient by recipient. */
export function totalsFor(entries: readonly RegisterEntry[]): Totals {
  return { rows: totalsOf(entries), sum: tallyOf(entries) };
}

/** Returns whether the totals need not be folded away. */
export function isShort({ rows }: Totals): boolean {
  return rows.length <= FEW_LINES;
}

/** The totals among other things: a long table is folded away below its sum. */
export function foldedTotals(totals: Totals, caption: string): Html {
  if (isShort(totals)) return totalsTable(totals, caption);
  return html`<details class="folded"><summary><b>${caption}</b>: ${tallyPhrase(totals.sum)}</summary>
    ${totalsTable(totals, caption, true)}</details>`;
}

/**
 * The totals as a table that says what it adds up. An unseen caption repeats the heading above for
 * anyone who hears the page.
 */
function totalsTable({ rows, sum }: Totals, caption: string, unseen = false): Html {
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
