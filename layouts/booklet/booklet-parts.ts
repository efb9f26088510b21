import { longDay, shortDay } from "../../src/day.ts";
import { correctionName, correctionText } from "../parts/correction.ts";
import { type Html, html } from "../parts/html.ts";
import { waitMark } from "../parts/teaser.ts";
import type { Chapter, Mention } from "./booklet.ts";

/* What the booklet of a month draws alike as a page and as a book. */

const roles = { tin: "Tin", ảnh: "Ảnh", video: "Video" } as const;

/** Who wrote an article, of which unit, when. */
export function byline({ authors, unit, day, source, waits }: Chapter): Html {
  const names = authors.map(({ name, role }) => (role ? `${roles[role]}: ${name}` : name));
  return html`<p class="byline">${waits && waitMark(waits)}<span>${names.join(", ")}</span>
    <span>${unit}</span>
    <time datetime="${day}">${longDay(day)}</time>${
      source !== undefined &&
      html`
    <span>Theo ${source}</span>`
    }</p>`;
}

/** What was corrected in an article, whose text may still have the mistake. */
export function chapterCorrections({ corrections }: Chapter): Html | false {
  return (
    corrections.length > 0 &&
    html`<div class="corrections">${corrections.map(
      (one) =>
        html`<p class="correction-day"><b>${correctionName(one)}</b>, ngày <time datetime="${one.date}">${shortDay(one.date)}</time></p>
      ${correctionText(one)}`,
    )}</div>`
  );
}

/** Articles that are only named. Paper has no links, so the address is there in full. */
export function mentions(list: readonly Mention[], origin: string): Html {
  return html`<ul class="mentions">${list.map(
    ({ url, title, day, unit, waits }) =>
      html`<li><a href="${url}">${title}</a> <span class="mention-line">${unit}, <time datetime="${day}">${shortDay(day)}</time>${waits && html` ${waitMark(waits)}`}</span> <span class="address">${origin + url}</span></li>`,
  )}</ul>`;
}
