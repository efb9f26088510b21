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
  const before = years[index - 1];
  const after = years[index + 1];
  const linkTo = ({ year }: { readonly year: number }) => ({
    name: `năm ${year}`,
    url: urlOf(year),
  });
  return {
    ...(before ? { before: linkTo(before) } : {}),
    ...(after ? { after: linkTo(after) } : {}),
  };
}

/** "Xem thêm năm 2021 và năm 2023." */
export function neighbourSentence({ before, after }: Neighbours): Html | false {
  if (!before && !after) return false;
  return html` Xem thêm ${before && html`<a href="${before.url}" rel="prev">${before.name}</a>`}${
    before && after && " và "
  }${after && html`<a href="${after.url}" rel="next">${after.name}</a>`}.`;
}
