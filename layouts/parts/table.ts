import { type Html, html } from "./html.ts";

/**
 * A table that scrolls inside itself where the page is narrower. It can be reached and moved by
 * keyboard, so it needs a name; it is a group and not a landmark, because a page may have many.
 */
export function scrolling(name: string, table: Html): Html {
  return html`<div class="table-scroll" role="group" aria-label="${name}" tabindex="0">${table}</div>`;
}
