import { formatNumber } from "../../src/text/vietnamese.ts";
import { type Html, type HtmlValue, html } from "./html.ts";
import type { Link } from "./shared.ts";

/**
 * Terms with their values, for facts too few for a table. A fact that is not known leaves no gap.
 */
export function facts(rows: readonly (readonly [string, HtmlValue])[]): Html | false {
  const known = rows.filter(([, value]) => value !== undefined && value !== false && value !== "");
  return (
    known.length > 0 &&
    html`<dl class="facts">${known.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`
  );
}

/** Links one after another. */
export function linkList(links: readonly Link[]): Html | false {
  return (
    links.length > 0 &&
    html`<ul class="plain">${links.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul>`
  );
}

/** A list that pages lead to, and how many articles it holds. */
export type Counted = Link & { readonly count: number };

/** Lists by their names, in columns where there is room; that one is empty need not be said. */
export function countedNames(lists: readonly Counted[]): Html {
  return html`<ul class="names">${lists.map(({ name, url, count }) => html`<li><a href="${url}">${name}</a>${count > 0 && html` <span class="count">(${formatNumber(count)})</span>`}</li>`)}</ul>`;
}
