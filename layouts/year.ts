import type { Page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { archiveUrl, monthUrl, yearUrl } from "../src/urls.ts";
import { type Html, html } from "./html.ts";
import { type Listing, listingPages, listingView } from "./listing.ts";
import { type Link, sharedOf } from "./shared.ts";

type Overview = {
  readonly total: number;
  /** The months that have articles, in their order. */
  readonly months: readonly (Link & { readonly count: number })[];
  readonly before?: Link;
  readonly after?: Link;
};

/** One year: its months with their counts, then its articles, newest first. */
export function yearPages(site: Site): Page[] {
  const shared = sharedOf(site);
  return site.years.flatMap(({ year, articles, months }, index) => {
    const overview: Overview = {
      total: articles.length,
      months: months.map(({ month, articles }) => ({
        name: `Tháng ${Number(month.slice(5))}`,
        url: monthUrl(month),
        count: articles.length,
      })),
      ...neighbours(site, index),
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

function neighbours({ years }: Site, index: number): Pick<Overview, "before" | "after"> {
  const linkOf = (year: number): Link => ({ name: `năm ${year}`, url: yearUrl(year) });
  const before = years[index - 1];
  const after = years[index + 1];
  return {
    ...(before ? { before: linkOf(before.year) } : {}),
    ...(after ? { after: linkOf(after.year) } : {}),
  };
}

function yearView(props: Listing & Partial<Overview>): Html {
  const { total, months, before, after } = props;
  return listingView(props, {
    intro:
      total !== undefined &&
      html`<p class="intro">${total} bài.${
        (before || after) &&
        html` Xem thêm ${before && html`<a href="${before.url}" rel="prev">${before.name}</a>`}${before && after && " và "}${after && html`<a href="${after.url}" rel="next">${after.name}</a>`}.`
      }</p>`,
    facts:
      months &&
      html`<nav class="months" aria-label="Các tháng trong năm"><ul>${months.map(
        ({ name, url, count }) =>
          html`<li><a href="${url}"><b>${name}</b> <span>${count} bài</span></a></li>`,
      )}</ul></nav>`,
  });
}
