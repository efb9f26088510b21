import { homeUrl } from "../../src/urls.ts";
import { frameWords } from "./frame-words.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/**
 * The way from the home page to the page above the one where the reader is. The page itself is not
 * in it: its heading is right below and would say the same.
 */
export function breadcrumb(way: readonly Link[], lang: "vi" | "en" = "vi"): Html {
  const words = frameWords[lang];
  return html`<nav class="crumbs" aria-label="${words.way}"><ol>
    <li><a href="${homeUrl}">${words.home}</a></li>
    ${way.map((step) => html`<li><a href="${step.url}">${step.name}</a></li>`)}
  </ol></nav>`;
}
