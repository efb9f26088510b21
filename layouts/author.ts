import type { Page, PageGroup } from "../src/page.ts";
import type { Group, Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { authorUrl } from "../src/urls.ts";
import { html } from "./parts/html.ts";
import {
  areCards,
  type Listing,
  listingPages,
  listingView,
  shownAsCards,
} from "./parts/listing.ts";
import { LIST_SIZE, urlsOfList } from "./parts/paging.ts";
import { sharedOf } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";

/** One author: the articles, newest first. */
export function authorPages(site: Site): PageGroup[] {
  return site.authors.map((author) => ({
    name: author.slug,
    texts: shownAsCards(author),
    sources: () => [author.name, sourcesOf(site).ofList(author.articles, areCards(author))],
    urls: () => urlsOfList(authorUrl(author.slug), author.articles.length, LIST_SIZE),
    pages: () => pagesOf(author, site),
  }));
}

function pagesOf({ slug, name, articles }: Group, site: Site): Page[] {
  return listingPages(
    {
      kind: "author",
      url: authorUrl(slug),
      title: `Tác giả ${name}`,
      heading: name,
      description: `Các bài của tác giả ${name}.`,
      way: [],
      here: `Tác giả ${name}`,
      mayBeCards: true,
      articles,
    },
    sharedOf(site),
    { total: articles.length },
    authorView,
  );
}

function authorView(props: Listing & { readonly total?: number }) {
  const { total } = props;
  return listingView(props, {
    intro:
      total !== undefined && html`<p class="intro">Tác giả của ${formatNumber(total)} bài.</p>`,
  });
}
