import type { Article } from "../../src/article.ts";
import { yearOf } from "../../src/day.ts";
import { type Page, page } from "../../src/page.ts";
import { runs } from "../../src/text/runs.ts";
import { capitalized, formatNumber } from "../../src/text/vietnamese.ts";
import { placeUrl } from "../../src/urls.ts";
import { type FeedLink, followLine } from "../feeds/follow.ts";
import type { Chrome } from "./chrome.ts";
import type { Counted } from "./facts.ts";
import { frame } from "./frame.ts";
import { type Html, type HtmlValue, html } from "./html.ts";
import {
  isPartedByMonth,
  plainList,
  teaserList,
  YEARS_ID,
  yearAnchor,
  yearsToUnfold,
} from "./list.ts";
import {
  LIST_SIZE,
  type ListName,
  type PageOfList,
  pageOfList,
  pagesOfList,
  pageWith,
  pagingNav,
} from "./paging.ts";
import type { Shared } from "./shared.ts";
import { type Teaser, teaser } from "./teaser.ts";

/** One page of a list of articles. */
export type Listing = PageOfList & {
  readonly chrome: Chrome;
  readonly heading: string;
  readonly description: string;
  readonly feed?: FeedLink;
  readonly items: readonly Teaser[];
  /** The unit of all of them, or of all that do not say another one. */
  readonly unit?: string;
  /** Whether they are shown with their leads and pictures. */
  readonly areCards: boolean;
  readonly inside: Inside;
  /** The years of a long list, newest first: on its newest page only, as each has its count. */
  readonly years?: readonly Counted[];
  /** Where the years are listed, on the older pages. */
  readonly allYears?: string;
};

/**
 * The time that a list lies within, which says what headings part it: years and months, months of a
 * year that has many articles, or none in a month.
 */
type Inside = "all" | "year" | "month" | "day";

/** What a list of articles is called and what it holds. */
export type ListOf = ListName & {
  readonly kind: string;
  readonly heading: string;
  readonly description: string;
  readonly feed?: FeedLink;
  /** Left out for a list that goes through all years. */
  readonly inside?: Inside;
  /** Whether its articles are shown with their leads and pictures while they are few. */
  readonly mayBeCards?: boolean;
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
  const inside = list.inside ?? "all";
  const years = inside === "all" ? yearsOf(list) : [];
  const hasCards = inside === "day" || (list.mayBeCards === true && areCards(list));
  const teaserOf = list.teaserOf ?? (hasCards ? shared.teaserWithCover : shared.teaserOf);
  return slices.map((slice) => {
    const items = slice.items.map(teaserOf);
    const unit = list.teaserOf ? undefined : commonUnit(items);
    const isNewest = slice.number === undefined;
    const jump = isNewest ? { years } : { allYears: placeUrl(list.url, YEARS_ID) };
    const props: Listing = {
      chrome: shared.chrome,
      ...pageOfList(list, slice),
      heading: list.heading,
      description: isNewest ? list.description : `${list.description} Trang này: ${slice.span}.`,
      ...(list.feed ? { feed: list.feed } : {}),
      items: unit === undefined ? items : items.map((one) => withoutUnit(one, unit)),
      ...(unit === undefined ? {} : { unit }),
      areCards: hasCards,
      inside,
      ...(years.length > 0 ? jump : {}),
    };
    const own = (isNewest ? { ...props, ...extra } : props) as Listing & Partial<Extra>;
    return page(list.kind, slice.url, own, view);
  });
}

/** A list of at most this many articles shows their leads and pictures. */
const FEW = 8;

/** Returns whether a list that `mayBeCards` shows more of its articles than their lines. */
export function areCards({ articles }: Pick<ListOf, "articles">): boolean {
  return articles.length <= FEW;
}

/** Returns the articles of which a list that `mayBeCards` shows more than their lines. */
export function shownAsCards(list: Pick<ListOf, "articles">): readonly Article[] {
  return areCards(list) ? list.articles : [];
}

/** With more lines of other units than one in this many, each line says its own. */
const LINES_FOR_ANOTHER = 10;

