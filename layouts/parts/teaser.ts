import { type Day, dayNumber, monthNumber, yearOf } from "../../src/day.ts";
import { type Html, html } from "./html.ts";
import { pictureTag, type Shot } from "./picture.ts";

/** An article as lists show it: what makes a reader open it. */
export type Teaser = {
  readonly url: string;
  readonly title: string;
  readonly day: Day;
  /** Left out where every line would say the same. */
  readonly unit?: string;
  /** Why it is not public yet, where a preview shows it all the same. */
  readonly waits?: Waits;
  readonly summary?: string;
  readonly cover?: Shot;
  /** What it has in common with the page that shows it: "cùng đơn vị". */
  readonly why?: string;
};

/**
 * Three sizes and no more: the lead of the home page, one with a small picture, a line of a list.
 * They are called what style/teasers.css calls them.
 */
export type TeaserSize = "lead" | "card" | "row";

/**
 * One article that asks to be read.
 *
 * @param level level of its headline among the headings of the page
 * @param said the day, or the year of a line, that is said above and need not come again
 */
export function teaser(
  item: Teaser,
  size: TeaserSize,
  level: 2 | 3 | 4 = 3,
  said: Day | number = yearOf(item.day),
): Html {
  const withDay = size !== "row" && said !== item.day;
  const headline = html`<a href="${item.url}">${item.title}</a>`;
  return html`<article class="story story-${size}">
    ${
      size !== "row" &&
      item.cover &&
      // The headline is the link; a second one on the picture would be read out twice.
      html`<a class="story-picture" href="${item.url}" tabindex="-1" aria-hidden="true">${pictureTag({ ...item.cover, alt: "" }, size, size === "lead" ? "first" : "near", size)}</a>`
    }
    <div class="story-text">
    ${level === 2 ? html`<h2>${headline}</h2>` : level === 3 ? html`<h3>${headline}</h3>` : html`<h4>${headline}</h4>`}
    ${size !== "row" && item.summary && html`<p class="story-summary">${item.summary}</p>`}
    ${
      (withDay || item.unit !== undefined || item.why !== undefined || item.waits !== undefined) &&
      html`<p class="story-line">${withDay && dayTag(item.day)}${item.unit !== undefined && html`<span>${item.unit}</span>`}${item.why && html`<span>${item.why}</span>`}${item.waits && waitMark(item.waits)}</p>`
    }
    </div>
    ${size === "row" && dayTag(item.day, said === yearOf(item.day))}
  </article>`;
}

/** A draft is published when its writer says so, another article when its day has come. */
export type Waits = "draft" | "due";

/** Marks an article that only a preview shows. */
export function waitMark(waits: Waits): Html {
  return html`<strong class="draft-mark">${waits === "draft" ? "Bài nháp" : "Chưa đến ngày đăng"}</strong>`;
}

/** A date for people and machines; `narrow` leaves out the year. */
function dayTag(day: Day, narrow = false): Html {
  const dayAndMonth = `${dayNumber(day)}/${monthNumber(day)}`;
  return narrow
    ? html`<time datetime="${day}">${dayAndMonth}</time>`
    : html`<time class="whole" datetime="${day}">${dayAndMonth}/${yearOf(day)}</time>`;
}
