import { append } from "../../src/lists.ts";
import { type Page, page } from "../../src/page.ts";
import type { Portal } from "../../src/portal/portal.ts";
import type { PortalUnit } from "../../src/portal/portal-unit.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { unitsUrl } from "../../src/urls.ts";
import type { Chrome } from "../parts/chrome.ts";
import { type Counted, countedNames } from "../parts/facts.ts";
import { frame } from "../parts/frame.ts";
import { type Html, html } from "../parts/html.ts";
import type { Link } from "../parts/shared.ts";
import { scrolling } from "../parts/table.ts";
import { portalChrome, siteName } from "./portal-chrome.ts";

/** A unit that several sites have a page of. */
type SharedUnit = {
  readonly name: string;
  readonly isByName: boolean;
  readonly count: number;
  readonly sites: readonly Link[];
};

type SiteUnits = {
  readonly id: string;
  readonly name: string;
  /** Without those that are surely units of other sites too. */
  readonly units: readonly Counted[];
  /** Whether it has other units, which stand among the shared ones. */
  readonly isPart: boolean;
};

type Props = {
  readonly chrome: Chrome;
  readonly shared: readonly SharedUnit[];
  readonly bySite: readonly SiteUnits[];
};

/** With more units than this those of a site are folded away. */
const FEW = 30;

/** The units of all sites: those that several have, and those of each. */
export function unitPages(portal: Portal): Page[] {
  const { units } = portal.units;
  const counts = countsOf(portal);
  const countOf = ({ key }: PortalUnit, site?: string) =>
    counts.get(site === undefined ? key : `${key} ${site}`) ?? 0;
  const sharing = units.filter(({ tellers }) => new Set(tellers.map(({ site }) => site)).size > 1);
  const known = new Set(sharing.filter(({ isByName }) => !isByName));
  const ofSites = new Map<string, Counted[]>();
  const partial = new Set<string>();
  for (const unit of units)
    for (const { site, url } of unit.tellers)
      if (known.has(unit)) partial.add(site);
      else append(ofSites, site, { name: unit.name, url, count: countOf(unit, site) });
  const props: Props = {
    chrome: portalChrome(portal),
    shared: sharing.map((unit) => ({
      name: unit.name,
      isByName: unit.isByName,
      count: countOf(unit),
      sites: unit.tellers.map(({ site, url }) => ({ name: siteName(portal, site), url })),
    })),
    bySite: portal.sites.map(({ site: { id, name } }) => ({
      id,
      name,
      units: ofSites.get(id) ?? [],
      isPart: partial.has(id),
    })),
  };
  return [page("units", unitsUrl, props, unitsView)];
}

/** Counts the articles of units over all sites; each leads to its page on the site with most. */
export function articleCounts(portal: Portal): Counted[] {
  const counts = countsOf(portal);
  return portal.units.units.flatMap(({ key, name, tellers }) => {
    const inOrder = tellers.toSorted(
      (a, b) => (counts.get(`${key} ${b.site}`) ?? 0) - (counts.get(`${key} ${a.site}`) ?? 0),
    );
    const count = counts.get(key) ?? 0;
    return inOrder[0] === undefined || count === 0 ? [] : [{ name, url: inOrder[0].url, count }];
  });
}

/** Returns how many articles each unit has, by its key, and on each site, by key and site. */
function countsOf({ articles }: Portal): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { unit, site } of articles)
    for (const key of [unit.key, `${unit.key} ${site}`])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function unitsView({ chrome, shared, bySite }: Props): Html {
  const byName = shared.filter(({ isByName }) => isByName).length;
  const note =
    byName === shared.length
      ? "Các trang không dùng chung danh mục đơn vị, nên những đơn vị dưới đây được xếp cạnh nhau chỉ vì cùng tên; chưa chắc là một."
      : "Dòng có chữ “cùng tên”: tên ở các trang giống hệt nhau, nhưng chưa chắc là một đơn vị.";
  const apart = bySite.filter(({ units, isPart }) => units.length > 0 || !isPart);
  return frame({
    chrome,
    url: unitsUrl,
    title: "Đơn vị",
    description: "Các đơn vị có tin trên các trang, kèm số bài.",
    way: [],
    main: html`<header class="page-head"><h1>Đơn vị</h1>
      <p class="intro">Các đơn vị có ở từng trang, kèm số bài; mỗi tên dẫn đến trang của đơn vị ấy.</p></header>
      ${
        shared.length > 0 &&
        html`<section class="part" aria-labelledby="nhieu-trang"><h2 id="nhieu-trang">Có ở nhiều trang</h2>
        ${byName > 0 && html`<p class="note">${note}</p>`}
        ${sharedTable(shared, byName < shared.length)}</section>`
      }
      ${
        apart.length > 0 &&
        html`<section class="part" aria-labelledby="theo-trang"><h2 id="theo-trang">Theo trang</h2>
        ${bySite.some(({ isPart }) => isPart) && html`<p class="note">Không nhắc lại những đơn vị mà các trang dùng chung, đã có ở trên.</p>`}
        ${apart.map(siteUnits)}</section>`
      }`,
  });
}

function sharedTable(shared: readonly SharedUnit[], isMarked: boolean): Html {
  return scrolling(
    "Đơn vị có ở nhiều trang",
    html`<table>
    <thead><tr><th scope="col">Đơn vị</th><th scope="col" class="num">Bài</th><th scope="col">Ở các trang</th></tr></thead>
    <tbody>${shared.map(
      ({ name, isByName, count, sites }) => html`<tr>
      <th scope="row">${name}${isMarked && isByName && html`<small>cùng tên</small>`}</th>
      <td class="num">${count > 0 ? formatNumber(count) : "–"}</td>
      <td>${sites.map((one, at) => html`${at > 0 && ", "}<a href="${one.url}">${one.name}<span class="unseen">: ${name}</span></a>`)}</td>
      </tr>`,
    )}</tbody>
    </table>`,
  );
}

function siteUnits({ id, name, units }: SiteUnits): Html {
  if (units.length === 0) return html`<h3>${name}</h3><p class="note">Chưa có đơn vị nào.</p>`;
  if (units.length <= FEW) return html`<h3>${name}</h3>${countedNames(units)}`;
  return html`<details class="folded" id="trang-${id}"><summary><h3 class="period-name">${name}</h3> <span class="count">(${formatNumber(units.length)} đơn vị)</span></summary>${countedNames(units)}</details>`;
}
