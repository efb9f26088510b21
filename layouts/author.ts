import type { Page, PageGroup } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { authorUrl } from "../src/urls.ts";
import { html } from "./parts/html.ts";
import { type Listing, listingPages, listingView, shownAsCards } from "./parts/listing.ts";
import { sharedOf } from "./parts/shared.ts";

/** One author: the articles, newest first. */
export function authorPages(site: Site): PageGroup[] {
  return [{ name: "", texts: shownAsCards(site.authors), pages: () => pagesOf(site) }];
}

function pagesOf(site: Site): Page[] {
  const shared = sharedOf(site);
  return site.authors.flatMap(({ slug, name, articles }) =>
    listingPages(
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
      shared,
      { total: articles.length },
      authorView,
    ),
  );
}

function authorView(props: Listing & { readonly total?: number }) {
  const { total } = props;
  return listingView(props, {
    intro:
      total !== undefined && html`<p class="intro">Tác giả của ${formatNumber(total)} bài.</p>`,
  });
}
