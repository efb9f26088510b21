import { type Day, shortDay, weekDay } from "../../src/day.ts";
import type { Chrome } from "./chrome.ts";
import { logoOf } from "./frame.ts";
import { type Html, html } from "./html.ts";

/**
 * What is above everything else on a home page.
 *
 * @param day of the newest article; undefined when there is none
 */
export function masthead(chrome: Chrome, day: Day | undefined): Html {
  return html`<div class="masthead">
      ${logoOf(chrome)}<h1>${chrome.name}</h1>
      <p>${day && html`<span>Tin mới nhất: <time datetime="${day}">${weekDay(day)}, ${shortDay(day)}</time></span>`}<span>${chrome.description}</span></p>
      </div>`;
}
