import type { Page } from "../src/page.ts";
import type { Site, UnitEntry } from "../src/site.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import type { Unit } from "../src/unit.ts";
import { awardsUrl, unitsUrl, unitUrl } from "../src/urls.ts";
import { type LedgerRow, ledger, ledgerRows } from "./ledger/ledger.ts";
import { type Totals, totalsFor, totalsTable } from "./ledger/totals.ts";
import { facts, linkList } from "./parts/facts.ts";
import { type Html, html } from "./parts/html.ts";
import { type Listing, listingPages, listingView } from "./parts/listing.ts";
import { LEDGER_SIZE } from "./parts/paging.ts";
import { type Link, type Shared, sharedOf } from "./parts/shared.ts";
import { validityText } from "./parts/validity.ts";

/** At most this many units are listed among the facts of the unit above them. */
const FEW = 8;

/** What is known of a unit, for the newest page of its articles. */
type About = {
  readonly short?: string;
  readonly kind?: string;
  readonly docCode?: string;
  readonly validity?: string;
  readonly parent?: Link;
  readonly children: readonly Link[];
  readonly predecessors: readonly Link[];
  readonly successors: readonly Link[];
  readonly awards?: Awards;
};

type Awards = {
  readonly totals: Totals;
  /** The newest lines. */
  readonly rows: readonly LedgerRow[];
  /** How many older lines are in the register only. */
  readonly more: number;
};

/** One unit: its place in the tree, what it gave, and its articles. */
export function unitPages(site: Site): Page[] {
  const shared = sharedOf(site);
  const predecessors = predecessorsIn(site);
  return site.units.flatMap((entry) => {
    const { unit, ancestors, articles } = entry;
    const url = unitUrl(unit.id);
    return listingPages(
      {
        kind: "unit",
        url,
        title: unit.name,
        heading: unit.name,
        description: `${unit.name}: tin tức, hệ thống tổ chức và khen thưởng.`,
        way: [{ name: "Đơn vị", url: unitsUrl }, ...ancestors.map(({ id }) => shared.unitLink(id))],
        here: unit.short ?? unit.name,
        ...(articles.length > 0 ? { feed: { name: unit.name, of: url } } : {}),
        teaserOf: shared.teaserWithoutUnit,
        articles,
      },
      shared,
      { about: aboutOf(entry, predecessors.get(unit.id) ?? [], site, shared) },
      unitView,
    );
  });
}

function predecessorsIn({ units }: Site): Map<string, Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const { unit } of units) {
    for (const id of unit.successors) found.set(id, [...(found.get(id) ?? []), unit]);
  }
  return found;
}

function aboutOf(
  { unit, ancestors, children }: UnitEntry,
  predecessors: readonly Unit[],
  site: Site,
  shared: Shared,
): About {
  const { short, kind, docCode, validFrom, validTo } = unit;
  const validity = validityText(validFrom, validTo);
  const parent = ancestors.at(-1);
  const given = site.register.byGiver.get(unit.id);
  return {
    ...(short === undefined ? {} : { short }),
    ...(kind === undefined ? {} : { kind }),
    ...(docCode === undefined ? {} : { docCode }),
    ...(validity === undefined ? {} : { validity }),
    ...(parent ? { parent: shared.unitLink(parent.id) } : {}),
    children: children.map(({ id }) => shared.unitLink(id)),
    predecessors: predecessors.map(({ id }) => shared.unitLink(id)),
    successors: unit.successors.map(shared.unitLink),
    ...(given
      ? {
          awards: {
            totals: totalsFor(given),
            rows: given.slice(-LEDGER_SIZE).reverse().map(ledgerRows(shared)),
            more: Math.max(0, given.length - LEDGER_SIZE),
          },
        }
      : {}),
  };
}

function unitView(props: Listing & { readonly about?: About }): Html {
  const { about } = props;
  return listingView(props, {
    facts: about && tree(about),
    beside: true,
    after: about && html`${manyChildren(about)}${awards(about)}`,
  });
}

function tree(about: About): Html | false {
  const { short, kind, docCode, validity, parent, children, predecessors, successors } = about;
  return facts([
    ["Tên gọn", short],
    ["Loại tổ chức", kind],
    ["Ký hiệu văn bản", docCode],
    ["Hoạt động", validity],
    ["Trực thuộc", parent && html`<a href="${parent.url}">${parent.name}</a>`],
    ["Đơn vị trực thuộc", children.length <= FEW && linkList(children)],
    ["Tiếp nối từ", linkList(predecessors)],
    ["Đơn vị kế thừa", linkList(successors)],
    ["Khen thưởng", about.awards && awardsLine(about.awards)],
  ]);
}

/**
 * Lists many units in columns below the articles, because beside them a long list would be like a
 * pillar.
 */
function manyChildren({ children }: About): Html | false {
  return (
    children.length > FEW &&
    html`<section class="part" aria-labelledby="truc-thuoc"><h2 id="truc-thuoc">Đơn vị trực thuộc</h2>
      <ul class="names">${children.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul>
    </section>`
  );
}

/** The ledger is far below the articles; a line among the facts leads to it. */
function awardsLine({ totals }: Awards): Html {
  const sum = totals.sum.counts;
  const parts = [
    sum.given > 0 && `${formatNumber(sum.given)} lượt đã khen`,
    sum.proposed > 0 && `${formatNumber(sum.proposed)} đề xuất gửi tới`,
  ].filter(Boolean);
  return html`<a href="#khen-thuong">${parts.join(", ") || "Đã thu hồi"}</a>`;
}

function awards({ awards }: About): Html | undefined {
  if (awards === undefined) return undefined;
  const { totals, rows, more } = awards;
  return html`<section class="part" aria-labelledby="khen-thuong"><h2 id="khen-thuong">Khen thưởng</h2>
    ${totalsTable(totals, "Số lượt đơn vị này đã khen, và số đề xuất gửi tới")}
    ${ledger(rows)}
    ${more > 0 && html`<p class="note">Còn ${more} lượt cũ hơn trong <a href="${awardsUrl}">sổ khen thưởng</a>.</p>`}
  </section>`;
}
