import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { unitsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import type { Counted } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { type Shared, sharedOf } from "./parts/shared.ts";
import { partialDayText } from "./parts/validity.ts";

/** A unit with the units under it. */
type Branch = Counted & {
  /** When it was wound up, as far as is known. */
  readonly until?: string;
  readonly children: readonly Branch[];
};

type Props = { readonly chrome: Chrome; readonly tops: readonly Branch[] };

/** All units, as the tree that they are. */
export function unitsPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const tops = site.units.filter(({ ancestors }) => ancestors.length === 0);
  const props: Props = {
    chrome: shared.chrome,
    tops: tops.map(({ unit }) => branchOf(unit.id, site, shared)),
  };
  return [page("units", unitsUrl, props, unitsView)];
}

function branchOf(id: string, site: Site, shared: Shared): Branch {
  const entry = site.unitById.get(id);
  return {
    ...shared.unitLink(id),
    count: entry?.articles.length ?? 0,
    ...(entry?.unit.validTo === undefined ? {} : { until: entry.unit.validTo }),
    children: (entry?.children ?? []).map((child) => branchOf(child.id, site, shared)),
  };
}

function unitsView({ chrome, tops }: Props): Html {
  return frame({
    chrome,
    url: unitsUrl,
    title: "Đơn vị",
    description: `Các tổ chức đảng có tin trên ${chrome.name}, theo hệ thống tổ chức.`,
    way: [],
    main: html`<header class="page-head"><h1>Đơn vị</h1>
      <p class="intro">Theo hệ thống tổ chức; bên cạnh là số bài.</p></header>
      ${tops.length === 0 ? html`<p class="empty">Chưa có đơn vị nào.</p>` : branches(tops, "tree")}`,
  });
}

function branches(list: readonly Branch[], name?: string): Html {
  return html`<ul${name && html` class="${name}"`}>${list.map(
    ({ name, url, count, until, children }) =>
      html`<li><a href="${url}">${name}</a>${count > 0 && html` <span class="count">${count}</span>`}${
        until && html` <span class="until">(đến ${partialDayText(until)})</span>`
      }${children.length > 0 && branches(children)}</li>`,
  )}</ul>`;
}
