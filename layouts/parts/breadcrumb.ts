import { homeUrl } from "../../src/urls.ts";
import { frameWords } from "./frame-words.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/**
 * The way from the home page to where the reader is; the page itself comes last, without a link.
 */
export function breadcrumb(way: readonly Link[], here: string, lang: "vi" | "en" = "vi"): Html {
  const words = frameWords[lang];
  return html`<nav class="crumbs" aria-label="${words.way}"><ol>
    <li><a href="${homeUrl}">${words.home}</a></li>
    ${way.map((step) => html`<li><a href="${step.url}">${step.name}</a></li>`)}
    <li aria-current="page">${here}</li>
  </ol></nav>`;
}
