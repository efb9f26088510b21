import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/**
 * Leads to the parts of a page, which are many on a phone; nothing where there are few.
 *
 * @param least with fewer parts than this there is nothing to choose from; two, if they are long
 */
export function jumpList(parts: readonly Link[], least = 3): Html | false {
  return (
    parts.length >= least &&
    html`<nav class="jumps" aria-label="Các phần của trang"><ul>${parts.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul></nav>`
  );
}
