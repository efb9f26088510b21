import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { tagsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  readonly tags: readonly Counted[];
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
      ${tags.length === 0 ? html`<p class="empty">Chưa có chủ đề nào.</p>` : countedNames(tags)}`,
  });
}