/** Returns the unit that nearly all of several lines would say; it is said once above them. */
function commonUnit(items: readonly Teaser[]): string | undefined {
  if (items.length < 2 || items.some(({ unit }) => unit === undefined)) return undefined;
  const units = [...Map.groupBy(items, ({ unit }) => unit)];
  const [[unit, own]] = units.toSorted(([, a], [, b]) => b.length - a.length) as [
    (typeof units)[number],
  ];
  return (items.length - own.length) * LINES_FOR_ANOTHER <= items.length ? unit : undefined;
}

function withoutUnit(item: Teaser, common: string): Teaser {
  const { unit, ...rest } = item;
  return unit === common ? rest : item;
}

/**
 * Returns the years of a list that is longer than a page, newest first, each with the place in the
 * pages of the list where its newest article is.
 */
function yearsOf({ url, articles }: ListOf): Counted[] {
  if (articles.length <= LIST_SIZE) return [];
  let end = 0;
  const years = runs(articles, ({ date }) => yearOf(date)).map(([year, { length: count }]) => {
    end += count;
    const page = pageWith(end - 1, url, articles.length, LIST_SIZE);
    return { name: String(year), url: placeUrl(page, yearAnchor(year)), count };
  });
  return years.length > 1 ? years.reverse() : [];
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
  const wide = beside || props.areCards ? list : html`<div class="wide">${list}</div>`;
  return frame({
    ...props,
    ...(nodes === undefined ? {} : { nodes }),
    main: html`<header class="page-head">
      <h1>${props.heading}</h1>
      ${intro}
      ${props.feed && followLine(props.feed)}
      </header>
      ${facts && beside ? html`<div class="list-and-facts"><div>${facts}</div>${list}</div>` : html`${facts}${wide}`}
      ${after}`,
  });
}

/**
 * The articles under a heading of their own, where the page holds more than them.
 *
 * @param count how many there are on all pages of the list, where the newest are above already: the
 *   list is folded up by years then
 */
export function articlePart(props: Listing, count?: number): Html {
  return html`<section class="part" aria-labelledby="cac-bai"><h2 id="cac-bai">${count === undefined ? "Bài viết" : `Tất cả ${formatNumber(count)} bài`}</h2>
    ${articleList(props, 3, count !== undefined)}
  </section>`;
}

function articleList(props: Listing, level: 2 | 3, isFolded = false): Html {
  const { inside, items, span, unit, areCards, years, allYears } = props;
  // The years lead to all other pages.
  if (isFolded)
    return html`${yearsToUnfold(items, years, props.older?.url)}${!years && pagingNav(props)}`;
  // The list of years is above it, the headings of years below.
  const held = !years && span && `Các bài ${span}`;
  const isOfAll = items.every((item) => item.unit === undefined);
  const of = unit && (isOfAll ? `đều của ${unit}` : `của ${unit}, trừ bài ghi khác`);
  const said = capitalized([held, of].filter(Boolean).join(", "));
  return html`${years && yearNav(years)}
    ${said !== "" && html`<p class="span-line">${said}.${allYears && html` <a href="${allYears}">Chọn năm khác</a>`}</p>`}
    ${
      areCards
        ? cards(items, level, inside === "day")
        : inside === "month" || (inside === "year" && !isPartedByMonth(items))
          ? plainList(items, level)
          : teaserList(items, level)
    }
    ${pagingNav(props)}`;
}

/** With more years than this, the list of them is folded up, so that articles come first. */
const OPEN_YEARS = 12;

/** Leads to the years of a list. */
function yearNav(years: readonly Counted[]): Html {
  const list = html`<ul class="years">${years.map(({ name, url, count }) => html`<li><a href="${url}">${name}</a> <span class="count">(${formatNumber(count)})</span></li>`)}</ul>`;
  return html`<nav class="year-nav" id="${YEARS_ID}" aria-label="Các năm">${
    years.length > OPEN_YEARS
      ? html`<details><summary>Chọn một trong ${years.length} năm</summary>${list}</details>`
      : list
  }</nav>`;
}

/** Articles with their leads and pictures, for a list that is short. */
function cards(items: readonly Teaser[], level: 2 | 3, ofOneDay: boolean): Html {
  return html`<ol class="cards">${items.map((item) => html`<li>${teaser(item, "card", level, ofOneDay ? item.day : undefined)}</li>`)}</ol>`;
}
