import { type Tally, tallyOf } from "../../src/registers/award-tally.ts";
import { type AwardTotal, type RegisterEntry, totalsOf } from "../../src/registers/awards.ts";
import { type Html, html } from "../parts/html.ts";
import { scrolling } from "../parts/table.ts";
import { cells, heads, shownIn, tallyPhrase } from "./tally.ts";

export type Totals = { readonly rows: readonly AwardTotal[]; readonly sum: Tally };

/** Adds entries up, form by form and recipient by recipient. */
export function totalsFor(entries: readonly RegisterEntry[]): Totals {
  return { rows: totalsOf(entries), sum: tallyOf(entries) };
}

/** The totals folded away. */
export function foldedTotals(totals: Totals, summary: Html | string): Html {
  return html`<details class="folded"><summary>${summary}</summary>
    ${totalsTable(totals)}</details>`;
}

/** Names the totals of more than one unit, with what they add up to. */
export function withSum({ sum }: Totals, caption: string): Html {
  return html`<b>${caption}</b>: ${tallyPhrase(sum)}`;
}

/** Draws the totals as a table; its unseen caption is for anyone who hears the page. */
function totalsTable({ rows, sum }: Totals): Html {
  const shown = shownIn([sum]);
  const caption = "Số lượt theo hình thức và đối tượng";
  return scrolling(
    caption,
    html`<table class="totals">
    <caption class="unseen">${caption}</caption>
    <thead><tr>
    <th scope="col">Hình thức, đối tượng</th>
    ${heads(shown)}
    </tr></thead>
    ${[...Map.groupBy(rows, ({ form }) => form)].map(
      ([form, own]) => html`<tbody>
        <tr><th scope="rowgroup" colspan="${shown.length + 1}">${form}</th></tr>
        ${own.map((one) => html`<tr><th scope="row">${one.to}</th>${cells(one, shown)}</tr>`)}
        </tbody>`,
    )}
    <tfoot><tr><th scope="row">Cộng</th>${cells(sum, shown)}</tr></tfoot>
  </table>`,
  );
}
