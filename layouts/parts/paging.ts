import type { Day } from "../../src/day.ts";
import { olderPageUrl } from "../../src/urls.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";
import { sinceText, spanText } from "./span.ts";

/** How many articles a page of a list holds, and how many lines a page of the ledger. */
export const LIST_SIZE = 20;
export const LEDGER_SIZE = 50;

/** One page of a list. */
export type Slice<Item> = {
  readonly url: string;
  /** Counted from the oldest page, which is 1. The newest page has none: it is the list itself. */
  readonly number?: number;
  /** What the page holds in time: "tháng 3 – tháng 5/2023"; empty for a list without items. */
  readonly span: string;
  /** Newest first. */
  readonly items: readonly Item[];
  readonly older?: Neighbour;
  readonly newer?: Neighbour;
};

/** The page before or after, and what it holds. */
export type Neighbour = { readonly url: string; readonly span: string };

/** What a list is called, and the way to it. */
export type ListName = Pick<PageOfList, "url" | "title" | "way" | "here">;

/** What a page of a list shows of its place in the list. */
export type PageOfList = {
  readonly url: string;
  /** Names the page in a browser's list of tabs. */
  readonly title: string;
  readonly way: readonly Link[];
  /** Names the page at the end of the way to it. */
  readonly here: string;
  /** What the page holds in time, where that is only a part of the list. */
  readonly span?: string;
  readonly older?: Neighbour;
  readonly newer?: Neighbour;
};

/**
 * Names a page of a list. The newest page is the list itself; any other one is below it, by its
 * number.
 */
export function pageOfList(list: ListName, slice: Slice<unknown>): PageOfList {
  const { url, number, span, older, newer } = slice;
  return {
    url,
    ...(number === undefined
      ? { title: list.title, way: list.way, here: list.here }
      : {
          title: `${list.title}: ${span} (trang ${number})`,
          way: [...list.way, { name: list.here, url: list.url }],
          here: `Trang ${number}`,
        }),
    ...(older || newer ? { span } : {}),
    ...(older ? { older } : {}),
    ...(newer ? { newer } : {}),
  };
}

/**
 * Cuts a list, given oldest first, into pages, newest page first. Pages are counted from the
 * oldest: page j holds items (j−1)·size to j·size and never changes again; the newest page is at
 * the list's own address and holds the rest, between `size` and 2·size − 1 items (fewer only when
 * the whole list is shorter). So one new item changes at most the newest page and those beside it,
 * and an address that a reader kept goes on showing what it showed.
 */
export function pagesOfList<Item>(
  listUrl: string,
  items: readonly Item[],
  size: number,
  dayOf: (item: Item) => Day,
): Slice<Item>[] {
  const olderPages = olderPagesOf(items.length, size);
  const bounds = (index: number): [Day | undefined, Day | undefined] => {
    const first = items[index * size];
    const last = index === olderPages ? items.at(-1) : items[(index + 1) * size - 1];
    return [first && dayOf(first), last && dayOf(last)];
  };
  const urlOf = (index: number) =>
    index === olderPages ? listUrl : olderPageUrl(listUrl, index + 1);
  const slices: Slice<Item>[] = [];
  for (let index = olderPages; index >= 0; index -= 1) {
    const [first, last] = bounds(index);
    const end = index === olderPages ? items.length : (index + 1) * size;
    slices.push({
      url: urlOf(index),
      ...(index < olderPages ? { number: index + 1 } : {}),
      span: spanText(first, last),
      items: items.slice(index * size, end).reverse(),
      ...(index > 0
        ? { older: { url: urlOf(index - 1), span: spanText(...bounds(index - 1)) } }
        : {}),
      ...(index < olderPages
        ? { newer: newerNeighbour(urlOf(index + 1), bounds(index + 1), index + 1 === olderPages) }
        : {}),
    });
  }
  return slices;
}

/** Returns the addresses of the pages of a list, newest page first. */
export function urlsOfList(listUrl: string, count: number, size: number): string[] {
  const older = olderPagesOf(count, size);
  return [listUrl, ...Array.from({ length: older }, (_, at) => olderPageUrl(listUrl, older - at))];
}

/** Returns how many older pages a list has besides its newest one. */
function olderPagesOf(count: number, size: number): number {
  return Math.max(0, Math.floor(count / size) - 1);
}

/**
 * Returns the address of the page of a list that holds an item.
 *
 * @param index counted from the oldest item of the list, from 0
 * @param count how many items the list has
 */
export function pageWith(index: number, listUrl: string, count: number, size: number): string {
  const older = Math.floor(index / size);
  return older < olderPagesOf(count, size) ? olderPageUrl(listUrl, older + 1) : listUrl;
}

/** The newest page grows at its end, so its neighbour says only where it begins. */
function newerNeighbour(
  url: string,
  [first, last]: [Day | undefined, Day | undefined],
  isNewest: boolean,
): Neighbour {
  return { url, span: isNewest ? sinceText(first) : spanText(first, last) };
}

/** Links to the neighbours of a page; nothing when it is alone. */
export function pagingNav({ older, newer }: Pick<PageOfList, "older" | "newer">): Html | false {
  if (!older && !newer) return false;
  return html`<nav class="paging" aria-label="Các trang của danh sách">${
    newer &&
    html`<a class="newer" rel="prev" href="${newer.url}"><b>Mới hơn</b> <span>${newer.span}</span></a>`
  }${
    older &&
    html`<a class="older" rel="next" href="${older.url}"><b>Cũ hơn</b> <span>${older.span}</span></a>`
  }</nav>`;
}
