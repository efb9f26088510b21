import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { tagsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  readonly tags: readonly (Link & { readonly count: number })[];
};

/** All topics, in alphabetical order. */
export function tagsPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const props: Props = {
    chrome: shared.chrome,
    tags: site.tags.map(({ name, articles }) => ({
      ...shared.tagLink(name),
      count: articles.length,
    })),
  };
  return [page("tags", tagsUrl, props, tagsView)];
}

function tagsView({ chrome, tags }: Props): Html {
  return frame({
    chrome,
    url: tagsUrl,
    title: "Chủ đề",
    description: `Mọi chủ đề của ${chrome.name}, xếp theo thứ tự chữ cái.`,
    way: [],
    main: html`<header class="page-head"><h1>Chủ đề</h1>
      <p class="intro">Xếp theo thứ tự chữ cái; bên cạnh là số bài.</p></header>
      ${
        tags.length === 0
          ? html`<p class="empty">Chưa có chủ đề nào.</p>`
          : html`<ul class="names">${tags.map(({ name, url, count }) => html`<li><a href="${url}">${name}</a> <span class="count">(${count})</span></li>`)}</ul>`
      }`,
  });
}
