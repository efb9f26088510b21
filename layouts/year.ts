import { monthNumber } from "../src/day.ts";
import type { Page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { archiveUrl, monthUrl, yearUrl } from "../src/urls.ts";
import type { Counted } from "./parts/facts.ts";
import { type Html, html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import { type Neighbours, neighbourSentence, yearNeighbours } from "./parts/neighbours.ts";
import { sharedOf } from "./parts/shared.ts";

type Overview = Neighbours & {
  readonly total: number;
  /** The months that have articles, in their order. */
  readonly months: readonly Counted[];
};

/** One year: its months with their counts, then its articles, newest first. */
export function yearPages(site: Site): Page[] {
  const shared = sharedOf(site);
  return site.years.flatMap(({ year, articles, months }, index) => {
    const overview: Overview = {
      total: articles.length,
      months: months.map(({ month, articles }) => ({
        name: `Tháng ${monthNumber(month)}`,
        url: monthUrl(month),
        count: articles.length,
      })),
      ...yearNeighbours(site.years, index, yearUrl),
    };
    return listingPages(
      {
        kind: "year",
        url: yearUrl(year),
        title: `Tin năm ${year}`,
        heading: `Năm ${year}`,
        description: `Các bài đăng trong năm ${year}, xếp theo tháng.`,
        way: [{ name: "Lưu trữ", url: archiveUrl }],
        here: String(year),
        articles,
      },
      shared,
      overview,
      yearView,
    );
  });
}

function yearView(props: Listing & Partial<Overview>): Html {
  const { total, months } = props;
  return listingView(props, {
    intro:
      total !== undefined &&
      html`<p class="intro">${formatNumber(total)} bài.${neighbourSentence(props)}</p>`,
    facts:
      months &&
      html`<nav class="months" aria-label="Các tháng trong năm"><ul>${months.map(
        ({ name, url, count }) =>
          html`<li><a href="${url}"><b>${name}</b> <span>${formatNumber(count)} bài</span></a></li>`,
      )}</ul></nav>`,
  });
}
