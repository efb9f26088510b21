import { homeUrl } from "../../src/urls.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/**
 * The way from the home page to where the reader is; the page itself comes last, without a link.
 */
export function breadcrumb(way: readonly Link[], here: string): Html {
  return html`<nav class="crumbs" aria-label="Vị trí trang"><ol>
    <li><a href="${homeUrl}">Trang chủ</a></li>
    ${way.map((step) => html`<li><a href="${step.url}">${step.name}</a></li>`)}
    <li aria-current="page">${here}</li>
  </ol></nav>`;
}
