import type { Page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { tagsUrl, tagUrl } from "../src/urls.ts";
import { html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import { sharedOf } from "./parts/shared.ts";

/** One topic: its articles, newest first. */
export function tagPages(site: Site): Page[] {
  const shared = sharedOf(site);
  return site.tags.flatMap(({ slug, name, articles }) => {
    const url = tagUrl(slug);
    return listingPages(
      {
        kind: "tag",
        url,
        title: `Chủ đề: ${name}`,
        heading: name,
        description: `Các bài về chủ đề ${name}.`,
        way: [{ name: "Chủ đề", url: tagsUrl }],
        here: name,
        feed: { name: `Chủ đề: ${name}`, of: url },
        articles,
      },
      shared,
      { total: articles.length },
      tagView,
    );
  });
}

function tagView(props: Listing & { readonly total?: number }) {
  const { total } = props;
  return listingView(props, {
    intro:
      total !== undefined &&
      html`<p class="intro">${formatNumber(total)} bài trong chủ đề này.</p>`,
  });
}
