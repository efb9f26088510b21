import { escaped, rowOf } from "../_includes/page.11ty.js";

export const data = {
  layout: "page.11ty.js",
  pagination: { data: "collections.pages", size: 1, alias: "list" },
  permalink: ({ list }) => `${list.url}index.html`,
  eleventyComputed: { title: ({ list }) => list.title },
  eleventyExcludeFromCollections: true,
};

export function render({ list }) {
  return `<h1>${escaped(list.title)}</h1><ol>${list.items.map(rowOf).join("")}</ol>${list.older ? `<a href="${list.older}">Cũ hơn</a>` : ""}`;
}
