import type { Correction } from "../src/article.ts";
import { shortDay } from "../src/day.ts";
import { type Html, html } from "./html.ts";

/** A line above the text, for a reader who will not reach its end. */
export function correctionNotice(list: readonly Correction[]): Html {
  const last = list.reduce((a, b) => (b.date > a.date ? b : a));
  return html`<p class="notice"><a href="#dinh-chinh">Bài có ${last.kind} ngày ${shortDay(last.date)}</a></p>`;
}

/** What was wrong and what is right, in a marked box. */
export function corrections(list: readonly Correction[]): Html | false {
  return (
    list.length > 0 &&
    html`<section class="corrections" aria-labelledby="dinh-chinh"><h2 id="dinh-chinh">Đính chính</h2>
      ${list.map(
        ({
          date,
          wrong,
          right,
          kind,
        }) => html`<div><p class="correction-day"><b>${names[kind]}</b>, ngày <time datetime="${date}">${shortDay(date)}</time></p>
        ${wrong && html`<p>Đã đăng: <s>${wrong}</s></p>`}
        <p>${wrong ? "Nay sửa là: " : ""}${right}</p></div>`,
      )}
    </section>`
  );
}

const names = {
  "đính chính": "Đính chính",
  "cải chính": "Cải chính",
  "bổ sung": "Bổ sung",
} as const;
