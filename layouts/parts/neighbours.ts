import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/** What comes before and after a page in time. */
export type Neighbours = { readonly before?: Link; readonly after?: Link };

/** The neighbours of one year among all years that have a page. */
export function yearNeighbours(
  years: readonly { readonly year: number }[],
  index: number,
  urlOf: (year: number) => string,
): Neighbours {
  return neighboursIn(years, index, ({ year }) => ({ name: `năm ${year}`, url: urlOf(year) }));
}

/** Returns the neighbours of one of several things that follow each other in time. */
export function neighboursIn<Item>(
  items: readonly Item[],
  index: number,
  linkTo: (item: Item) => Link,
): Neighbours {
  const before = items[index - 1];
  const after = items[index + 1];
  return {
    ...(before === undefined ? {} : { before: linkTo(before) }),
    ...(after === undefined ? {} : { after: linkTo(after) }),
  };
}

/**
 * Links to what comes before and after a page in time, below what the page shows.
 *
 * @param what what the neighbours are: "Tháng"
 */
export function neighbourNav({ before, after }: Neighbours, what: string): Html | false {
  if (!before && !after) return false;
  return html`<nav class="paging" aria-label="${what} trước và sau">${
    before &&
    html`<a class="older" rel="prev" href="${before.url}"><b>${what} trước</b> <span>${before.name}</span></a>`
  }${
    after &&
    html`<a class="newer" rel="next" href="${after.url}"><b>${what} sau</b> <span>${after.name}</span></a>`
  }</nav>`;
}

/** "Xem thêm năm 2021 và năm 2023." */
export function neighbourSentence({ before, after }: Neighbours): Html | false {
  if (!before && !after) return false;
  return html` Xem thêm ${before && html`<a href="${before.url}" rel="prev">${before.name}</a>`}${
    before && after && " và "
  }${after && html`<a href="${after.url}" rel="next">${after.name}</a>`}.`;
}
