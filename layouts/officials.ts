import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { formatNumber, givenName, indexLetter } from "../src/text/vietnamese.ts";
import { officialsUrl, officialUrl, placeUrl } from "../src/urls.ts";
import { calledByPost } from "./official.ts";
import type { Chrome } from "./parts/chrome.ts";
import { type Counted, countedNames } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { jumpList } from "./parts/jumps.ts";
import { type Link, sharedOf, type UnitNow } from "./parts/shared.ts";
import { endedText } from "./parts/unit-now.ts";
import { areOver, officesOf, officesView, type UnitOffices } from "./unit-officials.ts";

type Props = {
  readonly chrome: Chrome;
  readonly officials: readonly (Counted & {
    readonly letter: string;
    readonly given: string;
    readonly isFormer: boolean;
  })[];
  readonly units: readonly (UnitOffices & { readonly unit: Link; readonly end?: UnitNow })[];
};

/** More names than this are folded by letters, and those of a unit on the page of the unit only. */
const MANY = 60;
/** More names of a letter than this are folded by given names. */
const MANY_OF_LETTER = 40;
/** More units than this are folded too. */
const MANY_UNITS = 24;

/** All office holders of content/people.yaml: by name, and by unit. */
export function officialsPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const { entries, byUnit } = site.officials;
  const units = topDown(site)
    .filter((id) => byUnit.has(id))
    .map((id) => {
      const end = shared.endOf(id);
      return { unit: shared.unitLink(id), ...(end ? { end } : {}), ...officesOf(id, site) };
    });
  const names = Map.groupBy(entries, ({ official }) => official.name);
  const isTwice = (name: string) => names.get(name)!.length > 1;
  const props: Props = {
    chrome: shared.chrome,
    officials: entries.map(({ official, articles }) => ({
      name: isTwice(official.name) ? calledByPost(official, site.today) : official.name,
      url: officialUrl(official.id),
      count: articles.length,
      letter: indexLetter(official.name),
      given: givenName(official.name),
      isFormer: official.posts.length > 0 && areOver(official.posts, site),
    })),
    // Units in which nobody is in office any more come last.
    units: [true, false].flatMap((isLiving) =>
      units.filter(({ now }) => now.length > 0 === isLiving),
    ),
  };
  return [page("officials", officialsUrl, props, officialsView)];
}

/**
 * Returns the ids of all units from the top down, level by level, those of a level in the order of
 * units.yaml, where an office puts them as its papers name them.
 */
function topDown({ units, unitById }: Site): string[] {
  const places = new Map([...unitById.keys()].map((id, at) => [id, at]));
  const placeOf = (id: string) => places.get(id)!;
  return units
    .toSorted(
      (a, b) => a.ancestors.length - b.ancestors.length || placeOf(a.unit.id) - placeOf(b.unit.id),
    )
    .map(({ unit }) => unit.id);
}

function officialsView({ chrome, officials, units }: Props): Html {
  const isLong = officials.length > MANY;
  const jumps = [
    ...units.slice(0, 1).map(({ unit }) => ({ name: "Theo đơn vị", url: `#${anchorOf(unit)}` })),
    ...(officials.length > 0 ? [{ name: "Theo tên", url: "#theo-ten" }] : []),
  ];
  return frame({
    chrome,
    url: officialsUrl,
    title: "Cán bộ",
    description: `Những người giữ chức vụ được nhắc đến trên ${chrome.name}, theo họ tên và theo đơn vị.`,
    way: [],
    main: html`<header class="page-head"><h1>Cán bộ</h1>
      <p class="intro">Những người giữ chức vụ được nhắc đến trong các bài${isLong ? ", xếp theo tên, người đang giữ chức vụ trước; bên cạnh là số bài" : ", theo đơn vị và theo tên"}.</p>
      ${!isLong && jumpList(jumps, 2)}</header>
      ${
        officials.length === 0
          ? html`<p class="empty">Chưa có ai trong danh sách.</p>`
          : isLong
            ? html`${byLetter(officials)}${unitNames(units)}`
            : html`${officesByUnit(units)}
              <section class="part" aria-labelledby="theo-ten"><h2 id="theo-ten">Theo tên</h2>
              <p class="note">Bên cạnh là số bài.</p>${countedNames(officials)}</section>`
      }`,
  });
}

/**
 * The letters are the list to choose from, each folded: six hundred names would be forty screens
 * of a phone. Browsers find names in what is folded.
 */
function byLetter(officials: Props["officials"]): Html {
  return html`<section class="letters" aria-label="Theo chữ đầu của tên">${[
    ...Map.groupBy(officials, ({ letter }) => letter),
  ].map(([letter, own]) => folded(letter, own, html` id="ten-${letter}"`))}</section>`;
}

/** Folds names; those of a letter that has many are folded once more, by given names. */
function folded(name: string, own: Props["officials"], id?: Html): Html {
  const byGivenName = [...Map.groupBy(own, ({ given }) => given)];
  return html`<details class="folded"${id}><summary><b>${name}</b> <span class="count">${formatNumber(own.length)} người</span></summary>
    ${id !== undefined && own.length > MANY_OF_LETTER && byGivenName.length > 1 ? byGivenName.map(([given, same]) => folded(given, same)) : inOffice(own)}</details>`;
}

/** Those in office, then those who have left. */
function inOffice(own: Props["officials"]): Html {
  const [former, now] = [true, false].map((isFormer) =>
    own.filter((one) => one.isFormer === isFormer),
  );
  return html`${now!.length > 0 && countedNames(now!)}
    ${former!.length > 0 && html`<h3>Đã thôi giữ chức vụ</h3>${countedNames(former!)}`}`;
}

function officesByUnit(units: Props["units"]): Html {
  return html`<div class="register">${units.map(
    ({ unit, end, ...offices }) =>
      html`<section class="part" aria-labelledby="${anchorOf(unit)}"><h2 id="${anchorOf(unit)}"><a href="${unit.url}">${unit.name}</a></h2>
          ${end && html`<p class="history">Đơn vị ${endedText(end)}</p>`}
          ${officesView(offices)}</section>`,
  )}</div>`;
}

/** Leads to the office holders on the pages of the units. */
function unitNames(units: Props["units"]): Html {
  const list = html`<p class="note">Bên cạnh là số người đang giữ chức vụ.</p>
    ${countedNames(units.map(({ unit: { name, url }, now }) => ({ name, url: placeUrl(url, "can-bo"), count: now.length })))}`;
  return html`<section class="part" aria-labelledby="theo-don-vi"><h2 id="theo-don-vi">Theo đơn vị</h2>
    ${units.length > MANY_UNITS ? html`<details class="folded"><summary>Chọn một trong ${formatNumber(units.length)} đơn vị</summary>${list}</details>` : list}</section>`;
}

function anchorOf({ url }: Link): string {
  return `don-vi-${url.split("/").at(-2)}`;
}
