import type { Article } from "../src/article.ts";
import { type Page, page } from "../src/page.ts";
import type { Chrome } from "./chrome.ts";
import { frame } from "./frame.ts";
import { type Html, type HtmlValue, html } from "./html.ts";
import { plainList, storyList } from "./list.ts";
import { LIST_SIZE, type Neighbour, pagedTitle, pagesOfList, pagingNav } from "./paging.ts";
import type { Link, Shared } from "./shared.ts";
import type { Story } from "./story.ts";

/** One page of a list of articles. */
export type Listing = {
  readonly chrome: Chrome;
  readonly url: string;
  readonly title: string;
  readonly heading: string;
  readonly description: string;
  readonly way: readonly Link[];
  readonly here: string;
  readonly feed?: Link;
  /** What the page holds in time, where that is only a part of the list. */
  readonly span?: string;
  readonly items: readonly Story[];
  /** Whether month headings part the items; not in a list that lies within one month. */
  readonly byMonth: boolean;
  readonly older?: Neighbour;
  readonly newer?: Neighbour;
};

/** What a list of articles is called and what it holds. */
export type ListOf = {
  readonly kind: string;
  readonly url: string;
  /** Names the page in a browser's list of tabs. */
  readonly title: string;
  /** Names it under its breadcrumb. */
  readonly heading: string;
  readonly description: string;
  readonly way: readonly Link[];
  readonly here: string;
  readonly feed?: Link;
  readonly byMonth?: boolean;
  /** Oldest first. */
  readonly articles: readonly Article[];
};

/**
 * Every page of a list of articles, newest first. What stands on the newest page only (counts, facts
 * that change with each article) comes as `extra`, so that older pages never change.
 */
export function listingPages<Extra extends object>(
  list: ListOf,
  shared: Shared,
  extra: Extra,
  view: (props: Listing & Partial<Extra>) => Html,
): Page[] {
  const slices = pagesOfList(list.url, list.articles, LIST_SIZE, ({ date }) => date);
  return slices.map((slice) => {
    const { url, number, span, items, older, newer } = slice;
    const isNewest = number === undefined;
    const props: Listing = {
      chrome: shared.chrome,
      url,
      title: pagedTitle(list.title, slice),
      heading: list.heading,
      description: isNewest ? list.description : `${list.description} Trang này: ${span}.`,
      way: isNewest ? list.way : [...list.way, { name: list.here, url: list.url }],
      here: isNewest ? list.here : `Trang ${number}`,
      ...(list.feed ? { feed: list.feed } : {}),
      ...(older || newer ? { span } : {}),
      items: items.map(shared.rowOf),
      byMonth: list.byMonth ?? true,
      ...(older ? { older } : {}),
      ...(newer ? { newer } : {}),
    };
    const own = (isNewest ? { ...props, ...extra } : props) as Listing & Partial<Extra>;
    return page(list.kind, url, own, view);
  });
}

/** The page of a list; `intro` and `facts` stand above the articles, `after` below. */
export function listingView(
  props: Listing,
  around: { readonly intro?: HtmlValue; readonly facts?: HtmlValue } = {},
): Html {
  const { intro, facts } = around;
  return frame({
    ...props,
    main: html`<header class="page-head">
      <h1>${props.heading}</h1>
      ${intro}
      ${props.feed && html`<p class="feed-line"><a href="${props.feed.url}">Theo dõi qua Atom</a></p>`}
      </header>
      ${facts}
      ${articleList(props, facts ? 3 : 2)}`,
  });
}

function articleList(props: Listing, level: 2 | 3): Html {
  const list = props.byMonth
    ? storyList(props.items, level)
    : plainList(props.items, level === 2 ? 2 : 3);
  const parts = html`${props.span && html`<p class="span-line">Các bài ${props.span}</p>`}
    ${list}
    ${pagingNav(props)}`;
  if (level === 2) return parts;
  return html`<section class="part" aria-labelledby="cac-bai"><h2 id="cac-bai">Bài viết</h2>${parts}</section>`;
}
