import { monthNumber, monthOf, yearOf } from "../src/day.ts";
import { type Html, html } from "./html.ts";
import { type Story, story } from "./story.ts";

/** Articles, newest first, under a heading for each month; the date stands in a column of its own. */
export function storyList(items: readonly Story[], level: 2 | 3 = 2): Html {
  if (items.length === 0) return html`<p class="empty">Chưa có bài nào.</p>`;
  return html`${byMonth(items).map(
    (month) => html`<section class="month">
      ${
        level === 2
          ? html`<h2 class="month-name">${month.name}</h2>`
          : html`<h3 class="month-name">${month.name}</h3>`
      }
      ${plainList(month.items, level === 2 ? 3 : 4)}
    </section>`,
  )}`;
}

/** The same without headings, for a list that lies within one month or is short. */
export function plainList(items: readonly Story[], level: 2 | 3 | 4 = 2): Html {
  return html`<ol class="rows">${items.map((item) => html`<li>${story(item, "row", level)}</li>`)}</ol>`;
}

function byMonth(items: readonly Story[]): { name: string; items: Story[] }[] {
  const months: { key: string; name: string; items: Story[] }[] = [];
  for (const item of items) {
    const key = monthOf(item.day);
    const current = months.at(-1);
    if (current?.key === key) current.items.push(item);
    else {
      months.push({
        key,
        name: `Tháng ${monthNumber(item.day)} năm ${yearOf(item.day)}`,
        items: [item],
      });
    }
  }
  return months;
}
