import { escaped, rowOf } from "../_includes/page.11ty.js";

const links = (items) =>
  `<ul>${items.map(({ url, name }) => `<li><a href="${url}">${escaped(name)}</a></li>`).join("")}</ul>`;

/** The pages that exist once. */
const pages = [
  {
    url: "/",
    title: "Bản tin mẫu",
    draw: ({ collections }) =>
      `<ol>${collections.articles.slice(-20).toReversed().map(rowOf).join("")}</ol>`,
  },
  { url: "/chu-de/", title: "Chủ đề", draw: ({ collections }) => links(collections.tags) },
  {
    url: "/don-vi/",
    title: "Đơn vị",
    draw: ({ units }) =>
      links(Object.entries(units).map(([id, name]) => ({ name, url: `/don-vi/${id}/` }))),
  },
  {
    url: "/khen-thuong/",
    title: "Khen thưởng",
    draw: ({ collections }) =>
      `<table>${collections.articles
        .flatMap(({ url, data }) =>
          (data.awards ?? []).map(
            ({ form, to, count }) =>
              `<tr><td>${escaped(form)}</td><td>${escaped(to)}</td><td>${count}</td><td><a href="${url}">${escaped(data.title)}</a></td></tr>`,
          ),
        )
        .join("")}</table>`,
  },
];

export const data = {
  layout: "page.11ty.js",
  wholePages: pages,
  pagination: { data: "wholePages", size: 1, alias: "whole" },
  permalink: ({ whole }) => `${whole.url}index.html`,
  eleventyComputed: { title: ({ whole }) => whole.title },
  eleventyExcludeFromCollections: true,
};

export function render(all) {
  return `<h1>${escaped(all.whole.title)}</h1>${all.whole.draw(all)}`;
}
