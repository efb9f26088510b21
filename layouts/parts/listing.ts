import type { Article } from "../../src/article.ts";
import { type Page, page } from "../../src/page.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { type FeedLink, followLine } from "../feeds/follow.ts";
import type { Chrome } from "./chrome.ts";
import { frame } from "./frame.ts";
import { type Html, type HtmlValue, html } from "./html.ts";
import { plainList, teaserList } from "./list.ts";
import {
  LIST_SIZE,
  type ListName,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pagingNav,
} from "./paging.ts";
import type { Shared } from "./shared.ts";
import type { Teaser } from "./teaser.ts";

/** One page of a list of articles. */
export type Listing = PageOfList & {
  readonly chrome: Chrome;
  readonly heading: string;
  readonly description: string;
  readonly feed?: FeedLink;
  readonly items: readonly Teaser[];
  /** Whether month headings part the items; not in a list that lies within one month. */
  readonly byMonth: boolean;
};

/** What a list of articles is called and what it holds. */
export type ListOf = ListName & {
  readonly kind: string;
  readonly heading: string;
  readonly description: string;
  readonly feed?: FeedLink;
  readonly byMonth?: boolean;
  /** What the list shows of an article, where the usual line says too much. */
  readonly teaserOf?: (article: Article) => Teaser;
  /** Oldest first. */
  readonly articles: readonly Article[];
};

/**
 * Makes every page of a list of articles, newest first. What is on the newest page only (counts,
 * facts that change with each article) comes as `extra`, so that older pages never change.
 */
export function listingPages<Extra extends object>(
  list: ListOf,
  shared: Shared,
  extra: Extra,
  view: (props: Listing & Partial<Extra>) => Html,
): Page[] {
  const slices = pagesOfList(list.url, list.articles, LIST_SIZE, ({ date }) => date);
  return slices.map((slice) => {
    const isNewest = slice.number === undefined;
    const props: Listing = {
      chrome: shared.chrome,
      ...pageOfList(list, slice),
      heading: list.heading,
      description: isNewest ? list.description : `${list.description} Trang này: ${slice.span}.`,
      ...(list.feed ? { feed: list.feed } : {}),
      items: slice.items.map(list.teaserOf ?? shared.teaserOf),
      byMonth: list.byMonth ?? true,
    };
    const own = (isNewest ? { ...props, ...extra } : props) as Listing & Partial<Extra>;
    return page(list.kind, slice.url, own, view);
  });
}

/** What a kind of list shows besides its articles. */
type Around = {
  /** Under the heading. */
  readonly intro?: HtmlValue;
  /** What there is to know of the list: above the articles, or beside them where there is room. */
  readonly facts?: HtmlValue;
  readonly beside?: boolean;
  /** Below the articles. */
  readonly after?: HtmlValue;
  /** What the page says to machines. */
  readonly nodes?: Parameters<typeof frame>[0]["nodes"];
};

/** The page of a list. */
export function listingView(props: Listing, around: Around = {}): Html {
  const { intro, facts, beside = false, after, nodes } = around;
  const list = facts ? articlePart(props) : articleList(props, 2);
  return frame({
    ...props,
    ...(nodes === undefined ? {} : { nodes }),
    main: html`<header class="page-head">
      <h1>${props.heading}</h1>
      ${intro}
      ${props.feed && followLine(props.feed)}
      </header>
      ${facts && beside ? html`<div class="list-and-facts"><div>${facts}</div>${list}</div>` : html`${facts}${list}`}
      ${after}`,
  });
}

/**
 * The articles under a heading of their own, where the page holds more than them.
 *
 * @param count how many there are on all pages of the list, where the list is at the end of the page
 *   and may have the whole width
 */
export function articlePart(props: Listing, count?: number): Html {
  return html`<section class="part${count !== undefined && " all-articles"}" aria-labelledby="cac-bai"><h2 id="cac-bai">${count === undefined ? "Bài viết" : `Tất cả ${formatNumber(count)} bài`}</h2>
    ${articleList(props, 3)}
  </section>`;
}

function articleList(props: Listing, level: 2 | 3): Html {
  const { byMonth, items, span } = props;
  return html`${span && html`<p class="span-line">Các bài ${span}</p>`}
    ${byMonth ? teaserList(items, level) : plainList(items, level)}
    ${pagingNav(props)}`;
}
