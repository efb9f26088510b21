import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/** Leads to the parts of a page, which are many on a phone; nothing where there are few. */
export function jumpList(parts: readonly Link[], label = "Các phần của trang"): Html | false {
  return (
    parts.length > 2 &&
    html`<nav class="jumps" aria-label="${label}"><ul>${parts.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul></nav>`
  );
}
