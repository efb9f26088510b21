import { type Counts, countsOf, type RegisterEntry } from "../../src/registers/awards.ts";
import { compareText } from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";
import type { Link, Shared } from "../parts/shared.ts";
import { scrolling } from "../parts/table.ts";
import { cells, heads } from "./totals.ts";

/** The units that gave most, and how many others there are. */
export type Givers = {
  readonly most: readonly (Link & { readonly counts: Counts })[];
  readonly others: number;
};

/** How many units fit beside the totals; the page of each other unit has its own. */
const MOST = 12;

/** Counts what each unit gave, most first. */
export function giversOf(entries: readonly RegisterEntry[], shared: Shared): Givers {
  const byGiver = Map.groupBy(entries, ({ award }) => award.by);
  const givers = [...byGiver]
    .map(([id, own]) => ({ ...shared.unitLink(id), counts: countsOf(own) }))
    .sort((a, b) => b.counts.given - a.counts.given || compareText(a.name, b.name));
  return { most: givers.slice(0, MOST), others: Math.max(0, givers.length - MOST) };
}

/** How many each unit gave, as a table with a heading. */
export function giversPart({ most, others }: Givers): Html {
  const withdrawn = most.some(({ counts }) => counts.revoked > 0);
  return html`<section class="part" aria-labelledby="theo-don-vi"><h2 id="theo-don-vi">Theo cấp khen thưởng</h2>
    ${scrolling(
      "Số lượt theo cấp khen thưởng",
      html`<table class="givers">
    <caption class="unseen">Số lượt theo cấp khen thưởng</caption>
    <thead><tr><th scope="col">Cấp khen thưởng</th>${heads(withdrawn)}</tr></thead>
    <tbody>${most.map(
      ({ name, url, counts }) =>
        html`<tr><th scope="row"><a href="${url}">${name}</a></th>${cells(counts, withdrawn)}</tr>`,
    )}</tbody>
    </table>`,
    )}
    ${others > 0 && html`<p class="note">Và ${others} cấp khác; xem ở trang của từng đơn vị.</p>`}
    </section>`;
}
