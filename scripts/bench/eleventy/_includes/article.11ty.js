import { escaped } from "./page.11ty.js";

export const data = { layout: "page.11ty.js" };

const table = (title, rows) =>
  rows.length === 0
    ? ""
    : `<section><h2>${title}</h2><table><tbody>${rows
        .map(
          (cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell ?? "")}</td>`).join("")}</tr>`,
        )
        .join("")}</tbody></table></section>`;

export function render({ title, summary, content, authors, unit, units, slugs, ...more }) {
  const { day, topics = [], people = [], figures = [], awards = [], documents = [] } = more;
  return `<article>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(summary)}</p>
<p class="dateline">${authors.map((name) => `<a href="/tac-gia/${slugs[name]}/">${escaped(name)}</a>`).join(", ")} · <a href="/don-vi/${unit}/">${escaped(units[unit])}</a> · <time datetime="${day}">${day}</time></p>
<div class="text">${content}</div>
${table(
  "Người tham dự",
  people.map(({ name, role }) => [name, role]),
)}
${table(
  "Số liệu",
  figures.map(({ name, year, value, unit }) => [name, year, value, unit]),
)}
${table(
  "Khen thưởng",
  awards.map(({ form, to, count, for: reason, status }) => [form, to, count, reason, status]),
)}
${table(
  "Văn bản",
  documents.map(({ number, relation }) => [number, relation]),
)}
<ul class="tags">${topics.map((tag) => `<li><a href="/chu-de/${slugs[tag]}/">${escaped(tag)}</a></li>`).join("")}</ul>
</article>`;
}
