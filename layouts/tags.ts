import { type Day, shortDay } from "../src/day.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { tagsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

type Props = {
  readonly chrome: Chrome;
  readonly tags: readonly Counted[];
  /** Those with many articles, the fullest first, each with its newest. */
  readonly main: readonly (Counted & { readonly newest: Dated })[];
};

type Dated = Link & { readonly day: Day };

/** A topic with this many articles is shown with the newest of them … */
const MANY = 5;
/** … if it is one of the fullest. */
const MAIN_SIZE = 6;

/** All topics, in alphabetical order; above them the fullest with what is new there. */
export function tagsPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const main = site.tags
    .filter(({ articles }) => articles.length >= MANY)
    .toSorted((a, b) => b.articles.length - a.articles.length)
    .slice(0, MAIN_SIZE);
  const props: Props = {
    chrome: shared.chrome,
    main: main.map(({ name, articles }) => {
      const { title, url, date } = articles.at(-1)!;
      return {
        ...shared.tagLink(name),
        count: articles.length,
        newest: { name: title, url, day: date },
      };
    }),
    tags: site.tags.map(({ name, articles }) => ({
      ...shared.tagLink(name),
      count: articles.length,
    })),
  };
  return [page("tags", tagsUrl, props, tagsView)];
}

function tagsView({ chrome, tags, main }: Props): Html {
  return frame({
    chrome,
    url: tagsUrl,
    title: "Chủ đề",
    description: `Mọi chủ đề của ${chrome.name}, xếp theo thứ tự chữ cái.`,
    way: [],
    main: html`<header class="page-head"><h1>Chủ đề</h1>
      <p class="intro">${formatNumber(tags.length)} chủ đề; bên cạnh mỗi tên là số bài.</p></header>
      ${
        main.length > 0 &&
        html`<section class="part" aria-labelledby="nhieu-bai"><h2 id="nhieu-bai">Nhiều bài nhất</h2>
      <ul class="newest">${main.map(
        ({ name, url, count, newest }) =>
          html`<li><p><a href="${url}"><b>${name}</b> <span class="count">(${formatNumber(count)})</span></a></p><p><a href="${newest.url}">${newest.name}</a> <time class="count" datetime="${newest.day}">${shortDay(newest.day)}</time></p></li>`,
      )}</ul></section>`
      }
      ${
        tags.length === 0
          ? html`<p class="empty">Chưa có chủ đề nào.</p>`
          : html`<section class="part" aria-labelledby="tat-ca"><h2 id="tat-ca">Tất cả theo chữ cái</h2>${countedNames(tags)}</section>`
      }`,
  });
}
