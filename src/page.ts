import type { Article } from "./article.ts";
import { keyOf } from "./cache/key.ts";

/**
 * A page is an address, the plain data it shows, and a pure function from the one to the other.
 * So a page can be named and compared without being drawn; nothing else may reach a view: no
 * clock, no look-up, no global.
 */
export type Page = {
  /** Root-relative, ends in `/` or in a file name. */
  readonly url: string;
  /** What sort of page it is: "article", "tag" … */
  readonly kind: string;
  /**
   * The page key, a hash of all that the page is made from. As long as it and the code stay the
   * same, so does the text.
   */
  readonly key: () => string;
  readonly draw: () => string;
};

/**
 * Pages that follow from the same. As long as that stays as it is, nobody has to make these pages
 * to know that they do.
 */
export type PageGroup = {
  /** What tells it from the other groups of its kind: "2024-03". */
  readonly name: string;
  /** The articles of whose texts, or hashes, its pages show anything. */
  readonly texts: readonly Article[];
  /**
   * Returns all that its pages follow from besides what every page may show (`Basis`). Left out
   * where they follow from what lists need of all articles, from today, and from `texts`.
   */
  readonly sources?: () => unknown;
  /** Returns the addresses of its pages, where they are known before the pages are made. */
  readonly urls?: () => readonly string[];
  readonly pages: () => Iterable<Page>;
};

/** What groups of pages follow from besides articles, as hashes. */
export type Basis = {
  /**
   * The data files, so all that they say of units, people, series and settings; which units there
   * are today, whether drafts are shown, and what the look of the site is made from.
   */
  readonly data: string;
  /** That, what lists need of all articles, all pictures and attachments, and today. */
  readonly whole: string;
};

/**
 * Is told of each group of pages with its key, before any of them is made. Returns their addresses
 * when none has to be made.
 */
export type KeepGroup = (name: string, key: string) => readonly string[] | undefined;

/** A page, and the name of the group that it was made in. */
export type GroupedPage = Page & { readonly group?: string };

/** Yields pages one by one, those of groups too. */
export function* pagesIn(some: Iterable<Page | PageGroup>): Generator<Page> {
  for (const one of some) {
    if ("url" in one) yield one;
    else yield* one.pages();
  }
}

/** Yields the addresses of pages, and makes as few of them as it can. */
export function* urlsIn(some: Iterable<Page | PageGroup>): Generator<string> {
  for (const one of some) {
    if ("url" in one) yield one.url;
    else if (one.urls) yield* one.urls();
    else for (const { url } of one.pages()) yield url;
  }
}

type View<Props> = (props: Props) => { toString(): string } | string;

/** Makes a page and holds the view to the type of its props. */
export function page<Props>(kind: string, url: string, props: Props, view: View<Props>): Page {
  return { url, kind, key: () => keyOf(props), draw: () => String(view(props)) };
}

/**
 * Makes a page whose props are worked out only when it is drawn, because that takes long or much
 * memory.
 *
 * @param madeFrom returns all that `propsOf` makes them from, or hashes of it; as plain data
 */
export function latePage<Props>(
  kind: string,
  url: string,
  madeFrom: () => unknown,
  propsOf: () => Props,
  view: View<Props>,
): Page {
  return { url, kind, key: () => keyOf(madeFrom()), draw: () => String(view(propsOf())) };
}
