import type { Correction } from "../../src/article.ts";
import { shortDay } from "../../src/day.ts";
import type { CorrectionEntry } from "../../src/site.ts";
import { placeUrl } from "../../src/urls.ts";
import { type Html, html } from "./html.ts";

/** A line above the text, for a reader who will not reach its end. */
export function correctionNotice(list: readonly Correction[]): Html {
  const last = list.reduce((a, b) => (b.date > a.date ? b : a));
  return html`<p class="notice"><a href="#dinh-chinh">Bài có ${last.kind} ngày ${shortDay(last.date)}</a></p>`;
}

/** What was wrong and what is right, in a marked box. */
export function corrections(list: readonly Correction[]): Html | false {
  const anchors = correctionAnchors(list);
  return (
    list.length > 0 &&
    html`<section class="corrections" aria-labelledby="dinh-chinh"><h2 id="dinh-chinh">Đính chính</h2>
      ${list.map(
        (correction, at) =>
          html`<div id="${anchors[at]}"><p class="correction-day"><b>${correctionName(correction)}</b>, ngày <time datetime="${correction.date}">${shortDay(correction.date)}</time></p>
        ${correctionText(correction)}</div>`,
      )}
    </section>`
  );
}

/** What was wrong, where it is told, and what is right. */
export function correctionText({ wrong, right }: Correction): Html {
  return html`${wrong && html`<p>Đã đăng: <s>${wrong}</s></p>`}
    <p>${wrong ? "Nay sửa là: " : ""}${right}</p>`;
}

/**
 * Returns the anchors of an article's corrections on its page. Feeds know a correction by its
 * anchor, so the anchor goes by the day, and stays when an earlier or a later correction is written
 * above it.
 */
export function correctionAnchors(list: readonly Correction[]): string[] {
  return list.map(({ date }, at) => {
    const before = list.slice(0, at).filter((one) => one.date === date).length;
    return `dinh-chinh-${date}${before > 0 ? `-${before + 1}` : ""}`;
  });
}

/** Returns the address of a correction: its place on the page of its article. */
export function correctionUrl({ article, number }: CorrectionEntry): string {
  return placeUrl(article.url, correctionAnchors(article.corrections)[number - 1]!);
}

export function correctionName({ kind }: Correction): string {
  return names[kind];
}

const names = {
  "đính chính": "Đính chính",
  "cải chính": "Cải chính",
  "bổ sung": "Bổ sung",
} as const;
